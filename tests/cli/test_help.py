"""Help by topic."""

import re
import textwrap
from pathlib import Path

import pytest

from drill.cli.app import COMMANDS
from drill.cli.config import written
from drill.cli.help import topics
from drill.decks import read_deck
from drill.settings.config_file import AssistantSettings, settings_of
from drill.terminal.bindings import SCREENS
from drill.terminal.keymap import helped
from drill.terminal.review_bindings import REVIEWING
from tests.conftest import Run

SUBCOMMANDS = {"cheatsheet", "anki", "session", "take", "forget", "merge", "sync", "restore"}


@pytest.mark.parametrize("name", topics())
def test_each_topic_fits_a_terminal_of_a_hundred_columns(run: Run, name: str) -> None:
    done = run("help", name)
    assert done.code == 0
    assert max(map(len, done.out.splitlines())) <= 100


def test_without_a_topic_all_are_named(run: Run) -> None:
    named = [line.split("  ")[0].rstrip() for line in run("help").out.splitlines()]
    assert named == [f"drill help {name}" for name in topics()]


def test_a_topic_is_a_page_of_at_most_72_lines(run: Run) -> None:
    assert max(len(run("help", name).out.splitlines()) for name in topics()) <= 72


def test_the_keys_are_those_of_the_program(run: Run) -> None:
    shown = run("help", "keys").out
    for screen, bindings in SCREENS.items():
        rows = "".join(f"  {key:<14}{what}\n" for key, what in helped(bindings))
        assert f"{screen}\n{rows}" in shown


def test_the_deck_of_the_topic_reads_without_a_problem(run: Run) -> None:
    text = run("help", "deck").out
    block = textwrap.dedent(text[text.index("    deck:") : text.index("\n  Only deck")])
    reading = read_deck(block.encode(), "help")
    assert reading.problems == ()
    assert reading.deck is not None
    assert [len(each.key_points) for each in reading.deck.questions] == [2, 0]


def test_every_key_of_the_configuration_is_told_with_its_default(run: Run, tmp_path: Path) -> None:
    text = run("help", "config").out
    for each in settings_of(tmp_path / "config.toml", {}):
        assert f"{each.key.split('.')[-1]} = {written(each.default)}" in text or not each.default


@pytest.mark.parametrize("name", topics())
def test_every_command_that_a_topic_names_has_the_options_it_names(run: Run, name: str) -> None:
    for line in re.findall(r"^ +(drill(?: [\w./\"~-]+)+)", run("help", name).out, re.MULTILINE):
        words = line.split()[1:]
        path = [word for word in words if word in COMMANDS or word in SUBCOMMANDS][:2]
        shown = run(*path, "--help")
        assert shown.code == 0, line
        for option in (word for word in words if word.startswith("-") and len(word) > 1):
            assert option in shown.out, line


def test_a_topic_that_is_not_there_is_refused_with_those_that_are(run: Run) -> None:
    done = run("help", "../cli")
    assert (done.code, done.err.splitlines()[0]) == (2, "drill: no help on '../cli'")
    assert "assistant" in done.err


def test_the_settings_of_the_assistant_are_told_as_they_are(run: Run) -> None:
    told = dict(re.findall(r"^    (\w+) = (\d+)", run("help", "assistant").out, re.MULTILINE))
    assert told == {
        "seconds": str(AssistantSettings("x").seconds),
        "at_once": str(AssistantSettings("x").at_once),
    }


def test_the_keys_of_a_review_are_those_of_the_program(run: Run) -> None:
    rows = "".join(f"  {key:<14}{what}\n" for key, what in helped(REVIEWING))
    assert run("help", "points").out.endswith(f"\n{rows}")

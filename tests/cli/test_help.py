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
from drill.terminal.keys.bindings import COMMON, SCREENS, WRITING, asking, choosing
from drill.terminal.keys.keymap import helped
from drill.terminal.keys.marking_bindings import CHOSEN, DELIVERY, DRAFTED, RATING, marking
from drill.terminal.keys.review_bindings import REVIEWING
from tests.conftest import Run

SUBCOMMANDS = {"cheatsheet", "anki", "session", "take", "forget", "merge", "sync", "restore"}


ONE_SCREEN = [name for name in topics() if name.split("-")[0] in {"keys", "deck", "plan"}]


@pytest.mark.parametrize("name", ONE_SCREEN)
def test_the_main_topics_fit_a_screen_of_80_by_24(run: Run, name: str) -> None:
    lines = run("help", name).out.splitlines()
    assert len(lines) <= 23
    assert max(map(len, lines)) <= 80


def test_every_topic_fits_two_screens_of_a_hundred_columns(run: Run) -> None:
    for name in topics():
        done = run("help", name)
        assert (done.code, len(done.out.splitlines()) <= 46) == (0, True)
        assert max(map(len, done.out.splitlines())) <= 100


def test_without_a_topic_all_topics_are_listed(run: Run) -> None:
    named = [line.split("  ")[0].rstrip() for line in run("help").out.splitlines()]
    assert named == [f"drill help {name}" for name in topics()]


def test_the_keys_are_those_of_the_program(run: Run) -> None:
    for topic, screens in SCREENS.items():
        shown = run("help", topic).out
        for screen, bindings in screens.items():
            rows = "".join(f"  {key:<14}{what}\n" for key, what in helped(bindings))
            assert f"{screen}\n{rows}" in shown
    typing = run("help", "keys-typing").out
    for key, what in helped(WRITING):
        assert f"  {key:<14}{what}\n" in typing


def test_every_key_of_a_session_is_in_a_topic(run: Run) -> None:
    told = "".join(run("help", name).out for name in topics() if name.startswith("keys"))
    own = (
        asking(),
        choosing(9)[:4],
        marking(9),
        DRAFTED,
        RATING,
        CHOSEN,
        DELIVERY,
        COMMON,
    )
    for key, what in (pair for bindings in own for pair in helped(bindings)):
        assert f"  {key:<14}{what}\n" in told


def test_the_deck_of_the_topic_reads_without_a_problem(run: Run) -> None:
    text = run("help", "deck").out
    block = textwrap.dedent(text[text.index("    deck:") : text.index("\n  Save it")])
    reading = read_deck(block.encode(), "help")
    assert reading.problems == ()
    assert reading.deck is not None
    assert [len(question.key_points) for question in reading.deck.questions] == [2, 0]


def test_every_configuration_key_is_listed_with_its_default(run: Run, tmp_path: Path) -> None:
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


def test_an_unknown_topic_is_refused_with_a_list_of_topics(run: Run) -> None:
    done = run("help", "../cli")
    assert (done.code, done.err.splitlines()[0]) == (2, "drill: no help on '../cli'")
    assert "assistant" in done.err


def test_the_topic_shows_the_real_settings_of_the_assistant(run: Run) -> None:
    told = dict(re.findall(r"^    (\w+) = (\d+)", run("help", "assistant").out, re.MULTILINE))
    assert told == {
        "seconds": str(AssistantSettings("x").seconds),
        "at_once": str(AssistantSettings("x").at_once),
    }


def test_the_keys_of_a_review_are_those_of_the_program(run: Run) -> None:
    rows = "".join(f"  {key:<14}{what}\n" for key, what in helped(REVIEWING))
    assert run("help", "points").out.endswith(f"\n{rows}")

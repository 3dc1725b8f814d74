"""`drill config`, and the effect of settings on other commands."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from drill.cli import options
from drill.model import Mark
from drill.settings import load
from tests.conftest import Run


@pytest.fixture
def config(home: Path) -> Path:
    home.mkdir()
    return home / "config.toml"


def test_it_lists_each_key_with_value_default_and_origin(run: Run, config: Path) -> None:
    config.write_text("retention = 0.85\n", "utf-8")
    rows = [line.split("\t") for line in run("config").out.splitlines()]
    assert rows[0][:4] == ["retention", "0.85", "0.9", f"{config}:1"]
    assert rows[3][:4] == ["assistant.command", "-", "-", "default"]


def test_a_person_reads_each_key_with_its_value_above_what_it_means(
    run: Run, config: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    config.write_text("retention = 0.85\n", "utf-8")
    shown = run("config").out
    assert "\nretention = 0.85\n    " in shown


def test_an_unknown_key_only_warns_on_stderr(run: Run, config: Path, deck: Path) -> None:
    config.write_text("plane = true\n", "utf-8")
    done = run("list", "--json")
    assert done.code == 0
    assert done.err == (
        f"{config}:1:1: warning[unknown-key]: unknown key 'plane': did you mean 'plain'?\n"
    )
    assert len(json.loads(done.out)["questions"]) == 3


@pytest.mark.usefixtures("deck")
@pytest.mark.parametrize(
    ("turn", "expected"), [("04:00", ("2026-11-24", 11)), ("10:00", ("2026-11-23", 12))]
)
def test_the_turn_of_the_day_decides_which_day_it_is(
    run: Run,
    config: Path,
    answered: Callable[..., None],
    turn: str,
    expected: tuple[str, int],
) -> None:
    today, days_left = expected
    config.write_text(f'day_turns_at = "{turn}"\n', "utf-8")
    answered(0, {"capitals/peru": [("Lima", Mark.SAID)]})  # at nine, which is now
    assert json.loads(run("stats", "--json").out)["stats"]["calendar"][-1] == [today, 1]
    plan = json.loads(run("plan", "--on", "2026-12-05", "--json").out)
    assert plan["interviews"][0]["days_left"] == days_left
    assert json.loads(run("--json").out)["interview"]["days"] == days_left


@pytest.mark.parametrize(
    ("text", "option", "full"),
    [
        ("", None, True),
        ("", True, False),
        ("plain = true", None, False),
        ("plain = true", False, True),
    ],
)
def test_plain_mode_in_the_configuration_holds_unless_the_option_overrides_it(
    config: Path, monkeypatch: pytest.MonkeyPatch, text: str, option: bool | None, full: bool
) -> None:
    config.write_text(text, "utf-8")
    monkeypatch.setattr("drill.terminal.console.is_full_screen", lambda: True)
    settings = load({"DRILL_HOME": str(config.parent)})
    assert options.is_full_screen(option, settings) is full


def test_the_variable_accessible_turns_plain_mode_on(command: Run) -> None:
    row = command("config", ACCESSIBLE="1").out.split("\n")[1].split("\t")
    assert row[:4] == ["plain", "true", "false", "ACCESSIBLE"]

"""`drill decks` and `drill tags` list what there is; a shipped deck can be copied to edit."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from drill.model import Mark
from tests.conftest import Run

pytestmark = pytest.mark.slow  # real folders of decks


def test_decks_are_listed_with_questions_asked_and_coverage(
    run: Run, deck: Path, answered: Callable[..., None]
) -> None:
    answered(1, {"capitals/peru": [("Lima", Mark.SAID)], "capitals/chad": [("x", Mark.MISSED)]})
    assert run("decks").out == "capitals\t3\t2\t50%\tCapitals of the world\t\n"
    assert json.loads(run("decks", "--json").out)["decks"] == [
        {
            "id": "capitals",
            "title": "Capitals of the world",
            "questions": 3,
            "asked": 2,
            "coverage": 0.5,
            "example": False,
            "self_rated": None,
        }
    ]


def test_tags_are_listed_with_questions_asked_and_coverage(
    run: Run, deck: Path, answered: Callable[..., None]
) -> None:
    answered(1, {"capitals/peru": [("Lima", Mark.SAID)]})
    assert run("tags").out == "america\t1\t1\t100%\t\t\ngeography\t3\t1\t100%\t\t\n"


def test_a_new_library_lists_the_example_deck_first(run: Run, command: Run) -> None:
    first = "day-5-deep-learning"
    assert run("decks").out.startswith(f"{first}\t13\t")
    assert "What are epochs?" in command("quiz", "--plain").out
    assert command("export", "cheatsheet", "-o", "-").out.splitlines()[4].startswith("- Training: ")
    command("mock", "--plain", stdin="\n")
    sat = json.loads(run("sessions", "--json").out)["sessions"]
    (interview,) = (each for each in sat if each["kind"] == "mock")
    assert {key.split("/")[0] for key in interview["questions"]} == {first}
    plan = json.loads(run("plan", "--on", "2026-12-05", "--minutes", "20", "--json").out)
    assert plan["interviews"][0]["forecast"]["at_risk"][0].startswith(f"{first}/")


def test_a_copied_shipped_deck_is_then_the_only_deck_asked(run: Run, home: Path) -> None:
    assert run("decks", "take", "sql").out == f"copied to {home}/questions/sql.yaml\n"
    assert (home / "questions" / "sql.yaml").read_text().startswith("# yaml-language-server")
    again = run("decks", "take", "sql")
    assert (again.code, again.err.splitlines()[0]) == (1, "drill: no shipped deck 'sql'")
    home_page = run()
    assert home_page.out.startswith("0 due today · 40 new · 0 weak · 40 questions in 1 deck")
    assert home_page.err == ""
    checked = run("check")
    assert (checked.code, checked.out) == (0, "40 questions in 1 deck: no problems\n")


def test_the_option_shipped_lists_only_shipped_decks(run: Run, home: Path) -> None:
    run("decks", "take", "sql")
    listed = [line.split("\t")[0] for line in run("decks", "--shipped").out.splitlines()]
    assert "day-5-deep-learning" in listed
    assert "sql" not in listed

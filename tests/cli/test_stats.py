import json
from collections.abc import Callable
from pathlib import Path

import pytest

from drill.model import Mark
from tests.conftest import Run

pytestmark = pytest.mark.slow  # real histories of weeks

PERU = {"capitals/peru": [("Lima", Mark.MISSED)]}


def test_json_holds_the_statistics(run: Run, deck: Path, answered: Callable[..., None]) -> None:
    answered(1, PERU, confidence=95)
    done = run("stats", "--json")
    document = json.loads(done.out)
    assert document["version"] == 1
    stats = document["stats"]
    assert (stats["questions"], stats["met"], stats["answers"], stats["streak"]) == (3, 1, 1, 1)
    assert stats["weakest"] == stats["confident_misses"] == ["capitals/peru"]
    assert {
        "name": "america",
        "questions": 1,
        "met": 1,
        "coverage": 0.0,
        "self_rated": None,
    } in stats["topics"]


def test_the_weakest_are_named_with_their_commands(
    run: Run, deck: Path, answered: Callable[..., None]
) -> None:
    answered(0, PERU, confidence=95)
    out = run("stats").out
    assert "1 of 3 questions met · 1 answer · 30 s · streak 1 day" in out
    assert "  0 %  What is the capital of Peru?\n       drill show capitals/peru" in out


def test_answers_to_a_vanished_deck_count_unless_a_selection_leaves_them_out(
    run: Run, deck: Path, answered: Callable[..., None]
) -> None:
    answered(0, {"gone/x": [("point", Mark.SAID)]})
    assert json.loads(run("stats", "--json").out)["stats"]["answers"] == 1
    assert json.loads(run("stats", "capitals", "--json").out)["stats"]["answers"] == 0


def test_answers_count_even_if_all_decks_vanished(
    run: Run, deck: Path, answered: Callable[..., None]
) -> None:
    deck.write_text("")
    assert "there are no questions" in run("stats").err
    answered(0, PERU)
    assert "0 of 0 questions met · 1 answer" in run("stats").out


def test_statistics_without_answers_are_shown(run: Run, deck: Path) -> None:
    done = run("stats")
    assert done.code == 0
    assert "0 of 3 questions met" in done.out


@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_the_screen_keeps_to_its_width_and_to_ascii(
    command: Run, deck: Path, answered: Callable[..., None], columns: str
) -> None:
    answered(0, PERU, confidence=95)
    done = command("stats", COLUMNS=columns, PYTHONIOENCODING="ascii", NO_COLOR="1")
    assert done.code == 0
    assert done.out.isascii()
    assert "\x1b" not in done.out
    assert max(map(len, done.out.splitlines())) <= int(columns)
    assert "Coverage by topic" in done.out


def test_under_a_plan_the_coming_days_are_those_of_the_plan(
    run: Run, deck: Path, answered: Callable[..., None]
) -> None:
    answered(1, PERU)
    assert "Coming back in the next 14 days" in run("stats").out
    plan = json.loads(run("plan", "--on", "in 4 days", "--minutes", "1", "--json").out)
    days = plan["interviews"][0]["forecast"]["days"]
    planned = [day["new"] + day["repeats"] for day in days]
    found = json.loads(run("stats", "--json").out)
    assert found["stats"]["by_plan"]
    assert found["stats"]["returning"] == [*planned, *[0] * 10]
    assert found["today"] == plan["today"] == {"done": 0, "left": planned[0], "new": days[0]["new"]}
    peru = json.loads(run("stats", "--tag", "america", "--json").out)["stats"]["returning"]
    assert sum(peru) <= sum(planned) - 2
    assert "The plan for the next 14 days" in run("stats").out

"""The queue of a quiz: due questions, then new ones; with a date, those of the plan."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drill.cli import options
from drill.errors import DrillError
from drill.model import Mark
from drill.schedule.plans import Plan, Plans
from drill.selection import Selection
from drill.settings.plans_file import write_plans
from drill.workspace.question_queue import planned, scheduled
from drill.workspace.today import current_plan_state
from tests.conftest import NOW

ALL = Selection(count=10)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drill.cli.options.now", lambda: NOW)


def asked(wanted: Selection = ALL) -> list[str]:
    with options.open_workspace() as workspace:
        return [
            entry.question.id
            for entry in scheduled(workspace, wanted, current_plan_state(workspace))
        ]


def test_what_is_due_comes_first_then_what_is_new(
    deck: Path, answered: Callable[..., None]
) -> None:
    answered(5, {"capitals/chad": [("x", Mark.MISSED)], "capitals/peru": [("Lima", Mark.SAID)]})
    # Peru was easy: it comes back 8 days after; Chad was missed, and was due the day after.
    assert asked() == ["chad", "france"]
    assert asked(replace(ALL, count=1)) == ["chad"]


def test_questions_that_were_only_crammed_count_as_new(
    deck: Path, answered: Callable[..., None]
) -> None:
    answered(5, {"capitals/france": [("Paris", Mark.SAID)]}, reschedules=False)
    assert asked() == ["france", "peru", "chad"]


def test_the_retention_of_config_toml_says_what_is_due(
    deck: Path, home: Path, answered: Callable[..., None]
) -> None:
    answered(5, {"capitals/peru": [("Lima", Mark.SAID)]})
    assert asked() == ["france", "chad"]
    (home / "config.toml").write_text("retention = 0.95\n")
    assert asked() == ["peru", "france", "chad"]


def test_when_nothing_is_due_or_new_it_says_what_can_be_done(
    deck: Path, answered: Callable[..., None]
) -> None:
    answered(1, {f"capitals/{key}": [("x", Mark.SAID)] for key in ("france", "peru", "chad")})
    with pytest.raises(DrillError, match="nothing is due and nothing is new") as refused:
        asked()
    assert "drill quiz --cram" in refused.value.hint


def test_with_a_date_the_plan_says_what_is_asked_and_how_many(
    deck: Path, home: Path, answered: Callable[..., None]
) -> None:
    answered(5, {"capitals/chad": [("x", Mark.MISSED)], "capitals/peru": [("Lima", Mark.SAID)]})
    plan = Plan("acme", date(2026, 11, 26), Selection())
    write_plans(Plans((plan,), 5, date(2026, 11, 24)), home / "plans.json")
    # What is known well pays too, though it is not due: least of all.
    assert asked()[-1] == "peru"
    assert len(asked()) == 3
    with options.open_workspace() as workspace:
        course = current_plan_state(workspace)
        assert course
        assert course.room == 4  # five minutes at 73 seconds a question
        write_plans(Plans((replace(plan, on=date(2026, 11, 23)),), 5), home / "plans.json")
        assert current_plan_state(workspace) is None
    assert asked() == ["chad", "france"]


def test_with_a_date_confident_misses_come_first_and_other_decks_stay_out(
    deck: Path, home: Path, answered: Callable[..., None]
) -> None:
    (deck.parent / "other.yaml").write_text(
        "deck: other\ntitle: Other\nquestions:\n  - id: q\n    question: Q?\n    answer: A.\n"
    )
    answered(6, {"capitals/peru": [("Lima", Mark.MISSED)]})
    answered(4, {"capitals/chad": [("x", Mark.MISSED)]}, confidence=95)
    plan = Plan("acme", date(2026, 12, 20), Selection(decks=("capitals",)))
    write_plans(Plans((plan,), 30, date(2026, 11, 24)), home / "plans.json")
    keys = asked()
    assert keys[0] == "chad"
    assert sorted(keys) == ["chad", "france", "peru"]
    assert asked(replace(ALL, everything=True))[-1] == "q"


def test_when_todays_minutes_are_over_the_day_has_no_room_left(
    deck: Path, home: Path, answered: Callable[..., None]
) -> None:
    answered(0, {f"capitals/{number}": [("x", Mark.SAID)] for number in range(30)})
    write_plans(Plans((Plan("acme", date(2026, 12, 20)),), 2), home / "plans.json")
    with options.open_workspace() as workspace:
        course = current_plan_state(workspace)
    assert course
    assert course.room == 0


def test_with_a_plan_the_due_questions_are_the_rest_of_today(
    deck: Path, home: Path, answered: Callable[..., None]
) -> None:
    answered(9, {f"capitals/{key}": [("x", Mark.MISSED)] for key in ("peru", "chad", "france")})
    plan = Plan("acme", date(2026, 12, 20), Selection(tags=("america",)))
    write_plans(Plans((plan,), 30, date(2026, 11, 24)), home / "plans.json")
    with options.open_workspace() as workspace:
        state = current_plan_state(workspace)
        due = Selection(due=True)
        assert planned(workspace, due, state) == ["capitals/peru"]
        assert len(planned(workspace, replace(due, everything=True), state)) == 3
        assert planned(workspace, Selection(search="Chad"), state) == ["capitals/chad"]
        with pytest.raises(DrillError, match="no question of the plan matches"):
            planned(workspace, Selection(new=True), state)

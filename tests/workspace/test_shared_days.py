"""Several interviews share a day as planned, in every view of that day."""

import json
from datetime import date
from pathlib import Path
from random import Random

import pytest

from drill.cli import options
from drill.schedule.plans import Plan, Plans
from drill.selection import Order, Selection
from drill.settings.plans_file import write_plans
from drill.workspace.cheatsheet import carried
from drill.workspace.plan_state import PlanState
from drill.workspace.question_queue import planned, scheduled, selected
from drill.workspace.today import current_plan_state, today
from drill.workspace.workspace import Workspace
from tests.conftest import NOW, Run

EVERY = Selection()


def decks_of(keys: list[str]) -> dict[str, int]:
    names = [key.split("/")[0] for key in keys]
    return {name: names.count(name) for name in names}


def state(workspace: Workspace) -> PlanState:
    found = current_plan_state(workspace)
    assert found
    return found


@pytest.fixture(autouse=True)
def two_decks(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty questions on Go, thirty on SQL."""
    monkeypatch.setattr("drill.cli.options.now", lambda: NOW)
    folder = home / "questions"
    folder.mkdir(parents=True)
    for name, count in (("go", 40), ("sql", 30)):
        questions = "".join(f"  - {{id: q{n}, question: Part {n}?}}\n" for n in range(count))
        text = f"deck: {name}\ntitle: {name}\nquestions:\n{questions}"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")


def plan_for(home: Path, go: int, sql: int) -> None:
    """Half an hour a day until the interviews on these days of November."""
    plans = (
        Plan("go", date(2026, 11, go), Selection(decks=("go",))),
        Plan("sql", date(2026, 11, sql), Selection(decks=("sql",))),
    )
    write_plans(Plans(plans, 30, NOW.date()), home / "plans.json")


def test_quiz_list_home_and_plan_have_the_same_share_of_each_interview(
    home: Path, run: Run
) -> None:
    plan_for(home, 26, 26)
    with options.open_workspace() as workspace:
        plan = state(workspace)
        left = list(today(workspace, plan).left)
        asked = scheduled(workspace, Selection(count=plan.room), plan)
        due = planned(workspace, Selection(due=True), plan)
    assert decks_of(left) == {"go": 11, "sql": 11}  # of half an hour, 80 seconds each
    assert [entry.key for entry in asked] == left
    assert sorted(due) == sorted(left)
    assert json.loads(run("--json").out)["today"] == {"done": 0, "left": 22, "new": 22}
    interviews = json.loads(run("plan", "--json").out)["interviews"]
    firsts = [interview["forecast"]["days"][0] for interview in interviews]
    assert [first["new"] for first in firsts] == [11, 11]
    listed = json.loads(run("list", "--due", "--json").out)["questions"]
    assert sorted(line["key"] for line in listed) == sorted(left)


def test_mock_sheet_and_cram_are_for_the_next_interview(home: Path) -> None:
    plan_for(home, 27, 30)
    with options.open_workspace() as workspace:
        plan = state(workspace)
        rehearsed = planned(workspace, EVERY, plan, next_only=True)
        sheet = carried(workspace, EVERY)
        crammed = selected(workspace, EVERY, plan, Order.BEST, Random(1), next_only=True)
        both = planned(workspace, EVERY, plan)
    assert decks_of(rehearsed) == {"go": 40}
    assert decks_of([entry.key for entry in sheet.entries]) == {"go": 40}
    assert sheet.on == date(2026, 11, 27)
    assert {entry.deck for entry in crammed} == {"go"}
    assert decks_of(both) == {"go": 40, "sql": 30}


def test_the_day_of_one_interview_belongs_to_the_other(home: Path, run: Run) -> None:
    plan_for(home, 24, 30)
    with options.open_workspace() as workspace:
        plan = state(workspace)
        left = list(today(workspace, plan).left)
        sheet = carried(workspace, EVERY)
    assert decks_of(left) == {"sql": 22}
    assert sheet.on == date(2026, 11, 24)
    out = run("plan").out
    assert "Today is the day: your sheet, three questions to warm up, and good luck." in out
    assert "0 of 22 done today" not in out.split("sql")[0]


def test_on_the_day_of_the_last_interview_every_question_is_extra(home: Path, run: Run) -> None:
    plan_for(home, 24, 24)
    with options.open_workspace() as workspace:
        plan = state(workspace)
        assert today(workspace, plan).left == ()
        assert len(scheduled(workspace, Selection(count=10), plan)) == 10
    assert "nothing left for today" in run().out
    assert "by the plan" not in run("plan").out

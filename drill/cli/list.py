"""`drill list`: the questions, and how well you know each."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated

import typer

from drill.cli import options
from drill.cli.output import write_json, write_row
from drill.cli.selecting import selecting
from drill.errors import DrillError
from drill.model import Entry, Knowledge
from drill.reporting.humanize import percent
from drill.reporting.titles import distinct_titles
from drill.selection import Selection
from drill.workspace.plan_state import PlanState
from drill.workspace.question_queue import planned
from drill.workspace.today import current_plan_state, today
from drill.workspace.workspace import Workspace


@selecting()
def questions(
    wanted: Selection,
    *,
    drafted: Annotated[
        bool, typer.Option("--drafted", help="Only questions whose key points are drafts.")
    ] = False,
    questions: options.Questions = None,
    json: Annotated[bool, options.json_as("list")] = False,
) -> None:
    """List the questions, and how well you know each."""
    with options.open_workspace(wanted.decks, questions) as workspace:
        options.read_all(workspace.library)
        options.warn(workspace.library)
        on_screen = sys.stdout.isatty() and not json
        plan = current_plan_state(workspace) if wanted.due or on_screen else None
        chosen = plan if wanted.due else None
        keys = (_drafted if drafted else planned)(workspace, wanted, chosen)
        known = workspace.history.knowledge(keys)
        rows = [(entry, known.get(entry.key)) for entry in workspace.library.entries(keys)]
        if json:
            from drill.cli.records import entry_record

            write_json({"questions": [entry_record(*row) for row in rows]})
        elif on_screen:
            from drill.terminal import console
            from drill.terminal.listings import questions as listing
            from drill.terminal.pager import paged

            screen = console.make()
            with paged(screen):
                turn = workspace.settings.day_turns_at
                listing.show(screen, rows, workspace.now, turn, _by_plan(workspace, plan, known))
        else:
            titles = distinct_titles([entry for entry, _ in rows])
            for entry, knowledge in rows:
                write_row(_cells(entry, knowledge, titles[entry.key]))


def _by_plan(
    workspace: Workspace, plan: PlanState | None, known: Mapping[str, Knowledge]
) -> dict[str, str] | None:
    """The status of a plan's questions: asked today, or the expected recall; None for no plan."""
    if plan is None:
        return None
    from drill.terminal.listings.questions import TODAY

    words = {}
    for interview, aim in reversed(
        [*zip(plan.plans, plan.aims, strict=True)]
    ):  # the first interview wins
        learnt = {key: known[key] for key in aim.keys if key in known and known[key].memory}
        for key, chance in plan.recalls(workspace, aim.days, learnt).items():
            words[key] = f"on {interview.on.day} {interview.on:%b} {percent(chance)}"
    return words | dict.fromkeys(today(workspace, plan).left, TODAY)


def _drafted(workspace: Workspace, wanted: Selection, plan: PlanState | None) -> list[str]:
    """The keys of the selected questions whose key points are unreviewed drafts."""
    keys = planned(workspace, replace(wanted, count=None), plan)
    drafted = [entry.key for entry in workspace.library.entries(keys) if entry.question.drafted]
    if not drafted:
        raise DrillError("no question has drafted key points", "drill points drafts some")
    return drafted[: wanted.count]


def _cells(entry: Entry, knowledge: Knowledge | None, title: str) -> list[str]:
    """Key, coverage in percent, due date, title, and whether the coverage is self-rated."""
    memory = knowledge.memory if knowledge else None
    return [
        entry.key,
        f"{knowledge.coverage:.0%}" if knowledge else "",
        memory.due.isoformat(timespec="seconds") if memory else "",
        title,
        "self-rated" if knowledge and knowledge.self_rated else "",
    ]

"""Changing the plans: an interview set, moved or deleted, the minutes a day."""

from dataclasses import replace
from pathlib import Path

from drill import own_files
from drill.errors import DrillError
from drill.library import rooted
from drill.schedule.dates import parse_date
from drill.schedule.plans import FARTHEST, NAME, Plan, Plans
from drill.selection import Selection
from drill.settings.plans_file import read_plans, write_plans
from drill.workspace.workspace import Workspace


def change_plans(
    workspace: Workspace,
    on: str | None,
    minutes: int | None,
    name: str | None,
    wanted: Selection,
) -> Plans:
    """Change the plans as the options say, and save them.

    `on` is a date in words, `name` the interview, `wanted` its questions: a new date alone keeps
    those it has. DrillError where there is nothing to change, or for a date that cannot be.
    """
    path = workspace.settings.plans
    with own_files.locked(path):
        before = plans = read_plans(path)
        if on is None and name is not None and name not in {plan.name for plan in plans.plans}:
            raise DrillError(why_none(plans, name), "drill plan --on DATE --name NAME makes one")
        if minutes is not None or on is not None:
            plans = plans.promising(minutes or plans.minutes, workspace.today)
        if on is not None:
            plans = plans.with_plan(_interview(workspace, plans, on, name or NAME, wanted))
        if plans != before and plans.plans:
            write_plans(plans, path)
        return plans


def _interview(workspace: Workspace, plans: Plans, on: str, name: str, wanted: Selection) -> Plan:
    """The interview set to the date `on`."""
    today = workspace.today
    day = parse_date(on, today)
    if day < today:
        raise DrillError(f"{day} has passed", "choose today or a later day", 2)
    if day > today + FARTHEST:
        raise DrillError(f"{day} is too far ahead", "choose a day within the next five years", 2)
    moved = [plan.selection for plan in plans.ahead(today) if plan.name == name]
    if wanted == Selection() and moved:
        return Plan(name, day, moved[0])
    wanted = replace(wanted, decks=rooted(wanted.decks))
    workspace.keys(wanted)  # raises DrillError if nothing matches
    return Plan(name, day, wanted)


def clear_plans(path: Path, name: str | None) -> None:
    """Delete the interview `name` from the file of plans, or all of them for None.

    Without a name the file is not read, so that a broken one can be cleared too.
    """
    with own_files.locked(path):
        write_plans(_without(read_plans(path), name) if name else Plans(), path)


def _without(plans: Plans, name: str) -> Plans:
    left = tuple(plan for plan in plans.plans if plan.name != name)
    if len(left) == len(plans.plans):
        names = ", ".join(plan.name for plan in plans.plans) or "none"
        raise DrillError(f"no interview {name!r}", f"interviews: {names}")
    return replace(plans, plans=left)


def why_none(plans: Plans, name: str | None) -> str:
    """Why no interview is ahead, or none of that name."""
    if name is not None:
        return f"there is no interview {name!r} ahead"
    return "the interview has passed" if plans.plans else "there is no interview ahead"

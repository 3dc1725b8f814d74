"""Which questions a quiz asks, and in what order, out of library and history."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

from drill.errors import DrillError
from drill.model import Entry, day_start, study_day
from drill.selection import Order, Selection, urgency
from drill.workspace.workspace import Workspace

if TYPE_CHECKING:
    from drill.workspace.plan_state import PlanState

QUESTIONS = 10
"""What a quiz asks that is not told how many."""
_AT_ONCE = 200


def current_plan_state(workspace: Workspace) -> "PlanState | None":
    """What stands to be done by the plans that are kept; None without an interview ahead."""
    if not workspace.settings.plans.exists():
        return None
    from drill.settings.plans_file import read_plans
    from drill.workspace.plan_state import course

    found = read_plans(workspace.settings.plans)
    return course(workspace, found) if found.ahead(study_day(workspace.now)) else None


def scheduled(workspace: Workspace, wanted: Selection, course: "PlanState | None") -> list[Entry]:
    """What pays most by `course`, confident misses first; then what is due, then what is new.

    At the most `wanted.count` questions; raises DrillError where there is none.
    """
    keys: list[str] = []
    if course:
        planner = course.planner(
            workspace, workspace.library.find(wanted) if wanted.by_text else None
        )
        today, known = day_start(workspace.now), course.known
        surprises = {
            key for key, each in known.items() if each.confident_miss and each.last < today
        }
        keys = sorted(planner.ranked(), key=lambda key: key not in surprises)[: wanted.count]
    if wanted.count is None or len(keys) < wanted.count:
        asked = frozenset(keys)
        others = _due_then_new(workspace, wanted, needed=not keys)
        room = None if wanted.count is None else wanted.count - len(keys)
        keys += islice((key for key in others if key not in asked), room)
    return workspace.library.entries(keys)


def selected(workspace: Workspace, wanted: Selection, order: Order, chance: Random) -> list[Entry]:
    """The questions that `wanted` selects, due or not, in the order asked for.

    Raises DrillError where there is none.
    """
    keys = workspace.keys(replace(wanted, count=None))
    if order is Order.SHUFFLE:
        chance.shuffle(keys)
    elif order is Order.BEST:
        known = workspace.history.knowledge(keys)
        keys.sort(key=lambda key: urgency(known.get(key), workspace.due_by))
    return workspace.library.entries(keys[: wanted.count])


def _due_then_new(workspace: Workspace, wanted: Selection, *, needed: bool) -> Iterator[str]:
    """The keys that are due, confident misses first, then the new ones as the documents run.

    Raises DrillError where there is none although one is `needed`.
    """
    found = False
    due = workspace.history.due(workspace.due_by)
    while page := list(islice(due, _AT_ONCE)):
        for key in workspace.library.among(wanted, page):
            found = True
            yield key
    keys = workspace.library.walk(wanted)
    while page := list(islice(keys, _AT_ONCE)):
        known = workspace.history.knowledge(page)
        for key in page:
            # What was only ever crammed is in no schedule yet: as good as new.
            if key not in known or known[key].memory is None:
                found = True
                yield key
    if needed and not found:
        workspace.keys(wanted)  # says so where nothing matches at all
        raise DrillError(
            "nothing is due and nothing is new",
            "drill quiz --cram goes over what you know, and leaves the schedule as it is",
        )

"""Selects and orders the questions of a quiz, from library, history and plan."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

from drill.errors import DrillError
from drill.model import Entry
from drill.selection import Order, Selection, fits_state, urgency
from drill.workspace.today import today
from drill.workspace.workspace import Workspace

if TYPE_CHECKING:
    from drill.workspace.plan_state import PlanState

QUESTIONS = 10
"""The default number of questions in a quiz."""
_AT_ONCE = 200


def scheduled(workspace: Workspace, wanted: Selection, plan: "PlanState | None") -> list[Entry]:
    """The most valuable questions by `plan`, or without one the due, then the new ones.

    With a plan and no selection, only questions of the plan; a selection continues with the others.
    At most `wanted.count` questions; raises DrillError if there is none.
    """
    keys: list[str] = []
    if plan:
        within = workspace.library.find(wanted) if wanted.by_text else None
        keys = plan.ranked(workspace, within)
        if within is None and not plan.is_eve:
            # Questions that failed today come last.
            keys = [key for key in keys if not plan.asked_today(workspace, key)] or keys[:QUESTIONS]
        keys = keys[: wanted.count]
    beyond = not keys or wanted.by_text or wanted.everything
    if beyond and (wanted.count is None or len(keys) < wanted.count):
        asked = frozenset(keys)
        others = _due_then_new(workspace, wanted, needed=not keys)
        if plan and not wanted.by_text and not wanted.everything:
            own = plan.keys
            others = (key for key in others if key in own)
        room = None if wanted.count is None else wanted.count - len(keys)
        keys += islice((key for key in others if key not in asked), room)
    if not keys:
        raise DrillError(
            "the plan has nothing more for today",
            "drill quiz --all asks questions outside the plan, --cram known ones",
        )
    return workspace.library.entries(keys)


def selected(
    workspace: Workspace,
    wanted: Selection,
    plan: "PlanState | None",
    order: Order,
    rng: Random,
    *,
    next_only: bool = False,
) -> list[Entry]:
    """The questions that `wanted` selects, due or not, in the requested order; see `planned`.

    Raises DrillError if there is none.
    """
    keys = planned(workspace, replace(wanted, count=None), plan, next_only=next_only)
    if order is Order.SHUFFLE:
        rng.shuffle(keys)
    elif order is Order.BEST:
        known = workspace.history.knowledge(keys)
        keys.sort(key=lambda key: urgency(known.get(key), workspace.due_by))
    return workspace.library.entries(keys[: wanted.count])


def planned(
    workspace: Workspace,
    wanted: Selection,
    plan: "PlanState | None",
    *,
    next_only: bool = False,
) -> list[str]:
    """The keys that `wanted` selects: those of the plan, unless it names others or has --all.

    With a plan, the due questions are the rest of today's. `next_only` limits them to the next
    interview, for a mock interview or a cheat sheet. Raises DrillError if there is none.
    """
    if plan is None or wanted.by_text or wanted.everything:
        return workspace.keys(wanted)
    own = plan.next_keys if next_only else plan.keys
    keys = [key for key in workspace.library.find(wanted) if key in own]
    if wanted.by_state:
        left = set(today(workspace, plan).left)
        others = replace(wanted, due=False)
        keys = [
            key
            for key in keys
            if (wanted.due and key in left)
            or (others.by_state and fits_state(others, plan.known.get(key), workspace.due_by))
        ]
    if not keys:
        raise DrillError("no question of the plan matches", "--all selects from all questions")
    return keys[: wanted.count]


def _due_then_new(workspace: Workspace, wanted: Selection, *, needed: bool) -> Iterator[str]:
    """The keys that are due, confident misses first, then new ones in document order.

    Raises DrillError if there is none, but one is `needed`.
    """
    any_found = False
    due = workspace.history.due(workspace.due_by)
    while page := list(islice(due, _AT_ONCE)):
        for key in workspace.library.among(wanted, page):
            any_found = True
            yield key
    keys = workspace.library.walk(wanted)
    while page := list(islice(keys, _AT_ONCE)):
        known = workspace.history.knowledge(page)
        for key in page:
            # Questions that were only crammed are not scheduled yet, so they count as new.
            if key not in known or known[key].memory is None:
                any_found = True
                yield key
    if needed and not any_found:
        workspace.keys(wanted)  # raises DrillError if nothing matches at all
        raise DrillError(
            "nothing is due and nothing is new",
            "drill quiz --cram reviews known questions and leaves the schedule as it is",
        )

"""Which questions a quiz asks, and in what order, out of library and history."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from random import Random

from drill.cli.options import Desk
from drill.errors import DrillError
from drill.model import Entry
from drill.selection import Order, Selection, urgency

QUESTIONS = 10
_AT_ONCE = 200


def scheduled(desk: Desk, wanted: Selection) -> list[Entry]:
    """What pays most for the interviews ahead, else what is due, then what is new.

    At the most `wanted.count` questions; raises DrillError where there is none.
    """
    if desk.settings.plans.exists():
        from drill.cli.planning import planner

        by_plan = planner(desk, desk.library.find(wanted) if wanted.by_text else None)
        if by_plan and (ranked := by_plan.ranked()):
            return desk.library.entries(ranked[: wanted.count])
    return desk.library.entries(islice(_due_then_new(desk, wanted), wanted.count))


def todays_count(desk: Desk) -> int:
    """How many questions a quiz asks that is not told: what today's minutes hold, else ten."""
    if desk.settings.plans.exists():
        from drill.cli.planning import questions_today

        return questions_today(desk) or QUESTIONS
    return QUESTIONS


def selected(desk: Desk, wanted: Selection, order: Order, chance: Random) -> list[Entry]:
    """The questions that `wanted` selects, due or not, in the order asked for.

    Raises DrillError where there is none.
    """
    keys = desk.keys(replace(wanted, count=None))
    if order is Order.SHUFFLE:
        chance.shuffle(keys)
    elif order is Order.BEST:
        known = desk.history.knowledge(keys)
        keys.sort(key=lambda key: urgency(known.get(key), desk.due_by))
    return desk.library.entries(keys[: wanted.count])


def _due_then_new(desk: Desk, wanted: Selection) -> Iterator[str]:
    """The keys that are due, confident misses first, then the new ones as the documents run."""
    found = False
    due = desk.history.due(desk.due_by)
    while page := list(islice(due, _AT_ONCE)):
        for key in desk.library.among(wanted, page):
            found = True
            yield key
    keys = desk.library.walk(wanted)
    while page := list(islice(keys, _AT_ONCE)):
        known = desk.history.knowledge(page)
        for key in page:
            # What was only ever crammed is in no schedule yet: as good as new.
            if key not in known or known[key].memory is None:
                found = True
                yield key
    if not found:
        desk.keys(wanted)  # says so where nothing matches at all
        raise DrillError(
            "nothing is due and nothing is new",
            "drill quiz --cram goes over what you know, and leaves the schedule as it is",
        )

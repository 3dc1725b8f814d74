"""The planner out of plans, library and history: `drill plan` shows it, `drill quiz` asks by it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from drill.cli.options import Desk
from drill.model import Knowledge, Rating, Timing, study_day
from drill.planner import Aim, Pace, Planner
from drill.plans import Plan, Plans, aims, read_plans

_LOOK_BACK = timedelta(days=60)
_LONGEST = 300.0
"""Seconds; an answer that took longer was interrupted."""
_TRUST = 3
"""Days' worth of the promise that count as kept before the first is over."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a person answers; of the promised time, what is `spent` of today's (seconds).

    `kept` is the share, above 0 to 1, that was kept of the days before.
    """

    pace: Pace
    spent: float
    kept: float


@dataclass(frozen=True, slots=True)
class Course:
    """The interviews ahead with what each aims for, and what is known of their questions.

    `gone` are the decks that they name and the library has no more.
    """

    plans: tuple[Plan, ...]
    aims: list[Aim]
    known: dict[str, Knowledge]
    habits: Habits
    gone: tuple[str, ...]

    def likely(self, keys: Collection[str] | None = None) -> list[Aim]:
        """The aims with as much time as was kept so far; `keys` narrows them to some questions."""
        wanted = None if keys is None else frozenset(keys)
        return [
            Aim(
                aim.days,
                aim.seconds * self.habits.kept,
                aim.keys if wanted is None else [key for key in aim.keys if key in wanted],
            )
            for aim in self.aims
        ]


def course(desk: Desk, found: Plans) -> Course:
    """What stands to be done for the interviews ahead, whose questions the library finds now."""
    today = study_day(desk.now)
    plans = found.ahead(today)
    chosen, gone = [], dict[str, None]()
    for plan in plans:
        missing = desk.library.missing(plan.selection.decks)
        gone |= dict.fromkeys(missing)
        decks = tuple(deck for deck in plan.selection.decks if deck not in missing)
        # No deck left of those named: not all decks, but none.
        nothing = missing and not decks
        wanted = replace(plan.selection, decks=decks)
        chosen.append((plan, [] if nothing else desk.library.find(wanted)))
    mine = habits(desk, found)
    return Course(
        plans=plans,
        aims=aims(chosen, found.minutes, today, mine.spent),
        known=desk.history.knowledge(dict.fromkeys(key for _, keys in chosen for key in keys)),
        habits=mine,
        gone=tuple(gone),
    )


def planner(desk: Desk, keys: Collection[str] | None = None) -> Planner | None:
    """The planner of a sitting that begins now; None without an interview ahead.

    `keys` narrows it to some questions.
    """
    found = read_plans(desk.settings.plans)
    if not found.ahead(study_day(desk.now)):
        return None
    what = course(desk, found)
    schedule = desk.settings.schedule
    return Planner(what.likely(keys), what.known, desk.now, what.habits.pace, schedule)


def questions_today(desk: Desk) -> int | None:
    """How many questions today's minutes still hold; None without a plan, or when it is done."""
    found = read_plans(desk.settings.plans)
    if not found.ahead(study_day(desk.now)):
        return None
    mine = habits(desk, found)
    left = found.minutes * 60 - mine.spent
    return max(1, round(left / mine.pace.seconds)) if left > 0 else None


def habits(desk: Desk, found: Plans) -> Habits:
    """What the last weeks' answers show, against the minutes that were promised."""
    attempts = desk.history.timings(desk.now - _LOOK_BACK)
    today = study_day(desk.now)
    by_day: dict[date, float] = {}
    for attempt, seconds in _timed(attempts):
        day = study_day(attempt.at)
        by_day[day] = by_day.get(day, 0.0) + seconds
    first = max(found.since or today, today - _LOOK_BACK)
    days = max(0, (today - first).days)
    spent = sum(seconds for day, seconds in by_day.items() if first <= day < today)
    promised = found.minutes * 60
    kept = (_TRUST * promised + spent) / ((_TRUST + days) * promised)
    return Habits(pace(attempts), by_day.get(today, 0.0), min(1.0, kept))


def pace(attempts: Sequence[Timing]) -> Pace:
    """How a person answers, as the `attempts`, in order of time, show."""
    scored = [(each, seconds) for each, seconds in _timed(attempts) if each.rating is not None]
    firsts = {each.key: each for each, _ in reversed(scored)}
    hits = sum(each.rating != Rating.AGAIN for each in firsts.values())
    spent = sum(seconds for _, seconds in scored)
    return Pace().told(len(scored), spent, len(firsts), hits)


def _timed(attempts: Sequence[Timing]) -> Iterator[tuple[Timing, float]]:
    """Each attempt with the seconds that it took, the answer and its scoring included."""
    scored: dict[str, datetime] = {}
    for each in attempts:
        before = scored.get(each.session)
        since = (each.at - before).total_seconds() if before else 0.0
        yield each, min(max(each.seconds, since), _LONGEST)
        scored[each.session] = each.at

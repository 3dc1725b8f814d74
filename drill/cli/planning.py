"""The planner out of plans, library and history: `drill plan` shows it, `drill quiz` asks by it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from drill.cli.options import Desk
from drill.model import Knowledge, day_end, study_day
from drill.pace import Pace, pace, whole
from drill.planner import Aim, Planner
from drill.plans import Plan, Plans, aims, read_plans

_LOOK_BACK = timedelta(days=60)
_ANSWERS = 1_000  # read at the most before a quiz: more would say no more, and take long
_TRUST = 3
"""Days' worth of the promise that count as kept before the first is over."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a person answers; of the promised time, what is `spent` of today's (seconds).

    `kept` is the share, above 0 to 1, that was kept of the days before; `questions` are those that
    today's minutes still hold.
    """

    pace: Pace
    spent: float
    kept: float
    questions: int


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

    def planner(self, desk: Desk, keys: Collection[str] | None = None) -> Planner:
        """The planner of a sitting that begins now; `keys` narrows it to some questions."""
        schedule = desk.settings.schedule
        return Planner(self.likely(keys), self.known, desk.now, self.habits.pace, schedule)


def kept_course(desk: Desk) -> Course | None:
    """What stands to be done by the plans that are kept; None without an interview ahead."""
    found = read_plans(desk.settings.plans)
    return course(desk, found) if found.ahead(study_day(desk.now)) else None


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


def habits(desk: Desk, found: Plans) -> Habits:
    """What the last weeks' answers show, against the minutes that were promised."""
    since = desk.now - _LOOK_BACK
    timings = whole(desk.history.timings(since, _ANSWERS))
    today, day, end = study_day(desk.now), study_day(since), day_end(since)
    by_day: dict[date, float] = {}
    for each in timings:
        if each.at >= end:
            day, end = study_day(each.at), day_end(each.at)
        by_day[day] = by_day.get(day, 0.0) + each.seconds
    if len(timings) == _ANSWERS:
        since = day_end(timings[0].at)  # of the day before some answers are missing
    first = max(found.since or today, study_day(since))
    days = max(0, (today - first).days)
    spent = sum(seconds for day, seconds in by_day.items() if first <= day < today)
    promised = found.minutes * 60
    kept = (_TRUST * promised + spent) / ((_TRUST + days) * promised)
    mine = pace(timings, desk.settings.schedule)
    over = by_day.get(today, 0.0)
    room = promised - over
    questions = max(1, round(room / mine.seconds)) if room > 0 else 0
    return Habits(mine, over, min(1.0, kept), questions)

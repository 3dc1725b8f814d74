"""The planner out of plans, library and history: `drill plan` shows it, `drill quiz` asks by it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta

from drill.cli.options import Desk
from drill.memory import Schedule
from drill.model import Attempt, Knowledge, Rating, study_day
from drill.planner import Aim, Pace, Planner
from drill.plans import Plan, aims, read_plans

_LOOK_BACK = timedelta(days=60)
_LONGEST = 300.0
"""Seconds; an answer that took longer was interrupted."""


@dataclass(frozen=True, slots=True)
class Course:
    """The interviews ahead with what each aims for, and what is known of their questions."""

    plans: tuple[Plan, ...]
    aims: list[Aim]
    known: dict[str, Knowledge]
    pace: Pace
    schedule: Schedule


def course(desk: Desk, plans: Sequence[Plan], minutes: float) -> Course:
    """What stands to be done for `plans`, whose questions the library finds now."""
    chosen = [(plan, desk.library.find(plan.selection)) for plan in plans]
    known = desk.history.knowledge(dict.fromkeys(key for _, keys in chosen for key in keys))
    return Course(
        plans=tuple(plans),
        aims=aims(chosen, minutes, study_day(desk.now)),
        known=known,
        pace=pace(desk.history.attempts(since=desk.now - _LOOK_BACK)),
        schedule=desk.settings.schedule,
    )


def planner(desk: Desk, keys: Collection[str] | None = None) -> Planner | None:
    """The planner of a sitting that begins now; None without an interview ahead.

    `keys` narrows it to some questions.
    """
    found = read_plans(desk.settings.plans)
    ahead = found.ahead(study_day(desk.now))
    if not ahead:
        return None
    what = course(desk, ahead, found.minutes)
    targets = what.aims
    if keys is not None:
        wanted = frozenset(keys)
        targets = [
            Aim(aim.days, aim.seconds, [key for key in aim.keys if key in wanted])
            for aim in targets
        ]
    return Planner(targets, what.known, desk.now, what.pace, what.schedule)


def questions_today(desk: Desk) -> int | None:
    """How many questions today's minutes still hold; None without a plan, or when it is done."""
    found = read_plans(desk.settings.plans)
    today = study_day(desk.now)
    if not found.ahead(today):
        return None
    attempts = desk.history.attempts(since=desk.now - _LOOK_BACK)
    spent = sum(min(each.seconds, _LONGEST) for each in attempts if study_day(each.at) == today)
    left = int((found.minutes * 60 - spent) / pace(attempts).seconds)
    return left if left > 0 else None


def pace(attempts: Sequence[Attempt]) -> Pace:
    """How a person answers, as the `attempts` show."""
    scored = [each for each in attempts if not each.skipped]
    firsts = {each.key: each for each in reversed(scored)}
    hits = sum(each.rating != Rating.AGAIN for each in firsts.values())
    spent = sum(min(each.seconds, _LONGEST) for each in scored)
    return Pace().told(len(scored), spent, len(firsts), hits)

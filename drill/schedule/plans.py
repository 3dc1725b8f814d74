"""The user's interviews, and the planner's aims for them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from drill.schedule.planner import Aim
from drill.selection import Selection

MINUTES = 30
NAME = "interview"
"""The default name of an interview."""
MOST_MINUTES = 1440
FARTHEST = timedelta(days=5 * 365)
"""The farthest date of an interview: every day until then is simulated."""


@dataclass(frozen=True, slots=True)
class Plan:
    """An interview: its name, its date, and the questions it may ask."""

    name: str
    on: date
    selection: Selection = field(default_factory=Selection)


@dataclass(frozen=True, slots=True)
class OnTheDay:
    """The chance, 0 to 1, of recalling a question on the day `on` of an interview."""

    on: date
    recall: float


@dataclass(frozen=True, slots=True)
class Plans:
    """All interviews. They share the `minutes` of each day, promised on the day `since`."""

    plans: tuple[Plan, ...] = ()
    minutes: int = MINUTES
    since: date | None = None

    def with_plan(self, plan: Plan) -> "Plans":
        """The plans with `plan` in place of the plan of that name, in order of their dates."""
        others = [other for other in self.plans if other.name != plan.name]
        ordered = sorted([*others, plan], key=lambda other: (other.on, other.name))
        return replace(self, plans=tuple(ordered))

    def promising(self, minutes: int, today: date) -> "Plans":
        """The plans with `minutes` a day; a new promise counts from `today`."""
        since = (minutes == self.minutes and self.ahead(today) and self.since) or today
        return replace(self, minutes=minutes, since=since)

    def ahead(self, today: date) -> tuple[Plan, ...]:
        """The plans whose date has not passed and is not too far ahead."""
        return tuple(plan for plan in self.plans if today <= plan.on <= today + FARTHEST)


def aims(
    plans: Sequence[tuple[Plan, Collection[str]]], minutes: float, today: date, spent: float
) -> list[Aim]:
    """The planner's aims: each plan with the keys of its questions.

    The plans ahead share the minutes of a day equally; an interview takes none of its own day.
    `spent` is the time already used today, in seconds.
    """
    ahead = sum(plan.on > today for plan, _ in plans)
    over = min(spent, minutes * 60) / max(1, ahead)
    dates = sorted(plan.on for plan, _ in plans)
    result = []
    for plan, keys in plans:
        days = (plan.on - today).days
        share, before = 0.0, 0
        for index, on in enumerate(dates):
            until = (min(on, plan.on) - today).days
            share += max(0, until - before) / (len(dates) - index)
            before = max(before, until)
        result.append(Aim(days, share * minutes * 60 - over if days else 0.0, keys))
    return result

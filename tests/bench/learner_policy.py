"""The planner as a policy for a simulation of learners: `make(info)` gives `policy(obs)`.

`info` holds `n` questions, `days` of study, the `budgets` in seconds of each; `obs` the `day`, the
`seconds_left` of it, the last question asked and the `history` of each as (day, rating, seconds).
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Protocol

from drill.grading import coverage_of_rating
from drill.model import Attempt, Knowledge, Rating, Timing
from drill.schedule.learner import pace
from drill.schedule.memory import learn
from drill.schedule.planner import Aim, Planner

_QUESTIONS = 10  # a quiz; who has time left when it is over begins another
_START = datetime(2030, 1, 1).astimezone()


class Obs(Protocol):
    """What a policy is told at each decision."""

    now: float
    day: int
    seconds_left: float
    last: int | None
    history: list[list[tuple[float, int, float]]]


class _Policy:
    def __init__(self, days: int, budgets: list[float], n: int) -> None:
        self._days = days
        self._budgets = budgets
        self._keys = {str(number): number for number in range(n)}
        self._known: dict[str, Knowledge] = {}
        self._today = -1
        self._quiz: list[str] = []
        self._timings: list[Timing] = []

    def __call__(self, obs: Obs) -> int | None:
        if obs.last is not None and len(obs.history[obs.last]) > self._seen(obs.last):
            self._take(obs.last, *obs.history[obs.last][-1])
        if obs.day != self._today:
            self._today, self._quiz = obs.day, []
        if not self._quiz:
            self._quiz = self._plan(obs).ranked()[:_QUESTIONS][::-1]
        return self._keys[self._quiz.pop()] if self._quiz else None

    def _plan(self, obs: Obs) -> Planner:
        seconds = obs.seconds_left + sum(self._budgets[obs.day + 1 :])
        aim = Aim(self._days - obs.day, seconds, self._keys)
        now = _START + timedelta(days=obs.now)
        return Planner([aim], self._known, now, pace(self._timings))

    def _seen(self, number: int) -> int:
        known = self._known.get(str(number))
        return known.attempts if known else 0

    def _take(self, number: int, day: float, rating: int, seconds: float) -> None:
        key = str(number)
        attempt = Attempt(
            id=f"s.{len(self._timings)}",
            session="s",
            key=key,
            scored_at=(_START + timedelta(days=day)).astimezone(UTC),
            seconds=seconds,
            coverage=coverage_of_rating(Rating(rating), wrong=False),
            rating=Rating(rating),
        )
        self._timings.append(Timing(key, "s", attempt.scored_at, seconds, rating))
        known = learn(self._known.get(key), attempt)
        if known:
            self._known[key] = known


def make(info: Mapping[str, object]) -> _Policy:
    """A policy for one simulated learner."""
    days, n, budgets = info["days"], info["n"], info["budgets"]
    assert isinstance(days, int)
    assert isinstance(n, int)
    assert isinstance(budgets, list)
    return _Policy(days, budgets, n)

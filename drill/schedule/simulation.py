"""Simulates the days of plans: the questions of each day, and the recall at the end."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from random import Random
from statistics import fmean

from drill.model import FAILED_COVERAGE, Knowledge, Memory, Rating, day_end
from drill.schedule.fsrs_formulas import FsrsModel
from drill.schedule.learner import Learner
from drill.schedule.memory import DAY, Schedule
from drill.schedule.planner import SAME_DAY, Aim, Planner

_MORNING = timedelta(hours=5)  # after the start of the study day: when interviews begin
_SITTING = 0.5  # of a day: a question missed more recently was also just read
_LEAST_GAP = timedelta(hours=2)  # the least time between the last answer and the interview
# FSRS's stabilities are multiplied by one of these, because people differ. Of 432 simulated
# learners, half by FSRS with parameters of their own, half by ACT-R, 85 % ended between the low and
# the high forecast of the first day; with factors of a half and two, only half of them would have.
LIKELY_SCALES, LEAST_SCALE, MOST_SCALE = (0.1, 0.5, 1.0), 0.05, 1.0
# Days that are ranked one by one, at the beginning and at the end, and the steps between them.
_FIRST_DAYS, _LAST_DAYS, _STEPS = 14, 5, 12


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the plan, `ahead` days from today: new questions, repeats, minutes."""

    ahead: int
    new: int
    repeats: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Budget:
    """`minutes` a day; `spent` of today's, in seconds; `kept` is the share kept on earlier days.

    The share is above 0 and at most 1.
    """

    minutes: float
    spent: float = 0.0
    kept: float = 1.0


@dataclass(frozen=True, slots=True)
class Simulation:
    """One simulation of an aim's days: the keys asked on each, and the knowledge at the end."""

    days: tuple[Day, ...]
    asked: tuple[tuple[str, ...], ...]
    known: Mapping[str, Knowledge]


def length(aims: Sequence[Aim]) -> int:
    """The days until the last interview; its own day is not planned."""
    return max((aim.days for aim in aims), default=0)


def _looks(days: int) -> set[int]:
    """The days on which questions are ranked again: of a long plan the first, the last, and some.

    Days in between reuse the previous ranking.
    """
    stride = max(1, -(-(days - _FIRST_DAYS - _LAST_DAYS) // _STEPS))
    near = {*range(min(days, _FIRST_DAYS)), *range(max(0, days - _LAST_DAYS), days)}
    return near | set(range(_FIRST_DAYS, days, stride)) | {days}


def _later(aim: Aim, ahead: int) -> Aim:
    """`aim` after `ahead` days, with its minutes spent evenly."""
    whole = max(1, aim.days)
    return Aim(aim.days - ahead, aim.seconds * (whole - ahead) / whole, aim.keys)


class _Order:
    """The order in which simulated days ask: the planner's, or on the days between the last one."""

    def __init__(self) -> None:
        self._ranking: list[str] = []
        self._queue: list[str] = []
        self._rank: Callable[[], list[str]] | None = None
        self._asked = 0

    def begin_day(self, rank: Callable[[], list[str]] | None) -> None:
        """Begin a day that ranks with `rank`; None continues with the last ranking."""
        self._rank, self._asked = rank, 0
        if rank is not None:
            self._queue = []

    def next(self) -> str | None:
        """The next question; None if there is none left today."""
        if not self._queue and self._rank is not None:
            self._queue = self._rank()[::-1]
            if not self._asked and self._queue:
                self._ranking = self._queue.copy()
        elif not self._queue and self._asked < len(self._ranking):
            self._queue = self._ranking.copy()
        if not self._queue:
            return None
        self._asked += 1
        return self._queue.pop()


class World:
    """A simulated learner, who starts with `known` at `now`."""

    def __init__(
        self,
        known: Mapping[str, Knowledge],
        now: datetime,
        pace: Learner,
        schedule: Schedule,
        turn: timedelta,
    ) -> None:
        self._known, self._now, self._turn = known, now, turn
        self._pace, self._schedule = pace, schedule
        self._curve = FsrsModel(schedule.parameters)

    def interview(self, aim: Aim) -> datetime:
        """The moment at which the interview begins."""
        evening = day_end(self._now, turn=self._turn) + timedelta(days=aim.days - 1)
        return max(evening + _MORNING, self._now + _LEAST_GAP)

    def recalls(
        self,
        aim: Aim,
        known: Mapping[str, Knowledge],
        at: datetime,
        scales: Sequence[float] = LIKELY_SCALES,
    ) -> list[float]:
        """The chance of recalling each question of `aim` at `at`, the mean over the `scales`."""
        recall, unmet = self._curve.recall, self._pace.known
        result = []
        for knowledge in map(known.get, aim.keys):
            if knowledge is None or knowledge.memory is None:
                result.append(unmet)
                continue
            stability, days = (
                self._pace.stability(knowledge, knowledge.memory),
                _elapsed(knowledge.memory, at),
            )
            chance = fmean([recall(stability * scale, days) for scale in scales])
            just_missed = knowledge.coverage < FAILED_COVERAGE and days < _SITTING
            result.append(min(chance, SAME_DAY) if just_missed else chance)
        return result

    def simulate(
        self,
        aims: Sequence[Aim],
        budget: Budget,
        run: int,
        step: Callable[[], None],
        most: int | None = None,
    ) -> list[Simulation]:
        """The simulation of each aim under the planner, with the random numbers of `run`.

        Simulates at most `most` days.
        """
        state = dict(self._known)
        keys = [frozenset(aim.keys) for aim in aims]
        days: list[list[Day]] = [[] for _ in aims]
        told: list[list[tuple[str, ...]]] = [[] for _ in aims]
        ends: list[dict[str, Knowledge]] = [dict(state) for _ in aims]
        renewed = {day for aim in aims for day in _looks(aim.days)}
        order = _Order()
        for ahead in range(length(aims))[:most]:
            at = self._now + timedelta(days=ahead)
            running = [number for number, aim in enumerate(aims) if aim.days > ahead]
            seconds = budget.minutes * 60 - (0 if ahead else budget.spent)
            room = max(1, round(seconds / self._pace.seconds)) if seconds > 0 else 0
            asked: list[tuple[str, bool]] = []
            left = [_later(aims[number], ahead) for number in running]
            order.begin_day(partial(self._ranked, left, state, at) if ahead in renewed else None)
            while len(asked) < room and (key := order.next()) is not None:
                before = state.get(key)
                asked.append((key, before is None or before.memory is None))
                state[key] = self._answer(key, before, at, run)
            for number in running:
                own = [(key, was_new) for key, was_new in asked if key in keys[number]]
                new = sum(was_new for _, was_new in own)
                spending = len(own) * self._pace.seconds / 60
                days[number].append(Day(ahead, new, len(own) - new, spending))
                told[number].append(tuple(key for key, _ in own))
                if ahead + 1 == aims[number].days:
                    ends[number] = dict(state)
            step()
        return [
            Simulation(tuple(held), tuple(asked_then), end)
            for held, asked_then, end in zip(days, told, ends, strict=True)
        ]

    def _ranked(
        self, aims: Sequence[Aim], state: Mapping[str, Knowledge], at: datetime
    ) -> list[str]:
        return Planner(aims, state, at, self._pace, self._schedule, turn=self._turn).ranked()

    def _answer(self, key: str, before: Knowledge | None, at: datetime, run: int) -> Knowledge:
        """The knowledge of a question after one more simulated answer."""
        curve = self._curve
        attempts = before.attempts if before else 0
        luck = Random(f"{run} {key} {attempts}").random()
        memory = before.memory if before else None
        if memory is None:
            recalled = luck < self._pace.known
            stability, difficulty = curve.first(Rating.GOOD if recalled else Rating.AGAIN)
        else:
            days = _elapsed(memory, at)
            stability, difficulty = memory.stability, memory.difficulty
            chance = curve.recall(stability, days) if days >= 1 else SAME_DAY
            recalled = luck < chance
            if days < 1:
                stability = curve.same_day(stability, Rating.GOOD if recalled else Rating.AGAIN)
            elif recalled:
                stability = curve.success(stability, difficulty, chance)
            else:
                stability = curve.failure(stability, difficulty, chance)
            if not recalled:
                difficulty = curve.harder(difficulty)
        after = Memory(stability, difficulty, at, at)
        return Knowledge(attempts + 1, 1.0 if recalled else 0.0, at, memory=after)


def _elapsed(memory: Memory, at: datetime) -> float:
    """The days since the last answer, with fractions."""
    return max(0.0, (at - memory.last) / DAY)

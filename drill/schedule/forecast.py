"""What a plan promises: its days, played through, and what will be known on the day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import itemgetter
from random import Random
from statistics import fmean

from drill.model import DAY_TURNS_AT, FAILED_COVERAGE, Knowledge, Memory, Rating, day_end
from drill.schedule.fsrs_formulas import FsrsModel
from drill.schedule.learner import Learner
from drill.schedule.memory import DEFAULT, Schedule
from drill.schedule.planner import SAME_DAY, Aim, Planner

_MORNING = timedelta(hours=5)  # after the day's turn: when interviews begin
_SITTING = 0.5  # of a day: what was missed so shortly ago was also just read
_LEAST_GAP = timedelta(hours=2)  # the least that lies between the last answer and the interview
# Stabilities are FSRS's times one of these, as people differ. Of 432 simulated learners, half by
# FSRS with parameters of their own, half by ACT-R, 85 % ended between the low and the high figure
# that was told on the first day; with half and twice FSRS's stabilities, half of them would have.
_LIKELY_SCALES, _LEAST_SCALE, _MOST_SCALE = (0.1, 0.5, 1.0), 0.05, 1.0
_AT_RISK = 0.7
_WHOLE_DAY = 24 * 60
_FOUR_OF_FIVE = 1.28  # standard deviations that four of five days stay within
_MOST_PLAYS = 12
# One play of many questions, or of many days, is as good as several of few.
_ENOUGH_QUESTIONS = 200
_ENOUGH_DAYS = 60
# Days played one by one, at the beginning and at the end; the steps in which those between are.
_FIRST_DAYS, _LAST_DAYS, _STEPS = 14, 5, 12


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the plan, `ahead` days from today: new questions, repeats, minutes."""

    ahead: int
    new: int
    repeats: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is expected of one interview; shares of recall, 0 to 1, over all its questions.

    `now` is today's, `if_idle` that of the day when nothing is done, `planned` when the plan is
    kept, `low` and `high` what four of five stay between, whose memories differ as people's may;
    `at_current_rate` when only the share of the minutes is kept that was kept so far;
    `gain_per_minute` is what one minute more a day adds. `at_risk` are the keys least likely to be
    recalled although they are met, the worst first; `unmet` counts those that will not be asked at
    all.
    """

    questions: int
    days: tuple[Day, ...]
    now: float
    if_idle: float
    planned: float
    low: float
    high: float
    at_current_rate: float
    at_risk: tuple[str, ...]
    unmet: int
    gain_per_minute: float


@dataclass(frozen=True, slots=True)
class Budget:
    """`minutes` a day; `spent` seconds of today's are over; `kept` is the share of those before.

    The share is above 0 and at most 1.
    """

    minutes: float
    spent: float = 0.0
    kept: float = 1.0


@dataclass(frozen=True, slots=True)
class _Play:
    """The days of an aim played once, and what is known at their end."""

    days: tuple[Day, ...]
    known: Mapping[str, Knowledge]


def forecast(
    aims: Sequence[Aim],
    known: Mapping[str, Knowledge],
    now: datetime,
    budget: Budget,
    *,
    pace: Learner,
    schedule: Schedule = DEFAULT,
    turn: timedelta = DAY_TURNS_AT,
    step: Callable[[], None] = lambda: None,
) -> list[Forecast]:
    """What each of `aims` may expect when the minutes of `budget` are kept; they share the days.

    The days are played with chances that are the same every time, so that answers to the same
    questions compare; a study day begins at `turn`, from midnight; `step` is called after each of
    the `days_to_play`.
    """
    world = _World(known, now, pace, schedule, turn)
    minutes = budget.minutes

    def played(share: float) -> list[list[_Play]]:
        """The plays of each aim with so much of the minutes."""
        scaled = [Aim(aim.days, aim.seconds * share, aim.keys) for aim in aims]
        runs = [
            world.play(scaled, Budget(minutes * share, budget.spent), run, step)
            for run in range(_plays(aims))
        ]
        return [list(of_one) for of_one in zip(*runs, strict=True)]

    extra = max(1.0, min(minutes / 5, _WHOLE_DAY - minutes))
    plain = played(1.0)
    rich = played(1.0 + extra / minutes) if minutes < _WHOLE_DAY else plain
    poor = played(budget.kept) if budget.kept < 1 else plain
    results = []
    for aim, mine, richer, poorer in zip(aims, plain, rich, poor, strict=True):
        then = world.interview(aim)
        idle = _mean(world.recalls(aim, known, then))

        def expected(
            runs: Sequence[_Play],
            scales: Sequence[float] = _LIKELY_SCALES,
            aim: Aim = aim,
            then: datetime = then,
        ) -> list[float]:
            each = [world.recalls(aim, run.known, then, scales) for run in runs]
            return [fmean(chances) for chances in zip(*each, strict=True)]

        chances = expected(mine)
        planned = max(idle, _mean(chances))  # an answer does no harm, though few plays may say so
        variance = sum(chance * (1 - chance) for chance in chances)
        spread = _FOUR_OF_FIVE * variance**0.5 / max(1, len(chances))
        met = {key for key, each in mine[0].known.items() if each.memory}
        risky = [
            (chance, key)
            for chance, key in zip(chances, aim.keys, strict=True)
            if key in met and chance < _AT_RISK
        ]
        results.append(
            Forecast(
                questions=len(aim.keys),
                days=mine[0].days,
                now=_mean(world.recalls(aim, known, now)),
                if_idle=idle,
                planned=planned,
                low=min(planned, max(0.0, _mean(expected(mine, [_LEAST_SCALE])) - spread)),
                high=max(planned, min(1.0, _mean(expected(mine, [_MOST_SCALE])) + spread)),
                at_current_rate=min(planned, max(idle, _mean(expected(poorer)))),
                at_risk=tuple(key for _, key in sorted(risky, key=itemgetter(0))),
                unmet=sum(key not in met for key in aim.keys),
                gain_per_minute=max(0.0, (_mean(expected(richer)) - planned) / extra),
            )
        )
    return results


def days_to_play(aims: Sequence[Aim], budget: Budget) -> int:
    """How many days a forecast plays through, all times taken together."""
    times = 1 + (budget.minutes < _WHOLE_DAY) + (budget.kept < 1)
    return _length(aims) * _plays(aims) * times


def _length(aims: Sequence[Aim]) -> int:
    return max((max(1, aim.days) for aim in aims), default=0)


def _plays(aims: Sequence[Aim]) -> int:
    """How often the days are played: the fewer questions, the more a single play is chance."""
    questions = len({key for aim in aims for key in aim.keys})
    return max(
        1,
        min(
            _MOST_PLAYS,
            _ENOUGH_QUESTIONS // max(1, questions),
            _ENOUGH_DAYS // max(1, _length(aims)),
        ),
    )


def _mean(chances: Sequence[float]) -> float:
    return min(1.0, fmean(chances)) if chances else 0.0


def _looks(days: int) -> set[int]:
    """The days on which questions are ranked anew: of a long plan the first, the last, and some.

    Days in between reuse the previous ranking.
    """
    stride = max(1, -(-(days - _FIRST_DAYS - _LAST_DAYS) // _STEPS))
    near = {*range(min(days, _FIRST_DAYS)), *range(max(0, days - _LAST_DAYS), days)}
    return near | set(range(_FIRST_DAYS, days, stride)) | {days}


def _later(aim: Aim, ahead: int) -> Aim:
    """`aim` as it stands `ahead` days on, its minutes spent evenly."""
    whole = max(1, aim.days)
    return Aim(aim.days - ahead, aim.seconds * (whole - ahead) / whole, aim.keys)


class _World:
    """What is `known` at the moment `now`, and how it goes on from there."""

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
        """When it begins."""
        evening = day_end(self._now, turn=self._turn) + timedelta(days=aim.days - 1)
        return max(evening + _MORNING, self._now + _LEAST_GAP)

    def recalls(
        self,
        aim: Aim,
        known: Mapping[str, Knowledge],
        at: datetime,
        scales: Sequence[float] = _LIKELY_SCALES,
    ) -> list[float]:
        """The chance of recalling each question of `aim` at `at`, the mean over the `scales`."""
        recall, unmet = self._curve.recall, self._pace.known
        result = []
        for each in map(known.get, aim.keys):
            if each is None or each.memory is None:
                result.append(unmet)
                continue
            stability, days = self._pace.stability(each, each.memory), _elapsed(each.memory, at)
            chance = fmean([recall(stability * scale, days) for scale in scales])
            just_missed = each.coverage < FAILED_COVERAGE and days < _SITTING
            result.append(min(chance, SAME_DAY) if just_missed else chance)
        return result

    def play(
        self, aims: Sequence[Aim], budget: Budget, run: int, step: Callable[[], None]
    ) -> list[_Play]:
        """What comes of each aim when the planner is followed, as `run` has the chances fall."""
        state = dict(self._known)
        keys = [frozenset(aim.keys) for aim in aims]
        days: list[list[Day]] = [[] for _ in aims]
        ends: list[dict[str, Knowledge]] = [{} for _ in aims]
        renewed = {day for aim in aims for day in _looks(max(1, aim.days))}
        ranking: list[str] = []
        queue: list[str] = []
        for ahead in range(_length(aims)):
            at = self._now + timedelta(days=ahead)
            running = [number for number, aim in enumerate(aims) if max(1, aim.days) > ahead]
            seconds = budget.minutes * 60 - (0 if ahead else budget.spent)
            room = max(1, round(seconds / self._pace.seconds)) if seconds > 0 else 0
            asked: list[tuple[str, bool]] = []
            if ahead in renewed:
                queue = []
            while len(asked) < room:
                if not queue:
                    if ahead in renewed:
                        left = [_later(aims[number], ahead) for number in running]
                        planner = Planner(
                            left, state, at, self._pace, self._schedule, turn=self._turn
                        )
                        if not (queue := planner.ranked()[::-1]):
                            break
                        if not asked:
                            ranking = queue.copy()
                    elif len(asked) >= len(ranking):
                        break
                    else:
                        queue = ranking.copy()
                key = queue.pop()
                before = state.get(key)
                asked.append((key, before is None or before.memory is None))
                state[key] = self._answer(key, before, at, run)
            for number in running:
                mine = [was_new for key, was_new in asked if key in keys[number]]
                spending = len(mine) * self._pace.seconds / 60
                days[number].append(Day(ahead, sum(mine), len(mine) - sum(mine), spending))
                if ahead + 1 == max(1, aims[number].days):
                    ends[number] = dict(state)
            step()
        return [_Play(tuple(held), end) for held, end in zip(days, ends, strict=True)]

    def _answer(self, key: str, before: Knowledge | None, at: datetime, run: int) -> Knowledge:
        """What is known of a question after one answer more, right or not as its chance has it."""
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
    """The days since the last answer."""
    return max(0.0, (at - memory.last) / timedelta(days=1))

"""What a plan promises: its days, played through, and what will be known on the day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from statistics import fmean

from drill.curve import Curve
from drill.memory import DEFAULT, Schedule, review
from drill.model import Knowledge, Memory, Rating
from drill.planner import Aim, Pace, Planner

_MORNING = timedelta(hours=15)  # from an evening's sitting to an interview in the morning
_FASTER, _SLOWER = 0.5, 2.0  # how differently people forget, by their fitted stabilities
_AT_RISK = 0.7
_LIKELY = 1.28  # standard deviations that four of five days stay within


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the plan, `ahead` of today by so many: new questions, repeats, minutes."""

    ahead: int
    new: int
    repeats: int
    minutes: float


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is expected of one interview; shares of recall, 0 to 1, over all its questions.

    `now` is today's, `idle` that of the day when nothing is done, `planned` when the plan is kept,
    `low` and `high` when you forget twice as fast or half as fast as FSRS takes people to, and have
    such a day as one in ten is; `more`
    is what one minute more a day adds. `at_risk` are the keys least likely to be recalled although
    they are met, `unmet` counts those that will not be asked at all.
    """

    questions: int
    days: tuple[Day, ...]
    now: float
    idle: float
    planned: float
    low: float
    high: float
    at_risk: tuple[str, ...]
    unmet: int
    more: float


def forecast(
    aims: Sequence[Aim],
    known: Mapping[str, Knowledge],
    now: datetime,
    minutes: float,
    *,
    pace: Pace,
    schedule: Schedule = DEFAULT,
) -> list[Forecast]:
    """What each of `aims` may expect when `minutes` a day are kept; they share the days.

    The days are played once with chances that are the same every time, so that answers to the same
    questions compare.
    """
    plain = _play(aims, known, now, minutes, pace=pace, schedule=schedule)
    extra = max(1.0, minutes / 5)
    longer = [Aim(aim.days, aim.seconds * (minutes + extra) / minutes, aim.keys) for aim in aims]
    rich = _play(longer, known, now, minutes + extra, pace=pace, schedule=schedule)
    results = []
    for number, aim in enumerate(aims):
        then = now + timedelta(days=aim.days) - _MORNING if aim.days else now
        ends, days = plain[number]

        def expected(
            memories: Mapping[str, Memory], scale: float, at: datetime = then, aim: Aim = aim
        ) -> float:
            chances = recalls(aim, memories, at, pace=pace, schedule=schedule, scale=scale)
            return fmean(chances.values()) if chances else 0.0

        start = {key: each.memory for key, each in known.items() if each.memory}
        chances = recalls(aim, ends, then, pace=pace, schedule=schedule)
        variance = sum(chance * (1 - chance) for chance in chances.values())
        spread = _LIKELY * variance**0.5 / max(1, len(chances))
        risky = [key for key in chances if key in ends and chances[key] < _AT_RISK]
        results.append(
            Forecast(
                questions=len(aim.keys),
                days=tuple(days),
                now=expected(start, 1.0, now),
                idle=expected(start, 1.0),
                planned=expected(ends, 1.0),
                low=max(0.0, expected(ends, _FASTER) - spread),
                high=min(1.0, expected(ends, _SLOWER) + spread),
                at_risk=tuple(sorted(risky, key=chances.__getitem__)),
                unmet=sum(key not in ends for key in aim.keys),
                more=max(0.0, (expected(rich[number][0], 1.0) - expected(ends, 1.0)) / extra),
            )
        )
    return results


def recalls(
    aim: Aim,
    memories: Mapping[str, Memory],
    at: datetime,
    *,
    pace: Pace,
    schedule: Schedule,
    scale: float = 1.0,
) -> dict[str, float]:
    """The chance of recalling each question of `aim` at `at`; `scale` multiplies stabilities,
    and by its root what is known of the unmet."""
    curve = Curve(schedule.parameters)
    result = {}
    for key in aim.keys:
        memory = memories.get(key)
        days = max(0.0, (at - memory.last) / timedelta(days=1)) if memory else 0.0
        if memory:
            result[key] = curve.recall(memory.stability * scale, days)
        else:
            result[key] = min(1.0, pace.known * scale**0.5)
    return result


def _play(
    aims: Sequence[Aim],
    known: Mapping[str, Knowledge],
    now: datetime,
    minutes: float,
    *,
    pace: Pace,
    schedule: Schedule,
) -> list[tuple[dict[str, Memory], list[Day]]]:
    """The memories at each aim's date, and its days, played with the planner."""
    state = dict(known)
    days: list[list[Day]] = [[] for _ in aims]
    ends: list[dict[str, Memory]] = [{} for _ in aims]
    for ahead in range(max((max(1, aim.days) for aim in aims), default=0)):
        at = now + timedelta(days=ahead)
        running = [number for number, aim in enumerate(aims) if max(1, aim.days) > ahead]
        left = [_later(aims[number], ahead) for number in running]
        asked = _sit(left, state, at, minutes, pace=pace, schedule=schedule)
        memories = {key: each.memory for key, each in state.items() if each.memory}
        for number in running:
            keys = frozenset(aims[number].keys)
            mine = [was_new for key, was_new in asked if key in keys]
            spent = len(mine) * pace.seconds / 60
            days[number].append(Day(ahead, sum(mine), len(mine) - sum(mine), spent))
            ends[number] = memories
    return list(zip(ends, days, strict=True))


def _later(aim: Aim, ahead: int) -> Aim:
    """`aim` as it stands `ahead` days on, its minutes spent evenly."""
    whole = max(1, aim.days)
    return Aim(aim.days - ahead, aim.seconds * (whole - ahead) / whole, aim.keys)


def _sit(
    aims: Sequence[Aim],
    state: dict[str, Knowledge],
    at: datetime,
    minutes: float,
    *,
    pace: Pace,
    schedule: Schedule,
) -> list[tuple[str, bool]]:
    """Ask for one sitting; what was asked, and whether it was new. `state` moves on."""
    planner = Planner(aims, state, at, pace, schedule)
    curve = Curve(schedule.parameters)
    asked: list[tuple[str, bool]] = []
    for _ in range(max(1, round(minutes * 60 / pace.seconds))):
        key = planner.best()
        if key is None:
            break
        before = state.get(key)
        memory = before.memory if before else None
        attempts = before.attempts if before else 0
        elapsed = (at - memory.last) / timedelta(days=1) if memory else 0.0
        chance = curve.recall(memory.stability, max(0.0, elapsed)) if memory else pace.known
        recalled = Random(f"{key} {attempts}").random() < chance
        rating = Rating.GOOD if recalled else Rating.AGAIN
        after = review(memory, rating, at, schedule)
        state[key] = Knowledge(attempts + 1, 1.0 if recalled else 0.0, at, memory=after)
        planner.answered(key, state[key])
        asked.append((key, memory is None))
    return asked

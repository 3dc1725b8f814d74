"""The forecast of a plan: its simulated days, and the recall on the day of the interview."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest
from operator import itemgetter
from statistics import fmean

from drill.model import DAY_TURNS_AT, Knowledge
from drill.schedule.learner import Learner
from drill.schedule.memory import DEFAULT, Schedule
from drill.schedule.planner import Aim
from drill.schedule.simulation import (
    LEAST_SCALE,
    LIKELY_SCALES,
    MOST_SCALE,
    Budget,
    Day,
    Simulation,
    World,
    length,
)

_AT_RISK = 0.7
_WHOLE_DAY = 24 * 60
_FOUR_OF_FIVE = 1.28  # standard deviations that contain four days in five
_MOST_REPETITIONS = 12
# One simulation of many questions or days is as reliable as several of few.
_ENOUGH_QUESTIONS = 200
_ENOUGH_DAYS = 60


@dataclass(frozen=True, slots=True)
class Forecast:
    """The forecast for one interview; shares of recall, 0 to 1, over all its questions.

    `now` is the recall today, the others that on the day of the interview: `if_idle` without any
    more answers, `planned` if the plan is kept, `low` to `high` the range of four in five simulated
    learners, `at_current_rate` if the user keeps the share of the minutes kept so far;
    `gain_per_minute` is the gain from one more minute a day. `at_risk` are the asked keys least
    likely to be recalled, the worst first; `unmet` is the number of questions that are never asked.
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
    """The forecast for each of `aims`, which share the days, if the minutes of `budget` are kept.

    The random numbers are the same in every simulation, so that results are comparable. A study day
    begins at `turn`, from midnight; `step` is called after each of the `days_to_simulate`.
    """
    world = World(known, now, pace, schedule, turn)
    minutes = budget.minutes

    def simulated(share: float) -> list[list[Simulation]]:
        """The simulations of each aim with this share of the minutes."""
        scaled = [Aim(aim.days, aim.seconds * share, aim.keys) for aim in aims]
        runs = [
            world.simulate(scaled, Budget(minutes * share, budget.spent), run, step)
            for run in range(_repetitions(aims))
        ]
        return [list(of_one) for of_one in zip(*runs, strict=True)]

    extra = max(1.0, min(minutes / 5, _WHOLE_DAY - minutes))
    plain = simulated(1.0)
    rich = simulated(1.0 + extra / minutes) if minutes < _WHOLE_DAY else plain
    poor = simulated(budget.kept) if budget.kept < 1 else plain
    results = []
    for aim, simulations, richer, poorer in zip(aims, plain, rich, poor, strict=True):
        then = world.interview(aim)
        idle = _mean(world.recalls(aim, known, then))

        def expected(
            runs: Sequence[Simulation],
            scales: Sequence[float] = LIKELY_SCALES,
            aim: Aim = aim,
            then: datetime = then,
        ) -> list[float]:
            by_run = [world.recalls(aim, run.known, then, scales) for run in runs]
            return [fmean(chances) for chances in zip(*by_run, strict=True)]

        chances = expected(simulations)
        planned = max(idle, _mean(chances))  # answers never do harm, whatever a few simulations say
        variance = sum(chance * (1 - chance) for chance in chances)
        spread = _FOUR_OF_FIVE * variance**0.5 / max(1, len(chances))
        met = _met(simulations[0])
        risky = [
            (chance, key)
            for chance, key in zip(chances, aim.keys, strict=True)
            if key in met and chance < _AT_RISK
        ]
        results.append(
            Forecast(
                questions=len(aim.keys),
                days=simulations[0].days,
                now=_mean(world.recalls(aim, known, now)),
                if_idle=idle,
                planned=planned,
                low=min(planned, max(0.0, _mean(expected(simulations, [LEAST_SCALE])) - spread)),
                high=max(planned, min(1.0, _mean(expected(simulations, [MOST_SCALE])) + spread)),
                at_current_rate=min(planned, max(idle, _mean(expected(poorer)))),
                at_risk=tuple(key for _, key in sorted(risky, key=itemgetter(0))),
                unmet=_unmet(aim, simulations[0]),
                gain_per_minute=max(0.0, (_mean(expected(richer)) - planned) / extra),
            )
        )
    return results


def asked_by_plan(
    aims: Sequence[Aim],
    known: Mapping[str, Knowledge],
    now: datetime,
    budget: Budget,
    most: int,
    *,
    pace: Learner,
    schedule: Schedule = DEFAULT,
    turn: timedelta = DAY_TURNS_AT,
) -> list[set[str]]:
    """The keys that `forecast` asks on each of at most `most` days, for all aims."""
    world = World(known, now, pace, schedule, turn)
    simulations = world.simulate(aims, budget, 0, lambda: None, most)
    days = zip_longest(*(simulation.asked for simulation in simulations), fillvalue=())
    return [{key for asked in day for key in asked} for day in days]


def unmet(
    aims: Sequence[Aim],
    known: Mapping[str, Knowledge],
    now: datetime,
    budget: Budget,
    *,
    pace: Learner,
    schedule: Schedule = DEFAULT,
    turn: timedelta = DAY_TURNS_AT,
) -> list[int]:
    """The number of questions of each aim that `forecast` never asks, without a full forecast."""
    simulations = World(known, now, pace, schedule, turn).simulate(aims, budget, 0, lambda: None)
    return [_unmet(aim, simulation) for aim, simulation in zip(aims, simulations, strict=True)]


def _unmet(aim: Aim, simulation: Simulation) -> int:
    met = _met(simulation)
    return sum(key not in met for key in aim.keys)


def _met(simulation: Simulation) -> set[str]:
    return {key for key, knowledge in simulation.known.items() if knowledge.memory}


def days_to_simulate(aims: Sequence[Aim], budget: Budget) -> int:
    """The number of simulated days of a forecast, all repetitions included."""
    times = 1 + (budget.minutes < _WHOLE_DAY) + (budget.kept < 1)
    return length(aims) * _repetitions(aims) * times


def _repetitions(aims: Sequence[Aim]) -> int:
    """The number of simulations: with fewer questions, chance affects each one more."""
    questions = len({key for aim in aims for key in aim.keys})
    return max(
        1,
        min(
            _MOST_REPETITIONS,
            _ENOUGH_QUESTIONS // max(1, questions),
            _ENOUGH_DAYS // max(1, length(aims)),
        ),
    )


def _mean(chances: Sequence[float]) -> float:
    return min(1.0, fmean(chances)) if chances else 0.0

"""A model of how the user answers and forgets, estimated from past answers for the planner."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import exp

from drill.model import FAILED_COVERAGE, Knowledge, Memory, Rating, Timing
from drill.schedule.fsrs_formulas import FsrsModel
from drill.schedule.memory import DAY, DEFAULT, NEXT_DAY, Schedule

_WEIGHT = 5  # answers: the weight of the prior assumptions
_LONGEST = 300.0  # seconds; a longer answer was interrupted
_KNEW, _LEARNED = 1.0, 0.6  # log standard deviations between people: prior, new knowledge
_MOST_LASTING = 16.0
_SUREST = 0.98  # a chance: failure is always possible


@dataclass(frozen=True, slots=True)
class Learner:
    """The user as a learner: `seconds` per answer in total; `known` is the share known beforehand.

    Prior knowledge lasts `prior_stability_factor` times as long as FSRS predicts, new knowledge as
    long as predicted: knowledge of years is not lost in days.
    """

    seconds: float = 80.0
    known: float = 0.4
    prior_stability_factor: float = 2.0

    def stability(self, knowledge: Knowledge, memory: Memory) -> float:
        """Stability in days, adjusted for prior knowledge."""
        knew = knowledge.attempts == 1 and knowledge.coverage >= FAILED_COVERAGE
        return memory.stability * (self.prior_stability_factor if knew else 1.0)


START = Learner()
"""The assumptions before the first answer."""


def with_scoring_time(timings: Iterable[Timing]) -> list[Timing]:
    """The attempts, in order of time, with the seconds of scoring added to those of the answer."""
    scored: dict[str, datetime] = {}
    result = []
    for timing in timings:
        before = scored.get(timing.session)
        since = (timing.at - before).total_seconds() if before else 0.0
        scored[timing.session] = timing.at
        result.append(timing._replace(seconds=min(max(timing.seconds, since), _LONGEST)))
    return result


def pace(timings: Iterable[Timing], schedule: Schedule = DEFAULT) -> Learner:
    """The learner that `attempts`, in order of time, suggest."""
    asked: defaultdict[str, list[Timing]] = defaultdict(list)
    answers, spent = 0, 0.0
    for timing in timings:
        if timing.rating is not None:
            answers, spent = answers + 1, spent + timing.seconds
            if not timing.seen_before:
                asked[timing.key].append(timing)
    knew = [of_one for of_one in asked.values() if of_one[0].rating != Rating.AGAIN]
    learned = [of_one for of_one in asked.values() if of_one[0].rating == Rating.AGAIN]
    curve = FsrsModel(schedule.parameters)
    longer = _longer(knew, curve, START.prior_stability_factor, _KNEW) - _longer(
        learned, curve, 1.0, _LEARNED
    )
    return Learner(
        seconds=(_WEIGHT * START.seconds + spent) / (_WEIGHT + answers),
        known=(_WEIGHT * START.known + len(knew)) / (_WEIGHT + len(asked)),
        prior_stability_factor=min(
            max(START.prior_stability_factor * exp(longer), 1.0), _MOST_LASTING
        ),
    )


def _longer(
    asked: Collection[Sequence[Timing]],
    curve: FsrsModel,
    prior_stability_factor: float,
    apart: float,
) -> float:
    """The correction, as a logarithm, of `prior_stability_factor` for first answers.

    Uses second answers to the same questions on a later day: one step of Fisher scoring from
    `prior_stability_factor` towards the most likely value; `apart` is the deviation between people.
    """
    score, information = 0.0, apart**-2
    for first, second in (of_one[:2] for of_one in asked if len(of_one) > 1):
        if second.at - first.at < NEXT_DAY:
            continue
        stability, _ = curve.first(first.rating or Rating.AGAIN)
        gap = (second.at - first.at) / DAY
        chance = min(curve.recall(stability * prior_stability_factor, gap), _SUREST)
        slope = curve.slope(stability * prior_stability_factor, gap)
        recalled = second.rating != Rating.AGAIN
        score += (recalled - chance) * slope / (chance * (1 - chance))
        information += slope**2 / (chance * (1 - chance))
    return score / information

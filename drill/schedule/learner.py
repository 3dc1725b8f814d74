"""How a person answers and forgets, by what they answered so far: what the planner reckons with."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import exp

from drill.model import FAILED_COVERAGE, Knowledge, Memory, Rating, Timing
from drill.schedule.fsrs_formulas import FsrsModel
from drill.schedule.memory import DAY, DEFAULT, NEXT_DAY, Schedule

_WEIGHT = 5  # answers: what is thought before there are any weighs as much
_LONGEST = 300.0  # seconds; an answer that took longer was interrupted
_KNEW, _LEARNED = 1.0, 0.6  # how far people lie apart in how they hold either, as logarithms
_MOST_LASTING = 16.0
_SUREST = 0.98  # a chance: nobody's failure is as good as impossible


@dataclass(frozen=True, slots=True)
class Learner:
    """How a person answers: `seconds` for one, all told; `known` the share known before asked.

    What was known when it was first asked holds `prior_stability_factor` times as long as FSRS
    says, if what was not known holds as long as it says: years of knowledge are not lost in days.
    """

    seconds: float = 80.0
    known: float = 0.4
    prior_stability_factor: float = 2.0

    def stability(self, knowledge: Knowledge, memory: Memory) -> float:
        """Stability in days, adjusted for prior knowledge."""
        knew = knowledge.attempts == 1 and knowledge.coverage >= FAILED_COVERAGE
        return memory.stability * (self.prior_stability_factor if knew else 1.0)


START = Learner()
"""What is thought of a person before there is an answer."""


def with_scoring_time(timings: Iterable[Timing]) -> list[Timing]:
    """The attempts, in order of time, with the seconds of their scoring besides the answer's."""
    scored: dict[str, datetime] = {}
    result = []
    for timing in timings:
        before = scored.get(timing.session)
        since = (timing.at - before).total_seconds() if before else 0.0
        scored[timing.session] = timing.at
        result.append(timing._replace(seconds=min(max(timing.seconds, since), _LONGEST)))
    return result


def pace(timings: Iterable[Timing], schedule: Schedule = DEFAULT) -> Learner:
    """The pace that attempts show, given in order of time."""
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
    """How much longer first answers hold than `prior_stability_factor` times FSRS says, as a log.

    By the second answers to the same questions, where they came on a later day: one step of
    Fisher's scoring from `prior_stability_factor` towards the likeliest value; people vary by
    `apart`.
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

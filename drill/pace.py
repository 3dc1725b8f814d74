"""How a person answers and forgets, by what they answered so far: what the planner reckons with."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp

from drill.curve import Curve
from drill.memory import DEFAULT, NEXT_DAY, Schedule
from drill.model import Knowledge, Memory, Rating, Timing

_WEIGHT = 5  # answers: what is thought before there are any weighs as much
_LONGEST = 300.0  # seconds; an answer that took longer was interrupted
_KNEW, _LEARNED = 1.0, 0.6  # how far people lie apart in how they hold either, as logarithms
_MOST_LASTING = 16.0
_SUREST = 0.98  # a chance: nobody's failure is as good as impossible
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Pace:
    """How a person answers: `seconds` for one, all told; `known` the share known before asked.

    What was known when it was first asked holds `lasting` times as long as FSRS says, if what was
    not holds as long as it says: who has known a thing for years does not lose it in days.
    """

    seconds: float = 80.0
    known: float = 0.4
    lasting: float = 2.0

    def stability(self, knowledge: Knowledge, memory: Memory) -> float:
        """How long, in days, a question holds of which this is known."""
        knew = knowledge.attempts == 1 and knowledge.coverage >= 0.5
        return memory.stability * (self.lasting if knew else 1.0)


START = Pace()
"""What is thought of a person before there is an answer."""


def whole(timings: Iterable[Timing]) -> list[Timing]:
    """The attempts, in order of time, with the seconds of their scoring besides the answer's."""
    scored: dict[str, datetime] = {}
    result = []
    for each in timings:
        before = scored.get(each.session)
        since = (each.at - before).total_seconds() if before else 0.0
        scored[each.session] = each.at
        result.append(each._replace(seconds=min(max(each.seconds, since), _LONGEST)))
    return result


def pace(timings: Iterable[Timing], schedule: Schedule = DEFAULT) -> Pace:
    """The pace that attempts show, given in order of time."""
    asked: defaultdict[str, list[Timing]] = defaultdict(list)
    answers, spent = 0, 0.0
    for each in timings:
        if each.rating is not None:
            answers, spent = answers + 1, spent + each.seconds
            if not each.met:
                asked[each.key].append(each)
    knew = [of_one for of_one in asked.values() if of_one[0].rating != Rating.AGAIN]
    learned = [of_one for of_one in asked.values() if of_one[0].rating == Rating.AGAIN]
    curve = Curve(schedule.parameters)
    longer = _longer(knew, curve, START.lasting, _KNEW) - _longer(learned, curve, 1.0, _LEARNED)
    return Pace(
        seconds=(_WEIGHT * START.seconds + spent) / (_WEIGHT + answers),
        known=(_WEIGHT * START.known + len(knew)) / (_WEIGHT + len(asked)),
        lasting=min(max(START.lasting * exp(longer), 1.0), _MOST_LASTING),
    )


def _longer(
    asked: Collection[Sequence[Timing]], curve: Curve, lasting: float, apart: float
) -> float:
    """How much longer than `lasting` times FSRS's stability first answers hold, as a logarithm.

    By the second answers to the same questions, where they came on a later day: one step of
    Fisher's scoring from `lasting` towards the likeliest, where people lie `apart` by that much.
    """
    score, information = 0.0, apart**-2
    for first, second in (of_one[:2] for of_one in asked if len(of_one) > 1):
        if second.at - first.at < NEXT_DAY:
            continue
        stability, _ = curve.first(first.rating or Rating.AGAIN)
        gap = (second.at - first.at) / _DAY
        chance = min(curve.recall(stability * lasting, gap), _SUREST)
        slope = curve.slope(stability * lasting, gap)
        recalled = second.rating != Rating.AGAIN
        score += (recalled - chance) * slope / (chance * (1 - chance))
        information += slope**2 / (chance * (1 - chance))
    return score / information

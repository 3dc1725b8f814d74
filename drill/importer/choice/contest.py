"""The readings of a document, weighed on any of its parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from drill.importer.choice import weights as w
from drill.importer.choice.scoring import Scorer, Weighed
from drill.importer.forms.reading import Reading


@dataclass(frozen=True, slots=True)
class Contest:
    """The readings `offered` of one document, which `scorer` weighs."""

    offered: Sequence[Reading]
    scorer: Scorer

    def weighed(
        self, low: int, high: int, readings: Sequence[Reading] | None = None
    ) -> list[Weighed]:
        """The `readings`, or all, with a start on the lines from `low` up to `high`."""
        offered = self.offered if readings is None else readings
        weighed = (self.scorer.weigh(reading, low, high) for reading in offered)
        return [reading for reading in weighed if reading is not None]

    def best(
        self, low: int, high: int, accepts: Callable[[Weighed], bool] | None = None
    ) -> Weighed | None:
        """The best reading of the lines from `low` up to `high`, of those that `accepts` takes."""
        weighed = self.weighed(low, high)
        if accepts is not None:
            weighed = list(filter(accepts, weighed))
        if not weighed:
            return None
        top = max(weighed, key=lambda reading: reading.score)
        near = [one for one in weighed if one.score >= (1 - _tie(one, top)) * top.score]
        return max(near, key=lambda reading: (len(reading.questions), reading.score))


def _tie(weighed: Weighed, top: Weighed) -> float:
    """How much less than the best reading, `top`, another may score to win with more starts."""
    lines, picked = ({question.start.line for question in one.questions} for one in (weighed, top))
    is_whole = (
        picked <= lines
        and weighed.labelled >= top.labelled
        and weighed.answered >= w.STRUCTURED_ANSWERED
        and weighed.asks >= w.UNIFORM_ASKING
    )
    return w.UNIFORM_TIE if is_whole else w.NEAR_TIE

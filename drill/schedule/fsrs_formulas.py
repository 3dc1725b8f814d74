"""FSRS-6's formulas on plain numbers, to simulate thousands of states.

`drill.schedule.memory` computes the stored state of a question with py-fsrs, at 20 µs a step.
"""

from collections.abc import Sequence
from math import exp


class FsrsModel:
    """The formulas; stabilities in days, difficulties 1 to 10, ratings 1 to 4, chances 0 to 1.

    The formulas are those of py-fsrs; difficulty's drift back to the mean (w7, .001) is left out.
    """

    def __init__(self, parameters: Sequence[float]) -> None:
        self._w = parameters
        self._decay = -parameters[20]
        self._factor: float = 0.9 ** (1 / self._decay) - 1
        self._growth = exp(parameters[8])
        self._most_kept = exp(-parameters[17] * parameters[18])

    def recall(self, stability: float, days: float) -> float:
        """The chance of recall `days` after the last review."""
        chance: float = (1 + self._factor * days / stability) ** self._decay
        return chance

    def slope(self, stability: float, days: float) -> float:
        """The derivative of `recall` with respect to the logarithm of the stability."""
        faded = self._factor * days / stability
        rise: float = -self._decay * faded * (1 + faded) ** (self._decay - 1)
        return rise

    def recall_after(self, stability: float, difficulty: float, gap: float, rest: float) -> float:
        """The chance of recall `rest` days after another review, which follows after `gap` days."""
        # recall, success and failure in one: the simulation spends its time here.
        w, factor, decay = self._w, self._factor, self._decay
        chance: float = (1 + factor * gap / stability) ** decay
        missed = 1 - chance
        spaced = exp(missed * w[10]) - 1
        good = stability + self._growth * (11 - difficulty) * stability ** (1 - w[9]) * spaced
        kept = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * exp(missed * w[14])
        again = max(0.001, min(kept, stability * self._most_kept))
        held: float = (1 + factor * rest / good) ** decay
        relearned: float = (1 + factor * rest / again) ** decay
        return chance * held + missed * relearned

    def first(self, rating: int) -> tuple[float, float]:
        """Stability and difficulty after the first review."""
        difficulty = self._w[4] - exp(self._w[5] * (rating - 1)) + 1
        return self._w[rating - 1], min(10.0, max(1.0, difficulty))

    def success(self, stability: float, difficulty: float, chance: float) -> float:
        """The stability after a "good" answer, given at a `chance` of recall."""
        w = self._w
        spaced = exp((1 - chance) * w[10]) - 1
        grown: float = self._growth * (11 - difficulty) * stability ** -w[9] * spaced
        return stability * (1 + grown)

    def failure(self, stability: float, difficulty: float, chance: float) -> float:
        """The stability after a failed answer."""
        w = self._w
        kept: float = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1)
        return max(0.001, min(kept * exp((1 - chance) * w[14]), stability * self._most_kept))

    def same_day(self, stability: float, rating: int) -> float:
        """The stability after another review on the same day."""
        w = self._w
        change: float = exp(w[17] * (rating - 3 + w[18])) * stability ** -w[19]
        return max(0.001, stability * (change if rating < 3 else max(change, 1.0)))

    def harder(self, difficulty: float) -> float:
        """The difficulty after a failed answer."""
        return min(10.0, difficulty + (10 - difficulty) * self._w[6] * 2 / 9)

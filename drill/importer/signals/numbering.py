"""Tells numbers that count the questions from other numbers."""

from collections.abc import Sequence
from itertools import pairwise

from drill.importer.signals.candidates import Candidate


def main_run(candidates: Sequence[Candidate]) -> list[Candidate]:
    """`candidates` without counts that restart inside an answer, before the outer count continues.

    A restart is inside an answer if its candidates read unlike questions.
    """
    run: list[Candidate] = []
    place = 0
    while place < len(candidates):
        candidate = candidates[place]
        if (
            run
            and len(candidate.number) == 1
            and candidate.number[-1] <= 1
            and run[-1].number[-1] >= 1
        ):
            resumed = _resumption(candidates, place, run[-1].number[-1] + 1)
            if resumed is not None:
                place = resumed
                continue
        run.append(candidate)
        place += 1
    return run


def _resumption(candidates: Sequence[Candidate], place: int, wanted: int) -> int | None:
    inner = 0.0
    for later in range(place, min(len(candidates), place + 60)):
        number = candidates[later].number[-1]
        if number == wanted and later > place and inner < 0.5 * (later - place):
            following = candidates[later - 1].number[-1] + 1
            if number != following or candidates[later].likelihood > 0.5:
                return later
        inner += candidates[later].likelihood
    return None


def regularity(numbers: Sequence[int]) -> float:
    """The share of steps that count up by one or restart at 1 (or 0)."""
    steps = list(pairwise(numbers))
    if not steps:
        return 1.0
    return sum(after == before + 1 or after <= 1 for before, after in steps) / len(steps)

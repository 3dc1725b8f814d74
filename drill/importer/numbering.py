"""Runs of numbers: which of many numbered heads count the questions, which count something else."""

from collections.abc import Sequence
from itertools import pairwise

from drill.importer.heads import Head


def main_run(heads: Sequence[Head]) -> list[Head]:
    """`heads` without the runs that restart inside an answer, where the outer run goes on after.

    A restart is inside an answer if its heads read less like questions than not.
    """
    run: list[Head] = []
    place = 0
    while place < len(heads):
        head = heads[place]
        if run and len(head.number) == 1 and head.number[-1] <= 1 and run[-1].number[-1] >= 1:
            resumed = _resumption(heads, place, run[-1].number[-1] + 1)
            if resumed is not None:
                place = resumed
                continue
        run.append(head)
        place += 1
    return run


def _resumption(heads: Sequence[Head], place: int, wanted: int) -> int | None:
    inner = 0.0
    for later in range(place, min(len(heads), place + 60)):
        number = heads[later].number[-1]
        if number == wanted and later > place and inner < 0.5 * (later - place):
            following = heads[later - 1].number[-1] + 1
            if number != following or heads[later].asks > 0.5:
                return later
        inner += heads[later].asks
    return None


def regularity(numbers: Sequence[int]) -> float:
    """The share of steps that go up by one, or start again at 1 (or 0)."""
    steps = list(pairwise(numbers))
    if not steps:
        return 1.0
    return sum(after == before + 1 or after <= 1 for before, after in steps) / len(steps)

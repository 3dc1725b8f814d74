"""Tells numbers that count the questions from other numbers."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from drill.importer.signals.candidates import Candidate, CandidateKind

_FAR = 60
"""The most candidates of an inner count; the outer count continues sooner."""
_BARE = 3
"""The fewest candidates of a count without answers."""
_ASKS = 0.5
"""The likelihood that tells a question from a step of an answer."""


def main_run(
    candidates: Sequence[Candidate],
    section: Callable[[int], int] = lambda line: 0,  # noqa: ARG005
) -> list[Candidate]:
    """`candidates` without the counts inside answers, after which the outer count continues.

    A count that steps back is inside an answer if its candidates do not read like questions, and
    the outer count, which has answers, continues in the section, by line, that it came from.
    """
    run: list[Candidate] = []
    place = 0
    skips = False
    while place < len(candidates):
        candidate = candidates[place]
        number, last = candidate.number[-1], run[-1].number[-1] if run else 0
        steps_back = bool(run) and len(candidate.number) == 1 and number <= max(1, last)
        if steps_back and last >= 1 and not _is_bare(run):
            before, at = section(run[-1].line), section(candidate.line)
            resumed = _resumption(candidates, place, last + 1, section, before)
            if resumed == place + 1 and 1 < number == last:
                resumed = None  # the same number twice is a mistake
            if resumed is not None and (before == at or section(candidates[resumed].line) != at):
                place, skips = resumed, True
                continue
        run.append(candidate)
        place += 1
    return _without_last_steps(run, section, skips=skips)


def _is_bare(run: Sequence[Candidate]) -> bool:
    """Whether the last count of `run` has nothing between its candidates, so no answers."""
    # From the end, since each step back asks again.
    place = next((n for n in range(len(run) - 1, -1, -1) if run[n].number[-1] <= 1), 0)
    count = run[place:]
    return len(count) >= _BARE and all(
        above.end == above.leaf.end and below.line - above.end <= 1
        for above, below in pairwise(count)
    )


def _without_last_steps(
    run: list[Candidate], section: Callable[[int], int], *, skips: bool
) -> list[Candidate]:
    """`run` without the items of a list in its last answer, if its questions are no items.

    `skips` says that other answers have such lists: then its questions may be items too.
    """
    place = max((n for n, candidate in enumerate(run) if candidate.number[-1] <= 1), default=0)
    steps = run[place:]
    if not place or not all(
        step.kind is CandidateKind.ITEM and step.likelihood <= _ASKS for step in steps
    ):
        return run
    last = run[place - 1]
    inside = last.kind is not CandidateKind.ITEM or (
        skips and section(last.line) == section(steps[0].line)
    )
    return run[:place] if inside else run


def _resumption(
    candidates: Sequence[Candidate],
    place: int,
    wanted: int,
    section: Callable[[int], int],
    before: int,
) -> int | None:
    """Where an outer count, from section `before`, continues with `wanted` after an inner one."""
    inner = 0.0
    for later in range(place, min(len(candidates), place + _FAR)):
        number = candidates[later].number[-1]
        if number == wanted and later > place and inner < _ASKS * (later - place):
            follows = number == candidates[later - 1].number[-1] + 1
            at = section(candidates[later].line)
            own = follows and before != at == section(candidates[later - 1].line)
            if not own and (not follows or candidates[later].likelihood > _ASKS):
                return later
        inner += candidates[later].likelihood
    return None


def regularity(numbers: Sequence[int]) -> float:
    """The share of steps that count up by one or restart at 1 (or 0)."""
    steps = list(pairwise(numbers))
    if not steps:
        return 1.0
    return sum(after == before + 1 or after <= 1 for before, after in steps) / len(steps)

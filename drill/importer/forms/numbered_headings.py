"""Numbered headings, `## 12. Title` or `12. ### Title`, whose level may drift within the run."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from drill.importer.signals.candidates import Candidate
from drill.importer.signals.numbering import main_run
from drill.importer.signals.outline import Outline, Proposal


def propose(outline: Outline) -> Iterator[Proposal]:
    """One proposal for each level, with headings of other levels that fill a gap in its numbers."""
    numbered = [
        candidate
        for candidate in outline.candidates
        if candidate.place == "heading" and candidate.number
    ]
    groups: dict[tuple[int, int], list[Candidate]] = defaultdict(list)
    for candidate in numbered:
        groups[candidate.level, len(candidate.number)].append(candidate)
    for group in groups.values():
        if len(group) >= 2:
            run = main_run(group)
            starts = sorted(run + _fillers(run, numbered), key=lambda candidate: candidate.line)
            yield Proposal("numbered headings", [outline.start(candidate) for candidate in starts])


def _fillers(run: list[Candidate], numbered: list[Candidate]) -> list[Candidate]:
    """Headings of other levels with just the number that is missing where they stand."""
    wanted: dict[int, tuple[int, int]] = {}
    for before, after in pairwise(run):
        low, high = before.number[-1], after.number[-1]
        for number in range(low + 1, min(high, low + 4)):
            wanted[number] = (before.line, after.line)
    taken = set(run)
    found: list[Candidate] = []
    for candidate in numbered:
        place = wanted.get(candidate.number[-1])
        if place and place[0] < candidate.line < place[1] and candidate not in taken:
            found.append(candidate)
            del wanted[candidate.number[-1]]
    return found

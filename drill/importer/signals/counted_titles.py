"""Finds numbered questions, in a document whose title announces questions."""

from collections import defaultdict
from collections.abc import Iterable

from drill.importer.signals.candidates import Candidate

COUNTED = 10
"""The fewest titles, numbered from 1 or in the contents, to take all of them for questions."""


def counted_lines(candidates: Iterable[Candidate]) -> set[int]:
    """The lines of candidates of one kind and level that are numbered from 1 without a gap."""
    rows: dict[tuple[str, int], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        item = candidate.leaf.item
        if len(candidate.number) == 1 and (item is None or item.depth == 1):
            rows[candidate.kind, candidate.level].append(candidate)
    counted: set[int] = set()
    for row in rows.values():
        numbers = [candidate.number[0] for candidate in row]
        if len(row) >= COUNTED and numbers == list(range(1, len(row) + 1)):
            counted.update(candidate.line for candidate in row)
    return counted

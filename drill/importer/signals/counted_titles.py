"""Finds numbered questions, where the document's title or the headings above announce questions."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.question_likelihood import ASKS
from drill.importer.signals.title_topics import only_questions

COUNTED = 10
"""The fewest titles, numbered from 1 or in the contents, to take all of them for questions."""
_IN_STEP = 0.9
"""The least share of numbers that follow the one before; authors leave some out."""
_DIFFERENT = 0.8
"""The least share of different titles: `Ticket 7` has its question below."""
_ANNOUNCED = 0.3
"""The least share of them below headings that announce questions; others name their subjects."""
_DEEPEST = 7
"""More than the level of any heading."""
_LINKS = 0.5
"""The least share of links that makes a row a list of articles."""


def counted_lines(candidates: Sequence[Candidate], *, titled: bool) -> set[int]:
    """The lines of candidates of one kind and level that count up from 1.

    `titled` means that the document's title announces questions; else the headings above must.
    """
    rows: dict[tuple[str, int], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        item = candidate.leaf.item
        if len(candidate.number) == 1 and (item is None or item.depth == 1):
            rows[candidate.kind, candidate.level].append(candidate)
    headings = [one for one in candidates if one.kind is CandidateKind.HEADING]
    counted: set[int] = set()
    for row in rows.values():
        begins = [place for place, candidate in enumerate(row) if candidate.number == (1,)]
        parts = [row[low:high] for low, high in pairwise([*begins, len(row)])]
        if begins[:1] != [0] or not all(map(_counts, parts)):
            continue
        for part in parts:
            if titled or _are_announced(headings, part):
                counted.update(candidate.line for candidate in part)
    return counted


def _counts(part: Sequence[Candidate]) -> bool:
    """Whether the numbers of many candidates count up; links and equal titles ask nothing."""
    steps = [after.number[0] - before.number[0] for before, after in pairwise(part)]
    links = sum("://" in candidate.title for candidate in part)
    keys = [candidate.key for candidate in part if candidate.key]
    asks = links < _LINKS * len(part) and len(set(keys)) >= _DIFFERENT * len(keys)
    counts = min(steps, default=0) > 0 and steps.count(1) >= _IN_STEP * len(steps)
    return len(part) >= COUNTED and asks and counts


def _are_announced(headings: Sequence[Candidate], part: Sequence[Candidate]) -> bool:
    """Whether enough of `part` are below higher headings that announce questions, and one asks."""
    level = part[0].level or _DEEPEST
    above = [heading for heading in headings if heading.level < level]
    lines = [heading.line for heading in above]
    places = [bisect_left(lines, candidate.line) - 1 for candidate in part]
    asks = any(candidate.likelihood >= ASKS for candidate in part)
    announced = sum(place >= 0 and only_questions(above[place].title) for place in places)
    return asks and announced >= _ANNOUNCED * len(part)

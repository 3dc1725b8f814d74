"""Finds numbered lines that head a section: right below each, another kind of number asks."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.question_likelihood import ASKS
from drill.importer.source.document import Document

_LEAST = 2
"""The fewest sections: above a single one its number may be a question's."""
_HEADS = 0.8
"""The least share of numbers written alike that head a section."""
_LINES = {CandidateKind.LINE, CandidateKind.PARAGRAPH}


def numbered_sections(document: Document, candidates: Sequence[Candidate]) -> list[int]:
    """The lines that number sections, `Part 2. Nets`, above `1) What is TCP?`, in order."""
    alike: dict[str, list[Candidate]] = defaultdict(list)
    heads: set[int] = set()
    for candidate, below in pairwise(candidates):
        if candidate.kind not in _LINES or not candidate.number:
            continue
        mark = _mark(candidate)
        alike[mark].append(candidate)
        between = document.lines[candidate.end : below.line]
        first = below.number == (1,) and _mark(below) != mark and not any(map(str.strip, between))
        if first and candidate.likelihood < ASKS <= below.likelihood:
            heads.add(candidate.line)
    return sorted(
        candidate.line
        for group in alike.values()
        if sum(one.line in heads for one in group) >= max(_LEAST, _HEADS * len(group))
        for candidate in group
        if candidate.line in heads
    )


def _mark(candidate: Candidate) -> str:
    """The number as it is written, with the signs around it, whatever its value."""
    text = candidate.leaf.lines[candidate.line - candidate.leaf.start][: candidate.label.end]
    return re.sub(r"\d+", "0", text.replace("\U0001f51f", "0\ufe0f\u20e3"))

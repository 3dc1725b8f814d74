"""`<details>` folds: the summary is the question, the content the answer."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS
from drill.importer.source.reveals import names_hint


def propose(outline: Outline) -> Iterator[Reading]:
    """All summaries except those of hints, and of folds around questions or inside answers."""
    summaries = [
        candidate
        for candidate in outline.candidates
        if candidate.kind is CandidateKind.SUMMARY and not names_hint(candidate.title)
    ]
    lines = [candidate.line for candidate in summaries]
    asked = [0, *accumulate(candidate.likelihood >= ASKS for candidate in summaries)]
    starts: list[Candidate] = []
    until = 0
    for place, candidate in enumerate(summaries):
        if candidate.line < until:
            continue
        end = outline.folds[candidate.leaf]
        after = bisect_left(lines, end, place + 1)
        asking = asked[after] - asked[place + 1]
        if asking >= 2 or (asking and candidate.likelihood < ASKS):
            continue
        starts.append(candidate)
        until = end if after > place + 1 else until
    starts = _asked_alike(outline, starts)
    yield Reading("folded answers", [outline.start(start) for start in starts], Trait.FOLD)


def _asked_alike(outline: Outline, starts: list[Candidate]) -> list[Candidate]:
    """The starts at the depth of those that ask; others fold notes, or several questions."""
    inside: list[int] = []
    depths: list[int] = []
    ends = sorted(outline.folds.items(), key=lambda fold: fold[0].start)
    place = 0
    for start in starts:
        while place < len(ends) and ends[place][0].start < start.line:
            inside.append(ends[place][1])
            place += 1
        inside = [end for end in inside if end > start.line]
        depths.append(len(inside))
    asking = [depth for start, depth in zip(starts, depths, strict=True) if start.is_asking]
    if len(asking) * 2 < len(starts) or 0 in asking:
        return starts
    return [start for start, depth in zip(starts, depths, strict=True) if depth in asking]

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
    """All summaries, but not of hints, of folds around other questions, or inside their answers."""
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
    yield Reading("folded answers", [outline.start(start) for start in starts], Trait.FOLD)

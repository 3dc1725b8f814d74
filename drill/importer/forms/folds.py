"""`<details>` whose summary is the question and whose inside is the answer."""

from collections.abc import Iterator

from drill.importer.forms.proposal import Mark, Proposal
from drill.importer.signals.candidates import Candidate, Place
from drill.importer.signals.outline import Outline

_ASKS = 0.6


def propose(outline: Outline) -> Iterator[Proposal]:
    """All summaries, less the folds that only hold other questions, and less what those fold."""
    summaries = [each for each in outline.candidates if each.place is Place.SUMMARY]
    starts: list[Candidate] = []
    until = 0
    for place, candidate in enumerate(summaries):
        if candidate.line < until:
            continue
        end = outline.folds[candidate.leaf]
        inside = []
        for later in summaries[place + 1 :]:
            if later.line >= end:
                break
            inside.append(later)
        asking = sum(inner.likelihood >= _ASKS for inner in inside)
        if asking >= 2 or (asking and candidate.likelihood < _ASKS):
            continue
        starts.append(candidate)
        until = end if inside else until
    yield Proposal("folded answers", [outline.start(each) for each in starts], Mark.FOLD)

"""`<details>` whose summary is the question and whose inside is the answer."""

from collections.abc import Iterator

from drill.importer.signals.candidates import Candidate
from drill.importer.signals.outline import Outline, Proposal


def propose(outline: Outline) -> Iterator[Proposal]:
    """All summaries, less the folds that only hold other questions, and less what those fold."""
    candidates = [candidate for candidate in outline.candidates if candidate.place == "summary"]
    starts: list[Candidate] = []
    until = 0
    for place, candidate in enumerate(candidates):
        if candidate.line < until:
            continue
        end = outline.folds[candidate.leaf]
        inside = []
        for later in candidates[place + 1 :]:
            if later.line >= end:
                break
            inside.append(later)
        asking = sum(inner.likelihood >= 0.6 for inner in inside)
        if asking >= 2 or (asking and candidate.likelihood < 0.6):
            continue
        starts.append(candidate)
        until = end if inside else until
    if starts:
        yield Proposal("folded answers", [outline.start(candidate) for candidate in starts])

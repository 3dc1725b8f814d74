"""Questions that are plain paragraphs: marked by nothing but asking, and the answer after them."""

from collections.abc import Iterator

from drill.importer.signals.candidates import Candidate
from drill.importer.signals.outline import Outline, Proposal


def propose(outline: Outline) -> Iterator[Proposal]:
    """Paragraphs before a quotation, quoted paragraphs before text, and paragraphs that ask."""
    asking = [
        candidate
        for candidate in outline.candidates
        if candidate.place == "paragraph"
        and candidate.leaf.item is None
        and candidate.likelihood >= 0.85
        and not candidate.label.kind
        and not candidate.bold
        and len(candidate.title) < 300
    ]
    yield from _proposal(
        outline,
        "answers in quotations",
        [h for h in asking if not h.leaf.quote and _quoted_next(outline, h)],
        1.0,
    )
    yield from _proposal(
        outline,
        "questions in quotations",
        [h for h in asking if h.leaf.quote and h.leaf.quote[0] == h.line],
        0.95,
    )
    ending = [
        h for h in asking if not h.leaf.quote and h.title.rstrip(" *_").endswith(("?", "？", "؟"))
    ]
    yield from _proposal(outline, "asking paragraphs", ending, 0.85)


def _proposal(
    outline: Outline, form: str, candidates: list[Candidate], weight: float
) -> Iterator[Proposal]:
    if len(candidates) >= 2:
        yield Proposal(form, [outline.start(candidate) for candidate in candidates], weight)


def _quoted_next(outline: Outline, candidate: Candidate) -> bool:
    following = outline.following(candidate.leaf)
    return following is not None and following.quote is not None

"""Questions that say so: `Q1:`, `Question 3`, `Q:` with `A:`, in headings, lines, bold or lists."""

from collections.abc import Iterator

from drill.importer.signals.outline import Outline, Proposal


def propose(outline: Outline) -> Iterator[Proposal]:
    """The labelled headings, the labelled lines, and both."""
    candidates = [
        candidate for candidate in outline.candidates if candidate.label.kind == "question"
    ]
    headings = [candidate for candidate in candidates if candidate.place in {"heading", "summary"}]
    lines = [candidate for candidate in candidates if candidate.place not in {"heading", "summary"}]
    if headings:
        yield Proposal("labelled headings", [outline.start(candidate) for candidate in headings])
    if lines:
        yield Proposal("labelled lines", [outline.start(candidate) for candidate in lines])
    if headings and lines:
        yield Proposal(
            "labelled headings and lines",
            [outline.start(candidate) for candidate in candidates],
            0.9,
        )

"""Questions in bold: a whole paragraph, or the lead of one that goes on with the answer."""

from collections import Counter
from collections.abc import Iterator

from drill.importer.signals.candidates import Candidate
from drill.importer.signals.outline import Outline, Proposal
from drill.importer.source.leaves import Leaf


def propose(outline: Outline) -> Iterator[Proposal]:
    """Whole bold lines, bold lead-ins, and both."""
    bold = [candidate for candidate in outline.candidates if candidate.bold]
    whole = _uniform(outline, [candidate for candidate in bold if candidate.bold == "whole"])
    lead = [
        candidate for candidate in bold if candidate.bold == "lead" and candidate.likelihood >= 0.6
    ]
    if whole:
        yield Proposal("bold paragraphs", [outline.start(candidate) for candidate in whole])
    if lead:
        yield Proposal("bold lead-ins", [outline.start(candidate) for candidate in lead])
    if whole and lead:
        both = sorted(whole + lead, key=lambda candidate: candidate.line)
        yield Proposal(
            "bold paragraphs and lead-ins", [outline.start(candidate) for candidate in both], 0.98
        )


def _uniform(outline: Outline, candidates: list[Candidate]) -> list[Candidate]:
    """Those that ask, and those marked like them by a number or by what stands before."""
    asking = [candidate for candidate in candidates if candidate.likelihood >= 0.6]
    if len(asking) < 2:
        return asking
    numbered = sum(bool(candidate.label.number) for candidate in asking) >= 0.8 * len(asking)
    before = Counter(_before(outline, candidate.leaf) for candidate in asking)
    mark, count = before.most_common(1)[0]
    separated = mark in {"rule", "break"} and count >= 0.8 * len(asking)
    return [
        candidate
        for candidate in candidates
        if candidate.likelihood >= 0.6
        or (numbered and bool(candidate.label.number))
        or (separated and _before(outline, candidate.leaf) == mark)
    ]


def _before(outline: Outline, leaf: Leaf) -> str:
    previous = outline.previous(leaf)
    if previous is None:
        return ""
    if previous.kind in {"html", "paragraph"} and previous.text.strip().lower().startswith("<br"):
        return "break"
    return previous.kind

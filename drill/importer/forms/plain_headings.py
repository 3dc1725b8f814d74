"""Headings of one level, without numbers or labels: the level as a whole is the mark."""

from collections import defaultdict
from collections.abc import Iterator

from drill.importer.signals.candidates import Candidate, norm
from drill.importer.signals.outline import Outline, Proposal
from drill.importer.signals.question_likelihood import is_closing
from drill.importer.source.html_blocks import TERM


def propose(outline: Outline) -> Iterator[Proposal]:
    """One proposal for each level of heading."""
    levels: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in outline.candidates:
        if candidate.place == "heading":
            levels[candidate.level].append(candidate)
    for level in sorted(levels):
        starts = [
            outline.start(candidate)
            for candidate in levels[level]
            if candidate.number
            or norm(candidate.title) in outline.toc.titles
            or not is_closing(candidate.title)
        ]
        name = "definition list" if level == TERM else f"headings of level {level}"
        yield Proposal(name, starts)

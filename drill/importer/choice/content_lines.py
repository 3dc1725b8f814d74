"""Counts the lines of content in a part of a document."""

import re

from drill.importer.signals.candidates import CandidateKind
from drill.importer.signals.outline import Outline

_WORD = re.compile(r"[^\W_]")


class ContentLines:
    """Counts lines with words: not contents, headings, front matter or rules."""

    def __init__(self, outline: Outline) -> None:
        document = outline.document
        headings = {
            heading.line
            for heading in outline.all_candidates
            if heading.kind is CandidateKind.HEADING
        }
        self.before = [0]
        for number, line in enumerate(document.lines):
            skip = (
                number < document.front
                or number in outline.toc.lines
                or number in outline.back_lines
                or number in headings
                or not _WORD.search(line)
            )
            self.before.append(self.before[-1] + (not skip))

    def count(self, start: int, end: int) -> int:
        """The lines of content from `start` up to `end`."""
        return self.before[end] - self.before[start]

"""Finds hints: in folds, or on labelled lines above the answer and at its top."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drill.importer.extraction.sections import Sections
from drill.importer.line_ledger import Role
from drill.importer.signals.candidates import CandidateKind
from drill.importer.signals.outline import Outline
from drill.importer.source.reveals import names_hint

_SUMMARY_END = re.compile(r"</summary\s{0,8}>", re.IGNORECASE)
_NAMED = re.compile(
    r"[\s>*_-]{0,12}(?P<name>[^\n:：]{2,24}?)[*_]{0,3}[:：][*_]{0,3}\s{0,4}(?P<rest>\S.*)$"
)


@dataclass(frozen=True, slots=True)
class _Fold:
    first: int
    end: int


class Hints:
    """Removes the hints of one document from its questions."""

    def __init__(self, sections: Sections) -> None:
        self.sections = sections
        self.folds = list(_folds(sections.outline))

    def take(self, lines: list[str], low: int, cut: int) -> str:
        """Remove and return the hints of `lines`.

        `lines` begin at line `low` of the document, the answer at line `cut`.
        """
        hints: list[str] = []
        for fold in self.folds:
            first, end = fold.first - low, fold.end - low
            if end > 0 and first < len(lines):
                first = max(first, 0)
                hints.append(_SUMMARY_END.split("\n".join(lines[first:end]))[-1].strip())
                self._blank(lines, low, first, end)
        last = max((place for place, line in enumerate(lines) if line.strip()), default=-1)
        for place, line in enumerate(lines):
            named = _NAMED.match(line)
            # At the end of a question that has nothing else, it is the answer.
            is_all = low + place >= cut and place == last
            if named and names_hint(named["name"]) and not is_all:
                hints.append(named["rest"].strip())
                self._blank(lines, low, place, place + 1)
            elif low + place >= cut and line.strip():
                break
        return "\n\n".join(hints)

    def _blank(self, lines: list[str], low: int, first: int, end: int) -> None:
        for place in range(first, min(end, len(lines))):
            self.sections.mark(low + place, Role.PROMPT)
            lines[place] = ""


def _folds(outline: Outline) -> Iterator[_Fold]:
    """The folds whose summary names a hint, with their tags."""
    for candidate in outline.all_candidates:
        if candidate.kind is CandidateKind.SUMMARY and names_hint(candidate.title):
            opening = outline.previous(candidate.leaf)
            first = candidate.line if opening is None else min(candidate.line, opening.start)
            yield _Fold(first, outline.folds[candidate.leaf])

"""The entries of an answer key that stand in headings, lines or items, with those of its tables."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.key_entries import PAIR, KeyEntry, in_parts, read_pairs, read_rows
from drill.importer.signals.labels import NONE
from drill.importer.signals.numbering import regularity
from drill.importer.signals.plain_lines import section_line
from drill.importer.signals.starts import lead_rest
from drill.importer.source.document import Document
from drill.text import words

_LINE = 10
"""The depth of a line in no list, see `_depth`; that of the outermost list items is one more."""


class KeyReader:
    """Reads the entries of the keys of one document; `candidates` are all of it, in order."""

    def __init__(self, document: Document, candidates: Sequence[Candidate]) -> None:
        self.document = document
        self.candidates = candidates
        self.lines = [candidate.line for candidate in candidates]

    def read(self, start: int, body: int, end: int) -> list[dict[int, KeyEntry]]:
        """The entries, by number, of a key on the lines from `start` up to `end`.

        Its title ends at `body`. A new part begins if the numbers restart.
        """
        first, last = (bisect_left(self.lines, line) for line in (body, end))
        numbered = [candidate for candidate in self.candidates[first:last] if candidate.number]
        depths = Counter(map(_depth, numbered))
        # A heading with a number, "Questions 1-10", is above the entries.
        depth = min((depth for depth, count in depths.items() if count > 1), default=0)
        outer = [candidate for candidate in numbered if _depth(candidate) <= _LINE + 1]
        if depth == _LINE and regularity([candidate.number[-1] for candidate in outer]) == 1:
            # Markdown makes a list of some numbered lines, and paragraphs of others.
            numbered = outer
        else:
            numbered = [candidate for candidate in numbered if _depth(candidate) == depth]
        bounds = [*map(self._first_line, numbered), end][1:]
        entries = list(map(_entry, numbered, bounds))
        entries += read_rows(self.document, body, end)
        entries.sort(key=lambda entry: entry[1].start)
        pairs = list(read_pairs(self.document, start, end))
        text = "\n".join(self.document.lines[body:end])
        explained = bool(entries) and len(words(PAIR.sub(" ", text))) > len(pairs)
        return in_parts(entries if explained or len(pairs) <= len(entries) else pairs)

    def _first_line(self, candidate: Candidate) -> int:
        """The line of a candidate, or of the titles right above it."""
        above_it = section_line(self.document, candidate.leaf, candidate.line)
        line = candidate.line if above_it is None else above_it
        for place in range(bisect_left(self.lines, line) - 1, -1, -1):
            above = self.candidates[place]
            is_title = above.kind is CandidateKind.HEADING or above.bold is Bold.WHOLE
            text = self.document.lines[above.end : line]
            if above.number or not is_title or any(map(str.strip, text)):
                break
            line = above.line
        return line


def _entry(candidate: Candidate, end: int) -> tuple[int, KeyEntry]:
    """The number and the entry of a candidate, up to the line `end`."""
    text = candidate.leaf.lines[candidate.line - candidate.leaf.start]
    # The letter of an option looks like an answer label: remove only strong labels.
    label = NONE if candidate.label.weak else candidate.label
    rest = text[label.end :].strip()
    if rest.count("**") % 2:  # the label took the first one
        rest = rest.replace("**", "", 1).strip()
    own = lead_rest(candidate.rest)
    return candidate.number[-1], KeyEntry(candidate.line, end, rest, title=candidate.key, rest=own)


def _depth(candidate: Candidate) -> int:
    """The nesting depth of a numbered candidate: headings first, then lines, then list items."""
    if candidate.kind is CandidateKind.HEADING:
        return candidate.level
    return _LINE + (candidate.leaf.item.depth if candidate.leaf.item is not None else 0)

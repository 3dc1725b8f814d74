"""Lines that belong to no answer: rules, link reference definitions, titles of sections."""

import re

from drill.importer.source.document import Document
from drill.importer.source.leaves import Leaf, LeafKind

_SENTENCE = re.compile(r"[.?!;,。？！；，؟][\s)\"'”’»」*_]{0,4}$")
_LONGEST = 80
"""The most characters of a plain line that heads a section."""
_DEFINITION = re.compile(r" {0,3}\[[^\[\]\n]+\]:\s*\S+(?:\s+[\"'(].*[\"')])?\s*$")


def rule_lines(document: Document) -> set[int]:
    """The lines of rules."""
    return {
        line
        for leaf in document.leaves
        if leaf.kind is LeafKind.RULE
        for line in range(leaf.start, leaf.end)
    }


def definition_lines(document: Document) -> set[int]:
    """The lines that define link references."""
    if not document.links:
        return set()
    inside = {line for leaf in document.leaves for line in range(leaf.start, leaf.end)}
    return {
        line
        for line, text in enumerate(document.lines)
        if line not in inside and _DEFINITION.match(text)
    }


def ends_sentence(text: str) -> bool:
    """Whether a line ends with a mark of a sentence or a clause."""
    return bool(_SENTENCE.search(text))


def section_line(document: Document, leaf: Leaf, line: int) -> int | None:
    """The line right above `line`, on which `leaf` goes on or begins, if it may head a section.

    Markdown reads such a line and the numbered line below it as one paragraph.
    """
    if not line or not 0 < len(text := document.lines[line - 1].strip()) <= _LONGEST:
        return None
    own = leaf if leaf.start < line else next(iter(document.between(line - 1, line)), leaf)
    alone = own.start == line - 1 and own.end in {line, leaf.end}
    is_text = own.kind is LeafKind.PARAGRAPH and own.item is None
    return None if not alone or not is_text or ends_sentence(text) else line - 1

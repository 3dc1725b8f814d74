"""Tells code from prose in a block of code or of tags."""

import re

from drill.importer.source.leaves import CODE, Leaf, LeafKind
from drill.importer.source.tag_words import HTML_TAG
from drill.text import words

_PROSE_WORDS = 12
"""The fewest words of a fence that is prose."""
_SENTENCE_END = re.compile(r"[^\W\d_]{2}[.!?。]\W*$")
_TWO_WORDS = re.compile(r"[^\W\d_]{2} [^\W\d_]")
_CODE_SIGN = re.compile(r"[=(){}<>;]")
_STATEMENT = re.compile(
    r"[;{}\[(\\]\s*$|^\s*(?:#|//|--|\$|>>>|<)|[=<>]{2}|^(?>.*?\w\().*\)$| = |^\s*\w+\("
)


def is_code(leaf: Leaf) -> bool:
    """Whether a leaf is code."""
    return leaf.kind in CODE and not is_prose(leaf)


def is_prose(leaf: Leaf) -> bool:
    """Whether a leaf holds prose: sentences in a fence, or words in a block of tags."""
    if leaf.kind not in CODE:
        return leaf.kind is LeafKind.HTML and bool(words(HTML_TAG.sub("", leaf.text)))
    lines = leaf.text.strip().split("\n")
    if any(map(_STATEMENT.search, lines)):  # most code has one on its first lines
        return False
    return any(map(_ends_sentence, lines)) and len(words(leaf.text)) >= _PROSE_WORDS


def _ends_sentence(line: str) -> bool:
    """Whether a line ends with a sentence of two words or more, without signs of code."""
    end = _SENTENCE_END.search(line)
    before = _CODE_SIGN.split(line[: end.start()])[-1] if end else ""
    return _TWO_WORDS.search(before) is not None

"""Tells code from prose in a block of code or of tags."""

import re

from drill.importer.source.leaves import CODE, Leaf, LeafKind
from drill.importer.source.tag_words import HTML_TAG
from drill.text import words

_PROSE_WORDS = 12
"""The fewest words of a fence that is prose."""
_SENTENCE = re.compile(r"[^\W\d_]{2} [^\W\d_]+[^=(){}<>;]*[^\W\d_]{2}[.!?。]\W*$")
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
    return any(map(_SENTENCE.search, lines)) and len(words(leaf.text)) >= _PROSE_WORDS

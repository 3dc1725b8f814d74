"""Joins a list of names into one point: a name alone says nothing."""

from collections.abc import Sequence

from drill.points.atoms import Atoms
from drill.points.blocks import Block
from drill.points.labels import word_count
from drill.points.languages import Language
from drill.points.shortening import trimmed

_TINY_MOST = 7  # words; a longer item is a statement
_TINY_MEAN = 5.0
_PARTS_MOST = 2
_MOST_NAMES = 0.6  # of the items; the others are then remarks


def without_statements(items: Sequence[Block]) -> Sequence[Block]:
    """The names among `items` if most items are names; else all items."""
    names = [item for item in items if word_count(item.text) <= _TINY_MOST]
    return names if len(names) >= max(3, _MOST_NAMES * len(items)) else items


def is_tiny(texts: Sequence[str], mean: float = _TINY_MEAN) -> bool:
    """Whether `texts` are two or more names rather than statements."""
    counts = [word_count(text) for text in texts]
    if len(counts) < 2 or max(counts) > _TINY_MOST or sum(counts) > mean * len(counts):
        return False
    return not any("\n" in text or text.rstrip().endswith((":", "：", "?")) for text in texts)


def joined(
    title: str, texts: Sequence[str], atoms: Atoms, language: Language, limit: int
) -> list[str]:
    """`title: a, b, c` in one or two points of `limit` columns; empty if it takes more."""
    names = [trimmed(text) for text in texts]
    head = f"{title}{language.colon}" if title else ""
    has_commas = any(mark in name for name in names for mark in ",，、")
    separator = language.semicolon if has_commas else language.comma
    parts: list[list[str]] = [[]]
    for name in names:
        if atoms.size(head + separator.join([*parts[-1], name])) > limit and parts[-1]:
            parts.append([])
        parts[-1].append(name)
    if len(parts) > 1:  # of similar length
        size = -(-len(names) // len(parts))
        parts = [list(names[at : at + size]) for at in range(0, len(names), size)]
    texts_of = [head + separator.join(part) for part in parts]
    if len(parts) > _PARTS_MOST or any(atoms.size(text) > limit for text in texts_of):
        return []
    return texts_of

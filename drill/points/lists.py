"""Joins a list of names into one point, or its lead-in with each item: a name says nothing."""

import re
from collections.abc import Sequence

from drill.points.atoms import Atoms
from drill.points.blocks import Block
from drill.points.content import overlap, stems
from drill.points.labels import word_count
from drill.points.languages import Language
from drill.points.openings import lower_start
from drill.points.shortening import LIMIT, shorten, trimmed

_TINY_MOST = 7  # words; a longer item is a statement
_TINY_MEAN = 5.0
_PARTS_MOST = 2
_RESTATED = 0.7  # of a lead-in's words; one with so many from the question says nothing new
_FITTING = 0.5  # the least share of items that must fit after their lead-in to be joined with it
_LOST = 0.2  # the most content that an item may lose when its lead-in is added
_NEGATED = re.compile(r"(?:\bnot|n['’]t)$")  # "is not:" needs more than the code after it
_WISH = re.compile(",|^If you ")  # "If you want to undo it" is half a sentence, but an instruction
_AND = re.compile(r"^(?:and|or|и|или|y|o|e|ou|und|oder),? ", re.IGNORECASE)
_LABELLED = re.compile(r"[^:：\n]{1,45}?\s?(?:[:：]|\s[–—-])\s\S")
_COUNTED = re.compile(
    r"(?<!\S)(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|dos|tres|cuatro|cinco|seis|"
    r"dois|duas|três|quatro|deux|trois|quatre|cinq|zwei|drei|vier|fünf|sechs|два|две|три|четыре|"
    r"пять|шесть|due|tre|quattro|dua|tiga|empat|lima|iki|üç|dört|beş|dwa|trzy|cztery)(?!\S)|"
    r"[两三四五六七八九]",
    re.IGNORECASE,
)
_MOST_NAMES = 0.6  # of the items; the others are then remarks


def without_statements(items: Sequence[Block]) -> Sequence[Block]:
    """The names among `items` if most items are names; else all items."""
    names = [
        item
        for item in items
        if word_count(item.text) <= _TINY_MOST and not _LABELLED.match(item.text)
    ]
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
    if len(parts) > 1 and _COUNTED.search(title):  # neither half holds "the three phases"
        return joined("", texts, atoms, language, limit)
    if len(parts) > 1:  # of similar length
        size = -(-len(names) // len(parts))
        parts = [list(names[at : at + size]) for at in range(0, len(names), size)]
    texts_of = [head + separator.join(part) for part in parts]
    if len(parts) > _PARTS_MOST or any(atoms.size(text) > limit for text in texts_of):
        return []
    return texts_of


def with_code(lead: str, code: str, topic: Sequence[str], atoms: Atoms, language: Language) -> str:
    """`lead` with the line of `code` after it; empty if they are no statement together."""
    is_half = language.find("condition").match(lead) and not _WISH.search(lead)
    if not code or "\n" in code or "`" in code or is_half:
        return ""
    room = LIMIT - len(code) - len(": ``")
    short = shorten(lead, frozenset(topic), atoms, language, room)
    if not short or _NEGATED.search(short.text):
        return ""
    return f"{short.text}{language.colon}{atoms.mask(f'`{code}`')}"


def continued(
    lead: str, items: Sequence[Block], topic: Sequence[str], atoms: Atoms, language: Language
) -> list[tuple[Block, str]]:
    """The items that fit after an open lead-in, each with the sentence; empty if too few do."""
    lead = trimmed(lead)
    if not language.find("open_end").search(lead):
        return []
    is_restated = overlap(stems(lead, language), topic) >= _RESTATED
    labels = sum(_LABELLED.match(item.text) is not None for item in items)
    if (
        labels > len(items) // 2
        or any("\n" in item.text for item in items)
        or (is_restated and language.find("copula").fullmatch(lead.rsplit(" ", 1)[-1]))
    ):
        return []  # "The three kinds are" is true of no single item
    known = frozenset(topic)
    texts = [f"{lead} {lower_start(_AND.sub('', item.text))}" for item in items]
    shorts = [shorten(text, known, atoms, language) for text in texts]
    fitting = [
        (item, short.text)
        for item, short in zip(items, shorts, strict=True)
        if short and short.lost <= _LOST
    ]
    names = [item.text for item, _ in fitting]
    if len(names) < len(items) and (len(names) < _FITTING * len(items) or is_tiny(names)):
        return []
    return fitting

"""Question records: what tables, CSV files and Anki packages hold instead of a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drill.model import KeyPoint, Option

BULLET = re.compile(r"^([^\S\n]*)[•◦▪‣·]\s+", re.MULTILINE)
"""The sign of an item of a list in a cell, and what it is indented by."""


@dataclass(frozen=True, slots=True)
class Card:
    """One question with its answer, both Markdown; `first` and `last` are its lines, from 1.

    `id` is one that the source gives, and `difficulty` its word for it, else empty; `shuffle` as in
    a deck.
    """

    question: str
    answer: str | None
    first: int
    last: int
    tags: tuple[str, ...] = ()
    points: tuple[KeyPoint, ...] = ()
    options: tuple[Option, ...] = ()
    id: str = ""
    difficulty: str = ""
    shuffle: bool | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """All records of a document; `form` says what they are in words; `title` and `deck`, the id
    of a deck that was exported, may be empty.

    `lines` are what an account of the document can show, one string a line.
    """

    form: str
    cards: tuple[Card, ...]
    lines: tuple[str, ...]
    title: str = ""
    deck: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One record; it stands on the lines `first` up to `end`, counted from 0."""

    cells: list[str]
    first: int
    end: int


_LIST_SIGN = re.compile(r"^\s*(?:[•◦▪‣·*-]|\d+[.)])\s+")


def key_points(text: str) -> Iterator[KeyPoint]:
    """The key points of a cell or a field: one a line, or a line without a bullet by semicolons.

    `(bonus)` at the end of one is what drill's own export says of those that are never needed.
    """
    lines = text.strip().split("\n")
    if len(lines) == 1 and not _LIST_SIGN.match(lines[0]):
        lines = re.split(r";\s", lines[0])
    for line in lines:
        point = _LIST_SIGN.sub("", line, count=1).strip()
        if point:
            yield KeyPoint(point.removesuffix("(bonus)").rstrip(), point.endswith("(bonus)"))


def shared_deck(names: Iterable[str]) -> str:
    """The full name of the deck, `A::B`, that all these decks are or stand below; may be empty."""
    paths = [name.split("::") for name in names if name]
    shared = paths[0] if paths else []
    for path in paths:
        while shared and path[: len(shared)] != shared:
            shared = shared[:-1]
    return "::".join(shared)


def deck_tags(deck: str, shared: str) -> tuple[str, ...]:
    """The tag that a deck below the shared one gives its cards."""
    below = deck[len(shared) :].strip(":")
    return (below.replace("::", "-"),) if below else ()

"""Question records, as tables, CSV files and Anki packages hold them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from drill.model import KeyPoint, Option
from drill.text import printable

BULLET = re.compile(r"^([^\S\n]*)[•◦▪‣·]\s+", re.MULTILINE)
"""A bullet in a cell, with its indent."""


@dataclass(frozen=True, slots=True)
class Card:
    """One question with its answer, both Markdown; `first` and `last` are its lines, from 1.

    `id`, `difficulty` and `hint` come from the source, else are empty; `shuffle` is as in a deck.
    An `exact` text is taken as it stands.
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
    hint: str = ""
    shuffle: bool | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Cards:
    """All records of a document.

    `form` describes them for people. `title` and `deck` (the id of an exported deck) may be empty.
    `lines` is the text that the import summary shows.
    """

    form: str
    cards: tuple[Card, ...]
    lines: tuple[str, ...]
    title: str = ""
    deck: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One record on the lines `first` to `end` (exclusive, from 0)."""

    cells: list[str]
    first: int
    end: int


def clean_cards(cards: Cards) -> Cards:
    """The cards without control characters, which no deck may hold."""
    return replace(
        cards,
        cards=tuple(map(_clean_card, cards.cards)),
        lines=tuple(map(printable, cards.lines)),
        title=printable(cards.title),
    )


def _clean_card(card: Card) -> Card:
    return replace(
        card,
        question=printable(card.question),
        answer=printable(card.answer) if card.answer else card.answer,
        points=tuple(replace(point, text=printable(point.text)) for point in card.points),
        options=tuple(replace(option, text=printable(option.text)) for option in card.options),
        hint=printable(card.hint),
    )


def distinct_options(options: Iterable[Option]) -> tuple[Option, ...]:
    """The options, each once, as a deck wants them; none if fewer than two differ."""
    distinct: dict[str, Option] = {}
    for option in options:
        key = " ".join(option.text.split())
        first = distinct.get(key, option)
        distinct[key] = Option(first.text, first.correct or option.correct)
    return tuple(distinct.values()) if len(distinct) > 1 else ()


_LIST_SIGN = re.compile(r"^\s*(?:[•◦▪‣·*-]|\d+[.)])\s+")


def key_points(text: str) -> Iterator[KeyPoint]:
    """The key points of a cell: one per line; a single line without a bullet splits at semicolons.

    A final `(bonus)`, written by drill's own export, marks a bonus point.
    """
    lines = text.strip().split("\n")
    if len(lines) == 1 and not _LIST_SIGN.match(lines[0]):
        lines = re.split(r";\s", lines[0])
    for line in lines:
        point = _LIST_SIGN.sub("", line, count=1).strip()
        if point:
            yield KeyPoint(point.removesuffix("(bonus)").rstrip(), point.endswith("(bonus)"))


def shared_deck(names: Iterable[str]) -> str:
    """The deepest deck (`A::B`) that contains all these decks; may be empty."""
    paths = [name.split("::") for name in names if name]
    shared = paths[0] if paths else []
    for path in paths:
        while shared and path[: len(shared)] != shared:
            shared = shared[:-1]
    return "::".join(shared)


def deck_tags(deck: str, shared: str) -> tuple[str, ...]:
    """The tag for cards of a subdeck of the shared deck; none for the shared deck itself."""
    below = deck[len(shared) :].strip(":")
    return (below.replace("::", "-"),) if below else ()

"""Question records: what tables, CSV files and Anki packages hold instead of a text."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Card:
    """One question with its answer, both Markdown; `first` and `last` are its lines, from 1.

    `id` is one that the source gives, and `difficulty` its word for it, else empty.
    """

    question: str
    answer: str | None
    first: int
    last: int
    tags: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    id: str = ""
    difficulty: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """All records of a document; `form` says what they are in words, `title` may be empty.

    `lines` are what an account of the document can show, one string a line; `skipped` the numbers,
    from 0, of those that hold no question, such as a header or a record without one.
    """

    form: str
    cards: tuple[Card, ...]
    lines: tuple[str, ...]
    title: str = ""
    skipped: frozenset[int] = field(default_factory=frozenset)

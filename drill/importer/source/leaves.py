"""The leaves of a document (blocks without inner blocks) and their list items."""

from dataclasses import dataclass, field
from enum import StrEnum


class LeafKind(StrEnum):
    """The kind of a leaf; OPEN, SUMMARY and CLOSE are the parts of a `<details>` fold."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    FENCE = "fence"
    CODE = "code"
    MATH = "math"
    HTML = "html"
    RULE = "rule"
    TABLE = "table"
    OPEN = "open"
    SUMMARY = "summary"
    CLOSE = "close"


EMPTY = {LeafKind.RULE, LeafKind.OPEN, LeafKind.CLOSE}
"""Leaves without text."""
UNTOLD = EMPTY | {LeafKind.HEADING}
"""Leaves that say nothing of what a document tells."""
CODE = {LeafKind.FENCE, LeafKind.CODE}
"""The two ways to write a block of code."""


@dataclass(slots=True, eq=False)
class Item:
    """One list item; `number` is its ordinal, None in a bullet list; `depth` counts from 1."""

    start: int
    end: int
    number: int | None
    depth: int
    group: int
    parent: "Item | None"


@dataclass(slots=True, eq=False)
class Leaf:
    """A block without inner blocks, on lines `start` to `end` (exclusive, from 0).

    `text` is its content without the markers of its containers; `quote` the range of the outermost
    quotation around it; `opens` the outermost list item whose first leaf it is, or None; `rows` a
    table's cells, by line.
    """

    kind: LeafKind
    start: int
    end: int
    text: str = ""
    level: int = 0
    item: Item | None = None
    quote: tuple[int, int] | None = None
    opens: Item | None = None
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    _lines: list[str] | None = None

    @property
    def first(self) -> bool:
        """Whether it is the first leaf of its list item."""
        return self.opens is not None

    @property
    def is_free_paragraph(self) -> bool:
        """Whether it is a paragraph outside lists and quotations."""
        return self.kind is LeafKind.PARAGRAPH and self.item is None and self.quote is None

    @property
    def lines(self) -> list[str]:
        """The lines of its text."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

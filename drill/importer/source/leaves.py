"""The leaves of a document: blocks without blocks inside, and the list items they stand in."""

from dataclasses import dataclass, field


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
    """A block without blocks inside, on the lines `start` up to `end`, counted from 0.

    `kind` is heading, paragraph, fence, code, math, html, rule, table, open, summary or close;
    `text` is its content without the marks of its containers; `quote` the range of the outermost
    quotation around it; `first` whether it opens its list item.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    level: int = 0
    item: Item | None = None
    quote: tuple[int, int] | None = None
    first: bool = False
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    _lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """The lines of its text."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

"""The paper of a cheat sheet, its columns, and its type."""

from dataclasses import dataclass
from enum import StrEnum

SIZE = 9.0
LARGEST = 11.0
MARGIN = 26.0  # points, 9 mm: more than the unprintable margin of printers
FOOT = 9.0  # points, for the line below the columns
GUTTER = 14.0
_ROUNDING = 0.05  # points


class Paper(StrEnum):
    """Paper sizes."""

    A4 = "a4"
    LETTER = "letter"


TYPST_PAPER = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
_POINTS = {Paper.A4: (595.28, 841.89), Paper.LETTER: (612.0, 792.0)}


@dataclass(frozen=True, slots=True)
class Form:
    """The layout of a page: its paper, its columns, and the size of its type in points.

    If the pages have room left, the type grows up to `largest`. `air` is added between lines, as a
    share of the size. A `dense` page sets short points on the line of their title. `adapts` means
    that the user chose neither columns nor size, so that a few questions are set in one column.
    """

    paper: Paper = Paper.A4
    columns: int = 2
    size: float = SIZE
    largest: float = LARGEST
    landscape: bool = False
    air: float = 0.0
    margin: float = MARGIN
    dense: bool = False
    adapts: bool = False

    @property
    def page(self) -> tuple[float, float]:
        """The width and the height of a page within its margins, in points."""
        width, height = _POINTS[self.paper]
        if self.landscape:
            width, height = height, width
        return width - 2 * self.margin, height - 2 * self.margin - FOOT

    @property
    def height(self) -> float:
        """The usable height of a column, in points."""
        return self.page[1] - _ROUNDING

    @property
    def column(self) -> float:
        """The width of a column in points."""
        return (self.page[0] - GUTTER * (self.columns - 1)) / self.columns

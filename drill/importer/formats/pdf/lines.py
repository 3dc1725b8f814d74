"""The pieces of PDF pages as lines in reading order."""

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from drill.importer.formats.markdown_blocks import TICKS
from drill.importer.formats.pdf.right_to_left import in_reading_order
from drill.importer.formats.pdf.text import Look, Page, Piece

_MARK_GAP = 4.0  # times the type size: the widest gap (a tab) after a list marker
_CELL_GAP = 0.4  # times the type size; a smaller gap is inside one cell
# The last ones are the signs of the fonts Symbol and Wingdings.
BULLETS = f"•◦▪‣●○■□·∙–\uf06c\uf06e\uf071\uf075-\uf077\uf09f-\uf0ff{''.join(TICKS)}"
"""The signs of bullets, for a class of characters."""
FULL = 30  # characters: a shorter line never counts as full
_MARK = re.compile(rf"\s*(?:[{BULLETS}*-]|\(?(?:\d{{1,3}}|[A-Za-z])[.)])\s*")
_GUTTER = 0.8
"""Times the type size: the least gap between columns; justified lines have wide spaces too."""
_SAME_LINE = 0.35  # times the type size: baselines this close form one line
_MIDDLES = (0.5, 0.48, 0.52, 0.45, 0.55, 0.42, 0.58)
"""Where the gap between two columns may be, as shares of the page's width."""
_CROSSING = 0.2
"""The most runs across that gap, as a share: titles and figures."""
_BESIDE = 0.1
"""The least share of runs on either side: a margin has fewer notes."""
_WORD = 0.15  # times the type size: a smaller gap is inside a word
_BULLET_GAP = 2.5  # times the type size: the furthest a drawn bullet is from its line
_LEVEL = 1.5
"""Times the type size: the most that the next cell of a row begins higher or lower."""
_ROWS = 3
"""The fewest steps over the gap along a line that show rows; a page's foot makes one."""
_SWITCHES = 8
"""How often a page of columns may cross the gutter in drawing order; a table crosses it in every
row."""


@dataclass
class Line:
    """One printed line: its cells from left to right, usually one; `page` counts from 0.

    The text is asked for many times a line, so it is put together once.
    """

    cells: list[Piece]
    page: int
    bullet: bool = False
    left: float = 0.0  # how far its column is right of the first one
    right: float = 0.0  # the right margin of its column
    rules: list[float] = field(default_factory=list)

    @cached_property
    def spans(self) -> list[tuple[str, Look]]:
        """The text of all cells with its formatting."""
        result: list[tuple[str, Look]] = []
        for cell in self.cells:
            if result:
                result.append((" ", Look()))
            result += cell.spans
        return result

    @cached_property
    def text(self) -> str:
        """The text of all cells."""
        return " ".join(cell.text.strip() for cell in self.cells)

    @property
    def x0(self) -> float:
        """The left edge, in points."""
        return self.cells[0].x0

    @property
    def x1(self) -> float:
        """The right edge, in points."""
        return self.cells[-1].x1

    @property
    def indent(self) -> float:
        """The left edge, in points, as if it stood in the first column."""
        return self.x0 - self.left

    @property
    def y(self) -> float:
        """The baseline, in points from the bottom of the page."""
        return self.cells[0].y

    @cached_property
    def size(self) -> float:
        """The type size of most of its text, in points."""
        return max(self.cells, key=lambda cell: len(cell.text)).size

    @property
    def hyphen_at_end(self) -> bool:
        """Whether the PDF marks the last word as hyphenated."""
        return self.cells[-1].hyphen

    def all_are(self, kind: str) -> bool:
        """Whether all words are set in `kind`: `bold`, `italic` or `mono`."""
        spans = [(text, look) for text, look in self.spans if text.strip()]
        if len(spans) > 1 and _MARK.fullmatch(spans[0][0]):  # a list marker has a style of its own
            del spans[0]
        worded = [look for text, look in spans if re.search(r"\w", text)]
        worded = worded or [look for _, look in spans]
        return bool(worded) and all(getattr(look, kind) for look in worded)


def page_lines(page: Page, number: int) -> Iterator[Line]:
    """The lines of a page in reading order, column by column."""
    gutter = _gutter(page)
    if gutter is None:
        yield from _merged(page.pieces, page, number, page.width)
        return
    band: list[Piece] = []
    for piece in sorted(page.pieces, key=lambda piece: -piece.y):
        if piece.x0 < gutter - 2 and piece.x1 > gutter + 2:  # spans both columns
            yield from _columns(band, gutter, page, number)
            band = []
            yield from _merged([piece], page, number)
        else:
            band.append(piece)
    yield from _columns(band, gutter, page, number)


def _columns(band: list[Piece], gutter: float, page: Page, number: int) -> Iterator[Line]:
    yield from _merged([piece for piece in band if piece.x1 <= gutter + 2], page, number)
    left = min((piece.x0 for piece in page.pieces), default=0.0)
    second = min((piece.x0 for piece in page.pieces if piece.x0 > gutter - 2), default=left)
    for line in _merged([piece for piece in band if piece.x1 > gutter + 2], page, number):
        line.left = second - left
        yield line


def _gutter(page: Page) -> float | None:
    """The middle of the gap between two text columns; None for a single column."""
    runs = [run for run in _runs(page.pieces) if run.length > 3]
    if len(runs) < 16:
        return None
    for share in _MIDDLES:
        place = share * page.width
        left = [run.x1 <= place + 1 for run in runs]
        crossing = sum(run.x0 < place - 1 and run.x1 > place + 1 for run in runs)
        rights = len(runs) - sum(left) - crossing
        switches = sum(before != after for before, after in itertools.pairwise(left))
        if (
            crossing <= _CROSSING * len(runs)
            and min(sum(left), rights) >= max(3, _BESIDE * len(runs))
            and switches <= _SWITCHES + 2 * crossing
        ):
            return None if _are_rows(runs, place) else place
    return None


def _are_rows(runs: "Sequence[_Run]", gutter: float) -> bool:
    """Whether text on both sides of the gap is drawn line by line, as in tables."""
    across = [
        abs(before.y - after.y) < _LEVEL * before.size
        for before, after in itertools.pairwise(runs)
        if before.x1 <= gutter + 1 and after.x0 >= gutter - 1
    ]
    return sum(across) >= _ROWS and sum(across) * 2 > len(across)


@dataclass(slots=True)
class _Run:
    """A run of text without a gutter, with the length of its text."""

    x0: float
    x1: float
    y: float
    size: float
    length: int


def _runs(pieces: Sequence[Piece]) -> list[_Run]:
    """The runs of text of a page, in drawing order."""
    runs: list[_Run] = []
    last: Piece | None = None
    for piece in pieces:
        if (
            last is not None
            and abs(last.y - piece.y) < _SAME_LINE * piece.size
            and 0 <= piece.x0 - last.x1 < _GUTTER * piece.size
        ):
            runs[-1].x1 = piece.x1
            runs[-1].length += len(piece.text)
        else:
            runs.append(_Run(piece.x0, piece.x1, piece.y, piece.size, len(piece.text)))
        last = piece
    return runs


def _merged(pieces: Iterable[Piece], page: Page, number: int, width: float = 0.0) -> Iterator[Line]:
    """Merge pieces on one baseline into a line, from the top of the page down.

    `width` is the page width if lines may span it, else 0.
    """
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if rows and abs(rows[-1][0].y - piece.y) < _SAME_LINE * min(rows[-1][0].size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    result = [Line(_joined(sorted(row, key=lambda piece: piece.x0)), number) for row in rows]
    right = _right(result, width)
    for line in result:
        line.right = right
        line.bullet = any(
            0 < line.x0 - x < _BULLET_GAP * line.size and 0 < y - line.y < line.size
            for x, y in page.bullets
        )
        line.rules = [y for y, left, end in page.rules if left < line.x1 and end > line.x0]
        yield line


def _right(lines: Sequence[Line], width: float) -> float:
    """The right margin, which one line in ten (code, a head) may exceed.

    Without a full line, the margins of a page of `width` are taken to be equal.
    """
    ends = sorted(line.x1 for line in lines if len(line.text) > FULL)
    if ends:
        return ends[(len(ends) - 1) * 9 // 10]
    margin = width - min((line.x0 for line in lines), default=width)
    return max([margin, *(line.x1 for line in lines)])


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The cells of a line: a word space, or the gap after a list marker, does not split a cell."""
    result = [_bullet(pieces[0]) if len(pieces) > 1 else pieces[0]]
    for piece in pieces[1:]:
        last = result[-1]
        is_mark = _MARK.fullmatch(last.text)
        if piece.x0 - last.x1 < (_MARK_GAP if is_mark else _CELL_GAP) * last.size:
            is_word = piece.x0 - last.x1 > _WORD * last.size and piece.text[:1] not in ":.,;?!"
            gap = " " if is_word or is_mark else ""
            spans = [*last.spans, (gap, last.spans[-1][1]), *piece.spans]
            result[-1] = Piece(spans, last.x0, piece.x1, last.y, max(last.size, piece.size),
                               piece.hyphen)  # fmt: skip
        else:
            result.append(piece)
    return [in_reading_order(cell) for cell in result]


def _bullet(piece: Piece) -> Piece:
    """The first piece of a line, a bullet normalised: Word marks second-level items with an `o`."""
    mark = piece.text.strip()
    if mark == "o" and piece.spans[0][1].mono:
        mark = "◦"
    return replace(piece, spans=[(mark, Look())]) if re.fullmatch(f"[{BULLETS}]", mark) else piece

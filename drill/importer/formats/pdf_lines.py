"""The pieces of PDF pages as lines in reading order, without running heads and page numbers."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from drill.importer.formats.pdf_text import Look, Page, Piece

_EDGE = 0.14
"""The share of a page's height at its top and bottom where running heads stand."""
_EDGE_LINES = 3
_SAME_PLACE = 4.0  # points that a running head moves from page to page
_PAGE_NUMBER = re.compile(
    r"\W*(?:p(?:age|\.)?|seite|página|стр\.?|第)?\s*\d{1,4}(?:\s*(?:of|/|von|de|из)\s*\d{1,4})?\s*页?\W*",
    re.IGNORECASE,
)
_CELL_GAP = 0.5  # times the size; what stands closer is one cell
_BULLETS = "•◦▪‣●○■□·∙–"
_SWITCHES = 8
"""How often the pieces of a page of columns may cross the gutter in the order they were drawn; the
cells of a table cross it at each row."""


@dataclass(slots=True)
class Line:
    """One printed line: its cells from left to right, most often one; `page` counts from 0."""

    cells: list[Piece]
    page: int
    bullet: bool = False
    right: float = 0.0  # where the lines of its column end
    rules: list[float] = field(default_factory=list)

    @property
    def spans(self) -> list[tuple[str, Look]]:
        """The text of all cells with its looks."""
        result: list[tuple[str, Look]] = []
        for cell in self.cells:
            if result:
                result.append((" ", Look()))
            result += cell.spans
        return result

    @property
    def text(self) -> str:
        """The text of all cells."""
        return " ".join(cell.text.strip() for cell in self.cells)

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.cells[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.cells[-1].x1

    @property
    def y(self) -> float:
        """Its baseline, from the bottom of the page."""
        return self.cells[0].y

    @property
    def size(self) -> float:
        """The size of most of its text."""
        return max(self.cells, key=lambda cell: len(cell.text)).size

    @property
    def hyphen_at_end(self) -> bool:
        """Whether the PDF itself says that the last word goes on in the next line."""
        return self.cells[-1].hyphen

    def all_are(self, kind: str) -> bool:
        """Whether all its words are set `bold`, `italic` or `mono`."""
        worded = [look for text, look in self.spans if re.search(r"\w", text)]
        return bool(worded) and all(getattr(look, kind) for look in worded)


def lines_of(pages: Sequence[Page]) -> list[Line]:
    """The lines of all pages in reading order, furniture dropped."""
    found = [list(_page_lines(page, number)) for number, page in enumerate(pages)]
    running = _running(pages, found)
    return [
        line
        for page, lines in zip(pages, found, strict=True)
        for line in lines
        if id(line) not in running and not _is_page_number(line, page, lines)
    ]


def _page_lines(page: Page, number: int) -> Iterator[Line]:
    gutter = _gutter(page)
    if gutter is None:
        yield from _merged(page.pieces, page, number)
        return
    band: list[Piece] = []
    for piece in sorted(page.pieces, key=lambda piece: -piece.y):
        if piece.x0 < gutter - 2 and piece.x1 > gutter + 2:  # over both columns
            yield from _columns(band, gutter, page, number)
            band = []
            yield from _merged([piece], page, number)
        else:
            band.append(piece)
    yield from _columns(band, gutter, page, number)


def _columns(band: list[Piece], gutter: float, page: Page, number: int) -> Iterator[Line]:
    yield from _merged([piece for piece in band if piece.x1 <= gutter + 2], page, number)
    yield from _merged([piece for piece in band if piece.x1 > gutter + 2], page, number)


def _gutter(page: Page) -> float | None:
    """The middle of the gap between two columns of text; None where the page has one."""
    pieces = [piece for piece in page.pieces if len(piece.text) > 3]
    if len(pieces) < 16:
        return None
    for share in (0.5, 0.48, 0.52, 0.45, 0.55, 0.42, 0.58):
        place = share * page.width
        left = [piece.x1 <= place + 1 for piece in pieces]
        crossing = sum(piece.x0 < place - 1 and piece.x1 > place + 1 for piece in pieces)
        rights = len(pieces) - sum(left) - crossing
        switches = sum(before != after for before, after in itertools.pairwise(left))
        if (
            crossing <= 0.2 * len(pieces)
            and min(sum(left), rights) >= 0.25 * len(pieces)
            and switches <= _SWITCHES + 2 * crossing
        ):
            return place
    return None


def _merged(pieces: Iterable[Piece], page: Page, number: int) -> Iterator[Line]:
    """Pieces on one baseline as one line, from the top of the page down."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        if rows and abs(rows[-1][0].y - piece.y) < 0.35 * min(rows[-1][0].size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    result = [Line(_joined(sorted(row, key=lambda piece: piece.x0)), number) for row in rows]
    right = max((line.x1 for line in result), default=0.0)
    for line in result:
        line.right = right
        line.bullet = any(
            0 < line.x0 - x < 2.5 * line.size and 0 < y - line.y < line.size
            for x, y in page.bullets
        )
        line.rules = [y for y, left, end in page.rules if left < line.x1 and end > line.x0]
        yield line


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The cells of a line: pieces that a word's space parts are one, as are a mark and its item."""
    result = [pieces[0]]
    for piece in pieces[1:]:
        last = result[-1]
        is_mark = re.fullmatch(rf"\s*(?:[{_BULLETS}*-]|\(?\w{{1,3}}[.)])\s*", last.text)
        if piece.x0 - last.x1 < (4.0 if is_mark else _CELL_GAP) * last.size:
            gap = " " if piece.x0 - last.x1 > 0.15 * last.size or is_mark else ""
            spans = [*last.spans, (gap, last.spans[-1][1]), *piece.spans]
            result[-1] = Piece(spans, last.x0, piece.x1, last.y, max(last.size, piece.size),
                               piece.hyphen)  # fmt: skip
        else:
            result.append(piece)
    return result


def _running(pages: Sequence[Page], found: Sequence[Sequence[Line]]) -> set[int]:
    """The ids of lines at the edge of pages that stand at one place on several or half of them."""
    places: dict[str, list[tuple[int, Line]]] = {}
    for number, (page, lines) in enumerate(zip(pages, found, strict=True)):
        for line in _edge_lines(page, lines):
            places.setdefault(re.sub(r"\d+", "#", line.text), []).append((number, line))
    least = max(2, (len(pages) + 1) // 2)
    result = set()
    for alike in places.values():
        heights = Counter(round(line.y / _SAME_PLACE) for _, line in alike)
        height = heights.most_common(1)[0][0]
        same = [(n, line) for n, line in alike if abs(line.y / _SAME_PLACE - height) <= 1.5]
        # A head may change with the chapter: at one height, on three pages or on half of them.
        if len({number for number, _ in same}) >= min(least, 3):
            result |= {id(line) for _, line in same}
    return result


def _edge_lines(page: Page, lines: Sequence[Line]) -> list[Line]:
    ordered = sorted(lines, key=lambda line: -line.y)
    ends = {id(line) for line in (*ordered[:_EDGE_LINES], *ordered[-_EDGE_LINES:])}
    return [
        line
        for line in lines
        if id(line) in ends and (line.y < _EDGE * page.height or line.y > (1 - _EDGE) * page.height)
    ]


def _is_page_number(line: Line, page: Page, lines: Sequence[Line]) -> bool:
    """Whether a line is a number alone at the edge of its page."""
    return (
        bool(_PAGE_NUMBER.fullmatch(line.text))
        and any(line is each for each in _edge_lines(page, lines))
        and (line.y == min(each.y for each in lines) or line.y == max(each.y for each in lines))
    )

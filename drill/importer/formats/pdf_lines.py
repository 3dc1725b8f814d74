"""The pieces of PDF pages as lines in reading order, without running heads and page numbers."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from drill.importer.formats.markdown_blocks import TICKS
from drill.importer.formats.pdf_right_to_left import in_reading_order
from drill.importer.formats.pdf_text import Look, Page, Piece

_EDGE = 0.14
"""The share of a page's height at its top and bottom where running heads stand."""
_MARGIN = 0.05  # of the height: no text stands there, but heads may
_SMALL = 0.9
_CHAPTER = 3
"""Pages that a head must stand on: those of a short chapter."""
_CLOSE = 3  # every third page at least
_EDGE_LINES = 3
_HEAD_GAP = 1.8  # times the size, at least between a head and the text
_SAME_PLACE = 4.0  # points that a running head moves from page to page
_PAGE_NUMBER = re.compile(
    r"\W*+(?:p(?:age|\.)?|seite|página|стр\.?|第)?\s*+\d{1,4}(?:\s*(?:of|/|von|de|из)\s*\d{1,4})?"
    r"\s*+页?\W*+",
    re.IGNORECASE,
)
_MARK_GAP = 4.0  # times the size, at most between a list's mark and its item: a tab stop
_CELL_GAP = 0.4  # times the size; what stands closer is one cell
# The last are of the fonts Symbol and Wingdings.
BULLETS = f"•◦▪‣●○■□·∙–\uf0b7\uf0a7\uf0d8\uf0fc{''.join(TICKS)}"
FULL = 30  # characters of a line that may fill its column
_MARK = re.compile(rf"\s*(?:[{BULLETS}*-]|\(?(?:\d{{1,3}}|[A-Za-z])[.)])\s*")
_BACK = re.compile(r"\W*[⬆↑▲⤴↥🔝🔼]\W*(?:\w+\W+){0,4}\w*\W*")
"""A link back to the top of what was a web page, of which the arrow is left."""
_GUTTER = 0.8
"""Times the size: what stands closer is no column of its own; a justified line has wide blanks."""
_SAME_LINE = 0.35  # times the size, at most between two baselines of one line
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
        spans = [(text, look) for text, look in self.spans if text.strip()]
        if len(spans) > 1 and _MARK.fullmatch(spans[0][0]):  # a list's mark is set in its own way
            del spans[0]
        worded = [look for text, look in spans if re.search(r"\w", text)]
        worded = worded or [look for _, look in spans]
        return bool(worded) and all(getattr(look, kind) for look in worded)


def lines_of(pages: Sequence[Page]) -> list[Line]:
    """The lines of all pages in reading order, furniture dropped."""
    lines_of_pages = [list(_page_lines(page, number)) for number, page in enumerate(pages)]
    running = _running(pages, lines_of_pages)
    sizes = Counter(line.size for lines in lines_of_pages for line in lines for _ in line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    return [
        line
        for page, lines in zip(pages, lines_of_pages, strict=True)
        for line in lines
        if id(line) not in running
        and not _BACK.fullmatch(line.text)
        and not _is_page_number(line, page, lines)
        and not _is_margin(line, page, body)
    ]


def _page_lines(page: Page, number: int) -> Iterator[Line]:
    gutter = _gutter(page)
    if gutter is None:
        yield from _merged(page.pieces, page, number, page.width)
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
    runs = [run for run in _runs(page.pieces) if run[2] > 3]
    if len(runs) < 16:
        return None
    for share in (0.5, 0.48, 0.52, 0.45, 0.55, 0.42, 0.58):
        place = share * page.width
        left = [end <= place + 1 for _, end, _ in runs]
        crossing = sum(start < place - 1 and end > place + 1 for start, end, _ in runs)
        rights = len(runs) - sum(left) - crossing
        switches = sum(before != after for before, after in itertools.pairwise(left))
        if (
            crossing <= 0.2 * len(runs)
            and min(sum(left), rights) >= max(3, 0.1 * len(runs))
            and switches <= _SWITCHES + 2 * crossing
        ):
            return place
    return None


def _runs(pieces: Sequence[Piece]) -> list[tuple[float, float, int]]:
    """Where text begins and ends that no gutter parts, in the order it was drawn; its length."""
    runs: list[tuple[float, float, int]] = []
    last: Piece | None = None
    for piece in pieces:
        if (
            last is not None
            and abs(last.y - piece.y) < _SAME_LINE * piece.size
            and 0 <= piece.x0 - last.x1 < _GUTTER * piece.size
        ):
            start, _, length = runs[-1]
            runs[-1] = (start, piece.x1, length + len(piece.text))
        else:
            runs.append((piece.x0, piece.x1, len(piece.text)))
        last = piece
    return runs


def _merged(pieces: Iterable[Piece], page: Page, number: int, width: float = 0.0) -> Iterator[Line]:
    """Pieces on one baseline as one line, from the top of the page down.

    `width` is that of the page where they may fill it.
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
            0 < line.x0 - x < 2.5 * line.size and 0 < y - line.y < line.size
            for x, y in page.bullets
        )
        line.rules = [y for y, left, end in page.rules if left < line.x1 and end > line.x0]
        yield line


def _right(lines: Sequence[Line], width: float) -> float:
    """Where full lines end: one in ten, such as code or a page's head, may reach further.

    Without a full line: where the margin of a page of `width` begins, as wide as the left one.
    """
    ends = sorted(line.x1 for line in lines if len(line.text) > FULL)
    if ends:
        return ends[(len(ends) - 1) * 9 // 10]
    margin = width - min((line.x0 for line in lines), default=width)
    return max([margin, *(line.x1 for line in lines)])


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The cells of a line: pieces that a word's space parts are one, as are a mark and its item."""
    result = [_bullet(pieces[0]) if len(pieces) > 1 else pieces[0]]
    for piece in pieces[1:]:
        last = result[-1]
        is_mark = _MARK.fullmatch(last.text)
        if piece.x0 - last.x1 < (_MARK_GAP if is_mark else _CELL_GAP) * last.size:
            is_word = piece.x0 - last.x1 > 0.15 * last.size and piece.text[:1] not in ":.,;?!"
            gap = " " if is_word or is_mark else ""
            spans = [*last.spans, (gap, last.spans[-1][1]), *piece.spans]
            result[-1] = Piece(spans, last.x0, piece.x1, last.y, max(last.size, piece.size),
                               piece.hyphen)  # fmt: skip
        else:
            result.append(piece)
    return [in_reading_order(cell) for cell in result]


def _bullet(piece: Piece) -> Piece:
    """The first piece of a line; a lone typed `o` is how Word marks a second level."""
    mark = piece.text.strip()
    if mark == "o" and piece.spans[0][1].mono:
        mark = "◦"
    return replace(piece, spans=[(mark, Look())]) if mark and mark in BULLETS else piece


def _running(pages: Sequence[Page], lines_of_pages: Sequence[Sequence[Line]]) -> set[int]:
    """The ids of the lines at the edge of pages that are running heads.

    They say the same at the same height on half of the pages, or on several close to one another
    as the head of a chapter does; but for numbers that grow with the page.
    """
    alike: dict[tuple[object, ...], list[tuple[int, Line]]] = {}
    for number, (page, lines) in enumerate(zip(pages, lines_of_pages, strict=True)):
        for line in _edge_lines(page, lines):
            for key in (*_keys(line, number), *_cell_keys(line, lines)):
                alike.setdefault(key, []).append((number, line))
    least = min(max(2, (len(pages) + 1) // 2), _CHAPTER)
    result = set()
    for lines_alike in alike.values():
        heights = Counter(round(line.y / _SAME_PLACE) for _, line in lines_alike)
        height = heights.most_common(1)[0][0]
        same = [(n, line) for n, line in lines_alike if abs(line.y / _SAME_PLACE - height) <= 1.5]
        span = same[-1][0] - same[0][0]
        if len(same) >= least and (len(same) > len(pages) / 4 or span < _CLOSE * len(same)):
            result |= {id(line) for _, line in same}
    return result


def _keys(line: Line, page: int) -> Iterator[tuple[object, ...]]:
    """What a running head shares with those of other pages: its words, or all but a page number."""
    yield ("same", line.text)
    plain = re.sub(r"\d+", "#", line.text)
    for place, number in enumerate(re.findall(r"\d{1,6}", line.text)[:4]):
        yield ("page", plain, place, int(number) - page)


def _cell_keys(line: Line, lines: Sequence[Line]) -> Iterator[tuple[object, ...]]:
    """What a head that names the section too shares with others: one of its cells.

    It stands apart from the text, as a row of a table does not.
    """
    others = [abs(other.y - line.y) for other in lines if other.y != line.y]
    if len(line.cells) > 1 and min(others, default=0.0) > _HEAD_GAP * line.size:
        for cell in line.cells:
            if len(cell.text.strip()) > 3:
                yield ("cell", cell.text, round(cell.x0))


def _edge_lines(page: Page, lines: Sequence[Line]) -> list[Line]:
    ordered = sorted(lines, key=lambda line: -line.y)
    ends = {id(line) for line in (*ordered[:_EDGE_LINES], *ordered[-_EDGE_LINES:])}
    return [
        line
        for line in lines
        if id(line) in ends and (line.y < _EDGE * page.height or line.y > (1 - _EDGE) * page.height)
    ]


def _is_margin(line: Line, page: Page, body: float) -> bool:
    """Whether a line is small and in the outermost margin, as a browser prints date and address."""
    place = line.y / page.height
    return line.size < _SMALL * body and not _MARGIN < place < 1 - _MARGIN


def _is_page_number(line: Line, page: Page, lines: Sequence[Line]) -> bool:
    """Whether a line is a number alone at the edge of its page."""
    return (
        bool(_PAGE_NUMBER.fullmatch(line.text))
        and any(line is edge for edge in _edge_lines(page, lines))
        and (line.y == min(other.y for other in lines) or line.y == max(other.y for other in lines))
    )

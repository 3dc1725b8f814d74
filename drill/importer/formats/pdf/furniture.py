"""Removes the page furniture of a PDF: running heads and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drill.importer.formats.pdf.lines import Line, page_lines
from drill.importer.formats.pdf.text import Page

_EDGE = 0.14
"""The share of the page height, at top and bottom, where running heads can be."""
_MARGIN = 0.05  # share of the page height: heads stand there, text does not
_SMALL = 0.9
_LARGE = 1.15
"""The least size, by that of the text, of a number that is a heading and not the page's."""
_CHAPTER = 3
"""The fewest pages with the same head: a short chapter."""
_CLOSE = 3  # a head on at least every third page
_EDGE_LINES = 3
_HEAD_GAP = 1.8  # times the type size, the least gap between a head and the text
_NEAR = 1.5  # of these: how far from its usual place a head still is one
_SAME_PLACE = 4.0  # points: how far a running head may move between pages
_PAGE_NUMBER = re.compile(
    r"\W*+(?:p(?:age|\.)?|seite|página|стр\.?|第)?\s*+\d{1,4}(?:\s*(?:of|/|von|de|из)\s*\d{1,4})?"
    r"\s*+页?\W*+",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?:\.\s?){5}\s*(?:\d{1,4}|[ivxl]{1,6})\s*$")
_ENTRY = re.compile(r"\W*\w.*\s\d{1,4}$")
"""The title of a chapter and its page, above the first line with dots."""
_APART = 4
"""The most lines from one line with dots to the next in a table of contents."""
_ENTRIES = 3
"""The fewest lines with dots in one; a form to fill in may have two."""
_PRINTED = re.compile(
    r"\s*(?:(?:file|https?)://\S+(?:\s+\d+/\d+)?\s*$|\d{1,4}([./-])\d\d?\1\d{2,4}\W+\d\d?:\d\d)"
)
"""What a browser prints above and below a page: its address, or the date and time."""
_WRITING = re.compile(r"[.…\s]{12,}(?:\[\d{1,2}\])?")
"""A line to write an answer on, in an exam, perhaps with its points."""
_BACK = re.compile(r"\W*[⬆↑▲⤴↥🔝🔼]\W*(?:\w+\W+){0,4}\w*\W*")
"""A back-to-top link of a printed web page, reduced to its arrow."""


def lines_of(pages: Sequence[Page]) -> list[Line]:
    """The lines of all pages in reading order, without furniture."""
    lines_of_pages = [list(page_lines(page, number)) for number, page in enumerate(pages)]
    running = _running(pages, lines_of_pages)
    sizes = Counter(line.size for lines in lines_of_pages for line in lines for _ in line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    text = [
        line
        for page, lines in zip(pages, lines_of_pages, strict=True)
        for line in lines
        if id(line) not in running
        and not _BACK.fullmatch(line.text)
        and not _WRITING.fullmatch(line.text)
        and (line.size > _LARGE * body or not _is_page_number(line, page, lines))
        and not _is_margin(line, page, body)
    ]
    return _without_contents(text)


def _without_contents(lines: Sequence[Line]) -> list[Line]:
    """The lines without the tables of contents: runs of lines with dots up to a page number.

    A run has titles that wrap, and chapters without dots.
    """
    dotted = [number for number, line in enumerate(lines) if _LEADER.search(line.text)]
    runs: list[list[int]] = []
    for number in dotted:
        if runs and number - runs[-1][-1] <= _APART:
            runs[-1].append(number)
        else:
            runs.append([number])
    kept = list(lines)
    for run in reversed([run for run in runs if len(run) >= _ENTRIES]):
        first = run[0]
        while first and _ENTRY.match(lines[first - 1].text):
            first -= 1
        del kept[first : run[-1] + 1]
    return kept


def _running(pages: Sequence[Page], lines_of_pages: Sequence[Sequence[Line]]) -> set[int]:
    """The ids of the lines that are running heads.

    A running head repeats at the same height, except for its page number, on most pages; or, like a
    chapter's head, on several nearby pages, apart from the text.
    """
    alike: dict[tuple[object, ...], list[tuple[int, Line]]] = {}
    outside: set[int] = set()
    edges = [_edge_lines(*of_page) for of_page in zip(pages, lines_of_pages, strict=True)]
    # A line such as "Answer: C" repeats inside the pages too.
    texts = Counter(line.text for lines in lines_of_pages for line in lines)
    texts.subtract(line.text for lines in edges for line in lines)
    for number, lines in enumerate(lines_of_pages):
        for line in edges[number]:
            if texts[line.text] > 1:
                continue
            if _is_outside(line, lines):
                outside.add(id(line))
            for key in _keys(line, number, by_cell=id(line) in outside):
                alike.setdefault(key, []).append((number, line))
    least = min(max(2, (len(pages) + 1) // 2), _CHAPTER)
    result = set()
    for lines_alike in alike.values():
        heights = Counter(round(line.y / _SAME_PLACE) for _, line in lines_alike)
        height = heights.most_common(1)[0][0]
        same = [(n, line) for n, line in lines_alike if abs(line.y / _SAME_PLACE - height) <= _NEAR]
        if 2 * len(same) <= len(pages):
            same = [(n, line) for n, line in same if id(line) in outside]
        span = same[-1][0] - same[0][0] if same else 0
        if len(same) >= least and (len(same) > len(pages) / 4 or span < _CLOSE * len(same)):
            result |= {id(line) for _, line in same}
    return result


def _keys(line: Line, page: int, *, by_cell: bool) -> Iterator[tuple[object, ...]]:
    """The keys that equal running heads on other pages share: all words, or all but a page number.

    `by_cell` also yields a key per cell: another cell may name the section.
    """
    yield ("same", line.text)
    plain = re.sub(r"\d+", "#", line.text)
    for place, number in enumerate(re.findall(r"\d{1,6}", line.text)[:4]):
        yield ("page", plain, place, int(number) - page)
    for cell in line.cells if by_cell and len(line.cells) > 1 else ():
        if len(cell.text.strip()) > 3:
            yield ("cell", cell.text, round(cell.x0))


def _is_outside(line: Line, lines: Sequence[Line]) -> bool:
    """Whether a line is the first or last of its page and separated from the text."""
    ways = [other.y - line.y for other in lines if other.y != line.y]
    is_end = all(way < 0 for way in ways) or all(way > 0 for way in ways)
    return is_end and min(map(abs, ways), default=line.y) > _HEAD_GAP * line.size


def _edge_lines(page: Page, lines: Sequence[Line]) -> list[Line]:
    ordered = sorted(lines, key=lambda line: -line.y)
    ends = {id(line) for line in (*ordered[:_EDGE_LINES], *ordered[-_EDGE_LINES:])}
    return [
        line
        for line in lines
        if id(line) in ends and (line.y < _EDGE * page.height or line.y > (1 - _EDGE) * page.height)
    ]


def _is_margin(line: Line, page: Page, body: float) -> bool:
    """Whether a line is small and in the outer margin, like a browser's date and address."""
    is_outer = not _MARGIN < line.y / page.height < 1 - _MARGIN
    return is_outer and (line.size < _SMALL * body or bool(_PRINTED.match(line.text)))


def _is_page_number(line: Line, page: Page, lines: Sequence[Line]) -> bool:
    """Whether a line is a lone number at the edge of its page."""
    return (
        bool(_PAGE_NUMBER.fullmatch(line.text))
        and any(line is edge for edge in _edge_lines(page, lines))
        and (line.y == min(other.y for other in lines) or line.y == max(other.y for other in lines))
    )

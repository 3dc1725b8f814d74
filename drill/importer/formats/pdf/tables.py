"""Finds tables in PDFs: lines whose cells align in separate columns."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from drill.importer.formats.pdf.lines import Line
from drill.importer.formats.pdf.text import Piece

_LEAST = 3
"""The fewest lines of several cells that make a table; fewer may be chance, unless two have as
many cells, such as an answer key with its numbers above its letters."""
_APART = 2.6
"""Times the type size: lines further apart are not rows of a table, unless ruled off."""
_ON_LINE = 0.2  # times the type size: a rule this close to a baseline underlines its text
_TOUCHING = 0.2  # points, from rounding
_COLUMN_GAP = 0.8  # times the type size; justified text has wide spaces too
_SAME_CELL = 1.5  # times the type size, the widest line spacing inside a cell
_ROW_GAP = 1.12
"""Times the line distance in a cell: a wider gap separates rows."""

_Ranges = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of a table on one page, its columns from left to right, its cells as Markdown."""

    lines: list[Line]
    columns: _Ranges
    rows: list[list[str]]


def table_at(
    lines: Sequence[Line],
    place: int,
    inline: Callable[[Sequence[Line]], str],
    before: Table | None,
) -> Table | None:
    """The table that begins at `place`, or None.

    `before` is the table that ended just before `place` and may continue on a new page.
    """
    first = lines[place]
    if before is not None and before.lines[-1].page == first.page:
        before = None
    if first.all_are("mono") or (len(first.cells) < 2 and before is None):
        return None
    columns: _Ranges | None = (
        _widened(before.columns, first.cells)
        if before
        else [(cell.x0, cell.x1) for cell in first.cells]
    )
    if columns is None:
        return None
    taken = [first]
    for line in lines[place + 1 :]:
        wider = _widened(columns, line.cells)
        if wider is None or not _is_near(taken[-1], line):
            break
        columns = wider
        taken.append(line)
    if not _goes_on_overleaf(lines[place + len(taken) :], first.page, columns):
        taken = _without_tail(taken)
    several = sum(len(line.cells) > 1 for line in taken)
    is_key = len(taken) == 2 and all(len(line.cells) >= _LEAST for line in taken)
    if several < (1 if before else 2 if is_key else _LEAST) or not _are_apart(taken):
        return None
    return Table(taken, columns, _cells(taken, columns, inline))


def _are_apart(taken: Sequence[Line]) -> bool:
    """Whether some cell is further from the one before it than words of a line are."""
    return any(
        after.x0 - before.x1 > _COLUMN_GAP * line.size
        for line in taken
        for before, after in pairwise(line.cells)
    )


def _goes_on_overleaf(rest: Sequence[Line], page: int, columns: _Ranges) -> bool:
    """Whether the next line starts a page with cells in the same columns."""
    if not rest or rest[0].page == page:
        return False
    return len(rest[0].cells) > 1 and _widened(columns, rest[0].cells) is not None


def _without_tail(taken: list[Line]) -> list[Line]:
    """The lines of a table without a paragraph that follows it below its first columns."""
    end = len(taken)
    while end > 1 and len(taken[end - 1].cells) == 1:
        before, line = taken[end - 2 : end]
        if _is_ruled(before, line) or before.y - line.y < _SAME_CELL * line.size:
            break  # a row, or the second line of a cell
        end -= 1
    return taken[:end]


def continued(rows: list[list[str]], more: Sequence[list[str]]) -> list[list[str]]:
    """The rows of a table and those on the next page, without repeated header or split cells."""
    if more and more[0] == rows[0]:
        more = more[1:]
    if more and not more[0][0]:  # a row split by the page break has no first cell
        last = [" ".join(filter(None, pair)) for pair in zip(rows[-1], more[0], strict=True)]
        return [*rows[:-1], last, *more[1:]]
    return [*rows, *more]


def _cells(
    taken: Sequence[Line], columns: _Ranges, inline: Callable[[Sequence[Line]], str]
) -> list[list[str]]:
    rows: list[list[list[Line]]] = []
    for group in _row_groups(taken, columns):
        row: list[list[Line]] = [[] for _ in columns]
        for line in group:
            for place, cell in zip(_places(line.cells, columns), line.cells, strict=True):
                row[place].append(Line([cell], line.page))
        rows.append(row)
    cells = [[inline(cell) if cell else "" for cell in row] for row in rows]
    if all(line.all_are("bold") for cell in rows[0] for line in cell):  # a header is bold anyway
        cells[0] = [cell.strip("*") for cell in cells[0]]
    return cells


def _row_groups(taken: Sequence[Line], columns: _Ranges) -> list[list[Line]]:
    """The lines of each row, separated by rules, by gaps, or by cells in the first column."""
    groups = _split(taken, [_is_ruled(before, line) for before, line in pairwise(taken)])
    firsts = sum(_places(line.cells, columns)[0] == 0 for line in taken)
    if len(groups) >= max(3, firsts / 2):
        return groups
    return [row for group in groups for row in _unruled(group, columns)]


def _unruled(taken: Sequence[Line], columns: _Ranges) -> list[list[Line]]:
    heights: list[list[float]] = [[] for _ in columns]
    for line in taken:
        for place in _places(line.cells, columns):
            heights[place].append(line.y)
    longest = max(heights, key=len)
    gaps = [high - low for high, low in pairwise(longest)]
    if gaps and max(gaps) > _ROW_GAP * min(gaps) and len(set(map(len, heights))) > 1:
        # Wide gaps in the column with most lines separate rows; a vertically centred cell lies
        # between the lines of its row.
        ends = [(high + low) / 2 for high, low in pairwise(longest)
                if high - low > _ROW_GAP * min(gaps)]  # fmt: skip
        return _split(
            taken,
            [any(line.y < end < before.y for end in ends) for before, line in pairwise(taken)],
        )
    return _split(taken, [_places(line.cells, columns)[0] == 0 for line in taken[1:]])


def _split(lines: Sequence[Line], begins: Sequence[bool]) -> list[list[Line]]:
    """`lines` split before each line that begins a group."""
    groups = [[lines[0]]]
    for line, is_first in zip(lines[1:], begins, strict=True):
        if is_first:
            groups.append([])
        groups[-1].append(line)
    return groups


def _widened(columns: _Ranges, cells: Sequence[Piece]) -> _Ranges | None:
    """The columns widened by these cells; None if a cell fits no column or touches two."""
    result = list(columns)
    if len(cells) > len(columns):
        return None
    for place, cell in zip(_places(cells, columns), cells, strict=True):
        if place < 0:
            return None
        result[place] = (min(result[place][0], cell.x0), max(result[place][1], cell.x1))
    is_apart = all(a[1] < b[0] for a, b in pairwise(result))
    return result if is_apart else None


def _places(cells: Sequence[Piece], columns: _Ranges) -> list[int]:
    """The column of each cell: by position if counts match, else the one it overlaps, or -1."""
    if len(cells) == len(columns):
        return list(range(len(cells)))
    inside = [
        [n for n, (low, high) in enumerate(columns) if cell.x0 < high and cell.x1 > low]
        for cell in cells
    ]
    return [places[0] if len(places) == 1 else -1 for places in inside]


def _is_near(before: Line, line: Line) -> bool:
    return (
        before.page == line.page
        and line.y < before.y
        and not line.bullet
        and (before.y - line.y < _APART * line.size or _is_ruled(before, line))
    )


def _is_ruled(before: Line, line: Line) -> bool:
    """Whether a rule separates two lines."""
    return any(line.y + _ON_LINE * line.size < y < before.y + _TOUCHING for y in line.rules)

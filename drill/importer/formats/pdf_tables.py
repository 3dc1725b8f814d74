"""Tables in PDFs: lines whose cells stand below one another, apart from the neighbour column's."""

from collections.abc import Callable, Sequence

from drill.importer.formats.pdf_lines import Line
from drill.importer.formats.pdf_text import Piece

_LEAST = 3
"""The fewest lines of several cells that are a table and no chance."""
_APART = 2.6
"""Times the size: lines further apart are no rows of one table, unless a rule parts them."""

_Ranges = list[tuple[float, float]]


def table_at(
    lines: Sequence[Line], place: int, inline: Callable[[Sequence[Line]], str]
) -> tuple[int, list[list[str]]]:
    """How many lines the table at `place` takes, and the Markdown of its cells; 0 where is none.

    A row begins below a rule, or, where there are none, with each line that has a first cell.
    """
    first = lines[place]
    if len(first.cells) < 2 or first.all_are("mono"):
        return 0, []
    columns: _Ranges = [(cell.x0, cell.x1) for cell in first.cells]
    taken = [first]
    for line in lines[place + 1 :]:
        wider = _widened(columns, line.cells)
        if wider is None or not _is_near(taken[-1], line):
            break
        columns = wider
        taken.append(line)
    while len(taken) > 1 and len(taken[-1].cells) == 1 and not _is_ruled(taken[-2], taken[-1]):
        if taken[-2].y - taken[-1].y < 1.3 * taken[-1].size:
            break  # the second line of a cell
        taken.pop()
    if sum(len(line.cells) > 1 for line in taken) < _LEAST:
        return 0, []
    return len(taken), _rows(taken, columns, inline)


def _rows(
    taken: Sequence[Line], columns: _Ranges, inline: Callable[[Sequence[Line]], str]
) -> list[list[str]]:
    is_ruled = any(_is_ruled(a, b) for a, b in zip(taken, taken[1:], strict=False))
    rows: list[list[list[Line]]] = []
    for number, line in enumerate(taken):
        before = taken[number - 1] if number else None
        begins = _is_ruled(before, line) if before and is_ruled else _place(line.cells[0], columns) == 0
        if before is None or begins:
            rows.append([[] for _ in columns])
        for cell in line.cells:
            rows[-1][_place(cell, columns)].append(Line([cell], line.page))
    cells = [[inline(cell) if cell else "" for cell in row] for row in rows]
    if all(line.all_are("bold") for cell in rows[0] for line in cell):  # a header needs no marks
        cells[0] = [cell.strip("*") for cell in cells[0]]
    return cells


def _widened(columns: _Ranges, cells: Sequence[Piece]) -> _Ranges | None:
    """The columns with these cells in them; None where a cell fits none, or touches two."""
    result = list(columns)
    if len(cells) > len(columns):
        return None
    for cell in cells:
        place = _place(cell, columns)
        if place < 0:
            return None
        result[place] = (min(result[place][0], cell.x0), max(result[place][1], cell.x1))
    is_apart = all(a[1] < b[0] for a, b in zip(result, result[1:], strict=False))
    return result if is_apart else None


def _place(cell: Piece, columns: _Ranges) -> int:
    """The one column that a cell overlaps, -1 for none or several."""
    found = [n for n, (low, high) in enumerate(columns) if cell.x0 < high and cell.x1 > low]
    return found[0] if len(found) == 1 else -1


def _is_near(before: Line, line: Line) -> bool:
    return (
        before.page == line.page
        and line.y < before.y
        and not line.bullet
        and (before.y - line.y < _APART * line.size or _is_ruled(before, line))
    )


def _is_ruled(before: Line, line: Line) -> bool:
    """Whether a rule parts two lines."""
    return any(line.y + 0.2 * line.size < y < before.y + 0.2 for y in line.rules)

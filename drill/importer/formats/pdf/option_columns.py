"""Options that stand beside each other on a page, as lines of their own."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from drill.importer.formats.pdf.lines import Line

_MARK = re.compile(r"\s*\(?([A-Ha-h])[.)]\s*\S")


def options_apart(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, each option of a row on its own, by letter: columns may go down."""
    rows: list[Line] = []
    for line in lines:
        letters = _letters(line)
        if letters and not {*letters} & {letter for row in rows for letter in _letters(row)}:
            rows.append(line)
            continue
        yield from _sorted(rows)
        rows = []
        if letters:
            rows.append(line)
        else:
            yield line
    yield from _sorted(rows)


def _letters(line: Line) -> list[str]:
    """The letters of the options that are the cells of a line; empty if other text is in it."""
    marks = [_MARK.match(cell.text) for cell in line.cells]
    return [mark[1].lower() for mark in marks if mark] if all(marks) else []


def _sorted(rows: list[Line]) -> list[Line]:
    """The options of several rows, one a line; the rows as they are without two in one."""
    if all(len(row.cells) < 2 for row in rows):
        return rows
    apart = [replace(row, cells=[cell]) for row in rows for cell in row.cells]
    return sorted(apart, key=_letters)

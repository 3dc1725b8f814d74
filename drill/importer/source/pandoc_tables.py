"""Pandoc's tables, with columns marked by runs of dashes, which Markdown lacks."""

import re
from collections.abc import Sequence

_EDGE = re.compile(r" {0,8}-{9,}\s*$")
_COLUMNS = re.compile(r" {0,8}-{2,}(?: {1,4}-{2,})+\s*$")
_MOST = 200
"""The most lines of such a table."""


def with_tables_as_code(lines: Sequence[str]) -> list[str]:
    """The same number of lines, with multi-line and simple tables turned into code."""
    result = list(lines)
    place = 0
    while place < len(lines):
        end = _end(lines, place) if lines[place][-4:].rstrip().endswith("--") else None
        if end is None:
            place += 1
            continue
        for line in range(place, end):
            result[line] = f"     {lines[line]}" if lines[line].strip() else ""
        place = end
    return result


def _end(lines: Sequence[str], first: int) -> int | None:
    """The line after the table that begins on line `first`, or None."""
    if not _EDGE.match(lines[first]) or (first and lines[first - 1].strip()):
        return None
    columns = False
    for place in range(first + 1, min(len(lines), first + _MOST)):
        if _COLUMNS.match(lines[place]):
            columns = True
        elif _EDGE.match(lines[place]):
            return place + 1 if columns else None
        elif lines[place].startswith(("#", "```")):
            return None
    return None

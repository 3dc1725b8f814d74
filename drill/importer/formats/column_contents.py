"""What the cells of a table say of its columns beyond their headings."""

import re
from collections.abc import Sequence
from dataclasses import replace

from drill.importer.formats import column_names as names
from drill.importer.formats.cards import Row
from drill.importer.formats.columns import Column, Layout, column_of

_FEW_ROWS = 3
"""From this number of rows on, a column that says the same in all of them is a setting."""
_INSTRUCTION = re.compile(r"\((?:required|optional|default)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]")
_NUMBERS = re.compile(r"\s*\d(?:\s*[,;]\s*\d)*\s*")
_TAG_WORDS = re.compile(r"[\w:+#-]+(?: [\w:+#-]+){0,5}")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'", re.DOTALL)
_QUESTION = re.compile(r"question[\s_-]?", re.IGNORECASE)
_SEPARATORS = re.compile(r"\n"), re.compile(r"\|"), re.compile(r";"), re.compile(r",")
_MARK = re.compile(r"(?:[-*•]|\(?[A-Ha-h1-8][.)])\s+")


def cell_of(row: Row, place: int | None) -> str:
    """The cell of a column; empty if the row ends before it."""
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def is_instruction(row: Row) -> bool:
    """Whether a row tells people how to fill in the template of a quiz program."""
    return sum(bool(_INSTRUCTION.search(cell)) for cell in row.cells) > 2


def settled(table: Layout, rows: Sequence[Row]) -> Layout:
    """The layout with one question column, no settings, and the meaning of numbers."""
    columns = list(table.columns)
    asked = table.all(Column.QUESTION)
    if len(asked) > 1:  # "question_order", "question_topic" and "question_text"
        most = max(asked, key=lambda place: len(set(_worded(rows, place))))
        for place in asked:
            if place != most:
                rest = column_of(_QUESTION.sub("", table.names[place]))
                columns[place] = rest if _worded(rows, place) else Column.NUMBER
    for place in table.all(Column.POINTS):
        if not _worded(rows, place):  # a score
            columns[place] = Column.NUMBER
    if {Column.OPTION, Column.OPTIONS, Column.WRONG} & set(columns):
        for place, column in enumerate(columns):
            if column is Column.OTHER and _is_setting(rows, place, table.names[place]):
                columns[place] = Column.NUMBER
    if not table.has_header and len(columns) == 3 and _are_tags(rows, columns[2]):
        columns[2] = Column.TAGS
    table = replace(table, columns=tuple(columns))
    return replace(table, first_option=_first_option(rows, table))


def _worded(rows: Sequence[Row], place: int) -> list[str]:
    return [cell for row in rows if _WORD.search(cell := cell_of(row, place))]


def _is_setting(rows: Sequence[Row], place: int, name: str) -> bool:
    """Whether a column of a quiz is one for its program: a kind, numbers, or always the same."""
    cells = {cell_of(row, place).strip() for row in rows}
    return (
        bool(names.KIND.search(name))
        or not _worded(rows, place)
        or (len(rows) >= _FEW_ROWS and len(cells) == 1)
    )


def _are_tags(rows: Sequence[Row], column: Column) -> bool:
    """Whether an unnamed third column has few distinct single words."""
    cells = [cell for row in rows if (cell := cell_of(row, 2).strip())]
    are_words = cells and all(_TAG_WORDS.fullmatch(cell) and cell == cell.lower() for cell in cells)
    return bool(are_words) and column is Column.OTHER and len(set(cells)) <= len(cells) / 2 + 1


def _first_option(rows: Sequence[Row], table: Layout) -> int | None:
    """The number of the first option, 0 or 1, if numbers say which option is right.

    They do if not all of them are texts of options.
    """
    rights = table.all(Column.CORRECT) or table.all(Column.ANSWER)[:1]
    cells = {cell_of(row, place).strip() for row in rows for place in rights} - {""}
    if table.all(Column.WRONG) or not cells or not all(map(_NUMBERS.fullmatch, cells)):
        return None
    if all(cell_of(row, place).strip() in ("", *choices(row, table)) for row in rows
           for place in rights):  # fmt: skip
        return None
    counts_from_zero = any("0" in cell for cell in cells) or any(
        names.INDEX.search(table.names[place]) for place in rights
    )
    return 0 if counts_from_zero else 1


def choices(row: Row, table: Layout) -> list[str]:
    """The options of a row that has a column for each, or one for all."""
    if (place := table.first(Column.OPTIONS)) is not None:
        return listed(cell_of(row, place).strip())
    cells = (cell_of(row, place).strip() for place in table.all(Column.OPTION))
    return [cell for cell in cells if cell]


def listed(cell: str) -> list[str]:
    """The options of one cell: JSON, a Python list, lines, or texts between separators."""
    if cell[:1] + cell[-1:] in {"[]", "{}"} and (quoted := _QUOTED.findall(cell)):
        texts = [re.sub(r"\\(.)", r"\1", one or other).strip() for one, other in quoted]
        return texts[1::2] if cell[0] == "{" else texts
    separator = next((mark for mark in _SEPARATORS if mark.search(cell)), None)
    if separator is None:
        return []
    parts = [part.strip() for part in separator.split(cell) if part.strip()]
    marks = [mark.end() for part in parts if (mark := _MARK.match(part))]
    if len(marks) < len(parts):
        return parts
    return [part[end:] for part, end in zip(parts, marks, strict=True)]

"""What the cells of a table say of its columns beyond their headings."""

import ast
import json
import re
from collections.abc import Sequence
from dataclasses import replace

from drill.importer.formats import column_names as names
from drill.importer.formats.cards import Row
from drill.importer.formats.columns import Column, Layout, column_of

_FEW_ROWS = 3
"""From this number of rows on, a column that says the same in all of them is a setting."""
_SETTING = 40
"""The most characters of such a cell; a longer one is a passage that the questions share."""
_INSTRUCTION = re.compile(r"\((?:required|optional|default)\b[^()]*\)\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]")
_NUMBERS = re.compile(r"\s*\d(?:\s*[,;]\s*\d)*\s*")
_TAG_WORDS = re.compile(r"[\w:+#-]+(?: [\w:+#-]+){0,5}")
_QUESTION = re.compile(r"question[\s_-]?", re.IGNORECASE)
_SEPARATORS = ("\n", "|", ";", ",")
_MARK = re.compile(r"(?:[-*•]|\(?[A-Ha-h1-8][.)])\s+")


def cell_of(row: Row, place: int | None) -> str:
    """The cell of a column; empty if the row ends before it."""
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def is_instruction(row: Row) -> bool:
    """Whether most cells of a row end in how to fill in the template of a quiz program."""
    cells = [cell for cell in row.cells if cell.strip()]
    told = sum(bool(_INSTRUCTION.search(cell)) for cell in cells)
    return told > 2 and 2 * told > len(cells)


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
    short = all(len(cell) <= _SETTING for cell in cells)
    same = len(rows) >= _FEW_ROWS and len(cells) == 1
    return bool(names.KIND.search(name)) or not _worded(rows, place) or (short and same)


def _are_tags(rows: Sequence[Row], column: Column) -> bool:
    """Whether an unnamed third column has few distinct single words."""
    cells = [cell for row in rows if (cell := cell_of(row, 2).strip())]
    are_words = cells and all(_TAG_WORDS.fullmatch(cell) and cell == cell.lower() for cell in cells)
    return bool(are_words) and column is Column.OTHER and len(set(cells)) <= len(cells) / 2 + 1


def _first_option(rows: Sequence[Row], table: Layout) -> int | None:
    """The number of the first option, 0 or 1, if numbers say which option is right.

    They do if few of them are texts of options. An index counts from 0, unless one is the number of
    all options.
    """
    rights = table.all(Column.CORRECT) or table.all(Column.ANSWER)[:1]
    cells = [cell for row in rows for place in rights if (cell := cell_of(row, place).strip())]
    if table.all(Column.WRONG) or not cells or not all(map(_NUMBERS.fullmatch, cells)):
        return None
    texts = sum(cell_of(row, place).strip() in ("", *choices(row, table))
                for row in rows for place in rights)  # fmt: skip
    if 2 * texts > len(rows):
        return None
    if any("0" in cell for cell in cells):
        return 0
    is_index = any(names.INDEX.search(table.names[place]) for place in rights)
    has_last = any(str(len(choices(row, table))) in cell_of(row, rights[0]) for row in rows)
    return 0 if is_index and not has_last else 1


def choices(row: Row, table: Layout) -> list[str]:
    """The options of a row that has a column for each, or one for all."""
    if (place := table.first(Column.OPTIONS)) is not None:
        return listed(cell_of(row, place).strip())
    return [cell_of(row, place).strip() for place in table.all(Column.OPTION)]


def listed(cell: str) -> list[str]:
    """The options of one cell: JSON, a Python list, lines, or texts between separators."""
    if cell[:1] in {"[", "{"}:
        return _literal(cell)
    separator = next((mark for mark in _SEPARATORS if mark in cell), None)
    if separator is None:
        return []
    parts = [part.strip() for part in cell.split(separator) if part.strip()]
    return [_MARK.sub("", part) for part in parts] if all(map(_MARK.match, parts)) else parts


def _literal(cell: str) -> list[str]:
    """The texts of a list, or of an object by letter, as JSON or Python write it; else none."""
    try:
        value = json.loads(cell)
    except (ValueError, RecursionError):
        try:
            value = ast.literal_eval(cell)
        except (ValueError, SyntaxError, MemoryError, RecursionError):
            return []
    texts = list(value.values()) if isinstance(value, dict) else value
    plain = isinstance(texts, list) and all(isinstance(one, str | int | float) for one in texts)
    return [str(one).strip() for one in texts] if plain else []

"""The layout of a table of questions: what each column holds, by its heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from drill.importer.formats import column_names as names
from drill.importer.source.lines import QUESTION_MARKS


class Column(StrEnum):
    """The meaning of a column."""

    QUESTION = "question"
    ANSWER = "answer"
    POINTS = "key points"
    HINT = "hint"
    TAGS = "tags"
    DIFFICULTY = "difficulty"
    OPTION = "option"
    OPTIONS = "all options"
    CORRECT = "correct"
    WRONG = "wrong option"
    ID = "id"
    DECK = "deck"
    NUMBER = "number"
    OTHER = "other"


_HEADINGS: tuple[tuple[re.Pattern[str], Column], ...] = (
    (names.FRONT, Column.QUESTION),
    (names.NUMBER, Column.NUMBER),
    (names.SETTING, Column.NUMBER),
    (names.CORRECT, Column.CORRECT),
    (names.KEY, Column.ID),
    (names.POINTS, Column.POINTS),
    (names.LEVEL, Column.DIFFICULTY),
    (names.WRONG, Column.WRONG),
    (names.OPTIONS, Column.OPTIONS),
    (names.OPTION, Column.OPTION),
    (names.NUMBERED_OPTION, Column.OPTION),
    (names.QUESTION, Column.QUESTION),
    (names.TERM, Column.QUESTION),
    (names.ANSWER, Column.ANSWER),
    (names.BACK, Column.ANSWER),
    (names.DEFINITION, Column.ANSWER),
    (names.HINT, Column.HINT),
    (names.TAGGED, Column.TAGS),
    (names.DECK, Column.DECK),
)
"""The first pattern that matches a heading gives the meaning of its column."""
_LONG, _WORDS = 40, 4  # characters and words: a longer cell is no heading
_REMARK = re.compile(r"(?<=\w)\s*(?:\s[-–—]\s|\().*", re.DOTALL)
"""What a template says of a column after its name: `Answer 1 - max 75 characters`."""
_IN_TURN = re.compile(r"(.{1,20}?)[\s_-]*([A-Ha-h1-8])")
"""The name of one of several alike columns: `odpA`, `Choice 2`."""
_TELLING = frozenset((Column.TAGS, Column.DECK, Column.DIFFICULTY, Column.POINTS, Column.CORRECT))
"""Columns that only a header names; the questions beside them may have any name."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The meaning of each column; `has_header` if the first row only names the columns.

    `first_option` is the number of the first option, if numbers say which one is right.
    """

    columns: tuple[Column, ...]
    names: tuple[str, ...]
    has_header: bool
    first_option: int | None = None

    def first(self, column: Column) -> int | None:
        """The index of the first column with this meaning."""
        return self.columns.index(column) if column in self.columns else None

    def all(self, column: Column) -> list[int]:
        """The indexes of all columns with this meaning."""
        return [place for place, here in enumerate(self.columns) if here is column]


def column_of(heading: str) -> Column:
    """The meaning of a heading; `OTHER` for an unknown one."""
    text = _REMARK.sub("", re.sub(r"[*`:]|<[^<>]*>", "", heading.lstrip("\ufeff")))
    text = re.sub(r"[\s_-]+|(?<=[a-z])(?=[A-Z][a-z])", " ", text).strip()  # also `questionText`
    if not text or len(text) > _LONG or len(text.split()) > _WORDS or text.endswith(QUESTION_MARKS):
        return Column.OTHER
    return next((column for pattern, column in _HEADINGS if pattern.search(text)), Column.OTHER)


def layout(rows: Sequence[Sequence[str]]) -> Layout:
    """The layout of a table by its first row, a header if it names a question column.

    Without a header, the first column that is not all numbers asks and the next one answers.
    """
    first = [cell.strip() for cell in rows[0]]
    columns = tuple(map(column_of, first))
    columns = _with_options(columns, first)
    if columns.count(Column.OPTION) == 1:  # "Q" and "A" are a pair, not the first of four options
        columns = _with(columns, columns.index(Column.OPTION), Column.ANSWER)
    named = Layout(columns, tuple(first), has_header=True)
    if Column.QUESTION in columns and len(columns) > 1 and columns.count(Column.OTHER) < len(first):
        if Column.ANSWER in columns or len(set(columns) - {Column.OTHER}) > 1:
            return named
        place = columns.index(Column.QUESTION)
        others = [n for n, column in enumerate(columns) if column is Column.OTHER and n > place]
        if others:
            return replace(named, columns=_with(columns, others[0], Column.ANSWER))
    others = [n for n, column in enumerate(columns) if column is Column.OTHER]
    if others and _TELLING & set(columns) and all(map(_is_name, first)):
        columns = _with(columns, others[0], Column.QUESTION)
        if Column.ANSWER not in columns and len(others) > 1:
            columns = _with(columns, others[1], Column.ANSWER)
        return replace(named, columns=columns)
    return _without_header(rows)


def _is_name(cell: str) -> bool:
    """Whether a cell may name a column."""
    return bool(re.search(r"[^\W\d_]", cell)) and len(cell) <= _LONG


def _with_options(columns: tuple[Column, ...], headings: Sequence[str]) -> tuple[Column, ...]:
    """The columns with those as options whose headings differ only by a letter or number in turn.

    Numbers count only where a column says which option is right: `Example 1`, `Example 2`.
    """
    start = 0
    for end in range(1, len(columns) + 1):
        marks = [_IN_TURN.fullmatch(heading) for heading in headings[start : end + 1]]
        turn = "".join(mark[2].lower() for mark in marks if mark)
        stems = {mark[1].lower() for mark in marks if mark}
        if end < len(columns) and len(turn) == len(marks) and len(stems) == 1 and (
            "abcdefgh".startswith(turn) or "12345678".startswith(turn)
        ):  # fmt: skip
            continue
        if end - start > 1 and (headings[start][-1:].isalpha() or Column.CORRECT in columns):
            columns = (*columns[:start], *[Column.OPTION] * (end - start), *columns[end:])
        start = end
    return columns


def _with(columns: tuple[Column, ...], place: int, column: Column) -> tuple[Column, ...]:
    return (*columns[:place], column, *columns[place + 1 :])


def _without_header(rows: Sequence[Sequence[str]]) -> Layout:
    width = max(len(row) for row in rows)
    columns = [Column.OTHER] * width
    sample = rows[:200]
    start = 0
    if width > 2 and all(re.fullmatch(r"\s*+\d*+[.)]?+\s*+", row[0]) for row in sample if row):
        columns[0], start = Column.NUMBER, 1
    columns[start] = Column.QUESTION
    if start + 1 < width:
        columns[start + 1] = Column.ANSWER
    return Layout(tuple(columns), ("",) * width, has_header=False)

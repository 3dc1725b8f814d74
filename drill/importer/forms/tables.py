"""Tables with a column of questions and a column of answers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from drill.importer.formats.column_names import (
    ANSWER,
    DEFINITION,
    LEVEL,
    NUMBER,
    OPTION,
    OPTIONS,
    PROBLEM,
    QUESTION,
    TAGGED,
    TERM,
)
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.fields import read_difficulty
from drill.importer.signals.labels import FIRST, SECOND, LabelKind, read_label, read_option
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import question_likelihood
from drill.importer.signals.starts import Start, lead_rest
from drill.importer.signals.titles import clean_title, split_title
from drill.importer.source.leaves import Leaf, LeafKind
from drill.text import words

_BREAK = re.compile(r"(?<!\s)\s*+<br\s*/?>\s*")
_BREAKS = re.compile(r"^(?:\s*<br\s*/?>)+")
_ASKING = 0.7
"""The least mean likelihood of the cells of a column without a known header."""
_MARKED = 0.4
"""The least share of those cells with a question mark: `When` begins clauses too."""
_NAMED = 0.4
"""The least mean likelihood of the cells below a question header without an answer header."""


def propose(outline: Outline) -> Iterator[Reading]:
    """The rows of all tables with a column of questions, or of terms with definitions."""
    starts: list[Start] = []
    named: list[Start] = []
    terms: list[Start] = []
    for leaf in outline.document.leaves:
        if (
            leaf.kind is not LeafKind.TABLE
            or leaf.start in outline.no_start_lines
            or len(leaf.rows) < 2
        ):
            continue
        columns = _columns(leaf, defines=outline.title_defines)
        if columns is None:
            continue
        rows = list(columns.starts(leaf))
        if columns.defines:
            terms += rows
        else:
            starts += rows
            named += rows if columns.named else []
    explicit = len(named) == len(starts)
    yield Reading("table rows", starts, Trait.TABLE, explicit=explicit)
    if named and not explicit:
        yield Reading(
            "rows of tables headed question and answer", named, Trait.TABLE, explicit=True
        )
    if len(terms) >= 2:
        yield Reading("table of terms", terms, Trait.TERM, explicit=outline.title_defines)


_RIGHT = re.compile(r"correct|right|option", re.IGNORECASE)
"""The header of a column with the text of the right option."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a table by what they hold.

    `named` means that headers name a question and an answer, `defines` a term and its definition.
    """

    header: list[str]
    question: int
    before: list[int]
    answer: int | None
    options: list[int]
    tags: list[int]
    levels: list[int]
    others: list[int]
    named: bool
    defines: bool

    def starts(self, leaf: Leaf) -> Iterator[Start]:
        """The rows of the table as starts, each with its answer."""
        for line, row in leaf.rows[1:]:
            cells = row + [""] * (len(self.header) - len(row))
            if words(cells[self.question]) and words(
                (start := self._start(leaf, line, cells)).title
            ):
                yield start

    def _start(self, leaf: Leaf, line: int, cells: list[str]) -> Start:
        text, offered = _options_apart(cells[self.question])
        label = read_label(text)
        is_answer = label.kind is LabelKind.ANSWER
        begin = 0 if is_answer else label.end
        title, parts = clean_title(text, begin), [cells[n] for n in self.before]
        if self.answer is None and not self.others:  # the answer is in the same cell
            split = split_title([text], begin)
            title, parts = clean_title(split.title), [lead_rest(_BREAKS.sub("", split.rest))]
        parts += [cells[self.answer]] if self.answer is not None else []
        parts += [f"**{self.header[n]}:** {cells[n]}" for n in self.others if cells[n].strip()]
        candidate = Candidate(
            line, line + 1, CandidateKind.ROW, 0, label, title, "", Bold.NONE, leaf
        )
        options = [n for n in self.options if cells[n].strip()]
        return Start(
            candidate,
            title,
            line + 1,
            "\n\n".join(part for part in parts if part.strip()),
            line + 1,
            literal=True,
            context="\n".join([*offered, *(self._option(n, cells[n]) for n in options)]),
            tags=tuple(cells[n] for n in self.tags if cells[n].strip()),
            difficulty=next(
                (level for n in self.levels if (level := read_difficulty(cells[n]))), ""
            ),
        )

    def _option(self, column: int, cell: str) -> str:
        """The option in a cell, with the letter of its column, or all options."""
        if OPTIONS.search(self.header[column]):
            return _BREAK.sub("\n", cell)
        return f"- {_letter(self.header[column])}: {cell}"


def _options_apart(cell: str) -> tuple[str, list[str]]:
    """The text of a cell above lettered options on its lines, and these."""
    lines = _BREAK.split(cell)
    letters = [option[0] if (option := read_option(line)) else "" for line in lines]
    first = next((n for n, letter in enumerate(letters) if n and letter in FIRST), 0)
    is_run = first and letters[first + 1 : first + 2] in [[letter] for letter in SECOND]
    return ("<br>".join(lines[:first]), lines[first:]) if is_run else (cell, [])


def _letter(header: str) -> str:
    """The letter of an option's column: `Option B` is B, `2` is B."""
    last = header.rsplit(maxsplit=1)[-1]
    return "ABCDEFGH"[int(last) - 1] if last.isdigit() else last


def _columns(leaf: Leaf, *, defines: bool) -> _Columns | None:
    """The columns of a table by content; None without questions."""
    header = [re.sub(r"[*_`:\\]|<[^<>]*>", "", cell).strip() for cell in leaf.rows[0][1]]
    rows = leaf.rows[1:]
    question = _question_column(header, rows)
    is_glossary = question is None
    if question is None:
        question = _term_column(header, defines=defines)
    if question is None:
        return None
    if is_glossary and not any(
        words(cell) for _, row in rows for cell in row[:question] + row[question + 1 :]
    ):
        return None  # a table still to be filled in
    # Each kind of column chooses from the remaining ones.
    left = [n for n in range(len(header)) if n != question]
    options = [n for n in left if OPTION.search(header[n])]
    options = options if len(options) > 1 else [n for n in left if OPTIONS.search(header[n])]
    left = [n for n in left if n not in options]
    pattern = DEFINITION if is_glossary else ANSWER
    answer = next((n for n in left if pattern.search(header[n])), None)
    left = [n for n in left if n != answer]
    levels = [n for n in left if LEVEL.search(header[n])]
    left = [n for n in left if n not in levels]
    tags = [n for n in left if TAGGED.search(header[n])]
    left = [n for n in left if n not in tags and not _counts(header[n], _cells(rows, n))]
    # A column of signs, such as stars or ticks, rates the questions.
    others = [n for n in left if any(map(words, _cells(rows, n)))]
    named = bool(QUESTION.search(header[question])) and answer is not None
    if answer is None and others and (is_glossary or len(others) == 1):
        answer = others.pop()
    if answer is not None and len(others) == 1 and _RIGHT.search(header[others[0]]):
        # The letter of an option that is not in the table says nothing.
        answer = others.pop() if _are_letters(_cells(rows, answer)) and not options else answer
    # Between a term and its definition stands its full form or its translation.
    before = [n for n in others if answer is not None and question < n < answer and is_glossary]
    others = [n for n in others if n not in before]
    return _Columns(
        header, question, before, answer, options, tags, levels, others, named, defines=is_glossary
    )


def _cells(rows: list[tuple[int, list[str]]], column: int) -> list[str]:
    """The cells of a column; a short row has none."""
    return [row[column] for _, row in rows if column < len(row)]


def _are_letters(cells: list[str]) -> bool:
    """Whether each cell is one letter: which option is right."""
    return all(len(cell.strip(" *_`()")) == 1 for cell in cells)


def _counts(header: str, cells: list[str]) -> bool:
    """Whether a column only numbers the rows."""
    is_number = NUMBER.search(header) or (QUESTION.search(header) and not _worded(cells))
    return bool(is_number) and all(len(cell) < 10 for cell in cells)


def _worded(cells: list[str]) -> bool:
    """Whether any cell has a letter: a column `Question` of numbers only counts."""
    return any(re.search(r"[^\W\d_]", cell) for cell in cells)


def _counts_up(cells: list[str]) -> bool:
    """Whether cells are the numbers of questions, as in an answer key."""
    numbers = [int(cell) for cell in map(str.strip, cells) if cell.isdecimal() and len(cell) < 10]
    return len(numbers) == len(cells) and all(low < high for low, high in pairwise(numbers))


def _question_column(header: list[str], rows: list[tuple[int, list[str]]]) -> int | None:
    named = [n for n, cell in enumerate(header) if QUESTION.search(cell)]
    worded = [n for n in named if _worded(_cells(rows, n))]
    named = worded or [n for n in named if not _counts_up(_cells(rows, n))]
    answered = any(ANSWER.search(cell) for n, cell in enumerate(header) if n not in named)
    columns: list[int] = [*named, *range(len(header))]
    for column in columns:
        titles = [cell for cell in _cells(rows, column) if cell.strip()]
        if not titles:
            continue
        likely = [question_likelihood(re.sub(r"^\W{0,9}\d+[.)]\s*", "", title)) for title in titles]
        asking = sum(likely) / len(titles)
        marked = sum(value >= 1 for value in likely) / len(titles)
        sure = column in named and answered and not PROBLEM.search(header[column])
        if sure or (column in named and asking >= _NAMED):
            return column
        if asking >= _ASKING and marked >= _MARKED and len(header) > 1:
            return column
    return None


def _term_column(header: list[str], *, defines: bool) -> int | None:
    """The column of terms, if its header and the one of the definitions say so.

    In a glossary it is the first column.
    """
    terms = [n for n, cell in enumerate(header) if TERM.match(cell)]
    if terms and any(map(DEFINITION.search, header)):
        return terms[0]
    return 0 if defines and len(header) > 1 else None

"""CSV, TSV, Quizlet's export and Anki's "Notes in Plain Text" as rows of cells."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drill.errors import DrillError
from drill.importer.formats.anki.fields import field_markdown, plain_field
from drill.importer.formats.cards import Cards, Row
from drill.importer.formats.columns import Column, Layout, column_of, layout
from drill.importer.formats.own_csv import own_cards
from drill.importer.formats.rows import cards_of
from drill.importer.limits import SIZE_LIMIT
from drill.importer.source.lines import QUESTION_MARKS
from drill.model import CSV_COLUMNS, QUESTIONS_LIMIT

_ANKI_HEADER = re.compile(
    r"#(separator|html|tags|columns|notetype|deck|guid|if matches)( column)?:(.*)"
)
_ANKI_SEPARATORS = {
    "comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":",
}  # fmt: skip
_DELIMITERS = "\t,;|"
_SAMPLE_ROWS = 200
_SAMPLE_TEXT = 200_000
_PAIRED = 0.9
"""The least share of lines with a tab in a list of pairs: notes have a few, for indents."""
_WORDED = 0.8
"""The least share of rows whose first cell has words: the first cells of data are numbers."""
_DISTINCT = 0.9
"""The least share of different first cells: data repeats its categories."""
_ANSWERED = 0.5
"""The least share of rows with words in the answer."""
_ASKING = 0.5
"""From this share of asking cells on, a column is one of questions, whatever else is in the row."""
_RECORDS = 3
"""The fewest pairs on one line."""
_PREFERRED = {"\t": 0.2, ",": 0.05}
"""Added to a delimiter's share of equal rows: prose has commas, sometimes as many per line, but no
tabs."""
_MOST_TITLES = 5
"""The most rows of a title; rows of one cell further down are no header's."""
_OPEN_LINES = 100
"""The most lines of a cell with an open quotation mark; beyond that the mark is stray."""


@dataclass(frozen=True, slots=True)
class _AnkiHeader:
    """The `#key:value` lines at the start of Anki's text export."""

    lines: int
    separator: str
    html: bool
    places: dict[str, int]
    names: tuple[str, ...]
    deck: str


def looks_delimited(text: str) -> bool:
    """Whether a text is Anki's export, or has one tab in nearly every line."""
    if re.match(r"#(?:separator|html):", text):
        return True
    if _parted(text):
        return True
    lines = [line for line in text[:_SAMPLE_TEXT].split("\n") if line.strip()]
    if len(lines) < 2 or any(re.match(r"#{1,6} |```|\||---$", line) for line in lines):
        return False
    paired = sum("\t" in line and line[0] not in " \t" for line in lines)
    if paired >= _PAIRED * len(lines):
        return True
    first = next(csv.reader(lines[:_OPEN_LINES], delimiter=_delimiter(lines)), [])
    known = {column_of(cell) for cell in first}
    return Column.QUESTION in known and bool(known & {Column.ANSWER, Column.OPTION})


def read_delimited(text: str, name: str) -> Cards:
    """The questions of delimited text; DrillError if no column looks like the questions."""
    csv.field_size_limit(SIZE_LIMIT)
    header = _anki_header(text)
    lines = text.split("\n")
    start = header.lines if header else 0
    is_own = text.startswith(",".join(CSV_COLUMNS))  # code in its cells would mislead the sniffing
    delimiter = header.separator if header else "," if is_own else _delimiter(lines)
    rows = _parted(text) or list(_rows(lines, start, delimiter))
    if len(rows) > QUESTIONS_LIMIT + 1:
        raise DrillError(
            f"{name}: {len(rows):,} rows are more than a deck may have ({QUESTIONS_LIMIT:,})",
            "split the file, such as with `split -l 10000`",
        )
    if not rows:
        raise DrillError(f"{name}: no questions found", "the file has no row with two columns")
    if header:
        reads = field_markdown if header.html else plain_field
        return cards_of(rows, _anki_layout(header, rows), lines, "notes of Anki", reads)
    if tuple(cell.lower() for cell in rows[0].cells) == CSV_COLUMNS and all(
        len(row.cells) == len(CSV_COLUMNS) for row in rows
    ):
        return own_cards(rows[1:], lines)
    rows = rows[_title_rows(rows) :]
    columns = layout([row.cells for row in rows])
    asked = columns.first(Column.QUESTION)
    if asked is None or column_of(columns.names[asked]) is not Column.QUESTION:
        _refuse_data(rows[columns.has_header :], columns, name)
    return cards_of(rows, columns, lines, "rows of a table")


def _title_rows(rows: Sequence[Row]) -> int:
    """The number of rows above the header that hold only a title."""
    for place, row in enumerate(rows[:_MOST_TITLES]):
        if sum(map(bool, map(str.strip, row.cells))) > 1:
            columns = map(column_of, row.cells)
            return place if Column.QUESTION in columns else 0
    return 0


def _refuse_data(rows: Sequence[Row], columns: Layout, name: str) -> None:
    """Refuse a table that names no question column and does not look like a set of cards."""
    asked, answered = columns.first(Column.QUESTION), columns.first(Column.ANSWER)
    sample = [row.cells for row in rows[:_SAMPLE_ROWS] if len(row.cells) > 1]
    hint = "name the columns in a first row: question,answer"
    if asked is None or answered is None or not sample:
        raise DrillError(f"{name}: no questions found: the rows have one column", hint)
    worded = [row for row in sample if re.search(r"[^\W\d_]", row[asked])]
    asking = sum(row[asked].rstrip().endswith(QUESTION_MARKS) for row in sample) / len(sample)
    distinct = len({row[asked] for row in sample}) / len(sample)
    # Cards have two or three columns, words in both, and no term twice; data has numbers, or many
    # columns. If cells ask, this does not matter.
    texts = sum(
        bool(re.search(r"[^\W\d_]", row[answered])) for row in sample if answered < len(row)
    )
    is_cards = (
        len(columns.columns) <= 3
        and len(worded) >= _WORDED * len(sample)
        and distinct >= _DISTINCT
        and texts >= _ANSWERED * len(sample)
    )
    if asking < _ASKING and not is_cards:
        raise DrillError(f"{name}: no questions found: no column is named question or asks", hint)


def _delimiter(lines: Sequence[str]) -> str:
    """The delimiter that gives the first records an equal number of cells above one."""
    sample = [line for line in lines[:_SAMPLE_ROWS] if line.strip()]
    best, score = ",", 0.0
    for delimiter in _DELIMITERS:
        widths = [len(row.cells) for row in _rows(sample, 0, delimiter)]
        usual = max(set(widths), key=widths.count, default=1)
        if usual < 2:
            continue
        share = widths.count(usual) / len(widths)
        share += _PREFERRED.get(delimiter, 0.0)
        if share > score:
            best, score = delimiter, share
    return best


def _rows(lines: Sequence[str], start: int, delimiter: str) -> Iterator[Row]:
    """The records from line `start`; broken quoting falls back to `_repaired_rows`."""
    end = start
    try:
        reader = csv.reader((f"{line}\n" for line in lines[start:]), strict=True,
                            delimiter=delimiter)  # fmt: skip
        for cells in reader:
            first, end = end, start + reader.line_num
            if any(cell.strip() for cell in cells):
                yield Row(cells, first, end)
    except csv.Error:
        yield from _repaired_rows(lines, end, delimiter)


def _parted(text: str) -> list[Row]:
    """The records of pairs with a tab between semicolons, as Quizlet can export them; or none."""
    records = text.strip("\n").removesuffix(";").split(";")
    if len(records) < _RECORDS or any(record.count("\t") != 1 for record in records):
        return []
    rows: list[Row] = []
    for record in records:
        first = rows[-1].end - 1 if rows else 0
        rows.append(Row(record.strip("\n").split("\t"), first, first + record.count("\n") + 1))
    return rows


def _repaired_rows(lines: Sequence[str], start: int, delimiter: str) -> Iterator[Row]:
    """The records of text with irregular quotation marks, such as Quizlet's export.

    A quoted cell extends to the line that balances its marks; a line without a delimiter continues
    the cell before it.
    """
    held: Row | None = None
    rest: list[str] = []  # the further lines of the last held cell
    line = start
    while line < len(lines):
        end = _even(lines, line)
        cells = _strict_cells("\n".join(lines[line:end]), delimiter)
        if cells is None:
            end = line + 1
            cells = lines[line].split(delimiter)
        if held is not None and len(cells) == 1 and cells[0].strip():
            rest.append(cells[0])
            held = replace(held, end=end)
        elif any(cell.strip() for cell in cells):
            if held is not None:
                yield _continued(held, rest)
            held, rest = Row(cells, line, end), []
        line = end
    if held is not None:
        yield _continued(held, rest)


def _continued(row: Row, rest: Sequence[str]) -> Row:
    """The row with further lines of its last cell."""
    return replace(row, cells=[*row.cells[:-1], "\n".join((row.cells[-1], *rest))])


def _even(lines: Sequence[str], line: int) -> int:
    marks = 0
    for end in range(line, min(len(lines), line + _OPEN_LINES)):
        marks += lines[end].count('"')
        if marks % 2 == 0:
            return end + 1
    return line + 1


def _strict_cells(text: str, delimiter: str) -> list[str] | None:
    try:
        records = list(csv.reader([text], strict=True, delimiter=delimiter))
    except csv.Error:
        return None
    return records[0] if len(records) == 1 else [""]


def _anki_header(text: str) -> _AnkiHeader | None:
    """The header of Anki's text export; None for any other text."""
    if not re.match(r"#(?:separator|html):", text):
        return None
    separator, html, deck = "\t", False, ""
    names: tuple[str, ...] = ()
    places: dict[str, int] = {}
    count = 0
    for line in text.split("\n", 50)[:50]:
        header = _ANKI_HEADER.fullmatch(line)
        if header is None:
            break
        count += 1
        key, column, value = header[1], header[2], header[3]
        if column and value.strip().isdigit():
            places[key] = int(value) - 1
        elif key == "separator":
            separator = _ANKI_SEPARATORS.get(value.strip().lower(), value[:1] or "\t")
        elif key == "html":
            html = value.strip().lower() == "true"
        elif key == "deck":
            deck = value.strip()
        elif key == "columns":
            names = tuple(value.split(separator))
    return _AnkiHeader(count, separator, html, places, names, deck)


def _anki_layout(header: _AnkiHeader, rows: Sequence[Row]) -> Layout:
    """The layout of an Anki export: question and answer come first, whatever their names."""
    width = max(len(row.cells) for row in rows)
    names = tuple(header.names[n] if n < len(header.names) else "" for n in range(width))
    columns = [Column.OTHER] * width
    kinds = {"tags": Column.TAGS, "deck": Column.DECK, "guid": Column.NUMBER,
             "notetype": Column.NUMBER}  # fmt: skip
    for key, kind in kinds.items():
        if header.places.get(key, width) < width:
            columns[header.places[key]] = kind
    fields = [place for place in range(width) if columns[place] is Column.OTHER]
    for place, kind in zip(fields, (Column.QUESTION, Column.ANSWER), strict=False):
        columns[place] = kind
    return Layout(tuple(columns), names, has_header=False)

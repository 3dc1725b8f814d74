"""Rows of cells as cards: what each cell holds, by the layout of its table."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from drill.importer.formats.cards import Card, Cards
from drill.importer.formats.columns import Column, Layout
from drill.importer.formats.html_inline import escaped

_OWN_HEADER = ("question", "answer", "key points", "tags", "deck", "id")
"""The header of drill's own CSV, whose cells are plain text."""
_BULLET = re.compile(r"^(\s*)[•◦▪‣·]\s+", re.MULTILINE)
_TAG_WORDS = re.compile(r"[\w:+#-]+(?: [\w:+#-]+){0,5}")


@dataclass(frozen=True, slots=True)
class Row:
    """One record; it stands on the lines `first` up to `end`, counted from 0."""

    cells: list[str]
    first: int
    end: int


def cards_of(
    rows: Sequence[Row],
    table: Layout,
    lines: Sequence[str],
    form: str,
    html: bool,  # noqa: FBT001
) -> Cards:
    """The cards of `rows`; those without a question are skipped, and their lines named.

    `html` says that the cells are HTML.
    """
    own = tuple(name.lower() for name in table.names) == _OWN_HEADER
    reads = _reader(own, html)
    body = rows[1:] if table.has_header else rows
    table = table if table.has_header or len(table.columns) != 3 else _with_tags(table, body)
    kept = [(row, card) for row in body if (card := _card(row, table, reads, own)) is not None]
    covered = {line for row, _ in kept for line in range(row.first, row.end)}
    decks = {_cell(row, table.first(Column.DECK)).strip() for row in body}
    return Cards(
        "drill's own CSV" if own else form,
        tuple(card for _, card in kept),
        tuple(lines),
        decks.pop() if len(decks) == 1 else "",
        frozenset(range(len(lines))) - covered,
    )


def _reader(own: bool, html: bool) -> Callable[[str], str]:  # noqa: FBT001
    if html:
        from drill.importer.formats.anki_fields import field_markdown

        return field_markdown
    return _own_cell if own else _cell_markdown


def _card(row: Row, table: Layout, reads: Callable[[str], str], own: bool) -> Card | None:  # noqa: FBT001
    question = reads(_cell(row, table.first(Column.QUESTION)))
    if not re.search(r"\w", question):
        return None
    parts = [reads(_cell(row, place)) for place in table.all(Column.ANSWER)]
    for place in table.all(Column.OTHER):
        if text := reads(_cell(row, place)):
            name = table.names[place]
            parts.append(f"**{name}:** {text}" if name else text)
    options = [(table.names[n], reads(_cell(row, n))) for n in table.all(Column.OPTION)]
    options = [(name, text) for name, text in options if text]
    correct = [reads(_cell(row, place)) for place in table.all(Column.CORRECT)]
    if options:
        question += "\n\n" + "\n".join(f"- {text}" for _, text in options)
        parts = [*_chosen(correct, options), *parts]
    else:
        parts = [*correct, *parts]
    key = _cell(row, table.first(Column.ID)).strip()
    return Card(
        question,
        "\n\n".join(part for part in parts if part) or None,
        row.first + 1,
        row.end,
        tuple(_tags(row, table)),
        tuple(_points(row, table, reads)),
        key.rpartition("/")[2] if own else "",
        _cell(row, table.first(Column.DIFFICULTY)).strip().lower(),
    )


def _cell(row: Row, place: int | None) -> str:
    return row.cells[place] if place is not None and place < len(row.cells) else ""


def _chosen(correct: Sequence[str], options: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The texts of the options that `correct` names by letter, by number, or by their words."""
    for each in correct:
        for letter in re.findall(r"[A-H]|[1-8]", each) if len(each) < 12 else ():
            place = "12345678".find(letter) if letter.isdigit() else "ABCDEFGH".find(letter)
            if place < len(options):
                yield options[place][1]
                break
        else:
            if each:
                yield each


def _points(row: Row, table: Layout, reads: Callable[[str], str]) -> Iterator[str]:
    for place in table.all(Column.POINTS):
        for line in re.split(r"\n|;\s", _cell(row, place)):
            text = reads(re.sub(r"^\s*(?:[•◦▪‣·*-]|\d+[.)])\s+", "", line))
            if text:
                yield text


def _tags(row: Row, table: Layout) -> Iterator[str]:
    """Tags as Anki and drill write them are words; a topic may have several of them."""
    for place in table.all(Column.TAGS):
        text = _cell(row, place).strip()
        name = table.names[place].lower()
        is_words = "," not in text and (not name or name.startswith("tag"))
        between = r"\s+" if is_words else r"\s*[,;]\s*"
        yield from (tag for tag in re.split(between, text) if tag)


def _with_tags(table: Layout, rows: Sequence[Row]) -> Layout:
    """A third column without a heading holds tags where it has few different single words."""
    cells = [cell for row in rows if (cell := _cell(row, 2).strip())]
    are_tags = cells and all(_TAG_WORDS.fullmatch(cell) and cell == cell.lower() for cell in cells)
    if not are_tags or table.columns[2] is not Column.OTHER or len(set(cells)) > len(cells) / 2 + 1:
        return table
    return Layout((*table.columns[:2], Column.TAGS), table.names, table.has_header)


def _cell_markdown(text: str) -> str:
    """A cell that a person wrote: Markdown, or plain text with bullets."""
    return _BULLET.sub(r"\1- ", text.strip())


def _own_cell(text: str) -> str:
    """A cell of drill's own CSV: plain text, with a `'` before what a spreadsheet would run."""
    if re.match(r"'\s*[=+\-@＝＋－＠\t\r]", text):
        text = text[1:]
    return _BULLET.sub(r"\1- ", escaped(text.strip()))

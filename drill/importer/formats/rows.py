"""Rows of cells as cards, by the layout of their table."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from drill.importer.formats.anki.fields import cloze_pairs
from drill.importer.formats.cards import (
    BULLET,
    Card,
    Cards,
    Row,
    deck_tags,
    distinct_options,
    key_points,
    shared_deck,
)
from drill.importer.formats.column_contents import (
    cell_of,
    choices,
    is_instruction,
    listed,
    settled,
)
from drill.importer.formats.columns import Column, Layout
from drill.model import KeyPoint, Option

_MOST_OPTIONS = 9  # per question, as in the deck format
_COMMAS = re.compile(r"[,;]")
_TAG = re.compile(r"(?<!`)</?([A-Za-z][A-Za-z0-9]*)\b[^<>\n`]{0,300}>(?!`)")
_END_TAG = re.compile(r"</([A-Za-z][A-Za-z0-9]*)")
_LONELY = frozenset(("br", "hr", "img", "wbr", "p", "li"))
_ESCAPED_BREAK = re.compile(r"\\n(?:\\n|[-*•] |\d+[.)] )")
"""Line breaks that a program wrote as two characters: no LaTeX command, and no word about C."""
_VERBATIM = re.compile(r"`[^`\n]*`|\$[^$\n]*\$")
_BREAK_OR_VERBATIM = re.compile(rf"(?P<kept>{_VERBATIM.pattern})|\\n")
_BACK = re.compile(r"\A.*<hr id=\"?answer\"?\s*/?>", re.DOTALL)
"""The front of a card, which Anki's "Cards in Plain Text" repeats above the back."""


def cards_of(
    rows: Sequence[Row],
    table: Layout,
    lines: Sequence[str],
    form: str,
    reads: Callable[[str], str] | None = None,
) -> Cards:
    """The cards of `rows`; rows without a question are skipped.

    `reads` converts a cell to Markdown; by default cells are Markdown already.
    """
    reads = reads or _cell_markdown
    body = rows[1:] if table.has_header else rows
    body = body[1:] if body and table.has_header and is_instruction(body[0]) else body
    table = settled(table, body)
    named = [cell_of(row, table.first(Column.DECK)).strip() for row in body]
    top = shared_deck(named)
    cards = (
        replace(card, tags=(*deck_tags(deck, top), *card.tags))
        for row, deck in zip(body, named, strict=True)
        for card in _cards(row, table, reads)
    )
    return Cards(form, tuple(cards), tuple(lines), top.rpartition("::")[2])


def _cards(row: Row, table: Layout, reads: Callable[[str], str]) -> Iterator[Card]:
    """The card of a row, or one card per gap for a cloze question."""
    asked = table.first(Column.QUESTION)
    for text, gap in cloze_pairs(cell_of(row, asked)) or [(cell_of(row, asked), "")]:
        question = reads(text)
        if re.search(r"\w", question):
            yield _card(row, table, reads, question, reads(gap))


def _card(row: Row, table: Layout, reads: Callable[[str], str], question: str, gap: str) -> Card:
    answers = _texts(row, table, Column.ANSWER, reads)
    correct = _texts(row, table, Column.CORRECT, reads)
    wrong = _texts(row, table, Column.WRONG, reads)
    told = [*correct, *wrong] if wrong else [reads(text) for text in choices(row, table)]
    options: tuple[Option, ...] = ()
    right: set[int] = set()
    # Without a column for the right option, the answer may name it: "B", or its text.
    named = correct or answers[:1]
    right = {place for text in named for place in _chosen(text, told, table.first_option)}
    is_list = table.first(Column.OPTIONS) is not None and not wrong
    if 2 <= len(list(filter(None, told))) <= _MOST_OPTIONS and (right or not is_list):
        made = (Option(text, n in right) for n, text in enumerate(told) if text)
        options = distinct_options(made)
    if options:
        parts = answers if right and correct else answers[1:] if right else [*correct, *answers]
    else:
        parts = [gap, *correct, *wrong, *_texts(row, table, Column.OPTION, reads), *answers]
        parts += _texts(row, table, Column.OPTIONS, reads)
    for place in table.all(Column.OTHER):
        if text := reads(cell_of(row, place)):
            name = table.names[place]
            parts.append(f"**{name}:** {text}" if name else text)
    return Card(
        question,
        "\n\n".join(part for part in parts if part) or None,
        row.first + 1,
        row.end,
        tuple(_tags(row, table)),
        _points(row, table, reads),
        options,
        hint="\n\n".join(_texts(row, table, Column.HINT, reads)),
        difficulty=cell_of(row, table.first(Column.DIFFICULTY)).strip().lower(),
    )


def _texts(row: Row, table: Layout, column: Column, reads: Callable[[str], str]) -> list[str]:
    cells = (reads(_BACK.sub("", cell_of(row, place))) for place in table.all(column))
    return [text for text in cells if text]


def _chosen(correct: str, options: Sequence[str], first: int | None) -> Iterator[int]:
    """The indexes of the options that `correct` names by letter, number (from `first`) or text."""
    text = correct.strip()
    if first is not None:
        places = [int(number) - first for number in re.findall(r"\d", text)]
    elif text in options:
        places = [options.index(text)]
    elif re.fullmatch(r"\W*(?:option )?(?:[A-Ha-h1-8]\W*(?:and |und |y |et )?)+", text):
        marks = re.findall(r"(?<![A-Za-z])[A-Ha-h1-8](?![A-Za-z])", text)
        places = ["12345678abcdefgh".index(mark.lower()) % 8 for mark in marks]
    else:
        places = [options.index(part) for part in listed(text) if part in options]
    yield from (place for place in places if 0 <= place < len(options) and options[place])


def _points(row: Row, table: Layout, reads: Callable[[str], str]) -> tuple[KeyPoint, ...]:
    cells = (cell_of(row, place) for place in table.all(Column.POINTS))
    return tuple(
        KeyPoint(reads(point.text), point.bonus) for cell in cells for point in key_points(cell)
    )


def _tags(row: Row, table: Layout) -> Iterator[str]:
    """The tags of a row: words in a tag column, separated by commas in a topic column."""
    for place in table.all(Column.TAGS):
        text = cell_of(row, place).strip()
        name = table.names[place].lower()
        is_words = "," not in text and (not name or name.startswith("tag"))
        tags = text.split() if is_words else (tag.strip() for tag in _COMMAS.split(text))
        yield from (tag for tag in tags if tag)


def _cell_markdown(text: str) -> str:
    """A handwritten cell, Markdown or plain text with bullets, as Markdown."""
    if "\\n" in text and _ESCAPED_BREAK.search(_VERBATIM.sub("", text)):
        text = _BREAK_OR_VERBATIM.sub(lambda part: part["kept"] or "\n", text)
    text = BULLET.sub(r"\1- ", text.strip())
    if "<" not in text:
        return text
    # A tag without an end is a word in a text about HTML.
    markup = _LONELY | {name.lower() for name in _END_TAG.findall(text)}
    return _TAG.sub(lambda tag: tag[0] if tag[1].lower() in markup else f"`{tag[0]}`", text)

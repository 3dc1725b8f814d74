"""`drill list` on a terminal: a line for each question, deck by deck."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from drill.model import Entry, Knowledge
from drill.terminal.console import Glyphs, glyphs
from drill.terminal.wording import back, counted, percent
from drill.text import printable

Row = tuple[Entry, Knowledge | None]

TITLE_WIDTH = 26
"""With less room for the title, the id and what is known stand on a second line."""


def show(console: Console, rows: Iterable[Row], now: datetime) -> None:
    """Print the questions of `rows`, deck by deck as they come, and how many there are."""
    signs = glyphs(console)
    seen = fresh = weak = due = 0
    for deck, group in groupby(rows, key=lambda row: row[0].deck):
        in_deck = list(group)
        if seen:
            console.print()
        console.print(_heading(deck, in_deck[0][0].deck_title))
        for line in _lines(in_deck, now, signs, console.width):
            console.print(line, no_wrap=True, crop=True)
        seen += len(in_deck)
        for _, known in in_deck:
            state = back(known, now)
            fresh += state == "new"
            due += state == "due"
            weak += known is not None and known.weak
    parts = [counted(seen, "question"), f"{due:,} due", f"{fresh:,} new", f"{weak:,} weak"]
    console.print()
    console.print(Text(f" {signs.dot} ".join(parts), style="dim"))


def sign(knowledge: Knowledge | None, signs: Glyphs) -> Text:
    """Whether a question is known, in one glyph: never asked, weak, or covered well enough."""
    if knowledge is None:
        return Text(signs.missed, style="dim")
    if knowledge.weak:
        return Text(signs.partly, style="yellow")
    return Text(signs.said, style="green")


def _heading(deck: str, title: str) -> Text:
    heading = Text(printable(title), style="bold")
    if deck != title:
        heading.append(f"  {printable(deck)}", style="not bold dim")
    return heading


def _lines(rows: list[Row], now: datetime, signs: Glyphs, width: int) -> Iterator[Text]:
    """The lines of one deck: glyph, coverage, when it comes back, title, id."""
    states = [f"{percent(known.coverage):>5}  " if known else "" for _, known in rows]
    states = [f"{state}{back(known, now)}" for state, (_, known) in zip(states, rows, strict=True)]
    widest = max(map(len, states))
    longest = max(cell_len(entry.question.id) for entry, _ in rows)
    ids = min(longest, max(16, width // 4))
    titles = max(cell_len(printable(entry.question.title)) for entry, _ in rows)
    room = width - widest - ids - 7
    stacked = room < min(titles, TITLE_WIDTH)
    room = min(room, titles)
    for (entry, known), state in zip(rows, states, strict=True):
        title = Text(printable(entry.question.title))
        key = Text(printable(entry.question.id), style="dim")
        line = Text(" ").append_text(sign(known, signs)).append(" ")
        if stacked:
            yield _cut(line.append_text(title), width, signs)
            under = Text("   ").append_text(key).append(f"  {state.strip()}", style="dim")
            yield _cut(under, width, signs)
            continue
        line.append(f"{state:<{widest}}  ", style="dim" if known is None else "")
        title = _cut(title, room, signs)
        title.pad_right(room - title.cell_len)
        yield line.append_text(title).append("  ").append_text(_cut(key, ids, signs))


def _cut(text: Text, width: int, signs: Glyphs) -> Text:
    """`text` within `width` columns, an ellipsis where it was longer."""
    if text.cell_len > width:
        text.truncate(width - cell_len(signs.ellipsis))
        text.append(signs.ellipsis)
    return text

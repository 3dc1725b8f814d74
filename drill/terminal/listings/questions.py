"""`drill list` on a terminal: one line per question, by deck."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from drill.model import DAY_TURNS_AT, Entry, Knowledge
from drill.reporting.humanize import back, counted, percent, plain_title
from drill.reporting.titles import distinct_titles
from drill.terminal.console import Glyphs, glyphs
from drill.text import printable

Row = tuple[Entry, Knowledge | None]

TITLE_WIDTH = 26
"""Columns: with fewer for the title, id and status go on a second line."""


TODAY = "today"
"""The word for a question that a plan still asks today."""


def show(
    console: Console,
    rows: Iterable[Row],
    now: datetime,
    turn: timedelta = DAY_TURNS_AT,
    planned: Mapping[str, str] | None = None,
) -> None:
    """Print the questions of `rows` by deck, in their order, and the total.

    A study day begins at `turn`, from midnight. `planned` replaces the schedule of a plan's
    questions, by key.
    """
    signs = glyphs(console)
    words = planned or {}
    seen = fresh = weak = due = 0
    for deck, group in groupby(rows, key=lambda row: row[0].deck):
        in_deck = list(group)
        if seen:
            console.print()
        console.print(_heading(deck, in_deck[0][0].deck_title))
        states = [words.get(entry.key) or back(known, now, turn) for entry, known in in_deck]
        lines = _lines(in_deck, states, signs, console.width)
        console.print(*lines, sep="\n", no_wrap=True, crop=True)
        seen += len(in_deck)
        due += sum(state == ("due" if planned is None else TODAY) for state in states)
        fresh += sum(known is None for _, known in in_deck)
        weak += sum(known is not None and known.weak for _, known in in_deck)
    wanted = f"{due:,} {'due' if planned is None else TODAY}"
    parts = [counted(seen, "question"), wanted, f"{fresh:,} new", f"{weak:,} weak"]
    console.print()
    console.print(Text(f" {signs.dot} ".join(parts), style="dim"))


def sign(knowledge: Knowledge | None, signs: Glyphs) -> Text:
    """One glyph for a question: never asked, weak, or covered well enough."""
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


def _lines(rows: list[Row], back: list[str], signs: Glyphs, width: int) -> Iterator[Text]:
    """The lines of one deck: glyph, coverage, when each comes `back`, title, id.

    An id that does not fit beside the title goes below it, in full.
    """
    states = [_state(known, word) for (_, known), word in zip(rows, back, strict=True)]
    distinct = distinct_titles([entry for entry, _ in rows])
    titles = [Text(plain_title(distinct[entry.key])) for entry, _ in rows]
    ids = [Text(printable(entry.question.id), style="dim") for entry, _ in rows]
    state_width = max(map(len, states))
    id_width = max((key.cell_len for key in ids if key.cell_len <= width // 3), default=0)
    widest = max(title.cell_len for title in titles)
    room = min(widest, width - state_width - id_width - 7)
    for (_, known), state, text, key in zip(rows, states, titles, ids, strict=True):
        line = Text(" ").append_text(sign(known, signs)).append(" ")
        if room < min(widest, TITLE_WIDTH):
            yield _cut(line.append_text(text), width, signs)
            *above, last = _folded(key, 3, width)
            yield from above
            words = state.strip()
            if last.cell_len + 2 + len(words) > width:
                yield last
                last = Text(" ")
            yield last.append(f"  {words}", style="dim")
            continue
        line.append(f"{state:<{state_width}}  ", style="dim" if known is None else "")
        fits = key.cell_len <= id_width
        cut = _cut(text, room if fits else width - state_width - 5, signs)
        if not fits:
            yield line.append_text(cut)
            yield from _folded(key, state_width + 5, width)
            continue
        cut.pad_right(room - cut.cell_len)
        yield line.append_text(cut).append("  ").append_text(key)


def _folded(text: Text, indent: int, width: int) -> Iterator[Text]:
    """All of `text`, on indented lines."""
    room = max(1, width - indent)
    line = Text()
    for character in text.plain:
        if line.cell_len + cell_len(character) > room:
            yield Text(" " * indent, style="dim").append_text(line)
            line = Text()
        line.append(character)
    yield Text(" " * indent, style="dim").append_text(line)


def _state(known: Knowledge | None, back: str) -> str:
    if known is None:
        return back
    word = " self-rated" if known.self_rated else ""
    return f"{percent(known.coverage):>5}{word}  {back}"


def _cut(text: Text, width: int, signs: Glyphs) -> Text:
    """`text` cut to `width` columns, with an ellipsis."""
    if text.cell_len > width:
        text.truncate(width - cell_len(signs.ellipsis))
        text.append(signs.ellipsis)
    return text

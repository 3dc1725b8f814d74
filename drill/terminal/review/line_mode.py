"""The review of drafts in line mode: for pipes, screen readers and simple terminals."""

import re
from collections.abc import Iterator, Sequence

from rich.console import Console, RenderableType

from drill.errors import DrillError
from drill.markdown.markup import plain
from drill.model import Entry
from drill.points.review import (
    Add,
    Bonus,
    Event,
    Press,
    Review,
    Rewrite,
    Shift,
    Toggle,
    changes,
    step,
)
from drill.terminal.console import say
from drill.terminal.keys import keys
from drill.terminal.line_mode.input import read_line
from drill.terminal.review.review import Write
from drill.terminal.session.parts import prose
from drill.text import printable

_PROMPT = (
    "[Empty keeps the points, 2 5 takes or drops these lines, e 2 TEXT rewrites, b 2 bonus, m 2 1 "
    "moves, a TEXT adds, s skip, p back, u undo, q quit]"
)
_PROMPT_AGAIN = "[Empty keeps the points; ? tells the rest]"
_WORDS = {
    "": Press.KEEP,
    "k": Press.KEEP,
    "s": Press.NEXT,
    "p": Press.BACK,
    "u": Press.UNDO,
    "q": Press.QUIT,
}


def parsed(line: str, state: Review) -> tuple[Event, ...]:
    """The events of an input line; empty if it is invalid.

    All numbers in a line refer to the points as shown, before any of them changes.
    """
    line = line.strip()
    rows = state.sheet.rows
    if line.lower() in _WORDS:
        return (_WORDS[line.lower()],)
    if re.fullmatch(r"(?:x\s*)?\d+(?:[ ,]+\d+)*", line):
        named = [int(number) - 1 for number in re.findall(r"\d+", line)]
        return _toggles(state, [rows[row] for row in named if 0 <= row < len(rows)], len(named))
    if match := re.fullmatch(r"a\s+(\S.*)", line):
        return (Add(match[1]),)
    if match := re.fullmatch(r"e\s*(\d+)\s+(\S.*)", line):
        return (Rewrite(int(match[1]) - 1, match[2]),)
    if match := re.fullmatch(r"b\s*(\d+)", line):
        return (Bonus(int(match[1]) - 1),)
    if match := re.fullmatch(r"m\s*(\d+)\s+(\d+)", line):
        return (Shift(int(match[1]) - 1, int(match[2]) - int(match[1])),)
    return ()


def _toggles(state: Review, texts: list[str], wanted: int) -> tuple[Event, ...]:
    if len(texts) < wanted:
        return ()
    events: list[Event] = []
    for text in texts:
        if text in state.sheet.rows:
            events.append(Toggle(state.sheet.rows.index(text)))
            state = step(state, events[-1])
    return tuple(events)


class PlainReview:
    """A review of the drafts of `entries`, saved by `write`; each step reads a line."""

    def __init__(self, console: Console, entries: Sequence[Entry], write: Write) -> None:
        self._console = console
        self._entries = entries
        self._write = write

    def run(self, state: Review) -> tuple[Review, int]:
        """Run until the end, `q` or the end of input; the last state, and the exit code."""
        shown: int | None = None
        prompt = _PROMPT
        try:
            while not (state.over or state.at_end):
                if state.index != shown:
                    self._say(*_question(state, self._entries[state.index]))
                    shown = state.index
                keys.drop_typed()  # typed before the prompt appeared
                self._say(*_rows(state), prompt)
                line = read_line()
                prompt = _PROMPT if line.strip() == "?" else _PROMPT_AGAIN
                if line.strip() == "?":
                    continue
                events = parsed(line, state)
                if not events:
                    self._say(f"{line.strip()!r} is not a valid step.")
                for event in events:
                    state = self._apply(state, event)
        except EOFError:
            return state, 0
        except KeyboardInterrupt:
            return state, 130
        return state, 0

    def _apply(self, state: Review, event: Event) -> Review:
        after = step(state, event)
        try:
            for number, before, new in changes(state, after):
                self._write(number, before, new)
        except DrillError as error:
            self._say(f"{error.message}; {error.hint}.")
            return state
        if after is state:
            self._say("Nothing changed: there is no such line, or there are nine points already.")
        return after

    def _say(self, *parts: RenderableType) -> None:
        say(self._console, *parts)


def _question(state: Review, entry: Entry) -> Iterator[RenderableType]:
    yield ""
    yield f"Draft {state.index + 1} of {len(state.sheets)}, {printable(entry.key)}:"
    yield prose(entry.question.text)
    yield ""
    yield "Answer:"
    yield prose(entry.question.answer or "")


def _rows(state: Review) -> Iterator[str]:
    sheet = state.sheet
    yield ""
    yield "Key points:" if sheet.points else "No key points."
    for number, text in enumerate(sheet.rows, 1):
        if number == len(sheet.points) + 1:
            yield "Also in the answer:"
        is_bonus = number <= len(sheet.points) and sheet.points[number - 1].bonus
        yield f"{number}. {plain(text)}{' (bonus)' if is_bonus else ''}"

"""The parts of a session's pages: header, time, keys, last result."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.rule import Rule
from rich.text import Text

from drill.markdown.markup import plain
from drill.model import Attempt, Entry, Rating
from drill.reporting.humanize import ahead, clock, days_between, percent
from drill.session import Answer, State
from drill.terminal.console import glyphs
from drill.terminal.layout import fill
from drill.terminal.session.store import Saved
from drill.text import printable

if TYPE_CHECKING:
    from prompt_toolkit.formatted_text import StyleAndTextTuples

RATING_STYLES = {
    Rating.AGAIN: "red",
    Rating.HARD: "yellow",
    Rating.GOOD: "green",
    Rating.EASY: "bold green",
}
_GAP = 2
_SOME_OF_A_NAME = 16
"""Columns of a deck's name that are worth more than the topic."""
_LEAST_OF_A_NAME = 6
"""The fewest columns of a name that mean anything."""
# A text without these characters is plain and needs no parser.
_MARKDOWN = frozenset("*_`$\\[<#|&~\n>")
_LISTS = tuple("-+0123456789")


def prose(text: str, style: str = "") -> RenderableType:
    """Deck text as Markdown; plain text does not load the parser."""
    if _MARKDOWN.isdisjoint(text) and not text.startswith(_LISTS):
        return Text(printable(text), style=style)
    from drill.terminal.markdown import answer_view

    return answer_view(text)


def label(text: str) -> Text:
    """The label above a part of a page."""
    return Text(text, style="cyan")


@dataclass(frozen=True, slots=True)
class Header:
    """The header: deck on the left; question n of N, first tag and clock on the right.

    `tick` None omits the clock, on a page that is not redrawn. A recording notice comes first.
    """

    state: State
    tick: float | None = None
    recording: bool = False

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """One line; if too long, it drops part of a long name, the tag, the name, the clock."""
        state, width = self.state, options.max_width
        entry = state.current.entry
        number = f"{(state.index or 0) + 1} of {len(state.answers)}"
        if not (state.asks or state.rules.reveal_each):
            number = f"review {number}"
        time = "" if self.tick is None else clock(state.elapsed(self.tick))
        time += " paused" if state.pause else ""
        deck = printable(entry.deck_title)
        tag = f"tag: {printable(entry.topic)}" if entry.tags else ""
        right = self._right(number, tag, time)
        if right.cell_len + _GAP + min(cell_len(deck), _SOME_OF_A_NAME) > width:
            right = self._right(number, time)
        room = width - right.cell_len - _GAP
        if room < min(cell_len(deck), _LEAST_OF_A_NAME):
            yield right if right.cell_len <= width else self._right(number)
            return
        left = Text(deck, style="bold")
        left.truncate(room, overflow="ellipsis", pad=True)
        yield Text.assemble(left, " " * _GAP, right)

    def _right(self, *parts: str) -> Text:
        line = Text(" · ".join(filter(None, parts)), style="cyan")
        return (
            Text.assemble(("recording", "bold"), (" · ", "cyan"), line) if self.recording else line
        )


def timing(state: State, tick: float, width: int) -> list[Text]:
    """The time left for the question and the interview, on one or two lines of `width` columns.

    Empty without a time limit, or after the reveal.
    """
    answer = state.current
    if answer.budget is None or state.rules.limit is None or not state.asks:
        return []
    of_question = left(answer.budget - answer.clock.seconds(tick))
    of_interview = left(state.rules.limit - state.elapsed(tick))
    pieces = [
        Text.assemble(("question ", "dim"), of_question),
        Text.assemble(("interview ", "dim"), of_interview),
    ]
    return list(fill(pieces, "   ", width))


@dataclass(frozen=True, slots=True)
class Timing:
    """The time left, on one line if it fits."""

    state: State
    tick: float

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines of `timing` for the width."""
        yield from timing(self.state, self.tick, options.max_width)


def toolbar(state: State, tick: float, width: int) -> "StyleAndTextTuples":
    """The time below an answer being typed; red when it is up."""
    lines = timing(state, tick, width)
    time = "\n".join(map(str, lines)) or clock(state.elapsed(tick))
    answer = state.current
    over = answer.budget is not None and answer.clock.seconds(tick) > answer.budget
    return [("fg:ansired" if over and state.asks else "", time)]


def left(seconds: float) -> Text:
    """A countdown, then overtime in another colour and wording."""
    if seconds <= 0:
        return Text(f"{clock(-seconds)} over", style="bold red")
    # Rounded up: a full minute shows as 01:00, and 00:00 only when nothing is left.
    return Text(f"{clock(math.ceil(seconds))} left", style="yellow" if seconds < 15 else "bold")


def key_list(pairs: Iterable[tuple[str, str]]) -> RenderableType:
    """The keys of a screen, one below the other, each beside what it does."""
    from rich.table import Table

    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(style="dim", overflow="fold")
    for key, what in pairs:
        table.add_row(key, what)
    return table


@dataclass(frozen=True, slots=True)
class KeyLine:
    """Keys and what they do, on several lines if necessary, never broken within a pair."""

    pairs: Sequence[tuple[str, str]]
    lead: str = ""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Fill lines with whole pairs."""
        pairs = [Text.assemble((key, "bold"), (f" {what}", "dim")) for key, what in self.pairs]
        if self.lead:
            pairs[0] = Text.assemble((f"{self.lead}  ", "dim"), pairs[0])
        yield from fill(pairs, f" {glyphs(console).dot} ", options.max_width)


@dataclass(frozen=True, slots=True)
class FollowUps:
    """The follow-up questions, one per line."""

    questions: Sequence[str]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Each with a bullet and a hanging indent."""
        from rich.table import Table

        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(width=1, style="dim")
        table.add_column(overflow="fold")
        for question in self.questions:
            table.add_row(glyphs(console).dot, plain(question))
        yield table


def how_much(answer: Answer) -> str:
    """The prompt for a self-rating."""
    question = answer.entry.question
    says = question.answer and not question.options
    return "How much of it did you say?" if says else "How did it go?"


@dataclass(frozen=True, slots=True)
class Result:
    """The score of the last answer, shown below the next question with the key to undo it."""

    saved: Saved
    entry: Entry
    now: datetime
    undo: str = "u"

    @property
    def attempt(self) -> Attempt:
        """The scored attempt."""
        return self.saved.attempt

    @property
    def returns(self) -> str:
        """When the question comes back, or with a plan the chance of recall on the day."""
        if not self.attempt.reschedules:
            return "the schedule stays as it was"
        if expected := self.saved.on_the_day:
            return f"on {expected.on.day} {expected.on:%b} {percent(expected.recall)}, as it stands"
        known = self.saved.knowledge
        memory = known.memory if known else None
        if memory is None:
            return ""
        when = f"comes back {ahead(days_between(self.now, memory.due, self.saved.turn))}"
        return f"{when}, outside the plan" if self.saved.by_plan else when

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The title, and the score with its undo key."""
        attempt = self.attempt
        yield Rule(style="dim", characters=glyphs(console).rule)
        title = Text(plain(self.entry.question.title), style="dim")
        title.truncate(options.max_width, overflow="ellipsis")
        yield title
        if attempt.rating is None:
            yield KeyLine(((self.undo, "undo"),), "skipped")
            return
        pieces = [
            Text(percent(attempt.coverage), style="bold"),
            *([Text("self-rated")] if attempt.self_rated else []),
            Text(attempt.rating.name.lower(), style=RATING_STYLES[attempt.rating]),
            *([Text(self.returns)] if self.returns else []),
            Text.assemble((self.undo, "bold"), (" undo", "dim")),
        ]
        yield from fill(pieces, f" {glyphs(console).dot} ", options.max_width)

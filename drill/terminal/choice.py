"""A multiple choice on the screen: the options to choose from, and the reveal of the right ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from drill.session import CONFIDENCES, Answer
from drill.terminal.bindings import LETTERS
from drill.terminal.console import glyphs
from drill.terminal.quiz_parts import prose

_BESIDE = 60  # columns from which words have room beside an option


def how_many(answer: Answer) -> str:
    """What is asked for: how many options are right, as far as the deck says."""
    right = len(answer.entry.question.correct)
    if right == 0:
        return "The deck does not say which is right: choose, then rate yourself."
    if right == 1:
        return "One is right."
    return f"{right} are right: choose {right}."


@dataclass(frozen=True, slots=True)
class Options:
    """The options under their letters, those chosen so far marked."""

    answer: Answer

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """A line each: sign, letter, option."""
        signs = glyphs(console)
        rows = []
        for number, letter, text in _lettered(self.answer):
            chosen = number in self.answer.chosen
            sign = Text(signs.said if chosen else signs.missed, "bold" if chosen else "dim")
            rows.append((sign, letter, prose(text, "bold" if chosen else "")))
        yield _grid(rows)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The options after the answer: yours, the right ones, and what differs."""

    answer: Answer

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """A line each: whether chosen, whether right, letter, option; the words where they fit."""
        signs = glyphs(console)
        question = self.answer.entry.question
        rows = []
        for number, letter, text in _lettered(self.answer):
            chosen, right = number in self.answer.chosen, number in question.correct
            style = _style(chosen=chosen, right=right)
            known = bool(question.correct)
            verdict = signs.right if right else signs.wrong if chosen and known else " "
            sign = Text(f"{signs.said if chosen else signs.missed} {verdict}", style)
            words = ", ".join(verdict_words(chosen=chosen, right=right))
            beside = (Text(words, style),) if options.max_width >= _BESIDE else ()
            rows.append((sign, letter, prose(text, style), *beside))
        yield _grid(rows)


def verdict_words(*, chosen: bool, right: bool) -> Iterator[str]:
    """What is to be said of an option after the answer."""
    if chosen:
        yield "yours"
    if right:
        yield "right"


def sureness(answer: Answer) -> Text:
    """How sure one can be, what was said of it in brackets."""
    line = Text("How sure?  ", style="dim")
    for each in CONFIDENCES:
        said = each == answer.confidence
        line.append(f"[{each}]" if said else f" {each} ", "bold" if said else "dim")
    return line.append(" %", "dim")


def read_aloud(answer: Answer) -> str:
    """The question and its options as they are read aloud."""
    options = (f"{LETTERS[place]}: {each.text}" for place, each in enumerate(answer.options))
    return "\n\n".join((answer.entry.question.text, *options))


def _lettered(answer: Answer) -> Iterator[tuple[int, str, str]]:
    """Of each option in the order of the screen: its number, its letter, its text."""
    for place, number in enumerate(answer.order):
        yield number, LETTERS[place], answer.entry.question.options[number].text


def _grid(rows: Sequence[tuple[RenderableType, ...]]) -> RenderableType:
    from rich.table import Table

    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(width=1, style="bold")
    table.add_column(ratio=1)
    if any(len(row) > len(table.columns) for row in rows):
        table.add_column(justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    return table


def _style(*, chosen: bool, right: bool) -> str:
    if right:
        return "green" if chosen else "yellow"
    return "red" if chosen else ""

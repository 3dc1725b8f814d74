"""Multiple choice on the screen: the options, and the reveal of the correct ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from drill.model import LETTERS, OfferedOption
from drill.reporting.humanize import verdict
from drill.session import CONFIDENCES, Answer, Phase, State
from drill.terminal.console import glyphs
from drill.terminal.session.parts import prose

# Keys: whether an option was chosen, whether it is correct.
_STYLES = {
    (True, True): "green",
    (True, False): "red",
    (False, True): "yellow",
    (False, False): "",
}
_BESIDE = 60  # columns: the least width for words beside an option


def how_many(answer: Answer) -> str:
    """The instruction: how many options to choose, as far as the deck reveals it."""
    right = len(answer.entry.question.correct)
    if right == 0:
        return "The deck does not say which is right: choose, then rate yourself."
    if right == 1:
        return "One is right."
    return f"{right} are right: choose {right}."


@dataclass(frozen=True, slots=True)
class Options:
    """The options with their letters; chosen ones are marked."""

    answer: Answer

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """One line each: sign, letter, option."""
        signs = glyphs(console)
        rows = []
        for letter, choice in lettered(self.answer):
            sign = Text(signs.said, "bold") if choice.chosen else Text(signs.missed, "dim")
            rows.append((sign, letter, prose(choice.text, "bold" if choice.chosen else "")))
        yield _grid(rows)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """The options after the answer: yours, the correct ones, and the difference."""

    answer: Answer

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """One line each: chosen, correct, letter, option; explanatory words if they fit."""
        signs = glyphs(console)
        is_keyed = bool(self.answer.entry.question.correct)
        rows = []
        for letter, choice in lettered(self.answer):
            style = _STYLES[choice.chosen, choice.correct] if is_keyed else ""
            wrong = signs.wrong if choice.chosen and is_keyed else " "
            sign = signs.said if choice.chosen else signs.missed
            sign += " " + (signs.right if choice.correct else wrong)
            beside = (Text(verdict(choice), style),) if options.max_width >= _BESIDE else ()
            rows.append((Text(sign, style), letter, prose(choice.text, style), *beside))
        yield _grid(rows)


def sureness(answer: Answer) -> Text:
    """The levels of confidence, the one given in brackets."""
    line = Text("How sure?  ", style="dim")
    for confidence in CONFIDENCES:
        said = confidence == answer.confidence
        line.append(f"[{confidence}]" if said else f" {confidence} ", "bold" if said else "dim")
    return line.append(" %", "dim")


def read_aloud(state: State) -> str:
    """The question and its options, or the follow-up, as text for speech."""
    answer = state.current
    if state.phase is Phase.FOLLOW_UP:
        return answer.follow_up or ""
    options = (f"{letter}: {choice.text}" for letter, choice in lettered(answer))
    return "\n\n".join((answer.entry.question.text, *options))


def lettered(answer: Answer) -> Iterator[tuple[str, OfferedOption]]:
    """The options in screen order, each with its letter."""
    for letter, number in zip(LETTERS, answer.order, strict=False):
        yield letter, answer.choices[number]


def _grid(rows: Sequence[tuple[RenderableType, ...]]) -> RenderableType:
    from rich.table import Table

    table = Table.grid(padding=(0, 1, 0, 0), expand=True)
    table.add_column(no_wrap=True)
    table.add_column(width=1, style="bold")
    table.add_column(ratio=1, overflow="fold")
    if any(len(row) > len(table.columns) for row in rows):
        table.add_column(justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*row)
    return table

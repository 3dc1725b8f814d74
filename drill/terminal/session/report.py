"""The full report of a session: time against budget, question by question, and next steps."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.text import Text

from drill.markdown.markup import plain
from drill.model import SessionStatus
from drill.reporting.humanize import clock, percent
from drill.reporting.items import Item
from drill.reporting.next_steps import advice
from drill.reporting.report import Report
from drill.reporting.report_text import calibration, heading, own_lines, times
from drill.reporting.speech_text import session_in_words
from drill.terminal.console import Glyphs, glyphs
from drill.terminal.layout import cut, fill
from drill.terminal.session.summary import coverage_bars, coverage_style, headline, misses
from drill.text import printable

_NARROW = 60
_INDENT = 3


@dataclass(frozen=True, slots=True)
class SessionReport:
    """The report of a session in the terminal."""

    report: Report

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The parts, separated by empty lines."""
        signs = glyphs(console)
        width = options.max_width
        for part in (
            self._head(signs, width),
            self._shares(signs, width),
            self._questions(signs, width),
            self._self_image(signs, width),
            misses(self.report, width),
            self._next(width),
        ):
            lines = list(part)
            yield from lines
            if lines:
                yield ""

    def _head(self, signs: Glyphs, width: int) -> Iterator[Text]:
        report, session = self.report, self.report.session
        between = f" {signs.dot} "
        title = [Text(heading(report), style="bold")]
        if session.status is SessionStatus.STOPPED:
            title.append(Text("stopped early", style="yellow"))
        if session.status is SessionStatus.RUNNING:
            title.append(Text("not finished", style="yellow"))
        yield from fill(title, between, width)
        yield from fill(headline(report), between, width)
        yield from fill(map(Text, times(report)), between, width)
        if report.past:
            past = ", ".join(map(percent, report.past))
            yield Text(f"your last: {past}", style="dim")

    def _shares(self, signs: Glyphs, width: int) -> Iterator[Text]:
        if self.report.answered:
            yield from coverage_bars(self.report.topics, signs, width)
            if difficulties := self.report.difficulties:
                yield Text("")
                yield from coverage_bars(difficulties, signs, width)

    def _questions(self, signs: Glyphs, width: int) -> Iterator[RenderableType]:
        for number, item in enumerate(self.report.items, 1):
            title = Text(f"{number:>2} ", style="dim").append(plain(item.title), style="default")
            title.truncate(width, overflow="ellipsis")
            yield title
            pieces = _outcome(item, signs, width)
            for line in fill(pieces, "  ", width - _INDENT):
                yield Text(" " * _INDENT).append_text(line)
            yield from _choice(item, signs, width - _INDENT)
            for own in own_lines(item.attempt):
                yield Padding(Text(own, style="dim"), (0, 0, 0, _INDENT), expand=False)

    def _self_image(self, signs: Glyphs, width: int) -> Iterator[Text]:
        between = f" {signs.dot} "
        if delivery := self.report.delivery:
            sides = zip(("structure", "clarity", "pace"), delivery, strict=True)
            parts = [Text(f"{side} {grade:.1f}") for side, grade in sides]
            parts[0] = Text("delivery, out of 4: ", style="dim") + parts[0]
            yield from fill(parts, between, width)
        if judged := calibration(self.report):
            yield Text(judged)
        if spoken := session_in_words(self.report.attempts):
            yield Text.assemble(("spoken: ", "dim"), spoken)

    def _next(self, width: int) -> Iterator[RenderableType]:
        yield Text("Next", style="bold")
        for step in advice(self.report)[:3]:
            command = Text(printable(step.command), style="bold cyan")
            why = printable(step.why)
            if command.cell_len + 2 + len(why) <= width:
                yield command.append(f"  {why}", style="default")
            else:
                yield from (command, Padding(Text(why), (0, 0, 0, _INDENT), expand=False))


def _outcome(item: Item, signs: Glyphs, width: int) -> Iterator[Text]:
    """The result of a question in pieces; the bars are shorter on a narrow screen."""
    attempt = item.attempt
    if attempt is None or attempt.skipped:
        yield Text("skipped" if attempt else "not answered", style="dim")
        return
    cells = 4 if width < _NARROW else 8
    bar = signs.filled(attempt.coverage, cells)
    style = coverage_style(attempt.coverage)
    yield Text.assemble((bar, style), f" {percent(attempt.coverage):>5}")
    if attempt.self_rated:
        yield Text("self-rated", style="dim")
    if item.budget:
        yield _time_bar(attempt.seconds, item.budget, signs, cells * 3 // 2)
    if attempt.spoken and attempt.spoken.pace is not None:
        yield Text(f"{attempt.spoken.pace} words a minute", style="dim")
    if attempt.confidence is not None:
        yield Text(f"{attempt.confidence} % sure", style="dim")
    if attempt.assisted:
        yield Text("hint", style="dim")
    if attempt.wrong:
        yield Text("something wrong", style="red")


def _choice(item: Item, signs: Glyphs, width: int) -> Iterator[Text]:
    """The options chosen against the correct ones, if they differ."""
    choices = item.attempt.choices if item.attempt else ()
    chosen = [plain(choice.text) for choice in choices if choice.chosen]
    right = [plain(choice.text) for choice in choices if choice.correct]
    if right and chosen != right:
        for name, texts in (("yours", chosen or ["none"]), ("right", right)):
            line = Text.assemble((f"{name}  ", "dim"), ", ".join(texts))
            yield Text(" " * _INDENT).append_text(cut(line, width, signs.ellipsis))


def _time_bar(seconds: float, budget: float, signs: Glyphs, cells: int) -> Text:
    """Time as a bar framed by its budget, with overtime outside the frame.

    Overtime is cut off at the length of the budget.
    """
    within = signs.filled(seconds / budget, cells)
    beyond = signs.bar[-1] * min(cells, round((seconds / budget - 1) * cells))
    over = seconds > budget
    line = Text.assemble("[", (within, "cyan"), "]", (beyond, "red"))
    return line.append(f" {clock(seconds)} of {clock(budget)}", style="red" if over else "default")

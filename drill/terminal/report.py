"""The report of a session in full: time against budget, question by question, and what is next."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from drill import grading
from drill.markup import plain
from drill.model import SessionStatus
from drill.report import Item, Report, advice
from drill.terminal.console import Glyphs, glyphs
from drill.terminal.layout import fill
from drill.terminal.summary import coverage_bars, coverage_style, headline, misses
from drill.wording import clock, counted, duration, percent

_TIME_BAR = 12


@dataclass(frozen=True, slots=True)
class SessionReport:
    """A session as its report shows it in the terminal."""

    report: Report

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Part by part, with an empty line between."""
        signs = glyphs(console)
        width = options.max_width
        for part in (
            self._head(signs, width),
            self._shares(signs, width),
            self._questions(signs, width),
            self._self_image(signs, width),
            misses(self.report),
            self._next(),
        ):
            lines = list(part)
            yield from lines
            if lines:
                yield ""

    def _head(self, signs: Glyphs, width: int) -> Iterator[Text]:
        report, session = self.report, self.report.session
        between = f" {signs.dot} "
        kind = "Mock interview" if session.minutes and session.budgets else "Session"
        title = [Text(f"{kind} of {session.started.astimezone():%Y-%m-%d %H:%M}", style="bold")]
        if session.status is SessionStatus.STOPPED:
            title.append(Text("stopped early", style="yellow"))
        yield from fill(title, between, width)
        yield from fill(headline(report), between, width)
        times = []
        if session.budgets:
            times.append(f"{clock(report.seconds)} of {clock(sum(session.budgets))}")
        if report.over:
            times.append(f"{duration(report.over)} over time")
        if session.pauses:
            times.append(f"{counted(session.pauses, 'pause')} of {duration(session.paused)}")
        if session.away:
            times.append(f"interrupted for {duration(session.away)}")
        if report.hints:
            times.append(counted(report.hints, "hint"))
        yield from fill(map(Text, times), between, width)
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
            yield from fill(_outcome(item, signs), "  ", width)

    def _self_image(self, signs: Glyphs, width: int) -> Iterator[Text]:
        report = self.report
        if report.delivery:
            sides = zip(("structure", "clarity", "pace"), report.delivery, strict=True)
            parts = [Text(f"{side} {grade:.1f}") for side, grade in sides]
            parts[0] = Text("delivery of 4: ", style="dim") + parts[0]
            yield from fill(parts, f" {signs.dot} ", width)
        bias, brier = grading.bias(report.attempts), grading.brier(report.attempts)
        if report.confidence is not None and bias is not None and brier is not None:
            leaning = (
                "too sure" if bias > 0.05 else "not sure enough" if bias < -0.05 else "well judged"
            )
            yield from fill(
                [
                    Text(f"confidence {percent(report.confidence)}"),
                    Text(f"bias {bias * 100:+.0f} points: {leaning}"),
                    Text(f"Brier {brier:.2f}"),
                ],
                f" {signs.dot} ",
                width,
            )

    def _next(self) -> Iterator[Text]:
        yield Text("Next", style="bold")
        for step in advice(self.report):
            yield Text.assemble((plain(step.command), "bold cyan"), f"  {step.why}")


def _outcome(item: Item, signs: Glyphs) -> Iterator[Text]:
    attempt = item.attempt
    if attempt is None:
        yield Text("   not answered", style="dim")
        return
    if attempt.skipped:
        yield Text("   skipped", style="dim")
        return
    bar = signs.filled(attempt.coverage, 8)
    yield Text.assemble(
        "   ", (bar, coverage_style(attempt.coverage)), f" {percent(attempt.coverage):>5}"
    )
    if item.budget:
        yield _time_bar(attempt.seconds, item.budget, signs)
    if attempt.confidence is not None:
        yield Text(f"{attempt.confidence} % sure", style="dim")
    if attempt.assisted:
        yield Text("hint", style="dim")
    if attempt.wrong:
        yield Text("something wrong", style="red")


def _time_bar(seconds: float, budget: float, signs: Glyphs) -> Text:
    """Time as a bar whose frame is the budget; what runs over stands outside of it."""
    within = signs.filled(seconds / budget, _TIME_BAR)
    beyond = signs.bar[-1] * min(_TIME_BAR, round((seconds / budget - 1) * _TIME_BAR))
    line = Text.assemble("[", (within, "cyan"), "]", (beyond, "red"))
    return line.append(f" {clock(seconds)} of {clock(budget)}", style="red" if beyond else "")

"""The end of a session: result, topics, misses and next steps."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from drill.markdown.markup import plain
from drill.model import FAILED_COVERAGE, KNOWN_COVERAGE, Mark
from drill.reporting.humanize import counted, duration, percent
from drill.reporting.items import Item, Share
from drill.reporting.next_steps import advice
from drill.reporting.report import Report
from drill.reporting.report_text import what_is_left
from drill.terminal.console import Glyphs, glyphs
from drill.terminal.layout import fill
from drill.text import printable

_BAR = 10
_BESIDE = 60  # columns: the least width for a label beside its list


@dataclass(frozen=True, slots=True)
class Summary:
    """The closing summary of a session."""

    report: Report

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Coverage with its denominator, topics as bars, confident misses, next steps."""
        signs = glyphs(console)
        between = f" {signs.dot} "
        yield from fill(headline(self.report), between, options.max_width)
        if self.report.answered:
            yield from coverage_bars(self.report.topics, signs, options.max_width)
            yield from misses(self.report, options.max_width)
        yield from fill(self._next(), between, options.max_width)

    def _next(self) -> Iterator[Text]:
        if said := what_is_left(self.report):
            yield Text(said)
        command = printable(advice(self.report)[0].command)
        yield Text.assemble("next: ", (command, "bold cyan"))


def headline(report: Report) -> Iterator[Text]:
    """The number of answers, the coverage and the time."""
    yield Text(f"{report.answered} of {len(report.items)} answered", style="bold")
    if report.coverage is not None:
        coverage = Text(f"coverage {percent(report.coverage)}")
        if report.earlier is not None:
            coverage.append(f", last time {percent(report.earlier)}", style="dim")
        yield coverage
    if report.self_rating is not None:
        yield Text(f"self-rated {percent(report.self_rating)}")
    yield Text(duration(report.seconds))


def misses(report: Report, width: int) -> Iterator[Text]:
    """The confident misses, most confident first, one line each, cut to `width` columns."""
    if not report.confident_misses:
        return
    label = Text("sure, but missed", style="red")
    below = width < _BESIDE
    if below:
        yield label
    for item in report.confident_misses:
        line = Text("   ") if below else label + Text("   ")
        said = Text(f"  ({_said(item)})", style="dim")
        title = Text(plain(item.title), style="default")
        title.truncate(max(1, width - line.cell_len - said.cell_len), overflow="ellipsis")
        yield line + title + said


def coverage_bars(shares: list[Share], signs: Glyphs, width: int) -> Iterator[Text]:
    """Shares as bars: in two columns on a wide screen, else in one."""
    name_width = min(max(cell_len(printable(share.name)) for share in shares), 24)
    bars = [_bar(share, name_width, signs) for share in shares]
    columns = 2 if 2 * bars[0].cell_len + 4 <= width and len(bars) > 1 else 1
    for row in zip_longest(*(bars[column::columns] for column in range(columns)), fillvalue=Text()):
        yield Text("    ").join(row)


def coverage_style(coverage: float) -> str:
    """The colour of a coverage: known, half known, not known."""
    return (
        "green"
        if coverage >= KNOWN_COVERAGE
        else "yellow"
        if coverage >= FAILED_COVERAGE
        else "red"
    )


def _bar(share: Share, name_width: int, signs: Glyphs) -> Text:
    name = Text(printable(share.name))
    name.truncate(name_width, overflow="ellipsis", pad=True)
    bar = signs.filled(share.coverage, _BAR)
    line = Text.assemble(
        name, "  ", (bar, coverage_style(share.coverage)), f" {percent(share.coverage):>5}"
    )
    return line.append(" self-rated", style="dim") if share.self_rated else line


def _said(item: Item) -> str:
    if item.attempt and item.attempt.choices:
        right = [choice for choice in item.attempt.choices if choice.correct]
        if len(right) == 1:
            return "the wrong option"
        return f"{sum(choice.chosen for choice in right)} of {len(right)} right options"
    if item.attempt is None or not item.attempt.points:
        return "missed"
    said = sum(mark is Mark.SAID for _, mark in item.attempt.points)
    return f"{said} of {counted(len(item.attempt.points), 'point')}"

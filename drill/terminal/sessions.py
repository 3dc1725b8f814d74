"""Past sessions, a line each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from drill.report import Report
from drill.terminal.console import glyphs
from drill.terminal.wording import duration, percent

_WIDE = 76


@dataclass(frozen=True, slots=True)
class Sessions:
    """Sessions as a table, on a narrow terminal as two lines each."""

    reports: Sequence[Report]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """When, what, how it went, and the id that `drill sessions show` takes."""
        dot = f" {glyphs(console).dot} "
        if options.max_width < _WIDE:
            yield from self._stacked(dot)
            return
        table = Table.grid(padding=(0, 2, 0, 0))
        for report in self.reports:
            session = report.session
            style = _style(report)
            table.add_row(
                f"{session.started.astimezone():%Y-%m-%d %H:%M}",
                session.kind,
                Text(outcome(report, dot), style=style),
                Text(session.id, style="dim"),
            )
        yield table

    def _stacked(self, dot: str) -> Iterator[Text]:
        for report in self.reports:
            session = report.session
            yield Text(f"{session.started.astimezone():%Y-%m-%d %H:%M} {session.kind}")
            yield Text(f"  {outcome(report, dot)}", style=_style(report))
            yield Text(f"  {session.id}", style="dim")


def outcome(report: Report, dot: str) -> str:
    """How a session went: answered of asked, coverage, time."""
    parts = [f"{report.answered} of {len(report.items)} answered"]
    if report.answered and report.coverage is not None:
        parts.append(f"coverage {percent(report.coverage)}")
    parts.append(duration(report.seconds))
    if report.session.status == "running":
        parts.append("not finished")
    return dot.join(parts)


def _style(report: Report) -> str:
    return "" if report.answered else "dim"

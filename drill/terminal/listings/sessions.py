"""Past sessions, one line each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from drill.model import SessionStatus
from drill.reporting.humanize import duration, outcome, percent
from drill.reporting.report import Report
from drill.terminal.console import glyphs
from drill.terminal.layout import fill
from drill.text import printable

_WIDE = 72
_RATED = 18  # extra columns if something is self-rated


@dataclass(frozen=True, slots=True)
class Sessions:
    """Sessions as a table; two lines each on a narrow terminal."""

    reports: Sequence[Report]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Time, kind, result, and the id for `drill sessions show`."""
        dot = f" {glyphs(console).dot} "
        rated = any(report.self_rating is not None for report in self.reports)
        if options.max_width < _WIDE + _RATED * rated:
            yield from self._stacked(dot, options.max_width)
            return
        table = Table.grid(padding=(0, 2, 0, 0))
        table.header_style = "dim"
        for heading in ("when", "what", "answered", "coverage", "time", "id"):
            table.add_column(heading, no_wrap=True)
        table.show_header = True
        for report in self.reports:
            session = report.session
            table.add_row(
                f"{session.started.astimezone():%Y-%m-%d %H:%M}",
                session.kind,
                f"{report.answered} of {len(report.items)}",
                _shares(report),
                "running" if session.status is SessionStatus.RUNNING else duration(report.seconds),
                Text(printable(session.id), style="dim"),
                style="" if report.answered else "dim",
            )
        yield table

    def _stacked(self, dot: str, width: int) -> Iterator[Text]:
        for report in self.reports:
            session = report.session
            yield Text(f"{session.started.astimezone():%Y-%m-%d %H:%M} {session.kind}")
            for line in fill(map(Text, outcome(report)), dot, width - 2):
                yield Text("  ").append_text(line)
            yield Text(f"  {printable(session.id)}", style="dim")


def _shares(report: Report) -> str:
    coverage = "" if report.coverage is None else percent(report.coverage)
    rated = report.self_rating
    return ", ".join(
        part for part in (coverage, rated is not None and f"{percent(rated)} self-rated") if part
    )

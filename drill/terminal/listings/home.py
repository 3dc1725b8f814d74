"""The front page: what `drill` alone shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from drill.model import DAY_TURNS_AT
from drill.reporting.humanize import ago, ahead, counted, days_between, outcome, progress
from drill.reporting.report import Report
from drill.schedule.today import Today
from drill.terminal.console import glyphs
from drill.terminal.layout import fill
from drill.text import printable


@dataclass(frozen=True, slots=True)
class Standing:
    """The user's progress at `now`.

    `today` is what is done and left today, `last` the last session, `interview` the name of the
    next interview and the days until then. `command` is the suggested command and `why` its reason;
    `also` are further commands with reasons. A study day begins at `turn`, from midnight.
    """

    questions: int
    decks: int
    today: Today
    new: int
    weak: int
    last: Report | None
    interview: tuple[str, int] | None
    command: str
    why: str
    now: datetime
    turn: timedelta = DAY_TURNS_AT
    also: Sequence[tuple[str, str]] = ()

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """At most three lines, then the command."""
        dot = f" {glyphs(console).dot} "
        if self.questions:
            decks = f" in {counted(self.decks, 'deck')}"
            pieces = (
                Text(progress(self.today), "bold" if self.today.left else ""),
                Text(f"{self.new:,} new"),
                Text(f"{self.weak:,} weak"),
                Text(counted(self.questions, "question") + decks, "dim"),
            )
            yield from fill(pieces, dot, options.max_width)
        if self.interview:
            name, days = self.interview
            yield Text(f"{printable(name)} {ahead(days)}", style="bold")
        if self.last:
            session = self.last.session
            day = ago(days_between(session.started, self.now, self.turn))
            parts = (f"last: {session.kind} {day}", *outcome(self.last))
            yield from fill(map(Text, parts), dot, options.max_width)
        yield ""
        yield Text.assemble("next: ", (self.command, "bold cyan"), (f"   {self.why}", "dim"))
        for command, why in self.also:
            yield Text.assemble("also: ", (command, "cyan"), (f"   {why}", "dim"))

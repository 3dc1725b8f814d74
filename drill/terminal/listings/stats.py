"""The screen of `drill stats`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from drill.model import Entry, Knowledge
from drill.reporting.humanize import (
    confidence_in_words,
    counted,
    duration,
    percent,
    plain_title,
    progress,
)
from drill.reporting.stats import Agreement, PaceOfDay, Stats, Topic
from drill.reporting.titles import distinct_titles
from drill.schedule.today import Today
from drill.terminal.console import Glyphs, glyphs
from drill.terminal.layout import cut, fill
from drill.terminal.session.summary import coverage_style
from drill.text import printable

_DAY_NAMES = ("Mon", "", "Wed", "", "Fri", "", "Sun")
_MARGIN = 5
_SHADES = (1, 4, 10, 20)
"""The fewest answers a day for each shade of the calendar."""
_TOPICS = 24
_DAYS_OF_PACE = 7
_SURPRISES = 5
_STYLES = ("dim", "green dim", "green", "green bold", "bright_green bold")


@dataclass(frozen=True, slots=True)
class StatsView:
    """Statistics for people.

    `today` is what is done and left today; `named` are the listed questions and the knowledge of
    each, by key.
    """

    stats: Stats
    today: Today
    named: Mapping[str, tuple[Entry, Knowledge]]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Totals, topics, calendar, due dates, confidence against coverage, weakest questions."""
        signs, width = glyphs(console), options.max_width
        stats = self.stats
        yield from fill(_totals(stats), f" {signs.dot} ", width)
        yield Text(progress(self.today))
        yield from _section("Coverage by topic")
        for topic in stats.topics[:_TOPICS]:
            yield _topic(topic, signs, width)
        if (rest := len(stats.topics) - _TOPICS) > 0:
            yield Text(f"and {rest:,} more, all in drill stats --json", "dim")
        yield from _section("Answers a day")
        yield from _calendar(stats, signs, width)
        whose = "The plan for" if stats.by_plan else "Coming back in"
        yield from _section(f"{whose} the next 14 days")
        yield from _returning(stats, signs)
        yield from _section("Promised and seen")
        yield from _promises(stats, signs, width)
        if stats.agreement:
            yield from _section("You and the assistant")
            yield from _agreement(stats.agreement, width)
        if stats.pace:
            yield from _section("How fast you speak, in words a minute")
            yield from _paces(stats.pace[-_DAYS_OF_PACE:])
        yield from self._list("Sure, but missed", stats.confident_misses[:_SURPRISES], signs, width)
        yield from self._list("Weakest", stats.weakest, signs, width)
        if stats.weakest:
            yield Text.assemble("next: ", ("drill quiz --weak", "bold cyan"))

    def _list(
        self, heading: str, keys: tuple[str, ...], signs: Glyphs, width: int
    ) -> Iterator[Text]:
        """Questions, their last coverage, and the command that shows them."""
        if keys:
            yield from _section(heading)
        titles = distinct_titles([self.named[key][0] for key in keys])
        for key in keys:
            _, known = self.named[key]
            line = Text(f"{percent(known.coverage):>5}  ", coverage_style(known.coverage))
            line.append("self-rated  " if known.self_rated else "", "dim")
            yield cut(
                Text.assemble(line, (plain_title(titles[key]), "default")), width, signs.ellipsis
            )
            yield Text(f"       drill show {key}", "cyan")


def _section(heading: str) -> Iterator[Text]:
    yield Text("")
    yield Text(heading, style="bold")


def _totals(stats: Stats) -> Iterator[Text]:
    yield Text(f"{stats.met:,} of {counted(stats.questions, 'question')} met", style="bold")
    yield Text(counted(stats.answers, "answer"))
    yield Text(duration(stats.seconds))
    yield Text(f"streak {counted(stats.streak, 'day')}")


def _topic(topic: Topic, signs: Glyphs, width: int) -> Text:
    name_width = 16 if width < 60 else 26
    bar_width = 8 if width < 60 else 20
    line = cut(Text(printable(topic.name)), name_width, signs.ellipsis)
    line.pad_right(name_width + 2 - line.cell_len)
    share = topic.coverage
    line.append(signs.filled(share or 0.0, bar_width), coverage_style(share or 0.0))
    line.append(f" {'new' if not topic.met else '' if share is None else percent(share):>5}")
    line.append(f"  {topic.met}/{topic.questions}", style="dim")
    if topic.self_rated is not None:
        line.append(f"  self-rated {percent(topic.self_rated)}", style="dim")
    return line


def _calendar(stats: Stats, signs: Glyphs, width: int) -> Iterator[Text]:
    """Weeks as columns, two cells wide if there is room; the oldest are dropped if not."""
    cell = 2 if width >= _MARGIN + 2 * 26 else 1
    weeks = [stats.calendar[start : start + 7] for start in range(0, len(stats.calendar), 7)]
    yield Text(_months([week[0][0] for week in weeks], cell), style="dim")
    shades = signs.dot + (".:+#" if signs.dot.isascii() else "░▒▓█")
    for weekday, name in enumerate(_DAY_NAMES):
        line = Text(f"{name:<{_MARGIN}}", style="dim")
        for week in weeks:
            if weekday < len(week):
                shade = sum(week[weekday][1] >= least for least in _SHADES)
                line.append(shades[shade].ljust(cell), style=_STYLES[shade])
        yield line
    key = "  ".join(f"{shades[at]} {least}+" for at, least in enumerate(_SHADES, 1))
    yield Text(f"{'':{_MARGIN}}{shades[0]} none  {key}", style="dim")


def _months(mondays: Sequence[date], cell: int) -> str:
    """The names of the months above their first full weeks, if there is room."""
    line = " " * _MARGIN
    for week, monday in enumerate(mondays):
        column = _MARGIN + week * cell
        if monday.day <= 7 and column > len(line.rstrip()):
            line = f"{line:<{column}}{monday:%b}"
    return line


def _returning(stats: Stats, signs: Glyphs) -> Iterator[Text]:
    most = max(stats.returning)
    if not most:
        yield Text("nothing", style="dim")
        return
    for days, count in enumerate(stats.returning):
        if count:
            name = ("today", "tomorrow")[days] if days < 2 else f"in {days} days"
            bar = signs.filled(count / most, 15)
            yield Text.assemble(f"{name:<11}", (bar, "cyan"), f" {count:>4}")


def _promises(stats: Stats, signs: Glyphs, width: int) -> Iterator[Text]:
    if kept := stats.retention:
        sample = " of a sample" if kept.sampled else ""
        parts = [Text(f"recalled {percent(kept.seen)} of what came back")]
        parts.append(Text(f"promised {percent(kept.promised)}"))
        parts.append(Text(counted(kept.answers, "repeat") + sample, style="dim"))
        yield from fill(parts, ", ", width)
    else:
        yield Text("no question has come back on a later day yet", style="dim")
    if sure := stats.calibration:
        parts = [Text(confidence_in_words(sure.bias)), Text(counted(sure.answers, "answer"), "dim")]
        parts.append(Text(f"Brier score {sure.brier:.2f} (0 is best)", "dim"))
        yield from fill(parts, ", ", width)
        for level in sure.levels:
            bar = signs.filled(level.coverage, 8 if width < 60 else 20)
            line = Text.assemble(f"{level.confidence:>3} % sure  ", (bar, "cyan"))
            line.append(f" {percent(level.coverage):>5} covered")
            yield line.append(f"  {level.answers:,}", style="dim")


def _paces(days: tuple[PaceOfDay, ...]) -> Iterator[Text]:
    for day in days:
        line = Text.assemble(f"{day.day:%a %d %b}  ", (f"{day.pace:>3}", "cyan"))
        yield line.append(f"  {counted(day.answers, 'answer')}", style="dim")


def _agreement(agreement: Agreement, width: int) -> Iterator[Text]:
    share = percent(agreement.agreed / agreement.points)
    points = counted(agreement.points, "key point")
    parts = [Text(f"same mark for {agreement.agreed:,} of {points} ({share})")]
    if agreement.lower:
        parts.append(Text(f"yours lower for {agreement.lower:,}"))
    if agreement.higher:
        parts.append(Text(f"higher for {agreement.higher:,}"))
    yield from fill(parts, ", ", width)

"""The screen of `drill stats`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from drill.model import Entry
from drill.stats import Stats, Topic
from drill.terminal.console import Glyphs, glyphs
from drill.terminal.layout import cut, fill
from drill.terminal.summary import coverage_style
from drill.text import printable
from drill.wording import counted, duration, percent, title

_DAY_NAMES = ("Mon", "", "Wed", "", "Fri", "", "Sun")
_MARGIN = 5
_SHADES = (1, 4, 10, 20)
"""Answers a day from which each shade of the calendar begins."""
_STYLES = ("dim", "green dim", "green", "green bold", "bright_green bold")


@dataclass(frozen=True, slots=True)
class Screen:
    """Statistics as a person reads them; `entries` are the questions it names, by their keys."""

    stats: Stats
    entries: Mapping[str, Entry]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Totals, topics, calendar, what comes back, promises against facts, the weakest."""
        signs, width = glyphs(console), options.max_width
        stats = self.stats
        yield from fill(_totals(stats), f" {signs.dot} ", width)
        yield from _section("Coverage by topic")
        for topic in stats.topics:
            yield _topic(topic, signs, width)
        yield from _section("Answers a day")
        yield from _calendar(stats, signs, width)
        yield from _section("Coming back in the next 14 days")
        yield from _returning(stats, signs)
        yield from _section("Promised and seen")
        yield from _promises(stats, width)
        yield from self._named("Sure, but missed", stats.confident_misses[:5], signs, width)
        yield from self._named("Weakest", stats.weakest, signs, width)

    def _named(
        self, heading: str, keys: tuple[str, ...], signs: Glyphs, width: int
    ) -> Iterator[Text]:
        if not keys:
            return
        yield from _section(heading)
        for key in keys:
            yield cut(Text(title(self.entries[key])), width, signs.ellipsis)
            yield Text(f"  drill show {key}", "cyan")
        if heading == "Weakest":
            yield Text.assemble("next: ", ("drill quiz --weak", "bold cyan"))


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
    line.append(f" {'new' if share is None else percent(share):>5}")
    return line.append(f"  {topic.met}/{topic.questions}", style="dim")


def _calendar(stats: Stats, signs: Glyphs, width: int) -> Iterator[Text]:
    """Weeks as columns, two cells each where there is room; the oldest go where there is not."""
    cell = 2 if width >= _MARGIN + 2 * 26 else 1
    counts = [answers for _, answers in stats.calendar]
    weeks = [counts[start : start + 7] for start in range(0, len(counts), 7)]
    shades = signs.dot + (".:+#" if signs.dot.isascii() else "░▒▓█")
    for weekday, name in enumerate(_DAY_NAMES):
        line = Text(f"{name:<{_MARGIN}}", style="dim")
        for week in weeks:
            if weekday < len(week):
                shade = sum(week[weekday] >= least for least in _SHADES)
                line.append(shades[shade].ljust(cell), style=_STYLES[shade])
        yield line
    key = " ".join(f"{shades[at]} {least}+" for at, least in enumerate(_SHADES, 1))
    yield Text(f"{'':{_MARGIN}}{key}", style="dim")


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


def _promises(stats: Stats, width: int) -> Iterator[Text]:
    if stats.retention:
        kept = stats.retention
        yield from fill(
            [
                Text(f"recalled {percent(kept.seen)}"),
                Text(f"promised {percent(kept.promised)}"),
                Text(counted(kept.answers, "repeat"), style="dim"),
            ],
            ", ",
            width,
        )
    else:
        yield Text("no question has come back on a later day yet", style="dim")
    if stats.calibration:
        sure = stats.calibration
        how = "too sure" if sure.bias > 0.05 else "too modest" if sure.bias < -0.05 else "just"
        yield from fill(
            [
                Text(f"confidence {how} ({100 * sure.bias:+.0f} points)"),
                Text(f"Brier {sure.brier:.2f}"),
                Text(counted(sure.answers, "answer"), style="dim"),
            ],
            ", ",
            width,
        )

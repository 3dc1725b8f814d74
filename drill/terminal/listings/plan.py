"""The plan until an interview: the forecast for the day, and the days until then."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from shlex import quote

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from drill.model import Entry
from drill.reporting.humanize import ahead, counted, duration, percent, plain_title, progress
from drill.reporting.titles import distinct_titles
from drill.schedule.forecast import Forecast
from drill.schedule.learner import START
from drill.schedule.plans import NAME, Plan
from drill.schedule.shortage import Group, Shortage
from drill.schedule.simulation import Budget, Day
from drill.schedule.today import Today
from drill.selection import Selection
from drill.terminal.console import Glyphs, glyphs, say
from drill.terminal.layout import cut, fill
from drill.terminal.session.summary import coverage_style
from drill.text import printable

_DAYS = 14
_BAR = 20
_NAME = 16
_ENOUGH_ANSWERS = 20  # the fewest answers from which to state the user's own share
_KEPT = 0.95  # a lower share of the promised minutes is reported
_WORTH_SAYING = 0.05  # of a question: a smaller difference is not reported


def show(console: Console, outlooks: Sequence["Outlook"], today: Today) -> None:
    """Print the interviews, the reliability of the forecast, the rest of today, the next steps."""
    for outlook in outlooks:
        say(console, outlook, "")
    say(
        console, Text("A simulation's estimate of recall: no plan has been tried on people.", "dim")
    )
    if any(outlook.plan.on == outlook.today for outlook in outlooks):
        return  # the day itself is printed elsewhere
    say(console, Text(progress(today), "bold"))
    lead, command = ("", "drill quiz") if today.left else ("extra, if you like: ", today.extra)
    say(console, Text.assemble(f"next: {lead}", (command, "bold cyan")))


@dataclass(frozen=True, slots=True)
class Outlook:
    """One interview: its plan, its forecast, its time, and the questions most at risk.

    `average` is the minutes a day so far, `idle` the days since the last answer, `answers` the
    number of its questions answered. `shortage` is set if not all questions fit, `others` are the
    interviews that share the minutes, `is_first` is True for the one printed first.
    """

    plan: Plan
    forecast: Forecast
    budget: Budget
    today: date
    at_risk: tuple[Entry, ...]
    average: float | None = None
    idle: int = 0
    answers: int = 0
    shortage: Shortage | None = None
    others: tuple[str, ...] = ()
    is_first: bool = True

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The date, three bars, the days, and the questions at risk or left out."""
        signs = glyphs(console)
        between = f" {signs.dot} "
        yield from fill(self._heading(), between, options.max_width)
        if self.plan.on == self.today:
            yield from self._day_itself()
            yield ""
            yield from _bar("now", self.forecast.now, "", signs, options.max_width >= 60)
            yield from self._at_risk(signs, options.max_width)
            return
        if self.is_first and self.idle > 1:
            yield Text(f"{self.idle} days without drill: the plan has been renewed from today.")
        yield ""
        promised = self.forecast
        wide = options.max_width >= 60
        span = f"{promised.low:.0%} to {promised.high:.0%}".replace("%", " %")
        yield from _bar("now", promised.now, "", signs, wide)
        yield from _bar("doing nothing", promised.if_idle, "", signs, wide)
        why = ", by how you forget" if wide else ""
        yield from _bar("by the plan", promised.planned, span + why, signs, wide)
        if self.budget.kept < _KEPT and self.average is not None:
            so_far = f"{self.average:.0f} min a day"
            yield from _bar("as kept so far", promised.at_current_rate, so_far, signs, wide)
        if self.is_first and self.answers < _ENOUGH_ANSWERS:
            yield Text(
                f"Assumed: of what was not asked yet you know {percent(START.known)}; your "
                "answers will tell.",
                "dim",
            )
        yield ""
        yield from self._days(signs, wide)
        yield from self._doubts(signs, options.max_width)

    def _heading(self) -> Iterator[Text]:
        days = (self.plan.on - self.today).days
        yield Text(printable(self.plan.name), style="bold")
        yield Text(f"{self.plan.on:%a %Y-%m-%d}")
        yield Text(ahead(days))
        yield Text(counted(self.forecast.questions, "question"))
        if chosen := _chosen(self.plan.selection):
            yield Text(printable(chosen))
        others = " and ".join(map(printable, self.others))
        shared = f", shared with {others}" if others else ""
        yield Text(f"{self.budget.minutes:.0f} min a day{shared}")
        if self.budget.spent >= 30:
            yield Text(f"{duration(self.budget.spent)} done today", style="green")

    def _days(self, signs: Glyphs, wide: bool) -> Iterator[Text]:
        days = self.forecast.days
        most = max((day.new + day.repeats for day in days), default=0) or 1
        for _, alike in groupby(days[:_DAYS], lambda day: (day.new, day.repeats)):
            day, *others = alike
            line = Text(f"{self._date(day)} {day.new:>4} new {day.repeats:>4} again")
            line.append(f" {day.minutes:>4.0f} min", style="dim")
            if wide:
                line.append("  ")
                line.append(signs.filled((day.new + day.repeats) / most, 10), style="cyan")
            yield line
            if others:
                yield Text(f"  the same until {self._date(others[-1])}", style="dim")
        rest = days[_DAYS:]
        if rest:
            yield Text(_rest(rest), style="dim")

    def _day_itself(self) -> Iterator[Text]:
        yield Text(
            "Today is the day: your sheet, three questions to warm up, and good luck.", "bold"
        )
        for command in ("drill export cheatsheet -o sheet.pdf --pages 1", "drill quiz -n 3 --cram"):
            yield Text(f"  {command}", "cyan")

    def _shortage(self, shortage: Shortage) -> Iterator[Text]:
        met = self.forecast.questions - self.forecast.unmet
        yield Text(
            f"{met:,} of {self.forecast.questions:,} can be met at {self.budget.minutes:.0f} min a "
            "day, the most valuable first. Your choice:",
            "yellow",
        )
        if shortage.minutes is not None:
            yield Text(f"  all of them     {shortage.minutes} min a day")
            yield Text(f"    drill plan --minutes {shortage.minutes}", "cyan")
        if shortage.groups:
            yield Text("  some of them    what there is time for, as in")
            yield Text(f"    {self._narrowed(shortage.groups[0])}", "cyan")
        for group in shortage.groups:
            yield Text(f"    {group.questions:>5,} {printable(group.name)}")
        yield Text("  as it is        the most valuable come first, the rest stays out")

    def _narrowed(self, group: Group) -> str:
        """The command that narrows the plan to one group."""
        plan = self.plan
        given = plan.selection
        words = ["drill", "plan", *(given.decks if group.is_tag else [group.name])]
        words += ["--on", f"{plan.on}", *(["--tag", group.name] if group.is_tag else [])]
        words += [word for level in given.difficulties for word in ("--difficulty", level)]
        words += ["--search", given.search] if given.search else []
        words += ["--name", plan.name] if plan.name != NAME else []
        return " ".join(quote(printable(word)) for word in words)

    def _date(self, day: Day) -> str:
        return f"{self.today + timedelta(days=day.ahead):%a %d %b}"

    def _doubts(self, signs: Glyphs, width: int) -> Iterator[Text]:
        promised = self.forecast
        gained = promised.gain_per_minute * promised.questions
        if promised.unmet or gained >= _WORTH_SAYING:
            yield Text("")
        if promised.unmet and self.shortage:
            yield from self._shortage(self.shortage)
        if gained >= _WORTH_SAYING:
            yield Text(f"a minute more a day: {gained:.1f} more questions known on the day")
        yield from self._at_risk(signs, width)

    def _at_risk(self, signs: Glyphs, width: int) -> Iterator[Text]:
        promised = self.forecast
        if self.at_risk:
            number = len(promised.at_risk)
            first = "; the first are" if number > len(self.at_risk) else ""
            yield Text("")
            yield Text(f"{counted(number, 'question')} at risk even so{first}", style="red")
            titles = distinct_titles(self.at_risk)
            for entry in self.at_risk:
                yield cut(Text(f"  {plain_title(titles[entry.key])}"), width, signs.ellipsis)
                yield Text(f"    drill show {entry.key}", style="cyan")


def _bar(name: str, share: float, remark: str, signs: Glyphs, wide: bool) -> Iterator[Text]:
    line = Text(f"{name:<{_NAME}}")
    line.append(signs.filled(share, _BAR if wide else _BAR // 2), coverage_style(share))
    line.append(f" {percent(share):>5}", style="bold")
    if remark and wide:
        line.append(f"   {remark}", style="dim")
    yield line
    if remark and not wide:
        yield Text(f"{'':{_NAME}}{remark}", style="dim")


def _chosen(selection: Selection) -> str:
    """The selection of a plan, in words."""
    search = (f'"{selection.search}"',) if selection.search else ()
    return ", ".join((*selection.decks, *selection.tags, *selection.difficulties, *search))


def _rest(days: tuple[Day, ...]) -> str:
    new, repeats = sum(day.new for day in days), sum(day.repeats for day in days)
    return f"then {counted(len(days), 'day')}: {new} new, {repeats} again"

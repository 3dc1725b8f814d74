"""The plan until an interview: what will be known on the day, and what each day holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from drill.forecast import Day, Forecast
from drill.model import Entry
from drill.plans import Plan
from drill.terminal.console import Glyphs, glyphs
from drill.terminal.layout import cut, fill
from drill.terminal.summary import coverage_style
from drill.text import printable
from drill.wording import ahead, counted, percent, title

_DAYS = 14
_BAR = 20


@dataclass(frozen=True, slots=True)
class Outlook:
    """One interview: its plan, its forecast, and the questions most at risk."""

    plan: Plan
    forecast: Forecast
    minutes: int
    today: date
    at_risk: tuple[Entry, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The date, three bars, the days, and what is at risk or not met."""
        signs = glyphs(console)
        between = f" {signs.dot} "
        yield from fill(self._heading(), between, options.max_width)
        yield ""
        promised = self.forecast
        wide = options.max_width >= 60
        for name, share in (
            ("now", promised.now),
            ("doing nothing", promised.idle),
            ("by the plan", promised.planned),
        ):
            bar = signs.filled(share, _BAR if wide else _BAR // 2)
            line = Text.assemble(f"{name:<15}", (bar, coverage_style(share)))
            line.append(f" {percent(share):>5}", style="bold")
            if share is promised.planned and name == "by the plan":
                span = f"{promised.low:.0%} to {promised.high:.0%}".replace("%", " %")
                if wide:
                    line.append(f"   {span}, by how you forget", style="dim")
                else:
                    yield line
                    line = Text(f"{'':15}{span}", style="dim")
            yield line
        yield ""
        yield from self._days(signs, wide)
        yield from self._doubts(signs, options.max_width)
        yield Text("A simulation's estimate of recall: no plan has been tried on people.", "dim")

    def _heading(self) -> Iterator[Text]:
        days = (self.plan.on - self.today).days
        yield Text(printable(self.plan.name), style="bold")
        yield Text(f"{self.plan.on:%a %Y-%m-%d}")
        yield Text(ahead(days))
        yield Text(counted(self.forecast.questions, "question"))
        yield Text(f"{self.minutes} min a day")

    def _days(self, signs: Glyphs, wide: bool) -> Iterator[Text]:
        days = self.forecast.days
        most = max((day.new + day.repeats for day in days), default=0) or 1
        for day in days[:_DAYS]:
            on = self.today + timedelta(days=day.ahead)
            line = Text(f"{on:%a %d %b}  {day.new:>4} new {day.repeats:>4} again")
            if wide:
                line.append(f" {day.minutes:>5.0f} min  ", style="dim")
                line.append(signs.filled((day.new + day.repeats) / most, 10), style="cyan")
            yield line
        rest = days[_DAYS:]
        if rest:
            yield Text(_rest(rest), style="dim")

    def _doubts(self, signs: Glyphs, width: int) -> Iterator[Text]:
        promised = self.forecast
        if promised.unmet or promised.more * promised.questions >= 0.05:
            yield Text("")
        if promised.unmet:
            unmet = counted(promised.unmet, "question")
            yield Text(f"{unmet} will not be met in the time there is", style="yellow")
        gained = promised.more * promised.questions
        if gained >= 0.05:
            yield Text(f"a minute more a day: {gained:.1f} more questions known on the day")
        if self.at_risk:
            yield Text("")
            yield Text(f"at risk even so: {len(promised.at_risk)}, first", style="red")
            for entry in self.at_risk:
                yield cut(Text(f"  {title(entry)}"), width, signs.ellipsis)


def _rest(days: tuple[Day, ...]) -> str:
    new, repeats = sum(day.new for day in days), sum(day.repeats for day in days)
    return f"then {counted(len(days), 'day')}: {new} new, {repeats} again"

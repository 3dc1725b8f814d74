"""One whole question, for `drill show`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from drill.model import DAY_TURNS_AT, Attempt, Entry, Knowledge
from drill.reporting.humanize import ago, back, counted, days_between, duration, percent
from drill.schedule.plans import OnTheDay
from drill.terminal.console import Glyphs, glyphs
from drill.terminal.screen.page import TEXT_WIDTH
from drill.terminal.session.checklist import MARK_STYLES
from drill.terminal.session.parts import RATING_STYLES, label, prose
from drill.text import printable, printable_line

_ATTEMPTS = 5
_STATES = ("due", "crammed", "new")


@dataclass(frozen=True, slots=True)
class Whole:
    """A question with all its fields, the user's knowledge of it, and its last attempts.

    `on_the_day` is the forecast of a plan and replaces the due date; `by_plan` means that a plan
    exists, whether or not it includes this question.
    """

    entry: Entry
    knowledge: Knowledge | None
    attempts: Sequence[Attempt]
    now: datetime
    turn: timedelta = DAY_TURNS_AT
    on_the_day: OnTheDay | None = None
    by_plan: bool = False

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The parts below each other, each under its label, in lines of readable width."""
        signs = glyphs(console)
        width = min(options.max_width, TEXT_WIDTH)
        for part in self._parts(signs):
            yield from console.render(part, options.update(width=width))

    def _parts(self, signs: Glyphs) -> Iterator[RenderableType]:
        question = self.entry.question
        yield self._head(signs)
        yield ""
        yield prose(question.text, "bold")
        if question.options:
            yield from _part("Options", self._options(signs))
        if question.shown_answer:
            yield from _part("Answer", prose(question.shown_answer))
        if question.key_points:
            drafted = ", drafted: nobody has reviewed them yet" if question.drafted else ""
            yield from _part(f"Key points{drafted}", self._points(signs))
        if question.hint:
            yield from _part("Hint", prose(question.hint))
        if question.follow_ups:
            yield from _part("Follow-ups", *map(prose, question.follow_ups))
        if question.notes:
            yield from _part("Notes", prose(question.notes))
        yield from _part("History", *self._history(signs))
        yield ""
        yield Text(f"{printable_line(self.entry.path)}:{self.entry.line}", style="dim")
        if question.lines:
            first, last = question.lines
            where = f"line {first}" if first == last else f"lines {first} to {last}"
            yield Text(f"{where} of its document", style="dim")

    def _head(self, signs: Glyphs) -> Text:
        entry = self.entry
        facts = [
            printable(", ".join(entry.tags)),
            entry.question.difficulty or "",
            duration(entry.question.time) if entry.question.time else "",
        ]
        head = Text(printable(entry.key), style="cyan")
        for fact in filter(None, facts):
            head.append(f" {signs.dot} {fact}", style="dim")
        return head

    def _points(self, signs: Glyphs) -> RenderableType:
        """The key points, each with its last mark if its text has not changed since."""
        last = next((attempt for attempt in reversed(self.attempts) if attempt.points), None)
        marks = dict(last.points) if last else {}
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(width=1)
        table.add_column(overflow="fold")
        for point in self.entry.question.key_points:
            mark = marks.get(point.text)
            sign = Text(signs.of(mark), style=MARK_STYLES[mark]) if mark else Text(signs.dot)
            text = prose(point.text)
            table.add_row(sign, text, Text("bonus" if point.bonus else "", style="dim"))
        return table

    def _options(self, signs: Glyphs) -> RenderableType:
        """The options in the deck's order, with the correct ones and the last choice."""
        last = next((attempt for attempt in reversed(self.attempts) if attempt.choices), None)
        chosen = {choice.text for choice in last.choices if choice.chosen} if last else set()
        table = Table.grid(padding=(0, 1, 0, 0))
        table.add_column(width=1)
        table.add_column(overflow="fold")
        for option in self.entry.question.options:
            sign = Text(signs.right, style="green") if option.correct else Text(signs.dot)
            said = "yours" if option.text in chosen else ""
            table.add_row(sign, prose(option.text), Text(said, style="dim"))
        return table

    def _history(self, signs: Glyphs) -> Iterator[Text]:
        if not self.attempts:
            yield Text("never asked", style="dim")
            return
        asked = counted(len(self.attempts), "attempt")
        state = back(self.knowledge, self.now, self.turn)
        if state not in _STATES:
            state = f"comes back {state}" + (", outside the plan" if self.by_plan else "")
        if day := self.on_the_day:
            state = f"on {day.on.day} {day.on:%b} {percent(day.recall)}, as it stands"
        yield Text(f"{asked} {signs.dot} {state}")
        for attempt in reversed(self.attempts[-_ATTEMPTS:]):
            days = days_between(attempt.scored_at, self.now, self.turn)
            yield _attempt(attempt, days, signs)


def _part(name: str, *content: RenderableType) -> Iterator[RenderableType]:
    yield ""
    yield label(name)
    for part in content:
        yield Padding(part, (0, 0, 0, 2))


def _attempt(attempt: Attempt, days: int, signs: Glyphs) -> Text:
    """One past attempt on a line: day, coverage, rating, confidence, time taken."""
    line = Text(f"{ago(days):<14} ", style="dim")
    if attempt.rating is None:
        return line.append("skipped")
    line.append(f"{percent(attempt.coverage):>5} ", style="not dim")
    line.append(attempt.rating.name.lower(), style=f"not dim {RATING_STYLES[attempt.rating]}")
    facts = [
        f"{attempt.confidence} % sure" if attempt.confidence is not None else "",
        duration(attempt.seconds),
        "with the hint" if attempt.assisted else "",
        "self-rated" if attempt.self_rated else "",
        "something wrong" if attempt.wrong else "",
    ]
    for fact in filter(None, facts):
        line.append(f" {signs.dot} {fact}")
    return line

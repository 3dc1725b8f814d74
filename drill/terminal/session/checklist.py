"""The parts of the marking page: key points, follow-up, score."""

from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, OverflowMethod, RenderResult
from rich.text import Text

from drill.markdown.markup import plain
from drill.model import Mark
from drill.reporting.humanize import percent
from drill.session import Answer
from drill.terminal.console import glyphs
from drill.terminal.layout import fill
from drill.terminal.session import proposals
from drill.terminal.session.parts import RATING_STYLES
from drill.terminal.speech.own_words import where_to_look

MARK_STYLES = {Mark.SAID: "green", Mark.PARTLY: "yellow", Mark.MISSED: ""}
_CAPS_GAP = 3


@dataclass(frozen=True, slots=True)
class Checklist:
    """The key points with their marks, and the user's sentence nearest to the `looked` point.

    `one_line_each` cuts all other points to one line, for a small screen.
    """

    answer: Answer
    one_line_each: bool = False
    looked: int | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lay the points out in columns: key, mark, point, bonus."""
        from rich.table import Table

        signs = glyphs(console)
        table = Table.grid(padding=(0, 1, 0, 0), expand=True)
        proposal = self.answer.proposal
        table.add_column(width=1, style="bold")
        table.add_column(width=1)
        if proposal:
            table.add_column(width=1, style="dim")
        overflow: OverflowMethod = "ellipsis" if self.one_line_each else "fold"
        table.add_column(ratio=1, no_wrap=self.one_line_each, overflow=overflow)
        if not self.one_line_each:
            table.add_column(justify="right", style="dim", no_wrap=True)
        points = self.answer.points
        for number, (point, mark) in enumerate(zip(points, self.answer.marks, strict=True), 1):
            text = Text(plain(point.text), style=MARK_STYLES[mark])
            is_looked = number - 1 == self.looked
            if is_looked:
                text.no_wrap, text.overflow = False, "fold"
                if self.one_line_each and point.bonus:
                    text.append(" bonus", style="dim")
                if words := where_to_look(self.answer, point):
                    text.append(f"\n{words}", style="dim italic")
            signs_shown = [Text(signs.of(mark), style=MARK_STYLES[mark])]
            if proposal:
                verdict = proposal.verdicts[number - 1]
                signs_shown.append(Text(proposals.sign(verdict, signs)))
                if not self.one_line_each:
                    text.append(f"\n{proposals.in_words(verdict)}", style="dim")
            bonus = "bonus" if point.bonus else ""
            if self.one_line_each and is_looked:
                cells = [text]
            elif self.one_line_each:
                width = options.max_width - 2 * len(table.columns) + 2
                cells = [_with_bonus(text, width, bonus)]
            else:
                cells = [text, Text(bonus)]
            table.add_row(str(number), *signs_shown, *cells)
        yield table


def _with_bonus(text: Text, width: int, bonus: str) -> Text:
    """One line of `width` columns ending with `bonus`; the text is cut if necessary."""
    if bonus:
        text.truncate(max(1, width - len(bonus) - 1), overflow="ellipsis", pad=True)
        text.append(f" {bonus}", style="dim")
    return text


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """The follow-up question of an interview, marked as a whole; empty if none was asked."""

    answer: Answer

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """One line: key, mark, question."""
        if self.answer.follow_up is None:
            return
        mark = self.answer.next_mark
        style = MARK_STYLES[mark]
        line = Text.assemble(("t ", "bold"), (glyphs(console).of(mark), style))
        line.append(" follow-up: ", style="dim").append(plain(self.answer.follow_up), style)
        line.no_wrap, line.overflow = True, "ellipsis"
        yield line


@dataclass(frozen=True, slots=True)
class Score:
    """The coverage and rating as marked so far, right-aligned, with what caps them."""

    answer: Answer

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """One line, or two with the caps above the score on a narrow screen."""
        caps = [Text(cap, "dim") for cap in self.caps]
        score = self._score()
        width = options.max_width
        lines = list(fill(caps, "; ", width))
        if len(lines) == 1 and lines[0].cell_len + _CAPS_GAP + score.cell_len <= width:
            lines, score = [], Text.assemble(lines[0], " " * _CAPS_GAP, score)
        for line in (*lines, score):
            line.justify = "right"
            if line.plain:
                yield line

    @property
    def caps(self) -> tuple[str, ...]:
        """The reasons that cap the score or cast doubt on it."""
        answer = self.answer
        caps = (
            ("something wrong: at most 50 %", answer.wrong),
            ("hint: at most good", answer.assisted),
            ("over time: at most good", answer.over > 0),
            ("drafted points", answer.entry.question.drafted and bool(answer.points)),
        )
        return tuple(cap for cap, holds in caps if holds)

    def _score(self) -> Text:
        answer, line = self.answer, Text()
        if answer.coverage is not None and answer.final_rating is not None:
            measure = "coverage" if answer.is_measured else "self-rated"
            line.append(f"{measure} {percent(answer.coverage)}", style="bold")
            line.append(" · ")
            line.append(answer.final_rating.name.lower(), style=RATING_STYLES[answer.final_rating])
        return line

"""The page of a review: the answer on the left, its key points on the right or below."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.rule import Rule
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from drill.markdown.markup import plain
from drill.model import Entry
from drill.points.review import Review, letter_runs
from drill.terminal.console import Glyphs, glyphs
from drill.terminal.keys.keymap import footer, helped
from drill.terminal.keys.review_bindings import REVIEWING
from drill.terminal.screen.line_editor import Line
from drill.terminal.screen.page import TEXT_WIDTH, Lines, Page
from drill.terminal.session.parts import KeyLine, key_list, label, prose
from drill.text import printable

BESIDE = 100
"""The fewest columns for points beside the answer."""
MOST = 2 * TEXT_WIDTH + 3
_MARGINS = 4
_AROUND = 3  # lines: the header with its blank line, and the rule above the keys
_LEAST = 4  # lines for answer and points, if need be out of sight
_ENOUGH = 0.6  # the share of a text's words that lines must contain to be its place
_NUMBERED = 9  # rows that a digit selects
_LONGEST = 6  # lines: the most that one sentence may fill


class AnswerPane:
    """The question and its answer as lines, and the first visible one."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, int], Lines] = {}
        self._top = 0
        self._looked: tuple[str, str] = ("", "")
        self._height = 1

    def page(self, pages: int) -> None:
        """Scroll by a number of screens."""
        self._top += pages * max(1, self._height - 1)

    def window(self, console: Console, entry: Entry, looked: str, width: int, height: int) -> Lines:
        """The `height` visible lines, with the text `looked` highlighted and scrolled into view.

        Scrolling by hand holds until `looked` changes. Below its beginning the question's title
        takes the first line.
        """
        lines = self._rendered(console, entry, width - 2)
        place = _place(lines, looked)
        if (entry.key, looked) != self._looked:
            if entry.key != self._looked[0]:
                self._top = 0
            covered = self._top + (self._top > 0)
            if place and not (covered <= place.start and place.stop <= self._top + height):
                self._top = max(0, place.start - height // 3)
            self._looked = entry.key, looked
        self._height = height
        self._top = min(max(0, self._top), max(0, len(lines) - height))
        seen = range(self._top, min(len(lines), self._top + height))
        signs = glyphs(console)
        marked = []
        for number in seen:
            line, gutter = lines[number], signs.beside if number in place else " "
            if number == seen.start > 0:
                line, gutter = _one_line(console, entry.question.title, width - 2), signs.up
            elif number == seen.stop - 1 < len(lines) - 1:
                gutter = signs.down
            marked.append([Segment(f"{gutter} ", Style(color="cyan")), *line])
        return marked + [[Segment(" " * width)] for _ in range(height - len(marked))]

    def height_of(self, console: Console, entry: Entry, width: int) -> int:
        """The total number of lines."""
        return len(self._rendered(console, entry, width - 2))

    def _rendered(self, console: Console, entry: Entry, width: int) -> Lines:
        name = entry.key, width
        if name not in self._lines:
            question = entry.question
            parts = [prose(question.text, "bold"), "", prose(question.answer or "")]
            options = console.options.update(width=width, height=None)
            self._lines = {name: [
                line for part in parts for line in console.render_lines(part, options)
            ]}  # fmt: skip
        return self._lines[name]


def _one_line(console: Console, title: str, width: int) -> list[Segment]:
    text = Text(plain(title), style="bold", no_wrap=True, overflow="ellipsis")
    return console.render_lines(text, console.options.update(width=width, height=None))[0]


def _place(lines: Lines, text: str) -> range:
    """The range of lines that contains most words of `text`; empty if none does."""
    runs = letter_runs(plain(text))
    if len(runs) < 4:
        return range(0)
    shared = [runs & letter_runs("".join(segment.text for segment in line)) for line in lines]
    for length in range(1, _LONGEST + 1):
        shares = [
            len(frozenset[str]().union(*shared[at : at + length])) / len(runs)
            for at in range(max(1, len(shared) - length + 1))
        ]
        if shares and max(shares) >= _ENOUGH + 0.05 * length:
            at = shares.index(max(shares))
            return range(at, at + length)
    return range(0)


@dataclass(frozen=True, slots=True)
class Rows:
    """The points and the unused sentences around the selected row, as many as fit."""

    state: Review
    height: int
    editing: Line | None = None

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Lay out all rows and yield those around the selected one."""
        lines, looked = self._laid_out(console, options)
        top = min(max(0, looked.stop + 1 - self.height), looked.start)
        seen = lines[top : top + self.height]
        signs = glyphs(console)
        if top:
            seen[0] = _with_sign(seen[0], signs.up)
        if top + self.height < len(lines):
            seen[-1] = _with_sign(seen[-1], signs.down)
        for line in seen:
            yield from (*line, Segment.line())

    def _laid_out(self, console: Console, options: ConsoleOptions) -> tuple[Lines, range]:
        signs = glyphs(console)
        points = self.state.sheet.points
        lines: Lines = []
        looked = range(0)
        for row, (head, text) in enumerate(self._rows(signs)):
            if row in {0, len(points)}:
                lines += console.render_lines(self._title(row), options)
            start = len(lines)
            rest = options.update(width=options.max_width - head.cell_len)
            for number, line in enumerate(console.render_lines(text, rest)):
                gutter = head if number == 0 else Text(" " * head.cell_len)
                lines.append([*gutter.render(console), *line])
            if row == self.state.row:
                looked = range(max(0, start - (row in {0, len(points)})), len(lines))
        return lines, looked

    def _title(self, row: int) -> Text:
        if row == 0 and self.state.sheet.points:
            drafted = self.state.sheet.result.drafted
            return Text.assemble(("Key points", "cyan"), ("  drafted" if drafted else "", "dim"))
        return label("Also in the answer")

    def _rows(self, signs: Glyphs) -> Iterator[tuple[Text, Text]]:
        sheet = self.state.sheet
        for row, text in enumerate(sheet.rows):
            is_looked = row == self.state.row
            is_point = row < len(sheet.points)
            pointer = signs.pointer if is_looked else " "
            number = str(row + 1) if row < _NUMBERED else " "
            sign = signs.said if is_point else signs.missed
            head = Text.assemble((f"{pointer} ", "bold"), f"{number} {sign} ")
            if is_looked and self.editing:
                yield head, _edited(self.editing)
                continue
            shown = Text(plain(text), style="bold" if is_looked else "" if is_point else "dim")
            if is_point and sheet.points[row].bonus:
                shown.append("  bonus", style="not bold dim")
            yield head, shown


def _with_sign(line: list[Segment], sign: str) -> list[Segment]:
    """The line with `sign` in the empty cell before it; a title has none, and stays."""
    text = line[0].text if line else ""
    if not text.startswith(" "):
        return line
    return [Segment(sign, Style(color="cyan")), Segment(text[1:], line[0].style), *line[1:]]


def _edited(line: Line) -> Text:
    """A line being edited, with the cursor in reverse video."""
    text = Text(f"{printable(line.text)} ")
    text.stylize("reverse", line.at, line.at + 1)
    return text


@dataclass(frozen=True, slots=True)
class Panes:
    """Answer and rows: side by side on a wide screen, else one above the other."""

    answer: AnswerPane
    entry: Entry
    rows: Rows
    height: int
    beside: bool

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Exactly `height` lines."""
        looked = self.rows.state.sheet.rows[self.rows.state.row :][:1]
        text = looked[0] if looked else ""
        width = options.max_width
        if self.beside:
            left = min(TEXT_WIDTH + 2, (width - 3) * 11 // 20)
            right = console.render_lines(self.rows, options.update(width=width - left - 3))
            lines = self.answer.window(console, self.entry, text, left, self.height)
            for number, line in enumerate(lines):
                padded = Segment.adjust_line_length(line, left)
                bar = Segment(f" {glyphs(console).upright} ", Style(dim=True))
                yield from (*padded, bar, *(right[number : number + 1] or [[]])[0], Segment.line())
            return
        below = console.render_lines(self.rows, options.update(width=width))
        room = self.height - len(below) - 1
        wanted = self.answer.height_of(console, self.entry, width)
        yield from _lines(self.answer.window(console, self.entry, text, width, min(wanted, room)))
        yield Rule(style="dim", characters=glyphs(console).rule)
        yield from _lines(below)


def _lines(lines: Lines) -> Iterator[Segment]:
    for line in lines:
        yield from (*line, Segment.line())


def question_page(
    console: Console,
    state: Review,
    entry: Entry,
    answer: AnswerPane,
    *,
    editing: Line | None = None,
    adding: Line | None = None,
    message: str = "",
) -> Page:
    """The current question, filling the screen."""
    columns, height = console.size
    pairs = (
        [("enter", "take it"), ("escape", "leave it as it was")]
        if editing or adding
        else footer(REVIEWING)
    )
    keys = KeyLine(pairs)
    options = console.options.update(width=min(columns - _MARGINS, MOST))
    last = [Text(message, style="yellow")] if message else []
    if adding:
        last += [Text.assemble(("new point  ", "cyan"), _edited(adding))]
    rule = Rule(style="dim", characters=glyphs(console).rule)
    dock: list[RenderableType] = [rule, keys, *last]
    docked = sum(len(console.render_lines(part, options)) for part in dock[1:])
    room = max(_LEAST, height - _AROUND - docked)
    beside = columns >= BESIDE
    rows = Rows(state, room if beside else max(3, room // 2), editing)
    body = [Panes(answer, entry, rows, room, beside)]
    return Page(
        f"review {state.index}",
        _header(state, entry, options.max_width, glyphs(console)),
        body,
        dock,
        most=MOST,
        scrolls=False,
    )


def _header(state: Review, entry: Entry, width: int, signs: Glyphs) -> Text:
    number = f"{state.index + 1} of {len(state.sheets)} {signs.dot} {state.done} done"
    right = Text(number, style="cyan")
    left = Text(printable(entry.deck_title), style="bold")
    left.truncate(max(0, width - right.cell_len - 2), overflow="ellipsis", pad=True)
    return Text.assemble(left, "  ", right)


def end_page(state: Review) -> Page:
    """The page after the last question."""
    count = f"{state.done} of {len(state.sheets)}"
    body: list[RenderableType] = [Text(f"{count} drafts reviewed; the others stay drafts.")]
    keys = KeyLine((("u", "undo"), ("left", "back"), ("any other key", "ends")))
    return Page("review end", label("Done"), body, ["", keys], scrolls=False)


def keys_page() -> Page:
    """All keys of a review."""
    table = key_list(helped(REVIEWING))
    dock: list[RenderableType] = ["", Text("any key goes back", style="dim")]
    return Page("review keys", label("Keys"), [table], dock, scrolls=False)

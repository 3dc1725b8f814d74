"""A full-screen page, and the layout of its parts on the lines available."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.console import (
    Console,
    ConsoleDimensions,
    ConsoleOptions,
    RenderableType,
    RenderResult,
)
from rich.rule import Rule
from rich.segment import Segment
from rich.text import Text

Lines = list[list[Segment]]

# Longer lines are hard to read; a wider screen shows a second column or stays empty.
TEXT_WIDTH = 96
MARGIN = 2
_WIDE = 160
"""The fewest columns for two texts side by side."""
_GAP = 4


@dataclass(frozen=True, slots=True)
class Page:
    """The content of a screen: `body` scrolls if it does not fit, `dock` is always visible.

    `top` identifies the page: a new one starts unscrolled. `title` appears above a scrolled body.
    `beside` is always visible too: above the dock, or right of the body on a wide screen. Where
    dock and `beside` would take more than half of a small screen, `compact` is shown instead of
    this page. `most` is the maximum text width in columns. `more` is the key that scrolls on; a
    page with `scrolls` False handles arrow and paging keys itself. When `brought` changes, part
    `focus` of the body is scrolled into view.
    """

    top: str
    header: RenderableType
    body: Sequence[RenderableType]
    dock: Sequence[RenderableType]
    compact: "Page | None" = None
    beside: Sequence[RenderableType] = ()
    title: str = ""
    most: int = TEXT_WIDTH
    scrolls: bool = True
    more: str = "space"
    focus: int = 0
    brought: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A page as lines: its body has `height` lines, is scrolled by `scroll` and shows `room`."""

    lines: Lines
    scroll: int = 0
    room: int = 0
    height: int = 0

    @property
    def below(self) -> int:
        """The number of body lines below the visible ones."""
        return max(0, self.height - self.room - self.scroll)

    @property
    def fits(self) -> bool:
        """Whether the whole body is visible."""
        return self.height <= self.room


@dataclass(frozen=True, slots=True)
class Later:
    """A renderable created on rendering, and so in the composing thread."""

    make: Callable[[], RenderableType]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Create and render it."""
        yield self.make()


def text_width(console: Console, most: int = TEXT_WIDTH) -> int:
    """The maximum text width in columns."""
    return min(console.width - 2 * MARGIN, most)


def compose(console: Console, page: Page, scroll: int, *, to_focus: bool = False) -> Composed:
    """Lay out the page for the console's screen, with `scroll` limited to its length.

    `to_focus` scrolls further until the focus is visible.
    """
    columns, rows = console.size
    if columns >= _WIDE and page.beside and (wide := _side_by_side(console, page, scroll)):
        return wide
    width = text_width(console, page.most)
    header = _render(console, [page.header, ""], width)
    body = _render(console, page.body, width)
    # At least one line separates a scrolling body from the rest and shows the position.
    divider, *rest = [*page.beside, *page.dock] or [""]
    is_rule = isinstance(divider, Rule)
    dock = _render(console, rest if is_rule else [divider, *rest], width)
    above = len(header) + len(dock) + is_rule
    while is_rule and body and above + len(body) > rows and not _is_seen(body[-1]):
        del body[-1]  # an empty line is not worth scrolling to
    fits = above + len(body) <= rows
    if not fits and len(dock) + is_rule > rows // 2:
        if page.compact is not None:
            return compose(console, page.compact, scroll)
        if len(dock) + len(header) + 2 > rows:
            body, dock = body + dock[:-1], dock[-1:]  # everything but the last line scrolls
    room = max(1, rows - len(header) - len(dock) - (is_rule or not fits))
    if to_focus:
        start = len(_render(console, page.body[: page.focus], width))
        end = len(_render(console, page.body[: page.focus + 1], width))
        scroll = min(start, max(scroll, end - room))
    shown = _scrolled(console, page, header, body, room, scroll)
    if is_rule or not shown.fits:
        dock = _render(console, [_divider(shown, page.more)], width) + dock
    return _filled(console, shown, [*shown.lines, *dock])


def _side_by_side(console: Console, page: Page, scroll: int) -> Composed | None:
    """The body on the left, `beside` on the right; None if `beside` is too long."""
    columns, rows = console.size
    left = MARGIN + TEXT_WIDTH + _GAP
    right = min(columns - left - MARGIN, TEXT_WIDTH)
    whole = left - MARGIN + right
    header = _render(console, [page.header, ""], whole)
    dock = _render(console, page.dock, whole)
    beside = [part for part in page.beside if not isinstance(part, Rule)]
    at_right = [line[1:] for line in _render(console, ["", *beside], right)]
    room = max(1, rows - len(header) - len(dock) - 1)
    if len(at_right) > room:
        return None
    body = _render(console, page.body, TEXT_WIDTH)
    shown = _scrolled(console, page, header, body, room, scroll)
    seen = shown.lines[len(header) :]
    lines = [
        [*Segment.adjust_line_length(seen[row] if row < len(seen) else [], left), *line]
        for row, line in enumerate(at_right)
    ]
    lines = [*shown.lines[: len(header)], *lines, *seen[len(lines) :]]
    return _filled(
        console, shown, [*lines, *_render(console, [_divider(shown, page.more)], whole), *dock]
    )


def _scrolled(  # noqa: PLR0917
    console: Console, page: Page, header: Lines, body: Lines, room: int, scroll: int
) -> Composed:
    """The header and the visible part of the body, with arrows at the right if there is more."""
    below = max(0, len(body) - room)
    scroll = min(max(0, scroll), below)
    seen = body[scroll : scroll + room]
    if below:
        plain = console.options.ascii_only
        width = text_width(console) + MARGIN
        seen = [Segment.adjust_line_length(line, width) for line in seen]
        if scroll > 0:
            seen[0] = [*seen[0], Segment(" ^" if plain else " ↑")]
        if scroll < below:
            seen[-1] = [*seen[-1], Segment(" v" if plain else " ↓")]
    if scroll and page.title:
        title = Text(page.title, style="dim bold", no_wrap=True, overflow="ellipsis")
        header = [*header[:-1], *_render(console, [title], text_width(console))]
    return Composed([*header, *seen], scroll, room, len(body))


def _divider(shown: Composed, more: str) -> Rule:
    """The line below the body, with the position if it scrolls."""
    if shown.fits:
        return Rule(style="dim")
    said = f"lines {shown.scroll + 1}-{shown.scroll + shown.room} of {shown.height}"
    said += f", {more} for more" if shown.below else ", the end"
    return Rule(Text(said, style="cyan"), style="dim", align="right")


def _is_seen(line: list[Segment]) -> bool:
    return any(segment.text.strip() for segment in line)


def _filled(console: Console, shown: Composed, lines: Lines) -> Composed:
    """The lines padded to the whole screen."""
    columns, rows = console.size
    lines = lines[:rows] + [[] for _ in range(rows - len(lines))]
    lines = [Segment.adjust_line_length(line, columns) for line in lines]
    return Composed(lines, shown.scroll, shown.room, shown.height)


def compose_lent(console: Console, page: Page, rows: int, scroll: int | None) -> Composed:
    """Lay out the page above a text being typed, in at most `rows` lines.

    `scroll` None starts at its focus.
    """
    lines = _render(console, [page.header, "", *page.body, *page.dock], text_width(console))
    if len(lines) <= rows:
        return Composed(lines)
    console.size = ConsoleDimensions(console.width, rows)
    return compose(console, page, scroll or 0, to_focus=scroll is None and bool(page.brought))


def _render(console: Console, renderables: Sequence[RenderableType], width: int) -> Lines:
    options = console.options.update(width=width, height=None)
    return [
        [Segment(" " * MARGIN), *line]
        for renderable in renderables
        for line in console.render_lines(renderable, options)
    ]

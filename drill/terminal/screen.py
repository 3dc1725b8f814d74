"""The full screen: a header, a body that scrolls, a dock of lines at the foot; no flicker."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass

from rich.console import Console, RenderableType
from rich.segment import Segment, SegmentLines

from drill.terminal import bindings, keys
from drill.terminal.keys import Keys

Lines = list[list[Segment]]

# Longer lines are hard to read; what is wider stays empty.
TEXT_WIDTH = 96
_MARGIN = 2


@dataclass(frozen=True, slots=True)
class Page:
    """What a screen shows: `body` scrolls when it does not fit, `dock` is always in sight.

    `top` names the page: another one begins at its first line. `compact` is shown instead where the
    dock would take more than half of a screen that is too small for all.
    """

    top: str
    header: RenderableType
    body: Sequence[RenderableType]
    dock: Sequence[RenderableType]
    compact: "Page | None" = None


class Screen:
    """The alternate screen of a terminal, with its keys."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._keys: Keys | None = None
        self._held = ExitStack()
        self._shown: Lines = []
        self._page: Page | None = None
        self._scroll = 0
        self._room = 0
        self._height_of_body = 0

    @contextmanager
    def open(self) -> Iterator["Screen"]:
        """Take the screen and the keys; give both back at the end, whatever happens."""
        try:
            self._take()
            yield self
        finally:
            self._give_back()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Give screen and keys to another program, or to the shell, for the length of the block."""
        self._give_back()
        try:
            yield
        finally:
            self._take()

    @contextmanager
    def lent(self, page: Page) -> Iterator[str | None]:
        """Draw the page from the top and lend keys and cursor to who writes below it.

        Whoever gets an interrupt or a hang-up in place of None, which came while nobody read keys,
        must not begin.
        """
        lent, self._keys = self._keys, None
        self._held.close()
        ended = lent.unread_end() if lent else None
        console = self.console
        dock = self._render(page.dock, self.width)
        body = self._render([page.header, "", *page.body], self.width)
        # Half of the screen is for writing.
        body = body[: max(1, console.size.height // 2 - len(dock))]
        console.clear()
        console.print(SegmentLines(body + dock, new_lines=True), end="")
        console.show_cursor(True)
        try:
            yield ended
        finally:
            console.show_cursor(False)
            self._keys = self._held.enter_context(keys.reading())
            self._shown = []

    def suspend(self) -> None:
        """Stop as Ctrl-Z does, the terminal as it was before; returns when drill goes on."""
        with self.aside():
            keys.stop_process()

    def _take(self) -> None:
        self.console.set_alt_screen(True)
        self.console.show_cursor(False)
        self._keys = self._held.enter_context(keys.reading())
        self._shown = []

    def _give_back(self) -> None:
        self._keys = None
        self._held.close()
        with suppress(OSError):  # the terminal may be gone
            self.console.show_cursor(True)
            self.console.set_alt_screen(False)

    @property
    def width(self) -> int:
        """The columns that text may fill."""
        return min(self.console.width - 2 * _MARGIN, TEXT_WIDTH)

    def show(self, page: Page) -> None:
        """Draw the page, only the lines that changed; the same page keeps its place."""
        if self._page is None or page.top != self._page.top:
            self._scroll = 0
        self._page = page
        lines = self._compose(page)
        start = None
        for row in range(len(lines) + 1):
            same = row == len(lines) or (row < len(self._shown) and lines[row] == self._shown[row])
            if same and start is not None:
                self.console.update_screen_lines(lines[start:row], 0, start)
                start = None
            elif not same and start is None:
                start = row
        self._shown = lines

    def key(self, seconds: float | None) -> str | None:
        """The next key that is not for the screen itself; None when `seconds` have passed.

        Scrolling, resizing and suspending are done here. A resize counts as time passed.
        """
        if self._keys is None:
            raise RuntimeError("the screen is not open")
        key = self._keys.get(seconds)
        step = bindings.SCROLLING.acts.get(key or "")
        page = {keys.PAGE_UP: -1, keys.PAGE_DOWN: 1}.get(key or "")
        if key == keys.RESIZE:
            self._shown = []
            return None
        if step is not None:
            self._scroll += step
        elif page is not None:
            self._scroll += page * max(1, self._room - 1)
        elif key == keys.HOME:
            self._scroll = 0
        elif key == keys.END:
            self._scroll = self._height_of_body
        else:
            return key
        return None

    def _render(self, renderables: Sequence[RenderableType], width: int) -> Lines:
        options = self.console.options.update(width=width, height=None)
        return [
            [Segment(" " * _MARGIN), *line]
            for renderable in renderables
            for line in self.console.render_lines(renderable, options)
        ]

    def _compose(self, page: Page) -> Lines:
        columns, rows = self.console.size
        header = self._render([page.header, ""], self.width)
        body = self._render(page.body, self.width)
        dock = self._render(page.dock, self.width)
        if len(dock) > rows // 2 and len(header) + len(body) + len(dock) > rows:
            if page.compact is not None:
                return self._compose(page.compact)
            body, dock = body + dock[:-1], dock[-1:]  # all scrolls but the last line
        self._room = max(1, rows - len(header) - len(dock))
        self._height_of_body = len(body)
        below = max(0, len(body) - self._room)
        self._scroll = min(max(0, self._scroll), below)
        seen = body[self._scroll : self._scroll + self._room]
        if below:
            seen = self._with_arrows(seen, below)
        lines = (header + seen + dock)[:rows]
        lines += [[] for _ in range(rows - len(lines))]
        return [Segment.adjust_line_length(line, columns) for line in lines]

    def _with_arrows(self, seen: Lines, below: int) -> Lines:
        """The visible part of a body, an arrow at its right where there is more."""
        plain = self.console.options.ascii_only
        marked = [Segment.adjust_line_length(line, self.width + _MARGIN) for line in seen]
        if self._scroll > 0:
            marked[0] = [*marked[0], Segment(" ^" if plain else " ↑")]
        if self._scroll < below:
            marked[-1] = [*marked[-1], Segment(" v" if plain else " ↓")]
        return marked

"""The full screen: header, scrolling body and docked lines, drawn without flicker."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from time import monotonic
from typing import Literal, NamedTuple, TypeVar, cast

from rich.console import Console, ConsoleDimensions, RenderableType
from rich.segment import SegmentLines

from drill.terminal.keys import bindings, keys
from drill.terminal.keys.keys import Keys
from drill.terminal.screen.page import Composed, Lines, Page, compose, compose_lent, text_width
from drill.terminal.screen.prefetch import Work

T = TypeVar("T")

_ColorSystem = Literal["auto", "standard", "256", "truecolor", "windows"] | None
BLINK = 0.1
"""Seconds that a new page must be visible before a key can be meant for it."""
_DRAWN_WITHIN = 0.25
"""Seconds to wait for a page before keys that end the session are read."""
_LOOKED_EVERY = 0.05
_LEAST = 5
"""The fewest lines for typing, however long the question."""
_LOW = 20
"""On a screen with fewer lines, the question gives way to the typed text."""
_ENDINGS = frozenset(("q", keys.INTERRUPT, keys.HANG_UP, keys.TERMINATE, keys.END_OF_INPUT))
_OUTSIDE = frozenset((keys.INTERRUPT, keys.SUSPEND, keys.HANG_UP, keys.TERMINATE, keys.RESIZE))


class Lent(NamedTuple):
    """The inputs for the lines above an answer being written."""

    page: Page
    size: ConsoleDimensions
    scroll: int | None


class Above(NamedTuple):
    """These lines with their colours; `scroll` is their offset in the page, `room` their number."""

    lines: list[str]
    scroll: int
    room: int


class Screen:
    """The alternate screen of a terminal, with its keys.

    Pages are composed in a thread, so that keys that end the session work during slow layout.
    Keys typed before a page appears, or within a blink after it, are dropped.
    """

    def __init__(self, console: Console, clock: Callable[[], float] = monotonic) -> None:
        self.console = console
        self._clock = clock
        self._fresh_until = 0.0
        self._composing: Work[Composed] | None = None
        self._gone = False  # the terminal
        self._keys: Keys | None = None
        self._held = ExitStack()
        self._shown: Lines = []
        self._page: Page | None = None
        self._scroll = 0
        self._composed = Composed([])
        self._above: tuple[Lent, Above] | None = None

    @contextmanager
    def open(self) -> Iterator["Screen"]:
        """Take over the screen and the keys; always restore them at the end."""
        with keys.signals_noted():
            try:
                self._take()
                yield self
            finally:
                self._give_back()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Hand screen and keys to another program or the shell inside the block."""
        self._give_back()
        try:
            yield
        finally:
            self._take()

    @contextmanager
    def lent(self, page: Page) -> Iterator[str | None]:
        """Lend screen, keys and cursor to a text editor below the page; `above` lays out the page.

        Yields None, or the interrupt or hang-up received while no keys were being read: the caller
        must then not start.
        """
        ended = self._end_before(Work(lambda: self.above(page)))
        lent, self._keys = self._keys, None
        if lent:
            lent.drop()
            ended = ended or lent.unread_end()
        self._held.close()
        with self._if_there():
            self.console.show_cursor(True)
        try:
            yield ended
        finally:
            # The text is saved: from here on the terminal may be gone.
            with self._if_there():
                self.console.show_cursor(False)
            self._keys = self._held.enter_context(keys.reading())
            self._shown = []
            self._page = None

    def above(self, page: Page, scroll: int | None = None) -> Above:
        """The lines of a page above the text being written; `scroll` None starts at its focus."""
        rows = self.console.height
        room = max(1, rows // 2, rows - _LEAST - 3 if rows < _LOW else 0)
        lent = Lent(page, self.console.size, scroll)
        if self._above is None or self._above[0] != lent:
            aside = self.twin()
            composed = compose_lent(aside, page, room, scroll)
            with aside.capture() as captured:
                aside.print(SegmentLines(composed.lines, new_lines=True), end="")
            lines = captured.get().split("\n")[:-1]
            self._above = (lent, Above(lines, composed.scroll, composed.room))
        return self._above[1]

    def suspend(self) -> None:
        """Suspend the process as Ctrl-Z does, the terminal restored; returns when it continues."""
        with self.aside():
            keys.stop_process()

    def leave_behind(self, shown: RenderableType) -> None:
        """Print to the normal screen, after `open`; nothing if the terminal is gone."""
        with self._if_there():
            self.console.print(shown)

    def _take(self) -> None:
        with self._if_there():
            self.console.set_alt_screen(True)
            self.console.show_cursor(False)
        self._keys = self._held.enter_context(keys.reading())
        self._shown = []
        self._page = None

    def _give_back(self) -> None:
        self._keys = None
        self._held.close()
        with self._if_there():
            self.console.show_cursor(True)
            self.console.set_alt_screen(False)

    @contextmanager
    def _if_there(self) -> Iterator[None]:
        """Write to the terminal; if it is gone, `key` reports a hang-up."""
        try:
            yield
        except OSError:
            self._gone = True

    @property
    def width(self) -> int:
        """The maximum text width in columns."""
        return text_width(self.console)

    @property
    def fits(self) -> bool:
        """Whether the whole page is visible."""
        return self._composed.fits

    def twin(self) -> Console:
        """A second console like this one: a console is locked while it renders."""
        console = self.console
        return Console(
            file=console.file,
            width=console.width,
            height=console.height,
            force_terminal=console.is_terminal,
            color_system=cast(_ColorSystem, console.color_system),
            no_color=console.no_color,
            legacy_windows=console.legacy_windows,
            markup=False,
            emoji=False,
            highlight=False,
        )

    def show(self, page: Page) -> None:
        """Draw the changed lines of the page; the same page keeps its scroll position.

        A page that takes long to compose is drawn by `key`.
        """
        before = self._page
        is_new = not before or page.top != before.top
        to_focus = bool(page.brought) and (not before or is_new or page.brought != before.brought)
        if is_new:
            self._scroll = 0
            self._fresh_until = float("inf")  # keys count only once it is drawn
        self._page = page
        scroll, aside = self._scroll, self.twin()
        self._composing = Work(lambda: compose(aside, page, scroll, to_focus=to_focus))
        if self._composing.wait(_DRAWN_WITHIN):
            self._draw()

    def _draw(self) -> None:
        """Draw the composed page."""
        if self._composing is None:
            return
        self._composed, self._composing = self._composing.result(), None
        lines, self._scroll = self._composed.lines, self._composed.scroll
        start = None
        with self._if_there():
            for row in range(len(lines) + 1):
                same = row == len(lines) or (
                    row < len(self._shown) and lines[row] == self._shown[row]
                )
                if same and start is not None:
                    self.console.update_screen_lines(lines[start:row], 0, start)
                    start = None
                elif not same and start is None:
                    start = row
        self._shown = lines
        if self._fresh_until == float("inf"):
            if self._keys:
                self._keys.drop()
            self._fresh_until = self._clock() + BLINK

    def key(self, seconds: float | None, *, pastes: bool = False) -> str | None:
        """The next key that is not for the screen itself; None after `seconds`.

        With `pastes`, pasted text is a key too, after `keys.PASTED`.

        Handles scrolling, resizing and suspending. A resize returns None early.
        """
        if self._keys is None:
            raise RuntimeError("the screen is not open")
        if self._gone:
            return keys.HANG_UP
        if self._composing is not None:
            ended = self._end_before(self._composing)
            if ended is None:
                self._draw()
            return ended
        key = self._keys.get(seconds, pastes=pastes)
        if key is not None and key not in _OUTSIDE and self._clock() < self._fresh_until:
            self._fresh_until = self._clock() + BLINK  # ignores the repeats of a held key
            return None
        if self._page and not self._page.scrolls and key != keys.RESIZE:
            return key
        if key == keys.RESIZE:
            self._shown = []
            return None
        return None if self._scrolled(key) else key

    def answer(self, page: Callable[[], tuple[Page, float | None]]) -> str:
        """The key that answers a page, which is redrawn after the seconds it returns."""
        key = None
        while key is None:
            shown, seconds = page()
            self.show(shown)
            key = self.key(seconds)
        return key

    def _scrolled(self, key: str | None) -> bool:
        """Scroll the page if the key does so; Space does if there is more below."""
        pages = {keys.PAGE_UP: -1, keys.PAGE_DOWN: 1}
        if self._composed.below:
            pages[keys.SPACE] = 1
        if step := bindings.SCROLLING.acts.get(key or ""):
            self._scroll += step
        elif page := pages.get(key or ""):
            self._scroll += page * max(1, self._composed.room - 1)
        elif key in {keys.HOME, keys.END}:
            self._scroll = self._composed.height if key == keys.END else 0
        else:
            return False
        return True

    def _end_before(self, work: Work[T]) -> str | None:
        """Wait for `work`; the key, if any, that ended the session first."""
        while self._keys and not work.wait(_LOOKED_EVERY):
            if (key := self._keys.get(0)) in _ENDINGS:
                return key
        return None

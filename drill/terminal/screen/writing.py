"""Typing an answer of several lines below its question, with a running clock."""

import asyncio
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from time import monotonic
from typing import NamedTuple

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import ANSI, StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent, merge_key_bindings
from prompt_toolkit.layout import (
    BufferControl,
    Dimension,
    FormattedTextControl,
    HSplit,
    Layout,
    VSplit,
    Window,
)
from prompt_toolkit.output import Output

from drill.errors import DrillError
from drill.model import TEXT_LIMIT
from drill.terminal.editor import edited
from drill.terminal.keys import keys
from drill.terminal.keys.bindings import IN_EDITOR
from drill.terminal.keys.keymap import Binding
from drill.terminal.screen.page import MARGIN, TEXT_WIDTH, Page
from drill.terminal.screen.screen import BLINK, Above, Screen
from drill.terminal.screen.wrapping import WrapWords

_KEPT_EVERY = 4.0  # seconds: the saved text is never older than five
_REDRAWN_EVERY = 0.5  # seconds


class Written(NamedTuple):
    """The text so far, and the key that interrupted it; None if it was finished."""

    text: str
    key: str | None = None


class WritingArea(NamedTuple):
    """An input area below `page`, with its key bindings.

    `toolbar` gives the line below the text on every redraw.
    """

    screen: Screen
    page: Page
    toolbar: Callable[[], StyleAndTextTuples]
    bindings: tuple[Binding[str | None], ...]


def write(area: WritingArea, text: str, keep: Callable[[str], None]) -> Written:
    """Let the user edit `text` until a key ends it; `keep` receives it every few seconds.

    Of a longer text the first TEXT_LIMIT characters are returned and kept.
    """

    def keep_most(text: str) -> None:
        keep(text[:TEXT_LIMIT])

    written, said = _typed(area, text, keep_most, ""), ""
    while written.key == IN_EDITOR:
        text = written.text
        try:
            with area.screen.aside():
                # One more than is kept, so that the toolbar says so; millions make it slow.
                text = edited(text)[: TEXT_LIMIT + 1]
            said = ""
        except DrillError as error:
            said = f"{error.message}; "
        keep_most(text)
        written = _typed(area, text, keep_most, said)
    return written._replace(text=written.text[:TEXT_LIMIT])


def _typed(area: WritingArea, text: str, keep: Callable[[str], None], said: str) -> Written:
    """What is typed until one of the keys that end it; `said` stands before the toolbar."""
    kept_at = monotonic()

    def toolbar() -> StyleAndTextTuples:
        nonlocal kept_at
        if monotonic() - kept_at >= _KEPT_EVERY:
            keep(buffer.text)
            kept_at = monotonic()
        much = len(buffer.text) > TEXT_LIMIT
        limit = f"only the first {TEXT_LIMIT:,} characters are kept; " if much else ""
        return [("", said + limit), *area.toolbar()]

    with area.screen.lent(area.page) as ended, ExitStack() as heard:
        if ended:
            return Written(text, ended)
        # Ctrl-O and Alt-# accept the text, which would empty a buffer that nobody handles.
        buffer = Buffer(document=Document(text, len(text)), accept_handler=lambda _: True)
        above = _Above(area)
        bindings = [above.bindings, _endings(area.bindings, keep)]
        application: Application[Written] = Application(
            _layout(above, buffer, toolbar, is_plain=area.screen.console.options.ascii_only),
            key_bindings=merge_key_bindings(bindings),
            full_screen=True,
            refresh_interval=_REDRAWN_EVERY,
            input=_input(),
            output=_output(),
        )

        def end(key: str) -> None:
            """End the typing on SIGHUP or SIGTERM; the text is saved first."""
            keep(buffer.text)
            if application.is_running and not application.is_done:  # Ctrl-D may have come first
                application.exit(result=Written(buffer.text, key))

        def heed_signals() -> None:
            loop = asyncio.get_running_loop()
            loop.call_soon(_allow_full_pipe)  # once all signals have their handlers

            def tell(key: str) -> None:
                loop.call_soon_threadsafe(end, key)

            heard.enter_context(keys.listening(tell))

        try:
            return application.run(pre_run=heed_signals)
        except KeyboardInterrupt:
            key = keys.INTERRUPT
        except (EOFError, OSError):  # the terminal is gone
            key = keys.HANG_UP
        keep(buffer.text)
        return Written(buffer.text, key)


def _allow_full_pipe() -> None:
    """Print no warnings when thousands of resizes come at once: one wake-up does for all."""
    signal.set_wakeup_fd(signal.set_wakeup_fd(-1), warn_on_full_buffer=False)


class _Above:
    """The visible part of the page above the text; Page Up and Page Down scroll it."""

    def __init__(self, area: WritingArea) -> None:
        self._area = area
        self._scroll: int | None = None
        self.bindings = KeyBindings()
        for key, step in (("pageup", -1), ("pagedown", 1)):

            def move(_event: KeyPressEvent, step: int = step) -> None:
                shown = self._shown()
                self._scroll = max(0, shown.scroll + step * max(1, shown.room - 1))

            self.bindings.add(key)(move)

    def height(self) -> Dimension:
        """The number of lines, limited by the room."""
        return Dimension.exact(len(self._shown().lines))

    def text(self) -> ANSI:
        """The visible lines."""
        return ANSI("\n".join(self._shown().lines))

    def _shown(self) -> Above:
        return self._area.screen.above(self._area.page, self._scroll)


def _layout(
    above: _Above, buffer: Buffer, toolbar: Callable[[], StyleAndTextTuples], *, is_plain: bool
) -> Layout:
    """The page, the text in a frame of readable width, and the line below it."""
    side, edge, corners = ("|", "-", "++++") if is_plain else ("│", "─", "╭╮╰╯")
    text = Window(BufferControl(buffer, input_processors=[WrapWords()]), wrap_lines=True)
    wide = Dimension(max=TEXT_WIDTH, preferred=TEXT_WIDTH)

    def line(left: str, right: str) -> VSplit:
        return VSplit([Window(width=1, char=left), Window(char=edge), Window(width=1, char=right)])

    frame = HSplit(
        [
            VSplit([line(corners[0], corners[1])], height=1),
            VSplit([Window(width=1, char=side), Window(width=1), text, Window(width=1, char=side)]),
            VSplit([line(corners[2], corners[3])], height=1),
            Window(FormattedTextControl(toolbar), dont_extend_height=True, wrap_lines=True),
        ],
        width=wide,
    )
    rows = HSplit(
        [
            Window(FormattedTextControl(above.text), height=above.height),
            VSplit([Window(width=MARGIN), frame, Window(width=Dimension(min=MARGIN))]),
        ]
    )
    return Layout(rows, text)


def _endings(table: tuple[Binding[str | None], ...], keep: Callable[[str], None]) -> KeyBindings:
    """The keys that end the typing, its text kept first.

    They count once the page has been visible for a blink.
    """
    since = monotonic() + BLINK
    bindings = KeyBindings()
    bindings.add("c-@")(lambda _: None)  # would begin a selection, in which no key types any more
    pairs = [(act, key) for binding in table for act, key in binding.acts.items()]
    for pressed, key in [*pairs, ("<sigint>", keys.INTERRUPT)]:

        def end(event: KeyPressEvent, key: str | None = key) -> None:
            counts = key in {keys.INTERRUPT, keys.SUSPEND} or monotonic() >= since
            if counts and event.app.is_running:  # a second Ctrl-C may come while it ends
                keep(event.current_buffer.text)
                event.app.exit(result=Written(event.current_buffer.text, key))

        bindings.add(*pressed.split())(end)
    return bindings


def _input() -> Input | None:
    """Standard input without terminal replies; None for prompt_toolkit's own."""
    if sys.platform == "win32" or not sys.stdin.isatty():
        return None
    from drill.terminal.screen.writing_posix import TypedInput

    return TypedInput(sys.stdin)


def _output() -> Output | None:
    """Standard output on the existing screen; None for prompt_toolkit's own."""
    if sys.platform == "win32" or not sys.stdout.isatty():
        return None
    from drill.terminal.screen.writing_posix import SameScreen

    return SameScreen.from_pty(sys.stdout)

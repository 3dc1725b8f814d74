"""An answer written in several lines below its question, under a running clock."""

import asyncio
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from time import monotonic

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from drill.terminal import keys
from drill.terminal.bindings import WRITING
from drill.terminal.screen import Page, Screen

_KEPT_EVERY = 4.0  # seconds: what is kept is never older than five
_MARGIN = "  "
_REDRAWN_EVERY = 0.5  # seconds


@dataclass(frozen=True, slots=True)
class Written:
    """The text so far, and the key that broke the writing off; None when it was finished."""

    text: str
    key: str | None = None


def write(
    screen: Screen,
    page: Page,
    text: str,
    toolbar: Callable[[], StyleAndTextTuples],
    keep: Callable[[str], None],
) -> Written:
    """Let `text` be written on below `page` until Ctrl-D; `keep` gets it every few seconds."""
    kept_at = monotonic()

    def line() -> StyleAndTextTuples:
        nonlocal kept_at
        if monotonic() - kept_at >= _KEPT_EVERY:
            keep(get_app().current_buffer.text)
            kept_at = monotonic()
        return toolbar()

    session: PromptSession[Written] = PromptSession(
        message=_MARGIN,
        prompt_continuation=_MARGIN,
        multiline=True,
        key_bindings=_bindings(),
        bottom_toolbar=line,
        refresh_interval=_REDRAWN_EVERY,
        enable_open_in_editor=True,
    )
    hung_up = Event()
    with screen.lent(page) as ended:
        if ended:
            return Written(text, ended)
        written = session.prompt(default=text, pre_run=lambda: _heed_signals(hung_up))
    return Written(written.text, keys.HANG_UP) if hung_up.is_set() else written


def _bindings() -> KeyBindings:
    bindings = KeyBindings()
    for pressed, key in ((each, key) for binding in WRITING for each, key in binding.acts.items()):

        def end(event: KeyPressEvent, key: str | None = key) -> None:
            event.app.exit(result=Written(event.current_buffer.text, key))

        bindings.add(*pressed.split())(end)
    return bindings


def _heed_signals(hung_up: Event) -> None:
    """Let a closed terminal or a polite kill end the writing with the text so far."""
    if sys.platform == "win32":
        return
    app = get_app()

    def hang_up() -> None:
        hung_up.set()
        if not app.is_done:  # Ctrl-D may have come just before
            app.exit(result=Written(app.current_buffer.text, keys.HANG_UP))

    for number in (signal.SIGHUP, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, hang_up)

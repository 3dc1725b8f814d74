"""An answer written in several lines below its question, under a running clock."""

import asyncio
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from time import monotonic

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from drill.terminal import keys
from drill.terminal.bindings import WRITING
from drill.terminal.screen import BLINK, Page, Screen

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
        key_bindings=_bindings(monotonic() + BLINK),
        bottom_toolbar=line,
        refresh_interval=_REDRAWN_EVERY,
        enable_open_in_editor=True,
        input=_input(),
    )

    def hang_up() -> None:
        """Let a closed terminal or a polite kill end the writing; the text is kept before all."""
        keep(session.default_buffer.text)
        if session.app.is_running and not session.app.is_done:  # Ctrl-D may have come just before
            session.app.exit(result=Written(session.default_buffer.text, keys.HANG_UP))

    def heed_signals() -> None:
        loop = asyncio.get_running_loop()

        def tell() -> None:
            loop.call_soon_threadsafe(hang_up)

        heard.enter_context(keys.listening(tell))

    with screen.lent(page) as ended, ExitStack() as heard:
        if ended:
            return Written(text, ended)
        try:
            return session.prompt(default=text, pre_run=heed_signals)
        except KeyboardInterrupt:
            key = keys.INTERRUPT
        except (EOFError, OSError):  # the terminal is gone
            key = keys.HANG_UP
        keep(session.default_buffer.text)
        return Written(session.default_buffer.text, key)


def _bindings(since: float) -> KeyBindings:
    """What ends the writing, but for keys that come before the tick `since`."""
    bindings = KeyBindings()
    for pressed, key in ((each, key) for binding in WRITING for each, key in binding.acts.items()):

        def end(event: KeyPressEvent, key: str | None = key) -> None:
            if key in {keys.INTERRUPT, keys.SUSPEND} or monotonic() >= since:
                event.app.exit(result=Written(event.current_buffer.text, key))

        bindings.add(*pressed.split())(end)
    return bindings


def _input() -> Input | None:
    """Standard input without the replies of a terminal; None for prompt_toolkit's own."""
    if sys.platform == "win32" or not sys.stdin.isatty():
        return None
    from drill.terminal.writing_posix import TypedInput

    return TypedInput(sys.stdin)

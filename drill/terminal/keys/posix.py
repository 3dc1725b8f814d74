"""Characters and signals on Linux and macOS."""

import codecs
import os
import select
import signal
import sys
import termios
import tty
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

# Bracketed paste: the terminal marks pasted text, so that it is not read as keys.
_MARK_PASTES, _LEAVE_PASTES = "\x1b[?2004h", "\x1b[?2004l"
_SIGNALS = {
    signal.SIGINT: "interrupt",
    signal.SIGTSTP: "suspend",
    signal.SIGHUP: "hang-up",
    signal.SIGTERM: "terminate",
    signal.SIGWINCH: "resize",
}
_ENDS = (signal.SIGHUP, signal.SIGTERM)
_ENDING = frozenset(("interrupt", "hang-up", "terminate"))
_unread: list[str] = []
"""The signals received while no keys were being read."""
_told: list[Callable[[str], None]] = []
"""The listeners to such signals, the latest first."""


SINGLE_BYTES = "drill-single-bytes"
"""The decoder's error handler for bytes that are not UTF-8."""


def _control(error: UnicodeError) -> tuple[str, int]:
    """A C1 control character, which a terminal without UTF-8 sends as a single byte."""
    assert isinstance(error, UnicodeDecodeError)
    byte = error.object[error.start]
    return chr(byte) if 0x80 <= byte < 0xA0 else "", error.start + 1


codecs.register_error(SINGLE_BYTES, _control)


class _Source:
    """Standard input, polled together with a pipe that signal handlers write to."""

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self._decoder = codecs.getincrementaldecoder("utf-8")(SINGLE_BYTES)
        self._wake, self._alarm = os.pipe()
        os.set_blocking(self._wake, False)
        os.set_blocking(self._alarm, False)
        self._came: list[str] = []

    def read(self, seconds: float | None) -> str:
        while True:
            ready, _, _ = select.select([self._terminal, self._wake], [], [], seconds)
            if self._wake in ready:
                os.read(self._wake, 1024)
            if self._terminal not in ready:
                return ""
            try:
                data = os.read(self._terminal, 4096)
            except OSError:  # the terminal is gone
                data = b""
            if not data:
                self._came.append("hang-up")
            text = self._decoder.decode(data)
            # Half a character is no pause: its rest may end a sequence.
            if text or not data or self._wake in ready:
                return text

    def signals(self) -> list[str]:
        came, self._came = [*_unread, *self._came], []
        _unread.clear()
        return came

    def drop(self) -> None:
        drop_typed()
        self._decoder.reset()

    def wake(self) -> None:
        with suppress(BlockingIOError):  # the pipe is full: a wake-up is pending anyway
            os.write(self._alarm, b"!")

    def on_signal(self, number: int, _frame: FrameType | None) -> None:
        came = _SIGNALS[signal.Signals(number)]
        if self._came[-1:] != [came]:  # resizing a window sends thousands
            self._came.append(came)
        self.wake()

    def close(self) -> None:
        os.close(self._wake)
        os.close(self._alarm)


@contextmanager
def raw() -> Iterator[_Source]:
    """Read characters unbuffered and unechoed; terminal signals arrive as keys.

    A terminal that is gone reads as a hang-up.
    """
    terminal = sys.stdin.fileno()
    try:
        saved = termios.tcgetattr(terminal)
    except termios.error:
        saved = None
        _unread.append("hang-up")
    source = _Source(terminal)
    handlers = {number: signal.signal(number, source.on_signal) for number in _SIGNALS}
    if _unread:
        source.wake()
    try:
        with suppress(termios.error, OSError):
            tty.setcbreak(terminal, termios.TCSADRAIN)
            _tell(_MARK_PASTES)
        yield source
    finally:
        with suppress(OSError):  # the terminal may be gone
            _tell(_LEAVE_PASTES)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        _unread.extend(key for key in source.signals() if key in _ENDING)
        if saved is not None:
            with suppress(termios.error):
                termios.tcsetattr(terminal, termios.TCSADRAIN, saved)
        source.close()


@contextmanager
def signals_noted() -> Iterator[None]:
    """Record SIGHUP and SIGTERM outside `raw` too, for the next reader of keys."""
    _unread.clear()

    def note(number: int, _frame: FrameType | None) -> None:
        key = _SIGNALS[signal.Signals(number)]
        _unread.append(key)
        for tell in _told[-1:]:
            tell(key)

    handlers = {number: signal.signal(number, note) for number in _ENDS}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


@contextmanager
def listening(told: Callable[[str], None]) -> Iterator[None]:
    """Call `told` with each signal as a key, including those recorded before."""
    _told.append(told)
    for key in _unread[:]:
        told(key)
    try:
        yield
    finally:
        _told.pop()


def _tell(sequence: str) -> None:
    sys.stdout.write(sequence)
    sys.stdout.flush()


def drop_typed() -> None:
    """Discard unread input."""
    with suppress(termios.error):  # the terminal may be gone
        termios.tcflush(sys.stdin.fileno(), termios.TCIFLUSH)


def stop_process() -> None:
    """Suspend this process as Ctrl-Z does, outside `raw`; returns when resumed."""
    os.kill(os.getpid(), signal.SIGTSTP)

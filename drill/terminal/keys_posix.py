"""Characters and signals on Linux and macOS."""

import codecs
import os
import select
import signal
import sys
import termios
import tty
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

# Asked for, terminals put what is pasted between marks, so that it is not taken for keys.
_MARK_PASTES, _LEAVE_PASTES = "\x1b[?2004h", "\x1b[?2004l"
_SIGNALS = {
    signal.SIGINT: "interrupt",
    signal.SIGTSTP: "suspend",
    signal.SIGHUP: "hang-up",
    signal.SIGTERM: "hang-up",
    signal.SIGWINCH: "resize",
}


class _Source:
    """Standard input, watched together with a pipe that each signal writes to."""

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self._decoder = codecs.getincrementaldecoder("utf-8")("ignore")
        self._wake, self._alarm = os.pipe()
        os.set_blocking(self._wake, False)
        os.set_blocking(self._alarm, False)
        self._came: list[str] = []

    def read(self, seconds: float | None) -> str:
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
        return self._decoder.decode(data)

    def signals(self) -> list[str]:
        came, self._came = self._came, []
        return came

    def on_signal(self, number: int, _frame: FrameType | None) -> None:
        self._came.append(_SIGNALS[signal.Signals(number)])
        os.write(self._alarm, b"!")

    def close(self) -> None:
        os.close(self._wake)
        os.close(self._alarm)


@contextmanager
def raw() -> Iterator[_Source]:
    """Characters as they are typed, unechoed; the signals of a terminal come in as keys."""
    terminal = sys.stdin.fileno()
    saved = termios.tcgetattr(terminal)
    source = _Source(terminal)
    handlers = {number: signal.signal(number, source.on_signal) for number in _SIGNALS}
    try:
        tty.setcbreak(terminal, termios.TCSADRAIN)
        _tell(_MARK_PASTES)
        yield source
    finally:
        with suppress(OSError):  # the terminal may be gone
            _tell(_LEAVE_PASTES)
        for number, handler in handlers.items():
            signal.signal(number, handler)
        with suppress(termios.error):
            termios.tcsetattr(terminal, termios.TCSADRAIN, saved)
        source.close()


def _tell(sequence: str) -> None:
    sys.stdout.write(sequence)
    sys.stdout.flush()


def stop_process() -> None:
    """Stop this process as Ctrl-Z does, outside of `raw`; returns when it goes on."""
    os.kill(os.getpid(), signal.SIGTSTP)

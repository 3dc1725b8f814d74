"""A drill on a pseudo-terminal that can be typed at, signalled and closed."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from pathlib import Path
from types import TracebackType
from typing import Self

DECK = """\
deck: faults
title: Faults
questions:
  - {id: one, question: Item 1 is what?, answer: It is., key_points: [first point]}
  - {id: two, question: Item 2 is what?, answer: It is., key_points: [first point]}
  - {id: three, question: Item 3 is what?, answer: It is., key_points: [first point]}
"""
AFTER_A_BLINK = 0.3


class Terminal:
    """`drill` with some arguments on a terminal of its own; killed at the end of the block."""

    def __init__(self, home: Path, deck: Path, *arguments: str) -> None:
        self.shown = b""
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            os.environ.update(
                DRILL_HOME=str(home), DRILL_QUESTIONS=str(deck), TERM="xterm-256color"
            )
            os.execv(sys.executable, [sys.executable, "-m", "drill", *arguments])
        self.resize(90, 30)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None
    ) -> None:
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        self.close()

    def until(self, word: str, seconds: float = 20.0) -> None:
        """Read until `word` is shown after the last that was waited for, and for a blink more."""
        end = time.monotonic() + seconds
        while word.encode() not in self.shown:
            self._read(0.05)
            assert time.monotonic() < end, f"{word!r} never came: {self.shown[-2000:]!r}"
        self.pause(AFTER_A_BLINK)
        self.shown = b""

    def pause(self, seconds: float) -> None:
        """Read what comes for so long."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            self._read(left)

    def type(self, text: str) -> None:
        """Type `text` at once."""
        os.write(self._master, text.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, as a window that is dragged does."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def signal(self, number: signal.Signals) -> None:
        """Send a signal."""
        os.kill(self.pid, number)

    def close(self) -> None:
        """Close the terminal, as a window is closed."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def exit_code(self, seconds: float = 20.0) -> int:
        """The exit code, which must come within `seconds`; negative where a signal killed it."""
        end = time.monotonic() + seconds
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.pid = 0
                return os.waitstatus_to_exitcode(status)
            assert time.monotonic() < end, "it goes on"
            self._read(0.02)

    def _read(self, seconds: float) -> None:
        if self._master < 0 or not select.select([self._master], [], [], seconds)[0]:
            return
        try:
            self.shown += os.read(self._master, 65536)
        except OSError:  # nobody has the other end open any more
            time.sleep(min(seconds, 0.01))


def deck(folder: Path, text: str = DECK) -> Path:
    """A deck of three questions, or what `text` says, in `folder`."""
    path = folder / "deck.yaml"
    path.write_text(text, encoding="utf-8")
    return path

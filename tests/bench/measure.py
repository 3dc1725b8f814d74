"""Clocks for the benchmarks: whole processes, and a quiz in a terminal up to what it shows."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter, sleep

_ROWS, _COLUMNS = 40, 100
_PATIENCE = 120.0  # seconds
ASKED = b"reveal"  # what the screen says beneath a question, and beneath an answer
REVEALED = b"accept"


@dataclass(frozen=True, slots=True)
class Figure:
    """The medians of two times in seconds, and the quartiles of their ratios pair by pair.

    `ratio`, the middle one, is held against the limit: the machine's speed drifts, and a pair is
    measured within moments.
    """

    ours: float
    baseline: float
    low: float
    ratio: float
    high: float


def interleaved(ours: Callable[[], float], baseline: Callable[[], float], rounds: int) -> Figure:
    """Measure both in turn, after one time each that does not count."""
    ours(), baseline()
    pairs = [(ours(), baseline()) for _ in range(rounds)]
    ratios = [mine / other for mine, other in pairs]
    quartiles = quantiles(ratios, n=4) if rounds > 1 else ratios * 3
    mine, others = (median(times) for times in zip(*pairs, strict=True))
    return Figure(mine, others, *quartiles)


def seconds(command: Sequence[str], environ: Mapping[str, str]) -> float:
    """How long a whole process takes."""
    began = perf_counter()
    subprocess.run(command, env=environ, stdin=subprocess.DEVNULL, capture_output=True, check=True)
    return perf_counter() - began


class Terminal:
    """A command in a pseudo-terminal, killed at the end."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        self.began = perf_counter()
        self.pid, self._handle = pty.fork()
        if not self.pid:
            os.execve(command[0], list(command), dict(environ))
        size = struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0)
        fcntl.ioctl(self._handle, termios.TIOCSWINSZ, size)
        self._shown = b""

    def until(self, text: bytes) -> float:
        """Wait for `text` on the screen; the moment when it was there."""
        while text not in self._shown:
            ready, _, _ = select.select([self._handle], [], [], _PATIENCE)
            if not ready:
                raise TimeoutError(f"no {text!r} in {self._shown[-500:]!r}")
            self._shown += os.read(self._handle, 1 << 16)
        at = perf_counter()
        self._shown = b""
        return at

    def drain(self, seconds: float) -> None:
        """Read what comes within some seconds, and forget it."""
        if select.select([self._handle], [], [], seconds)[0]:
            os.read(self._handle, 1 << 16)

    def press(self, keys: bytes) -> float:
        """Type; the moment when it was typed."""
        self._shown = b""
        at = perf_counter()
        os.write(self._handle, keys)
        return at

    def kill(self) -> int:
        """End it; the most memory that it had, in bytes."""
        os.kill(self.pid, signal.SIGKILL)
        _, _, usage = os.wait4(self.pid, 0)
        with suppress(OSError):
            os.close(self._handle)
        return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def first_question(
    command: Sequence[str], environ: Mapping[str, str], text: bytes = ASKED
) -> float:
    """How long until `text` is on the screen."""
    terminal = Terminal(command, environ)
    at = terminal.until(text)
    terminal.kill()
    return at - terminal.began


def reveal(command: Sequence[str], environ: Mapping[str, str], thinking: float) -> float:
    """How long from the key to the answer, after so many seconds of thinking."""
    terminal = Terminal(command, environ)
    terminal.until(ASKED)
    sleep(thinking)
    pressed = terminal.press(b" ")
    shown = terminal.until(REVEALED)
    terminal.kill()
    return shown - pressed


def peak(command: Sequence[str], environ: Mapping[str, str], reading: float) -> int:
    """The most memory of a quiz that goes on for so many seconds, in bytes."""
    terminal = Terminal(command, environ)
    terminal.until(ASKED)
    sleep(reading)
    terminal.press(b" ")
    terminal.until(REVEALED)
    return terminal.kill()


def bare_peak() -> int:
    """The most memory of a Python that does nothing, in bytes."""
    pid = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, "-c", "pass"])
    return os.wait4(pid, 0)[2].ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def script(path: Path) -> list[str]:
    """The command that an installer would make."""
    path.write_text("import sys\nfrom drill.__main__ import main\nsys.exit(main())\n")
    return [sys.executable, str(path)]

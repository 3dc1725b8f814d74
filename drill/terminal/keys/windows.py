"""Characters on Windows, where the console must be polled."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

assert sys.platform == "win32"  # narrows the platform for the type checker

import msvcrt  # noqa: E402

_ASKED_EVERY = 0.03
# The second code of an arrow or paging key, as the escape sequence of other terminals.
_EXTENDED = {
    "H": "\x1b[A",
    "P": "\x1b[B",
    "M": "\x1b[C",
    "K": "\x1b[D",
    "I": "\x1b[5~",
    "Q": "\x1b[6~",
    "G": "\x1b[H",
    "O": "\x1b[F",
    "S": "\x1b[3~",
}


class _Source:
    def read(self, seconds: float | None) -> str:
        until = None if seconds is None else time.monotonic() + seconds
        while not msvcrt.kbhit():
            if until is not None and time.monotonic() >= until:
                return ""
            time.sleep(_ASKED_EVERY)
        text = ""
        while msvcrt.kbhit():
            char = msvcrt.getwch()
            text += _EXTENDED.get(msvcrt.getwch(), "") if char in "\x00\xe0" else char
        return text

    def signals(self) -> list[str]:
        return []

    def drop(self) -> None:
        drop_typed()


@contextmanager
def raw() -> Iterator[_Source]:
    """Read characters unbuffered and unechoed."""
    yield _Source()


@contextmanager
def signals_noted() -> Iterator[None]:
    """Do nothing: Windows has no such signals."""
    yield


@contextmanager
def listening(told: Callable[[str], None]) -> Iterator[None]:  # noqa: ARG001
    """Do nothing."""
    yield


def drop_typed() -> None:
    """Discard unread input."""
    while msvcrt.kbhit():
        msvcrt.getwch()


def stop_process() -> None:
    """Do nothing: Windows has no Ctrl-Z."""

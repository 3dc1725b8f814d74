"""Characters on Windows, where a console is asked again and again."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

assert sys.platform == "win32"  # for the type checker, which reads on only where it holds

import msvcrt  # noqa: E402

_ASKED_EVERY = 0.03
# The second half of what an arrow or paging key sends, as the sequences of other terminals.
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
    """Characters as they are typed, unechoed."""
    yield _Source()


@contextmanager
def signals_noted() -> Iterator[None]:
    """Do nothing: a console has no such signals."""
    yield


@contextmanager
def listening(told: Callable[[str], None]) -> Iterator[None]:  # noqa: ARG001
    """Do nothing."""
    yield


def drop_typed() -> None:
    """Forget what was typed and not yet read."""
    while msvcrt.kbhit():
        msvcrt.getwch()


def stop_process() -> None:
    """Do nothing: Windows knows no Ctrl-Z."""

"""Single keys from a terminal, signals among them: everything that can end a wait is one `Key`."""

import re
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

if sys.platform == "win32":
    from drill.terminal import keys_windows as system
else:
    from drill.terminal import keys_posix as system

# What is no printable character. A key is one of these, or the character itself.
ENTER = "enter"
SPACE = "space"
ESCAPE = "escape"
UP, DOWN, LEFT, RIGHT = "up", "down", "left", "right"
PAGE_UP, PAGE_DOWN, HOME, END = "page-up", "page-down", "home", "end"
END_OF_INPUT = "end-of-input"
INTERRUPT = "interrupt"
SUSPEND = "suspend"
HANG_UP = "hang-up"
RESIZE = "resize"

_NAMED = {"\r": ENTER, "\n": ENTER, " ": SPACE, "\x04": END_OF_INPUT, "\x03": INTERRUPT}
_SEQUENCES = {
    "[A": UP,
    "[B": DOWN,
    "[C": RIGHT,
    "[D": LEFT,
    "[5~": PAGE_UP,
    "[6~": PAGE_DOWN,
    "[H": HOME,
    "[F": END,
    "[1~": HOME,
    "[4~": END,
    "OA": UP,
    "OB": DOWN,
    "OC": RIGHT,
    "OD": LEFT,
    "OH": HOME,
    "OF": END,
}
_PASTE, _PASTE_END = "[200~", "\x1b[201~"
_BEGUN = re.compile(r"\x1b(O|\[[^@-~]*)?\Z")


class Source(Protocol):
    """Where characters come from: the part of reading keys that differs between systems."""

    def read(self, seconds: float | None) -> str:
        """Whatever was typed within `seconds` (None waits), or "" ; "" also after a signal."""

    def signals(self) -> list[str]:
        """The signals that came since the last call, as keys."""


class Keys:
    """A queue of keys; made by `reading`."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._queue: deque[str] = deque()

    def get(self, seconds: float | None = None) -> str | None:
        """The next key, or None when none came within `seconds`."""
        if not self._queue:
            text = self._source.read(seconds)
            self._queue.extend(self._source.signals())
            while _unfinished(text) and (more := self._source.read(0.05)):
                text += more
            self._queue.extend(decoded(text))
        return self._queue.popleft() if self._queue else None

    def unread_end(self) -> str | None:
        """What would have ended the session and came too late to be read: interrupt, hang-up."""
        ends = (each for each in self._source.signals() if each in {INTERRUPT, HANG_UP})
        return next(ends, None)


def stop_process() -> None:
    """Stop this process as Ctrl-Z does, while no keys are read; returns when it goes on."""
    system.stop_process()


@contextmanager
def reading() -> Iterator[Keys]:
    """Take keys from the terminal one by one, unechoed, until the end of the block."""
    with system.raw() as source:
        yield Keys(source)


def decoded(text: str) -> Iterator[str]:
    """The keys in what a terminal sent; pasted text and unknown sequences are passed over."""
    place = 0
    while place < len(text):
        char = text[place]
        place += 1
        if char != "\x1b":
            if char in _NAMED or char.isprintable():
                yield _NAMED.get(char, char)
            continue
        sequence = _sequence(text, place)
        place += len(sequence)
        if sequence == _PASTE:
            end = text.find(_PASTE_END, place)
            place = len(text) if end < 0 else end + len(_PASTE_END)
        elif not sequence:
            yield ESCAPE
        elif sequence in _SEQUENCES:
            yield _SEQUENCES[sequence]


def _sequence(text: str, place: int) -> str:
    """The rest of the escape sequence at `place`, "" for a bare Escape."""
    if place >= len(text) or text[place] not in "[O":
        return ""
    end = place + 1
    while end < len(text) and text[place] == "[" and not "@" <= text[end] <= "~":
        end += 1
    return text[place : end + 1]


def _unfinished(text: str) -> bool:
    """Whether the rest of an escape sequence, or of a paste, may still be on its way."""
    if text.rfind("\x1b" + _PASTE) > text.rfind(_PASTE_END):
        return True
    return _BEGUN.search(text) is not None

"""Single keys from a terminal, and signals as keys: one queue holds all that can end a wait."""

import re
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import Protocol

if sys.platform == "win32":
    from drill.terminal.keys import windows as system
else:
    from drill.terminal.keys import posix as system

# Keys without a printable character. A key is one of these, or the character itself.
ENTER = "enter"
SPACE = "space"
ESCAPE = "escape"
BACKSPACE, DELETE = "backspace", "delete"
UP, DOWN, LEFT, RIGHT = "up", "down", "left", "right"
PAGE_UP, PAGE_DOWN, HOME, END = "page-up", "page-down", "home", "end"
ERASE_WORD, ERASE_LEFT, ERASE_RIGHT = "erase-word", "erase-left", "erase-right"
END_OF_INPUT = "end-of-input"
INTERRUPT = "interrupt"
SUSPEND = "suspend"
HANG_UP = "hang-up"
TERMINATE = "terminate"
RESIZE = "resize"

_NAMED = {"\r": ENTER, "\n": ENTER, " ": SPACE, "\x04": END_OF_INPUT, "\x03": INTERRUPT}
_NAMED |= {"\x7f": BACKSPACE, "\x08": BACKSPACE}
# Ctrl-A, E, W, U and K, as shells have them.
_NAMED |= {"\x01": HOME, "\x05": END}
_NAMED |= {"\x17": ERASE_WORD, "\x15": ERASE_LEFT, "\x0b": ERASE_RIGHT}
_SEQUENCES = {
    "[A": UP,
    "[B": DOWN,
    "[C": RIGHT,
    "[D": LEFT,
    "[5~": PAGE_UP,
    "[6~": PAGE_DOWN,
    "[3~": DELETE,
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
PASTED = "pasted:"
"""The prefix of pasted text, where a line is edited; anywhere else it is no key."""
# Signals: unlike keys, they are never discarded as typed too early.
_SIGNALS = frozenset((INTERRUPT, SUSPEND, HANG_UP, TERMINATE, RESIZE))
_ENDS = frozenset((INTERRUPT, HANG_UP, TERMINATE))
_PASTE, _PASTE_END = "[200~", "\x1b[201~"
SEQUENCE = re.compile(
    r"\x1b[P\]X^_][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[M.{3}|\x1bO.|\x1b\[\[?[^@-~]*[@-~]", re.DOTALL
)
"""A string with its end, a report of the mouse, an SS3 key, a CSI sequence."""
# DCS, OSC, SOS, PM and APC: strings that a terminal replies with, ended by ST or a bell.
_STRINGS = frozenset("P]X^_")
_INTRODUCERS = _STRINGS | {"[", "O"}
_STRING_END = re.compile(r"\x07|\x1b\\")
_MOUSE = "[M"
"""The prefix of a mouse report (three characters), which another program may have enabled."""
BEGUN = r"O|\[\[?[^@-~]*|\[M.{0,2}|[P\]X^_][^\x07\x1b]*\x1b?"
"""What is behind Escape in a sequence whose end is still to come; a dot is any character."""
_BEGUN = re.compile(rf"\x1b(?:{BEGUN})\Z", re.DOTALL)
# SS3, DCS, SOS, CSI, ST, OSC, PM and APC as single characters.
_C1 = re.compile("[\x8f\x90\x98\x9b-\x9f]")
_ESCAPE_GRACE = 0.05
"""Seconds to wait after Escape for the rest of a sequence."""
_REST_GRACE = 1.0
"""Seconds to wait for the rest of a sequence or paste on a slow connection."""


class Source(Protocol):
    """A source of characters: the platform-specific part of reading keys."""

    def read(self, seconds: float | None) -> str:
        """The text typed within `seconds` (None waits forever); "" after a timeout or a signal."""

    def signals(self) -> list[str]:
        """The signals received since the last call, as keys."""

    def drop(self) -> None:
        """Discard unread input."""


class Keys:
    """A queue of keys; made by `reading`."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._queue: deque[str] = deque()
        self._begun = ""  # a sequence whose rest a signal kept from being waited for
        self._awaited = frozenset[str]()  # what continues the Escape that ended the last text

    def get(self, seconds: float | None = None, *, pastes: bool = False) -> str | None:
        """The next key, or None after `seconds`; pasted text is a key only with `pastes`."""
        if not self._queue:
            text = self._begun or self._read(seconds)
            if text[:1] in self._awaited:
                text = f"\x1b{text}"  # the rest of a sequence arrived late: no key
            while (grace := _grace(text)) and (more := self._read(grace)):
                text += more
            # Only now: the wait for the rest takes note of a signal too, and no other wait would.
            self._queue.extend(_urgent(self._source.signals()))
            self._begun = text if self._queue and _grace(text) else ""
            if not self._begun:
                if text.endswith("\x1b"):
                    self._awaited = _INTRODUCERS
                else:  # after a pause, the signs that begin strings may be typed
                    self._awaited = frozenset() if text else self._awaited - _STRINGS
                self._queue.extend(decoded(text, pastes=pastes))
        return self._queue.popleft() if self._queue else None

    def _read(self, seconds: float | None) -> str:
        return with_escapes(self._source.read(seconds))

    def drop(self) -> None:
        """Discard all unread keys but keep signals."""
        self._source.drop()
        self._queue = deque(key for key in self._queue if key in _SIGNALS)

    def unread_end(self) -> str | None:
        """A signal that arrived too late to be read, as a key: it should still end the session."""
        unread = (*self._queue, *self._source.signals())
        return next((signal for signal in unread if signal in _ENDS), None)


def _urgent(signals: Iterable[str]) -> list[str]:
    """The signals, repeats left out, the one to suspend last.

    Who suspends the process gives up the keys, and with them what is still in the queue.
    """
    return sorted((key for key, _ in groupby(signals)), key=lambda key: key == SUSPEND)


def stop_process() -> None:
    """Suspend this process as Ctrl-Z does, while no keys are read; returns when resumed."""
    system.stop_process()


def drop_typed() -> None:
    """Discard unread input from a terminal, but not from a pipe."""
    if sys.stdin.isatty():
        system.drop_typed()


@contextmanager
def reading() -> Iterator[Keys]:
    """Read single keys from the terminal, without echo, inside the block."""
    with system.raw() as source:
        yield Keys(source)


@contextmanager
def signals_noted() -> Iterator[None]:
    """Inside the block, SIGHUP and SIGTERM become keys of `reading`, and do not end the process.

    While another program or a line editor owns the terminal they are held; see `listening`.
    """
    with system.signals_noted():
        yield


@contextmanager
def listening(told: Callable[[str], None]) -> Iterator[None]:
    """Call `told` with each signal, as a key, that arrives while no keys are read."""
    with system.listening(told):
        yield


def with_escapes(text: str) -> str:
    """`text` with Escape at the start of each sequence that a single character may begin."""
    return _C1.sub(lambda control: "\x1b" + chr(ord(control[0]) - 0x40), text)


def decoded(text: str, *, pastes: bool = False) -> Iterator[str]:
    """The keys in the characters that a terminal sent.

    Skips pasted text unless `pastes`, terminal replies, unknown sequences and Alt combinations.
    """
    place = 0
    while place < len(text):
        char = text[place]
        place += 1
        if char != "\x1b":
            if char in _NAMED or char.isprintable():
                yield _NAMED.get(char, char)
            continue
        following = text[place : place + 1]
        sequence = _sequence(text, place)
        place += len(sequence)
        if sequence == _PASTE:
            end = text.find(_PASTE_END, place)
            if pastes and end >= 0:
                yield PASTED + text[place:end]
            place = len(text) if end < 0 else end + len(_PASTE_END)
        elif sequence == _MOUSE:
            place += 3
        elif following in _STRINGS:
            ended = _STRING_END.search(text, place)
            place = ended.end() if ended else len(text)
        elif not following:
            yield ESCAPE
        elif sequence in _SEQUENCES:
            yield _SEQUENCES[sequence]
        elif not sequence and following != "\x1b":
            place += 1  # Alt plus a character


def _sequence(text: str, place: int) -> str:
    """The escape sequence at `place` after its Escape, or ""."""
    if place >= len(text) or text[place] not in "[O":
        return ""
    end = place + 1 + text.startswith("[[", place)  # the console of Linux: F1 to F5
    while end < len(text) and text[place] == "[" and not "@" <= text[end] <= "~":
        end += 1
    return text[place : end + 1]


def _grace(text: str) -> float:
    """Seconds to wait for the rest of a sequence or paste; 0 if it is complete."""
    if text.rfind("\x1b" + _PASTE) > text.rfind(_PASTE_END) or _BEGUN.search(text):
        return _REST_GRACE
    return _ESCAPE_GRACE if text.endswith("\x1b") else 0.0

"""Input and output of the answer editor on Linux and macOS, without terminal replies."""

import re
from functools import partial
from typing import TextIO

from prompt_toolkit.input.ansi_escape_sequences import ANSI_SEQUENCES
from prompt_toolkit.input.posix_utils import PosixStdinReader
from prompt_toolkit.input.vt100 import Vt100Input
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.output.vt100 import Vt100_Output

from drill.terminal.keys.keys import BEGUN, SEQUENCE, with_escapes
from drill.terminal.keys.posix import SINGLE_BYTES

_SEQUENCE = re.compile(rf"\x1b\[200~.*?(?:\x1b\[201~|\Z)|{SEQUENCE.pattern}", re.DOTALL)
"""A whole paste, or any other sequence."""
_BEGUN = re.compile(rf"\x1b(?:{BEGUN})?\Z", re.DOTALL)
_POSITION = re.compile(r"\x1b\[\d+;\d+R")
_PASTE, _PASTE_END = "\x1b[200~", "\x1b[201~"
_LEAVES = frozenset(("\x03", "\x04"))
"""Ctrl-C and Ctrl-D; pasted, they come together with other text."""


class TypedInput(Vt100Input):
    """Standard input without the terminal's replies."""

    _begun = ""  # an incomplete sequence, until its rest arrives or a pause ends it
    _in_paste = False

    def __init__(self, stdin: TextIO) -> None:
        super().__init__(stdin)
        self.stdin_reader = PosixStdinReader(stdin.fileno(), SINGLE_BYTES)

    def read_keys(self) -> list[KeyPress]:
        """The keys read so far."""
        read, pasting = self.stdin_reader.read(), self._in_paste
        text = self._begun + (read if pasting else with_escapes(read))
        if pasting and text in _LEAVES:  # the end of the paste never came
            text = _PASTE_END + text
        if _PASTE in text or _PASTE_END in text:
            self._in_paste = text.rfind(_PASTE) > text.rfind(_PASTE_END)
        begun = _BEGUN.search(text)
        self._begun = begun[0] if begun else ""
        return self._pressed(typed(text[: begun.start()] if begun else text, pasting=pasting))

    def flush_keys(self) -> list[KeyPress]:
        """The keys that only a pause completes: a bare Escape, a paste without an end."""
        rest = self._begun if self._begun == "\x1b" else ""
        if self._in_paste:  # half of its end is no text
            rest = _PASTE_END if _PASTE_END.startswith(self._begun) else self._begun + _PASTE_END
        self._begun, self._in_paste = "", False
        return self._pressed(rest) + super().flush_keys()

    def _pressed(self, text: str) -> list[KeyPress]:
        self.vt100_parser.feed(text)
        pressed, self._buffer = self._buffer, []
        return pressed


class SameScreen(Vt100_Output):
    """Standard output that is on the alternate screen already and stays there."""

    def enter_alternate_screen(self) -> None:
        """Do nothing: it is on the alternate screen already."""

    def quit_alternate_screen(self) -> None:
        """Do nothing: the next page needs it."""

    def erase_down(self) -> None:
        """Erase the whole screen: a resize may have moved the cursor."""
        self.cursor_goto()
        super().erase_down()


def typed(text: str, *, pasting: bool) -> str:
    """`text` without sequences that no key sends; a paste that begins in it is unchanged.

    `pasting` says that it continues a paste, which it may end.
    """
    return _SEQUENCE.sub(partial(_kept, pasting), text)


def _kept(pasting: bool, match: re.Match[str]) -> str:
    sequence = match[0]
    is_key = sequence in ANSI_SEQUENCES or _POSITION.fullmatch(sequence)
    is_paste = sequence.startswith(_PASTE) or (sequence == _PASTE_END and pasting)
    return sequence if is_key or is_paste else ""

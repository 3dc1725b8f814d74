"""Input and output of the answer editor on Linux and macOS, without terminal replies."""

import re

from prompt_toolkit.input.ansi_escape_sequences import ANSI_SEQUENCES
from prompt_toolkit.input.vt100 import Vt100Input
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.output.vt100 import Vt100_Output

# A whole paste, a string (DCS, OSC, SOS, PM, APC) with its end, a CSI sequence.
_SEQUENCE = re.compile(
    r"\x1b\[200~.*?(?:\x1b\[201~|\Z)|\x1b[P\]X^_][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[^@-~]*[@-~]",
    re.DOTALL,
)
_BEGUN = re.compile(r"\x1b(?:\[[^@-~]*|[P\]X^_][^\x07\x1b]*\x1b?)\Z")
_POSITION = re.compile(r"\x1b\[\d+;\d+R")
_PASTE, _PASTE_END = "\x1b[200~", "\x1b[201~"
_LEAVES = frozenset(("\x03", "\x04"))
"""Ctrl-C and Ctrl-D; pasted, they come together with other text."""


class TypedInput(Vt100Input):
    """Standard input without the terminal's replies."""

    _begun = ""  # an incomplete sequence, until its rest arrives or a pause ends it
    _in_paste = False

    def read_keys(self) -> list[KeyPress]:
        """The keys read so far."""
        text = self._begun + self.stdin_reader.read()
        if self._in_paste and text in _LEAVES:  # the end of the paste never came
            text = _PASTE_END + text
        if _PASTE in text or _PASTE_END in text:
            self._in_paste = text.rfind(_PASTE) > text.rfind(_PASTE_END)
        begun = None if _PASTE in text else _BEGUN.search(text)
        self._begun = begun[0] if begun else ""
        self.vt100_parser.feed(typed(text[: begun.start()] if begun else text))
        pressed, self._buffer = self._buffer, []
        return pressed

    def flush_keys(self) -> list[KeyPress]:
        """The keys that only a pause completes, such as a bare Escape."""
        self._begun = ""
        return super().flush_keys()


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


def typed(text: str) -> str:
    """`text` without sequences that no key sends; pasted text is unchanged."""
    return _SEQUENCE.sub(_kept, text)


def _kept(match: re.Match[str]) -> str:
    sequence = match[0]
    is_key = sequence in ANSI_SEQUENCES or _POSITION.fullmatch(sequence)
    return sequence if is_key or sequence.startswith((_PASTE, _PASTE_END)) else ""

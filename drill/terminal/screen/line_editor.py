"""Edits one line of text in place, key by key."""

from typing import NamedTuple

from drill.terminal.keys import keys
from drill.text import printable_line


class Line(NamedTuple):
    """A line being edited; the cursor is before the character at `at`, from 0."""

    text: str
    at: int

    def typed(self, key: str) -> "Line":
        """The line after a key; other keys leave it unchanged."""
        text, at = self
        match key:
            case keys.LEFT:
                return Line(text, max(0, at - 1))
            case keys.RIGHT:
                return Line(text, min(len(text), at + 1))
            case keys.HOME:
                return Line(text, 0)
            case keys.END:
                return Line(text, len(text))
            case keys.BACKSPACE if at:
                return Line(text[: at - 1] + text[at:], at - 1)
            case keys.DELETE:
                return Line(text[:at] + text[at + 1 :], at)
            case keys.ERASE_WORD:
                kept = text[:at].rstrip()
                kept = kept[: kept.rfind(" ") + 1]
                return Line(kept + text[at:], len(kept))
            case keys.ERASE_LEFT:
                return Line(text[at:], 0)
            case keys.ERASE_RIGHT:
                return Line(text[:at], at)
            case _:
                more = _typed_text(key)
                return Line(text[:at] + more + text[at:], at + len(more))


def _typed_text(key: str) -> str:
    """The text that a key inserts; pasted text becomes one line."""
    if key.startswith(keys.PASTED):
        return printable_line(" ".join(key.removeprefix(keys.PASTED).splitlines()))
    return {keys.SPACE: " "}.get(key, key if len(key) == 1 else "")

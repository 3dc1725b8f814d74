"""Uncovers spoilers, text that a forum or chat hides: `>! text`, `>!text!<`, `||text||`."""

import re
from collections.abc import Sequence

_QUOTED = re.compile(r"([ \t]*)>!(?!\[)[ \t]?(.{0,2000}?)(?:!<)?[ \t]*$")
_PIPED = re.compile(
    r"((?:[^|`]{0,40}[:：])?[*_ \t]{0,6})\|\|[ \t]?([^|\n]{1,2000}?)[ \t]?\|\|([*_ \t.]{0,6})$"
)


def without_spoilers(lines: Sequence[str]) -> list[str]:
    """`lines` with the text of spoilers that fill a line, or all that is behind its label.

    Quoted ones stay quoted.
    """
    return [_plain(line) if ">!" in line or "||" in line else line for line in lines]


def _plain(line: str) -> str:
    if match := _QUOTED.match(line):
        return f"{match[1]}> {match[2]}"
    match = _PIPED.match(line)
    return "".join(match.groups()) if match else line

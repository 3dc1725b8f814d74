"""Options that share lines: in rows, `a) one   b) two`, or in columns that go down."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from drill.importer.signals.labels import INLINE_OPTION, letters_at

_BETWEEN = re.compile(r"(?<![\s,;\\])(?:\s[-–|/](?=\s)|[\s,;\\])++$")
"""What parts options on one line."""
_ROWS = 4
"""The most lines with several options each."""

Lettered = tuple[str, None, str]
"""The letter of an option, no box, and its text."""


def read_rows(lines: Sequence[str], first: int, least: int) -> tuple[list[Lettered], int]:
    """The options in rows from line `first`, which has at least `least`, and the line after them.

    A blank line may part rows of several.
    """
    options: list[Lettered] = []
    end = number = first
    while number < min(len(lines), first + 2 * _ROWS):
        text = lines[number]
        parts: list[re.Match[str]] = []
        for part in INLINE_OPTION.finditer(text):
            if part["letter"].lower() in letters_at(len(options) + len(parts)):
                parts.append(part)
        needed = least if not options else 1 if number == end else 2
        number += 1
        if options and not text.strip() and number == end + 1:
            continue
        if len(parts) < needed or text[: parts[0].start()].strip(" \t-*>"):
            break
        options += _options(text, parts)
        end = number
    return options, end


def read_columns(lines: Sequence[str], first: int) -> tuple[list[Lettered], int]:
    """The options in columns from line `first`, a row of A and C and one of B and D; or none."""
    rows: list[list[Lettered]] = []
    end = first
    for number in range(first, min(len(lines), first + 2 * _ROWS)):
        text = lines[number]
        parts = list(INLINE_OPTION.finditer(text))
        if not text.strip() and number == end:
            continue
        if not parts or text[: parts[0].start()].strip(" \t-*>") or number > end + 1:
            break
        rows.append(list(_options(text, parts)))
        end = number + 1
    options = [option for column in zip_longest(*rows) for option in column if option]
    is_whole = len(rows) > 1 and len(rows[0]) > 1
    in_order = all(letter in letters_at(n) for n, (letter, _, _) in enumerate(options))
    return (options, end) if is_whole and in_order else ([], first)


def _options(text: str, parts: Sequence[re.Match[str]]) -> list[Lettered]:
    """The options that begin at `parts` of a line."""
    stops = [*(part.start() for part in parts[1:]), len(text)]
    return [
        (part["letter"].lower(), None, _BETWEEN.sub("", text[part.end() : stop]))
        for part, stop in zip(parts, stops, strict=True)
    ]

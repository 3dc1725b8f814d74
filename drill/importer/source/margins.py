"""Removes what makes a whole document code: an indent of all its text, or one fence around it."""

import re
from collections.abc import Sequence

from drill.importer.source.lines import QUESTION_MARKS

_MARGIN = re.compile(r"^(?: {4}|\t)")
_NUMBERED = re.compile(r"(?: {4}|\t)\d{1,3}(?:[.)]\s+|[、，])\S")
_CONTAINER = re.compile(r" {0,3}(?:[-*+]\s|\d{1,9}[.)]\s|```|~~~)")
"""An item or a fence outside the margin, to which indented lines belong."""
_ASKING = 3
"""The fewest lines in the margin that must ask; with other text outside, only numbered ones count:
code has none."""
_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*(\w*)[ \t]*$")
_MARKDOWN = {"markdown", "md"}
_MOST = 0.8
"""The least share of lines, headings aside, in the margin: the others are remarks between."""


def without_margin(lines: Sequence[str]) -> list[str]:
    """The same number of lines, without the indent that nearly all of them share."""
    text = [line for line in lines if line.strip() and line[0] != "#"]
    inside = sum(map(bool, map(_MARGIN.match, text)))
    mark = _MARGIN if inside == len(text) else _NUMBERED
    asking = sum(line.rstrip().endswith(QUESTION_MARKS) and bool(mark.match(line)) for line in text)
    if asking < _ASKING or inside < _MOST * len(text) or any(map(_CONTAINER.match, text)):
        return list(lines)
    return [_MARGIN.sub("", line) for line in lines]


def without_wrapper(lines: Sequence[str]) -> list[str]:
    """The same number of lines, without a fence of Markdown around the whole text."""
    text = [number for number, line in enumerate(lines) if line.strip()]
    outer = _FENCE.match(lines[text[0]]) if text else None
    if outer is None or outer[2].lower() not in _MARKDOWN:
        return list(lines)
    inside = False
    last = -1
    for number in text[1:]:
        mark = _FENCE.match(lines[number])
        if mark is None or not mark[1].startswith(outer[1]):
            continue
        if not (inside or mark[2]):
            last = number
            break
        inside = bool(mark[2])
    if last != text[-1]:
        return list(lines)
    return [line if text[0] < place < last else "" for place, line in enumerate(lines)]

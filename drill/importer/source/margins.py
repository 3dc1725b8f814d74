"""Removes the margin of a document whose text is all indented, which Markdown takes for code."""

import re
from collections.abc import Sequence

from drill.importer.source.lines import QUESTION_MARKS

_MARGIN = re.compile(r"^(?: {4}|\t)")
_NUMBERED = re.compile(r"(?: {4}|\t)\d{1,3}[.)]\s+\S")
_CONTAINER = re.compile(r" {0,3}(?:[-*+]\s|\d{1,9}[.)]\s|```|~~~)")
"""An item or a fence outside the margin, to which indented lines belong."""
_ASKING = 3
"""The fewest numbered lines in the margin that ask: code numbers no questions."""
_MOST = 0.8
"""The least share of lines, headings aside, in the margin: the others are remarks between."""


def without_margin(lines: Sequence[str]) -> list[str]:
    """The same number of lines, without the indent that nearly all of them share."""
    asking = sum(
        line.rstrip().endswith(QUESTION_MARKS) and bool(_NUMBERED.match(line)) for line in lines
    )
    text = [line for line in lines if line.strip() and line[0] != "#"]
    inside = sum(map(bool, map(_MARGIN.match, text)))
    if asking < _ASKING or inside < _MOST * len(text) or any(map(_CONTAINER.match, text)):
        return list(lines)
    return [_MARGIN.sub("", line) for line in lines]

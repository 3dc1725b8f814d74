"""Rewrites the marks of plain-text cards as Markdown: lines between cards, `%` lines in them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

_BETWEEN = re.compile(r"#?([-=_~*+])\1+")
"""A line between cards: `#-----`, `=====`, `--`."""
_LEAST = 3
"""The fewest lines between cards, all alike, and the fewest cards with a `%` line."""
_MOSTLY = 0.8
"""The least share of headings with one `%` line, to read it as the end of the prompt."""
_PERCENT = re.compile(r"%+(?:-*$|\s+(?=\S))")
_META = re.compile(r"%\s?([a-z][\w-]{0,20})\s?[:=]", re.IGNORECASE)


def with_card_marks(lines: Sequence[str]) -> list[str]:
    """The same number of lines, with rules between cards, and labels in place of `%` lines."""
    result = list(lines)
    for number in _between_cards(lines):
        result[number] = "***"
    meta = [(n, match[1]) for n, line in enumerate(lines) if (match := _META.match(line))]
    counts = Counter(key for _, key in meta)
    for number in (number for number, key in meta if counts[key] >= _LEAST):
        result[number] = ""
    headings = sum(line.startswith("## ") for line in result)
    marks = [(n, match) for n, line in enumerate(result) if (match := _PERCENT.match(line))]
    if headings >= _LEAST and _MOSTLY * headings <= len(marks) <= headings:
        for number, match in marks:
            result[number] = f"**Answer:** {result[number][match.end() :]}".rstrip()
    return result


def _between_cards(lines: Sequence[str]) -> Iterator[int]:
    """The lines between cards that Markdown takes for text, or for underlined headings."""
    marks = [n for n, line in enumerate(lines) if line and _BETWEEN.fullmatch(line.rstrip())]
    if len(marks) < _LEAST or len({lines[n].rstrip() for n in marks}) > 1:
        return
    ends = [*marks, len(lines)]
    blocks = [lines[first + 1 : end] for first, end in zip([-1, *marks], ends, strict=True)]
    blocks = [block for block in blocks if any(map(str.strip, block))]
    # An underlined title stands alone above its line, and a card ends with its answer.
    if sum(map(_ends_with_two, blocks)) * 2 > len(blocks):
        yield from marks


def _ends_with_two(block: Sequence[str]) -> bool:
    """Whether the last paragraph of a block has two lines or more."""
    text = [bool(line.strip()) for line in block]
    while text and not text[-1]:
        text.pop()
    return all(text[-2:]) and len(text) > 1

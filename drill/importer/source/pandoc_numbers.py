"""Numbers the items that Pandoc would number: `#. text`."""

import re
from collections.abc import Sequence

_ITEM = re.compile(r" {0,3}#\.(?=[ \t]+\S)")
_LEAST = 2
"""The fewest such items: a single one may be a heading with a slip."""
_MOST = 99
"""The largest number written: a longer one would push the text of an item out of it."""


def with_numbers(lines: Sequence[str]) -> list[str]:
    """The same number of lines, with `#.` replaced by numbers that count up."""
    marked = [number for number, line in enumerate(lines) if "#." in line and _ITEM.match(line)]
    result = list(lines)
    if len(marked) >= _LEAST:
        for count, number in enumerate(marked, start=1):
            result[number] = lines[number].replace("#.", f"{min(count, _MOST)}.", 1)
    return result

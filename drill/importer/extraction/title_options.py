"""Finds options, and the letters of the right ones, that stand in the title of a question."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from drill.importer.extraction.multiple_choice import OptionBlock, find_options
from drill.importer.signals.labels import WIDE_MARK
from drill.importer.signals.question_likelihood import sets_task
from drill.importer.signals.starts import Start
from drill.importer.source.lines import ends_asking

_FIRST = re.compile(rf"(?:^|\s)(?=\(?[aа](?:[.)]\s{{1,4}}\S|{WIDE_MARK}))", re.IGNORECASE)
_FILLED = re.compile(r"（\s{0,20}([A-Ha-h]{1,5})\s{0,20}）|\( {1,20}([A-Ha-h]{1,5}) {1,20}\)")
"""A blank in a title that holds the letters of the right options."""
_PLACES = 3
"""The most places in a title where options may begin."""
_LEAST = 3
"""The fewest options behind a title that does not end in a question mark: tasks have two parts."""


def options_in_title(start: Start, lines: Sequence[str], answer: str = "") -> tuple[Start, str]:
    """The start without the options behind its title, and these; else the start and nothing.

    Only the first option may stand there, and the others on `lines`, those below it. In the title
    of a task, `Explain …`, letters count its parts, unless the `answer` in a key names one.
    """
    text = f"{start.title} {start.rest}"
    for first in islice(_FIRST.finditer(text), _PLACES):
        title, options = text[: first.start()].strip(), text[first.end() :]
        block = find_options([options, *lines])
        least = 2 if ends_asking(title) else _LEAST
        if block is None or (sets_task(text) and not block.answered(answer).right):
            continue
        if title and block.first == 0 and len(block.choices) >= least:
            return replace(start, title=title, rest=""), options
    return start, ""


def with_filled_blank(
    start: Start, options: OptionBlock | None
) -> tuple[Start, OptionBlock | None]:
    """The start with the blank in its title empty, and the options right that the blank names."""
    filled = _FILLED.search(start.title)
    if options is None or options.right or filled is None:
        return start, options
    marked = options.answered(filled[1] or filled[2])
    empty = "（ ）" if filled[1] else "( )"
    title = _FILLED.sub(empty, start.title, count=1) if marked.right else start.title
    return replace(start, title=title), marked

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

_FIRST = re.compile(rf"(?:^|\s)(?=\(?[AaАа](?:[.)]\s{{1,4}}\S|{WIDE_MARK}))")
FILLED_BLANK = re.compile(
    r"（\s{0,20}(?P<wide>[A-Ha-h]{1,5})\s{0,20}）|\( {1,20}(?P<round>[A-Ha-h]{1,5}) {1,20}\)"
    r"|_{2,20}\s{0,20}(?P<line>[A-H]{1,5})\s{0,20}_{2,20}"
    r"|<u>(?:\s|&nbsp;){0,20}(?P<tag>[A-H]{1,5})(?:\s|&nbsp;){0,20}</u>"
)
"""A blank in a prompt that holds the letters of the right options."""
_EMPTY = {"wide": "（ ）", "round": "( )", "line": "____", "tag": "____"}
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


def with_filled_blank(text: str, options: OptionBlock | None) -> tuple[str, OptionBlock | None]:
    """The `text` with its blank empty, and the options right that the blank names."""
    filled = FILLED_BLANK.search(text)
    if options is None or options.right or filled is None or filled.lastgroup is None:
        return text, options
    marked = options.answered(filled[filled.lastgroup])
    if not marked.right:
        return text, options
    return text[: filled.start()] + _EMPTY[filled.lastgroup] + text[filled.end() :], marked

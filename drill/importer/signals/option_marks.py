"""Learns the mark of a document behind right options, such as `X` or `(TOČNO)`, by its place."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from drill.importer.signals.labels import ALPHABETS, read_option

_MARK = re.compile(
    r"\s(?P<mark>[*_`]{0,3}(?:[xX✗✘]|[(\[【（]\s?[^()\[\]【】（）\d\n]{1,24}?\s?[)\]】）]"
    r"|(?:<{0,2}[-=]{1,3}|←)\s?[^\W\d_]{2,16}[.!]?)[*_`]{0,3}|(?P<bold>\*\*|__)[^*_\n]{2,24}(?P=bold))"
    r"[\s\\]*$"
)
"""A letter, words in brackets, a word behind an arrow or bold words at the end of an option."""
_LEAST = 3
"""The fewest runs of options with the same mark."""
_MARKED = 0.4
"""Their least share of all runs: a term in brackets, `(HTTP)`, recurs in fewer."""
_RIGHT = 0.5
"""The largest share of marked options; a mark on more of them is for wrong ones."""
_BETWEEN = 3
"""The most lines from an option to the next one: blank lines, or its wrapped text."""
_TICK = " ✅"


def with_ticks(lines: Sequence[str]) -> list[str]:
    """`lines` with a tick in place of the document's own mark of right options, if it has one."""
    runs = list(_runs(lines))
    marks = {n: match for run in runs for n in run if (match := _MARK.search(lines[n][-60:]))}
    keys = {n: match["mark"].strip("*_` .!").lower() for n, match in marks.items()}
    counts: Counter[str] = Counter()
    offered: Counter[str] = Counter()
    used: Counter[str] = Counter()
    for run in runs:
        found = Counter(keys[n] for n in run if n in keys)
        for key, count in found.items():
            counts[key] += count < len(run)
            used[key] += count
            offered[key] += len(run)
    right = {
        key
        for key, count in counts.items()
        if count >= max(_LEAST, _MARKED * len(runs)) and used[key] <= _RIGHT * offered[key]
    }
    result = list(lines)
    for n, key in keys.items():
        if key in right:
            result[n] = lines[n][: len(lines[n]) - len(marks[n][0])] + _TICK
    return result


def _runs(lines: Sequence[str]) -> Iterator[list[int]]:
    """The lines of the options of each run that counts from A."""
    run: list[int] = []
    for number, line in enumerate(lines):
        option = read_option(line) if len(line) < 2_000 and line.strip() else None
        if option is None or not option[0]:
            continue
        near = bool(run) and number - run[-1] <= _BETWEEN
        place = len(run) if near else 0
        if not any(alphabet[place : place + 1] == option[0] for alphabet in ALPHABETS):
            place = 0
            if option[0] not in {"a", "а"}:
                continue
        if place == 0 and len(run) > 1:
            yield run
        run = [*run[:place], number]
    if len(run) > 1:
        yield run

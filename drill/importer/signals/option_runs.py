"""Where a document has runs of options, so that what stands above them is a question."""

from bisect import bisect_left
from collections.abc import Sequence

from drill.importer.signals.labels import read_option

_NEAR = 20
"""How many lines after the first option the second one begins at most: code may stand between."""
_FIRST = {"a", "а"}
_SECOND = {"b", "б"}


def option_lines(lines: Sequence[str]) -> list[int]:
    """The lines of first options, `A.` before `B.`, in order; boxes alone are lists of tasks."""
    firsts: list[int] = []
    waiting: int | None = None
    fence = ""
    for number, line in enumerate(lines):
        mark = line.lstrip(" >")[:3]
        if mark in {"```", "~~~"}:
            fence = "" if mark == fence else fence or mark
        if fence or len(line) > 2_000 or not line.strip():
            continue
        option = read_option(line)
        if option is None:
            continue
        letter = option[0]
        if letter in _FIRST:
            waiting = number
        elif letter in _SECOND and waiting is not None and number - waiting <= _NEAR:
            firsts.append(waiting)
            waiting = None
    return firsts


def has_options(firsts: Sequence[int], start: int, end: int) -> bool:
    """Whether options begin on the lines from `start` up to `end`, as `option_lines` found them."""
    place = bisect_left(firsts, start)
    return place < len(firsts) and firsts[place] < end

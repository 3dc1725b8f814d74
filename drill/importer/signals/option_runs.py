"""Finds runs of options, which make the text above them a question."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from drill.importer.signals.labels import read_option
from drill.importer.source.document import Document
from drill.importer.source.leaves import Leaf, LeafKind
from drill.importer.source.lines import QUESTION_MARKS
from drill.text import words

_NEAR = 20
"""The most lines from the first option to the second: code may separate them."""
_CHOICES = 2
"""The items of a list that recurs below questions: true and false."""
_RECUR = 3
"""The fewest times that such a list recurs, word for word; two may be chance."""
_BOXES = 3
"""The fewest runs of boxes that may be options."""
_ASKED = 0.25
"""The least share of lines above boxes that ask: tasks have titles above, exams also sentences to
complete."""
_BOX = re.compile(r"\s*[-*+]\s+\[[ xX✓✔]?\]\s")
_FIRST = {"a", "а"}
_SECOND = {"b", "б"}


def option_lines(lines: Sequence[str]) -> list[int]:
    """The lines of first options (`A.` before `B.`), in order; boxes alone are task lists."""
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


def choice_lines(document: Document) -> set[int]:
    """The first lines of lists that can only be options: boxes, "True" and "False"."""
    return _twos(document.leaves) | _boxes(document.lines)


def _twos(leaves: Sequence[Leaf]) -> set[int]:
    """The first lines of recurring two-item lists below items, such as "True" and "False"."""
    lists: dict[int, list[Leaf]] = defaultdict(list)
    for leaf in leaves:
        item = leaf.opens
        if item is not None and item.depth > 1 and leaf.kind is LeafKind.PARAGRAPH:
            lists[item.group].append(leaf)
    starts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for members in lists.values():
        texts = tuple(" ".join(words(leaf.text)) for leaf in members)
        if len(texts) == _CHOICES and all(texts) and len(set(texts)) == _CHOICES:
            starts[texts].append(members[0].start)
    return {line for lines in starts.values() if len(lines) >= _RECUR for line in lines}


def _boxes(lines: Sequence[str]) -> set[int]:
    """The first lines of runs of boxes right below other lines, if enough of those lines ask."""
    boxed = [bool(_BOX.match(line)) for line in lines]
    firsts = [
        number
        for number in range(1, len(lines) - 1)
        if boxed[number] and boxed[number + 1] and not boxed[number - 1]
        if lines[number - 1].strip()
    ]
    asked = sum(lines[number - 1].rstrip(" *_").endswith(QUESTION_MARKS) for number in firsts)
    return set(firsts) if len(firsts) >= _BOXES and asked >= _ASKED * len(firsts) else set()


def has_options(firsts: Sequence[int], start: int, end: int) -> bool:
    """Whether one of `firsts` (see `option_lines`) is on lines `start` to `end` (exclusive)."""
    return runs_of_options(firsts, start, end) > 0


def runs_of_options(firsts: Sequence[int], start: int, end: int) -> int:
    """The number of `firsts` (see `option_lines`) on lines `start` to `end` (exclusive)."""
    return bisect_left(firsts, end) - bisect_left(firsts, start)

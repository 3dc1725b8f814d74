"""Finds runs of options, which make the text above them a question."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby

from drill.importer.signals.labels import COUNTING, FIRST, INLINE_SECOND, SECOND, read_option
from drill.importer.signals.right_marks import TICK, marked
from drill.importer.source.document import Document
from drill.importer.source.leaves import Leaf, LeafKind
from drill.importer.source.lines import ends_asking
from drill.text import words

_NEAR = 20
"""The most lines from the first option to the second: code may separate them."""
_BELOW_TITLE = 2
"""The most lines from a title with the first option down to the second, one of them blank."""
_LAST = 400
"""The most characters of such an option."""
_CHOICES = 2
"""The items of a list that recurs below questions: true and false."""
_RECUR = 3
"""The fewest times that such a list recurs, word for word; two may be chance."""
_ITEMS = 9
"""The most items of a list of options."""
_MARKED = 0.5
"""The least share of lists with marked items: other lists emphasise one now and then."""
_LINES_EACH = 20
"""The most lines of text for each run of Roman or circled numbers, to read these as options: notes
count with them now and then."""
_EMPHASIS = ("**", "__")
_LEAST_SINGLE = 5
"""The fewest lists of boxes with one of them ticked, as tasks seldom are."""
_BOXES = 3
"""The fewest runs of boxes that may be options."""
_ASKED = 0.25
"""The least share of lines above boxes that ask: tasks have titles above, exams also sentences to
complete."""
_CHECKED_ASKED = 0.5
"""The same below blank lines, as in checklists, if few runs have both ticks and empty boxes."""
_TICKED = 0.8
"""The least share of runs with both in an exam that shows the answers."""
_BOX = re.compile(r"\s*[-*+]\s+\[(?P<sign>[ xX✓✔]?)\]\s")
_BOX_TEXT = re.compile(r"\[(?P<sign>[ xX✓✔]?)\]\s")
_FIRST_LAST = re.compile(r"\s\(?[AaАа][.)]\s{1,4}\S")
"""The first option at the end of a title: `Which is it? a) this`."""


def option_lines(lines: Sequence[str]) -> list[int]:
    """The lines of first options (`A.` before `B.`), in order; boxes alone are task lists.

    The second option counts if the first stands behind the title above it. Beside these, Roman and
    circled numbers count something else.
    """
    firsts: list[tuple[int, str]] = []
    waiting: tuple[int, str] | None = None
    titled = -_NEAR
    fence = ""
    for number, line in enumerate(lines):
        mark = line.lstrip(" >")[:3]
        if mark in {"```", "~~~"}:
            fence = "" if mark == fence else fence or mark
        if fence or len(line) > 2_000 or not line.strip():
            continue
        option = read_option(line)
        if option is None:
            titled = number if _FIRST_LAST.search(line[-_LAST:]) else titled
            continue
        letter = option[0]
        if letter in FIRST and INLINE_SECOND.search(line):
            firsts.append((number, letter))
            waiting = None
        elif letter in FIRST:
            waiting = number, letter
        elif letter in SECOND and waiting is not None and number - waiting[0] <= _NEAR:
            firsts.append(waiting)
            waiting = None
        elif letter in SECOND and number - titled <= _BELOW_TITLE:
            firsts.append((number, letter))
    lettered = [line for line, letter in firsts if letter not in COUNTING]
    text = sum(map(bool, map(str.strip, lines)))
    return lettered or [line for line, _ in firsts if len(firsts) * _LINES_EACH >= text]


def marked_lists(leaves: Sequence[Leaf]) -> list[int]:
    """The first lines of lists with some items marked as right, if many lists are like that.

    A tick before an item may say that it is done; a single box in nearly each list tells an exam.
    """
    lists: dict[int, list[Leaf]] = defaultdict(list)
    for leaf in leaves:
        if leaf.item is not None and leaf.kind is LeafKind.PARAGRAPH:
            lists[leaf.item.group].append(leaf)
    several = [items for items in lists.values() if 1 < len(items) <= _ITEMS]
    boxes = [
        [match["sign"] for leaf in items if (match := _BOX_TEXT.match(leaf.text))]
        for items in several
    ]
    boxed = [
        (items, signs)
        for items, signs in zip(several, boxes, strict=True)
        if len(signs) == len(items)
    ]
    single = [
        items[0].start for items, signs in boxed if sum(map(bool, map(str.strip, signs))) == 1
    ]
    is_exam = len(single) >= max(_LEAST_SINGLE, _TICKED * len(boxed))
    firsts = []
    for items in several:
        texts = [leaf.text.strip() for leaf in items]
        right = marked(texts) if all(leaf.first for leaf in items) else []
        leads = any(
            text.startswith(_EMPHASIS) and not ok for text, ok in zip(texts, right, strict=False)
        )
        if right and not leads and not any(map(TICK.match, texts)):
            firsts.append(items[0].start)
    is_marked = len(firsts) >= max(_RECUR, _MARKED * (len(several) - len(boxed)))
    return sorted([*(firsts if is_marked else ()), *(single if is_exam else ())])


def choice_lines(document: Document) -> set[int]:
    """The lines right below titles with a list of choices: boxes, "True" and "False"."""
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
    """The lines right below what runs of boxes are below, if enough of that asks.

    Between may be blank lines, and an instruction that recurs: "Select one answer."
    """
    signs = [
        match["sign"] if "[" in line and (match := _BOX.match(line)) else None for line in lines
    ]
    above: list[int] = []
    ticked = apart = 0
    for is_box, run in groupby(range(len(lines)), lambda number: signs[number] is not None):
        numbers = list(run)
        if is_box and len(numbers) > 1:
            above.append(_filled_above(lines, numbers[0]))
            apart += above[-1] < numbers[0] - 1
            ticked += len({bool((signs[number] or "").strip()) for number in numbers}) > 1
    counts = Counter(lines[number] for number in above)
    titles = [
        _filled_above(lines, number) if counts[lines[number]] >= _RECUR else number
        for number in above
        if number >= 0
    ]
    asked = sum(ends_asking(lines[number]) for number in titles)
    is_checklist = 2 * apart > len(above) and ticked < _TICKED * len(above)
    least = _CHECKED_ASKED if is_checklist else _ASKED
    enough = len(titles) >= _BOXES and asked >= least * len(titles)
    return {number + 1 for number in titles} if enough else set()


def _filled_above(lines: Sequence[str], number: int) -> int:
    """The last line above line `number` with text, or -1."""
    return next((above for above in range(number - 1, -1, -1) if lines[above].strip()), -1)


def is_box(line: str) -> bool:
    """Whether a line is an item with a box to tick."""
    return bool(_BOX.match(line))


def has_options(firsts: Sequence[int], start: int, end: int) -> bool:
    """Whether one of `firsts` (see `option_lines`) is on lines `start` to `end` (exclusive)."""
    return runs_of_options(firsts, start, end) > 0


def runs_of_options(firsts: Sequence[int], start: int, end: int) -> int:
    """The number of `firsts` (see `option_lines`) on lines `start` to `end` (exclusive)."""
    return bisect_left(firsts, end) - bisect_left(firsts, start)

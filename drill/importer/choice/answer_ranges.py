"""Finds the end of each answer: at the next start, a section, or the end of its fold or item."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from drill.importer.choice.last_answer import stop_last_answer
from drill.importer.choice.question_range import QuestionRange
from drill.importer.choice.section_breaks import before_section_lines, section_breaks
from drill.importer.choice.weights import ALIKE, ANSWERED_ITEMS, BELOW, IN_TURN, PARTED
from drill.importer.forms.reading import Reading
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.numbering import regularity
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.signals.starts import Start
from drill.importer.source.leaves import CODE, UNTOLD, Item, Leaf, LeafKind

_LINES = {CandidateKind.PARAGRAPH, CandidateKind.LINE}
_OTHER_CARD = re.compile(r"[B-PR-Z]:\s")


def extend(outline: Outline, reading: Reading, low: int, high: int) -> list[QuestionRange]:
    """The starts of `reading` on the lines from `low` up to `high`, each with its end."""
    first, last = (bisect_left(reading.lines, line) for line in (low, high))
    starts = list(_apart(reading.starts[first:last]))
    if not starts:
        return []
    breaks = section_breaks(outline, reading, starts, low, high)
    breaks = sorted(breaks + _lines_above(outline, starts) + outline.numbered_sections)
    if reading.has_other_cards:
        breaks = sorted(breaks + _other_cards(outline, starts, high))
    questions = []
    ends = [*before_section_lines(outline, starts, list(map(_first_line, starts)))[1:], high]
    for start, after in zip(starts, ends, strict=True):
        place = bisect_right(breaks, start.line)
        end = min(after, breaks[place] if place < len(breaks) else high)
        if start.stop is not None:
            end = min(end, start.stop)
        questions.append(QuestionRange(start, max(end, start.end), reading.form))
    _stop_items(outline, questions)
    stop_last_answer(outline, questions, high)
    return questions


def _first_line(start: Start) -> int:
    """The first line of a start: its list mark, if that is on a line of its own above the text."""
    item = start.candidate.leaf.opens
    return min(start.line, item.start) if item is not None else start.line


def _apart(starts: Iterable[Start]) -> Iterator[Start]:
    """The starts, without those on lines of an earlier start."""
    line = -1
    for start in starts:
        if start.line >= line:
            line = max(start.end, start.line + 1)
            yield start


def _lines_above(outline: Outline, starts: Sequence[Start]) -> list[int]:
    """The lines right above nearly all starts that count them, `Card 7: Sets`."""
    above: list[Candidate] = []
    for start in starts:
        place = bisect_left(outline.candidate_lines, start.line) - 1
        candidate = outline.all_candidates[place] if place >= 0 else None
        if candidate is None or not candidate.number or candidate.kind not in _LINES:
            continue
        if not any(map(str.strip, outline.document.lines[candidate.end : start.line])):
            above.append(candidate)
    counts = regularity([candidate.number[-1] for candidate in above]) >= PARTED
    is_first = bool(above) and above[0].line < starts[0].line
    if len(above) < max(ALIKE - 1, PARTED * len(starts)) or not (counts and is_first):
        return []
    return [candidate.line for candidate in above]


def _other_cards(outline: Outline, starts: list[Start], high: int) -> list[int]:
    """Lines that begin a card of another kind, `C: ...`, among cards of `Q:` and `A:`."""
    answers = {label.line for label in outline.answer_labels}
    return [
        leaf.start
        for leaf in outline.document.between(starts[0].line, high)
        if leaf.kind is LeafKind.PARAGRAPH
        and leaf.item is None
        and leaf.start not in answers
        and _OTHER_CARD.match(leaf.text)
    ]


@dataclass(frozen=True, slots=True)
class _Habits:
    """The layout of answers in a document with questions in lists.

    `below` means that most answers are below their items, `lazy` that the lines of items have no
    indent, `answered` that nearly all of several questions have an answer.
    """

    below: bool
    lazy: bool
    answered: bool


def _stop_items(outline: Outline, questions: list[QuestionRange]) -> None:
    """End an item's answer with the item, unless this document writes answers below its items."""
    if all(question.start.candidate.leaf.item is None for question in questions):
        return
    _stop_at_items(outline, questions)
    outside = [_outside(outline, question) for question in questions]
    between = outline.document.between
    habits = _Habits(
        below=sum(outside[:-1]) >= BELOW * max(1, len(questions) - 1),
        lazy=sum(_is_lazy(outline, question) for question in questions) * 2 > len(questions),
        answered=len(questions) >= ALIKE
        and sum(bool(between(question.start.end, question.end)) for question in questions)
        >= ANSWERED_ITEMS * len(questions),
    )
    for place, question in enumerate(questions):
        item = question.start.candidate.leaf.item
        if item is None or not outside[place] or question.start.stop is not None:
            continue
        after = questions[place + 1] if place + 1 < len(questions) else None
        inside = any(
            leaf.end > question.start.end for leaf in between(question.start.line, item.end)
        )
        end = item.end
        if after is None or not _is_section_line(outline, question, after):
            if _is_answered_below(outline, question, item, after, habits, inside=inside):
                continue
            if not inside:
                end = _code_end(outline, item.end, question.end)
        question.end = max(end, question.start.end)


def _is_answered_below(
    outline: Outline,
    question: QuestionRange,
    item: Item,
    after: QuestionRange | None,
    habits: _Habits,
    *,
    inside: bool,
) -> bool:
    """Whether the text below an item is its answer; `inside` says that the item has text too."""
    label = outline.answer_between(item.start, question.end)
    below = next(iter(outline.document.between(item.end, question.end)), None)
    if label is not None and label.leaf is below:
        return True
    if after is None or after.start.line > question.end:
        # If others have an answer, the text below the last item of a section is its answer.
        if habits.answered and not inside and not question.start.rest:
            return True
    elif not inside or _counts_up(question.start.candidate.number, after.start.candidate.number):
        return True
    is_item = question.start.candidate.kind is CandidateKind.ITEM
    if habits.lazy or not (is_item or _starts_flush(outline, item.end, question.end)):
        return True
    return habits.below and not (inside and is_item)


def _counts_up(number: tuple[int, ...], following: tuple[int, ...]) -> bool:
    """Whether the second of two numbers is the next one."""
    return bool(number and following) and following[-1] == number[-1] + 1


def _code_end(outline: Outline, start: int, end: int) -> int:
    """The end of the code blocks that begin at `start`, at most `end`."""
    for leaf in outline.document.between(start, end):
        if leaf.kind not in CODE:
            break
        start = leaf.end
    return start


def _is_lazy(outline: Outline, question: QuestionRange) -> bool:
    """Whether the text after an item's title continues without an indent."""
    end = question.start.end
    item = question.start.candidate.leaf.item
    if item is None or not item.start < end < min(item.end, question.end):
        return False
    return outline.document.lines[end][:1] not in {"", " ", "\t"}


def _starts_flush(outline: Outline, start: int, end: int) -> bool:
    """Whether the first block on the lines from `start` to `end` has no indent."""
    leaf = next(iter(outline.document.between(start, end)), None)
    return leaf is not None and outline.document.lines[leaf.start][:1] not in {" ", "\t"}


def _is_section_line(outline: Outline, question: QuestionRange, after: QuestionRange) -> bool:
    """Whether only one bold line is between an item and the next one, which is in another list."""
    item, following = question.start.candidate.leaf.item, after.start.candidate.leaf.item
    if item is None or following is None or item.group == following.group:
        return False
    between = outline.document.between(item.end, after.start.line)
    text = between[0].text.strip() if len(between) == 1 else ""
    if outline.labels.answers(text):
        return False
    return text.startswith(("**", "__")) and text.rstrip(":：").endswith(("**", "__"))


def _outside(outline: Outline, question: QuestionRange) -> bool:
    """Whether text follows the question's item before the question ends."""
    item = question.start.candidate.leaf.item
    if item is None or item.end >= question.end:
        return False
    return any(
        leaf.kind not in UNTOLD and leaf not in outline.back
        for leaf in outline.document.between(item.end, question.end)
    )


def _stop_at_items(outline: Outline, questions: list[QuestionRange]) -> None:
    """End each answer at the next item of its list, unless the items ask and answer in turn."""
    others = [_next_item(outline, question) for question in questions]
    answers = sum(leaf is not None and question_likelihood(leaf.text) < ASKS for leaf in others)
    if answers < IN_TURN * len(questions):
        for question, leaf in zip(questions, others, strict=True):
            question.end = question.end if leaf is None else max(leaf.start, question.start.end)


def _next_item(outline: Outline, question: QuestionRange) -> Leaf | None:
    """The first leaf below a start that belongs to another item of the same list."""
    item = question.start.candidate.leaf.item
    if item is None:
        return None
    between = outline.document.between(max(item.end, question.start.end), question.end)
    after = next((leaf for leaf in between if _is_beside(leaf, item)), None)
    own, other = item.number, after.item.number if after and after.item else None
    # A number that steps back counts parts of the answer.
    return None if own is not None and other is not None and other <= own else after


def _is_beside(leaf: Leaf, item: Item) -> bool:
    """Whether a leaf is in another item of the list of `item`."""
    inside = leaf.item
    while inside is not None and inside.depth > item.depth:
        inside = inside.parent
    return inside is not None and inside.group == item.group

"""Ends the last answer of a reading above the closing of the document."""

import re
from collections.abc import Sequence
from itertools import pairwise

from drill.importer.choice.question_range import QuestionRange
from drill.importer.choice.section_breaks import says
from drill.importer.choice.weights import ALIKE, PARTED
from drill.importer.signals.outline import Outline
from drill.importer.signals.title_topics import speaks_of_several
from drill.importer.source.leaves import EMPTY, Leaf, LeafKind
from drill.importer.source.lines import announces

_PROSE = {LeafKind.PARAGRAPH, LeafKind.HEADING, LeafKind.HTML}
_EMPHASISED = re.compile(r"\W{0,40}?(\*\*|__|\*|_)(?=\S)(?:(?!\1).){1,400}\1\W{0,40}")


def stop_last_answer(outline: Outline, questions: Sequence[QuestionRange], high: int) -> None:
    """End the last answer at its rule or closing; `high` is the end of the lines read."""
    _stop_at_rule(outline, questions)
    _stop_at_closing(outline, questions, high)


def _stop_at_rule(outline: Outline, questions: Sequence[QuestionRange]) -> None:
    """End the last answer at its rule, unless others go on below theirs."""
    if len(questions) < ALIKE - 1:
        return
    if False not in _around_rules(outline, questions[-1]):
        return
    others = (_around_rules(outline, question) for question in questions[:-1])
    ruled = [said for said in others if False in said]
    going_on = sum((False, True) in pairwise(said) for said in ruled)
    if going_on <= (1 - PARTED) * len(ruled):
        inside = outline.document.between(questions[-1].start.end, questions[-1].end)
        questions[-1].end = 1 + next(leaf.start for leaf in inside if leaf.kind is LeafKind.RULE)


def _stop_at_closing(outline: Outline, questions: Sequence[QuestionRange], high: int) -> None:
    """End the last answer above a closing of the document: text that no other answer has.

    It is below the only block or fold of other answers, in bold or italics, or about questions.
    """
    if len(questions) < ALIKE or questions[-1].end != high:
        return
    last = _blocks(outline, questions[-1])
    if len(last) < 2:
        return
    others = [_blocks(outline, question) for question in questions[:-1]]
    if all(_ends_with_fold(outline, question) for question in questions[:-1]):
        inside = outline.document.between(questions[-1].start.end, high)
        folds = [leaf.end for leaf in inside if leaf.kind is LeafKind.CLOSE]
        questions[-1].end = max(folds, default=high)
    elif not _goes_on(last) and all(len(leaves) == 1 for leaves in others):
        questions[-1].end = last[1].start
    elif any(ends(last) and not any(map(ends, others)) for ends in (_speaks, _is_emphasised)):
        # "These questions cover …", "**Good luck!**": no other answer ends like this.
        questions[-1].end = last[-1].start


def _ends_with_fold(outline: Outline, question: QuestionRange) -> bool:
    """Whether nothing but a rule is below the last fold of an answer."""
    leaves = outline.document.between(question.start.end, question.end)
    kinds = [leaf.kind for leaf in leaves if leaf.kind is not LeafKind.RULE]
    return kinds[-1:] == [LeafKind.CLOSE]


def _is_emphasised(blocks: Sequence[Leaf]) -> bool:
    """Whether an answer's last block is one line in bold or italics."""
    last = blocks[-1] if blocks else None
    return last is not None and last.is_free_paragraph and bool(_EMPHASISED.fullmatch(last.text))


def _speaks(blocks: Sequence[Leaf]) -> bool:
    """Whether an answer's last block is prose about questions or answers."""
    last = blocks[-1] if blocks else None
    plain = last is not None and last.kind is LeafKind.PARAGRAPH and last.item is None
    return last is not None and plain and speaks_of_several(last.text)


def _goes_on(blocks: Sequence[Leaf]) -> bool:
    """Whether an answer continues after its first block, which ends in a colon or precedes code."""
    return announces(blocks[0].text) or blocks[1].item is not None or blocks[1].kind not in _PROSE


def _blocks(outline: Outline, question: QuestionRange) -> list[Leaf]:
    """The blocks of an answer; the items of a list are one."""
    leaves: list[Leaf] = []
    for leaf in outline.document.between(question.start.end, question.end):
        same = leaves and leaf.item is not None and leaves[-1].item is not None
        if leaf.kind not in EMPTY and leaf not in outline.back and says(leaf) and not same:
            leaves.append(leaf)
    return leaves


def _around_rules(outline: Outline, question: QuestionRange) -> list[bool]:
    """For each block of an answer, True if it has text, False if it is a rule."""
    return [
        leaf.kind is not LeafKind.RULE
        for leaf in outline.document.between(question.start.end, question.end)
        if leaf.kind is LeafKind.RULE or (leaf.kind not in EMPTY and says(leaf))
    ]

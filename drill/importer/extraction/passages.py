"""Tells the passages of an exam, which the next question asks about, from explanations."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from drill.importer.choice.question_range import QuestionRange
from drill.importer.extraction.multiple_choice import find_options
from drill.importer.signals.outline import Outline
from drill.importer.source.leaves import LeafKind

_OWN = 0.5
"""The share of questions with text below their options from which such text explains them."""


def passage_lines(
    outline: Outline, questions: Sequence[QuestionRange], keyed: Collection[int]
) -> set[int]:
    """The first lines of the questions whose text below the options belongs to the next question.

    `keyed` are the indexes of those with an entry in a key. A title between two questions ends the
    text of the first.
    """
    lines = outline.document.lines
    offered = 0
    told: set[int] = set()
    for place in keyed:
        start, end = questions[place].start, questions[place].end
        block = find_options(lines[start.end : end])
        offered += block is not None
        below = outline.document.between(start.end + block.end, end) if block else []
        if any(leaf.kind is not LeafKind.RULE for leaf in below):
            told.add(start.line)
    if len(told) >= max(2, _OWN * offered):
        return set()
    return {
        question.start.line
        for question, after in pairwise(questions)
        if question.start.line in told
        and not outline.headings_between(question.start.end, after.start.line)
    }

"""Leaves out lines without an answer that no question is: tips above a list of questions."""

from itertools import groupby

from drill.importer.choice import weights as w
from drill.importer.choice.question_range import QuestionRange
from drill.importer.choice.trailing_titles import has_text
from drill.importer.signals.outline import Outline
from drill.importer.signals.plain_lines import ends_sentence
from drill.importer.signals.question_likelihood import ASKS


def without_asides(outline: Outline, questions: list[QuestionRange]) -> list[QuestionRange]:
    """`questions` without sections, and first sentences of sections, that neither ask nor answer.

    Nearly all other questions must ask, and the section must not go on counting them.
    """
    kept: list[QuestionRange] = []
    for section, group in groupby(questions, lambda one: outline.section(one.start.line)):
        members = list(group)
        bare = [one for one in members if not has_text(outline, one)]
        asks = [one for one in members if _surely_asks(outline, one)]
        goes_on = bool(kept) and _number(members[0]) == _number(kept[-1]) + 1
        is_title = any(one.start.candidate.level for one in members)
        is_part = asks or goes_on or is_title or outline.section_asks(section)
        if len(bare) == len(members) and not is_part:
            continue
        if members[0] in bare and members[0] not in asks and _is_sentence(members[0]):
            members = members[1:]
        kept += members
    asking = sum(outline.likelihood(one.start) >= ASKS for one in kept)
    is_list = len(kept) >= w.STRUCTURED_COUNT and asking >= w.ALL_ASK * len(kept)
    return kept if is_list else questions


def _surely_asks(outline: Outline, question: QuestionRange) -> bool:
    return outline.likelihood(question.start) >= w.LOST_SURE


def _number(question: QuestionRange) -> int:
    number = question.start.candidate.number
    return number[-1] if number else -1


def _is_sentence(question: QuestionRange) -> bool:
    candidate = question.start.candidate
    return candidate.leaf.is_free_paragraph and ends_sentence(candidate.title)

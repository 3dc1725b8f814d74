"""Drafts: key points that nobody has reviewed yet."""

from dataclasses import replace

from drill.model import KeyPoint, Question
from drill.points.proposing import propose


def can_be_drafted(question: Question) -> bool:
    """Whether key points can be proposed: there is an answer, and no options."""
    return bool(question.answer and question.answer.strip()) and not question.options


def lacks_points(question: Question) -> bool:
    """Whether the question has no key points, but can have a draft."""
    return can_be_drafted(question) and not question.key_points


def is_open(question: Question) -> bool:
    """Whether a draft may replace the key points: nobody wrote or kept them."""
    return can_be_drafted(question) and (question.drafted or not question.key_points)


def with_draft(question: Question) -> Question:
    """The question with the key points proposed from its answer, or with none."""
    return drafted_as(question, propose(question.text, question.answer or ""))


def drafted_as(question: Question, points: tuple[KeyPoint, ...]) -> Question:
    """The question with `points` as its draft; without points it is not a draft."""
    return replace(question, key_points=points, drafted=bool(points))


def kept_as(question: Question, points: tuple[KeyPoint, ...]) -> Question:
    """The question with `points` as a person chose them, so no longer a draft."""
    return replace(question, key_points=points, drafted=False)

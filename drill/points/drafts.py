"""Drafts: key points that nobody has reviewed yet."""

from dataclasses import replace

from drill.model import KeyPoint, Question

NONE_WANTED = "x-no-key-points"
"""The key of a question whose draft a person dropped whole: it is rated by share."""


def can_be_drafted(question: Question) -> bool:
    """Whether key points can be proposed: there is an answer, no options, and points are wanted."""
    has_answer = bool(question.answer and question.answer.strip())
    return has_answer and not question.options and NONE_WANTED not in question.extra


def lacks_points(question: Question) -> bool:
    """Whether the question has no key points, but can have a draft."""
    return can_be_drafted(question) and not question.key_points


def is_open(question: Question) -> bool:
    """Whether a draft may replace the key points: nobody wrote or kept them."""
    return can_be_drafted(question) and (question.drafted or not question.key_points)


def with_draft(question: Question) -> Question:
    """The question with the key points proposed from its answer, or with none."""
    from drill.points.proposing import propose

    return drafted_as(question, propose(question.text, question.answer or ""))


def drafted_as(question: Question, points: tuple[KeyPoint, ...]) -> Question:
    """The question with `points` as its draft; without points it is not a draft."""
    return replace(question, key_points=points, drafted=bool(points))


def kept_as(question: Question, points: tuple[KeyPoint, ...]) -> Question:
    """The question with `points` as a person chose them, so no longer a draft."""
    return _decided(replace(question, key_points=points, drafted=False), none_wanted=not points)


def with_points_of(question: Question, other: Question) -> Question:
    """The question with the points of `other`, and what a person decided about them."""
    pointed = replace(question, key_points=other.key_points, drafted=other.drafted)
    return _decided(pointed, none_wanted=NONE_WANTED in other.extra)


def _decided(question: Question, *, none_wanted: bool) -> Question:
    extra = {key: value for key, value in question.extra.items() if key != NONE_WANTED}
    return replace(question, extra={**extra, NONE_WANTED: True} if none_wanted else extra)

"""Which questions need a draft, and when a draft becomes the user's own."""

import pytest

from drill.model import KeyPoint, Option, Question
from drill.points.drafts import can_be_drafted, drafted_as, is_open, kept_as, lacks_points

BARE = Question("rome", "What is the capital of Italy?", "Rome, on the Tiber.")
POINT = (KeyPoint("Rome lies on the Tiber"),)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (BARE, True),
        (Question("q", "Why?"), False),
        (Question("q", "Why?", " \n"), False),
        (Question("q", "Which?", "A.", options=(Option("A", correct=True),)), False),
    ],
)
def test_questions_with_an_answer_and_without_options_can_be_drafted(
    question: Question, expected: bool
) -> None:
    assert can_be_drafted(question) is expected


def test_points_that_a_person_wrote_or_kept_are_never_drafted_again() -> None:
    drafted, kept = drafted_as(BARE, POINT), kept_as(BARE, POINT)
    assert [is_open(each) for each in (BARE, drafted, kept)] == [True, True, False]
    assert [lacks_points(each) for each in (BARE, drafted, kept)] == [True, False, False]


def test_a_draft_that_was_dropped_whole_does_not_come_back_until_a_point_is_kept() -> None:
    dropped = kept_as(drafted_as(BARE, POINT), ())
    assert (dropped.key_points, dict(dropped.extra)) == ((), {"x-no-key-points": True})
    assert not is_open(dropped)
    assert kept_as(dropped, POINT) == kept_as(BARE, POINT)


def test_without_points_there_is_no_draft() -> None:
    assert drafted_as(drafted_as(BARE, POINT), ()) == BARE

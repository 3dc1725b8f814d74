from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill import grading
from drill.model import Attempt, KeyPoint, Mark, OfferedOption, Rating

CORE, BONUS = KeyPoint("core"), KeyPoint("bonus", bonus=True)
MARKS = {"+": Mark.SAID, "~": Mark.PARTLY, "-": Mark.MISSED}
ATTEMPT = Attempt(
    "s.0",
    "s",
    "d/q",
    datetime(2026, 3, 2, tzinfo=UTC),
    30.0,
    1.0,
    Rating.EASY,
    points=(("p", Mark.SAID),),
)


def covered(coverage: float, confidence: int | None) -> Attempt:
    return replace(ATTEMPT, coverage=coverage, confidence=confidence)


@pytest.mark.parametrize(
    ("points", "marks", "expected"),
    [
        ((CORE, CORE), "++", 1.0),
        ((CORE, CORE), "+-", 0.5),
        ((CORE, CORE), "~-", 0.25),
        ((CORE, CORE, CORE, CORE), "+++~", 0.875),
        ((CORE, BONUS), "+-", 1.0),  # never needed
        ((CORE, BONUS), "-+", 0.0),  # never makes up for a missed one
        ((BONUS, BONUS), "+-", 0.5),  # nothing else to judge by
    ],
)
def test_coverage_is_the_share_of_the_core_points(
    points: tuple[KeyPoint, ...], marks: str, expected: float
) -> None:
    assert grading.coverage(points, [MARKS[sign] for sign in marks], wrong=False) == expected


@pytest.mark.parametrize(
    ("correct", "chosen", "wrong", "expected"),
    [
        ({1}, {1}, False, 1.0),
        ({1}, {0}, False, 0.0),
        ({1}, set(), False, 0.0),
        ({0, 2}, {0, 2}, False, 1.0),
        ({0, 2}, {0}, False, 0.5),
        ({0, 2}, {0, 1}, False, 0.0),  # one right, one wrong
        ({0, 2}, {0, 1, 2}, False, 0.5),
        ({0, 2}, {1, 3}, False, 0.0),  # never below
        ({1}, {1}, True, 0.5),
    ],
)
def test_a_choice_scores_right_options_minus_wrong_ones(
    correct: set[int], chosen: set[int], wrong: bool, expected: float
) -> None:
    assert grading.coverage_of_choice(correct, chosen, wrong) == expected


@pytest.mark.parametrize(("marks", "expected"), [("++", 0.5), ("~-", 0.25)])
def test_something_wrong_keeps_coverage_at_half(marks: str, expected: float) -> None:
    signs = [MARKS[sign] for sign in marks]
    assert grading.coverage((CORE, CORE), signs, wrong=True) == expected


@pytest.mark.parametrize(
    ("rating", "right", "wrong"),
    [
        (Rating.AGAIN, 0.0, 0.0),
        (Rating.HARD, 0.5, 0.5),
        (Rating.GOOD, 0.75, 0.5),
        (Rating.EASY, 1.0, 0.5),
    ],
)
def test_without_points_the_rating_gives_the_coverage(
    rating: Rating, right: float, wrong: float
) -> None:
    assert grading.coverage_of_rating(rating, wrong=False) == right
    assert grading.coverage_of_rating(rating, wrong=True) == wrong


@pytest.mark.parametrize(
    ("share", "rating"),
    [
        (0.0, Rating.AGAIN),
        (0.499, Rating.AGAIN),
        (0.5, Rating.HARD),
        (0.749, Rating.HARD),
        (0.75, Rating.GOOD),
        (0.999, Rating.GOOD),
        (1.0, Rating.EASY),
    ],
)
def test_the_rating_changes_at_50_75_and_100_percent(share: float, rating: Rating) -> None:
    assert grading.rating_of_coverage(share) is rating


@pytest.mark.parametrize("rating", Rating)
def test_a_rating_without_points_is_the_rating_that_was_given(rating: Rating) -> None:
    share = grading.coverage_of_rating(rating, wrong=False)
    assert grading.rating_of_coverage(share) is rating


@pytest.mark.parametrize(
    ("assisted", "over", "expected"),
    [
        (False, 0.0, Rating.EASY),
        (True, 0.0, Rating.GOOD),
        (False, 0.1, Rating.GOOD),
    ],
)
def test_a_hint_or_overtime_keeps_easy_away(assisted: bool, over: float, expected: Rating) -> None:
    assert grading.capped(Rating.EASY, assisted=assisted, over=over) is expected
    assert grading.capped(Rating.HARD, assisted=assisted, over=over) is Rating.HARD


@settings(max_examples=60, derandomize=True)
@given(
    st.lists(st.tuples(st.booleans(), st.sampled_from(Mark)), min_size=1, max_size=9), st.booleans()
)
def test_saying_more_never_lowers_the_coverage(drawn: list[tuple[bool, Mark]], wrong: bool) -> None:
    points = [KeyPoint("p", bonus=bonus) for bonus, _ in drawn]
    marks = [mark for _, mark in drawn]
    before = grading.coverage(points, marks, wrong)
    assert 0 <= before <= (0.5 if wrong else 1)
    for index in range(len(marks)):
        better = [*marks[:index], Mark.SAID, *marks[index + 1 :]]
        assert grading.coverage(points, better, wrong) >= before


def test_the_session_score_counts_a_skipped_question_as_nothing() -> None:
    skipped = replace(ATTEMPT, rating=None, coverage=0.0)
    assert grading.mean_coverage([covered(1.0, None), covered(0.5, None), skipped]) == 0.5
    assert grading.mean_coverage([]) is None


def test_self_ratings_have_a_mean_of_their_own() -> None:
    rated = replace(ATTEMPT, coverage=0.75, points=())
    skipped = replace(ATTEMPT, rating=None, coverage=0.0, points=())
    both = [covered(0.5, 75), rated, skipped]
    assert (grading.mean_coverage(both), grading.mean_self_rating(both)) == (0.25, 0.75)
    assert (grading.mean_coverage([rated, skipped]), grading.mean_self_rating([])) == (None, None)
    assert grading.mean_self_rating([rated, skipped]) == 0.375
    assert grading.bias([replace(rated, confidence=95)]) is None


def test_right_options_are_a_measure_and_options_without_a_right_one_are_none() -> None:
    chosen = replace(ATTEMPT, points=(), choices=(OfferedOption("a", correct=False, chosen=True),))
    assert chosen.self_rated
    right = OfferedOption("b", correct=True, chosen=False)
    assert not replace(chosen, choices=(*chosen.choices, right)).self_rated


def test_calibration_leaves_out_what_was_skipped_or_said_without_confidence() -> None:
    skipped = replace(ATTEMPT, rating=None, coverage=0.0, confidence=95)
    attempts = [covered(1.0, 75), covered(0.5, 95), covered(0.0, None), skipped]
    assert grading.bias(attempts) == pytest.approx(0.1)
    assert grading.brier(attempts) == pytest.approx((0.25**2 + 0.95**2) / 2)
    assert (grading.bias([skipped]), grading.brier([skipped])) == (None, None)


def test_the_brier_score_judges_coverage_of_three_quarters() -> None:
    assert grading.brier([covered(0.75, 95)]) == pytest.approx(0.0025)
    assert grading.brier([covered(0.74, 95)]) == pytest.approx(0.9025)

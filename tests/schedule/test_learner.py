from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.model import Rating, Timing
from drill.schedule.fsrs_formulas import FsrsModel
from drill.schedule.learner import Learner, pace, with_scoring_time
from drill.schedule.memory import PARAMETERS

NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)


def answered(key: str, *ratings: tuple[float, Rating | None], met: bool = False) -> list[Timing]:
    """Answers to `key` on certain days, each of 80 seconds."""
    return [
        Timing(key, f"{key} {day}", NOW + timedelta(days=day), 80.0, rating, met)
        for day, rating in ratings
    ]


def twice(first: Rating, second: Rating, questions: int = 20) -> list[Timing]:
    """So many questions, each asked today and in five days."""
    keys = [f"{first.name} {number}" for number in range(questions)]
    return [each for key in keys for each in answered(key, (0, first), (5, second))]


def test_before_there_is_an_answer_people_are_taken_to_be_alike() -> None:
    assert pace([]) == Learner(seconds=80.0, known=0.4, prior_stability_factor=2.0)


def test_an_answer_takes_the_time_from_one_score_to_the_next_or_to_its_reveal() -> None:
    timings = [
        Timing("d/a", "s", NOW, 60.0, Rating.EASY),
        Timing("d/b", "s", NOW + timedelta(minutes=2), 60.0, Rating.EASY),
        Timing("d/c", "other", NOW + timedelta(minutes=3), 90.0, Rating.EASY),
        Timing("d/d", "s", NOW + timedelta(hours=2), 10.0, Rating.EASY),
    ]
    took = with_scoring_time(timings)
    assert [seconds.seconds for seconds in took] == [60.0, 120.0, 90.0, 300.0]
    # 80 seconds weigh as much as five answers.
    assert pace(took).seconds == pytest.approx((5 * 80 + 60 + 120 + 90 + 300) / 9)


def test_the_share_known_before_is_that_of_the_first_answers() -> None:
    timings = [
        *answered("a", (0, Rating.HARD), (1, Rating.AGAIN)),
        *answered("b", (0, Rating.AGAIN), (1, Rating.EASY)),
        *answered("c", (0, None), (1, Rating.GOOD)),
        *answered("old", (0, Rating.AGAIN), met=True),
    ]
    assert pace(timings).known == pytest.approx((5 * 0.4 + 2) / (5 + 3))


def test_what_was_known_and_holds_lasts_longer_and_what_is_lost_lasts_less() -> None:
    held = pace(twice(Rating.GOOD, Rating.GOOD)).prior_stability_factor
    lost = pace(twice(Rating.GOOD, Rating.AGAIN)).prior_stability_factor
    assert lost == 1.0
    assert held > 3.0
    assert held < pace(twice(Rating.GOOD, Rating.GOOD, 60)).prior_stability_factor <= 16.0


def test_it_lasts_beside_what_had_to_be_learned() -> None:
    knew = twice(Rating.GOOD, Rating.GOOD)
    assert (
        pace(knew + twice(Rating.AGAIN, Rating.AGAIN, 9)).prior_stability_factor
        > pace(knew).prior_stability_factor
    )


def test_an_answer_of_the_same_day_says_nothing_of_how_long_it_lasts() -> None:
    days = [answered(f"{n}", (0, Rating.GOOD), (0.1, Rating.GOOD)) for n in range(9)]
    assert pace([each for day in days for each in day]).prior_stability_factor == 2.0


@given(st.floats(0.1, 1000), st.floats(0.1, 1000))
def test_the_slope_is_how_recall_rises_with_the_logarithm_of_stability(
    stability: float, days: float
) -> None:
    curve, step = FsrsModel(PARAMETERS), 1e-5
    rise = curve.recall(stability * (1 + step), days) - curve.recall(stability * (1 - step), days)
    assert curve.slope(stability, days) == pytest.approx(rise / (2 * step), abs=1e-6)

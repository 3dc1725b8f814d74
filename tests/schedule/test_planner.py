from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.model import Knowledge, Memory, Rating
from drill.schedule.fsrs_formulas import FsrsModel
from drill.schedule.memory import PARAMETERS, Schedule, recall, review
from drill.schedule.planner import Aim, Planner

NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)
CURVE = FsrsModel(PARAMETERS)


def known(stability: float, days: float, coverage: float = 1.0) -> Knowledge:
    last = NOW - timedelta(days=days)
    return Knowledge(2, coverage, last, memory=Memory(stability, 5.0, last, NOW))


def ranked(what: Mapping[str, Knowledge | None], days: int = 10, minutes: float = 300) -> list[str]:
    held = {key: each for key, each in what.items() if each}
    return Planner([Aim(days, minutes * 60, list(what))], held, NOW).ranked()


@settings(max_examples=60, derandomize=True)
@given(st.floats(0.05, 300), st.floats(1, 10), st.integers(1, 400))
def test_the_curve_is_that_of_py_fsrs(stability: float, difficulty: float, days: int) -> None:
    before = Memory(stability, difficulty, NOW, NOW)
    at = NOW + timedelta(days=days)
    chance = CURVE.recall(stability, days)
    assert chance == pytest.approx(recall(before, at))
    good, again = review(before, Rating.GOOD, at), review(before, Rating.AGAIN, at)
    assert CURVE.success(stability, difficulty, chance) == pytest.approx(good.stability)
    assert CURVE.failure(stability, difficulty, chance) == pytest.approx(again.stability)
    good_again = (good.stability, again.stability)
    kept, lost = (CURVE.recall(stability, 7) for stability in good_again)
    expected = pytest.approx(chance * kept + (1 - chance) * lost)
    assert CURVE.recall_after(stability, difficulty, days, 7) == expected
    assert CURVE.harder(difficulty) == pytest.approx(again.difficulty, abs=0.02)
    for rating in (Rating.AGAIN, Rating.GOOD):
        same = review(before, rating, NOW).stability
        assert CURVE.same_day(stability, rating) == pytest.approx(same)


@pytest.mark.parametrize("rating", Rating)
def test_the_curve_begins_as_py_fsrs_does(rating: Rating) -> None:
    first = review(None, rating, NOW)
    assert CURVE.first(rating) == pytest.approx((first.stability, first.difficulty))


def test_unseen_questions_come_first_then_what_is_forgotten_most_and_the_sure_ones_wait() -> None:
    what = {"sure": known(60, 2), "shaky": known(1, 6), "new": None, "weak": known(4, 6)}
    assert ranked(what, minutes=2) == ["new", "shaky", "weak", "sure"]
    assert ranked(what, days=1) == ["new", "shaky", "weak", "sure"]


def test_new_questions_wait_for_weak_ones_where_there_is_time_for_all_later() -> None:
    what = {"weak": known(1, 6), "new": None}
    assert ranked(what, days=30, minutes=1000) == ["weak", "new"]
    assert ranked(what, days=30, minutes=1) == ["new", "weak"]


def test_time_has_a_price_between_that_of_a_weak_question_and_of_a_firmer_one() -> None:
    # With twice the price the new one comes first, with half of it last.
    what = {"firmer": known(4, 6), "weak": known(1, 4), "new": None}
    assert ranked(what, minutes=2) == ["weak", "new", "firmer"]


def test_of_two_equal_questions_the_one_known_beforehand_can_wait() -> None:
    memory = Memory(2.0, 5.0, NOW - timedelta(days=4), NOW)
    what = {
        "knew": Knowledge(1, 1.0, memory.last, memory=memory),
        "learned": Knowledge(2, 1.0, memory.last, memory=memory),
    }
    assert ranked(what) == ["learned", "knew"]


def test_time_to_spare_goes_to_the_least_sure_once_a_day() -> None:
    what = {"sure": known(9000, 3), "surer": known(9000, 1), "today": known(9000, 0)}
    assert ranked(what, days=9, minutes=9000) == ["sure", "surer"]


def test_what_failed_today_comes_last_but_on_the_eve_of_the_interview() -> None:
    what = {"failed": known(0.5, 0, coverage=0.0), "sure": known(60, 3), "held": known(0.5, 0)}
    assert ranked(what, days=8) == ["sure", "failed"]
    assert ranked(what, days=1) == ["failed", "sure"]


def test_a_question_of_two_interviews_comes_before_one_of_either() -> None:
    aims = [Aim(5, 9000, ["a", "both"]), Aim(9, 9000, ["both", "b"])]
    assert Planner(aims, {}, NOW).ranked()[0] == "both"


def test_equal_questions_come_in_the_order_of_the_document() -> None:
    assert ranked({"c": None, "a": None, "b": None}) == ["c", "a", "b"]


def test_what_was_only_crammed_counts_as_new() -> None:
    what = {"seen": known(1, 3), "crammed": Knowledge(1, 1.0, NOW), "new": None}
    assert ranked(what, days=1) == ["crammed", "new", "seen"]


@settings(max_examples=60, derandomize=True)
@given(
    st.lists(st.none() | st.tuples(st.floats(0.001, 36500), st.floats(-3, 900)), max_size=12),
    st.integers(0, 900),
    st.floats(0, 1e6),
)
def test_any_state_date_and_time_left_gives_each_question_at_most_once(
    states: list[tuple[float, float] | None], days: int, seconds: float
) -> None:
    what = {str(n): known(*state) if state else None for n, state in enumerate(states)}
    order = ranked(what, days, seconds / 60)
    assert len(order) == len(set(order)) <= len(what)


def test_without_aims_there_is_nothing_to_ask() -> None:
    assert Planner([], {}, NOW).ranked() == []


def test_the_order_follows_the_parameters() -> None:
    what = {"weak": known(1, 6)}
    aim = Aim(30, 60_000, ["weak", "new"])
    rigid = Schedule((*PARAMETERS[:10], 0.05, *PARAMETERS[11:]))  # spacing hardly helps
    assert Planner([aim], what, NOW).ranked() == ["weak", "new"]
    assert Planner([aim], what, NOW, schedule=rigid).ranked() == ["new", "weak"]

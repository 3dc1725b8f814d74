"""Memory equals py-fsrs exactly; knowledge of a question follows from its attempts."""

from dataclasses import replace
from datetime import UTC, timedelta, timezone
from random import Random

import fsrs
import pytest
from fsrs.scheduler import (
    DEFAULT_PARAMETERS,
    LOWER_BOUNDS_PARAMETERS,
    UPPER_BOUNDS_PARAMETERS,
)
from hypothesis import given
from hypothesis import strategies as st

from drill.model import Attempt, Knowledge, Mark, Memory, Rating
from drill.schedule.memory import BOUNDS, PARAMETERS, Schedule, learn, recall, replay, review
from tests import builders
from tests.builders import START

ratings = st.sampled_from(Rating)
gaps = st.timedeltas(timedelta(0), timedelta(days=400))
histories = st.lists(st.tuples(gaps, ratings), min_size=1, max_size=12)
scaled = st.floats(0.8, 1.2).map(lambda by: (*(p * by for p in PARAMETERS[:4]), *PARAMETERS[4:]))
schedules = st.builds(Schedule, parameters=scaled, retention=st.floats(0.7, 0.97))


def attempt(number: int, rating: Rating | None = Rating.GOOD, days: float = 0.0) -> Attempt:
    at = START + timedelta(days=days)
    return builders.attempt(
        rating=rating, name=f"s.{number:03}", at=at, coverage=1.0 if rating else 0.0
    )


@given(histories, schedules, gaps)
def test_memory_equals_py_fsrs_over_any_history(
    history: list[tuple[timedelta, Rating]], schedule: Schedule, later: timedelta
) -> None:
    theirs = fsrs.Scheduler(
        parameters=schedule.parameters,
        desired_retention=schedule.retention,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
    )
    card = fsrs.Card(card_id=1, due=START)
    mine: Memory | None = None
    at = START
    for gap, rating in history:
        at += gap
        card, _ = theirs.review_card(card, fsrs.Rating(rating), at)
        mine = review(mine, rating, at, schedule)
        assert mine == Memory(card.stability or 0, card.difficulty or 0, at, card.due)
    assert mine is not None
    expected = theirs.get_card_retrievability(card, at + later)
    assert recall(mine, at + later, schedule) == pytest.approx(expected, abs=1e-12)


def test_parameters_and_their_bounds_are_those_of_py_fsrs() -> None:
    assert PARAMETERS == DEFAULT_PARAMETERS
    assert tuple(zip(LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)) == BOUNDS


def test_a_first_good_answer_comes_back_after_two_days() -> None:
    memory = review(None, Rating.GOOD, START)
    assert memory.stability == 2.3065
    assert memory.due == START + timedelta(days=2)
    assert recall(memory, START) == 1.0
    assert recall(memory, START + timedelta(days=30)) == pytest.approx(0.6675, abs=1e-4)


def test_a_higher_retention_brings_it_back_sooner() -> None:
    easy = review(None, Rating.EASY, START, Schedule(retention=0.95))
    assert easy.due == START + timedelta(days=3)
    assert review(None, Rating.EASY, START).due == START + timedelta(days=8)


def test_any_time_zone_gives_the_same_memory_in_utc() -> None:
    tokyo = timezone(timedelta(hours=9))
    first = review(None, Rating.GOOD, START.astimezone(tokyo))
    second = review(first, Rating.HARD, (START + timedelta(days=3)).astimezone(tokyo))
    plain = review(review(None, Rating.GOOD, START), Rating.HARD, START + timedelta(days=3))
    assert second == plain
    assert second.last.tzinfo is UTC


def test_a_clock_set_back_counts_as_the_same_day() -> None:
    memory = review(None, Rating.GOOD, START)
    back = review(memory, Rating.GOOD, START - timedelta(days=9))
    same = review(memory, Rating.GOOD, START)
    assert back.stability == same.stability
    assert back.last == START - timedelta(days=9)
    assert recall(memory, START - timedelta(days=9)) == 1.0


def test_parameters_outside_the_bounds_are_refused() -> None:
    with pytest.raises(ValueError, match="out of bounds"):
        review(None, Rating.GOOD, START, Schedule(parameters=(-1.0, *PARAMETERS[1:])))


def test_knowledge_is_that_of_the_last_attempt() -> None:
    marks = (("a", Mark.SAID), ("b", Mark.PARTLY), ("c", Mark.MISSED))
    second = replace(attempt(2, Rating.AGAIN, days=1), coverage=0.4, confidence=75, points=marks)
    known = replay([attempt(1), second])["deck/one"]
    assert known == Knowledge(
        attempts=2,
        coverage=0.4,
        last=START + timedelta(days=1),
        confidence=75,
        missed=("b", "c"),
        memory=review(review(None, Rating.GOOD, START), Rating.AGAIN, START + timedelta(days=1)),
    )


def test_a_skipped_attempt_changes_nothing() -> None:
    known = learn(None, attempt(1))
    assert learn(known, attempt(2, None, days=1)) == known
    assert learn(None, attempt(1, None)) is None
    assert replay([attempt(1, None)]) == {}


def test_an_attempt_that_does_not_move_the_schedule_counts_but_leaves_the_memory() -> None:
    known = learn(None, attempt(1))
    assert known is not None
    crammed = replace(attempt(2, Rating.AGAIN, days=1), reschedules=False, coverage=0.25)
    after = learn(known, crammed)
    assert after == replace(known, attempts=2, coverage=0.25, last=START + timedelta(days=1))
    first = learn(None, crammed)
    assert first is not None
    assert first.memory is None


@given(st.lists(st.tuples(st.floats(0, 50), st.none() | ratings), max_size=12), st.randoms())
def test_replay_does_not_depend_on_the_order_attempts_come_in(
    history: list[tuple[float, Rating | None]], random: Random
) -> None:
    attempts = [
        replace(attempt(number, rating, round(days)), key=f"deck/{number % 3}")
        for number, (days, rating) in enumerate(history)
    ]
    shuffled = list(attempts)
    random.shuffle(shuffled)
    assert replay(shuffled) == replay(attempts)


@given(st.lists(st.tuples(gaps, st.none() | ratings), max_size=12))
def test_replay_equals_learning_one_attempt_after_another(
    history: list[tuple[timedelta, Rating | None]],
) -> None:
    known: Knowledge | None = None
    attempts: list[Attempt] = []
    at = START
    for number, (gap, rating) in enumerate(history):
        at += gap
        attempts.append(replace(attempt(number, rating), scored_at=at))
        known = learn(known, attempts[-1])
    assert replay(attempts).get("deck/one") == known


@pytest.mark.parametrize(
    ("hours", "days"), [(0.5, 0), (17.9, 0), (18, 1), (23.9, 1), (24, 1), (47.9, 1), (48, 2)]
)
def test_the_next_evening_is_the_next_day_even_if_it_begins_earlier(
    hours: float, days: int
) -> None:
    first = review(None, Rating.GOOD, START)
    known = replay([attempt(1), attempt(2, days=hours / 24)])["deck/one"]
    at = START + timedelta(hours=hours)
    expected = review(replace(first, last=at - timedelta(days=days)), Rating.GOOD, at)
    assert known.memory == expected

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.mock_questions import budgets, draw
from drill.model import Difficulty, Entry, Knowledge, Question
from tests import builders

NOW = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
EASY, MEDIUM, HARD = Difficulty.EASY, Difficulty.MEDIUM, Difficulty.HARD
HARDNESS = {EASY: 0, MEDIUM: 1, None: 1, HARD: 2}


def entry(
    name: str, topic: str, difficulty: Difficulty | None = None, time: int | None = None
) -> Entry:
    question = Question(name, f"What is {name}?", difficulty=difficulty, time=time)
    return builders.entry(question, topic)


# Three topics, ten questions each, of all difficulties.
MANY = [
    entry(f"{topic}-{number}", topic, list(Difficulty)[number % 3])
    for topic, number in product(("nets", "trees", "stats"), range(10))
]
some = st.lists(
    st.builds(
        entry,
        st.uuids().map(str),
        st.sampled_from(["a", "b"]),
        st.sampled_from([*Difficulty, None]),
    ),
    min_size=1,
    max_size=8,
)


def keys(entries: list[Entry]) -> set[str]:
    return {each.key for each in entries}


def hardness(drawn: list[Entry]) -> list[int]:
    return [HARDNESS[each.question.difficulty] for each in drawn]


def test_questions_are_spread_over_topics_and_difficulties() -> None:
    for seed in range(20):
        drawn = draw(MANY, {}, (), 6, Random(seed))
        topics = Counter(each.topic for each in drawn)
        difficulties = Counter(each.question.difficulty for each in drawn)
        assert set(topics) == {"nets", "trees", "stats"}
        assert max(topics.values()) <= 3
        assert len(difficulties) == 3


def test_what_is_weak_is_more_likely_than_what_is_known() -> None:
    both = [entry("weak", "a"), entry("known", "a")]
    known = {
        "deck/weak": Knowledge(1, 0.0, NOW),
        "deck/known": Knowledge(1, 1.0, NOW),
    }
    drawn = Counter(draw(both, known, (), 1, Random(seed))[0].question.id for seed in range(400))
    assert 250 < drawn["weak"] < 350  # three times in four


def test_the_set_of_the_interview_before_is_not_drawn_again() -> None:
    last = keys(MANY[:2])
    for seed in range(50):
        assert keys(draw(MANY[:3], {}, last, 2, Random(seed))) != last


def test_where_there_is_no_other_set_the_same_is_drawn() -> None:
    assert keys(draw(MANY[:3], {}, keys(MANY[:3]), 5, Random(1))) == keys(MANY[:3])


def test_a_seed_repeats_an_interview() -> None:
    first, again, other = (draw(MANY, {}, (), 6, Random(seed)) for seed in (7, 7, 8))
    assert first == again
    assert first != other


@settings(max_examples=100, derandomize=True, deadline=None)
@given(some, st.integers(1, 8), st.integers(0, 1000))
def test_an_interview_warms_up_and_does_not_end_with_the_hardest(
    entries: list[Entry], count: int, seed: int
) -> None:
    drawn = draw(entries, {}, (), count, Random(seed))
    assert len(keys(drawn)) == len(drawn) == min(count, len(entries))
    first, *rest = hardness(drawn)
    assert all(first <= each for each in rest)
    if len(rest) > 1 and len(set(rest)) > 1:
        assert rest[-1] < max(rest)


def test_the_order_of_the_decks_does_not_show() -> None:
    orders = {tuple(each.key for each in draw(MANY[:4], {}, (), 4, Random(s))) for s in range(50)}
    assert len(orders) > 5


@pytest.mark.parametrize(("minutes", "given"), [(5, [30, 120, 150]), (10, [60, 240, 300])])
def test_budgets_are_the_speaking_times_scaled_to_the_minutes(
    minutes: int, given: list[float]
) -> None:
    asked = [entry("a", "t", time=30), entry("b", "t", time=120), entry("c", "t", time=150)]
    assert budgets(asked, minutes * 60) == given


def test_a_question_without_a_time_counts_as_a_minute_and_a_half() -> None:
    asked = [entry("a", "t"), replace(entry("b", "t", time=180), tags=())]
    assert budgets(asked, 540) == [180, 360]

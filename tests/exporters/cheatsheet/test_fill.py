"""Filling columns, in numbers alone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drill.exporters.cheatsheet.content import Card, Point, Standing
from drill.exporters.cheatsheet.fill import (
    Columns,
    Measured,
    Stages,
    balanced,
    chosen,
    ends,
    fits,
    stages,
)

ROOM = Columns(count=2, short=0, head=0.0, card_gap=0.0, topic_gap=0.0)


def card(*heights: float, topic: int = 0, heading: float = 0.0) -> Measured:
    return Measured(topic, heading, heights)


def test_a_card_opens_with_its_first_point_and_grows_core_first() -> None:
    points = (Point("a"), Point("b"), Point("c", bonus=True))
    assert stages(Card("t", points=points, formula="f", code="c")) == Stages((0, 1, 4), 2, 3, 4)


def test_a_card_shows_what_was_missed_of_its_core_before_the_rest() -> None:
    missed = Point("b", standing=Standing.MISSED)
    points = (Point("a"), missed, missed, Point("c", bonus=True))
    assert stages(Card("t", points=points)) == Stages((2, 0, 1, 3), 2, 2, 3, urgent=2)


def test_missed_cards_grow_evenly_before_other_cards_appear() -> None:
    missed = replace(card(2.0, 4.0, 6.0), urgent=2)
    cards = [card(2.0), missed, missed]
    one = replace(ROOM, count=1)
    assert chosen(cards, [1, 2, 0], one, 6.0) == {1: 1, 2: 0}
    assert chosen(cards, [1, 2, 0], one, 8.0) == {1: 1, 2: 1}
    assert chosen(cards, [1, 2, 0], one, 10.0) == {1: 1, 2: 1, 0: 0}


def test_a_choice_opens_with_what_is_right_and_the_first_reason() -> None:
    points = (Point("a", right=True), Point("b", right=True), Point("so"), Point("and so"))
    assert stages(Card("t", points=points)) == Stages((0, 0, 0, 1), 1, 1, 1)


def test_a_card_without_points_opens_with_its_code() -> None:
    assert stages(Card("t", code="c")) == Stages((), 0, 0, 0)


def test_no_card_is_split_across_columns() -> None:
    cards = [card(6.0), card(6.0), card(4.0)]
    assert fits(cards, {0: 0, 1: 0, 2: 0}, ROOM, 10.0)
    assert not fits(cards, {0: 0, 1: 0, 2: 0}, ROOM, 9.0)


def test_the_columns_of_the_first_page_are_shorter_by_its_head() -> None:
    headed = replace(ROOM, short=1, head=5.0)
    assert fits([card(9.0)], {0: 0}, headed, 10.0)
    assert not fits([card(9.0), card(9.0)], {0: 0, 1: 0}, headed, 10.0)
    assert fits([card(5.0), card(9.0)], {0: 0, 1: 0}, headed, 10.0)


def test_each_column_ends_where_its_last_card_does() -> None:
    headed = replace(ROOM, count=3, short=1, head=5.0)
    cards = [card(4.0), card(6.0), card(2.0)]
    assert ends(cards, {0: 0, 1: 0, 2: 0}, headed, 9.0) == [9.0, 8.0, 0.0]
    assert ends([card(10.0)], {0: 0}, headed, 9.0) is None


def test_gaps_count_between_cards_and_headings_with_the_first_card_of_a_topic() -> None:
    gaps = replace(ROOM, count=1, card_gap=1.0, topic_gap=2.0)
    cards = [card(2.0, heading=1.0), card(2.0, heading=1.0), card(2.0, topic=1, heading=1.0)]
    assert fits(cards, {0: 0, 1: 0, 2: 0}, gaps, 11.0)  # (1 + 2) + 1 + 2 + 2 + (1 + 2)
    assert not fits(cards, {0: 0, 1: 0, 2: 0}, gaps, 10.9)


def test_a_card_below_one_of_the_same_title_is_lower_by_its_title() -> None:
    cards = [replace(card(4.0), title="t", saved=1.0) for _ in range(3)]
    one = replace(ROOM, count=1)
    assert fits(cards, dict.fromkeys(range(3), 0), one, 10.0)
    assert not fits(cards, dict.fromkeys(range(3), 0), one, 9.9)
    apart = [cards[0], replace(cards[1], title="u"), cards[2]]
    assert not fits(apart, dict.fromkeys(range(3), 0), one, 11.9)


def test_every_card_is_opened_before_one_grows_and_the_best_ranks_first() -> None:
    cards = [card(4.0, 8.0), card(4.0, 8.0), card(4.0, 8.0)]
    assert chosen(cards, [2, 0, 1], replace(ROOM, count=1), 8.0) == {0: 0, 2: 0}
    assert chosen(cards, [2, 0, 1], ROOM, 8.0) == {0: 0, 1: 0, 2: 1}
    assert chosen(cards, [2, 0, 1], replace(ROOM, count=3), 8.0) == {0: 1, 1: 1, 2: 1}


def test_a_card_that_does_not_fit_is_skipped() -> None:
    cards = [card(4.0), card(20.0), card(4.0)]
    assert chosen(cards, [0, 1, 2], replace(ROOM, count=1), 10.0) == {0: 0, 2: 0}


def test_columns_are_balanced_if_all_cards_fit() -> None:
    cards = [card(1.0)] * 6
    shown = dict.fromkeys(range(6), 0)
    assert 3.0 <= balanced(cards, shown, ROOM, 100.0) <= 3.5


CARDS = st.lists(
    st.builds(
        lambda topic, first, more: (
            topic,
            (first, *(first + sum(more[: n + 1]) for n in range(2))),
        ),
        st.integers(0, 2),
        st.integers(1, 12),
        st.lists(st.integers(1, 6), min_size=2, max_size=2),
    ),
    max_size=12,
).map(
    lambda found: [
        Measured(topic, 2.0, tuple(map(float, heights))) for topic, heights in sorted(found)
    ]
)


@pytest.mark.slow
@given(CARDS, st.integers(1, 4), st.integers(6, 30))
def test_what_is_chosen_fits_whatever_headings_move(
    cards: list[Measured], count: int, height: int
) -> None:
    room = Columns(count, min(2, count), 3.0, 1.0, 2.0)
    shown = chosen(cards, range(len(cards)), room, height)
    assert fits(cards, shown, room, height)
    assert fits(cards, shown, room, balanced(cards, shown, room, height))


@pytest.mark.slow
@given(CARDS, st.integers(1, 4), st.integers(6, 30))
def test_no_remaining_part_of_a_card_would_still_fit(
    cards: list[Measured], count: int, height: int
) -> None:
    plain = [replace(card, topic=0, heading=0.0) for card in cards]
    room = Columns(count, min(2, count), 3.0, 1.0, 1.0)
    shown = chosen(plain, range(len(plain)), room, height)
    for at, each in enumerate(plain):
        stage = shown.get(at, -1) + 1
        if stage < len(each.heights):
            assert not fits(plain, {**shown, at: stage}, room, height)

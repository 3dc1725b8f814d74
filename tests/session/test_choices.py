"""Multiple choice from the question to the score."""

from dataclasses import replace

import pytest

from drill.model import OfferedOption, Option, Rating
from drill.session import (
    Choose,
    ChooseEach,
    Phase,
    Press,
    Rate,
    Replace,
    Reveal,
    State,
    Surer,
)
from tests.builders import entry
from tests.session.playing import LAST, MOCK, ONE, QUIZ, TWO, Played

UNKEYED = replace(ONE, id="unkeyed", options=tuple(Option(option.text) for option in ONE.options))


def place(state: State, *texts: str) -> tuple[int, ...]:
    """Where options stand on the screen."""
    shown = [option.text for option in state.current.options]
    return tuple(map(shown.index, texts))


def chosen(state: State) -> list[str]:
    return [option.text for option in state.current.options if option in chosen_options(state)]


def chosen_options(state: State) -> list[Option]:
    answer = state.current
    return [answer.entry.question.options[number] for number in sorted(answer.chosen)]


def test_with_one_right_option_a_new_choice_replaces_the_old() -> None:
    played = Played(QUIZ, ONE)
    fork, branch = place(played.state, "fork", "branch")
    assert chosen(played.do(Choose(fork))) == ["fork"]
    assert chosen(played.do(Choose(branch))) == ["branch"]
    assert chosen(played.do(Choose(branch))) == []


def test_with_several_right_options_choices_add_up() -> None:
    played = Played(QUIZ, TWO)
    x, y = place(played.state, "x", "y")
    assert set(chosen(played.do(Choose(x), Choose(y)))) == {"x", "y"}
    assert chosen(played.do(Choose(x))) == ["y"]


def test_a_letter_behind_the_last_option_chooses_nothing() -> None:
    played = Played(QUIZ, ONE)
    behind = len(ONE.options)
    assert chosen(played.do(Choose(behind))) == []
    assert chosen(played.do(ChooseEach((0, behind)))) == []


def test_the_attempt_keeps_the_texts_in_the_order_of_the_deck() -> None:
    played = Played(QUIZ, ONE)
    assert [option.text for option in played.state.current.options] != [
        "fork",
        "branch",
        "clone",
        "tag",
    ]
    played.do(Choose(*place(played.state, "branch")), Surer(-1), Reveal(), Press.ACCEPT)
    (attempt,) = played.saved
    assert attempt.choices == (
        OfferedOption("fork", correct=False, chosen=False),
        OfferedOption("branch", correct=True, chosen=True),
        OfferedOption("clone", correct=False, chosen=False),
        OfferedOption("tag", correct=False, chosen=False),
    )
    assert (attempt.coverage, attempt.rating, attempt.confidence) == (1.0, Rating.EASY, 95)


@pytest.mark.parametrize(
    ("texts", "coverage"),
    [(("x",), 0.5), (("x", "z"), 1.0), (("x", "y"), 0.0), (("x", "y", "z"), 0.5), (("y",), 0.0)],
)
def test_several_right_options_score_right_minus_wrong(
    texts: tuple[str, ...], coverage: float
) -> None:
    played = Played(QUIZ, TWO)
    played.do(ChooseEach(place(played.state, *texts)), Reveal(), Press.ACCEPT)
    assert played.saved[0].coverage == coverage


def test_nothing_is_revealed_before_something_is_chosen_or_given_up() -> None:
    played = Played(QUIZ, ONE)
    assert played.do(Reveal()).phase is Phase.ASKING
    assert played.do(Choose(0), Surer(1), Press.UNKNOWN).phase is Phase.MARKING
    played.do(Press.ACCEPT)
    assert (played.saved[0].coverage, played.saved[0].confidence) == (0.0, None)
    assert not any(choice.chosen for choice in played.saved[0].choices)


def test_confidence_cycles_through_unstated() -> None:
    played = Played(QUIZ, ONE)
    said = [played.do(Surer(1)).current.confidence for _ in range(5)]
    assert said == [25, 50, 75, 95, None]


def test_after_the_reveal_no_choice_counts() -> None:
    played = Played(QUIZ, ONE)
    (fork,) = place(played.state, "fork")
    (branch,) = place(played.state, "branch")
    played.do(Choose(fork), Reveal(), Choose(branch), Press.ACCEPT)
    assert played.saved[0].coverage == 0.0


def test_something_wrong_caps_a_right_choice_and_a_hint_its_rating() -> None:
    played = Played(QUIZ, ONE, replace(ONE, id="again"))
    played.do(Choose(*place(played.state, "branch")), Reveal(), Press.WRONG, Press.ACCEPT)
    played.do(Press.HINT, Choose(*place(played.state, "branch")), Reveal(), Press.ACCEPT)
    assert [attempt.coverage for attempt in played.saved] == [0.5, 1.0]
    assert played.saved[1].rating is Rating.GOOD


def test_undo_leads_back_to_what_was_chosen_in_the_same_order() -> None:
    played = Played(QUIZ, ONE, LAST)
    order = played.state.current.order
    played.do(Choose(0), Reveal(), Press.ACCEPT)
    back = played.do(Press.UNDO)
    assert (back.phase, back.current.order, back.current.chosen) == (
        Phase.MARKING,
        order,
        frozenset(order[:1]),
    )


def test_without_a_right_one_several_may_be_chosen_and_you_rate_yourself() -> None:
    played = Played(QUIZ, UNKEYED)
    assert played.do(Choose(0), Choose(1), Reveal(), Press.ACCEPT).phase is Phase.MARKING
    played.do(Rate(Rating.GOOD))
    (attempt,) = played.saved
    assert (attempt.coverage, sum(choice.chosen for choice in attempt.choices)) == (0.75, 2)


def test_what_was_skipped_says_nothing_of_its_options() -> None:
    played = Played(QUIZ, ONE)
    played.do(Choose(0), Press.SKIP)
    assert played.saved[0].choices == ()


def test_an_interview_rates_no_delivery_of_a_choice() -> None:
    played = Played(MOCK, ONE)
    assert played.do(Choose(0), Reveal(), Press.ACCEPT).phase is Phase.OVER
    assert played.saved[0].delivery is None


def test_what_an_interview_comes_back_to_stands_in_the_same_order() -> None:
    played = Played(MOCK, ONE, LAST)
    order = played.state.current.order
    assert played.do(Press.SKIP, Reveal()).current.order == order


def test_after_an_edit_choices_and_order_stay_where_options_read_the_same() -> None:
    played = Played(QUIZ, ONE)
    before = [option.text for option in played.do(Choose(1)).current.options]
    taken = before[1]
    kept = tuple(option for option in ONE.options if option.text != before[0])
    edited = replace(ONE, options=(Option("new"), *kept))
    state = played.do(Replace(entry(edited)))
    assert [option.text for option in state.current.options] == [*before[1:], "new"]
    assert chosen(state) == [taken]

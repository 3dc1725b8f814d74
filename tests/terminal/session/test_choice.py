"""Multiple choice on the full screen and in line mode."""

from dataclasses import replace

import pytest

from drill.model import Option, Rating, SessionKind
from drill.session import ChooseEach, Event, Press, Reveal, Rules
from drill.terminal.line_mode.input import asked_for, parsed
from drill.terminal.screen import writing
from tests.session.playing import ONE, QUIZ, TWO, Played
from tests.terminal.faces import Memo, begun, entry, sit

SIX = replace(
    TWO, id="six", options=tuple(Option(f"option {n}", correct=n in {3, 5}) for n in range(1, 7))
)
NINE = replace(
    ONE, id="nine", options=tuple(Option(f"way {n}", correct=n == 8) for n in range(1, 10))
)
SECRET = ("✓", "✗", "right\n", "branches")


def lines(page: str) -> list[str]:
    return [line.strip() for line in page.split("\n")]


def test_a_letter_chooses_enter_answers_and_the_reveal_marks_yours_and_the_right_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(ONE), "a", "\r", "\r", "x")
    assert lines(sat.pages[0])[2:] == [
        "Which one?",
        "",
        "One is right.",
        "",
        "○ a fork",
        "○ b branch",
        "○ c clone",
        "○ d tag",
        "",
        "How sure?   25  50  75  95  %",
        "a-d choose · enter answer · left/right how sure · 0 don't know · h hint",
        "s skip · ? keys",
    ]
    assert "● a fork" in lines(sat.pages[1])
    assert [" ".join(line.split()) for line in lines(sat.pages[2])[5:9]] == [
        "● ✗ a fork yours",
        "○ ✓ b branch right",
        "○ c clone",
        "○ d tag",
    ]
    assert "It branches." in sat.pages[2]
    assert "coverage 0 % · again" in sat.pages[2]
    assert [attempt.coverage for attempt in sat.memo.saved] == [0.0]


def test_before_the_answer_no_key_shows_which_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = ["?", "x", "h", "e", "p", "x", "u", "w", "\r", " ", "\x1b[D", "b", "c", "5", "\x04"]
    sat = sit(monkeypatch, begun(ONE), *keys)
    assert len(sat.pages) == len(keys)
    assert not [page for page in sat.pages if any(sign in page for sign in SECRET)]


def test_left_and_right_say_how_sure_and_a_digit_chooses(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(ONE), "2", "\x1b[C", "\x1b[C", "\x1bOD", "\r", "\r", "x")
    assert "How sure?   25 [50] 75  95  %" in sat.pages[3]
    assert [(attempt.confidence, attempt.coverage) for attempt in sat.memo.saved] == [(25, 1.0)]


def test_several_are_chosen_where_several_are_right(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(TWO), "a", "b", "b", "c", "\r", " ", "x")
    assert "2 are right: choose 2." in sat.pages[0]
    assert [attempt.coverage for attempt in sat.memo.saved] == [1.0]


def test_enter_without_a_choice_asks_for_one_and_0_gives_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(ONE), "\r", "0", "\r", "x")
    assert "choose an option first, or 0 if you do not know" in sat.pages[1]
    assert not any(choice.chosen for choice in sat.memo.saved[0].choices)


def test_letters_of_options_come_before_what_they_mean_elsewhere(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(SIX), "e", "c", "\r", "\r", "x")
    assert sat.memo.saved[0].coverage == 1.0
    sat = sit(monkeypatch, begun(NINE), "?", "x", "H", "h", "\r", "\r", "x")
    assert "H             hint" in sat.pages[1]
    assert (sat.memo.saved[0].coverage, sat.memo.saved[0].assisted) == (1.0, True)


def test_w_and_undo_are_as_for_any_question(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(ONE), "b", "\r", "w", "\r", "u", "w", "\r", "x")
    assert [(attempt.wrong, attempt.coverage) for attempt in sat.memo.saved] == [
        (True, 0.5),
        (False, 1.0),
    ]
    assert sat.memo.retracted == sat.memo.saved[:1]


def test_options_are_chosen_in_a_session_of_written_answers_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writing, "write", lambda *_: pytest.fail("a choice is not written"))
    sat = sit(monkeypatch, begun(ONE, rules=Rules(typed=True)), "b", "\r", "\r", "x")
    assert (sat.memo.saved[0].coverage, sat.memo.saved[0].typed) == (1.0, None)


def test_an_interview_that_is_stopped_keeps_what_was_chosen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rules = Rules(SessionKind.MOCK, reveal_each=False, limit=600)
    sat = sit(monkeypatch, begun(ONE, TWO, rules=rules), "b", "q", "r", "\r", "x")
    assert [attempt.coverage for attempt in sat.memo.saved] == [1.0]


def test_the_deck_is_opened_after_the_reveal_and_the_choice_stays(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("drill.terminal.session.deck_edits.edit", lambda *_: None)
    memo = Memo()
    memo.edited = entry(replace(ONE, answer="It splits."))
    sat = sit(monkeypatch, begun(ONE), "a", "\r", "e", "\r", "x", memo=memo)
    assert "It splits." in sat.pages[3]
    assert [choice.text for choice in sat.memo.saved[0].choices if choice.chosen] == ["fork"]


def test_without_a_right_one_you_rate_yourself(monkeypatch: pytest.MonkeyPatch) -> None:
    unkeyed = replace(ONE, options=tuple(Option(option.text) for option in ONE.options))
    sat = sit(monkeypatch, begun(unkeyed), "a", "\r", "\r", "3", "x")
    assert "The deck does not say which is right" in sat.pages[0]
    assert "How did it go?" in sat.pages[2]
    assert sat.memo.saved[0].rating is Rating.GOOD


def test_the_last_score_stands_below_the_options(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(ONE, replace(TWO)), "b", "\r", "\r", "\x04")
    page = lines(sat.pages[3])
    assert page.index("○ c z") < page.index("100 % · easy · comes back in 8 days · u undo")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("b", (ChooseEach((1,)), Reveal())),
        ("2", (ChooseEach((1,)), Reveal())),
        ("B 75%", (ChooseEach((1,)), Reveal(75))),
        ("75 % b", (ChooseEach((1,)), Reveal(75))),
        ("0", (Press.UNKNOWN,)),
        ("h", (Press.HINT,)),
        ("s", (Press.SKIP,)),
        ("", ()),
        ("e", ()),
        ("5", ()),
        ("a b", ()),  # one is right
        ("b 60%", ()),
        ("b 25% 50%", ()),
        ("b x%", ()),
        ("75%", ()),
    ],
)
def test_a_line_chooses_by_letters(line: str, expected: tuple[Event, ...]) -> None:
    assert parsed(line, Played(QUIZ, ONE).state) == expected


def test_a_line_chooses_several_where_several_are_right() -> None:
    assert parsed("a, c", Played(QUIZ, TWO).state) == (ChooseEach((0, 2)), Reveal())


def test_a_line_with_the_letter_of_an_eighth_option_chooses_it() -> None:
    state = Played(QUIZ, NINE).state
    assert parsed("h", state) == (ChooseEach((7,)), Reveal())
    assert parsed("H", state) == (Press.HINT,)


def test_an_empty_line_accepts_the_score_of_a_choice_and_w_says_something_was_wrong() -> None:
    state = Played(QUIZ, ONE).do(ChooseEach((0,)), Reveal())
    assert parsed("", state) == (Press.ACCEPT,)
    assert parsed("w", state) == (Press.WRONG, Press.ACCEPT)
    assert parsed("b", state) == ()
    assert asked_for(state) == "W something wrong, empty accepts, s skip, u undo, q stop"

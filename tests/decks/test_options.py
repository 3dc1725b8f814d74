"""Options of a question: the valid forms, and the message for each kind of mistake."""

import pytest

from drill.decks import check_deck, read_deck
from drill.model import Option

HEAD = "deck: d\ntitle: T\nquestions:\n  - id: q\n    question: What?\n"


def problems(text: str) -> list[str]:
    return [str(problem) for problem in check_deck((HEAD + text).encode(), "d.yaml").problems]


def test_options_are_texts_or_say_that_they_are_correct() -> None:
    text = "    options:\n      - no\n      - {option: 'yes', correct: true}\n    shuffle: false\n"
    reading = read_deck((HEAD + text).encode(), "d.yaml")
    assert reading.problems == ()
    assert reading.deck is not None
    (question,) = reading.deck.questions
    assert question.options == (Option("no"), Option("yes", correct=True))
    assert (question.correct, question.shuffle) == (frozenset({1}), False)


RIGHT = "{option: b, correct: true}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"    options: [{RIGHT}]\n",
            "6:14: error[too-few]: 'options' has 1 item; at least 2 are needed",
        ),
        (
            f"    options: [1, 2, 3, 4, 5, 6, 7, 8, 9, {RIGHT}]\n",
            "6:42: error[too-many]: 'options' has 10 items; 9 is the limit (one key each)",
        ),
        (
            f"    options: [a, {RIGHT}]\n    key_points: [c]\n",
            "6:5: error[excluded-key]: a question has either 'options' or 'key_points', not both:"
            " remove one",
        ),
        (
            f"    options: [a, {RIGHT}, a]\n",
            "6:46: error[duplicate-option]: duplicate option 'a' (first used on line 6): "
            "remove one",
        ),
        (
            f"    options: [{'a long option ' * 5}, {RIGHT}, {'a long option ' * 5}]\n",
            "6:115: error[duplicate-option]: duplicate option "
            "'a long option a long option a long optio…' (first used on line 6): remove one",
        ),
        (
            "    options: [a, {option: b, corect: true}]\n",
            "6:30: error[unknown-key]: unknown key 'corect': did you mean 'correct'?",
        ),
        (
            "    options: [a, {option: b, correct: yes}]\n",
            "6:39: error[choice]: 'correct': expected true or false, found 'yes'",
        ),
        (
            "    options: [a, {correct: true}]\n",
            "6:18: error[missing-key]: an option needs 'option'",
        ),
        (
            "    options: a or b\n",
            "6:14: error[type]: 'options': expected a list, found text: begin each item with '- '",
        ),
        (
            "    options: [a, b]\n",
            "6:14: warning[no-correct]: no option is correct: you will rate the answer yourself:"
            " write the right one as {option: ..., correct: true}",
        ),
        (
            f"    options: [{{option: a, correct: true}}, {RIGHT}]\n",
            "6:14: warning[all-correct]: every option is correct: add a wrong one",
        ),
        (
            "    shuffle: false\n",
            "6:14: warning[shuffle]: 'shuffle' means nothing without 'options': remove it",
        ),
    ],
)
def test_each_mistake_has_its_message(text: str, expected: str) -> None:
    assert problems(text)[-1:] == [f"d.yaml:{expected}"]


def test_an_invalid_formula_in_an_option_gives_a_warning() -> None:
    (problem,) = problems(f"    options: [$\\frac$, {RIGHT}]\n")
    assert "warning[formula]: a formula of 'q' is shown as written: $\\frac$" in problem


def test_a_question_with_bad_options_does_not_hide_the_others() -> None:
    other = "  - {id: r, question: Why?}\n"
    reading = read_deck((HEAD + "    options: [a, a]\n" + other).encode(), "d.yaml")
    assert reading.deck is not None
    assert [question.id for question in reading.deck.questions] == ["r"]

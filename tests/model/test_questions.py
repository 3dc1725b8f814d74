"""Tests for what a multiple choice shows as its answer."""

import pytest

from drill.model import Option, Question

RIVERS = (Option("Rhine"), Option("Danube"), Option("`Volga` (RU)", correct=True), Option("Elbe"))
PRIMES = (Option("four"), Option("five", correct=True), Option("six"), Option("7", correct=True))


def shown(answer: str, *options: Option) -> str | None:
    return Question("q", "Which?", answer, options=options).shown_answer


@pytest.mark.parametrize("answer", ["C", "**c)**", "3", "В", "C) `Volga` (RU)", "Volga (RU)."])
def test_answer_that_only_names_the_correct_option_is_not_shown(answer: str) -> None:
    assert shown(answer, *RIVERS) is None


@pytest.mark.parametrize("answer", ["B, D", "five, 7", "B) five\n", "B) five\n\nD) 7"])
def test_answer_names_all_correct_options_or_is_shown(answer: str) -> None:
    expected = "B) five\n" if answer == "B) five\n" else None

    assert shown(answer, *PRIMES) == expected


@pytest.mark.parametrize(
    ("answer", "explanation"),
    [
        ("C. It is 3,531 km long.", "It is 3,531 km long."),
        ("**C) Volga (RU)**\n\nIt is 3,531 km long.", "It is 3,531 km long."),
        ("B. It is the second.", "B. It is the second."),
        ("Chemistry says so.", "Chemistry says so."),
    ],
)
def test_explanation_begins_after_the_correct_option(answer: str, explanation: str) -> None:
    assert shown(answer, *RIVERS) == explanation


def test_answer_of_a_question_without_options_is_shown_as_it_is() -> None:
    assert shown("C. A language.") == "C. A language."

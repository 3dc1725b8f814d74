"""Documents that cannot become a deck are refused before any work."""

import pytest

from drill.errors import DrillError
from drill.model import Deck, Question
from drill.workspace.importing import check_size


def test_a_text_that_is_too_long_is_refused_with_its_line() -> None:
    check_size(_deck(Question("a", "What?", "x" * 40_000, lines=(1, 3))), "notes.md")
    with pytest.raises(DrillError) as refused:
        check_size(_deck(Question("a", "What?", "x" * 40_001, lines=(7, 9))), "notes.md")
    assert (refused.value.message, refused.value.hint) == (
        "notes.md:7: a question or answer of 40,001 characters; 40,000 is the limit",
        "split it, or leave it out of the document",
    )


def test_more_questions_than_a_deck_may_have_are_refused() -> None:
    questions = [Question(str(number), "What?") for number in range(10_001)]
    with pytest.raises(DrillError, match=r"^notes\.md: 10,001 questions; 10,000 is the limit"):
        check_size(_deck(*questions), "notes.md")


def test_more_text_than_a_deck_may_have_is_refused() -> None:
    questions = [Question(str(number), "What?", "x" * 39_995) for number in range(201)]
    with pytest.raises(DrillError, match=r"^notes\.md: 8\.0 MB of text; 8 MB is the limit"):
        check_size(_deck(*questions), "notes.md")


def _deck(*questions: Question) -> Deck:
    return Deck("notes", "Notes", questions)

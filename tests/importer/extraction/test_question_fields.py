"""Fields at the end of answers are learned from the document, whatever their names."""

import pytest

from drill.importer import import_document
from drill.model import Difficulty

_TITLES = ("What is a view?", "What is a lock?", "What is a key?", "What is a join?")


def _document(*endings: str) -> bytes:
    parts = (
        f"## {title}\n\nIt is one.\n\n{end}\n" for title, end in zip(_TITLES, endings, strict=False)
    )
    return ("# Questions\n\n" + "\n".join(parts)).encode()


@pytest.mark.parametrize(
    "endings",
    [
        ("**Status**: done", "**Status**: open", "**Status**: done", "**Status**: done"),
        (
            "*Stand: offen*\n*Prio: hoch*",
            "*Stand: offen*\n*Prio: tief*",
            "*Stand: fertig*\n*Prio: hoch*",
            "*Stand: offen*\n*Prio: tief*",
        ),
        ("> 难度：⭐⭐", "> 难度：⭐", "> 难度：⭐⭐⭐"),
        ("id: p6q7", "id: a1b2", "id: c3d4"),
    ],
)
def test_a_field_at_the_end_of_nearly_all_answers_is_removed(endings: tuple[str, ...]) -> None:
    questions = import_document(_document(*endings), "document.md").deck.questions
    assert {question.answer for question in questions} == {"It is one."}


def test_a_difficulty_at_the_end_of_an_answer_is_read() -> None:
    document = _document("🔥 Độ khó: Dễ", "🔥 Độ khó: Khó", "🔥 Độ khó: Dễ")
    questions = import_document(document, "document.md").deck.questions
    found = [question.difficulty for question in questions]
    assert found == [Difficulty.EASY, Difficulty.HARD, Difficulty.EASY]


@pytest.mark.parametrize(
    "endings",
    [
        (
            "**Example:** a list of names",
            "**Example:** a row",
            "**Example:** a number",
            "**Example:** two tables",
        ),
        ("Time: O(n)", "Time: O(n)", "Time: O(n)", "Time: O(n)"),
        ("Status: done", "", "", ""),
    ],
)
def test_other_words_at_the_end_of_answers_stay(endings: tuple[str, ...]) -> None:
    questions = import_document(_document(*endings), "document.md").deck.questions
    assert [question.answer for question in questions] == [
        f"It is one.\n\n{end}".strip() for end in endings
    ]


def test_the_label_of_an_answer_that_recurs_in_lists_is_no_field() -> None:
    parts = (f"**{title}**\n- A. One\n- B. Two\n- ✅ **Answer:** B\n" for title in _TITLES)
    deck = import_document("\n".join(parts).encode(), "document.md").deck
    rights = [[option.correct for option in question.options] for question in deck.questions]
    assert rights == [[False, True]] * 4


def test_fields_beside_a_difficulty_are_no_answer() -> None:
    parts = (
        f"### {n}. {title}\n\n**Difficulty:** Hard\n\n**Company:** Acme\n\n**Tags:** Locks\n\n"
        for n, title in enumerate(_TITLES, start=1)
    )
    questions = import_document("".join(parts).encode(), "document.md").deck.questions
    assert [(question.answer, question.tags) for question in questions] == [(None, ("locks",))] * 4


def test_a_lone_field_is_an_answer() -> None:
    document = b"### Which unit is a kilobyte?\n\n**Unit:** byte\n\n### Who made it?\n\nNobody.\n"
    questions = import_document(document, "document.md").deck.questions
    assert questions[0].answer == "**Unit:** byte"

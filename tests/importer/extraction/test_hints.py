"""Hints of a document are the hints of its questions, and no part of what they ask."""

from drill.importer import import_document

_DOCUMENT = """\
# Practice

## 1. What is a closure?

<details><summary>Hint</summary>
Think of scope.
</details>

<details><summary>Answer</summary>

A function with its surroundings.

</details>

## 2. Was ist ein Index?

> **Hinweis:** wie im Buch

**Antwort:** Er hilft beim Suchen.

## 3. What is a promise?

<details>
<summary>Answer</summary>

A value that comes later.

</details>
"""


def test_folded_hints_and_hints_on_a_line_become_the_hint_of_their_question() -> None:
    questions = import_document(_DOCUMENT.encode(), "document.md").deck.questions
    assert [(question.text, question.hint, question.answer) for question in questions] == [
        ("What is a closure?", "Think of scope.", "A function with its surroundings."),
        ("Was ist ein Index?", "wie im Buch", "Er hilft beim Suchen."),
        ("What is a promise?", None, "A value that comes later."),
    ]


def test_a_hint_is_the_answer_where_a_question_has_nothing_else() -> None:
    document = "".join(
        f"{n}. **What is {n}?**\n   *Hint:* It is a number.\n\n" for n in range(1, 5)
    )
    questions = import_document(document.encode(), "document.md").deck.questions
    assert [(question.hint, question.answer) for question in questions] == [
        (None, "It is a number.")
    ] * 4

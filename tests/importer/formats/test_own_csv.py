"""What drill exports comes back as it was."""

import csv
import io
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drill.exporters.anki import package
from drill.exporters.csv import table
from drill.importer import import_document
from drill.model import Deck, Entry, KeyPoint, Option, Question

QUESTIONS = (
    Question(
        "one",
        "What does `f` do?",
        "It adds.\n\n- one\n- two",
        key_points=(KeyPoint("adds"), KeyPoint("is fast")),
        tags=("x", "y-z"),
    ),
    Question(
        "choice",
        "Which is right?",
        "Because.",
        options=(Option("=a"), Option("b", correct=True), Option("-c")),
        tags=("x",),
    ),
    Question("bare", "=SUM of what?", tags=("x",)),
)
ENTRIES = [
    Entry("mine", "Mine: all", question, question.tags, "mine.yaml", 1) for question in QUESTIONS
]


def no_step() -> None:
    """Nobody watches the progress of a test."""


def test_an_exported_csv_is_imported_with_ids_points_and_options() -> None:
    deck = import_document(table(ENTRIES, no_step).encode(), "any.csv").deck
    assert (deck.id, deck.title) == ("mine", "Mine: all")
    assert [question.id for question in deck.questions] == ["one", "choice", "bare"]
    first, choice, bare = deck.questions
    assert first.text == "What does f do?"
    assert first.answer == "It adds.\n- one\n- two"
    assert (first.key_points, first.tags) == (QUESTIONS[0].key_points, ("x", "y-z"))
    assert (choice.text, choice.options) == (QUESTIONS[1].text, QUESTIONS[1].options)
    assert choice.answer == "Because."
    assert (bare.text, bare.answer) == ("=SUM of what?", None)


def test_an_imported_csv_exports_to_the_same_table() -> None:
    answer = "It is one. It is two.\n\n1. first\n2. second\n\n**After**\n\n```\nif x:\ny()\n```"
    question = Question("q", "Why?", answer, (KeyPoint("one; and so two"),))
    before = table([Entry("mine", "Mine", question, (), "mine.yaml", 1)], no_step)
    deck = import_document(before.encode(), "any.csv").deck
    (read,) = deck.questions
    assert read.key_points == question.key_points
    assert table([Entry("mine", "Mine", read, (), "mine.yaml", 1)], no_step) == before


def test_code_option_order_and_multi_word_tags_survive_the_round_trip() -> None:
    code = "```js\nif (x) {\n\n    y(); // - <no item>\n  • z\n}\n```"
    inner = "- an item  \n  of two\n  ```\n  a\n    b\n  ```\n  after it\n\nEnd."
    options = Option("one"), Option(code, correct=True), Option("two")
    asked = Question("q", f"What?\n{code}", f"So:\n{code}\n{inner}", options=options, shuffle=False)
    before = table([Entry("mine", "Mine", asked, ("machine learning",), "m.yaml", 1)], no_step)
    (read,) = import_document(before.encode(), "any.csv").deck.questions
    assert (read.text, read.answer, read.options) == (asked.text, asked.answer, options)
    assert (read.shuffle, read.tags) == (False, ("machine-learning",))


def test_semicolons_in_code_do_not_split_cells() -> None:
    code = "```js\n" + "f(a);\n" * 20 + "```"
    questions = [Question(f"q{n}", f"What?\n{code}", "So.") for n in range(20)]
    entries = [Entry("mine", "Mine", question, (), "m.yaml", 1) for question in questions]
    read = import_document(table(entries, no_step).encode(), "any.csv").deck.questions
    assert [each.text for each in read] == [question.text for question in questions]


def test_an_exported_anki_package_is_imported_with_markdown_points_and_options() -> None:
    pytest.importorskip("genanki")
    data = package(ENTRIES, datetime(2026, 11, 24, tzinfo=UTC), no_step)
    deck: Deck = import_document(data, "mine.apkg").deck
    assert [
        (question.text, question.answer, question.key_points, question.options, question.tags)
        for question in deck.questions
    ] == [
        (question.text, question.answer, question.key_points, question.options, question.tags)
        for question in QUESTIONS
    ]


SIGNS = "ab1 \n`*_#>-+.)([]!<>/&;~|\\=:\"'{}$•"


@example("<b></b>", "`\\;`\n\n**1. one**\n\n\\# two\n\n\\* three\n\nfour \\\nfive", "`[a]()` &lt;")
@example("", "`<!--`\n\n' =", "")
@given(st.text(SIGNS, max_size=40), st.text(SIGNS, max_size=60), st.text(SIGNS.replace("\n", "")))
def test_whatever_markdown_a_question_has_its_plain_text_comes_back(
    title: str, answer: str, point: str
) -> None:
    asked = Question("q", f"Why {title}?", answer, (KeyPoint(f"so {point} it is"),))
    before = table([Entry("mine", "Mine", asked, (), "m.yaml", 1)], no_step)
    (read,) = import_document(before.encode(), "any.csv").deck.questions
    again = table([Entry("mine", "Mine", read, (), "m.yaml", 1)], no_step)
    assert plain_cells(again) == plain_cells(before)


def plain_cells(exported: str) -> list[list[str]]:
    """The cells of each row with the white space in them made one space."""
    rows = csv.reader(io.StringIO(exported, newline=""), strict=True)
    return [[" ".join(cell.split()) for cell in row] for row in rows]

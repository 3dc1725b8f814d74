"""The text formats of learning platforms: GIFT and Aiken."""

from drill.importer import import_document
from drill.importer.formats import Cards, read_source
from drill.importer.formats.aiken import aiken_cards
from drill.importer.formats.cards import Card
from drill.model import Option


def read(text: str) -> tuple[Card, ...]:
    cards = read_source(text.encode(), "quiz.txt")
    assert isinstance(cards, Cards)
    return cards.cards


AIKEN = """\
Which of these asks?
A. Does this one?
B. This one does not.
ANSWER: A

A question may have
two lines
A) first
B) second
C) third
ANSWER: A, C
"""


def test_aiken_gives_options_of_which_the_answer_line_names_the_right_ones() -> None:
    first, second = read(AIKEN)
    assert (first.question, first.answer) == ("Which of these asks?", None)
    assert first.options == (
        Option("Does this one?", correct=True),
        Option("This one does not."),
    )
    assert second.question == "A question may have\ntwo lines"
    assert [option.correct for option in second.options] == [True, False, True]
    assert (second.first, second.last) == (6, 11)


def test_a_text_that_is_not_aiken_throughout_is_read_as_a_document() -> None:
    for text in (
        f"{AIKEN}\nA remark.",
        AIKEN.replace("ANSWER: A\n", "ANSWER: D\n"),
        AIKEN.replace("B) second", "C) second"),
    ):
        assert aiken_cards(text) is None


GIFT = r"""
// A remark
$CATEGORY: tom/Colours

::Title::What is between orange and green? {
  =yellow # right
  ~%50%red # no
  ~blue\: the \{dark\} one
  ####It is a matter of waves.
}

Two plus {=two =2} equals four.

::Truth::[html]<p>Is 1 a <b>prime</b>?</p>{FALSE}

Which lives where? {=cat -> house =cow -> field}

Which are prime? {~%50%2 ~%50%3 ~%-100%4}

How many? {#3:2}

Why? {}
"""


def test_gift_gives_options_pairs_numbers_and_answers() -> None:
    cards = read(GIFT)
    assert [(card.question, card.answer) for card in cards] == [
        (
            "What is between orange and green?",
            "It is a matter of waves.\n\n- yellow: right\n- red: no",
        ),
        ("Two plus \\_\\_\\_\\_\\_ equals four.", "two / 2"),
        ("Is 1 a **prime**?", None),
        ("Which lives where?", "- cat → house\n- cow → field"),
        ("Which are prime?", None),
        ("How many?", "3 ± 2"),
        ("Why?", None),
    ]
    assert cards[0].options == (
        Option("yellow", correct=True),
        Option("red"),
        Option("blue: the {dark} one"),
    )
    assert cards[2].options == (Option("True"), Option("False", correct=True))
    assert [option.correct for option in cards[4].options] == [True, True, False]
    assert (cards[0].first, cards[0].last, cards[0].tags) == (5, 10, ("Colours",))


def test_code_in_braces_is_no_gift() -> None:
    text = "## What does this print?\n\nif (x) {\n  y = 1;\n}\n\n## And this?\n\nz {\n}\n"
    assert import_document(text.encode(), "x.txt").ledger.forms == {"headings of level 2": 2}

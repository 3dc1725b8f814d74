"""A changed document onto its deck."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.importer import import_document
from drill.importer.update import VANISHED, merge
from drill.model import Deck, KeyPoint, Question

DOCUMENT = """\
# Networking

## 1. What is TCP?

A reliable byte stream.

## 2. What is UDP?

Datagrams without guarantees.

## 3. What is a port?

A number that names a process.
"""


def _deck(document: str = DOCUMENT) -> Deck:
    return import_document(document.encode(), "net.md").deck


def _edited() -> Deck:
    """The deck after a person has worked on it."""
    deck = _deck()
    tcp = replace(
        deck.questions[0],
        id="tcp",
        key_points=(KeyPoint("reliable"),),
        hint="Think of telephone calls.",
        notes="See RFC 9293.",
        tags=("transport",),
        extra={"x-mine": 1},
    )
    return replace(deck, title="My networks", questions=(tcp, *deck.questions[1:]))


def test_an_unchanged_document_changes_nothing() -> None:
    update = merge(_edited(), _deck())
    assert (update.added, update.changed, update.moved, update.vanished) == ((), (), (), ())
    assert update.deck == _edited()


def test_a_changed_answer_is_updated_and_user_additions_stay() -> None:
    changed = _deck(DOCUMENT.replace("A reliable byte stream.", "An ordered, reliable stream."))
    update = merge(_edited(), changed)
    assert [question.id for question in update.changed] == ["tcp"]
    before, after = _edited().questions[0], update.deck.questions[0]
    assert after == replace(before, answer="An ordered, reliable stream.")
    assert update.deck.title == "My networks"
    assert update.deck.source == changed.source


def test_a_reworded_question_is_recognised_and_keeps_its_id() -> None:
    update = merge(_edited(), _deck(DOCUMENT.replace("What is TCP?", "So what is TCP?")))
    assert [(question.id, question.text) for question in update.changed] == [
        ("tcp", "So what is TCP?")
    ]
    assert update.added == update.vanished == ()


def test_a_new_question_is_added_in_document_order() -> None:
    grown = _deck(DOCUMENT.replace("## 3.", "## 3. What is IP?\n\nPackets.\n\n## 4."))
    update = merge(_edited(), grown)
    assert [question.text for question in update.added] == ["What is IP?"]
    assert [question.id for question in update.deck.questions] == [
        "tcp", "what-is-udp", "what-is-ip", "what-is-a-port",
    ]  # fmt: skip


def test_a_vanished_question_is_kept_in_its_place_and_marked_once() -> None:
    start, end = DOCUMENT.index("## 2."), DOCUMENT.index("## 3.")
    shrunk = _deck(DOCUMENT[:start] + DOCUMENT[end:])
    update = merge(_edited(), shrunk)
    assert [question.id for question in update.vanished] == ["what-is-udp"]
    gone = update.deck.questions[1]
    assert (gone.id, gone.answer, gone.lines) == (
        "what-is-udp",
        "Datagrams without guarantees.",
        None,
    )
    assert gone.extra == {VANISHED: True}
    again = merge(update.deck, shrunk)
    assert (again.vanished, again.deck) == ((), update.deck)
    back = merge(update.deck, _deck())
    assert [question.id for question in back.changed] == ["what-is-udp"]
    assert VANISHED not in back.deck.questions[1].extra


def test_the_fewest_questions_that_explain_the_new_order_count_as_moved() -> None:
    deck = _deck()
    first, second, third = deck.questions
    update = merge(deck, replace(deck, questions=(third, first, second)))
    assert [question.id for question in update.moved] == [third.id]
    assert [question.id for question in update.deck.questions] == [third.id, first.id, second.id]


def test_an_answer_stays_if_only_the_deck_has_one() -> None:
    deck = _deck()
    asked = replace(
        deck, questions=tuple(replace(question, answer=None) for question in deck.questions)
    )
    update = merge(deck, asked)
    assert update.deck == deck
    assert update.changed == ()


_QUESTIONS = st.lists(
    st.tuples(
        st.sampled_from(
            ["What is a?", "What is b?", "What is c?", "Why d?", "What is the output?"]
        ),
        st.sampled_from(
            [None, "One.", "Two.", "A longer answer of more than eight words stands here."]
        ),
    ),
    min_size=1,
    max_size=7,
)


def _of(pairs: list[tuple[str, str | None]]) -> Deck:
    questions = [
        Question(f"q-{n}", text, answer, lines=(n + 1, n + 1))
        for n, (text, answer) in enumerate(pairs)
    ]
    return Deck("d", "D", tuple(questions))


@pytest.mark.slow
@settings(max_examples=300, deadline=None, derandomize=True)
@given(_QUESTIONS, _QUESTIONS)
def test_the_merged_deck_has_all_questions_of_deck_and_document(
    before: list[tuple[str, str | None]], after: list[tuple[str, str | None]]
) -> None:
    old = _of(before)
    points = tuple(
        replace(question, key_points=(KeyPoint(question.id),)) for question in old.questions
    )
    old = replace(old, questions=points)
    new = _of(after)
    update = merge(old, new)
    merged = {question.id: question for question in update.deck.questions}
    assert len(merged) == len(update.deck.questions)
    assert all(merged[question.id].key_points == question.key_points for question in old.questions)
    live = [question for question in update.deck.questions if VANISHED not in question.extra]
    assert [question.text for question in live] == [question.text for question in new.questions]
    for each, source in zip(live, new.questions, strict=True):
        assert source.answer in {None, each.answer}
    assert len(live) == len(old.questions) - len(update.vanished) + len(update.added)


@pytest.mark.slow
@settings(max_examples=300, deadline=None, derandomize=True)
@given(_QUESTIONS, _QUESTIONS)
def test_a_second_update_changes_nothing(
    before: list[tuple[str, str | None]], after: list[tuple[str, str | None]]
) -> None:
    new = _of(after)
    once = merge(_of(before), new)
    twice = merge(once.deck, new)
    assert (twice.added, twice.vanished) == ((), ())
    assert {question.id for question in twice.deck.questions} == {
        question.id for question in once.deck.questions
    }

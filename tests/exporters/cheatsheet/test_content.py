"""Cheat sheets: their content and its order."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from drill.exporters.cheatsheet.content import Depth, Point, Sheet, Standing
from drill.exporters.cheatsheet.markdown import markdown
from drill.model import Entry, KeyPoint, Option, Question
from tests.exporters.conftest import CHOICE, ENTRIES, KNOWN, question

SheetOf = Callable[..., Sheet]


def titles(made: Sheet) -> dict[str, list[str]]:
    return {topic.name: [card.title for card in topic.cards] for topic in made.topics}


def test_questions_are_grouped_by_topic_in_document_order(sheet_of: SheetOf) -> None:
    assert titles(sheet_of()) == {
        "Training": ["What is dropout?", "What is epochs?"],
        "Deep nets": ["What is resnet?", "Hostile </h3> # `t`"],
    }


def test_what_was_missed_comes_first_the_most_often_missed_before_all(sheet_of: SheetOf) -> None:
    made = sheet_of(known=KNOWN)
    assert titles(made) == {
        "What you missed": ["What is epochs?", "What is resnet?"],
        "Training": ["What is dropout?"],
        "Deep nets": ["Hostile </h3> # `t`"],
    }


def test_points_say_whether_they_were_missed_how_often_or_known(sheet_of: SheetOf) -> None:
    made = sheet_of(known=KNOWN)
    epochs, resnet, dropout, _ = made.cards
    assert epochs.points == (
        Point("a pass", standing=Standing.KNOWN),
        Point("many", standing=Standing.MISSED, often="2 of 2"),
    )
    assert resnet.points[0].often == ""
    assert all(point.known for point in dropout.points)
    assert made.marks_missed
    assert not sheet_of().marks_missed


def test_a_self_rating_is_told_beside_the_title_and_says_nothing_of_the_points(
    sheet_of: SheetOf,
) -> None:
    key = ENTRIES[0].key
    rated = replace(KNOWN[key], coverage=0.5, missed=(), self_rated=True)
    made = sheet_of(known={key: rated})
    (card,) = [card for card in made.cards if card.aside]
    assert card.aside == "self-rated 50 %"
    assert {point.standing for point in card.points} == {Standing.FRESH}
    assert "### What is dropout? (self-rated 50 %)" in markdown(made, lambda: None)
    assert not any(card.aside for card in sheet_of(Depth.BLANK, known={key: rated}).cards)


def test_missed_shows_the_missed_points_and_nothing_else(sheet_of: SheetOf) -> None:
    made = sheet_of(Depth.MISSED, known=KNOWN)
    assert [[point.text for point in card.points] for card in made.cards] == [["many"], ["skips"]]
    assert [(card.answer, card.notes) for card in made.cards] == [("", "")] * 2


@pytest.mark.parametrize(
    ("depth", "carried"),
    [
        (Depth.POINTS, "points"),
        (Depth.FULL, "answer notes"),
        (Depth.TITLES, ""),
        (Depth.BLANK, "blanks"),
    ],
)
def test_the_depth_sets_the_amount_of_content(
    sheet_of: SheetOf, depth: Depth, carried: str
) -> None:
    card = sheet_of(depth).cards[1]
    parts = ("answer", "points", "notes", "blanks")
    assert [part for part in parts if getattr(card, part)] == carried.split()


def test_core_points_stand_before_bonus_points(sheet_of: SheetOf) -> None:
    points = (KeyPoint("extra", bonus=True), KeyPoint("core"))
    entry = replace(ENTRIES[0], question=question("q", *points))
    (card,) = sheet_of(entries=[entry]).cards
    assert [point.text for point in card.points] == ["core", "extra"]


def test_a_question_without_key_points_carries_an_extract(sheet_of: SheetOf) -> None:
    answer = "First. Second.\n\n- **Item**: words. More.\n\n$$y$$\n\n```\nf()\n```"
    entry = replace(ENTRIES[0], question=Question("q", "Q?", answer))
    (card,) = sheet_of(entries=[entry]).cards
    assert [point.text for point in card.points] == ["First.", "**Item**: words."]
    assert (card.formula, card.code, card.answer) == ("$$\ny\n$$", "```\nf()\n```", "")


@pytest.mark.parametrize("depth", [Depth.TITLES, Depth.BLANK, Depth.FULL])
def test_a_question_keeps_its_code_where_the_answer_is_not_shown(
    sheet_of: SheetOf, depth: Depth
) -> None:
    entry = replace(ENTRIES[0], question=Question("q", "What's the output?\n\n```\nf()\n```", "1"))
    (card,) = sheet_of(depth, entries=[entry]).cards
    assert card.question == "```\nf()\n```"


def test_a_multiple_choice_shows_the_right_options_and_three_lines_of_reasons(
    sheet_of: SheetOf,
) -> None:
    options = (Option("two"), Option("four", correct=True))
    entry = replace(
        CHOICE,
        question=Question("c", "2 + 2?", "- It adds.\n- Twice.\n- So.\n- No.", options=options),
    )
    (card,) = sheet_of(entries=[entry]).cards
    reasons = (Point("It adds."), Point("Twice."), Point("So."))
    assert card.points == (Point("four", right=True), *reasons)
    assert card.options == ()


@pytest.mark.parametrize("depth", [Depth.TITLES, Depth.BLANK])
def test_options_stand_unmarked_where_the_answer_is_not_shown(
    sheet_of: SheetOf, depth: Depth
) -> None:
    (card,) = sheet_of(depth, entries=[CHOICE]).cards
    assert len(card.options) == 3
    assert card.points == ()


def entry(deck: str, *tags: str, lang: str | None = None) -> Entry:
    return Entry(deck, f"{deck} with LLMs and an LLM", question("q"), tags, "x.yaml", 1, lang)


def test_one_topic_needs_no_heading_and_is_called_as_its_deck_where_it_has_no_tag(
    sheet_of: SheetOf,
) -> None:
    made = sheet_of(entries=[entry("One")])
    assert not made.headed
    assert [topic.name for topic in made.topics] == ["One with LLMs and an LLM"]


def test_topics_are_spelled_as_the_decks_spell_their_words(sheet_of: SheetOf) -> None:
    made = sheet_of(entries=[entry("one", "llm-training"), entry("one", "big-llm")])
    assert [topic.name for topic in made.topics] == ["LLM training", "Big LLM"]


def test_a_topic_spelled_out_by_the_deck_keeps_that_spelling(sheet_of: SheetOf) -> None:
    spelled = replace(entry("one", "old-q-a"), topics=("Old Q&A", "OLD q a"))
    made = sheet_of(entries=[spelled, entry("one", "testing")])
    assert [topic.name for topic in made.topics] == ["Old Q&A", "Testing"]


def test_names_in_topics_have_the_capital_that_they_have_in_questions(sheet_of: SheetOf) -> None:
    asked = replace(question("q"), text="Redux and React: what is a state in them?")
    titled = replace(question("q"), text="What is Preference Optimization?")
    made = sheet_of(
        entries=[
            replace(entry("one", "core-react-state"), question=asked),
            replace(entry("one", "better-optimization"), question=titled),
        ]
    )
    assert [topic.name for topic in made.topics] == ["Core React state", "Better optimization"]


def test_a_sheet_of_links_has_only_questions(sheet_of: SheetOf) -> None:
    link = Question("q", "Why?", "[Answer](https://example.org)")
    assert sheet_of(entries=[replace(ENTRIES[0], question=link)]).says_nothing
    assert not sheet_of().says_nothing


def test_a_sheet_of_several_decks_names_them(sheet_of: SheetOf) -> None:
    made = sheet_of(entries=[entry("one", "a"), entry("two", "a")])
    assert made.title == "Cheat sheet"
    assert [(topic.name, topic.deck) for topic in made.topics] == [
        ("A", "one with LLMs and an LLM"),
        ("A", "two with LLMs and an LLM"),
    ]


def test_what_was_missed_names_its_deck_once_or_on_each_card(sheet_of: SheetOf) -> None:
    entries = [entry("one", "a"), entry("two", "a")]
    one = {"one/q": KNOWN["basics/epochs"]}
    made = sheet_of(entries=entries, known=one)
    assert [(topic.deck, topic.cards[0].deck) for topic in made.topics[:1]] == [
        ("one with LLMs and an LLM", "")
    ]
    both = {key: replace(KNOWN["basics/epochs"], confidence=95) for key in ("one/q", "two/q")}
    topic = sheet_of(entries=entries, known=both).topics[0]
    assert (topic.deck, [card.deck for card in topic.cards]) == (
        "",
        ["one with LLMs and an LLM", "two with LLMs and an LLM"],
    )


def test_the_language_is_what_the_deck_says_else_what_it_looks_like(sheet_of: SheetOf) -> None:
    persian = replace(entry("two"), question=Question("q", "فرق list و tuple چیه؟"))
    made = sheet_of(entries=[entry("one", lang="de"), entry("one"), persian])
    assert [card.lang for card in made.cards] == ["de", "de", "fa"]
    assert made.lang == "de"

"""What a reading is worth: each weight by two readings that differ in nothing else."""

import pytest

from drill.errors import DrillError
from drill.importer import import_document
from drill.importer.choice.scoring import Scorer
from drill.importer.forms import readings
from drill.importer.signals.outline import Outline
from drill.importer.source.document import parse

THREE = ("a", "b", "c")
BASE = 3 / 3.5  # what three questions are worth that explain all lines


def score(document: str, form: str, name: str = "notes.md") -> float:
    outline = Outline(parse(document), name)
    reading = next(reading for reading in readings(outline) if reading.form == form)
    weighed = Scorer(outline).weigh(reading, 0, len(outline.document.lines))
    assert weighed is not None
    return weighed.score


def headings(titles: list[str], text: str = "Some text.") -> str:
    return "".join(f"## {title}\n\n{text}\n\n" for title in titles)


ASKING = headings([f"What is {title}?" for title in THREE])


def test_three_answered_questions_score_nearly_one() -> None:
    assert score(ASKING, "headings of level 2") == pytest.approx(BASE)


def test_covering_half_of_the_lines_scores_more_than_half() -> None:
    # Each start counts as a line of its own: 3 + 9 lines of 24 are explained.
    document = "Preface.\n\n" * 15 + headings(
        [f"What is {title}?" for title in THREE], "One.\nTwo.\nThree."
    )
    assert score(document, "headings of level 2") == pytest.approx(BASE * 0.5**0.7)


def test_labels_score_a_quarter_more() -> None:
    document = headings([f"Question: What is {title}?" for title in THREE])
    assert score(document, "labelled headings") == pytest.approx(BASE * 1.25)


def test_consecutive_numbers_score_a_fifth_more_and_irregular_ones_a_fifth_less() -> None:
    counting = headings([f"{n}. What is {each}?" for n, each in enumerate(THREE, start=1)])
    jumping = headings([f"{n}. What is {each}?" for n, each in zip((2, 9, 5), THREE, strict=True)])
    assert score(counting, "numbered headings of level 2") == pytest.approx(BASE * 1.2)
    assert score(jumping, "numbered headings of level 2") == pytest.approx(BASE * 0.8)


def test_titles_in_the_table_of_contents_score_a_fifth_more() -> None:
    contents = "".join(f"- [What is {title}?](#what-is-{title})\n" for title in THREE)
    assert score(f"{contents}\n{ASKING}", "headings of level 2") == pytest.approx(BASE * 1.2)


def test_if_a_third_of_a_level_asks_its_topics_score_nearly_as_much_as_questions() -> None:
    mixed = headings(["What is a?", "Trees", "Graphs"])
    fewer = headings(["What is a?", "Trees", "Graphs", "Heaps"])
    assert score(mixed, "headings of level 2") == pytest.approx(BASE * 0.9)
    assert score(fewer, "headings of level 2") == pytest.approx(4 / 4.5 * 0.25)


def test_topics_without_answers_do_not_count_as_questions() -> None:
    document = "## What is a?\n\n## Trees\n\n## Graphs\n\nText.\n"
    assert score(document, "headings of level 2") < BASE * 0.4


def test_explicit_card_markup_makes_questions_that_do_not_ask() -> None:
    document = "#flashcards\n\na::1\n\nb::2\n\nc::3\n"
    assert score(document, "cards with :: or ?") == pytest.approx(BASE)


def test_a_labelled_question_inside_an_answer_costs_a_whole_question() -> None:
    document = ASKING + "Q1: What is d?\nA: Four.\n\nQ2: What is e?\nA: Five.\n"
    assert score(document, "headings of level 2") == pytest.approx(BASE * 3 / 4)


def test_a_question_outside_the_starts_costs_two_fifths_of_a_question() -> None:
    document = ASKING + "**What is d?**\n\nFour.\n"
    assert score(document, "headings of level 2") == pytest.approx(BASE * 3 / 3.4)


def test_a_question_repeated_in_every_answer_costs_nothing() -> None:
    document = headings(
        [f"What is {title}?" for title in THREE], "**Why does it matter?**\n\nText."
    )
    assert score(document, "headings of level 2") == pytest.approx(BASE)


def test_starts_inside_answer_folds_score_a_tenth() -> None:
    document = "".join(
        f"Q: What is {title}?\n\n<details><summary>Answer</summary>\n\n"
        f"#### Why is {title}?\n\nText.\n\n</details>\n\n"
        for title in THREE
    )
    inside = score(document, "headings of level 4")
    assert inside < 0.1 * score(document, "labelled lines")


def test_a_title_with_options_below_counts_as_a_question() -> None:
    document = headings([f"Topic {title}" for title in THREE], "- A: one\n- B: two")
    assert score(document, "headings of level 2") == pytest.approx(BASE * 0.9)


def test_a_half_answered_reading_scores_three_quarters() -> None:
    document = headings(["What is a?"]) + "## What is b?\n\n" + headings(["What is c?"])
    document += "## What is d?\n"
    assert score(document, "headings of level 2") == pytest.approx(4 / 4.5 * 0.75)


def accepted(document: str, name: str = "notes.md") -> bool:
    try:
        import_document(document.encode(), name)
    except DrillError:
        return False
    return True


def test_questions_must_cover_two_fifths_of_a_document_not_titled_questions() -> None:
    rules = headings([f"What is {letter}?" for letter in "abcd"])
    assert accepted("Preface.\n\n" * 15 + rules)
    assert not accepted("Preface.\n\n" * 17 + rules)
    assert accepted("# Interview questions\n\n" + "Preface.\n\n" * 17 + rules)


def test_imperatives_are_not_questions_without_a_title_that_names_questions() -> None:
    document = "".join(f"## {n}. Define part {n}\n\nText.\n\n" for n in range(1, 5))
    assert not accepted(document)
    assert accepted("# Interview\n\n" + document)


def test_bold_lines_do_not_mark_questions_if_few_of_them_ask() -> None:
    asking = "".join(f"**What is {title}?**\n\nText.\n\n" for title in THREE)
    others = "".join(f"**Note {n}:**\n\nText.\n\n" for n in range(7))
    plain = "".join(f"**Part {n}**\n\nText.\n\n" for n in range(12))
    assert accepted("# Interview\n\n" + asking)
    assert accepted("# Interview\n\n" + others + asking)
    assert not accepted("# Interview\n\n" + plain + asking)


def test_essays_with_rhetorical_questions_are_not_lists_of_questions() -> None:
    essay = "".join(f"What is {title}?\n\n" + "It is so.\n\n" * 6 for title in THREE)
    assert not accepted(essay)
    assert accepted("".join(f"What is {title}?\n\nIt is so.\n\n" for title in THREE))


def test_two_questions_are_a_list_only_in_a_document_of_little_else() -> None:
    two = headings(["What is a?", "What is b?"])
    assert accepted(two)
    assert not accepted("Preface.\n\n" * 4 + two)
    assert not accepted(headings(["Define a", "Define b"]))


def test_near_ties_go_to_the_reading_with_more_questions() -> None:
    text = "   It has a name.\n   It has a cost.\n   It has a limit.\n"
    document = "# Perguntas de entrevista\n\n" + "".join(
        f"{n}. **{title}**\n{text}\n"
        for n, title in enumerate(
            [*(f"O que é {letter}?" for letter in "abcdefghij"), "Fale sobre k.", "O que é l?"],
            start=1,
        )
    )
    assert len(import_document(document.encode(), "notes.md").deck.questions) == 12

"""Where an answer ends: at what the other answers of the document end at."""

import pytest

from drill.importer import NoQuestions, import_document


def answers(document: str) -> list[str | None]:
    deck = import_document(document.encode(), "interview.md").deck
    return [question.answer for question in deck.questions]


def test_answers_below_items_are_kept_if_some_items_have_one() -> None:
    document = (
        "1. What is a?\n\nOne.\n\n2. What is b?\n   - Two.\n\n3. What is c?\n\nThree.\n\nMore.\n\n"
    )
    document += "4. What is d?\n\nFour.\n"
    assert answers(document) == ["One.", "- Two.", "Three.\n\nMore.", "Four."]


def test_the_last_item_ends_where_the_others_end() -> None:
    document = "".join(f"{n}. What is {n}?\n   So it is.\n" for n in (1, 2, 3)) + "\nGoodbye.\n"
    assert answers(document) == ["So it is."] * 3


def test_a_closing_bold_line_between_two_lists_belongs_to_no_answer() -> None:
    document = "* What is a?\n* What is b?\n\n**Part two**\n\n* What is c?\n* What is d?\n"
    assert answers(document) == [None, None, None, None]


def test_the_last_answer_ends_at_its_rule_if_rules_separate_all_questions() -> None:
    parts = "".join(f"**What is {letter}?**\n\nText.\n\n---\n\n" for letter in "abcd")
    assert answers(parts + "Thank you for reading.\n") == ["Text."] * 4


def test_an_unnumbered_heading_ends_the_last_numbered_question() -> None:
    numbered = "".join(f"## {n}. What is {n}?\n\nText.\n\n" for n in (1, 2, 3))
    assert answers(numbered + "## Postscript\n\nIt was fun.\n") == ["Text."] * 3


def test_a_heading_inside_every_answer_does_not_end_the_last_one() -> None:
    numbered = "".join(
        f"## {n}. What is {n}?\n\nText.\n\n## References\n\nA book.\n\n" for n in (1, 2, 3)
    )
    assert answers(numbered) == ["Text.\n\n## References\n\nA book."] * 3


def test_asking_paragraphs_must_cover_half_of_the_document() -> None:
    asking = "".join(f"What is {letter}?\n\nIt is.\n\n" for letter in "abc")
    with pytest.raises(NoQuestions):
        import_document(("It was a long day.\n\n" * 10 + asking).encode(), "day.md")


@pytest.mark.parametrize(("pairs", "found"), [(7, False), (8, True)])
def test_eight_labelled_pairs_are_questions_in_any_document(pairs: int, found: bool) -> None:
    asked = "".join(f"Q{n}: What is {n}?\n\nA: A number.\n\n" for n in range(pairs))
    document = (asked + "## A walk\n\n" + "It was a long day.\n\n" * 90).encode()
    if found:
        assert len(import_document(document, "walk.md").deck.questions) == pairs
    else:
        with pytest.raises(NoQuestions):
            import_document(document, "walk.md")


def test_numbered_steps_after_the_questions_are_not_questions() -> None:
    labelled = "".join(f"Q{n}: What is {n}?\nA: It is.\n\n" for n in (1, 2, 3))
    steps = "## To do\n\n" + "".join(f"{n}. Find part {n} and fix it\n" for n in range(1, 6))
    assert answers(labelled + steps) == ["It is."] * 3


def test_remaining_questions_in_another_form_are_read_too() -> None:
    labelled = "".join(f"Q{n}: What is {n}?\nA: It is.\n\n" for n in (1, 2, 3))
    more = "## More\n\n" + "".join(f"- Why {letter}?\n" for letter in "abcdefg")
    assert answers(labelled + more) == ["It is."] * 3 + [None] * 7


@pytest.mark.parametrize(("count", "last"), [(2, "Text.\n\n---\n\nBye."), (3, "Text.")])
def test_a_rule_in_no_other_answer_ends_the_last_of_three(count: int, last: str) -> None:
    parts = [f"**What is {n}?**\n\nText.\n\n" for n in range(count)]
    assert answers("".join(parts) + "---\n\nBye.\n") == ["Text."] * (count - 1) + [last]


@pytest.mark.parametrize(("count", "first"), [(4, "One."), (5, "Think first.")])
def test_headings_called_answer_do_not_open_sections_if_half_of_the_questions_have_one(
    count: int, first: str
) -> None:
    parts = [
        f"## Part {n}\n\n**What is {n}?**\n\nThink first.\n\n"
        + ("## Answer\n\nOne.\n\n" if n <= 2 else "")
        for n in range(1, count + 1)
    ]
    assert answers("".join(parts))[0] == first


def test_closing_words_on_the_questions_do_not_belong_to_the_last_answer() -> None:
    parts = "".join(f"## {n}. What is {n}?\n\n- One.\n- Two.\n\nThree.\n\n" for n in range(1, 5))
    closing = "These questions cover what is asked most.\n"
    assert answers(parts + closing) == ["- One.\n- Two.\n\nThree."] * 4


def test_the_last_answer_may_mention_questions_if_another_answer_does() -> None:
    parts = "".join(f"## {n}. What is {n}?\n\nOne.\n\nAsk questions.\n\n" for n in range(1, 5))
    assert answers(parts) == ["One.\n\nAsk questions."] * 4


def test_the_last_answer_ends_at_its_rule_unless_others_go_on_below_theirs() -> None:
    parts = [f"## {n}. What is {n}?\n\nText.\n\nMore.\n\n" for n in range(1, 7)]
    ruled = "---\n\n".join(parts[:4]) + "".join(parts[4:]) + "---\n\nBye.\n"
    assert answers(ruled) == ["Text.\n\nMore."] * 6
    assert answers(ruled.replace("Text.\n", "Text.\n\n---\n", 2))[-1:] == [
        "Text.\n\nMore.\n\n---\n\nBye."
    ]


@pytest.mark.parametrize(("count", "title"), [(9, "Questions"), (10, "Notes")])
def test_topics_are_questions_only_if_ten_are_numbered_below_a_title_that_names_questions(
    count: int, title: str
) -> None:
    topics = "".join(f"{n}. Topic of part {n}.\n" for n in range(1, count + 1))
    with pytest.raises(NoQuestions):
        import_document(f"# {title}\n\n{topics}".encode(), "x.md")
    topics += f"{count + 1}. Topic of another part.\n"
    assert len(import_document(f"# Questions\n\n{topics}".encode(), "x.md").deck.questions) > 9

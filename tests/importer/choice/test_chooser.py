"""The choice of a reading: what a person's word, a section, and a threshold change."""

import pytest

from drill.errors import DrillError
from drill.importer import NoQuestions, import_document
from drill.importer.choice.contest import Contest
from drill.importer.choice.question_range import QuestionRange
from drill.importer.choice.scoring import Scorer, Weighed
from drill.importer.forms import readings
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.outline import Outline
from drill.importer.source.document import parse


def forms(document: str, name: str = "notes.md") -> dict[str, int]:
    return import_document(document.encode(), name).ledger.forms


def titles(document: str, name: str = "notes.md", form: str | None = None) -> list[str]:
    deck = import_document(document.encode(), name, form=form).deck
    return [question.text for question in deck.questions]


LIST = "# Interview\n\n- What is a?\n- What is b?\n- What is c?\n"
NUMBERED = "# Interview\n\n1. What is a?\n2. What is b?\n3. What is c?\n"
HEADINGS = (
    "# Interview\n\n## What is a?\n\nOne.\n\n## What is b?\n\nTwo.\n\n## What is c?\n\nThree.\n"
)
NUMBERED_HEADINGS = (
    HEADINGS.replace("## What is a", "## 1. What is a")
    .replace("## What is b", "## 2. What is b")
    .replace("## What is c", "## 3. What is c")
)
LINES = "Q1: What is a?\nA: One.\n\nQ2: What is b?\nA: Two.\n"
LABELLED = "## Q1: What is a?\n\nOne.\n\n## Q2: What is b?\n\nTwo.\n"
BOLD = (
    "# Interview\n\n**What is a?**\n\nOne.\n\n**What is b?**\n\nTwo.\n\n**What is c?**\n\nThree.\n"
)
LEADS = "# Interview\n\n**What is a?** One.\n\n**What is b?** Two.\n\n**What is c?** Three.\n"
TABLE = "| Question | Answer |\n|---|---|\n| What is a? | One. |\n| b | Two. |\n"
FOLDS = "".join(
    f"<details>\n<summary>What is {letter}?</summary>\n\nIt is.\n</details>\n\n" for letter in "abc"
)
PARAGRAPHS = "What is a?\n\nOne.\n\nWhat is b?\n\nTwo.\n\nWhat is c?\n\nThree.\n"
QUOTED = "What is a?\n\n> One.\n\nWhat is b?\n\n> Two.\n\nWhat is c?\n\n> Three.\n"
QUOTING = "> What is a?\n\nOne.\n\n> What is b?\n\nTwo.\n\n> What is c?\n\nThree.\n"
CARDS = "#flashcards\n\nWhat is a?::One.\n\nb::Two.\n"
BLOCKS = "- What is a? #card\n\t- One.\n- b #card\n\t- Two.\n"
TERMS = "# Glossary\n\n## A\n\nOne.\n\n## B\n\nTwo.\n\n## C\n\nThree.\n"


@pytest.mark.parametrize(
    ("document", "form"),
    [
        (LIST, "list"),
        (NUMBERED, "numbered list"),
        (HEADINGS, "headings of level 2"),
        (NUMBERED_HEADINGS, "numbered headings of level 2"),
        (LINES, "labelled lines"),
        (LABELLED, "labelled headings"),
        (BOLD, "bold lines that ask"),
        (LEADS, "bold lead-ins"),
        (TABLE, "table rows"),
        (FOLDS, "folded answers"),
        (PARAGRAPHS, "asking paragraphs"),
        (QUOTED, "answers in quotations"),
        (QUOTING, "questions in quotations"),
        (CARDS, "cards with :: or ?"),
        (BLOCKS, "blocks tagged #card"),
        (TERMS, "terms in headings of level 2"),
    ],
)
def test_the_option_form_accepts_every_form_name_that_is_shown(document: str, form: str) -> None:
    assert list(forms(document)) == [form]
    assert titles(document, form=form) == titles(document)


def test_the_option_form_overrules_the_choice() -> None:
    document = "# Diary\n\n## Monday\n\nRain.\n\n## Tuesday\n\nSun.\n\n## Wednesday\n\nSnow.\n"
    with pytest.raises(NoQuestions):
        titles(document)
    assert titles(document, form="headings of level 2") == ["Monday", "Tuesday", "Wednesday"]
    assert titles(document, form="Headings-of-level-2") == ["Monday", "Tuesday", "Wednesday"]


def test_an_absent_form_is_refused_with_the_names_of_the_present_ones() -> None:
    with pytest.raises(DrillError, match="no form is named 'tables'") as refusal:
        titles(NUMBERED_HEADINGS, form="tables")
    assert "numbered headings of level 2" in refusal.value.hint
    assert refusal.value.code == 2


def test_a_refusal_shows_the_three_best_readings_with_counts_and_first_titles() -> None:
    document = "# Diary\n\n## Monday\n\nRain.\n\n## Why not?\n\nSun.\n\n## Friday\n\nSnow.\n"
    with pytest.raises(NoQuestions, match="no questions found") as refusal:
        titles(document)
    best = refusal.value.readings[0]
    assert (best.form, best.count, best.titles) == (
        "headings of level 2", 3, ("Monday", "Why not?", "Friday"),
    )  # fmt: skip
    assert best.asks == pytest.approx(1 / 3)
    assert len(refusal.value.readings) <= 3


def test_a_section_headed_questions_is_read_in_a_document_on_another_subject() -> None:
    guide = "# Access\n\n## Rights\n\n" + "They hang on groups. Groups hold people.\n\n" * 20
    document = guide + "## Interview questions\n\n" + LINES + "\n## Summary\n\nAll is well.\n"
    assert titles(document) == ["What is a?", "What is b?"]


def test_questions_outside_the_section_headed_questions_make_the_whole_document_questions() -> None:
    document = "# Notes\n\n" + "".join(f"## What is {letter}?\n\nIt is.\n\n" for letter in "abcde")
    document += "## Quiz\n\n" + "".join(f"### Why {letter}?\n\nSo.\n\n" for letter in "xyz")
    assert "What is a?" in titles(document)


def test_an_article_on_one_question_is_not_a_list_of_questions() -> None:
    parts = ["Why this?", *(f"Part {n}" for n in range(5))]
    document = "# Interview question 3\n\n" + "".join(f"## {part}\n\nText.\n\n" for part in parts)
    with pytest.raises(NoQuestions):
        titles(document)


class _Given(Scorer):
    """A scorer with given scores and counts, by form."""

    def __init__(self, outline: Outline, figures: dict[str, tuple[float, int]]) -> None:
        super().__init__(outline)
        self.figures = figures

    def weigh(self, reading: Reading, low: int, high: int) -> Weighed:
        score, count = self.figures[reading.form]
        found = [QuestionRange(reading.starts[0], 1, reading.form)] * count
        return Weighed(reading, found, 1.0, 1.0, 1.0, 1.0, 0.0, 1.0, score, 0)


@pytest.mark.parametrize(("score", "best"), [(0.98, "many"), (0.9, "few")])
def test_the_reading_with_more_starts_wins_a_near_tie(score: float, best: str) -> None:
    outline = Outline(parse(LIST), "notes.md")
    start = readings(outline)[0].starts[:1]
    offered = [Reading(form, start, Trait.LIST) for form in ("few", "many")]
    given = _Given(outline, {"few": (1.0, 2), "many": (score, 3)})
    chosen = Contest(offered, given).best(0, 9)
    assert chosen is not None
    assert chosen.reading.form == best


def test_a_reading_with_lost_questions_inside_its_answers_loses() -> None:
    chapters = "".join(
        f"## Do you know chapter {chapter}?\n\n"
        + "".join(f"**Q{n}- What is {chapter}{n}?**\n\nIt is.\n\n" for n in (1, 2, 3))
        for chapter in ("A", "B", "C")
    )
    assert len(titles("# Interview\n\n" + chapters)) == 9


def test_numbered_headings_are_questions_if_a_third_asks_from_beginning_to_end() -> None:
    def document(asking: set[int]) -> str:
        names = [f"What is {n}?" if n in asking else f"Part {n}" for n in range(1, 19)]
        return "# Notes\n\n" + "".join(
            f"## {n}. {name}\n\nSome text.\n\n" for n, name in enumerate(names, start=1)
        )

    assert len(titles(document({1, 4, 7, 10, 13, 16}))) == 18
    with pytest.raises(NoQuestions):
        titles(document({1, 4, 7, 10, 13}))
    with pytest.raises(NoQuestions):
        titles(document({1, 2, 3, 4, 5, 6, 7, 8}))


def test_labelled_answers_below_eight_headings_make_them_questions_in_any_document() -> None:
    def document(pairs: int) -> str:
        asked = "".join(f"## What is {n}?\n\n**Answer:** So.\n\n" for n in range(pairs))
        return "# Notes\n\n" + "Some text.\n\n" * 60 + asked

    assert len(titles(document(8))) == 8
    with pytest.raises(NoQuestions):
        titles(document(7))


def test_questions_that_the_contents_list_need_not_cover_the_document() -> None:
    contents = "".join(f"- [What is {n}?](#what-is-{n})\n" for n in "abcd")
    body = "Some text.\n\n" * 60 + "".join(f"## What is {n}?\n\nSo.\n\n" for n in "abcd")
    assert titles(f"# Set 3\n\n{contents}\n{body}") == [f"What is {n}?" for n in "abcd"]
    with pytest.raises(NoQuestions):
        titles(f"# Set 3\n\n{body}")


def test_ten_titles_in_the_contents_of_a_document_of_questions_need_not_ask() -> None:
    def document(count: int) -> str:
        topics = [f"Topic {n}" for n in range(count)]
        contents = "".join(f"- [{topic}](#topic-{n})\n" for n, topic in enumerate(topics))
        body = "".join(f"### {topic}\n\nA text on it.\n\n" for topic in topics)
        return f"# Interview questions\n\n{contents}\n{body}"

    assert len(titles(document(10))) == 10
    with pytest.raises(NoQuestions):
        titles(document(9))


def test_a_guide_to_questions_must_ask_by_itself() -> None:
    body = "".join(
        f"## Part {n}\n\nOne.\n\n## Use {n}\n\nTwo.\n\n## Why {n}?\n\nThree.\n\n" for n in range(4)
    )
    assert len(titles(f"# Interview questions\n\n{body}")) == 12
    with pytest.raises(NoQuestions):
        titles(f"# A guide to interview questions\n\n{body}")


def test_a_line_below_the_title_may_announce_questions() -> None:
    body = "".join(
        f"## What is {n}?\n\nOne.\n\n## Part {n}\n\nTwo.\n\n## Use {n}\n\nThree.\n\n"
        for n in "abcd"
    )
    assert len(titles(f"# Networks\n\nQuestions with answers.\n\n{body}")) == 12
    with pytest.raises(NoQuestions):
        titles(f"# Networks\n\nA summary.\n\n{body}")


def test_numbered_headings_with_gaps_in_their_numbers_are_questions_if_half_ask() -> None:
    def document(asking: int) -> str:
        names = [f"What is {n}?" for n in range(asking)] + ["Setup"] * (10 - asking)
        heads = (f"## {2 * n}. {name}\n\nSome text.\n\n" for n, name in enumerate(names, start=1))
        return "# Notes\n\n" + "".join(heads)

    assert len(titles(document(5))) == 10
    with pytest.raises(NoQuestions):
        titles(document(4))


def test_different_headings_are_questions_if_two_in_five_ask_in_words_to_the_end() -> None:
    def document(names: list[str]) -> str:
        return "# Notes\n\n" + "".join(f"## {name}\n\nSome text.\n\n" for name in names)

    names = [f"What is {n}?" if n in {0, 2, 4, 8} else f"Part {n}" for n in range(10)]
    assert titles(document(names)) == names
    for refused in (
        ["Part 0", *names[1:]],
        ["What is it?" if "What" in name else name for name in names],
        sorted(names, reverse=True),
    ):
        with pytest.raises(NoQuestions):
            titles(document(refused))
    with pytest.raises(NoQuestions):
        titles("".join(f"Line {n} of a manual.\n\n" for n in range(20)) + document(names))


def test_questions_without_answers_are_most_of_their_document() -> None:
    def document(remarks: int) -> str:
        text = "".join(f"Remark {n} on the course.\n\n" for n in range(remarks))
        return f"# Notes\n\n{text}" + "".join(f"{n}. What is {n}?\n" for n in range(1, 11))

    assert len(titles(document(6))) == 10
    with pytest.raises(NoQuestions):
        titles(document(7))


def test_consecutive_numbers_win_over_irregular_numbers() -> None:
    document = "# Interview\n\n" + "".join(
        f"## {n}. What is {n}?\n\n**{n * 7}. Why is {n}?**\n\nText.\n\n" for n in range(1, 6)
    )
    assert forms(document) == {"numbered headings of level 2": 5}


def test_titles_in_the_table_of_contents_win_over_others_of_the_same_kind() -> None:
    contents = "".join(f"- [What is {n}?](#what-is-{n})\n" for n in "abc")
    body = "".join(f"### What is {n}?\n\n**Why is {n} so?**\n\nText.\n\n" for n in "abc")
    assert titles(f"# Interview\n\n{contents}\n{body}") == [f"What is {n}?" for n in "abc"]


def test_a_note_with_one_question_and_a_labelled_answer_is_read() -> None:
    assert titles("### Describe the box model.\n\n#### Answer\n\nContent and edges.\n") == [
        "Describe the box model."
    ]

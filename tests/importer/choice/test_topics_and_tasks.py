"""The choice of readings whose titles hardly ask: topics, tasks, and sections of a guide."""

import pytest

from drill.importer import NoQuestions, import_document


def titles(document: str) -> list[str]:
    deck = import_document(document.encode(), "notes.md").deck
    return [question.title for question in deck.questions]


def headings(names: list[str], mark: str = "##") -> str:
    return "".join(f"{mark} {name}\n\nSome text.\n\n" for name in names)


def test_numbers_below_headings_that_announce_questions_count_questions() -> None:
    def document(first: str, second: str, begin: str = "What is") -> str:
        parts = (
            f"## 1. {begin} {letter}1\n\nText.\n\n"
            + "".join(f"## {n}. Topic {letter}{n}\n\nText.\n\n" for n in range(2, 11))
            for letter in "ab"
        )
        return f"# Roadmap\n\n# {first}\n\n{next(parts)}# {second}\n\n{next(parts)}"

    assert len(titles(document("10 easy questions", "10 hard questions"))) == 20
    for first, second, begin in (
        ("10 easy lessons", "10 hard lessons", "What is"),
        ("Questions and motions", "Questions for admins", "What is"),
        ("Open questions", "Questions to ask", "What is"),
        ("10 easy questions", "10 hard questions", "Topic"),
    ):
        with pytest.raises(NoQuestions):
            titles(document(first, second, begin))


def test_an_introduction_below_a_title_of_questions_is_no_topic() -> None:
    topics = [f"Topic {n}" for n in range(10)]
    opening = ["Introduction", "How to use this guide"]
    assert titles("# Interview questions\n\n" + headings([*opening, *topics])) == topics


def test_definitions_of_settings_are_no_glossary() -> None:
    settings = "".join(f"**opt_{n}**: Wert {n} ist ein Wert.\n\n" for n in range(6))
    assert len(titles(f"# Definitionen\n\n{settings}")) == 6
    with pytest.raises(NoQuestions):
        titles(f"# Definitionen der Einstellungen\n\n{settings}")


def test_tickets_for_concerts_are_no_tickets_of_an_exam() -> None:
    def document(title: str) -> str:
        return f"# {title}\n\n" + "".join(f"{n}. Номер {n}\n" for n in range(1, 12))

    assert len(titles(document("Билеты по физике"))) == 11
    with pytest.raises(NoQuestions):
        titles(document("Билеты на концерты"))


def test_numbers_below_a_title_of_questions_may_leave_some_out_but_count_no_links() -> None:
    def document(topic: str) -> str:
        lines = (f"{n}. {topic} {n}\n" for n in range(1, 14) if n != 9)
        return "# Questions\n\n" + "".join(lines)

    assert len(titles(document("Topic"))) == 12
    with pytest.raises(NoQuestions):
        titles(document("https://example.org/"))


def test_ten_headings_with_text_below_a_title_of_questions_need_not_ask() -> None:
    topics = [f"Topic {n}" for n in range(10)]
    assert titles("---\ntitle: Exam questions\n---\n\n" + headings(topics)) == topics
    with pytest.raises(NoQuestions):
        titles("---\ntitle: Exam questions\n---\n\n" + headings(topics[1:]))


def test_below_a_title_of_an_exam_topics_are_numbered_or_all_the_headings_there_are() -> None:
    topics = [f"Topic {n}" for n in range(1, 11)]
    numbered = [f"{n}. {topic}" for n, topic in enumerate(topics, start=1)]
    part = "### Part\n\nSome text.\n\n"
    assert titles("# Exam\n\n" + headings(topics)) == topics
    assert titles("# Exam\n\n" + headings(numbered) + part) == topics
    for document in (
        "# Exam\n\n" + headings(topics) + part,
        "# Exam\n\n" + headings([f"{n}. Topic {n}" for n in range(2, 12)]) + part,
        "# Exam generator: specification\n\n" + headings(numbered),
        "# Notes\n\n" + headings(numbered),
    ):
        with pytest.raises(NoQuestions):
            titles(document)


@pytest.mark.parametrize("answer", ["", "\n> So it is.\n\n"])
def test_ten_items_that_share_out_a_list_of_questions_need_not_ask(answer: str) -> None:
    topics = [f"Topic {n}" for n in range(10)]
    items = "".join(f"- {topic}\n{answer}" for topic in topics)
    assert titles(f"# Exam questions\n\n## First part\n\n{items}") == topics
    winners = [name for n in range(4) for name in (f"Who won {n}?", *(f"{n} {m}" for m in "uvwx"))]
    for document in (
        f"# Exam\n\n{items}",
        f"# Exam questions\n\n{items}\n## Rules\n\n" + "Some text.\n\n" * 6,
        "# Exam questions\n\n" + "".join(f"- {name}\n" for name in winners),
    ):
        with pytest.raises(NoQuestions):
            titles(document)


def test_a_third_of_ten_answered_items_that_count_up_must_ask() -> None:
    def document(topics: int, asked: int) -> str:
        names = [*(f"Topic {n}." for n in range(topics)), *(f"What is {n}?" for n in range(asked))]
        return "".join(f"{n}) {name}\n\nIt is so.\n\n" for n, name in enumerate(names, start=1))

    assert len(titles(document(8, 4))) == 12
    for topics, asked in ((9, 4), (5, 3)):
        with pytest.raises(NoQuestions):
            titles(document(topics, asked))


def test_steps_are_no_questions_though_their_verbs_may_ask() -> None:
    recipes = [f"{verb} part {n}" for n in range(4) for verb in ("Write a", "Find the", "List a")]
    with pytest.raises(NoQuestions):
        titles("# Recipes\n\n" + headings(recipes))


def test_short_notes_of_which_a_quarter_asks_are_no_questions() -> None:
    names = [f"What is {n}?" if n % 4 == 3 else f"Topic {n}" for n in range(20)]
    with pytest.raises(NoQuestions):
        titles("# Notes\n\n" + headings(names))


def test_labelled_headings_vouch_for_themselves_alone() -> None:
    guide = headings(["What is it?", "Why so?", *(f"**Part {n}**" for n in range(5))])
    asked = "".join(f"## Question {n}: What is {n}?\n\nIt is.\n\n" for n in range(1, 5))
    assert titles(f"# Loops\n\n{guide}{asked}") == [f"What is {n}?" for n in range(1, 5)]


def test_a_picture_may_stand_before_a_task_but_marks_a_section_of_a_guide() -> None:
    tasks = [f"🟡 Explain the role of part {n}." for n in range(4)]
    assert titles("# React\n\n" + "".join(f"- {task}\n" for task in tasks)) == tasks
    with pytest.raises(NoQuestions):
        titles("# Interview questions\n\n" + headings(["🚀 How to use it", "📖 What you will get"]))


def test_a_line_in_a_tag_is_no_task_among_items() -> None:
    tasks = [f"Design part {n} of a large system." for n in range(12)]
    lines = "".join(f"- {task}\n" for task in tasks)
    assert titles(f"# React\n\n<sub>Made in May</sub>\n\n---\n\n{lines}") == tasks


def test_items_between_rules_are_cards() -> None:
    fronts = ["Flow control", "Backoff", "What is a window?", "Order", "Loss", "Why so slow?"]
    cards = (f"- {front}\n  - It is so.\n" for front in fronts)
    assert titles("***\n".join(cards)) == fronts


def test_folds_below_the_text_of_numbered_headings_are_answers_if_their_title_recurs() -> None:
    def document(mark: str) -> str:
        return "# Strings\n\n" + "".join(
            f"## {mark.format(n)}Part {n}\n\nA string is given.\n\n"
            "<details><summary>Решение</summary>\n\n`one`\n\n</details>\n\n"
            for n in range(1, 5)
        )

    assert titles(document("{}. ")) == [f"Part {n}" for n in range(1, 5)]
    with pytest.raises(NoQuestions):
        titles(document(""))


def test_a_fence_below_a_bare_number_holds_its_task() -> None:
    tasks = [f"Find the {n} best customers." for n in range(1, 11)]
    fenced = (f"## {n}.\n\n```sql\n{task}\n```\n\n" for n, task in enumerate(tasks, start=1))
    assert titles("# Ten questions\n\n" + "".join(fenced)) == tasks

"""Answers end where the next question begins, whatever stands in them or is missing."""

import pytest

from tests.importer.cases import Case, check

_MARK = "```"

CASES: dict[str, Case] = {
    "a fence that is never closed, above other fences": (
        "# Questions\n\n"
        + "".join(
            f"**{n}. Which query gives {n}?**\n\n**Answer:**\n\n{_MARK}sql\nSELECT {n};\n"
            + ("\n\n" if n == 2 else f"{_MARK}\n")
            for n in (1, 2, 3, 4)
        ),
        [(f"Which query gives {n}?", f"{_MARK}sql\nSELECT {n};\n{_MARK}") for n in (1, 2, 3, 4)],
    ),
    "an explanation below code, with the level of the questions": (
        "# SQL questions\n\n"
        + "".join(
            f"### {n}. Write a query that gives {n}.\n\nHint: no table\n\nSelect {n} like this:\n\n"
            f"{_MARK}sql\nSELECT {n};\n{_MARK}\n\n### Explanation:\n1. It selects.\n\n"
            for n in (1, 2, 3)
        ),
        [
            (
                f"Write a query that gives {n}.",
                f"Select {n} like this:\n\n{_MARK}sql\nSELECT {n};\n{_MARK}\n\n"
                "### Explanation:\n1. It selects.",
            )
            for n in (1, 2, 3)
        ],
    ),
    "titles with attributes in braces": (
        "# GLOSARIO {-#glosario}\n\n"
        + "".join(f"## Voz {n}: {{-#voz-{n}}}\nEs una palabra.\n\n" for n in (1, 2, 3, 4)),
        [(f"Voz {n}:", "Es una palabra.") for n in (1, 2, 3, 4)],
    ),
    "labelled answers in bold below items, some missing": (
        "# Quiz\n\n1) What is a set?\n\n2) What is a map?\n\n__R: A table.__\n\n"
        "3) What is a list?\n\n4) What is a tree?\n\n__R: A graph.__\n\n5) What is a heap?\n",
        [
            ("What is a set?", None),
            ("What is a map?", "A table."),
            ("What is a list?", None),
            ("What is a tree?", "A graph."),
            ("What is a heap?", None),
        ],
    ),
    "topics with labelled answers, and marked questions on them": (
        "".join(
            f"## {topic}\n### 핵심답변\n{topic} 설명입니다.\n\n"
            f"#### 🤔 {topic} 무엇인가요?\n수입니다.\n\n#### 🤔 {topic} 어떻게 쓰나요?\n이렇게.\n\n"
            for topic in ("배열", "목록", "final 키워드")
        ),
        [
            pair
            for topic in ("배열", "목록", "final 키워드")
            for pair in (
                (topic, f"{topic} 설명입니다."),
                (f"{topic} 무엇인가요?", "수입니다."),
                (f"{topic} 어떻게 쓰나요?", "이렇게."),
            )
        ],
    ),
    "numbers without a mark, and answers on the next line": (
        "# Interview Questions\n\n"
        + "".join(
            f"{n}{'.' if n < 4 else ''} How would you print line {n} of a file\n"
            f"sed -n {n}p file, which prints just this one of all the lines in it\n\n"
            for n in range(1, 10)
        ),
        [
            (
                f"How would you print line {n} of a file",
                f"sed -n {n}p file, which prints just this one of all the lines in it",
            )
            for n in range(1, 10)
        ],
    ),
    "lists numbered from 1 in answers, also in the last one": (
        "# Java\n\n"
        + "".join(
            f"{n}. How do you do task {n}?\n1. Open it\n2. Close it\n\n" for n in (20, 21, 22, 23)
        ),
        [(f"How do you do task {n}?", "1. Open it\n2. Close it") for n in (20, 21, 22, 23)],
    ),
    "a number that nobody has written a question for": (
        "".join(f"### {n}) What is part {n}?\nIt is one.\n\n" for n in (1, 2, 3)) + "### 4)\n",
        [(f"What is part {n}?", "It is one.") for n in (1, 2, 3)],
    ),
    "bold items of which half ask, most with an answer": (
        "# Notes\n\n"
        + "".join(
            f"* **{title}**\n\n" + (f"  {text}\n\n" if text else "")
            for title, text in (
                ("What is it?", "A thing."),
                ("Its parts", "Two of them."),
                ("Who made it?", None),
                ("Its age", "Ten years."),
                ("Why is it here?", "By chance."),
                ("Its price", None),
                ("How does it end?", "Well."),
                ("Its name", "Nobody knows."),
            )
        ),
        [
            ("What is it?", "A thing."),
            ("Its parts", "Two of them."),
            ("Who made it?", None),
            ("Its age", "Ten years."),
            ("Why is it here?", "By chance."),
            ("Its price", None),
            ("How does it end?", "Well."),
            ("Its name", "Nobody knows."),
        ],
    ),
    "items that go on counting headings, one of them blank": (
        "# Questions\n\n"
        + "".join(f"### {n}. What is part {n}?\n\nIt is one.\n\n" for n in range(1, 6))
        + "## More\n\n"
        + "".join(
            f"{n}. {title}\n\n   It is one.\n\n"
            for n, title in enumerate(
                ("Why is it 6?", "Topic 7", "", "Topic 9", "Why is it 10?"), 6
            )
        )
        + "".join(f"### {n}. What is part {n}?\n\nIt is one.\n\n" for n in (11, 12)),
        [
            *((f"What is part {n}?", "It is one.") for n in range(1, 6)),
            ("Why is it 6?", "It is one."),
            ("Topic 7", "It is one."),
            ("Topic 9", "It is one."),
            ("Why is it 10?", "It is one."),
            *((f"What is part {n}?", "It is one.") for n in (11, 12)),
        ],
    ),
    "many plain lines above labelled questions, of which two in three ask": (
        "# Interview questions\n\n**Acme:**\n\n"
        + "".join(
            f"{line}\n" for n in range(4) for line in (f"What is {n}", f"Why is {n}", f"Part {n}")
        )
        + "\n**Bolt:**\n\n"
        + "".join(f"Q{n}: What is number {n}?\n\nA: It is one.\n\n" for n in range(1, 9)),
        [
            *(
                (line, None)
                for n in range(4)
                for line in (f"What is {n}", f"Why is {n}", f"Part {n}")
            ),
            *((f"What is number {n}?", "It is one.") for n in range(1, 9)),
        ],
    ),
    "many plain questions below the last answer": (
        "".join(
            f"### {n}. What is part {n}?\n\nIt has {n} sides:\n\n- left\n- right\n\n"
            for n in (1, 2, 3, 4)
        )
        + "It ends here.\n\n"
        + "".join(f"Why is there a thing of the kind {n}?\n\n" for n in range(10)),
        [
            *((f"What is part {n}?", f"It has {n} sides:\n\n- left\n- right") for n in (1, 2, 3)),
            ("What is part 4?", "It has 4 sides:\n\n- left\n- right\n\nIt ends here."),
            *((f"Why is there a thing of the kind {n}?", None) for n in range(10)),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_end_of_an_answer_is_where_the_next_question_begins(name: str) -> None:
    check(*CASES[name])

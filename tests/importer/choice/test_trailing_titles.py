"""A plain line between two questions is a title if it says so, recurs, or a count restarts."""

import pytest

from tests.importer.cases import Case, check


def _list(first: int, last: int) -> str:
    return "".join(
        f"{n}. Why {n}?\n\nSo {n}.\n\nAnd that is all of it.\n\n" for n in range(first, last)
    )


def _wanted(first: int, last: int) -> list[tuple[str, str]]:
    return [(f"Why {n}?", f"So {n}.\n\nAnd that is all of it.") for n in range(first, last)]


CASES: dict[str, Case] = {
    "it names questions": (
        _list(1, 4) + "Fault Tolerance Interview Questions\n\n" + _list(4, 7),
        _wanted(1, 7),
    ),
    "numbers restart below it": (
        _list(1, 4) + "Phần nâng cao\n\n" + _list(1, 4),
        _wanted(1, 4) * 2,
    ),
    "it begins like the title of the first part, and has a line on the part below": (
        "Nivel Básico\n\nPara empezar.\n\n"
        + _list(1, 4)
        + "Nivel Avanzado\n\nAhora se pone serio.\n\n"
        + _list(4, 7),
        _wanted(1, 7),
    ),
    "where many answers end with a line that begins like the title above, it is theirs": (
        "SQL for interviews\n\n"
        + "".join(f"{n}. Why {n}?\n\nSo {n}.\n\nSQL engines use it\n\n" for n in (1, 2, 3, 4)),
        [(f"Why {n}?", f"So {n}.\n\nSQL engines use it") for n in (1, 2, 3, 4)],
    ),
    "questions alone": (
        "Round 1\n\n1. Why one?\n2. Why two?\n\nRound 2 of questions\n\n1. Why three?\n"
        "2. Why four?\n",
        [("Why one?", None), ("Why two?", None), ("Why three?", None), ("Why four?", None)],
    ),
    "it has a picture before it": (
        _list(1, 4) + "🔹 Advanced Interview Questions\n\n" + _list(4, 7),
        _wanted(1, 7),
    ),
    "where many answers end with a line that names questions, it is theirs": (
        "".join(f"{n}. Why {n}?\n\nSo {n}.\n\nAsked in interviews {n}\n\n" for n in (1, 2, 3)),
        [(f"Why {n}?", f"So {n}.\n\nAsked in interviews {n}") for n in (1, 2, 3)],
    ),
    "a line with a bold label is none": (
        "".join(
            f"{n}. Why {n}?\n\nSo {n}.\n\n**See:** [Problems {n}](p.md)\n\n" for n in (1, 2, 3)
        ),
        [(f"Why {n}?", f"So {n}.\n\n**See:** [Problems {n}](p.md)") for n in (1, 2, 3)],
    ),
    "it is in italics, in a list of questions without answers": (
        "# Interview questions\n\n*SQL*\n\n- Why one?\n- Why two?\n- Why three?\n\n*Nets*\n\n"
        "- Why four?\n- Why five?\n- Why six?\n",
        [(f"Why {n}?", None) for n in ("one", "two", "three", "four", "five", "six")],
    ),
    "a long lead-in to the next part, and a remark above it": (
        "".join(f"### Q: Why {n}?\n\nA: So {n}.\n\nAnd that is all.\n\n" for n in (1, 2))
        + "These answers cover the basics of everything that is asked.\n\nUser\n\n"
        "Certainly, here are some further questions on the more advanced topics of this course:\n\n"
        + "".join(f"### Q: Why {n}?\n\nA: So {n}.\n\nAnd that is all.\n\n" for n in (3, 4)),
        [(f"Why {n}?", f"So {n}.\n\nAnd that is all.") for n in (1, 2, 3, 4)],
    ),
    "a remark on the questions of the next part, below a rule, and of the last": (
        "".join(f"### {n}. Why {n}?\n\nSo {n}.\n\nAnd that is all.\n\n" for n in (1, 2, 3))
        + "---\n\nSure! Here is a guide to the other interview questions.\n\n## Nets\n\n"
        + "".join(f"### {n}. Why {n}?\n\nSo {n}.\n\nAnd that is all.\n\n" for n in (1, 2, 3))
        + "#### Conclusion\n\nThese questions come with answers and explanations.\n",
        [(f"Why {n}?", f"So {n}.\n\nAnd that is all.") for n in (1, 2, 3)] * 2,
    ),
    "a sentence on questions in general is the end of an answer, also of the last one": (
        "".join(f"## {n}. Why {n}?\n\nSo {n}.\n\nAnd that is all.\n\n" for n in (1, 2, 3))
        + "## 4. Why 4?\n\nSo 4.\n\nPractise the questions with a friend.\n\n# Part two\n\n"
        + "".join(f"## {n}. Why {n}?\n\nSo {n}.\n\nAnd that is all.\n\n" for n in (5, 6))
        + "## 7. Why 7?\n\nSo 7.\n\nGood questions lead to answers about the cause.\n",
        [
            *((f"Why {n}?", f"So {n}.\n\nAnd that is all.") for n in (1, 2, 3)),
            ("Why 4?", "So 4.\n\nPractise the questions with a friend."),
            *((f"Why {n}?", f"So {n}.\n\nAnd that is all.") for n in (5, 6)),
            ("Why 7?", "So 7.\n\nGood questions lead to answers about the cause."),
        ],
    ),
    "where all answers end with such a line, it is theirs": (
        "".join(f"{n}. Why {n}?\n\nSo {n}.\n\nO(n) in all cases\n\n" for n in (1, 2, 3, 1, 2, 3)),
        [(f"Why {n}?", f"So {n}.\n\nO(n) in all cases") for n in (1, 2, 3, 1, 2, 3)],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_plain_title_ends_the_answer_above_it(case: str) -> None:
    check(*CASES[case])

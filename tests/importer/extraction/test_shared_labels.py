"""What all answers share is a label, a separator or a placeholder, and belongs to none of them."""

import pytest

from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "a label on the first of few items": (
        "1. **What is one?**\n   - **Response**: A digit.\n   - **Example**: Of a page.\n\n"
        "2. **What is two?**\n   - **Response**: A sum.\n\n"
        "3. **What is three?**\n   - **Response**:\n     - A prime.\n     - A sum.\n",
        [
            ("What is one?", "A digit.\n- **Example**: Of a page."),
            ("What is two?", "A sum."),
            ("What is three?", "- A prime.\n- A sum."),
        ],
    ),
    "labels that divide all answers stay": (
        "".join(
            f"{n}. **What is {n}?**\n   - **Sense**: It is {n}.\n   - **Use**: To count.\n\n"
            for n in (1, 2, 3)
        ),
        [(f"What is {n}?", f"- **Sense**: It is {n}.\n- **Use**: To count.") for n in (1, 2, 3)],
    ),
    "headings that name two answers divide them": (
        "".join(
            f"## {n}. Why {n}?\n\n#### Short, ready answer\n\nSo {n}.\n\n"
            f"#### One-line answer\n\nJust {n}.\n\n"
            for n in (1, 2, 3)
        ),
        [
            (
                f"Why {n}?",
                f"#### Short, ready answer\n\nSo {n}.\n\n#### One-line answer\n\nJust {n}.",
            )
            for n in (1, 2, 3)
        ],
    ),
    "the button of a saved page": (
        "".join(f"{n}. Why {n}?\n\nHide Answer\nSo {n}.\n\n" for n in range(1, 6)),
        [(f"Why {n}?", f"So {n}.") for n in range(1, 6)],
    ),
    "a line in bold, or with a figure in brackets": (
        "".join(
            f"### Why {n}?\n\n({n} % of all interviews)\n\nSo {n}.\n\n**Note** well.\n\n"
            for n in (20, 31, 42)
        ),
        [(f"Why {n}?", f"So {n}.\n\n**Note** well.") for n in (20, 31, 42)],
    ),
    "the same words in brackets wait for an answer": (
        "".join(f"{n}. Why {n}?\n\n```\n[Put your answer here]\n```\n\n" for n in range(1, 6)),
        [(f"Why {n}?", None) for n in range(1, 6)],
    ),
    "separators of cards, and lines to write on": (
        "## Why one?\n?\nSo one.\n\n## Why two?\n\n. . .\n\nSo two.\n\n## Why three?\n\n***\n\n"
        "So three.\n\n_________\n\n_________\n\n## Why four?\n\n_________\n",
        [
            ("Why one?", "So one."),
            ("Why two?", "So two."),
            ("Why three?", "So three."),
            ("Why four?", None),
        ],
    ),
    "text above a folded answer, where few answers are folded": (
        "### 1. Balanced brackets\n\n**Is `{()}` balanced?**\n\nLook twice.\n\n<details>\n"
        "<summary>Click for answer</summary>\n\nYes.\n\n</details>\n\n"
        + "".join(f"### {n}. Why {n}?\n\nSo {n}.\n\nAnd no more.\n\n" for n in range(2, 7)),
        [
            ("Balanced brackets\n\n**Is `{()}` balanced?**\n\nLook twice.", "Yes."),
            *((f"Why {n}?", f"So {n}.\n\nAnd no more.") for n in range(2, 7)),
        ],
    ),
    "a misspelt summary below options": (
        "".join(
            f"## Question {n}\nWhich is {n}?\n\n- a. None\n- b. {n}\n<details>\n"
            f"    <summary>Answear</summary>\n    b. {n}\n</details>\n\n"
            for n in (1, 2, 3)
        ),
        [(f"Which is {n}?", ["None", f"+{n}"], f"b. {n}") for n in (1, 2, 3)],
    ),
    "a letter with the number of the question": (
        "".join(
            f"**Q{n} — Sum {n}**\n\nTake {n} and {n}.\nAdd them.\n\n**A{n}**\n\nIt is {2 * n}.\n\n"
            f"---\n\n"
            for n in (1, 2, 3)
        ),
        [(f"Sum {n}\n\nTake {n} and {n}.\nAdd them.", f"It is {2 * n}.") for n in (1, 2, 3)],
    ),
    "a line that is the reply to most questions stays": (
        "".join(f"## Is {n} a number?\n\n**Yes**\n\nIt counts.\n\n" for n in range(1, 6)),
        [(f"Is {n} a number?", "**Yes**\n\nIt counts.") for n in range(1, 6)],
    ),
    "a reply to most questions before its reason stays": (
        "".join(f"## Is {n} a letter?\n\n**No** - it counts.\n\n" for n in range(1, 6)),
        [(f"Is {n} a letter?", "**No** - it counts.") for n in range(1, 6)],
    ),
    "answers in items that begin with True": (
        "".join(
            f"{n}. **T/F:** {n} is odd.\n   - **Answer: {said}** - it counts {n}.\n\n"
            for n, said in ((1, "True"), (2, "False"), (3, "True"))
        ),
        [
            (f"{n} is odd.", f"**{said}** - it counts {n}.")
            for n, said in ((1, "True"), (2, "False"), (3, "True"))
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_an_answer_has_neither_label_nor_separator_nor_placeholder(case: str) -> None:
    check(*CASES[case])

"""What belongs to an answer and what does not, where whole documents depend on it."""

import pytest

from tests.importer.cases import Case, check

ITEM = (
    "<li>\n\n**Which planet is number {0}?**\n\n- A: `Mars`\n- B: `Saturn`\n\n<details>\n"
    "<summary><b>Answer</b></summary>\n\n#### Option: {1}\n\n</details>\n</li>\n\n"
)

CASES: dict[str, Case] = {
    "code alone answers questions that ask how": (
        "# Вопросы\n\n### Как узнать имя?\n\n```sh\nip link\n```\n\n### Как сменить имя?\n\n"
        "```sh\nhostname b\n```\n\n### Где лежит имя?\n\n```sh\n/etc/hostname\n```\n",
        [
            ("Как узнать имя?", "```sh\nip link\n```"),
            ("Как сменить имя?", "```sh\nhostname b\n```"),
            ("Где лежит имя?", "```sh\n/etc/hostname\n```"),
        ],
    ),
    "a heading names the option, and the item of the next question opens below": (
        f"<ol>\n{ITEM.format(4, 'A')}{ITEM.format(6, 'B')}</ol>\n",
        [
            ("Which planet is number 4?", ["+`Mars`", "`Saturn`"], "A"),
            ("Which planet is number 6?", ["`Mars`", "+`Saturn`"], "B"),
        ],
    ),
    "links to more text that a conversion lost": (
        "# Interview\n\n"
        + "".join(f"## {n}. Why {n}?\n\nBecause of {n}.\n\nRead More\n\n" for n in range(1, 5)),
        [(f"Why {n}?", f"Because of {n}.") for n in range(1, 5)],
    ),
    "labels in a margin below headings": (
        "".join(
            f"# Topic: Ledgers\n### Difficulty: Basic\n    **Question:** What is {n}?\n"
            f"    **Answer:** A sum.\n    It has {n} parts.\n\n"
            for n in range(1, 4)
        ),
        [(f"What is {n}?", f"A sum.\nIt has {n} parts.") for n in range(1, 4)],
    ),
    "the rows of tables in an unknown language are the terms of a glossary": (
        "# Glossary\n\n## Layer 1\n\n| Lyhenne | Koko nimi | Selite |\n|---|---|---|\n"
        "| **BNC** | Bayonet | Twists. |\n| **LC** | Local | Latches. |\n\n## Layer 2\n\n"
        "| Lyhenne | Koko nimi | Selite |\n|---|---|---|\n| **MAC** | Media | Burned in. |\n",
        [
            ("BNC", "Bayonet\n\nTwists."),
            ("LC", "Local\n\nLatches."),
            ("MAC", "Media\n\nBurned in."),
        ],
    ),
    "the same short questions in two long lists, which are no topics": (
        "".join(
            f"# {title}\n\n## 1. Why us?\n\n{said}\n\n"
            + "".join(f"## {n}. Why is {n} {said}?\n\nIt is.\n\n" for n in range(2, 22))
            for title, said in (("Notes", "my own"), ("A page", "copied"))
        ),
        [
            question
            for said in ("my own", "copied")
            for question in (
                ("Why us?", said),
                *((f"Why is {n} {said}?", "It is.") for n in range(2, 22)),
            )
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_an_answer_is_all_that_belongs_to_it(case: str) -> None:
    check(*CASES[case])

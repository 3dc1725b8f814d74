"""Questions with a mark among lines of the same markup that are not questions."""

import pytest

from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "contents of questions alone, and titles of answers at a higher level": (
        "# Set 1\n\n"
        + "".join(f"- [What is log {n}?](#question-{n})\n" for n in (1, 2, 3, 4))
        + "\n## Question 1. What is log 1?\n\nA file.\n\n# Use\n\nIt tells.\n\n"
        "# Example\n\nOne line.\n\n"
        + "".join(f"## Question {n}. What is log {n}?\n\n" for n in (2, 3, 4)),
        [
            ("What is log 1?", "A file.\n\n# Use\n\nIt tells.\n\n# Example\n\nOne line."),
            *((f"What is log {n}?", None) for n in (2, 3, 4)),
        ],
    ),
    "numbered questions, and a section of notes at their level": (
        "# Interview questions\n\n## Questions\n\n"
        + "".join(f"### {n}. What is part {n}?\n\nPart {n}.\n\n" for n in range(1, 6))
        + "## Notes\n\n"
        + "".join(f"### {name}\n\n" + 4 * "They run.\n\n" for name in ("Bridges", "Hosts")),
        [(f"What is part {n}?", f"Part {n}.") for n in range(1, 6)],
    ),
    "one picture before questions of two levels": (
        "# Notes\n\n"
        + "".join(
            f"### ❓ What is {name}?\n\nA thing.\n\n" for name in ("a key", "a lock", "a log")
        )
        + "# More\n\n"
        + "".join(
            f"## ❓ What is {name}?\n\nA thing.\n\n## Use of {name}\n\nOften.\n\n"
            for name in ("a view", "a trigger")
        ),
        [
            *((f"What is {name}?", "A thing.") for name in ("a key", "a lock", "a log")),
            ("What is a view?", "A thing.\n\n## Use of a view\n\nOften."),
            ("What is a trigger?", "A thing.\n\n## Use of a trigger\n\nOften."),
        ],
    ),
    "bold numbered questions, then numbered headings with lists in their answers": (
        "# Interview questions\n\n"
        + "".join(f"**{n}. What is part {n}?**\n\nPart {n}.\n\n" for n in range(1, 8))
        + "".join(
            f"### {n}. How do you mend part {n}?\n\nLook at it.\n\n"
            "1. **Parts:** look for them.\n2. **Tools:** take them.\n\n"
            for n in range(1, 6)
        ),
        [
            *((f"What is part {n}?", f"Part {n}.") for n in range(1, 8)),
            *(
                (
                    f"How do you mend part {n}?",
                    "Look at it.\n\n1. **Parts:** look for them.\n2. **Tools:** take them.",
                )
                for n in range(1, 6)
            ),
        ],
    ),
    "numbered lists of notes above the numbered questions": (
        "# Security\n\n## About\n\n1. Some are easy.\n2. Others are hard.\n\n"
        "## Plans\n\n1. Read a book.\n2. Write code.\n\n## Logs\n\n"
        + "".join(f"{n}. What is part {n}?\n" for n in range(1, 16)),
        [(f"What is part {n}?", None) for n in range(1, 16)],
    ),
    "a sample answer with a list, below lists of questions": (
        "# Interview\n\n"
        + "".join(
            f"## Part {n}\n\n"
            + "".join(f"- What is {name} {n}?\n" for name in ("log", "lock", "key"))
            for n in range(1, 5)
        )
        + "\nAn answer may say:\n\n- Logs are files.\n- Locks keep order.\n- Keys are columns.\n",
        [(f"What is {name} {n}?", None) for n in range(1, 5) for name in ("log", "lock", "key")],
    ),
    "chapters whose number follows the last part of the number above": (
        "# Facit\n\n"
        + "".join(
            f"## {n} Kapitel\n\n"
            + "".join(f"### {n}.{m} Tal {m}\n\n**Svar:** {m} dl\n\n" for m in (1, 2, 3))
            for n in (1, 2, 3, 4, 5)
        ),
        [(f"Tal {m}", f"{m} dl") for n in (1, 2, 3, 4, 5) for m in (1, 2, 3)],
    ),
    "pitanja i odgovori": (
        "# Ispitna pitanja\n\n"
        + "".join(
            f"**Pitanje {n}:** Mreža broj {n}\n\n**Točan odgovor:** Dio {n}.\n\n" for n in (1, 2, 3)
        ),
        [(f"Mreža broj {n}", f"Dio {n}.") for n in (1, 2, 3)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_mark_tells_the_questions(name: str) -> None:
    check(*CASES[name])

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
        + "## Notes\n\n### Bridges\n\nThey join.\n\n### Hosts\n\nThey run.\n",
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
}


@pytest.mark.parametrize("name", CASES)
def test_the_mark_tells_the_questions(name: str) -> None:
    check(*CASES[name])

"""Headings as people mark them."""

import pytest

from drill.importer.source.heading_marks import HeadingMarks
from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "an indent that takes a numbered heading into a list": (
        "".join(
            f"{'  ' * (n == 3)}### {n}. Which is {n}?\n- a) none\n- b) `{n}`\n\n"
            f"  **Answer:** b) `{n}`\n\n  ---\n\n"
            for n in range(1, 5)
        ),
        [(f"Which is {n}?", ["none", f"+`{n}`"], f"b) `{n}`") for n in range(1, 5)],
    ),
    "attributes of a heading": (
        "# FAQ\n\n"
        + "".join(f"## Comment faire {n} ? {{: #faire-{n} .q}}\n\nAinsi.\n\n" for n in range(1, 4)),
        [(f"Comment faire {n} ?", "Ainsi.") for n in range(1, 4)],
    ),
    "numbers with their points alone": (
        "".join(
            f"### {n} ({n} points)\n\nPour faire {n}, j'écris :\n\n- A. `f({n})`\n- B. `{n}`\n\n"
            for n in range(1, 5)
        ),
        [(f"Pour faire {n}, j'écris :", [f"`f({n})`", f"`{n}`"], None) for n in range(1, 5)],
    ),
    "a remark in italics between a label and its question": (
        "".join(
            f"## Question {n}\n\n*Lesson {n}*\n\nWhich is {n}?\n\n"
            f"- **A)** none\n- **B)** {n}\n\n**Answer: B) {n}**\n\n---\n\n"
            for n in range(1, 4)
        ),
        [(f"Which is {n}?\n\n*Lesson {n}*", ["none", f"+{n}"], f"B) {n}") for n in range(1, 4)],
    ),
    "titles of an FAQ that its contents shorten": (
        "# My tool FAQ\n\n"
        + "".join(f"1. [Part {n}](#use-a-voice-of-{n})\n" for n in range(1, 11))
        + "".join(f"\n## Use a voice of {n}\n\nCall it.\n" for n in range(1, 11)),
        [(f"Use a voice of {n}", "Call it.") for n in range(1, 11)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_headings(name: str) -> None:
    check(*CASES[name])


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("##1. What", "## 1. What"),
        ("== What ==", "## What"),
        ("## What is JSX?##", "## What is JSX?"),
        ("## What is C##", ""),
        ("## What is JSX? ##", ""),
        ("  ## 1. What", ""),
    ],
)
def test_marks_of_one_line(line: str, written: str) -> None:
    assert HeadingMarks().written(line) == written

"""Where the prompt ends and the answer begins."""

import pytest

from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "a heading of an answer below a heading of a question is its pair": (
        "## Question 1: Why does the gradient vanish?\n\nA network has forty layers.\n\n"
        "Each has a sigmoid.\n\n## Answer\n\nThe derivative is small.\n\n"
        "## Question 2: What is dropout?\n\nUnits are left out.\n\nIn training only.\n\n"
        "## Question 3: What is an epoch?\n\nOne pass over the data.\n\nAll of it.\n",
        [
            (
                "Why does the gradient vanish?\n\nA network has forty layers.\n\n"
                "Each has a sigmoid.",
                "The derivative is small.",
            ),
            ("What is dropout?", "Units are left out.\n\nIn training only."),
            ("What is an epoch?", "One pass over the data.\n\nAll of it."),
        ],
    ),
    "a section called solution among other sections is a part of the answer": (
        "## Q1: Why does the gradient vanish?\n\n### The problem:\n\nThe derivative is small.\n\n"
        "### Why:\n\nA sigmoid is flat.\n\n### Solutions:\n\nUse another function.\n\n"
        "## Q2: What is dropout?\n\nUnits are left out.\n\n"
        "## Q3: What is an epoch?\n\nOne pass over the data.\n",
        [
            (
                "Why does the gradient vanish?",
                "### The problem:\n\nThe derivative is small.\n\n### Why:\n\nA sigmoid is flat."
                "\n\n### Solutions:\n\nUse another function.",
            ),
            ("What is dropout?", "Units are left out."),
            ("What is an epoch?", "One pass over the data."),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_answer_begins_where_the_prompt_ends(case: str) -> None:
    check(*CASES[case])

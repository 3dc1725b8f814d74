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


def test_bold_items_are_right_options_only_if_half_of_the_questions_have_them() -> None:
    lists = "".join(f"## {n}. What is {n}?\n\n- **One**\n- Two\n\n" for n in (1, 2, 3))
    prose = "".join(f"## {n}. What is {n}?\n\nA number.\n\n" for n in (4, 5, 6, 7))
    check(
        lists + prose,
        [
            *((f"What is {n}?", "- **One**\n- Two") for n in (1, 2, 3)),
            *((f"What is {n}?", "A number.") for n in (4, 5, 6, 7)),
        ],
    )


OTHERS = "".join(f"## {n}. What is {n}?\n\nA number.\n\n" for n in (2, 3, 4))


@pytest.mark.parametrize("length", [199, 200])
def test_a_single_short_block_before_the_only_label_belongs_to_the_prompt(
    length: int,
) -> None:
    block = "It is " + "x" * (length - 7) + "."
    first = ("What is 1?", f"{block}\n\n**Answer:** One.")
    if length < 200:
        first = (f"What is 1?\n\n{block}", "One.")
    check(
        f"## 1. What is 1?\n\n{block}\n\n**Answer:** One.\n\n{OTHERS}",
        [first, *((f"What is {n}?", "A number.") for n in (2, 3, 4))],
    )


def test_long_items_before_the_only_label_belong_to_the_answer() -> None:
    item = "- **Eclipse:** " + "the peers of a node are all hostile, " * 6 + "and it is cut off."
    body = f"{item}\n\n**Solution:** Choose peers at random."
    check(
        f"## 1. Which attacks are there?\n\n{body}\n\n{OTHERS}",
        [
            ("Which attacks are there?", body),
            *((f"What is {n}?", "A number.") for n in (2, 3, 4)),
        ],
    )

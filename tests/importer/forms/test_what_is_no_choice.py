"""Lists, lines and letters that look like options, or kinds of questions, and are not."""

import pytest

from tests.importer.cases import Case, check

_COUNT = (1, 2, 3, 4)
_TOPICS = dict(enumerate(["Binary search", "Heaps"] * 2, start=1))
_KINDS = dict(enumerate(["Short answer", "True/False"] * 2, start=1))


def _each(form: str) -> str:
    """The document with `form` for each number, topic and kind."""
    return "\n\n".join(
        form.replace("<n>", str(n)).replace("<topic>", _TOPICS[n]).replace("<kind>", _KINDS[n])
        for n in _COUNT
    )


CASES: dict[str, Case] = {
    "explanations below the options of most questions, and a note below the last, of an exam": (
        "# Exam\n\n"
        + _each("<n>. Which is <n>?\nA. <n>\nB. 9\n\nExplanation: <n> is <n>.")
        + "\n\nMind that question 3 has a trap.\n\n## Answers\n\n1. A\n2. A\n3. A\n4. A\n",
        [
            (
                f"Which is {n}?",
                [f"+{n}", "9"],
                f"A\n\nExplanation: {n} is {n}."
                + "\n\nMind that question 3 has a trap." * (n == 4),
            )
            for n in _COUNT
        ],
    ),
    "a remark of an exam above the title of the next part, and one above the key": (
        "# Exam\n\n## One\n\n1. Which is 1?\nA. 1\nB. 9\n\nIt is odd.\n\n## Two\n\n"
        + "2. Which is 2?\nA. 2\nB. 9\n\n3. Which is 3?\nA. 3\nB. 9\n\n4. Which is 4?\nA. 4\nB. 9"
        + "\n\n5. Which is 5?\nA. 5\nB. 9\n\n## Answers\n\n1. A\n2. A\n3. A\n4. A\n5. A\n",
        [
            (f"Which is {n}?", [f"+{n}", "9"], "A" + "\n\nIt is odd." * (n == 1))
            for n in (*_COUNT, 5)
        ],
    ),
    "a note with a list above the answer, and an input with names in it": (
        _each("Question: Which is <n>?\nNote: TCP, UDP and IP\nAnswer: TCP")
        + "\n\nQuestion: Which is it?\nInput: a = 1, b = 2\nAnswer: b = 2\n",
        [
            *((f"Which is {n}?\n\nNote: TCP, UDP and IP", "TCP") for n in _COUNT),
            ("Which is it?\n\nInput: a = 1, b = 2", "b = 2"),
        ],
    ),
    "paragraphs and code above an answer that repeats the last one and goes on": (
        _each(
            "## Question <n>\n\nWhat is net <n>?\n\nA net has nodes.\n\nIt is <n>.\n\n"
            "**Answer:** It is <n>.\n\nSure."
        )
        + "\n\n## Question 5\n\nWhat does it print?\n\nx = 5\nprint(x)\n\n**Answer:** print(x)\n",
        [
            *(
                (f"What is net {n}?\n\nA net has nodes.\n\nIt is {n}.", f"It is {n}.\n\nSure.")
                for n in _COUNT
            ),
            ("What does it print?\n\nx = 5\nprint(x)", "print(x)"),
        ],
    ),
    "ticks in answers of sentences": (
        _each("## Is X<n> supported?\n\nYes, it is ✅\n\nBut X is old."),
        [(f"Is X{n} supported?", "Yes, it is ✅\n\nBut X is old.") for n in _COUNT],
    ),
    "ticks in answers of lines, where no question has options": (
        _each("## What state is X<n> in?\n\nPlanning\nBuilding ✅\nShipping"),
        [(f"What state is X{n} in?", "Planning\nBuilding ✅\nShipping") for n in _COUNT],
    ),
    "parts of a task behind its title": (
        _each("## <n>. Explain these: a) lock b) latch c) key\n\nThey guard <n>."),
        [("Explain these: a) lock b) latch c) key", f"They guard {n}.") for n in _COUNT],
    ),
    "a task about part a, with the others below": (
        _each("## Explain a. locks and the rest\n\nb. latches are <n>\nc. keys are <n>"),
        [("Explain a. locks and the rest", f"b. latches are {n}\nc. keys are {n}") for n in _COUNT],
    ),
    "options behind a task of which the answer names one": (
        "## Question 1: Name the rarest: a) air b) ore c) gold\n\nAnswer: c\n\n"
        "## Question 2: Name the lightest: a) air b) ore c) gold\n\nAnswer: a\n\n"
        "## Question 3: Explain the heaviest: a) air b) ore c) gold\n\nAnswer: Each is dense.\n",
        [
            ("Name the rarest:", ["air", "ore", "+gold"], "c"),
            ("Name the lightest:", ["+air", "ore", "gold"], "a"),
            ("Explain the heaviest: a) air b) ore c) gold", "Each is dense."),
        ],
    ),
    "topics that recur behind the labels of questions": (
        _each("## Question <n> - <topic>\n\nText of it <n>."),
        [(_TOPICS[n], f"Text of it {n}.") for n in _COUNT],
    ),
    "topics that recur behind labels in bold type": (
        _each("**Question <n>: <topic>**\n\nText of it <n>."),
        [(_TOPICS[n], f"Text of it {n}.") for n in _COUNT],
    ),
    "topics that recur above questions with labels of answers": (
        _each("## Question <n> - <topic>\n\nWhat is it <n>?\n\n**Answer:** It is <n>."),
        [(f"What is it {n}?", f"It is {n}.") for n in _COUNT],
    ),
    "kinds that recur behind the labels of questions": (
        _each("## Question <n> - <kind>\n\nWhat is it <n>?"),
        [(f"What is it {n}?", None) for n in _COUNT],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_document_with_what_is_no_choice_gives_its_questions(name: str) -> None:
    check(*CASES[name])

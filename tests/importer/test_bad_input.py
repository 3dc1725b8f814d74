"""What no document should be, and what importing makes of it, in time that grows with its size."""

from collections.abc import Callable
from math import isqrt
from time import process_time

import pytest

from drill.errors import DrillError
from drill.importer import import_document
from drill.model import Deck

HEAD = "## 1. What is x?\n\nIt is x.\n\n## 2. What is y?\n\n"
SIZE = 40_000

FLOODS: dict[str, Callable[[int], str]] = {
    "words on one line": lambda size: "word " * (size // 5),
    "brackets": lambda size: "[" * size,
    "comments never closed": lambda size: "<!-- " * (size // 5),
    "tags never closed": lambda size: "<b>a<br>" * (size // 8),
    "line breaks": lambda size: "x<br>" * (size // 5),
    "tables in tables": lambda size: "<table><tr><td>" * (size // 15),
    "folds never closed": lambda size: (
        "<details>\n<summary>What is a?</summary>\n\n" * (size // 40)
    ),
    "backticks that do not match": lambda size: "`a `` b " * (size // 8),
    "math never closed": lambda size: r"$a \( \[ " * (size // 9),
    "rows of a formula": lambda size: "\\[\n" + "a \\\\[2pt]\n" * (size // 10) + "\\]\n",
    "brackets after backslashes": lambda size: "\\\\[" * (size // 3),
    "pictures never closed": lambda size: "![" * (size // 2),
    "spaces": lambda size: " " * size + "x",
    "spaces after a label": lambda size: "Question" + " " * size,
    "signs in a paragraph": lambda size: "x " + "- " * (size // 2) + "x",
    "spaces in a title": lambda size: "\n## 3. What" + " " * size + "is?\n",
    "colons": lambda size: ":" * size,
    "quotations in one line": lambda size: ">" * (4 * size) + "x",
    "paragraphs behind much text": lambda size: "x" * (4 * size) + "<p></p>" * (size // 8),
    "quotations": lambda size: "> " * (size // 10) + "x",
    "lists": lambda size: "- " * (size // 10) + "x",
    "lists ever deeper": lambda size: "".join(" " * (2 * n) + "- x\n" for n in range(isqrt(size))),
    "fences never closed": lambda size: "```\n" * (size // 20),
    "fences of Markdown never closed": lambda size: "```md\n" * (size // 10),
    "lines that begin with a tag": lambda size: "x\n" + "<b>a</b> x\n" * (size // 20),
    "link targets": lambda size: "[a]: b\n" * (size // 20) + "[a]" * (size // 20),
    "entities": lambda size: "&#0;" * (size // 4),
    "labels of answers in a row": lambda size: "Answer:\n" * (size // 8),
    "first options without a second": lambda size: "    A. x\n" * (size // 9),
    "boxes of tasks": lambda size: "- [ ] a\n" * (size // 8),
    "answer keys": lambda size: (
        "\n## Part\n\n1. What is it?\n2. Why?\n\n## Answers\n\n1. a it is\n2. b it is\n"
        * (size // 20)
    ),
    "callouts": lambda size: "> [!note] a\n" * (size // 12),
    "containers never closed": lambda size: ":::tip\n" * (size // 7),
    "spaces in a key": lambda size: "\n## Answers\n\n1" + " " * size + ". B\n2. C\n",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_of_markup_takes_linear_time_and_harms_no_other_answer(name: str) -> None:
    """Twice the flood may take thrice the time: what is quadratic takes four times it."""
    documents = [(HEAD + FLOODS[name](size)).encode() for size in (SIZE, 2 * SIZE)]
    few = 0.02  # below this a clock says more of the machine than of the import
    once = twice = float("inf")
    for number in range(9):  # what a busy machine has disturbed is measured again
        deck, took = _timed(documents[0])
        assert deck.questions[0].answer == "It is x." or "key" in name
        once, twice = min(once, took), min(twice, _timed(documents[1])[1])
        if number and twice < 3 * max(once, few):
            return
    pytest.fail(f"{once:.3f} s, and {twice:.3f} s for twice as much")


def _timed(document: bytes) -> tuple[Deck, float]:
    began = process_time()
    return import_document(document, "flood.md").deck, process_time() - began


@pytest.mark.parametrize("times", [1, 40])
def test_a_few_zero_bytes_are_dropped_and_many_mean_binary(times: int) -> None:
    data = (HEAD + "It is y.\x00" + "\x00" * times).encode()
    if times == 1:
        assert import_document(data, "nul.md").deck.questions[1].answer == "It is y."
    else:
        with pytest.raises(DrillError, match="binary"):
            import_document(data, "nul.md")


def test_a_thousand_labels_in_a_row_are_one_question_without_a_traceback() -> None:
    deck = import_document((HEAD + "Answer:\n\n" * 1000 + "It is y.").encode(), "labels.md").deck
    assert deck.questions[1].answer == "It is y."


def test_an_unclosed_fold_ends_at_the_next_fold() -> None:
    document = "<details>\n<summary>What is a?</summary>\n\nOne.\n\n" * 3
    deck = import_document(document.encode(), "open.md").deck
    assert [(question.text, question.answer) for question in deck.questions] == [
        ("What is a?", "One.")
    ] * 3
    assert [question.id for question in deck.questions] == [
        "what-is-a",
        "what-is-a-2",
        "what-is-a-3",
    ]


def test_control_characters_reach_neither_prompt_nor_answer() -> None:
    document = HEAD.replace("What is x", "What\x1b]0;x\x07 is\u202e x") + "\x9bmred\u2066"
    first, second = import_document(document.encode(), "esc.md").deck.questions
    assert (first.text, second.answer) == ("What]0;x is x?", "mred")

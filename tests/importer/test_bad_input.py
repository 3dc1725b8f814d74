"""What no document should be, and what importing makes of it, soon."""

from time import process_time

import pytest

from drill.errors import DrillError
from drill.importer import import_document

HEAD = "## 1. What is x?\n\nIt is x.\n\n## 2. What is y?\n\n"
SIZE = 200_000

FLOODS = {
    "words on one line": "word " * (SIZE // 5),
    "brackets": "[" * SIZE,
    "comments never closed": "<!-- " * (SIZE // 5),
    "tags never closed": "<b>a<br>" * (SIZE // 8),
    "tables in tables": "<table><tr><td>" * (SIZE // 15),
    "folds never closed": "<details>\n<summary>What is a?</summary>\n\n" * (SIZE // 40),
    "backticks that do not match": "`a `` b " * (SIZE // 8),
    "math never closed": r"$a \( \[ " * (SIZE // 9),
    "spaces": " " * SIZE + "x",
    "10,000 quotations": "> " * 10_000 + "x",
    "10,000 lists": "- " * 10_000 + "x",
    "lists ever deeper": "".join(" " * (2 * level) + "- x\n" for level in range(400)),
    "fences never closed": "```\n" * (SIZE // 20),
    "link targets": "[a]: b\n" * (SIZE // 20) + "[a]" * (SIZE // 20),
    "entities": "&#0;" * (SIZE // 4),
}


@pytest.mark.parametrize("name", FLOODS)
def test_a_flood_of_marks_is_part_of_an_answer_and_takes_no_long_time(name: str) -> None:
    began = process_time()
    deck = import_document((HEAD + FLOODS[name]).encode(), "flood.md").deck
    assert deck.questions[0].answer == "It is x."
    assert process_time() - began < 4


@pytest.mark.parametrize("times", [1, 40])
def test_zero_bytes_are_dropped_when_few_and_binary_when_many(times: int) -> None:
    data = (HEAD + "It is y.\x00" + "\x00" * times).encode()
    if times == 1:
        assert import_document(data, "nul.md").deck.questions[1].answer == "It is y."
    else:
        with pytest.raises(DrillError, match="binary"):
            import_document(data, "nul.md")


def test_a_fold_never_closed_holds_the_answer_up_to_the_next() -> None:
    document = "<details>\n<summary>What is a?</summary>\n\nOne.\n\n" * 3
    deck = import_document(document.encode(), "open.md").deck
    assert [(each.text, each.answer) for each in deck.questions] == [("What is a?", "One.")] * 3
    assert [each.id for each in deck.questions] == ["what-is-a", "what-is-a-2", "what-is-a-3"]


def test_control_characters_reach_neither_prompt_nor_answer() -> None:
    document = HEAD.replace("What is x", "What\x1b]0;x\x07 is\u202e x") + "\x9bmred\u2066"
    first, second = import_document(document.encode(), "esc.md").deck.questions
    assert (first.text, second.answer) == ("What]0;x is x?", "mred")

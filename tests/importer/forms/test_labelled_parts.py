"""Labels in bold type or in lists, and the parts of answers and cards that have labels too."""

import pytest

from drill.importer import import_document
from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "bold labels without a colon, above lettered parts": (
        "".join(
            f"### 5.{n}\n\n**question** a die is thrown {n} times. find the odds of a six.\n\n"
            f"**solution** let $n = {n}$.\n\na. once\n\n$p = 1$\n\nb. twice\n\n$p = 2$\n\n"
            for n in range(1, 4)
        ),
        [
            (
                f"a die is thrown {n} times. find the odds of a six.",
                f"let $n = {n}$.\n\na. once\n\n$p = 1$\n\nb. twice\n\n$p = 2$",
            )
            for n in range(1, 4)
        ],
    ),
    "letters of parts below numbers without a text": (
        "".join(f"# Question {n}\n\n**A)**\n\nTrees.\n\n**B)**\n\nNets.\n\n" for n in "12"),
        [(f"Question {n}", "**A)**\n\nTrees.\n\n**B)**\n\nNets.") for n in "12"],
    ),
    "answers labelled with the number of their question": (
        "".join(f'### Question {n}\n\n"What is {n}?"\n\n' for n in range(1, 4))
        + "## Answers\n\n"
        + "".join(f"**Question {n} Answer:**\n\n- The {n}th.\n\n" for n in range(1, 4)),
        [(f"What is {n}?", f"The {n}th.") for n in range(1, 4)],
    ),
    "a labelled item above the item that is labelled as the answer": (
        "".join(
            f"**Q{n}: Map {n}**\n- **Approach**: first the keys\n- **Answer**:\n"
            f"  - Problem: {n} clashes\n\n"
            for n in range(1, 5)
        ),
        [
            (
                f"Map {n}",
                f"- **Approach**: first the keys\n- **Answer**:\n  - Problem: {n} clashes",
            )
            for n in range(1, 5)
        ],
    ),
    "a hint above such an answer": (
        "".join(f"**Q{n}: Map {n}**\n- **Hint**: think\n- **Answer**: {n} keys\n\n" for n in "123"),
        [(f"Map {n}", f"{n} keys") for n in "123"],
    ),
    "an inner item that begins with a word for questions": (
        "".join(f"**Q{n}: 队列 {n}**\n- **答案**:\n  - 解耦\n  - 削峰\n\n" for n in "123")
        + "**Q4: 队列 4**\n- **答案**:\n  - 解耦\n  - 问题: 顺序\n",
        [(f"队列 {n}", "- 解耦\n- 削峰") for n in "123"] + [("队列 4", "- 解耦\n- 问题: 顺序")],
    ),
    "flash cards with labelled parts": (
        "# Flashcards\n\nEach has:\n\n* **Idea**\n* **Use**\n\n"
        + "".join(
            f"#### {n}. **{name}**\n\n**Idea:** go {name}\n\n"
            f"**Use:**\n\n- {name} turns\n\n**Cost:**\n\n- {name} shoes\n\n***\n\n"
            for n, name in enumerate(("left", "right", "ahead"), 1)
        ),
        [
            (
                name,
                f"**Idea:** go {name}\n\n**Use:**\n\n- {name} turns\n\n**Cost:**\n\n- {name} shoes",
            )
            for name in ("left", "right", "ahead")
        ],
    ),
    "code between a question and its list": (
        "Was ist ein Baum?\n\n* Ein Graph\n\n"
        "Was gibt das aus?\n\n```java\nf(5);\n```\n\n* Nichts\n\n"
        "Was ist eine Wurzel?\n\n* Der Anfang\n",
        [
            ("Was ist ein Baum?", "* Ein Graph"),
            ("Was gibt das aus?\n\n```java\nf(5);\n```", "* Nichts"),
            ("Was ist eine Wurzel?", "* Der Anfang"),
        ],
    ),
}


@pytest.mark.parametrize(("document", "questions"), CASES.values(), ids=CASES.keys())
def test_labels_end_prompts_and_their_parts_stay(
    document: str, questions: list[tuple[str, str]]
) -> None:
    check(document, questions)


def test_a_glossary_may_begin_with_a_term_and_leaves_empty_tables_out() -> None:
    terms = "".join(f"\n## {term}\nA part of a ship.\n" for term in ("Bow", "Keel", "Stern"))
    deck = import_document(terms.encode(), "ship-glossary.md").deck
    assert [question.text for question in deck.questions] == ["Bow", "Keel", "Stern"]
    table = "# Glossar\n\n| # | Wort |\n|-|-|\n| 1 | |\n| 2 | |\n\n"
    filled = "| Wort | Sinn |\n|-|-|\n| Bug | vorn |\n| Heck | hinten |\n| Kiel | |\n"
    deck = import_document(f"{table}## Schiff\n\n{filled}".encode(), "x.md").deck
    assert [question.text for question in deck.questions] == ["Bug", "Heck", "Kiel"]

"""Glossaries in sections, cards between rules in chapters, and keys in the reader's language."""

import pytest

from drill.importer import NoQuestions, import_document
from tests.importer.cases import Case, check

_PARTS = ("bow", "keel", "mast", "oar", "hull")
CASES: dict[str, Case] = {
    "two terms to a section, which refer to each other, and references": (
        "# Glossary\n\n## Links\n\n- **hub**: A box, see [port](#port) and [host](#host) below.\n"
        "- **port**: A number on a [host](#host), to which a program listens.\n\n"
        "## Names\n\n- **host**: A machine with a [port](#port) and a name of its own.\n"
        "- **zone**: A part of the names, in the care of one [host](#host) or more.\n\n"
        "## References\n\n- [A book](https://example.com/book)\n- [A page](https://example.com)\n",
        [
            ("hub", "A box, see [port](#port) and [host](#host) below."),
            ("port", "A number on a [host](#host), to which a program listens."),
            ("host", "A machine with a [port](#port) and a name of its own."),
            ("zone", "A part of the names, in the care of one [host](#host) or more."),
        ],
    ),
    "a few terms without a title, and nothing else": (
        "".join(f"- **{name}** - A part of a boat.\n" for name in ("bow", "keel", "mast", "oar"))
        + "- **rudder** - It steers.\n- **sail** - It drives.\n",
        [
            *((name, "A part of a boat.") for name in ("bow", "keel", "mast", "oar")),
            ("rudder", "It steers."),
            ("sail", "It drives."),
        ],
    ),
    "cards between rules in chapters, below an introduction": (
        "# Notes\n\nI wrote these for an interview.\n\n## Sets\n\nWhat is a set?\n\nUnordered.\n\n"
        "---\n\nReverse a list.\n\n```python\na[::-1]\n```\n\n---\n\nHow do you sort one?\n\n"
        "```python\nsorted(a)\n```\n\n---\n\n## Maps\n\nWhat is a map?\n\nPairs.\n\n---\n\n"
        "Views of a map\n\nThree of them.\n\n## References\n\n- [Manual](https://example.com)\n",
        [
            ("What is a set?", "Unordered."),
            ("Reverse a list.", "```python\na[::-1]\n```"),
            ("How do you sort one?", "```python\nsorted(a)\n```"),
            ("What is a map?", "Pairs."),
            ("Views of a map", "Three of them."),
        ],
    ),
    "headings between rules that ask, right above what asks again": (
        "".join(
            f"## What is a {name}?\n\nIs it a part?\n\nYes, of it.\n\n---\n\n" for name in _PARTS
        ),
        [(f"What is a {name}?", "Is it a part?\n\nYes, of it.") for name in _PARTS],
    ),
    "a key under one word for an answer": (
        "1. ¿Qué es un nodo?\n2. ¿Qué es un arco?\n3. ¿Qué es un árbol?\n\n"
        "## Respuesta\n\n1. Un punto.\n2. Una línea.\n3. Un grafo sin ciclos.\n",
        [
            ("¿Qué es un nodo?", "Un punto."),
            ("¿Qué es un arco?", "Una línea."),
            ("¿Qué es un árbol?", "Un grafo sin ciclos."),
        ],
    ),
    "a key whose answers begin as questions do": (
        "1. What makes ice float?\n2. When do plants grow?\n3. Is helium heavy?\n"
        "4. Why do leaves fall?\n5. What melts snow?\n\n## Answers\n\n"
        "1. Its density.\n2. When it is warm.\n3. No.\n4. Is it cold, they lose water.\n5. Salt.\n",
        [
            ("What makes ice float?", "Its density."),
            ("When do plants grow?", "When it is warm."),
            ("Is helium heavy?", "No."),
            ("Why do leaves fall?", "Is it cold, they lose water."),
            ("What melts snow?", "Salt."),
        ],
    ),
    "a key in bold below headings, which begins with a section": (
        "## Birds\n\n### 1. What has feathers?\n\n### 2. What has no teeth?\n\n"
        "### 3. What lays eggs?\n\n**Answers**\n\n### Birds\n1. A wing.\n2. A beak.\n3. A hen.\n",
        [
            ("What has feathers?", "A wing."),
            ("What has no teeth?", "A beak."),
            ("What lays eggs?", "A hen."),
        ],
    ),
    "a key of small letters in a row, below one heading of many": (
        "".join(f"### Question {n}\n\nWhich is {n}?\n\na) {n}\nb) {n + 3}\n\n" for n in (1, 2, 3))
        + "### Answers\n\n| 1 | 2 | 3 |\n|---|---|---|\n| a | a | a |\n",
        [(f"Which is {n}?", [f"+{n}", f"{n + 3}"], "A") for n in (1, 2, 3)],
    ),
    "questions that stand in the contents and are repeated with the answers": (
        "# Boats\n\n"
        + "".join(f"{n}) What is a {name}?\n\n" for n, name in enumerate(_PARTS, 1))
        + "## Answers\n\n"
        + "".join(f"**{n}. What is a {name}?**\n\nA part.\n\n" for n, name in enumerate(_PARTS, 1)),
        [(f"What is a {name}?", "A part.") for name in _PARTS],
    ),
    "an answer label that is a letter of other languages": (
        "Pergunta: O que é um nó?\n\nR: Um ponto.\n\nPergunta: O que é um arco?\n\nR: Uma linha.\n",
        [("O que é um nó?", "Um ponto."), ("O que é um arco?", "Uma linha.")],
    ),
    "paragraphs whose first line has the tag of a card": (
        "What is a bow? #flashcard\nA part.\n\nThe keel #card\nIts spine.\n",
        [("What is a bow?", "A part."), ("The keel", "Its spine.")],
    ),
    "lines with two colons and nothing else": (
        "".join(f"- What is a {name}::A part of it\n" for name in _PARTS),
        [(f"What is a {name}", "A part of it") for name in _PARTS],
    ),
    "a table of terms that refer to each other": (
        "# Glossary\n\n| Term | Definition |\n|---|---|\n"
        "| hub | A box that sends to each [port](#port) of a machine |\n"
        "| port | A number to which a [host](#host) listens |\n"
        "| host | A machine with a [port](#port) or several |\n",
        [
            ("hub", "A box that sends to each [port](#port) of a machine"),
            ("port", "A number to which a [host](#host) listens"),
            ("host", "A machine with a [port](#port) or several"),
        ],
    ),
    "terms and definitions with a tab between": (
        "# Glossary\n\nAll of the course.\n\n"
        + "".join(f"{name}\tA part of a boat.\n" for name in _PARTS),
        [(name, "A part of a boat.") for name in _PARTS],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_form_is_read(name: str) -> None:
    check(*CASES[name])


def test_a_few_features_below_a_title_are_no_glossary() -> None:
    features = "".join(f"- **Feature {name}** - It is fast.\n" for name in "abcdef")
    with pytest.raises(NoQuestions):
        import_document(f"# mytool\n\n{features}".encode(), "tool.md")

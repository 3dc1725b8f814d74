"""Cards between lines, terms with indented definitions, answers in fences, options without key."""

import pytest

from drill.errors import DrillError
from drill.importer import import_document
from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "terms with attributes": (
        "# Glossary\n\n[port]{#port}\n:   A number.\n\n[host name]{#host .x}\n:   A word.\n\n"
        "[hub]{#hub}\n:   A box.\n",
        [("port", "A number."), ("host name", "A word."), ("hub", "A box.")],
    ),
    "cards between lines that are no Markdown": (
        "What is a monad?\nA type with bind.\n#-----\nLaws of a monoid\nTwo of them.\n\n"
        "One is a unit.\n#-----\nWhat is a functor?\nA map.\n#-----\nWhat is currying?\nA chain.\n",
        [
            ("What is a monad?", "A type with bind."),
            ("Laws of a monoid", "Two of them.\n\nOne is a unit."),
            ("What is a functor?", "A map."),
            ("What is currying?", "A chain."),
        ],
    ),
    "cards between lines that would underline a heading": (
        "Peru\nLima\n=====\nChile\nSantiago\n=====\nEcuador\nQuito\n=====\nCuba\nHavana\n"
        "=====\nHaiti\nPort-au-Prince\n",
        [
            ("Peru", "Lima"),
            ("Chile", "Santiago"),
            ("Ecuador", "Quito"),
            ("Cuba", "Havana"),
            ("Haiti", "Port-au-Prince"),
        ],
    ),
    "cards whose front is a line and a list": (
        "#flashcards\n\nWhat is a net?\n?\nMany nodes.\n\nWhich word fits?\n- It has a number.\n"
        "- It has a name.\n?\nA port.\n",
        [
            ("What is a net?", "Many nodes."),
            ("Which word fits?\n\n- It has a number.\n- It has a name.", "A port."),
        ],
    ),
    "cards whose front ends above a line of signs": (
        "Nothing at all\n\n. . .\n\n`nil`\n\n---\n\nWrite 255 in hex.\n\n. . .\n\n`0xFF`\n\n"
        "---\n\n```lua\nprint(#s)\n```\n\nThe size of this\n\n. . .\n\n3\n\nSee above.\n\n---\n\n"
        "Single-line comment\n\n. . .\n\n```lua\n-- So\n```\n",
        [
            ("Nothing at all", "`nil`"),
            ("Write 255 in hex.", "`0xFF`"),
            ("The size of this\n\n```lua\nprint(#s)\n```", "3\n\nSee above."),
            ("Single-line comment", "```lua\n-- So\n```"),
        ],
    ),
    "cards in headings whose prompt ends with a sign": (
        "# Cards\n\n## Binary search\n%\nHalves the range.\n\n## Heap\nIts least cost\n%\nO(1).\n"
        "\n## Merge sort\n%\nStable.\n",
        [
            ("Binary search", "Halves the range."),
            ("Heap\n\nIts least cost", "O(1)."),
            ("Merge sort", "Stable."),
        ],
    ),
    "lines with a sign and a key below each heading": (
        "## What is DNS?\n\n%tags: network\n%id: 1\n\nA directory.\n\n## What is NAT?\n\n"
        "%tags: network\n%id: 2\n\nA map.\n\n## What is ARP?\n\n%tags: link\n%id: 3\n\nA query.\n",
        [
            ("What is DNS?", "A directory."),
            ("What is NAT?", "A map."),
            ("What is ARP?", "A query."),
        ],
    ),
    "terms in order, with indented definitions": (
        "Acute\n\n    Sudden and severe.\n\nBenign\n\n    Not cancerous.\n\nBiopsy\n\n    It "
        "is taken.\n\n    It is studied.\n\nChronic\n\n    Of long duration.\n\nSepsis\n\n    "
        "Poisoning.\n",
        [
            ("Acute", "Sudden and severe."),
            ("Benign", "Not cancerous."),
            ("Biopsy", "It is taken.\n\nIt is studied."),
            ("Chronic", "Of long duration."),
            ("Sepsis", "Poisoning."),
        ],
    ),
    "terms in a list, with the definitions in the lists inside": (
        "# Glosario\n\n## A\n\n- activo\n    - Lo que una empresa posee.\n- acción\n"
        "  - Parte de una empresa.\n\n## B\n\n- balance\n  1. Su estado.\n  2. Un documento.\n",
        [
            ("activo", "- Lo que una empresa posee."),
            ("acción", "- Parte de una empresa."),
            ("balance", "1. Su estado.\n2. Un documento."),
        ],
    ),
    "terms and definitions line by line": (
        "# Glossary\n\nAsset\nWhat a firm owns.\nBalance\nIts state.\nCredit\nA loan.\n",
        [("Asset", "What a firm owns."), ("Balance", "Its state."), ("Credit", "A loan.")],
    ),
    "terms in code, one of them with a mark": (
        "# Glossary\n\n1. `Asset` --> What a firm owns.\n2. `BS: Balance` --> Its state.\n"
        "3. `Credit` --> A loan.\n",
        [
            ("`Asset`", "What a firm owns."),
            ("`BS: Balance`", "Its state."),
            ("`Credit`", "A loan."),
        ],
    ),
    "answers that stand in fences throughout": (
        "**What is S3?**\n\n```\nIt stores.\n```\n\n**What is IAM?**\n\n```\nIt manages users."
        "\n```\n\n**What is EC2?**\n\n```\nIt runs machines.\n```\n",
        [
            ("What is S3?", "```\nIt stores.\n```"),
            ("What is IAM?", "```\nIt manages users.\n```"),
            ("What is EC2?", "```\nIt runs machines.\n```"),
        ],
    ),
    "code without a fence, above the line that asks": (
        "1.      a = [1]\n        b = a\n        print(b)\nWhat is printed?\n\nA list.\n\n"
        "2. if (a) {\n     b();\n   }\nIs b called?\n\nYes.\n\n3. What is a set?\n\nUnordered.\n",
        [
            ("What is printed?\n\n```\na = [1]\nb = a\nprint(b)\n```", "A list."),
            ("Is b called?\n\n```\nif (a) {\n  b();\n}\n```", "Yes."),
            ("What is a set?", "Unordered."),
        ],
    ),
    "exam tickets with lists to speak of": (
        "# Oral exam\n\n## Ticket 1 - [[Processes]]\n\n1. States\n2. Scheduling\n\n"
        "## Ticket 2 - [[Memory]]\n\n1. Paging\n\n## Ticket 3\n\n1. The inode\n2. Links\n",
        [
            ("Processes\n\n1. States\n2. Scheduling", None),
            ("Memory\n\n1. Paging", None),
            ("The inode\n\n2. Links", None),
        ],
    ),
    "options below a label, and no answer anywhere": (
        "## Question 1\n\nWhich is even?\n\n**Options:**\n\n- A. 1\n- B. 2\n\n"
        "## Question 2\n\nWhich is odd?\n\n**Options:**\n\n- A. 3\n- B. 4\n",
        [("Which is even?", ["1", "2"], None), ("Which is odd?", ["3", "4"], None)],
    ),
    "numbered options below a label": (
        "## Question 1\n\nWhich is even?\n\n**Options:**\n1. One\n2. Two\n\n"
        "## Question 2\n\nWhich is odd?\n\n**Options:**\n1. Three\n2. Four\n",
        [("Which is even?", ["One", "Two"], None), ("Which is odd?", ["Three", "Four"], None)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_form_is_read(name: str) -> None:
    check(*CASES[name])


def test_chapters_with_lists_are_no_tickets() -> None:
    chapters = "\n\n".join(f"## Chapter {n} - Part\n\n1. Open it\n2. Save it" for n in (1, 2, 3))
    with pytest.raises(DrillError, match="no questions found"):
        import_document(chapters.encode(), "guide.md")


def test_quotations_between_rules_are_no_cards() -> None:
    text = "\n\n***\n\n".join(f"Words of wisdom {n}\nAuthor {n}" for n in range(8))
    with pytest.raises(DrillError, match="no questions found"):
        import_document(text.encode(), "quotations.md")


def test_gaps_of_a_logseq_block_are_its_answer_and_tags_after_card_its_tags() -> None:
    text = (
        "- The {{cloze condensation}} of a graph is a {{cloze DAG}}. #card #graphs/scc #dfs\n"
        "- What is the capital of Japan? #card\n  direction:: <->\n\t- Tokyo\n"
    )
    first, second = import_document(text.encode(), "x.md").deck.questions
    assert (first.text, first.answer) == ("The […] of a graph is a […].", "condensation, DAG")
    assert first.tags == ("graphs-scc", "dfs")
    assert (second.text, second.answer, second.tags) == (
        "What is the capital of Japan?",
        "Tokyo",
        (),
    )


def test_the_fields_of_a_note_stand_at_its_end_and_the_tags_that_end_all_are_tags() -> None:
    note = "START\nBasic\nFront: What is {}?\nBack: A game.\nDeck: of cards\nIt ends.\n{}END\n\n"
    names = ("z", "x", "y", "w")
    tagged = "".join(note.format(name, "Tags: fun dull\n<!--ID: 1-->\n") for name in names)
    for document, tags in (
        (tagged, ("fun", "dull")),
        (tagged.replace("Tags: fun dull\n", "", 2), ()),
    ):
        questions = import_document(document.encode(), "notes.md").deck.questions
        assert [(one.text, one.answer, one.tags) for one in questions] == [
            (f"What is {name}?", "A game.\nDeck: of cards\nIt ends.", tags) for name in names
        ]


def test_headings_called_front_and_back_are_the_sides_of_cards() -> None:
    note = (
        "# Note\n```\nguid: x\nnotetype: Basic\n```\n\n### Tags\n```\nnet\n```\n\n"
        "## Front\nWhat is a {0}?\n\n## Back\nA <b>{0}</b>\n\nof its kind.\n\n"
    )
    for words in (["port"], ["port", "heap", "trie"]):
        text = "".join(map(note.format, words))
        questions = import_document(text.encode(), "x.md").deck.questions
        assert [(question.text, question.answer) for question in questions] == [
            (f"What is a {word}?", f"A **{word}**\n\nof its kind.") for word in words
        ]

"""Untidy documents: places named in words, pasted exams, keys of letters alone, terms."""

import pytest

from drill.importer import NoQuestions, import_document
from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "bold lines that ask, and a topic among them": (
        "# Interview\n\n"
        + "".join(
            f"**{title}**\n\nIt is {n}.\n\n"
            for n, title in enumerate(
                (
                    "What is it?",
                    "Why is it?",
                    "Where is it?",
                    "A topic",
                    "Who is it?",
                    "When is it?",
                )
            )
        ),
        [
            ("What is it?", "It is 0."),
            ("Why is it?", "It is 1."),
            ("Where is it?", "It is 2."),
            ("A topic", "It is 3."),
            ("Who is it?", "It is 4."),
            ("When is it?", "It is 5."),
        ],
    ),
    "labelled parts that alternate below labelled answers": (
        "# Interview\n\n"
        + "".join(
            f"### Q{n}. Topic {n}\n\n**Answer:** It is {n}.\n\n**Example:** One.\n\n"
            f"**Follow-up:** Why {n}?\n\n"
            for n in (1, 2, 3, 4)
        ),
        [
            (f"Topic {n}", f"It is {n}.\n\n**Example:** One.\n\n**Follow-up:** Why {n}?")
            for n in (1, 2, 3, 4)
        ],
    ),
    "a callout with the answer below one with the question": (
        "# Cards\n\n"
        + "".join(
            f"> [!question] What is {n}?\n\n> [!success]- Answer\n> A number.\n\n"
            for n in (1, 2, 3, 4)
        ),
        [(f"What is {n}?", "A number.") for n in (1, 2, 3, 4)],
    ),
    "answers that begin with a word of questions, below bare labels": (
        "# Quiz\n\n"
        + "".join(
            f"## Question {n}\n**When is it {n}?**\n\nWhen it is not {n + 1}.\n\n"
            for n in (1, 2, 3)
        ),
        [(f"When is it {n}?", f"When it is not {n + 1}.") for n in (1, 2, 3)],
    ),
    "a word before each answer without a mark": (
        "# 問題集\n\n" + "".join(f"問{n} {n}は何ですか\n\n答え 数です\n\n" for n in (1, 2, 3)),
        [(f"{n}は何ですか", "数です") for n in (1, 2, 3)],
    ),
    "a number that counts the bullets above it": (
        "# Test\n\n## Que fait `git add` ?\n\n- Il valide\n- Il prépare\n\nRéponse : 2\n\n"
        "## Que fait `git push` ?\n\n- Il envoie\n- Il reçoit\n\nRéponse : 1\n\n"
        "## Que fait `git log` ?\n\n- Il fusionne\n- Il liste\n\nRéponse : 2\n",
        [
            ("Que fait `git add` ?", ["Il valide", "+Il prépare"], "Il prépare"),
            ("Que fait `git push` ?", ["+Il envoie", "Il reçoit"], "Il envoie"),
            ("Que fait `git log` ?", ["Il fusionne", "+Il liste"], "Il liste"),
        ],
    ),
    "the place of the right option in words": (
        "# Quiz\n\n1. Which layer routes?\n   - Link\n   - Network\n\n"
        "   Answer: the second option\n\n"
        "2. ¿Qué puerto es HTTPS?\n   - 443\n   - 80\n\n   Respuesta: la primera\n",
        [
            ("Which layer routes?", ["Link", "+Network"], "Network"),
            ("¿Qué puerto es HTTPS?", ["+443", "80"], "443"),
        ],
    ),
    "a bold letter that the explanation follows": (
        "**1. Which is a metal?**\n\nA) Wood\nB) Iron\n\n**Answer: B** It rusts.\n\n"
        "**2. Which is a fruit?**\n\nA) Apple\nB) Stone\n\n**Answer: A** It grows.\n",
        [
            ("Which is a metal?", ["Wood", "+Iron"], "**B** It rusts."),
            ("Which is a fruit?", ["+Apple", "Stone"], "**A** It grows."),
        ],
    ),
    "options that a word before them calls right or wrong, below a line that counts the cards": (
        "Karteikarte 1: Mengen\nFrage: Was ist eine Menge?\n"
        "A) Falsch: Ein Paar\nB) Korrekt: Eine Sammlung\nC) Falsch: Eine Zahl\n\n"
        "Karteikarte 2: Paare\nFrage: Was ist ein Paar?\n"
        "A) Korrekt: Zwei Dinge\nB) Falsch: Ein Ding\nC) Falsch: Keins\n\n"
        "Karteikarte 3: Zahlen\nFrage: Was ist eine Zahl?\n"
        "A) Falsch: Ein Wort\nB) Falsch: Ein Satz\nC) Korrekt: Eine Größe\n",
        [
            (
                "Was ist eine Menge?",
                ["Ein Paar", "+Eine Sammlung", "Eine Zahl"],
                "B) Eine Sammlung",
            ),
            ("Was ist ein Paar?", ["+Zwei Dinge", "Ein Ding", "Keins"], "A) Zwei Dinge"),
            ("Was ist eine Zahl?", ["Ein Wort", "Ein Satz", "+Eine Größe"], "C) Eine Größe"),
        ],
    ),
    "parts of a question that ask are no options": (
        "# Exam questions\n\n1. Consider a queue.\n   a. What is enqueue?\n   b. What is dequeue?\n"
        "2. What is a heap?\n3. What is a stack?\n",
        [
            ("Consider a queue.\n\na. What is enqueue?\nb. What is dequeue?", None),
            ("What is a heap?", None),
            ("What is a stack?", None),
        ],
    ),
    "an exam pasted from pages, whose questions only their options mark": (
        "## Week 4\n\n1 Which is a router?\na. A switch\nb. R1\nAnswer:\n"
        "2 Which two of these store user\nnames?\na. LDAP\nb. ACS\nAnswer:\n"
        "Telnet is encrypted.\na. True\nb. False\nAnswer:\n",
        [
            ("Which is a router?", ["A switch", "R1"], None),
            ("Which two of these store user names?", ["LDAP", "ACS"], None),
            ("Telnet is encrypted.", ["True", "False"], None),
        ],
    ),
    "a key of letters alone for questions without numbers": (
        "TEST 2\n\n\nThe narrator is\n\n\nA) old\n\n\nB) young\n\n\nThe piano is\n\n\n"
        "A) new\n\n\nB) old\n\n\nWhich word fits?\n\n\nA) sad\n\n\nB) happy\n\n\n"
        "ANSWER KEY – TEST 2\n\n\nB\n\n\nB\n\n\nA\n",
        [
            ("The narrator is", ["old", "+young"], "B"),
            ("The piano is", ["new", "+old"], "B"),
            ("Which word fits?", ["+sad", "happy"], "A"),
        ],
    ),
    "a key whose table has a column more": (
        "# Exam\n\n## Question 1\nWhich is a fruit?\n\nA. Apple\nB. Stone\n\n"
        "## Question 2\nWhich is a metal?\n\nA. Wood\nB. Iron\n\n"
        "## Question 3\nWhich is a gas?\n\nA. Air\nB. Sand\n\n"
        "## Answer key\n\n| Question | Answer | Topic |\n|---|---|---|\n| 1 | A | Food |\n"
        "| 2 | B | Metals |\n| 3 | A | Gases |\n",
        [
            ("Which is a fruit?", ["+Apple", "Stone"], "A"),
            ("Which is a metal?", ["Wood", "+Iron"], "B"),
            ("Which is a gas?", ["+Air", "Sand"], "A"),
        ],
    ),
    "a word that comes before each known label of an answer": (
        "# Aufgaben\n\nAufgabe: Kehre um.\n\nLösung: Zwei Zeiger.\n\n"
        "Aufgabe: Finde die Mitte.\n\nLösung: Zwei Läufer.\n\n"
        "Aufgabe: Sortiere.\n\nLösung: Quicksort.\n",
        [
            ("Kehre um.", "Zwei Zeiger."),
            ("Finde die Mitte.", "Zwei Läufer."),
            ("Sortiere.", "Quicksort."),
        ],
    ),
    "numbers inside links to the titles themselves": (
        "[1. What is Docker?](#1)\n\nA platform.\n\n[2. What is an image?](#2)\n\nA template.\n\n"
        "[3. Layers](#3)\n\nEach step adds one.\n",
        [
            ("What is Docker?", "A platform."),
            ("What is an image?", "A template."),
            ("Layers", "Each step adds one."),
        ],
    ),
    "numbers that begin again in each chapter, where the next chapter hardly asks": (
        "# 作业\n\n## 第一章\n\n1. 什么是帧？\n\n    一种数据单元。\n"
        "2. 什么是比特？\n\n    最小单位。\n\n"
        "## 第二章\n\n1. 求最短帧长\n\n    1250B\n"
        "2. 画出拓扑\n\n    如图。\n3. 为什么分片？\n\n    因为限制。\n",
        [
            ("什么是帧？", "一种数据单元。"),
            ("什么是比特？", "最小单位。"),
            ("求最短帧长", "1250B"),
            ("画出拓扑", "如图。"),
            ("为什么分片？", "因为限制。"),
        ],
    ),
    "topics with a scenario that go on outside the section of questions": (
        "# Drills\n\n## Multiple choice questions\n\n### 1. Deeds\nO sells to A. Who owns?\n"
        "A) A\nB) O\n\nA deed passes title.\n\n### 2. Leases\nT leaves. Who pays?\nA) T\nB) L\n\n"
        "A lease binds.\n\n### 3. Liens\nB owes. Who is first?\n"
        "A) Bank\nB) Buyer\n\nFirst in time.\n\n"
        "## Issue spots\n\n### 1. Chains\n\nThe chain breaks.\n\n### 2. Fixtures\n\nThey stay.\n",
        [
            ("Deeds\n\nO sells to A. Who owns?", ["A", "O"], "A deed passes title."),
            ("Leases\n\nT leaves. Who pays?", ["T", "L"], "A lease binds."),
            ("Liens\n\nB owes. Who is first?", ["Bank", "Buyer"], "First in time."),
            ("Chains", "The chain breaks."),
            ("Fixtures", "They stay."),
        ],
    ),
    "the export of Anki, whatever its file is called": (
        "#separator:tab\n#html:true\nWhat is TCP?\tA protocol.\nWhat is IP?\tAnother.\n",
        [("What is TCP?", "A protocol."), ("What is IP?", "Another.")],
    ),
}

_TERMS = [f"{letter}{letter.lower()}ta" for letter in "ABCDEFGHIJKL"]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_form_is_read(case: Case) -> None:
    check(*case)


@pytest.mark.parametrize(
    "line",
    [
        "- {} → one of many\n",
        "**{}**: one of many\n\n",
        "{}\none of many\n\n",
        "{} – one of many\n\n",
    ],
)
def test_lines_of_a_dozen_terms_are_a_glossary_though_no_title_says_so(line: str) -> None:
    document = "# Week 2\n\n" + "".join(map(line.format, _TERMS))
    check(document, [(term, "one of many") for term in _TERMS])


def test_bold_labels_between_the_lists_of_a_checklist_are_no_terms() -> None:
    labelled = "".join(f"**{term}**: done\n- ✅ `{term}.py`\n- all of it\n\n" for term in _TERMS)
    with pytest.raises(NoQuestions):
        import_document(f"# Delivery\n\n{labelled}".encode(), "delivery.md")


def test_a_button_above_each_answer_of_a_printed_page_goes() -> None:
    text = "".join(
        f"{n}. What is item {n}?\n\nHide Answer\n\nThe thing {n}.\n\n" for n in (1, 2, 3)
    )
    questions = import_document(text.encode(), "page.md").deck.questions
    assert [question.answer for question in questions] == [
        "The thing 1.",
        "The thing 2.",
        "The thing 3.",
    ]

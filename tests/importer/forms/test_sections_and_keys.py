"""Numbers of chapter and question, keys with sections, and the lines that head sections."""

import pytest

from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "numbers of two parts, with mirrored answer labels": (
        "# Revision\n\n## Part 1\n\n### Q1-1:\nTask of the transport layer\n### A1-1:\nPorts.\n\n"
        "### Q1-2:\nName the layers\n### A1-2:\nSeven of them.\n\n"
        "## Part 2\n\n### Q2-1:\nPurpose of ARP\n### A2-1:\nIt finds neighbours.\n",
        [
            ("Task of the transport layer", "Ports."),
            ("Name the layers", "Seven of them."),
            ("Purpose of ARP", "It finds neighbours."),
        ],
    ),
    "such labels alone on bold lines, right above the text": (
        "**Q3.1**\nRole of mitochondria\n\n**A3.1**\nThey make ATP.\n\n"
        "**Q3.2**\nStages of mitosis\n\n**A3.2**\nFour of them.\n",
        [("Role of mitochondria", "They make ATP."), ("Stages of mitosis", "Four of them.")],
    ),
    "a key whose sections are named as those of the questions": (
        "# Quiz\n\n## Goods\n\n1. What is scarce?\n\n   a) Air\n   b) Gold\n\n"
        "2. Which yields rent?\n\n   a) Land\n   b) Money\n\n"
        "## Markets\n\n1. What lowers demand?\n\n   a) A higher price\n   b) Fashion\n\n"
        "2. Who sets prices?\n\n   a) Firms\n   b) The market\n\n"
        "# Answers\n\n## Markets\n\n1.  a) A higher price || The law of demand.\n"
        "2.  b) The market || Firms take prices.\n\n"
        "## Goods\n\n1.  b) Gold - Wants exceed it.\n2.  a) Land: it bears fruit.\n",
        [
            ("What is scarce?", ["Air", "+Gold"], "Wants exceed it."),
            ("Which yields rent?", ["+Land", "Money"], "it bears fruit."),
            ("What lowers demand?", ["+A higher price", "Fashion"], "The law of demand."),
            ("Who sets prices?", ["Firms", "+The market"], "Firms take prices."),
        ],
    ),
    "a key that repeats the questions and labels its answers": (
        "# Prueba\n\n## Preguntas\n\n### 1. ¿Qué metal es líquido?\n- a) Hierro\n- b) Mercurio\n\n"
        "### 2. ¿Qué gas respiramos?\n- a) Oxígeno\n- b) Helio\n\n"
        "### 3. ¿Qué sal comemos?\n- a) Cloruro de sodio\n- b) Yeso\n\n---\n\n## Respuestas\n\n"
        "### 1. ¿Qué metal es líquido?\n**Respuesta: b) Mercurio**\n\nFunde a -39 °C.\n\n---\n\n"
        "### 2. ¿Qué gas respiramos?\n**Respuesta: a) Oxígeno**\n\nEs la quinta parte.\n\n---\n\n"
        "### 3. ¿Qué sal comemos?\n**Respuesta: a) Cloruro de sodio**\n\nDel mar.\n",
        [
            ("¿Qué metal es líquido?", ["Hierro", "+Mercurio"], "b) Mercurio\n\nFunde a -39 °C."),
            ("¿Qué gas respiramos?", ["+Oxígeno", "Helio"], "a) Oxígeno\n\nEs la quinta parte."),
            (
                "¿Qué sal comemos?",
                ["+Cloruro de sodio", "Yeso"],
                "a) Cloruro de sodio\n\nDel mar.",
            ),
        ],
    ),
    "a key whose entries tell their questions by words, not by numbers": (
        "# Entretien\n\n## Réseau\n1. Qu'est-ce qu'un port ?\n1. Expliquez le DNS\n"
        "1. Pourquoi TLS ?\n\n### Linux\n1. Que fait `cd` ?\n1. Que fait `ls` ?\n\n"
        "## Réponses :\n\n### Réseau\n1. ...\n2. **Expliquez le DNS**\n    Il traduit un nom.\n"
        "3. **Pourquoi TLS ?** - Pour le secret.\n\n### Linux\n4. **Que fait `ls` ?** Il liste.\n",
        [
            ("Qu'est-ce qu'un port ?", None),
            ("Expliquez le DNS", "Il traduit un nom."),
            ("Pourquoi TLS ?", "Pour le secret."),
            ("Que fait `cd` ?", None),
            ("Que fait `ls` ?", "Il liste."),
        ],
    ),
    "a key after each round, in a table below a heading without text": (
        "# Quiz\n\n## Round 1\n\n## 1. Who wrote Hamlet?\n\n## 2. Who wrote Emma?\n\n"
        "## 3. Who wrote Ulysses?\n\n## Round 1 - Answers\n\n##### \n\n|n|a|\n|-|-|\n"
        "|1|Shakespeare|\n|2|Austen|\n|3|Joyce|\n\n"
        "## Round 2\n\n## 1. What is H?\n\n## 2. What is O?\n\n## 3. What is N?\n\n"
        "## Round 2 - Answers\n\n##### \n\n|n|a|\n|-|-|\n|1|Hydrogen|\n|2|Oxygen|\n|3|Nitrogen|\n",
        [
            ("Who wrote Hamlet?", "Shakespeare"),
            ("Who wrote Emma?", "Austen"),
            ("Who wrote Ulysses?", "Joyce"),
            ("What is H?", "Hydrogen"),
            ("What is O?", "Oxygen"),
            ("What is N?", "Nitrogen"),
        ],
    ),
    "a key that begins again in sections with other names": (
        "# Test\n\n**Part I**\n\n1. The cell was first seen by:\nA) Hooke\nB) Darwin\n\n"
        "2. DNA is in:\nA) The membrane\nB) The nucleus\n\n"
        "**Part II**\n\n1. Light is caught by:\nA) Roots\nB) Leaves\n\n"
        "2. Fungi are:\nA) Plants\nB) A kingdom\n\n"
        "**Answers**\n\n**First**\n\n1. A\n2. B\n\n**Second**\n\n1. B\n2. B\n",
        [
            ("The cell was first seen by:", ["+Hooke", "Darwin"], "A"),
            ("DNA is in:", ["The membrane", "+The nucleus"], "B"),
            ("Light is caught by:", ["Roots", "+Leaves"], "B"),
            ("Fungi are:", ["Plants", "+A kingdom"], "B"),
        ],
    ),
    "a plain line that heads a section right above a number": (
        "SECTION 1 - Words\n1. What is a noun?\nA name.\n\n2. Explain verbs.\nThey act.\n\n"
        "SECTION 2 - Clauses\n3. What is a clause?\nA verb and its words.\n\n"
        "4. Explain mood.\nHow it is said.\n",
        [
            ("What is a noun?", "A name."),
            ("Explain verbs.", "They act."),
            ("What is a clause?", "A verb and its words."),
            ("Explain mood.", "How it is said."),
        ],
    ),
    "numbered parts below the answer of each question": (
        "# Exam\n\n"
        + "\n".join(
            f"## Question {n}: {title}\n\n**Tasks:**\n1. Name it.\n2. Draw it.\n\n### Answer\n\n"
            f"**1. Name:**\n* {title} A\n\n**2. Chart:**\n* {title} B\n"
            for n, title in enumerate(("Goals", "Ranks", "Costs"), 1)
        ),
        [
            (
                f"{title}\n\n**Tasks:**\n1. Name it.\n2. Draw it.",
                f"**1. Name:**\n* {title} A\n\n**2. Chart:**\n* {title} B",
            )
            for title in ("Goals", "Ranks", "Costs")
        ],
    ),
    "text indented like code below what does not ask about code": (
        "# Questions\n\n1. What is a lock?\n2. What is a fence?\n3. How do you copy a row?\n\n"
        "           - read it\n           - write it\n4. What is printed below?\n\n"
        "           puts 1\n",
        [
            ("What is a lock?", None),
            ("What is a fence?", None),
            ("How do you copy a row?", "- read it\n- write it"),
            ("What is printed below?\n\nputs 1", None),
        ],
    ),
    "a heading that names answers, in a labelled answer": (
        "# Interview\n\n## 1) What is a lock?\n\n**Answer:**\n\nA guard.\n\n"
        "## 2) What is wrong here?\n\n**Answer:**\n\n### The cause\nTwo locks.\n\n"
        "### Solutions:\n\n#### 1. One lock\nTake it first.\n\n#### 2. No lock\nCopy.\n\n"
        "#### 3. An order\nSort them.\n\n"
        "## 3) What is a queue?\n\n**Answer:**\n\nA line.\n",
        [
            ("What is a lock?", "A guard."),
            (
                "What is wrong here?",
                "### The cause\nTwo locks.\n\n### Solutions:\n\n#### 1. One lock\n"
                "Take it first.\n\n#### 2. No lock\nCopy.\n\n#### 3. An order\nSort them.",
            ),
            ("What is a queue?", "A line."),
        ],
    ),
    "a section of labelled questions after one that only says questions": (
        "# Lesson\n\n## Why\n\nText is here.\n\n### Two questions\n\n"
        "- **Truth** — Is each claim true?\n- **Size** — Is it all there?\n\n"
        "More text is here.\n\nAnd more.\n\n## Practice questions\n\n"
        + "".join(f"**Q{n}.** What is {n}?\n\n**Answer:** A number.\n\n" for n in (1, 2, 3)),
        [(f"What is {n}?", "A number.") for n in (1, 2, 3)],
    ),
    "lists below folded solutions, which are no keys": (
        "".join(
            f"## {n}. Task {n}\n\n### Question:\n\nWhat does line {n} do?\n\n<details>\n"
            f"<summary>Solution</summary>\n\n1. It reads.\n2. It waits.\n3. It writes.\n"
            f"4. It ends.\n\n</details>\n\n"
            for n in (1, 2, 3)
        ),
        [
            (f"What does line {n} do?", "1. It reads.\n2. It waits.\n3. It writes.\n4. It ends.")
            for n in (1, 2, 3)
        ],
    ),
    "a label for the text of each question below its titled heading": (
        "# Mock\n\n"
        + "".join(
            f"## Question {n}: Rule {n}\n\n**Question:** Explain rule {n}.\n\n[Go on](rules.md)\n\n"
            for n in (1, 2, 3)
        ),
        [(f"Rule {n}\n\nExplain rule {n}.", "[Go on](rules.md)") for n in (1, 2, 3)],
    ),
    "answers with several headings above the level of the questions": (
        "# Set\n\n"
        + "".join(
            f"## Question {n}. What is log {n}?\n\n# Log {n}\n\nA file.\n\n"
            f"# Use of log {n}\n\nIt tells.\n\n# End of log {n}\n\nIt is full.\n\n"
            for n in (1, 2, 3)
        ),
        [
            (
                f"What is log {n}?",
                f"# Log {n}\n\nA file.\n\n# Use of log {n}\n\nIt tells.\n\n"
                f"# End of log {n}\n\nIt is full.",
            )
            for n in (1, 2, 3)
        ],
    ),
    "labels that end in a dash": (
        "Q- What is a port?\n\nA- A number.\n\nQ-What is a host?\n\nA- A machine.\n\n"
        "Q- Name a shell.\n\nA- Bash.\n\nQ-Who is it?\n\nA- Nobody.\n\nQ-Is it safe?\n\nA- No.\n\n"
        "Q-Wake it by magic\n\nA- Send it.\n",
        [
            ("What is a port?", "A number."),
            ("What is a host?", "A machine."),
            ("Name a shell.", "Bash."),
            ("Who is it?", "Nobody."),
            ("Is it safe?", "No."),
            ("Wake it by magic", "Send it."),
        ],
    ),
    "tasks whose parts are headings with letters": (
        "# Tarea\n\n## 1. Memoria\n\n### a) ¿Que es un marco?\n\nUn bloque.\n\n\n\n\n"
        "### b) ¿Que es una pagina?\n\nOtro.\n\n## 2. Disco\n### a) ¿Que es un sector?\n\n"
        "Una parte.\n\n\n\n\n### b) ¿Que es una pista?\n\nUn anillo.\n",
        [
            ("¿Que es un marco?", "Un bloque."),
            ("¿Que es una pagina?", "Otro."),
            ("¿Que es un sector?", "Una parte."),
            ("¿Que es una pista?", "Un anillo."),
        ],
    ),
    "contents of links, each in a paragraph, to topics and parts of them": (
        "# SQL\n\n[Joins](#joins)\n\n[What is a key?](#what-is-a-key)\n\n"
        "[Why ACID?](#why-acid)\n\n# Joins\n\nThey join.\n\n### What is a left join?\n\n"
        "It keeps rows.\n\n# What is a key?\n\nA column.\n\n# Why ACID?\n\nIt is safe.\n",
        [
            ("Joins", "They join.\n\n### What is a left join?\n\nIt keeps rows."),
            ("What is a key?", "A column."),
            ("Why ACID?", "It is safe."),
        ],
    ),
    "scenarios in headings beside a section of labelled questions": (
        "# Scenario questions\n\n"
        + "".join(
            f"## {n} load\n\nIt is late. What do you do?\n\n<details>\n"
            f"<summary>Solution</summary>\n\n**Look**\n\nAt the log.\n\n**Act**\n\n"
            f"Start it again.\n\n</details>\n\n"
            for n in ("Night", "Day", "Week")
        )
        + "## Quick round\n\n"
        + "".join(f"**Q: What is log {n}?**\nA: A file.\n\n" for n in (1, 2, 3)),
        [
            *(
                (
                    f"{n} load\n\nIt is late. What do you do?",
                    "**Look**\n\nAt the log.\n\n**Act**\n\nStart it again.",
                )
                for n in ("Night", "Day", "Week")
            ),
            *((f"What is log {n}?", "A file.") for n in (1, 2, 3)),
        ],
    ),
    "a number without a mark among headings that have one": (
        "### 4 What is a stack?\n\nA pile.\n\n"
        + "".join(f"### {n}. What is log {n}?\n\nA file.\n\n" for n in (7, 9, 12, 15)),
        [
            ("What is a stack?", "A pile."),
            *((f"What is log {n}?", "A file.") for n in (7, 9, 12, 15)),
        ],
    ),
    "a listed heading that lacks its number": (
        "# Java\n\n- [Why Java](#why-java)\n"
        + "".join(f"- [{n}. What is type {n}?](#{n}-what-is-type-{n})\n" for n in range(2, 15))
        + "\n## Why Java\n\nIt runs.\n\n### Does it run fast?\n\nIt does.\n\n"
        + "".join(f"## {n}. What is type {n}?\n\nA set.\n\n" for n in range(2, 15)),
        [
            ("Why Java", "It runs.\n\n### Does it run fast?\n\nIt does."),
            *((f"What is type {n}?", "A set.") for n in range(2, 15)),
        ],
    ),
    "admonitions of questions with a class": (
        "# FAQ\n\n"
        + "".join(
            f'??? question q-{name} "What is {name}?"\n\n    It is part of it.\n\n'
            for name in ("time", "place", "form")
        ),
        [(f"What is {name}?", "It is part of it.") for name in ("time", "place", "form")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_form_is_read(name: str) -> None:
    check(*CASES[name])

"""Keys under other titles and in several tables, labels with remarks, titles that end answers."""

import pytest

from tests.importer.cases import Case, check

_CHOICES = "A) Wood\nB) Iron\n\n"

CASES: dict[str, Case] = {
    "labels that end with `:-`, or with a dash inside their bold text": (
        "Q1:- What is a port?\nAns:- A number\n\nQ2:- What is a host?\n**Ans:-** A machine\n\n"
        "**Q.3:-** What is a hub?\n**Correct answer –** A box\n\n"
        "Q4:- What is 2 - 7?\nAns:-5\n",
        [
            ("What is a port?", "A number"),
            ("What is a host?", "A machine"),
            ("What is a hub?", "A box"),
            ("What is 2 - 7?", "-5"),
        ],
    ),
    "a key in two tables, under a title with other words": (
        f"# Simulado\n\n**Q1.** Qual é um metal?\n\n{_CHOICES}**Q2.** Qual queima?\n\n{_CHOICES}"
        f"**Q3.** Qual flutua?\n\n{_CHOICES}**Q4.** Qual enferruja?\n\n{_CHOICES}"
        "# Gabarito comentado\n\n| Q | Resposta | Tema |\n|---|---|---|\n| Q1 | B | metal |\n"
        "| Q2 | A | fogo |\n\n### Q3–Q4\n\n| Q | Resposta | Tema |\n|---|---|---|\n"
        "| Q3 | A ★ | fogo |\n| Q4 | B | metal |\n",
        [
            ("Qual é um metal?", ["Wood", "+Iron"], "B"),
            ("Qual queima?", ["+Wood", "Iron"], "A"),
            ("Qual flutua?", ["+Wood", "Iron"], "A ★"),
            ("Qual enferruja?", ["Wood", "+Iron"], "B"),
        ],
    ),
    "a key of two parts, in a document whose answers count too": (
        "# Quiz\n\n1. What is DNS?\n2. What is TCP?\n3. What is IP?\n4. What is UDP?\n\n"
        "## Tasks\n\n1. What is a subnet?\n2. What is a gateway?\n\n"
        "## More\n\n1. What is a proxy?\n2. What is a cache?\n3. What is a firewall?\n\n"
        "## Answers explained\n\n1. Names.\n2. Streams.\n3. Addresses.\n4. Datagrams.\n",
        [
            ("What is DNS?", "Names."),
            ("What is TCP?", "Streams."),
            ("What is IP?", "Addresses."),
            ("What is UDP?", "Datagrams."),
            ("What is a subnet?", None),
            ("What is a gateway?", None),
            ("What is a proxy?", None),
            ("What is a cache?", None),
            ("What is a firewall?", None),
        ],
    ),
    "a key on the line of its title, in Cyrillic": (
        "# Тест\n\n1. Столица Италии\nа) Лион\nб) Рим\n\n2. Города Франции\nа) Лион\nб) Париж\n"
        "в) Рим\n\n3. Столица Польши?\nа) Варшава\nб) Рим\n\nОтветы: 1-б, 2-а,б, 3-а\n",
        [
            ("Столица Италии", ["Лион", "+Рим"], "Б"),
            ("Города Франции", ["+Лион", "+Париж", "Рим"], "А,Б"),
            ("Столица Польши?", ["+Варшава", "Рим"], "А"),
        ],
    ),
    "small Cyrillic letters that name the option": (
        "1. Какой город - столица Италии?\nа) Лион\nб) Рим\nОтвет: б\n\n"
        "2. Какой город - столица Польши?\nа) Варшава\nб) Рим\nОтвет: а\n",
        [
            ("Какой город - столица Италии?", ["Лион", "+Рим"], "б"),
            ("Какой город - столица Польши?", ["+Варшава", "Рим"], "а"),
        ],
    ),
    "points, a domain and a mark between a label and the question, whose explained key counts": (
        "# Exam\n\n**Q1 (D1).** A port is open, and traffic is high. Which tool shows the\n"
        "owner of the port?\n- A. ping\n- B. ss\n\n**Q2 (D2) ★.** A disk is full. Which tool\n"
        "shows the largest folders?\n- A. du\n- B. ls\n\n"
        "## Answer key, explanations and distractors\n\n"
        "**Q1 — B.** It lists sockets; see 2 (A).\n\n**Q2 — A ★.** It sums up; cf. 1. B.\n",
        [
            (
                "A port is open, and traffic is high. Which tool shows the owner of the port?",
                ["ping", "+ss"],
                "B. It lists sockets; see 2 (A).",
            ),
            (
                "A disk is full. Which tool shows the largest folders?",
                ["+du", "ls"],
                "A ★. It sums up; cf. 1. B.",
            ),
        ],
    ),
    "below each answer the titles of the next section": (
        "# Viva\n\nBasics:\n\n#### Q: What is a stack?\nA: A pile.\nQueues:\n\n"
        "#### Q: What is a queue?\nA: A line.\n\nTrees:\n\n**Binary trees**\n\n"
        "#### Q: What is a tree?\nA: A graph. There are two kinds:\n\n- binary\n- others\n\n"
        "#### Q: What is a graph?\nA: Nodes.\n",
        [
            ("What is a stack?", "A pile."),
            ("What is a queue?", "A line."),
            ("What is a tree?", "A graph. There are two kinds:\n\n- binary\n- others"),
            ("What is a graph?", "Nodes."),
        ],
    ),
    "a bold conclusion, which is no title": (
        "# Interview questions\n\n## What is a stack?\n\nA pile.\n\n**Last in, first out**\n\n"
        "## What is a queue?\n\nA line.\n\n## What is a tree?\n\nA graph.\n",
        [
            ("What is a stack?", "A pile.\n\n**Last in, first out**"),
            ("What is a queue?", "A line."),
            ("What is a tree?", "A graph."),
        ],
    ),
    "answers in headings, one of their questions' level, one of several": (
        "# 자바\n\n## 1. 스택이란?\n\n### 답: 후입선출\n\n## 2. 큐란?\n\n## 답: 선입선출\n\n"
        "## 3. DDL과 DML은?\n\n### 답:\n### DDL: 정의\n### DML: 조작\n\n"
        "## 4. 트리란?\n\n### 답: 그래프\n",
        [
            ("스택이란?", "**후입선출**"),
            ("큐란?", "**선입선출**"),
            ("DDL과 DML은?", "### DDL: 정의\n### DML: 조작"),
            ("트리란?", "**그래프**"),
        ],
    ),
    "code between backticks on one line, before code with imports": (
        "# What is `import`?\n\n```print(1)```\n\n# What is a hook?\n\n```\n"
        "import { useState } from 'react';\nuseState();\n```\n\n# What is a prop?\n\nA value.\n",
        [
            ("What is `import`?", "```print(1)```"),
            ("What is a hook?", "```\nimport { useState } from 'react';\nuseState();\n```"),
            ("What is a prop?", "A value."),
        ],
    ),
    "exercises with a word of their own and points, alone on a line, each with its solution": (
        "# Klausur\n\nAufgabe 1 (5 Punkte)\nLeiten Sie ab.\n\nLösung: 2x\n\n"
        "Aufgabe 2 (3 Punkte)\nZeichnen Sie.\n\nLösung: Siehe unten.\n\n"
        "Aufgabe 3 (1 Punkt)\nNennen Sie Primzahlen.\n\nLösung: 2 und 3\n",
        [
            ("Leiten Sie ab.", "2x"),
            ("Zeichnen Sie.", "Siehe unten."),
            ("Nennen Sie Primzahlen.", "2 und 3"),
        ],
    ),
    "exercises in headings": (
        "## Exercice 1\n\nDériver.\n\n### Corrigé\n\n2x\n\n"
        "## Exercice 2\n\nTracer.\n\n### Corrigé\n\nVoir plus bas.\n\n"
        "## Exercice 3\n\nCiter.\n\n### Corrigé\n\n2 et 3\n",
        [("Dériver.", "2x"), ("Tracer.", "Voir plus bas."), ("Citer.", "2 et 3")],
    ),
    "words of their own with the numbers of a selection, in one paragraph with the question": (
        "**NEW TASK 3**\nWhat rises:\n\nA. Heat\n\nB. Cold\n\nResposta: A\n\n"
        "**NEW TASK 5**\n\nWhat falls:\n\nA. Heat\n\nB. Cold\n\nResposta: B\n\n"
        "**NEW TASK 9**\nWhat stays:\n\nA. Both\n\nB. None\n\nResposta: B\n",
        [
            ("What rises:", ["+Heat", "Cold"], "A"),
            ("What falls:", ["Heat", "+Cold"], "B"),
            ("What stays:", ["Both", "+None"], "B"),
        ],
    ),
    "headings of the same words, counted, above a question and its options": (
        "# Sea\n\n## 1 - Sea\n\n**The highest tide**\n\n- [x] A. Spring\n- [ ] B. Neap\n\n"
        "## 2 - Sea\n\n**The lowest tide**\n\n- [ ] A. Spring\n- [x] B. Neap\n\n"
        "## 3 - Sea\n\n**The saltiest sea**\n\n- [x] A. Red\n- [ ] B. Black\n",
        [
            ("The highest tide", ["+Spring", "Neap"], "A) Spring"),
            ("The lowest tide", ["Spring", "+Neap"], "B) Neap"),
            ("The saltiest sea", ["+Red", "Black"], "A) Red"),
        ],
    ),
    "a key in several columns of numbers and letters, beside ticks": (
        "# Exam\n\n**Q1: Which is red?**\n- A. Blood ✅\n- B. Snow\n\n"
        "**Q2: Which is white?**\n- A. Blood\n- B. Snow ✅\n\n"
        "**Q3: Which is cold?**\n- A. Fire\n- B. Ice ✅\n\n"
        "**Q4: Which is hot?**\n- A. Fire ✅\n- B. Ice\n\n"
        "## Answer Key\n\n| Question | Answer | Question | Answer |\n|---|---|---|---|\n"
        "| Q1 | A | Q3 | B |\n| Q2 | B | Q4 | A |\n",
        [
            ("Which is red?", ["+Blood", "Snow"], "A) Blood"),
            ("Which is white?", ["Blood", "+Snow"], "B) Snow"),
            ("Which is cold?", ["Fire", "+Ice"], "B) Ice"),
            ("Which is hot?", ["+Fire", "Ice"], "A) Fire"),
        ],
    ),
    "a key of numbers and letters with a blank between": (
        "# Exam\n\n1. Which is red?\n\nA. Blood\nB. Snow\n\n2. Which is white?\n\nA. Blood\n"
        "B. Snow\n\n3. Which is cold?\n\nA. Fire\nB. Ice\n\n## ANSWER KEY\n\n1 A\n2 B\n3 B\n",
        [
            ("Which is red?", ["+Blood", "Snow"], "A"),
            ("Which is white?", ["Blood", "+Snow"], "B"),
            ("Which is cold?", ["Fire", "+Ice"], "B"),
        ],
    ),
    "a label, and on its next line a statement to complete, right above the options": (
        "**Question 1**\nThe best of it is:\nA. One\nB. Two\nAnswer: B\n\n"
        "**Question 2**\nThe worst of it is:\nA. One\nB. Two\nAnswer: A\n",
        [
            ("The best of it is:", ["One", "+Two"], "B"),
            ("The worst of it is:", ["+One", "Two"], "A"),
        ],
    ),
    "options that are signs alone, or begin with a fence": (
        "# Frage 1\nWelcher der folgenden Operatoren potenziert?\n- [ ] ^\n- [x] **\n- [ ] \\\\\n\n"
        "# Frage 2\nWas ist richtig?\n- [ ] ```python\ntry {\n}\n```\n"
        "- [x] ```python\ntry:\n    x\n```\n\n"
        "# Frage 3\nWas ist wahr?\n- [x] 1\n- [ ] 0\n",
        [
            ("Welcher der folgenden Operatoren potenziert?", ["^", "+**", "\\\\"], None),
            (
                "Was ist richtig?",
                ["```python\ntry {\n}\n```", "+```python\ntry:\n    x\n```"],
                "```python\ntry:\n    x\n```",
            ),
            ("Was ist wahr?", ["+1", "0"], "1"),
        ],
    ),
    "gaps of cloze cards in titles, whose text would give the answer away": (
        "# Questions\n\n## What is TCP?\n\nA protocol.\n\n## What is IP?\n\nAnother.\n\n"
        "## The capital of France is {{c1::Paris}}, of Italy {{c2::Rome::a city}}\n\n"
        "## What is UDP?\n\nA third.\n",
        [
            ("What is TCP?", "A protocol."),
            ("What is IP?", "Another."),
            ("The capital of France is […], of Italy [a city]", "Paris\n\nRome"),
            ("What is UDP?", "A third."),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_form_is_read(case: Case) -> None:
    check(*case)

"""One small document for each kind of fault that documents brought: what it must give."""

import pytest

from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "topics that their own answer headings make questions": (
        "# Frequently asked\n\n## Paths on Windows\n\nThe shell expands them.\n\n"
        "### Answer\n\nSwitch it off.\n\n## Colours in a pipe\n\nThey vanish.\n\n"
        "### Answer\n\nForce them.\n\n## Old terminals\n\nNothing moves.\n\n"
        "### Answer\n\nUse plain text.\n",
        [
            ("Paths on Windows\n\nThe shell expands them.", "Switch it off."),
            ("Colours in a pipe\n\nThey vanish.", "Force them."),
            ("Old terminals\n\nNothing moves.", "Use plain text."),
        ],
    ),
    "a miswritten number amid a run": (
        "# Quiz\n\n## 1. What is a?\n\nOne.\n\n## 2,. Name b\n\nTwo.\n\n"
        "## 3. What is c?\n\nThree.\n",
        [("What is a?", "One."), ("Name b", "Two."), ("What is c?", "Three.")],
    ),
    "stars that rate a question": (
        "# Interview\n\n### Q1: What is a heap? ⭐⭐\n\nA tree.\n\n"
        "### Q2: What is a stack? ⭐\n\nA pile.\n",
        [("What is a heap?", "A tree."), ("What is a stack?", "A pile.")],
    ),
    "a column of stars alone": (
        "# Interview\n\n| Question | Weight |\n|---|---|\n| Who are you? | ★★★ |\n"
        "| Why do you leave? | ★★ |\n| What do you earn? | ★ |\n",
        [("Who are you?", None), ("Why do you leave?", None), ("What do you earn?", None)],
    ),
    "a glossary in a plain list": (
        "# Glossary\n\n- Heap: a tree in an array.\n- Stack: what came last goes first.\n"
        "- Queue: what came first goes first.\n",
        [
            ("Heap", "a tree in an array."),
            ("Stack", "what came last goes first."),
            ("Queue", "what came first goes first."),
        ],
    ),
    "a list of numbers, which are no pages": (
        "# Interview\n\n## How to write\n\n**Lists**\n\n- 1\n- 2\n- 3\n\n"
        '```python\nprint("hello")\n```\n\n## Networks\n\n'
        "<details>\n<summary>What is TCP?</summary>\n<p>A protocol.</p>\n</details>\n\n"
        "<details>\n<summary>What is a port?</summary>\n<p>A number.</p>\n</details>\n\n"
        "<details>\n<summary>What is a host?</summary>\n<p>A machine.</p>\n</details>\n",
        [
            ("What is TCP?", "A protocol."),
            ("What is a port?", "A number."),
            ("What is a host?", "A machine."),
        ],
    ),
    "a hyphen right after the label's number": (
        "**Q1- What is a heap?**\n\nA tree.\n\n**Q2 -Define a stack.**\n\nA pile.\n\n"
        "**Q3 What is a queue?**\n\nA line.\n",
        [
            ("What is a heap?", "A tree."),
            ("Define a stack.", "A pile."),
            ("What is a queue?", "A line."),
        ],
    ),
    "numbers with nothing but a blank after them": (
        "# Interview\n\n## 1 Lists\n\nThey grow.\n\n## 2 What is a set?\n\nNo doubles.\n\n"
        "## 3 Why tuples?\n\nThey stay.\n",
        [("Lists", "They grow."), ("What is a set?", "No doubles."), ("Why tuples?", "They stay.")],
    ),
    "the picture of a ten": (
        "# Q&A\n\n## 9️⃣ What is nine?\n\nSquare.\n\n## 🔟 What is ten?\n\nRound.\n",
        [("What is nine?", "Square."), ("What is ten?", "Round.")],
    ),
    "tags in code in a title": (
        "# HTML questions\n\n### 1. When is `<em>` better than `<i>`?\n\nFor stress.\n\n"
        "### 2. What is `<nav>` for?\n\nLinks.\n",
        [("When is `<em>` better than `<i>`?", "For stress."), ("What is `<nav>` for?", "Links.")],
    ),
    "tags that are words": (
        "# HTML questions\n\n1. When is <aside> no <section>?\n\nAn <aside> stands apart.\n\n"
        "2. Which have no end?\n\n<br>, <img> and <hr>.\n",
        [
            ("When is <aside> no `<section>`?", "An <aside> stands apart."),
            ("Which have no end?", "`<br>`, `<img>` and `<hr>`."),
        ],
    ),
    "long rules below titles and between answers": (
        f"Interview questions\n{'=' * 40}\n\nWhat is a?\n{'-' * 40}\n\nOne.\n\n{'*' * 40}\n\n"
        f"What is b?\n{'-' * 40}\n\nTwo.\n",
        [("What is a?", "One."), ("What is b?", "Two.")],
    ),
    "a fence inside a fence": (
        "### Question 1: How?\n\n**Answer:**\n```\n1. Open\n   ```sh\n   open\n   ```\n2. Shut\n"
        "```\n\n"
        "### Question 2: Why?\n\n**Answer:**\n```\nSo.\n```\n",
        [
            ("How?", "```\n1. Open\n   ```sh\n   open\n   ```\n2. Shut\n```"),
            ("Why?", "```\nSo.\n```"),
        ],
    ),
    "pages of a printed document": (
        "Field Guide\n\n1. What is a page?\nOne side of a sheet that was bound with\n\nPage 1\n\n"
        "Field Guide\n\nothers of its kind.\n2. What is a sheet?\nTwo pages.\n\nPage 2\n\n"
        "Field Guide\n\n3. What is a book?\nMany sheets.\n\nPage 3\n",
        [
            ("What is a page?", "One side of a sheet that was bound with others of its kind."),
            ("What is a sheet?", "Two pages."),
            ("What is a book?", "Many sheets."),
        ],
    ),
    "a table with columns parted by dashes": (
        "**1. Which is which?**\n\n  ------------------\n  Name       Kind\n"
        "  ---------- -------\n  one        odd\n\n  two        even\n  ------------------\n\n"
        "**2. What is three?**\n\nOdd.\n\n**3. What is four?**\n\nEven.\n",
        [
            (
                "Which is which?",
                "  ------------------\n  Name       Kind\n  ---------- -------\n"
                "  one        odd\n\n  two        even\n  ------------------",
            ),
            ("What is three?", "Odd."),
            ("What is four?", "Even."),
        ],
    ),
    "anchors and references of an exported document": (
        "# **Notes for the interview** {#notes-for-the-interview}\n\n"
        "## **1\\. What is a ref?** {#1.-what-is-a-ref?}\n\nA name.\n\n![][image1]\n\n"
        "## **2\\. What is a tag?** {#2.-what-is-a-tag?}\n\nA mark.\n\n[image1]: <pic.png>\n",
        [("What is a ref?", "A name.\n\n![](pic.png)"), ("What is a tag?", "A mark.")],
    ),
    "a bold title split by code": (
        "**Q1. When does** `wait` **return?**\n\nAt the end.\n\n**Q2. What is a zombie?**\n\n"
        "A rest.\n",
        [("When does `wait` return?", "At the end."), ("What is a zombie?", "A rest.")],
    ),
    "a bold title on two bold lines": (
        "**1. What does the leader of a cluster do while it**\n**waits?**\nIt sends beats.\n\n"
        "**2. Who votes?**\nAll.\n\n**3. When?**\nAfter a silence.\n",
        [
            ("What does the leader of a cluster do while it waits?", "It sends beats."),
            ("Who votes?", "All."),
            ("When?", "After a silence."),
        ],
    ),
    "an answer that goes on after its quotation": (
        "#### 1. How?\n\n> **Answer:** \\\n> first \\\n> then\n\n#### 2. Which?\n\n> **Answer:**\n"
        "> This:\n\n```sh\nrun\n```\n\n#### 3. Why?\n\n> **Answer:**:\n> So.\n",
        [("How?", "first \\\nthen"), ("Which?", "This:\n\n```sh\nrun\n```"), ("Why?", "So.")],
    ),
    "items nested below the label of an answer": (
        "* **Question:** What helps?\n    * **Answer:** Two things.\n        * Tea\n"
        "        * Rest\n"
        "* **Question:** What hurts?\n    * **Answer:** Noise.\n",
        [("What helps?", "Two things.\n* Tea\n* Rest"), ("What hurts?", "Noise.")],
    ),
    "boxes of a list of tasks": (
        "# Interview questions\n\n- [ ] What is a task?\n  Work.\n- [x] Who does it?\n  We do.\n",
        [("What is a task?", "Work."), ("Who does it?", "We do.")],
    ),
    "boxes below numbers of which one in three asks": (
        "1. A planet is:\n- [ ] Mars\n- [ ] Vega\n2. Which is a star?\n- [ ] Mars\n- [x] Vega\n"
        "3. A moon is:\n- [ ] Io\n- [ ] Vega\n",
        [
            ("A planet is:", ["Mars", "Vega"], None),
            ("Which is a star?", ["Mars", "+Vega"], "Vega"),
            ("A moon is:", ["Io", "Vega"], None),
        ],
    ),
    "a label that all answers share": (
        "# Interview\n\n### 1. What is a?\n\nKurz gesagt: One.\n\n### 2. What is b?\n\n"
        "Kurz gesagt: Two.\n\n### 3. What is c?\n\nKurz gesagt: Three.\n",
        [("What is a?", "One."), ("What is b?", "Two."), ("What is c?", "Three.")],
    ),
    "a word that one answer of many begins with": (
        "# Interview\n\n### 1. What is a?\n\nNote: One.\n\n### 2. What is b?\n\nTwo.\n\n"
        "### 3. What is c?\n\nThree.\n",
        [("What is a?", "Note: One."), ("What is b?", "Two."), ("What is c?", "Three.")],
    ),
    "a heading above a heading": (
        "## Question\n## Your disk is full. What now?\n\n### Answer\nDelete logs.\n\n"
        "## Question\n## The load is high. Why?\n\n### Answer\nA loop.\n",
        [("Your disk is full. What now?", "Delete logs."), ("The load is high. Why?", "A loop.")],
    ),
    "headings of a level that head others": (
        "# Interview\n\n### **What is a?**\n\nOne.\n\n### Part two\n\n### **What is b?**\n\n"
        "Two.\n\n"
        "### **What is c?**\n\nThree.\n",
        [("What is a?", "One."), ("What is b?", "Two."), ("What is c?", "Three.")],
    ),
    "the document's title among its questions": (
        "# Interview questions about maps\n\n# What is a map?\n\nPairs.\n\n# What is a key?\n\n"
        "A name.\n\n# Why hash?\n\nSpeed.\n",
        [("What is a map?", "Pairs."), ("What is a key?", "A name."), ("Why hash?", "Speed.")],
    ),
    "a picture that marks the questions": (
        "# Notes\n\n### 💡 What is a?\n\nOne.\n\n### 💡 B and C\n\nTwo.\n\n### 💡 Why d?\n\n"
        "Four.\n\n"
        "### 💡 The e\n\nFive.\n",
        [("What is a?", "One."), ("B and C", "Two."), ("Why d?", "Four."), ("The e", "Five.")],
    ),
    "a table whose cells begin with when": (
        "# Interview\n\n1. What is an alarm?\n\nA call.\n\n2. Which are there?\n\n"
        "| Alarm | Means |\n|---|---|\n| `a` | When it burns |\n| `b` | When it floods |\n\n"
        "3. Who answers?\n\nThe guard.\n",
        [
            ("What is an alarm?", "A call."),
            (
                "Which are there?",
                "| Alarm | Means |\n|---|---|\n| `a` | When it burns |\n| `b` | When it floods |",
            ),
            ("Who answers?", "The guard."),
        ],
    ),
    "questions in one language and again in another": (
        "# Questions\n\n- Why test?\n  - なぜ？\n- How to trace?\n"
        "  - 教えてください\n- What is a proxy?\n  - 何ですか？\n",
        [
            ("Why test?\n\n- なぜ？", None),
            ("How to trace?\n\n- 教えてください", None),
            ("What is a proxy?\n\n- 何ですか？", None),
        ],
    ),
    "a note of one question in two languages": (
        "---\ntitle: Caches\n---\n# Вопрос (RU)\n> Что такое кэш?\n\n# Question (EN)\n"
        "> What is a cache?\n\n---\n\n## Ответ (RU)\n\nБыстрая память.\n\n## Answer (EN)\n\n"
        "Fast memory.\n\n## Follow-ups\n\n- How big?\n",
        [("Что такое кэш?", "Быстрая память."), ("What is a cache?", "Fast memory.")],
    ),
    "components of a page": (
        "import Tabs from '@theme/Tabs';\n\n<Tabs>\n\n### What is a slot?\n\n<Answer>\n\n"
        "A place.\n\n"
        "</Answer>\n\n### What is a prop?\n\n:::note[Solution]\n\nA value.\n\n:::\n\n</Tabs>\n",
        [("What is a slot?", "A place."), ("What is a prop?", "A value.")],
    ),
    "numbers that go on at another level": (
        "# 4 interview questions\n\n#### 1) What is a?\nOne.\n\n#### 2) What is b?\nTwo.\n\n"
        "### 3) What is c?\nThree.\n\n### 4) What is d?\nFour.\n\n## Contributions\nWelcome.\n",
        [
            ("What is a?", "One."),
            ("What is b?", "Two."),
            ("What is c?", "Three."),
            ("What is d?", "Four."),
        ],
    ),
    "code in a fold is its answer": (
        "".join(
            f"<details>\n<summary>{title}</summary><br><b>\n\n{answer}\n</b></details>\n\n"
            for title, answer in (
                ("What is a?", "One."),
                ("Given a list, print it", "```\nprint(xs)\n```"),
                ("What is b?", ""),
                ("What is c?", ""),
            )
        ),
        [
            ("What is a?", "One."),
            ("Given a list, print it", "```\nprint(xs)\n```"),
            ("What is b?", None),
            ("What is c?", None),
        ],
    ),
    "below a question's number, all asks that asks": (
        "# Exercise questions\n\n## Question 1\nYou see this:\n\n```sh\nnot found\n```\n\n"
        "Explain why.\n\n```\nNo path.\n```\n\n## Question 2\nHow do you exit?\n```\nexit\n```\n",
        [
            ("You see this:\n\n```sh\nnot found\n```\n\nExplain why.", "```\nNo path.\n```"),
            ("How do you exit?", "```\nexit\n```"),
        ],
    ),
    "options that are code, the last one too": (
        "#### Q1. Which one loops?\n\n- [ ] A\n\n```py\nif x: pass\n```\n\n- [x] B\n\n```py\n"
        "while x: pass\n```\n\n- [ ] C\n\n```py\ndef x(): pass\n```\n\n"
        "#### Q2. Which is a list?\n\n- [ ] ()\n- [x] []\n- [ ] {}\n",
        [
            (
                "Which one loops?",
                [
                    "A\n\n```py\nif x: pass\n```",
                    "+B\n\n```py\nwhile x: pass\n```",
                    "C\n\n```py\ndef x(): pass\n```",
                ],
                "B\n\n```py\nwhile x: pass\n```",
            ),
            ("Which is a list?", ["()", "+[]", "{}"], "[]"),
        ],
    ),
    "a letter and a number before each title": (
        "## Quiz\n\n#### D1. Che cos'è un nodo?\n\nUn punto.\n\n#### D2. Archi\n\nLinee.\n\n"
        "#### D3. Che cos'è un grafo?\n\nNodi e archi.\n",
        [
            ("Che cos'è un nodo?", "Un punto."),
            ("Archi", "Linee."),
            ("Che cos'è un grafo?", "Nodi e archi."),
        ],
    ),
    "a number, and the question's own label below it": (
        "Question 1\nLevel 1\n\nQuestion:\nWrite a loop\n\nSolution:\nfor x in xs: pass\n\n"
        "Question 2\nLevel 2\n\nQuestion:\nWrite a sum\n\nSolution:\nsum(xs)\n",
        [("Write a loop", "for x in xs: pass"), ("Write a sum", "sum(xs)")],
    ),
    "an option that is said twice": (
        "## Question 1\n\nWhich is even?\n\n- A: 1\n- B: 2\n- C: 1\n\n**Answer: B**\n\n"
        "## Question 2\n\nWhich is odd?\n\n- A: 1\n- B: 2\n\n**Answer: A**\n",
        [("Which is even?", ["1", "+2"], "B"), ("Which is odd?", ["+1", "2"], "A")],
    ),
    "options in one line": (
        "1. What is 2+2? \n   a) 3   b) 4   c) 5\n\n   Answer: b\n\n"
        "2. What is 3+3?\n   a) 6   b) 7   c) 8\n\n   Answer: a\n",
        [
            ("What is 2+2?", ["3", "+4", "5"], "b"),
            ("What is 3+3?", ["+6", "7", "8"], "a"),
        ],
    ),
    "an answer that repeats the option's text": (
        "## Question 1\n\nWhich is a fruit?\n\n- Carrot\n- Apple\n- Leek\n\n**Answer:** Apple\n\n"
        "## Question 2\n\nWhich is a root?\n\n- Carrot\n- Apple\n- Leek\n\n**Answer:** Carrot\n",
        [
            ("Which is a fruit?", ["Carrot", "+Apple", "Leek"], "Apple"),
            ("Which is a root?", ["+Carrot", "Apple", "Leek"], "Carrot"),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_document_of_this_kind_gives_its_questions(name: str) -> None:
    check(*CASES[name])

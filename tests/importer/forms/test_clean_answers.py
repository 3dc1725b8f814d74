"""What belongs to an answer and what does not, where whole documents depend on it."""

import pytest

from tests.importer.cases import Case, check

ITEM = (
    "<li>\n\n**Which planet is number {0}?**\n\n- A: `Mars`\n- B: `Saturn`\n\n<details>\n"
    "<summary><b>Answer</b></summary>\n\n#### Option: {1}\n\n</details>\n</li>\n\n"
)

_NAMED = "it takes less time than the other one, as everybody can see for himself"
_LONG = "It began long ago" + ", and it grew" * 30 + "."

CASES: dict[str, Case] = {
    "links to the list of a part, in a language without a word for it here": (
        "# Otázky\n\n"
        + "".join(
            f"## {n}. Co je {word}?\n\nTo je {word}.\n\n[Zpět na seznam {n % 2}](#s{n % 2})\n\n"
            for n, word in enumerate(("port", "uzel", "most", "kabel"), 1)
        ),
        [(f"Co je {word}?", f"To je {word}.") for word in ("port", "uzel", "most", "kabel")],
    ),
    "a short answer in view, and a long one in a fold": (
        f"# Interview\n\n### What is e?\n\n{_LONG}\n\n{_LONG}\n\n<details>\n"
        "<summary><b>See deep-dive answer</b></summary>\n\nAll of e.\n\n</details>\n\n"
        + "".join(f"### What is {n}?\n\nIt is {n}.\n\n" for n in "abcd"),
        [
            ("What is e?", f"{_LONG}\n\n{_LONG}\n\nAll of e."),
            *((f"What is {n}?", f"It is {n}.") for n in "abcd"),
        ],
    ),
    "code alone answers questions that ask how": (
        "# Вопросы\n\n### Как узнать имя?\n\n```sh\nip link\n```\n\n### Как сменить имя?\n\n"
        "```sh\nhostname b\n```\n\n### Где лежит имя?\n\n```sh\n/etc/hostname\n```\n",
        [
            ("Как узнать имя?", "```sh\nip link\n```"),
            ("Как сменить имя?", "```sh\nhostname b\n```"),
            ("Где лежит имя?", "```sh\n/etc/hostname\n```"),
        ],
    ),
    "a heading names the option, and the item of the next question opens below": (
        f"<ol>\n{ITEM.format(4, 'A')}{ITEM.format(6, 'B')}</ol>\n",
        [
            ("Which planet is number 4?", ["+`Mars`", "`Saturn`"], "A"),
            ("Which planet is number 6?", ["`Mars`", "+`Saturn`"], "B"),
        ],
    ),
    "a quotation below a paragraph that ends in a comma": (
        "## 1. What is the tenth problem?\n\nIt is, as the encyclopedia has it in its article,\n\n"
        "> a search for a procedure.\n\n## 2. Why?\n\nSo.\n\n## 3. Who?\n\nHe.\n",
        [
            (
                "What is the tenth problem?",
                "It is, as the encyclopedia has it in its article,\n\n> a search for a procedure.",
            ),
            ("Why?", "So."),
            ("Who?", "He."),
        ],
    ),
    "links to more text that a conversion lost": (
        "# Interview\n\n"
        + "".join(f"## {n}. Why {n}?\n\nBecause of {n}.\n\nRead More\n\n" for n in range(1, 5)),
        [(f"Why {n}?", f"Because of {n}.") for n in range(1, 5)],
    ),
    "a line that recurs in answers announces what is below it": (
        "# Interview\n\n"
        + "".join(
            f"## {n}. Why {n}?\n\nSo {n}.\n\n**Follow-up:**\n\n- Why not {n}?\n\n"
            for n in range(1, 5)
        ),
        [(f"Why {n}?", f"So {n}.\n\n**Follow-up:**\n\n- Why not {n}?") for n in range(1, 5)],
    ),
    "numbers and labels before questions, and emphasis around all of it": (
        "# Nets\n\n## **1. Q:** **What is a net?**\n\n### Answer\n\nMany nodes.\n\n"
        "## 2. Q: What is a port?\n\n### Answer\n\nA number.\n\n"
        "## 3. *What is a host?*\n\n### Answer\n\nA machine.\n",
        [
            ("What is a net?", "Many nodes."),
            ("What is a port?", "A number."),
            ("What is a host?", "A machine."),
        ],
    ),
    "comments of code without a fence, which Markdown takes for headings": (
        "# Interview\n\n## 1. How do you roll out?\n\nApply it.\n\n# To change the image:\n\n"
        "kubectl set image web=web:2\n\n## 2. How do you look?\n\nGet the pods.\n\n"
        "## 3. How do you stop?\n\nDelete it.\n",
        [
            (
                "How do you roll out?",
                "Apply it.\n\n# To change the image:\n\nkubectl set image web=web:2",
            ),
            ("How do you look?", "Get the pods."),
            ("How do you stop?", "Delete it."),
        ],
    ),
    "chapters with an introduction, in which the numbers go on": (
        "# Interview\n\n## 1. Why one?\n\nSo one.\n\n## 2. Why two?\n\nSo two.\n\n"
        "# Databases\n\nThis part is about tables.\n\n## 3. Why three?\n\nSo three.\n\n"
        "# Networks\n\nThis part is about hosts.\n\n## 4. Why four?\n\nSo four.\n",
        [(f"Why {n}?", f"So {n}.") for n in ("one", "two", "three", "four")],
    ),
    "a heading that an indent puts into a list of the answer above it": (
        "### What is a set?\n\nA kind.\n\n1. Of names\n\n   ### What is a map?\n   A table.\n\n"
        "**Example:**\n\nA phone book.\n\n### What is a row?\n\nA line.\n",
        [
            ("What is a set?", "A kind.\n\n1. Of names"),
            ("What is a map?", "A table.\n\n**Example:**\n\nA phone book."),
            ("What is a row?", "A line."),
        ],
    ),
    "the items of a list in an answer have names and text, as other lists do": (
        f"# Interview\n\n## 1. What is good?\n\n1. **Speed**: {_NAMED}\n"
        f"2. **Space**: {_NAMED}\n\n## 2. What else?\n\n**Speed**: all.\n\n**Space**: none.\n\n"
        "## 3. Why?\n\nSo.\n",
        [
            ("What is good?", f"1. **Speed**: {_NAMED}\n2. **Space**: {_NAMED}"),
            ("What else?", "**Speed**: all.\n\n**Space**: none."),
            ("Why?", "So."),
        ],
    ),
    "numbers with two marks": (
        "# Nets\n\n## 1.) What is a net?\n\nMany nodes.\n\n## 2-) What is a port?\n\nA number.\n\n"
        "## 3/ What is a host?\n\nA machine.\n\n## - 4. What is a hub?\n\nA box.\n",
        [
            ("What is a net?", "Many nodes."),
            ("What is a port?", "A number."),
            ("What is a host?", "A machine."),
            ("What is a hub?", "A box."),
        ],
    ),
    "the answers of an exercise, which count like questions that have theirs below": (
        "# Grammar questions\n\n"
        + "".join(f"## {n}. What is rule {n}?\n\nIt is about {n}.\n\n" for n in range(1, 7))
        + "## Exercise\n\nFill in three words.\n\n## Answers\n\n1. one\n2. two\n3. three\n",
        [(f"What is rule {n}?", f"It is about {n}.") for n in range(1, 7)],
    ),
    "cards on lines, divided by a semicolon": (
        "# Cards\n\n## Files\n\nWhat is a file? ; A name. It has bytes.\n\n"
        "What is a folder? Name one. ; A list | a tree\n\n## Nets\n\n"
        "What is a port? ; A number.\n\nWhy is it small? ; It has 16 bits.\n\n"
        "What is a host? ; A machine.\n",
        [
            ("What is a file?", "A name. It has bytes."),
            ("What is a folder? Name one.", "A list | a tree"),
            ("What is a port?", "A number."),
            ("Why is it small?", "It has 16 bits."),
            ("What is a host?", "A machine."),
        ],
    ),
    "the kind or the marks of a question in place of its title": (
        "# Test\n\n### 1. (2 marks)\n\nWhat is a net?\n\n**Answer:** Many nodes.\n\n"
        "### 2. [Easy]\n\nWhat is a port?\n\n**Answer:** A number.\n\n"
        "### 3. (1 mark)\n\nWhat is a host?\n\n**Answer:** A machine.\n",
        [
            ("What is a net?", "Many nodes."),
            ("What is a port?", "A number."),
            ("What is a host?", "A machine."),
        ],
    ),
    "the kind of a question on the line of its number": (
        "# 题目\n\n1. 【单选题】\n什么是网络？\nA. 很多节点\nB. 一个数\n答案：A\n\n"
        "2. 【多选题】\n端口是什么？\nA. 很多节点\nB. 一个数\n答案：B\n",
        [
            ("什么是网络？", ["+很多节点", "一个数"], "A"),
            ("端口是什么？", ["很多节点", "+一个数"], "B"),
        ],
    ),
    "bullets alone on their lines, as converters of pages write them": (
        "# Pool\n\nQ1. What is a net?\n\n•\nA. Many nodes\n•\nB. One node\n\nAnswer: A\n\n"
        "Q2. What is a port?\n\n•\nA. A node\n•\nB. A number\n\nAnswer: B\n",
        [
            ("What is a net?", ["+Many nodes", "One node"], "A"),
            ("What is a port?", ["A node", "+A number"], "B"),
        ],
    ),
    "an explanation below the options and above a rule": (
        "".join(
            f"What is number {n}?\n\n- [ ] One\n- [x] Two\n\nIt is number {n}.\n\n---\n\n"
            for n in range(1, 4)
        ),
        [
            (f"What is number {n}?", ["One", "+Two"], f"Two\n\nIt is number {n}.")
            for n in range(1, 4)
        ],
    ),
    "rows of a table with question and answer in one cell": (
        "# Viva\n\n| No | Viva |\n|---|---|\n| 1 | **What is a net?** <br> Many nodes |\n"
        "| 2 | **What is a port?** <br> A number |\n| 3 | What is a host?<br>A machine |\n",
        [
            ("What is a net?", "Many nodes"),
            ("What is a port?", "A number"),
            ("What is a host?", "A machine"),
        ],
    ),
    "the letter of an answer before a bracket": (
        "# Domande\n\n1) Cos'è una rete?\nR) Molti nodi.\n\n2) Cos'è una porta?\nR) Un numero.\n\n"
        "3) Cos'è un host?\nR) Una macchina.\n",
        [
            ("Cos'è una rete?", "Molti nodi."),
            ("Cos'è una porta?", "Un numero."),
            ("Cos'è un host?", "Una macchina."),
        ],
    ),
    "answers in tags, one of which begins like a question": (
        "".join(
            f"<h3>{n}. {question}</h3>\n<p>{answer}</p>\n<ul>\n<li>One</li>\n</ul>\n\n"
            for n, question, answer in (
                (1, "What is a page?", "A block."),
                (2, "When does it fault?", "When it is not in memory."),
                (3, "Why?", "Because of memory."),
            )
        ),
        [
            ("What is a page?", "A block.\n\n- One"),
            ("When does it fault?", "When it is not in memory.\n\n- One"),
            ("Why?", "Because of memory.\n\n- One"),
        ],
    ),
    "the list of the last answer, above a closing in bold": (
        "# Nets\n\n"
        + "".join(f"**Q{n}: Why {n}?**\n- First {n}.\n- Then {n}.\n\n" for n in range(1, 5))
        + "**Good luck!**\n",
        [(f"Why {n}?", f"- First {n}.\n- Then {n}.") for n in range(1, 5)],
    ),
    "a closing in bold, where answers have several blocks": (
        "# Nets\n\n"
        + "".join(f"## {n}. Why {n}?\n\nFirst {n}.\n\nThen {n}.\n\n" for n in range(1, 5))
        + "**Happy learning!** 🚀\n",
        [(f"Why {n}?", f"First {n}.\n\nThen {n}.") for n in range(1, 5)],
    ),
    "the last answer ends with a word that is a title elsewhere": (
        "".join(f"# Q. Why {n}?\n\nSo {n}.\n\nAnd that is all.\n\n" for n in (1, 2, 3, 4))
        + "# Q. Why sport?\n\nIt helps.\n\nExercises solve many problems.\n",
        [
            *((f"Why {n}?", f"So {n}.\n\nAnd that is all.") for n in (1, 2, 3, 4)),
            ("Why sport?", "It helps.\n\nExercises solve many problems."),
        ],
    ),
    "text below the fold of the last answer": (
        "# Nets\n\n"
        + "".join(
            f"## {n}. Why {n}?\n\n<details><summary>Answer</summary>\n\nSo {n}.\n\n</details>\n\n"
            for n in range(1, 5)
        )
        + "Send me more.\n",
        [(f"Why {n}?", f"So {n}.") for n in range(1, 5)],
    ),
    "follow-ups in labelled answers are no questions of their own": (
        "".join(
            f"## Q{n}. What is {n}?\n\n**Answer:**\n\nA number.\n\n"
            f"**Follow-up:** Why is it {n}?\n\n**Expected:** depth.\n\n"
            for n in range(1, 4)
        ),
        [
            (
                f"What is {n}?",
                f"A number.\n\n**Follow-up:** Why is it {n}?\n\n**Expected:** depth.",
            )
            for n in range(1, 4)
        ],
    ),
    "a bold topic with the sign of the bold questions": (
        "❓ **What is a net?**  \n💬 Nodes.\n\n❓ **Deadlock conditions**  \n💬 Four.\n\n"
        "❓ **What is a port?**  \n💬 A number.\n",
        [
            ("What is a net?", "Nodes."),
            ("Deadlock conditions", "Four."),
            ("What is a port?", "A number."),
        ],
    ),
    "a line below a bold question, above code": (
        "".join(
            f"{n}. **Why {n}?**\n   A call.\n\n   ```c\n   f({n});\n   ```\n\n" for n in (1, 2, 3)
        ),
        [(f"Why {n}?", f"A call.\n\n```c\nf({n});\n```") for n in (1, 2, 3)],
    ),
    "a closing between a rule and the next part": (
        "".join(f"### {n}. Why {n}?\n\nSo {n}.\n\n---\n\n" for n in range(1, 8))
        + "Great, here is theory.\n\n---\n\n"
        + "".join(f"# {n}. What is {n}?\n\nIt is.\n\nA number.\n\n---\n\n" for n in range(1, 7)),
        [
            *((f"Why {n}?", f"So {n}.") for n in range(1, 8)),
            *((f"What is {n}?", "It is.\n\nA number.") for n in range(1, 7)),
        ],
    ),
    "labels in a margin below headings": (
        "".join(
            f"# Topic: Ledgers\n### Difficulty: Basic\n    **Question:** What is {n}?\n"
            f"    **Answer:** A sum.\n    It has {n} parts.\n\n"
            for n in range(1, 4)
        ),
        [(f"What is {n}?", f"A sum.\nIt has {n} parts.") for n in range(1, 4)],
    ),
    "the rows of tables in an unknown language are the terms of a glossary": (
        "# Glossary\n\n## Layer 1\n\n| Lyhenne | Koko nimi | Selite |\n|---|---|---|\n"
        "| **BNC** | Bayonet | Twists. |\n| **LC** | Local | Latches. |\n\n## Layer 2\n\n"
        "| Lyhenne | Koko nimi | Selite |\n|---|---|---|\n| **MAC** | Media | Burned in. |\n",
        [
            ("BNC", "Bayonet\n\nTwists."),
            ("LC", "Local\n\nLatches."),
            ("MAC", "Media\n\nBurned in."),
        ],
    ),
    "the same short questions in two long lists, which are no topics": (
        "".join(
            f"# {title}\n\n## 1. Why us?\n\n{said}\n\n"
            + "".join(f"## {n}. Why is {n} {said}?\n\nIt is.\n\n" for n in range(2, 22))
            for title, said in (("Notes", "my own"), ("A page", "copied"))
        ),
        [
            question
            for said in ("my own", "copied")
            for question in (
                ("Why us?", said),
                *((f"Why is {n} {said}?", "It is.") for n in range(2, 22)),
            )
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_an_answer_is_all_that_belongs_to_it(case: str) -> None:
    check(*CASES[case])

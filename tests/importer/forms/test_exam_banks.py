"""Exam banks: bold options, letters in blanks, a text on each option."""

import pytest

from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "right options that are bold with their letters, one or several, before tags of line breaks": (
        "1. Which metal is liquid? <br>\nA. Iron <br>\n**B. Mercury** <br>\nC. Zinc <br>\n\n"
        "2. Which are gases? (Choose two.)<br>\n**A. Neon**<br>\nB. Zinc<br>\nC. Tin<br>\n"
        "**D. Argon**<br>\n",
        [
            ("Which metal is liquid?", ["Iron", "+Mercury", "Zinc"], "B) Mercury"),
            (
                "Which are gases? (Choose two.)",
                ["+Neon", "Zinc", "Tin", "+Argon"],
                "A) Neon\n\nD) Argon",
            ),
        ],
    ),
    "the kind or the points of a question right behind its number": (
        "### 1. (单选) 代换是什么？\n\n- A. 一\n- **B. 二**\n\n"
        "### 2. (1分) 置换是什么？\n\n- **A. 一**\n- B. 二\n\n"
        "### 3. (RSA) 是什么？\n\n- **A. 一**\n- B. 二\n",
        [
            ("代换是什么？", ["一", "+二"], "B) 二"),
            ("置换是什么？", ["+一", "二"], "A) 一"),
            ("(RSA) 是什么？", ["+一", "二"], "A) 一"),
        ],
    ),
    "statements with their verdicts behind them, among other questions": (
        "1. What is the sea?\n\n   Salt water.\n\n2. The sea is dry. (F)\n3. The sea is wet. (T)\n"
        "4. 海是咸的。（T）\n\n5. What is rain (in short)?\n\n   Fresh water.\n\n"
        "6. Rain is salt ( F ).\n7. Which rain is red (or pink)?\n",
        [
            ("What is the sea?", "Salt water."),
            ("The sea is dry.", "F"),
            ("The sea is wet.", "T"),
            ("海是咸的。", "T"),
            ("What is rain (in short)?", "Fresh water."),
            ("Rain is salt", "F"),
            ("Which rain is red (or pink)?", None),
        ],
    ),
    "right options in a colour of their own, one or several": (
        "**1. Which is a gas?**\n\n- A. <font color='red'>Neon</font>\n- B. Tin\n\n"
        '**2. Which are metals?**\n\n- A. <span style="color:red">Tin</span>;\n- B. Neon\n'
        '- C. <span style="color:red">Zinc</span>\n\n'
        "**3. Is Neon a gas?**\n\n- A. <font color='red'>Yes</font>\n- B. No\n",
        [
            ("Which is a gas?", ["+Neon", "Tin"], "A) Neon"),
            ("Which are metals?", ["+Tin", "Neon", "+Zinc"], "A) Tin\n\nC) Zinc"),
            ("Is Neon a gas?", ["+Yes", "No"], "A) Yes"),
        ],
    ),
    "letters in lines to fill in, rows of options, and a text on each option": (
        "# 1\n\n1.哪个是行星____ B ____。\nA. 太阳 B.Mars C. 月亮\n\n"
        "A. **太阳 (Sun):**\n\n- 恒星。\n\n"
        "B. **火星:**\n\n- 行星。\n\nC. **月亮:**\n\n- 卫星。\n\n"
        "# 2\n\n2.下列\n\n有环的是<u> C </u>。\n\nA. 4 B. 5 C. 土星\n\nB. 5 是数。\n\n"
        "# 3\n\n3.哪个最大（ A ）。\nA. 木星\nB. 火星\nC. 地球\n",
        [
            (
                "哪个是行星____。",
                ["太阳", "+Mars", "月亮"],
                "B) Mars\n\nA. **太阳 (Sun):**\n\n- 恒星。\n\nB. **火星:**\n\n- 行星。\n\n"
                "C. **月亮:**\n\n- 卫星。",
            ),
            ("下列\n\n有环的是____。", ["4", "5", "+土星"], "C) 土星\n\nB. 5 是数。"),
            ("哪个最大（ ）。", ["+木星", "火星", "地球"], "A) 木星"),
        ],
    ),
    "one answer below its label, among answers behind theirs": (
        "".join(
            f"The output:\n\n```\nprint({n})\n```\n\n"
            + ("Answer:\n- `3`\n- a line\n" if n == 3 else f"1. `0`\n2. `{n}`\n\nAnswer: 2.\n")
            + "\n***\n\n"
            for n in range(1, 7)
        ),
        [
            (f"The output:\n\n```\nprint({n})\n```", "- `3`\n- a line")
            if n == 3
            else (f"The output:\n\n```\nprint({n})\n```", ["`0`", f"+`{n}`"], f"`{n}`")
            for n in range(1, 7)
        ],
    ),
    "headings of topic, exam and level above fields, the question, no key and its source": (
        "".join(
            f"### Q-{n} · Cells and how they divide · Exam 2009 · {'hard' if n == 4 else 'easy'}\n"
            f"**Tags:** #bio/4 #year/2009\nThe cell with {n} parts is\n\n- 1) none\n- 2) {n}\n\n"
            f"**Answer:** _(no key)_\n**Source:** Exam 2009 (11 May), question {n}\n\n"
            for n in range(1, 7)
        ),
        [(f"The cell with {n} parts is\n\n- 1) none\n- 2) {n}", None) for n in range(1, 7)],
    ),
    "a paragraph of fields, one with a name of its own, above the question": (
        "".join(
            f"### Question {n}\n**Type:** Choice  \n**Marks:** {n}  \n**Label of it:** Part {n}\n\n"
            f"The cell with {n} parts is\n\n- A) none\n- B) {n}\n\n---\n\n"
            for n in range(1, 4)
        ),
        [
            (
                f"The cell with {n} parts is\n\n**Type:** Choice\n**Marks:** {n}\n"
                f"**Label of it:** Part {n}",
                ["none", f"{n}"],
                None,
            )
            for n in range(1, 4)
        ],
    ),
    "a section of terms to define in an exam that asks": (
        "# 简答题\n\n"
        + "".join(f"{n}. **什么是{n}号？**\n\n   是第{n}个。\n\n" for n in range(1, 7))
        + "# 名词解释题\n\n1. **模块**：一部分。\n\n   **小**\n\n"
        "2. **接口**：一扇门。\n\n   **门**\n\n" + "# 大题\n\n1. 某系统如下。\n",
        [
            *((f"什么是{n}号？", f"是第{n}个。") for n in range(1, 7)),
            ("模块", "一部分。\n\n**小**"),
            ("接口", "一扇门。\n\n**门**"),
        ],
    ),
    "the reader's answer above the right one, below a task of two paragraphs": (
        "".join(
            f"### Question {n} of 4\nYou have {n} servers that run apart. The team wants one.\n\n"
            f"What should you use?\n\nYour Answer\nA{n}\n\nThis answer is incorrect.\n"
            f"Correct Answer\nB{n}\n\nThis answer is correct.\nIt joins them.\n\n"
            for n in range(1, 5)
        ),
        [
            (
                f"You have {n} servers that run apart. The team wants one.\n\nWhat should you use?",
                f"Your Answer\nA{n}\n\nThis answer is incorrect.\nCorrect Answer\nB{n}\n\n"
                "This answer is correct.\nIt joins them.",
            )
            for n in range(1, 5)
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_bank_of_this_form_gives_its_questions(name: str) -> None:
    check(*CASES[name])

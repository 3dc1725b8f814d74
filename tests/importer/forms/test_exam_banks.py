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
}


@pytest.mark.parametrize("name", CASES)
def test_a_bank_of_this_form_gives_its_questions(name: str) -> None:
    check(*CASES[name])

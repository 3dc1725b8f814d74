"""Multiple choice: signs and marks of options, several on one line, spoilers, cells of tables."""

import pytest

from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "letters in code, alone in bold and before a dash": (
        "## 1. Which moon is ours?\n\n- `A`: Io\n- `B`: Luna\n\nAnswer: B\n\n"
        "## 2. Which planet has rings?\n\n**A** Mars\n**B** Saturn\n\nAnswer: B\n\n"
        "## 3. Which star is near?\n\nA - Sirius\nB - Vega\n\nAnswer: A\n",
        [
            ("Which moon is ours?", ["Io", "+Luna"], "B"),
            ("Which planet has rings?", ["Mars", "+Saturn"], "B"),
            ("Which star is near?", ["+Sirius", "Vega"], "A"),
        ],
    ),
    "roman numbers, circled numbers and syllables": (
        "# Quiz\n\n1. Which is a river?\n\ni) Oslo\nii) Volga\niii) Etna\n\nAnswer: ii\n\n"
        "2. 달은?\n\n① 이오 ② 루나 ③ 화성\n\nAnswer: ②, ①\n\n3. 별은?\n\n가. 화성\n나. 시리우스\n\n"
        "Answer: 나. 시리우스\n",
        [
            ("Which is a river?", ["Oslo", "+Volga", "Etna"], "ii"),
            ("달은?", ["+이오", "+루나", "화성"], "②, ①"),
            ("별은?", ["화성", "+시리우스"], "나. 시리우스"),
        ],
    ),
    "statements with Roman numbers above lettered options": (
        "# Quiz\n\n1. Which are true?\n\ni) Io is a moon.\nii) Vega is a moon.\n\n"
        "A) only i\nB) both\n\nAnswer: A\n\n2. Which are stars?\n\ni) Vega\nii) Sirius\n\n"
        "A) only i\nB) both\n\nAnswer: B\n",
        [
            (
                "Which are true?\n\ni) Io is a moon.\nii) Vega is a moon.",
                ["+only i", "both"],
                "A",
            ),
            ("Which are stars?\n\ni) Vega\nii) Sirius", ["only i", "+both"], "B"),
        ],
    ),
    "points of answers with circled numbers": (
        "## What makes tea good?\n\nTwo things:\n\n①leaves\n②water\n\nThe leaves count more.\n\n"
        "## What makes bread rise?\n\nYeast does.\n\n## What makes it brown?\n\nHeat does.\n",
        [
            (
                "What makes tea good?",
                "Two things:\n\n①leaves\n②water\n\nThe leaves count more.",
            ),
            ("What makes bread rise?", "Yeast does."),
            ("What makes it brown?", "Heat does."),
        ],
    ),
    "several options on a line, with bold letters, colons, tabs and dashes": (
        "# Quiz\n\n1. Which is a city?\n\n**A)** Oslo    **B)** Etna\n**C)** Volga\n\nAnswer: A\n\n"
        "2. Which is a river?\n\nA: Oslo B: Volga C: Etna\n\nAnswer: B\n\n"
        "3. Which is a volcano?\n\na)Oslo\tb)Volga - c)Etna\n\nAnswer: c\n",
        [
            ("Which is a city?", ["+Oslo", "Etna", "Volga"], "A"),
            ("Which is a river?", ["Oslo", "+Volga", "Etna"], "B"),
            ("Which is a volcano?", ["Oslo", "Volga", "+Etna"], "c"),
        ],
    ),
    "lists below statements, of which an item is underlined, starred or ticked": (
        "#1 The capital of Norway\n\n- <u>Oslo</u>\n- Bergen\n- Moss\n\n**Note:** Since 1814.\n\n"
        "#2 The longest river of Europe\n\n1. Danube\n2. Volga *\n3. Rhine\n\n"
        "#3 A volcano\n\n* Oslo\n* Etna ✅\n\nIt smokes.\n\n#4 A moon\n\n- ==Io==\n- Vega\n",
        [
            ("The capital of Norway", ["+Oslo", "Bergen", "Moss"], "Oslo\n\n**Note:** Since 1814."),
            ("The longest river of Europe", ["Danube", "+Volga", "Rhine"], "Volga"),
            ("A volcano", ["Oslo", "+Etna"], "Etna\n\nIt smokes."),
            ("A moon", ["+Io", "Vega"], "Io"),
        ],
    ),
    "spoilers": (
        "## Which moon is ours?\n\nA) Io\nB) Luna\n\n>!B!<\n\n"
        "## Which planet has rings?\n\nA) Mars\nB) Saturn\n\n||B||\n\n"
        "## Which star is near?\n\nA) Sirius\nB) Vega\n\nAnswer: ||A||\n",
        [
            ("Which moon is ours?", ["Io", "+Luna"], "B"),
            ("Which planet has rings?", ["Mars", "+Saturn"], "B"),
            ("Which star is near?", ["+Sirius", "Vega"], "A"),
        ],
    ),
    "options in the cell of their question": (
        "| Question | Answer |\n|---|---|\n"
        "| Which moon is ours?<br>A) Io<br>B) Luna | B |\n"
        "| Which planet has rings?<br>A) Mars<br>B) Saturn | B |\n",
        [
            ("Which moon is ours?", ["Io", "+Luna"], "B"),
            ("Which planet has rings?", ["Mars", "+Saturn"], "B"),
        ],
    ),
    "a letter between the options and a label of the explanation": (
        "".join(
            f"**{n}. Which moon is {n}?**\n\nA) Io\nB) Luna\n\n> B\n\n"
            "<details>\n<summary>Explanation</summary>\n\nIt is near.\n\n</details>\n\n"
            for n in (1, 2)
        ),
        [
            ("Which moon is 1?", ["Io", "+Luna"], "B\n\nIt is near."),
            ("Which moon is 2?", ["Io", "+Luna"], "B\n\nIt is near."),
        ],
    ),
    "remarks on each letter, and the text of the right option before a reason": (
        "- Which moon is ours?\n\n  A: Io\n\n  B: Luna\n\n  C: Ceres\n\n  D: Vega\n\n"
        "  Answer: Luna. It is near.\n\n  - A: far\n  - B: near\n  - C: small\n  - D: a star\n\n"
        "- Which planet has rings?\n\n  A: Mars\n\n  B: Saturn\n\n  C: Io\n\n  D: Ceres\n\n"
        "  Answer: Saturn. They are ice.\n\n  - A: red\n  - B: big\n  - C: a moon\n  - D: cold\n",
        [
            (
                "Which moon is ours?",
                ["Io", "+Luna", "Ceres", "Vega"],
                "Luna. It is near.\n\n- A: far\n- B: near\n- C: small\n- D: a star",
            ),
            (
                "Which planet has rings?",
                ["Mars", "+Saturn", "Io", "Ceres"],
                "Saturn. They are ice.\n\n- A: red\n- B: big\n- C: a moon\n- D: cold",
            ),
        ],
    ),
    "several numbers, and items that are labelled explanations": (
        "## Which are moons?\n\n1. Io\n2. Mars\n3. Luna\n\nAnswer: 1, 3\n\n"
        "- **Explanation:** Mars is none.\n\n## Which are stars?\n\n1. Vega\n2. Sirius\n3. Io\n\n"
        "Answer: 1 and 2\n\n- **Explanation:** Io is none.\n",
        [
            (
                "Which are moons?",
                ["+Io", "Mars", "+Luna"],
                "1, 3\n\n- **Explanation:** Mars is none.",
            ),
            (
                "Which are stars?",
                ["+Vega", "+Sirius", "Io"],
                "1 and 2\n\n- **Explanation:** Io is none.",
            ),
        ],
    ),
    "a key of numbers with their letters": (
        "# Quiz\n\n1. Our moon\n\n   A) Io\n   B) Luna\n\n2. A planet\n\n   A) Mars\n   B) Vega\n\n"
        "3. Stars\n\n   A) Vega\n   B) Sirius\n\n**Solutions**\n\n1B  2A  3A,B\n",
        [
            ("Our moon", ["Io", "+Luna"], "B"),
            ("A planet", ["+Mars", "Vega"], "A"),
            ("Stars", ["+Vega", "+Sirius"], "A,B"),
        ],
    ),
    "breaks and labelled items behind marked options": (
        "1. Which moon is ours?\n\n   A. Io<br>\n   B. **Luna**<br>\n   C. Ceres\n\n"
        "2. Which planet has rings?\n\n   + Mars\n   + Saturn ✅\n\n   - **Note:** Of ice.\n",
        [
            ("Which moon is ours?", ["Io", "+Luna", "Ceres"], "B) Luna"),
            ("Which planet has rings?", ["Mars", "+Saturn"], "Saturn\n\n- **Note:** Of ice."),
        ],
    ),
    "a table of options and letters, which is no key": (
        "| # | Question | Options | Answer |\n|---|---|---|---|\n"
        "| 1 | Our moon | A. Io<br>B. Luna | B |\n| 2 | A planet | A. Mars<br>B. Vega | A |\n"
        "| 3 | A star | A. Io<br>B. Vega | B |\n",
        [
            ("Our moon", ["Io", "+Luna"], "B"),
            ("A planet", ["+Mars", "Vega"], "A"),
            ("A star", ["Io", "+Vega"], "B"),
        ],
    ),
    "boxes between blank lines below sentences, one of them ticked": (
        "".join(f"### {n}. Moon {n} is\n\n- [ ] near\n\n- [x] far\n\n" for n in range(1, 6)),
        [(f"Moon {n} is", ["near", "+far"], "far") for n in range(1, 6)],
    ),
    "a column with all options": (
        "| No | Question | Options | Answer |\n|---|---|---|---|\n"
        "| 1 | Which moon is ours? | A. Io<br>B. Luna | B |\n"
        "| 2 | Which planet has rings? | A) Mars B) Saturn | B) Saturn |\n"
        "| 3 | Which star is near? | Sirius<br>Vega | Sirius |\n",
        [
            ("Which moon is ours?", ["Io", "+Luna"], "B"),
            ("Which planet has rings?", ["Mars", "+Saturn"], "B) Saturn"),
            ("Which star is near?", ["+Sirius", "Vega"], "Sirius"),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_options_are_read_whatever_their_signs_and_marks(case: Case) -> None:
    check(*case)

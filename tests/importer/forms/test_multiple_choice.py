"""Multiple choice: boxes, bold options, answers in folds, lines, quotations, tables and keys."""

import pytest

from drill.errors import DrillError
from drill.importer import import_document
from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "letters with a slash": (
        "# QCM\n\n1. Comment s'appelle la branche ?\n\na/ default\nb/ main\nc/ dev\n\n"
        "2. Quelle commande fusionne ?\n\na/ git merge\nb/ git add\n",
        [
            ("Comment s'appelle la branche ?", ["default", "main", "dev"], None),
            ("Quelle commande fusionne ?", ["git merge", "git add"], None),
        ],
    ),
    "a label of answers above boxes of which none is ticked": (
        "## Question 1\n\nQu'est-ce que React ?\n\n*Réponses* :\n- [ ] Un langage\n"
        "- [ ] Une librairie\n\n## Question 2\n\nQu'est-ce que le DOM ?\n\n*Réponses* :\n"
        "- [ ] Un arbre\n- [ ] Une page\n",
        [
            ("Qu'est-ce que React ?", ["Un langage", "Une librairie"], None),
            ("Qu'est-ce que le DOM ?", ["Un arbre", "Une page"], None),
        ],
    ),
    "bullets of which some are bold, above a remark, below text that no mark tells": (
        "# Lesson\n\nOne of these is a planet.\n\n- __Mars__\n- Vega\n\n> Vega is a star.\n\n"
        "Long ago it was a star. Which is it now?\n\n- a dwarf\n- **a hole**\n\n> It fell.\n\n"
        "Choose the stars.\n\n- **Vega**\n- Io\n- **Sirius**\n\n> Io is a moon.\n\n"
        "Which of them is ours?\n\n- Io\n- **Luna**\n",
        [
            ("One of these is a planet.", ["+Mars", "Vega"], "Mars\n\nVega is a star."),
            (
                "Long ago it was a star. Which is it now?",
                ["a dwarf", "+a hole"],
                "a hole\n\nIt fell.",
            ),
            (
                "Choose the stars.",
                ["+Vega", "Io", "+Sirius"],
                "Vega\n\nSirius\n\nIo is a moon.",
            ),
            ("Which of them is ours?", ["Io", "+Luna"], "Luna"),
        ],
    ),
    "labels in the plural": (
        "# Chemie\n\n## Frage 1\n**Was sind Metalle?**\n\n- [ ] A. Eisen\n- [ ] B. Zinn\n"
        "- [ ] C. Neon\n\n**Richtige Antworten:** A, B\n\n---\n\n"
        "## Frage 2\n**Was sind Gase?**\n\n- [ ] A. Eisen\n- [ ] B. Zinn\n- [ ] C. Neon\n\n"
        "**Richtige Antwort:** C\n",
        [
            ("Was sind Metalle?", ["+Eisen", "+Zinn", "Neon"], "A, B"),
            ("Was sind Gase?", ["Eisen", "Zinn", "+Neon"], "C"),
        ],
    ),
    "options of which one is highlighted, or has a star before it": (
        "# Quiz\n\n1. Which planet has rings?\n   a) ==Saturn==\n   b) Mars\n\n"
        "2. Which moon is ours?\n   a) Io\n   b) <mark>Luna</mark>\n\n"
        "3. Which is a star?\na) Ceres\n*b) Vega\n",
        [
            ("Which planet has rings?", ["+Saturn", "Mars"], "A) Saturn"),
            ("Which moon is ours?", ["Io", "+Luna"], "B) Luna"),
            ("Which is a star?", ["Ceres", "+Vega"], "B) Vega"),
        ],
    ),
    "a key whose numbers stand above their letters": (
        "# Quiz\n\n1. Which planet has rings?\n   A. Saturn\n   B. Mars\n\n"
        "2. Which moon is ours?\n   A. Io\n   B. Luna\n\n"
        "3. Which is a star?\n   A. Ceres\n   B. Vega\n\n## Answers\n\n"
        "| Question | 1 | 2 | 3 |\n|---|---|---|---|\n| Answer | A | B | B |\n",
        [
            ("Which planet has rings?", ["+Saturn", "Mars"], "A"),
            ("Which moon is ours?", ["Io", "+Luna"], "B"),
            ("Which is a star?", ["Ceres", "+Vega"], "B"),
        ],
    ),
    "the label of the last answer at the margin, below options in its item": (
        "# Quiz\n\n"
        + "\n".join(
            f"{n}. Which is {n}?\n\n        a) {n}\n        b) 9\n\nAnswer: a\n" for n in (1, 2, 3)
        ),
        [(f"Which is {n}?", [f"+{n}", "9"], "a") for n in (1, 2, 3)],
    ),
    "a folded answer that begins with the letter A": (
        "# Quiz\n\n"
        + "\n".join(
            f"### {n}. Which is {n}?\n\n- A) {n}\n- B) 9\n\n<details><summary>Answer</summary>\n\n"
            f"A) {n}. It is so.\n\n</details>\n"
            for n in (1, 2, 3)
        ),
        [(f"Which is {n}?", [f"+{n}", "9"], f"A) {n}. It is so.") for n in (1, 2, 3)],
    ),
    "two options that are one, which leave nothing to choose": (
        "# Quiz\n\n1. Which planet has rings?\n\nA. Saturn\nB. Saturn\n\nAnswer: A\n\n"
        "2. Which moon is ours?\n\nA. Luna\nB. Io\n\nAnswer: A\n",
        [("Which planet has rings?", "A"), ("Which moon is ours?", ["+Luna", "Io"], "A")],
    ),
    "a line above ticked options that gives the right ones away": (
        "# Preguntas\n\n### 1. ¿Cuál planeta tiene anillos?\n\n**Las correctas: B**\n\n"
        "- A. Marte\n- B. Saturno ✅\n\n"
        "### 2. ¿Cuáles son estrellas?\n\n**Las correctas: A, C**\n\n"
        "- A. Vega ✅\n- B. Luna\n- C. Sol ✅\n",
        [
            ("¿Cuál planeta tiene anillos?", ["Marte", "+Saturno"], "B) Saturno"),
            ("¿Cuáles son estrellas?", ["+Vega", "Luna", "+Sol"], "A) Vega\n\nC) Sol"),
        ],
    ),
    "a letter below the explanation, and a question that goes on behind a break": (
        "# Quiz\n\n1. A planet with rings is wanted. <br/> Which one has them? (Choose one.)\n"
        "   - A. Mars\n   - B. Saturn\n\n   <details><summary>Answer</summary>\n\n"
        "   They are ice.\n\n   **Answer:** B\n\n   </details>\n\n2. Which moon is ours?\n"
        "   - A. Luna\n   - B. Io\n\n   <details><summary>Answer</summary>\n\n"
        "   Io is of Jupiter.\n\n   **Answer:** A\n\n   </details>\n",
        [
            (
                "A planet with rings is wanted.\n\nWhich one has them? (Choose one.)",
                ["Mars", "+Saturn"],
                "They are ice.",
            ),
            ("Which moon is ours?", ["+Luna", "Io"], "Io is of Jupiter."),
        ],
    ),
    "a table of numbers and letters below an unknown title": (
        "# Mock exam\n\n1. Which planet has rings?\n\nA. Mars\nB. Saturn\n\n"
        "2. Which moon is ours?\n\nA. Luna\nB. Io\n\n3. Which are stars?\n\nA. Vega\nB. Sun\n\n"
        "## Rationale\n\n| # | Letter | Why |\n|---|---|---|\n| 1 | **B** | They are ice. |\n"
        "| 2 | **A** | Io is of Jupiter. |\n| 3 | **A, B** | Both shine. |\n",
        [
            ("Which planet has rings?", ["Mars", "+Saturn"], "**B**\n\nThey are ice."),
            ("Which moon is ours?", ["+Luna", "Io"], "**A**\n\nIo is of Jupiter."),
            ("Which are stars?", ["+Vega", "+Sun"], "**A, B**\n\nBoth shine."),
        ],
    ),
    "a question below its number, fields and a heading": (
        "# 面试题\n\n"
        "## 第 1 题 🟢\n\n**难度：** 简单  \n**标签：** 命令\n\n### 题目\n\n哪个列出文件？\n\n"
        "**选项：**\n- A. ls\n- B. cd\n\n<details>\n<summary>查看答案</summary>\n\n"
        "### ✅ 正确答案：A\n\n</details>\n\n"
        "## 第 2 题 🟢\n\n**难度：** 简单  \n**标签：** 命令\n\n### 题目\n\n哪个切换目录？\n\n"
        "**选项：**\n- A. ls\n- B. cd\n\n<details>\n<summary>查看答案</summary>\n\n"
        "### ✅ 正确答案：B\n\n</details>\n",
        [
            ("哪个列出文件？", ["+ls", "cd"], "A"),
            ("哪个切换目录？", ["ls", "+cd"], "B"),
        ],
    ),
    "statements that are true or false": (
        "# Review\n\n1. Threads share memory.\n   - **True**\n   - False\n"
        "2. Processes share memory.\n   - True\n   - **False**\n"
        "3. A core runs one thread.\n   - **True**\n   - False\n",
        [
            ("Threads share memory.", ["+True", "False"], "True"),
            ("Processes share memory.", ["True", "+False"], "False"),
            ("A core runs one thread.", ["+True", "False"], "True"),
        ],
    ),
    "an unknown word before the option that is right": (
        "# Test\n\n1. ¿Qué capa encamina?\n\n- Enlace\n- Red\n\nCORRECTA: Red\n\n"
        "2. ¿Qué puerto usa HTTPS?\n\n- 80\n- 443\n\nCORRECTA: 443\n\n"
        "3. ¿Qué asigna direcciones?\n\n- DHCP\n- DNS\n\nCORRECTA: DHCP\n",
        [
            ("¿Qué capa encamina?", ["Enlace", "+Red"], "Red"),
            ("¿Qué puerto usa HTTPS?", ["80", "+443"], "443"),
            ("¿Qué asigna direcciones?", ["+DHCP", "DNS"], "DHCP"),
        ],
    ),
    "plain lines above an answer that repeats one": (
        "# Git\n\nWhich file lists ignored paths?\n\n.gitignore\n.gitkeep\n\nAnswer: .gitignore\n\n"
        "Which command shows history?\n\ngit log\ngit diff\n\nAnswer: git log\n\n"
        "Which command shows changes?\n\ngit log\ngit diff\n\nAnswer: git diff\n",
        [
            ("Which file lists ignored paths?", ["+.gitignore", ".gitkeep"], ".gitignore"),
            ("Which command shows history?", ["+git log", "git diff"], "git log"),
            ("Which command shows changes?", ["git log", "+git diff"], "git diff"),
        ],
    ),
    "remarks that are quoted below each option": (
        "# Quiz\n\n## Question 1\n\nWhich one stores objects?\n\n"
        "- [ ] A. A queue\n> It holds messages.\n"
        "- [x] B. A bucket\n> It holds objects.\n\n"
        "## Question 2\n\nWhich one runs?\n\n"
        "- [x] A. A cluster\n> It does.\n- [ ] B. A bucket\n> It stores.\n",
        [
            (
                "Which one stores objects?",
                ["A queue", "+A bucket"],
                "B) A bucket\n\nA) A queue: It holds messages.\n\nB) A bucket: It holds objects.",
            ),
            (
                "Which one runs?",
                ["+A cluster", "A bucket"],
                "A) A cluster\n\nA) A cluster: It does.\n\nB) A bucket: It stores.",
            ),
        ],
    ),
    "remarks between options above a line with the right letter": (
        "# Quiz\n\n1. Which is a shell?\n\n   a) vim\n\n"
        "   > An editor.\n\n   b) bash\n\n   > A shell.\n\n"
        "   **Answer: b**\n\n2. Which is an editor?\n\n   a) vim\n\n"
        "   > An editor.\n\n   b) bash\n\n"
        "   > A shell.\n\n   **Answer: a**\n",
        [
            ("Which is a shell?", ["vim", "+bash"], "b\n\nA) vim: An editor.\n\nB) bash: A shell."),
            (
                "Which is an editor?",
                ["+vim", "bash"],
                "a\n\nA) vim: An editor.\n\nB) bash: A shell.",
            ),
        ],
    ),
    "letters by number at the end of the document, without a title": (
        "# Examen\n\n1) ¿Qué hace `chmod`?\na) Permisos\nb) Dueño\n\n"
        "2) ¿Qué hace `chown`?\na) Permisos\nb) Dueño\n\n"
        "3) ¿Qué hace `pwd`?\na) La carpeta\nb) La clave\n\n1-a, 2-b, 3-a\n",
        [
            ("¿Qué hace `chmod`?", ["+Permisos", "Dueño"], "A"),
            ("¿Qué hace `chown`?", ["Permisos", "+Dueño"], "B"),
            ("¿Qué hace `pwd`?", ["+La carpeta", "La clave"], "A"),
        ],
    ),
    "a key for numbered options in quotations": (
        "# 测验\n\n1. 哪个命令列出文件？\n\n> 1. ls\n> 2. cd\n\n"
        "2. 哪个命令切换目录？\n\n> 1. ls\n> 2. cd\n\n"
        "3. 哪个命令删除文件？\n\n> 1. cd\n> 2. rm\n\n## 答案\n\n1. 1\n2. 2\n3. 2\n",
        [
            ("哪个命令列出文件？", ["+ls", "cd"], "ls"),
            ("哪个命令切换目录？", ["ls", "+cd"], "cd"),
            ("哪个命令删除文件？", ["cd", "+rm"], "rm"),
        ],
    ),
    "a list to choose from without a word of what is right": (
        "# Test\n\n問1: 次のうち、移動する命令を選びなさい。\n1. cp\n1. cd\n\n"
        "問2:"
        " 「d$」を使う。\nその動作を以下の中から一つ選びなさい。\n1. 左を消す\n1. 右を消す\n\n"
        "問3: Which of the following is a shell?\n- bash\n- vim\n",
        [
            ("次のうち、移動する命令を選びなさい。", ["cp", "cd"], None),
            (
                "「d$」を使う。\n\nその動作を以下の中から一つ選びなさい。",
                ["左を消す", "右を消す"],
                None,
            ),
            ("Which of the following is a shell?", ["bash", "vim"], None),
        ],
    ),
    "round boxes": (
        "# Quiz\n\n1. Which planet has rings?\n\n    - (x) Saturn\n    - ( ) Mars\n\n"
        "2. Which moon is ours?\n\n    - ( ) Io\n    - (x) Luna\n\n"
        "3. Which of these are stars?\n\n    - (x) Vega\n    - ( ) Pluto\n    - (x) Sirius\n",
        [
            ("Which planet has rings?", ["+Saturn", "Mars"], "Saturn"),
            ("Which moon is ours?", ["Io", "+Luna"], "Luna"),
            ("Which of these are stars?", ["+Vega", "Pluto", "+Sirius"], "Vega\n\nSirius"),
        ],
    ),
    "a numbered list that its page shows with letters": (
        '# Quiz\n\n#### Which planet has rings?\n\n<div class="alpha" markdown>\n1. Mars\n'
        '2. Saturn\n</div>\n\n??? question "Show Answer"\n'
        "    The correct answer is **B**. Its rings are ice.\n\n"
        '#### Which moon is ours?\n\n<div class="alpha" markdown>\n1. Luna\n2. Io\n</div>\n\n'
        '??? question "Show Answer"\n    The correct answer is **A**. Io is of Jupiter.\n',
        [
            (
                "Which planet has rings?",
                ["Mars", "+Saturn"],
                "The correct answer is **B**. Its rings are ice.",
            ),
            (
                "Which moon is ours?",
                ["+Luna", "Io"],
                "The correct answer is **A**. Io is of Jupiter.",
            ),
        ],
    ),
    "options that the answer lists again with boxes": (
        "## Q1: 輪があるのはどれか？\n\n### 選択肢\n\n- 火星\n- 土星\n\n### 回答欄\n\n"
        ":::details 回答を見る\n輪は氷である。\n\n- [ ] 火星\n- [x] 土星\n\n:::\n\n"
        "## Q2: 地球の衛星はどれか？\n\n### 選択肢\n\n- 月\n- イオ\n\n### 回答欄\n\n"
        ":::details 回答を見る\n- [x] 月\n- [ ] イオ\n\n:::\n",
        [
            ("輪があるのはどれか？", ["火星", "+土星"], "輪は氷である。"),
            ("地球の衛星はどれか？", ["+月", "イオ"], "月"),
        ],
    ),
    "an answer that is an option's number, right after its label": (
        "# Quiz\n\nQ1. Which planet has rings?\n1. Mars\n1. Saturn\n\nA.2\n\n"
        "Q2. Which moon is ours?\n1. Luna\n1. Io\n\nA.1\n\n"
        "Q3. Which star is ours?\n1. Vega\n1. Sun\n\nA.2\n",
        [
            ("Which planet has rings?", ["Mars", "+Saturn"], "Saturn"),
            ("Which moon is ours?", ["+Luna", "Io"], "Luna"),
            ("Which star is ours?", ["Vega", "+Sun"], "Sun"),
        ],
    ),
    "mcq checked": (
        """\
# Git quiz

Test yourself. Each question has one right answer.

1. Which command stages a file?

   - [ ] git commit
   - [x] git add
   - [ ] git push

2. What does `git fetch` do?

   - [ ] Merges the remote branch
   - [x] Downloads objects and refs
   - [ ] Deletes the remote

3. Which file lists ignored paths?

   - [x] .gitignore
   - [ ] .gitkeep
   - [ ] .gitattributes
""",
        [
            ("Which command stages a file?", ["git commit", "+git add", "git push"], "git add"),
            (
                "What does `git fetch` do?",
                ["Merges the remote branch", "+Downloads objects and refs", "Deletes the remote"],
                "Downloads objects and refs",
            ),
            (
                "Which file lists ignored paths?",
                ["+.gitignore", ".gitkeep", ".gitattributes"],
                ".gitignore",
            ),
        ],
    ),
    "li code options": (
        """\
## Python (quiz)

#### Q1. What is an abstract class?

- [ ] An abstract class is the name for any class.
- [x] An abstract class exists only so that other classes inherit from it.
- [ ] There is no such thing.

[reference](https://example.org/abstract)

#### Q2. Which code prints 1?

- [ ]

```python
print(0)
```

- [x]

```python
# prints
print(1)
```

- [ ]

```python
print(2)
```

#### Q3. What does this print?

```python
x = 5
```

- [ ] 4
- [x] `5`
- [ ] Nothing; it raises `NameError`

**Explanation**: the name is bound.

#### Q4. What is the right syntax?

- [ ] `if x = 1`
- [x] `if x == 1:`
- [ ] `if (x == 1) then`
""",
        [
            (
                "What is an abstract class?",
                [
                    "An abstract class is the name for any class.",
                    "+An abstract class exists only so that other classes inherit from it.",
                    "There is no such thing.",
                ],
                "An abstract class exists only so that other classes inherit from it.\n\n[reference](https://example.org/abstract)",
            ),
            (
                "Which code prints 1?",
                [
                    "```python\nprint(0)\n```",
                    "+```python\n# prints\nprint(1)\n```",
                    "```python\nprint(2)\n```",
                ],
                "```python\n# prints\nprint(1)\n```",
            ),
            (
                "What does this print?\n\n```python\nx = 5\n```",
                ["4", "+`5`", "Nothing; it raises `NameError`"],
                "`5`\n\n**Explanation**: the name is bound.",
            ),
            (
                "What is the right syntax?",
                ["`if x = 1`", "+`if x == 1:`", "`if (x == 1) then`"],
                "`if x == 1:`",
            ),
        ],
    ),
    "mcq details": (
        """\
# Python quiz

**[⬆ Back to top](#python-quiz)**

### Question 1

What is the output of this code?

```python
print([1, 2][-1])
```

A) 1
B) 2
C) IndexError

<details>
<summary>Answer</summary>

**B) 2**

Negative indices count from the end.

</details>

### Question 2

Which type is immutable?

A) list
B) dict
C) tuple

<details>
<summary>Answer</summary>

**C) tuple**

</details>
""",
        [
            (
                "What is the output of this code?\n\n```python\nprint([1, 2][-1])\n```",
                ["1", "+2", "IndexError"],
                "**B) 2**\n\nNegative indices count from the end.",
            ),
            ("Which type is immutable?", ["list", "dict", "+tuple"], "**C) tuple**"),
        ],
    ),
    "mcq answer line": (
        """\
## AWS Practice Exam

1. Which service stores objects?
    - A. EC2
    - B. S3
    - C. RDS
    - D. Lambda

    Correct answer: B

2. Which service runs functions?
    - A. EC2
    - B. S3
    - C. RDS
    - D. Lambda

    Correct answer: D

3. Which one is a relational database?
    - A. EC2
    - B. S3
    - C. RDS
    - D. Lambda

    Correct answer: C
""",
        [
            ("Which service stores objects?", ["EC2", "+S3", "RDS", "Lambda"], "B"),
            ("Which service runs functions?", ["EC2", "S3", "RDS", "+Lambda"], "D"),
            ("Which one is a relational database?", ["EC2", "S3", "+RDS", "Lambda"], "C"),
        ],
    ),
    "mcq bold": (
        """\
# Quiz

**1. Which planet is the largest?**

- A. Mars
- **B. Jupiter**
- C. Venus

**2. Which planet is the hottest?**

- A. Mars
- B. Jupiter
- **C. Venus**

**3. Which planet is red?**

- **A. Mars**
- B. Jupiter
- C. Venus
""",
        [
            ("Which planet is the largest?", ["Mars", "+Jupiter", "Venus"], "B) Jupiter"),
            ("Which planet is the hottest?", ["Mars", "Jupiter", "+Venus"], "C) Venus"),
            ("Which planet is red?", ["+Mars", "Jupiter", "Venus"], "A) Mars"),
        ],
    ),
    "ans quote": (
        """\
# Quiz

**1. Which keyword defines a constant?**

A. var
B. let
C. const

> Answer: C

**2. Which is falsy?**

A. "0"
B. 0
C. []

> Answer: B

**3. Which loops?**

A. if
B. for
C. switch

> Answer: B
""",
        [
            ("Which keyword defines a constant?", ["var", "let", "+const"], "C"),
            ("Which is falsy?", ['"0"', "+0", "[]"], "B"),
            ("Which loops?", ["if", "+for", "switch"], "B"),
        ],
    ),
    "ans ru mcq": (
        """\
# Тест

### Вопрос 1

Какой тег создаёт ссылку?

- A) `<p>`
- B) `<a>`
- C) `<b>`

**Правильный ответ:** B

### Вопрос 2

Какой тег выводит картинку?

- A) `<img>`
- B) `<pic>`
- C) `<src>`

**Правильный ответ:** A
""",
        [
            ("Какой тег создаёт ссылку?", ["`<p>`", "+`<a>`", "`<b>`"], "B"),
            ("Какой тег выводит картинку?", ["+`<img>`", "`<pic>`", "`<src>`"], "A"),
        ],
    ),
    "q3 bold answer": (
        """\
# Exam

## Question 1

**Which protocol is connectionless?**

- A. TCP
- B. UDP

**Answer:** B

**Explanation:** UDP sends datagrams.

## Question 2

**Which layer routes?**

- A. Network
- B. Transport

**Answer:** A

**Explanation:** IP is there.
""",
        [
            (
                "Which protocol is connectionless?",
                ["TCP", "+UDP"],
                "B\n\n**Explanation:** UDP sends datagrams.",
            ),
            (
                "Which layer routes?",
                ["+Network", "Transport"],
                "A\n\n**Explanation:** IP is there.",
            ),
        ],
    ),
    "table mcq": (
        """\
# Quiz

| Question | A | B | C | Answer |
|---|---|---|---|---|
| What is 2+2? | 3 | 4 | 5 | B |
| What is 3*3? | 9 | 6 | 3 | A |
""",
        [
            ("What is 2+2?", ["3", "+4", "5"], "B"),
            ("What is 3*3?", ["+9", "6", "3"], "A"),
        ],
    ),
    "mcq key end": (
        """\
# Biology test

## Questions

1. What is the powerhouse of the cell?
   A. Nucleus
   B. Mitochondrion
   C. Ribosome

2. Which molecule carries genetic information?
   A. DNA
   B. ATP
   C. Glucose

3. What do plants release in photosynthesis?
   A. Nitrogen
   B. Carbon dioxide
   C. Oxygen

## Answer Key

1. B
2. A
3. C
""",
        [
            (
                "What is the powerhouse of the cell?",
                ["Nucleus", "+Mitochondrion", "Ribosome"],
                "B",
            ),
            ("Which molecule carries genetic information?", ["+DNA", "ATP", "Glucose"], "A"),
            (
                "What do plants release in photosynthesis?",
                ["Nitrogen", "Carbon dioxide", "+Oxygen"],
                "C",
            ),
        ],
    ),
    "mcq key end ru": (
        """\
# Тест по истории

**1. В каком году началась Вторая мировая война?**

а) 1938
б) 1939
в) 1941

**2. Кто был первым президентом США?**

а) Линкольн
б) Вашингтон
в) Джефферсон

**3. Где проходил Венский конгресс?**

а) в Вене
б) в Париже
в) в Берлине

## Ответы

1 - б, 2 - б, 3 - а
""",
        [
            ("В каком году началась Вторая мировая война?", ["1938", "+1939", "1941"], "Б"),
            (
                "Кто был первым президентом США?",
                ["Линкольн", "+Вашингтон", "Джефферсон"],
                "Б",
            ),
            ("Где проходил Венский конгресс?", ["+в Вене", "в Париже", "в Берлине"], "А"),
        ],
    ),
    "key table zh": (
        """\
# 计算机基础试题

1. 以下哪个是操作系统？
- A. Linux
- B. Word
- C. Photoshop

2. 一个字节有多少位？
- A. 4
- B. 8
- C. 16

3. TCP 属于哪一层？
- A. 应用层
- B. 传输层
- C. 网络层

## 参考答案

| 题号 | 答案 |
|---|---|
| 1 | A |
| 2 | B |
| 3 | B |
""",
        [
            ("以下哪个是操作系统？", ["+Linux", "Word", "Photoshop"], "A"),
            ("一个字节有多少位？", ["4", "+8", "16"], "B"),
            ("TCP 属于哪一层？", ["应用层", "+传输层", "网络层"], "B"),
        ],
    ),
    "key long": (
        """\
# Physics review

## Questions

1. What is inertia?
2. State Newton's second law.
3. Why do astronauts float?

## Answers

1. The tendency of a body to keep its state of motion.

   It grows with mass.
2. Force equals mass times acceleration, $F = ma$.
3. They are in free fall, together with the station.
""",
        [
            (
                "What is inertia?",
                "The tendency of a body to keep its state of motion.\n\nIt grows with mass.",
            ),
            ("State Newton's second law.", "Force equals mass times acceleration, $F = ma$."),
            ("Why do astronauts float?", "They are in free fall, together with the station."),
        ],
    ),
    "key sections": (
        """\
# Workbook

## Chapter 1

### Questions

1. What is a noun?
2. What is a verb?

### Answers

1. A word for a thing.
2. A word for an action.

## Chapter 2

### Questions

1. What is a clause?
2. What is a phrase?

### Answers

1. It has a verb.
2. It has none.
""",
        [
            ("What is a noun?", "A word for a thing."),
            ("What is a verb?", "A word for an action."),
            ("What is a clause?", "It has a verb."),
            ("What is a phrase?", "It has none."),
        ],
    ),
    "key inline": (
        """\
# Trivia quiz

1. What is the capital of Italy?
   - a) Milan
   - b) Rome
   - c) Turin
2. What is the longest river?
   - a) Nile
   - b) Danube
   - c) Rhine
3. What is the highest mountain?
   - a) K2
   - b) Mont Blanc
   - c) Everest

**Answer key:** 1-b, 2-a, 3-c
""",
        [
            ("What is the capital of Italy?", ["Milan", "+Rome", "Turin"], "B"),
            ("What is the longest river?", ["+Nile", "Danube", "Rhine"], "A"),
            ("What is the highest mountain?", ["K2", "Mont Blanc", "+Everest"], "C"),
        ],
    ),
    "key details": (
        """\
# Trivia quiz

### 1. What is the capital of Italy?

a) Milan
b) Rome

### 2. What is the longest river?

a) Nile
b) Danube

<details>
<summary>Answers</summary>

1. b
2. a

</details>
""",
        [
            ("What is the capital of Italy?", ["Milan", "+Rome"], "b"),
            ("What is the longest river?", ["+Nile", "Danube"], "a"),
        ],
    ),
    "key heads": (
        """\
# Exam

## Questions

### Question 1

What does HTTP stand for?

### Question 2

What does TLS protect?

## Answers

### Question 1

HyperText Transfer Protocol.

### Question 2

The connection.

It uses certificates.
""",
        [
            ("What does HTTP stand for?", "HyperText Transfer Protocol."),
            ("What does TLS protect?", "The connection.\n\nIt uses certificates."),
        ],
    ),
    "key es": (
        """\
# Examen

**1.** ¿Cuál es la capital de Perú?

a) Quito
b) Lima
c) Bogotá

**2.** ¿Cuál es la capital de Chile?

a) Santiago
b) La Paz
c) Lima

**Respuestas**

1. b) Lima
2. a) Santiago
""",
        [
            ("¿Cuál es la capital de Perú?", ["Quito", "+Lima", "Bogotá"], "b) Lima"),
            ("¿Cuál es la capital de Chile?", ["+Santiago", "La Paz", "Lima"], "a) Santiago"),
        ],
    ),
    "key multi": (
        """\
# Cloud quiz

1. Which are storage services? (Choose two)

   A. S3
   B. EC2
   C. EBS

2. Which is compute?

   A. S3
   B. EC2

---

### Answer Key

1. A, C - both keep data.
2. B - it runs machines.
""",
        [
            (
                "Which are storage services? (Choose two)",
                ["+S3", "EC2", "+EBS"],
                "A, C - both keep data.",
            ),
            ("Which is compute?", ["S3", "+EC2"], "B - it runs machines."),
        ],
    ),
    "zh mcq inline": (
        """\
# 选择题

1. 下列哪个是关系型数据库？（ ）
   A. Redis
   B. MySQL
   C. MongoDB

   答案：B

2. HTTP 默认端口是？（ ）
   A. 21
   B. 80
   C. 443

   答案：B
   解析：443 是 HTTPS。
""",
        [
            ("下列哪个是关系型数据库？（ ）", ["Redis", "+MySQL", "MongoDB"], "B"),
            ("HTTP 默认端口是？（ ）", ["21", "+80", "443"], "B\n解析：443 是 HTTPS。"),
        ],
    ),
    "emoji answer mcq": (
        """\
### 1. Which is a JS framework?

- Vue ✅
- Django
- Flask

### 2. Which is a database?

- Kafka
- Postgres ✅
- Nginx
""",
        [
            ("Which is a JS framework?", ["+Vue", "Django", "Flask"], "Vue"),
            ("Which is a database?", ["Kafka", "+Postgres", "Nginx"], "Postgres"),
        ],
    ),
    "mcq abcd caps para": (
        """\
# Oracle practice test

QUESTION 1

Which statement is true about views?

A. They store data
B. They store a query
C. They are tables

Answer: B

QUESTION 2

Which clause filters groups?

A. WHERE
B. HAVING
C. ORDER BY

Answer: B

Explanation: WHERE filters rows.

QUESTION 3

Which command undoes changes?

A. COMMIT
B. ROLLBACK
C. SAVEPOINT

Answer: B
""",
        [
            (
                "Which statement is true about views?",
                ["They store data", "+They store a query", "They are tables"],
                "B",
            ),
            (
                "Which clause filters groups?",
                ["WHERE", "+HAVING", "ORDER BY"],
                "B\n\nExplanation: WHERE filters rows.",
            ),
            ("Which command undoes changes?", ["COMMIT", "+ROLLBACK", "SAVEPOINT"], "B"),
        ],
    ),
    "check mcq num lines": (
        """\
# Cisco

1) Which protocol assigns addresses?
- [ ] DNS
- [x] DHCP
- [ ] NTP

2) Which port does SSH use?
- [x] 22
- [ ] 23
- [ ] 25

3) Select all routing protocols.
- [x] OSPF
- [x] BGP
- [ ] SMTP
""",
        [
            ("Which protocol assigns addresses?", ["DNS", "+DHCP", "NTP"], "DHCP"),
            ("Which port does SSH use?", ["+22", "23", "25"], "22"),
            ("Select all routing protocols.", ["+OSPF", "+BGP", "SMTP"], "OSPF\n\nBGP"),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_document_of_this_form_gives_its_questions(name: str) -> None:
    check(*CASES[name])


def test_sentences_left_open_above_options_are_questions_where_others_ask() -> None:
    stems = ("Which is the largest?", "All of these are red EXCEPT:", "The capital of Peru is:")
    text = "\n\n".join(f"{stem}\n\na) one\n\nb) two\n\nc) three" for stem in stems)
    assert [
        question.text for question in import_document(text.encode(), "x.md").deck.questions
    ] == [*stems]
    manual = text.replace("Which is the largest?", "Do one of these:")
    with pytest.raises(DrillError, match="no questions found"):
        import_document(manual.encode(), "x.md")

"""Habits and slips of authors: answers as headings, wrong levels, marks of exams, navigation."""

import pytest

from drill.importer import NoQuestions, import_document
from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "answers that are headings, deeper than the questions": (
        "### CORS가 무엇인가요?\n\n#### 다른 출처의 요청을 정하는 규칙이다.\n\n<br/>\n\n"
        "### SEO가 무엇인가요?\n\n#### 검색에 맞추는 일이다.\n\n#### 제목이 중요하다.\n",
        [
            ("CORS가 무엇인가요?", "#### 다른 출처의 요청을 정하는 규칙이다."),
            ("SEO가 무엇인가요?", "#### 검색에 맞추는 일이다.\n\n#### 제목이 중요하다."),
        ],
    ),
    "options above a remark at the end of the document": (
        "".join(
            f"### 問題{n}\n{n}はどれか。\n- A: 甲\n- B: 乙\nanswer: B\nexplanation: {n}は乙。\n\n"
            + ("---\n\n## 第二章\n\n" if n == 2 else "")
            for n in range(1, 5)
        )
        + "---\n\n> 本問題集は学習用です。\n",
        [(f"{n}はどれか。", ["甲", "+乙"], f"B\nexplanation: {n}は乙。") for n in range(1, 5)],
    ),
    "answers of several quotations, with a list between": (
        "### Где лагерь?\n> В Крыму.\n\n### Когда лагерь?\n> Летом.\n\n"
        "### Чему учат?\n> Многому:\n- коду\n- схемам\n\n> И отдыху.\n",
        [
            ("Где лагерь?", "В Крыму."),
            ("Когда лагерь?", "Летом."),
            ("Чему учат?", "> Многому:\n- коду\n- схемам\n\n> И отдыху."),
        ],
    ),
    "code of the answer below a title that is a whole sentence": (
        "".join(f"**{n}. What is {n}?**\n* A number.\n* Small.\n\n" for n in range(1, 7))
        + "**7. Example: a filter.**\n```java\nlist.filter(x);\n```\n* Stops early.\n",
        [(f"What is {n}?", "* A number.\n* Small.") for n in range(1, 7)]
        + [("Example: a filter.", "```java\nlist.filter(x);\n```\n* Stops early.")],
    ),
    "labels that rate the answer": (
        "#### Q1\n\n__What is a?__\n\n__ANSWER: One.__\n\n---\n#### Q2\n\n__What is b?__\n\n"
        "__3 point answer: Two.__\n\n---\n#### Q3\n\n__What is c?__\n\n"
        "__Acceptable ANSWER: Three.__\n",
        [("What is a?", "One."), ("What is b?", "Two."), ("What is c?", "Three.")],
    ),
    "bold bullets that head the bullets inside them": (
        "".join(
            f"**Q{n}: What is {n}?**\n- **Trả lời dễ:**\n  - Một.\n\n"
            "- **Trả lời khó:**\n  - Hai.\n\n"
            for n in range(1, 5)
        ),
        [
            (f"What is {n}?", "- **Trả lời dễ:**\n  - Một.\n\n- **Trả lời khó:**\n  - Hai.")
            for n in range(1, 5)
        ],
    ),
    "a question of a deeper level right below its chapter": (
        "# Interview\n\n## Networks\n\n#### What is DHCP\n\n- It gives addresses.\n\n"
        "### What is DNS\n\n- It finds names.\n\n### What is a LAN\n\nA network.\n\n"
        "#### What is inside\n\nCables.\n\n## Clouds\n\n### What is a cloud\n\nA computer.\n",
        [
            ("What is DHCP", "- It gives addresses."),
            ("What is DNS", "- It finds names."),
            ("What is a LAN", "A network.\n\n#### What is inside\n\nCables."),
            ("What is a cloud", "A computer."),
        ],
    ),
    "bold lines that state a problem among many that ask": (
        "# FAQ\n\n"
        + "".join(f"**Czy działa część {n}?**\nTak.\n\n" for n in range(1, 10))
        + "**Dźwięk jest zniekształcony.**\nZmień kabel.\n",
        [(f"Czy działa część {n}?", "Tak.") for n in range(1, 10)]
        + [("Dźwięk jest zniekształcony.", "Zmień kabel.")],
    ),
    "what kind of answer it is, in brackets before the colon": (
        "### Frage 1: Schreibe die Tabelle Kunde.\n\n**Antwort (Muster, SQL Server):**\n\n"
        "Eine Tabelle.\n\n### Frage 2: Was ist ein Schlüssel?\n\n**Antwort:**\n\nEine Spalte.\n",
        [
            ("Schreibe die Tabelle Kunde.", "Eine Tabelle."),
            ("Was ist ein Schlüssel?", "Eine Spalte."),
        ],
    ),
    "anchors above the questions are no text below a rule": (
        "# FAQ\n\n"
        + "".join(
            f'---\n\n<span id="q{n}"></span>\n\n## Comment faire {n} ?\n\nAinsi.\n\nOu non.\n\n'
            for n in range(1, 5)
        )
        + "---\n\nMerci. À bientôt.\n",
        [(f"Comment faire {n} ?", "Ainsi.\n\nOu non.") for n in range(1, 5)],
    ),
    "spaces of HTML before a title": (
        "# 면접\n\n"
        "<details>\n<summary>&nbsp; 스택이 무엇인가요?</summary>\n\n쌓는 것.\n\n</details>\n\n"
        "<details>\n<summary>&nbsp; 큐가 무엇인가요?</summary>\n\n줄 세우는 것.\n\n</details>\n",
        [("스택이 무엇인가요?", "쌓는 것."), ("큐가 무엇인가요?", "줄 세우는 것.")],
    ),
    "links back to the list of questions": (
        "# Вопросы\n\n"
        + "".join(
            f"### Что такое {n}?\n\nЭто {n}.\n\n**[вернуться к списку вопросов](#список)**\n\n"
            for n in "абв"
        ),
        [(f"Что такое {n}?", f"Это {n}.") for n in "абв"],
    ),
    "a short and a long answer, in words that are known and in others": (
        "# FAQ\n\n"
        + "".join(
            f"## What is {n}?\n\n**Short answer:** {n}.\n\n**Long answer:** Only {n}.\n\n"
            for n in "abc"
        ),
        [(f"What is {n}?", f"**Short answer:** {n}.\n\n**Long answer:** Only {n}.") for n in "abc"],
    ),
    "a short and a long answer, in other words": (
        "# Dúvidas\n\n"
        + "".join(
            f"## O que é {n}?\n\n*Resposta curta:* {n}.\n\n*Resposta longa:* Só {n}.\n\n"
            for n in "abc"
        ),
        [(f"O que é {n}?", f"*Resposta curta:* {n}.\n\n*Resposta longa:* Só {n}.") for n in "abc"],
    ),
    "a plus behind the right option, or a star before it": (
        "# Тест\n\n1. Что верно?\n   а) один\n   б) два +\n   в) три\n\n"
        "2. Что такое ЦП?\n*а) один\nб) два\nв) три\n",
        [
            ("Что верно?", ["один", "+два", "три"], "Б) два"),
            ("Что такое ЦП?", ["+один", "два", "три"], "А) один"),
        ],
    ),
    "the letter of the right option in a blank of the title, options on one line": (
        "# 试题\n\n1. 下列哪个正确（ B ）\n\nA. 一　B. 二　C. 三\n\n2. 第三层是（ C ）。\n\n"
        "A、物理 B、链路 C、网络\n\n3. 错误的是（ A ）\n\nA. 甲　B. 乙　C. 丙\n",
        [
            ("下列哪个正确（ ）", ["一", "+二", "三"], "B) 二"),
            ("第三层是（ ）。", ["物理", "链路", "+网络"], "C) 网络"),
            ("错误的是（ ）", ["+甲", "乙", "丙"], "A) 甲"),
        ],
    ),
    "points, makers and levels in brackets behind the number of a question": (
        "# Quiz\n\n**Question 1** [Vendor: X] [Niveau: P]\n**Contexte:** Un client a 12 nœuds.\n"
        "Combien sont permis ?\n\nA) 8\nB) 24\n\n**Réponse correcte:** B\n\n"
        "**Question 2** (2 points)\nQu'est-ce qu'un nœud ?\n\nA) Un disque\nB) Un serveur\n\n"
        "**Réponse correcte:** B\n",
        [
            (
                "Contexte: Un client a 12 nœuds.\n\nCombien sont permis ?",
                ["8", "+24"],
                "B",
            ),
            ("Qu'est-ce qu'un nœud ?", ["Un disque", "+Un serveur"], "B"),
        ],
    ),
    "contents that list chapters of questions": (
        "# Questões de entrevista\n\n"
        + "".join(f"1. [Questões de {n}](#{n})\n" for n in "abcdefghij")
        + "\n"
        + "".join(
            f"#### [⬆](#toc) <a name='{n}'>Questões de {n}:</a>\n\n"
            f"* O que é {n}?\n* Descreva {n}.\n\n"
            for n in "abcdefghij"
        ),
        [(title, None) for n in "abcdefghij" for title in (f"O que é {n}?", f"Descreva {n}.")],
    ),
    "keycaps that follow digits, and titles alone below a rule": (
        "# Interview Q&A\n\n✅ Basics\n\n9️⃣ What is DevOps?\nAnswer:\nA culture.\n\n---\n\n"
        "✅ Linux\n\n🔟 What is a shell?\nAnswer:\nA program.\n\n"
        "11️⃣ What is a pipe?\nAnswer:\nA stream.\n",
        [
            ("What is DevOps?", "A culture."),
            ("What is a shell?", "A program."),
            ("What is a pipe?", "A stream."),
        ],
    ),
    "a right option in tags, below a letter and a number in bold type": (
        "## HTML\n\n**D. 1** Che cosa fa H1?\n- a) Niente.\n- b) <u><b> Un titolo. </b></u>\n\n"
        "**D. 2** Che cosa fa P?\n- a) <u><b>Un paragrafo.</b></u>\n- b) Niente.\n\n"
        "**D. 3** Che cosa fa B?\n- a) Niente.\n- b) <u><b>Il grassetto.</b></u>\n",
        [
            ("Che cosa fa H1?", ["Niente.", "+Un titolo."], "B) Un titolo."),
            ("Che cosa fa P?", ["+Un paragrafo.", "Niente."], "A) Un paragrafo."),
            ("Che cosa fa B?", ["Niente.", "+Il grassetto."], "B) Il grassetto."),
        ],
    ),
    "options of which one is another with a sign, and a letter that names the right one": (
        "1. Which is a pointer?\n\nA. int\nB. int *\nC. char\n\nAnswer: C\n\n"
        "2. Which is a letter?\n\nA. int\nB. char\n\nAnswer: B\n",
        [
            ("Which is a pointer?", ["int", "int *", "+char"], "C"),
            ("Which is a letter?", ["int", "+char"], "B"),
        ],
    ),
    "a reason below options with the right one marked, and a key at the end": (
        "# Examen\n\n**1. ¿Qué flota?**\na) El hierro\nb) **La madera**\n\n"
        "> **Razón:** pesa poco.\n\n"
        "**2. ¿Qué arde?**\na) **La madera**\nb) El hierro\n\n> **Razón:** es seca.\n\n"
        "**3. ¿Qué pesa?**\na) El aire\nb) **El hierro**\n\n> **Razón:** es denso.\n\n"
        "## Clave de respuestas\n\n| Nº | Respuesta |\n|---|---|\n| 1 | b |\n| 2 | a |\n"
        "| 3 | b |\n",
        [
            ("¿Qué flota?", ["El hierro", "+La madera"], "B) La madera\n\n**Razón:** pesa poco."),
            ("¿Qué arde?", ["+La madera", "El hierro"], "A) La madera\n\n**Razón:** es seca."),
            ("¿Qué pesa?", ["El aire", "+El hierro"], "B) El hierro\n\n**Razón:** es denso."),
        ],
    ),
    "a label below two headings of the answer": (
        "## Q. What is a lock?\n\n### Answer\n\nA guard.\n\n"
        "## Q. What is a query?\n\n### In short\n\nA search.\n\n### Example\n\nSELECT.\n\n"
        "### Answer\n\nIt asks.\n\n## Q. What is a job?\n\n### Answer\n\nA task.\n",
        [
            ("What is a lock?", "A guard."),
            (
                "What is a query?",
                "### In short\n\nA search.\n\n### Example\n\nSELECT.\n\n### Answer\n\nIt asks.",
            ),
            ("What is a job?", "A task."),
        ],
    ),
    "a list of topics titled as questions of an exam": (
        "# Список вопросов на экзамен\n\n## Scrum\n\n- Роли и события.\n- Для чего нужен Scrum?\n"
        "- Ценности.\n\n## Kanban\n\n- Доска.\n- Что такое Kanban?\n- Роли в Kanban.\n\n"
        "## Ссылки\n\n- Сайт.\n",
        [
            ("Роли и события.", None),
            ("Для чего нужен Scrum?", None),
            ("Ценности.", None),
            ("Доска.", None),
            ("Что такое Kanban?", None),
            ("Роли в Kanban.", None),
        ],
    ),
    "a question that recurs with numbers, above other code each time": (
        "# Quiz\n\n"
        + "".join(
            f"### {n}. What is the output?\n\n```js\nf({n});\n```\n\n**Answer:** {n}\n\n"
            for n in range(1, 6)
        ),
        [(f"What is the output?\n\n```js\nf({n});\n```", f"{n}") for n in range(1, 6)],
    ),
    "wide digits and points": (
        "# 面接\n\nQ１．スタックとは何か。\n\nA１．積むもの。\n\n"
        "Q２．キューとは何か。\n\nA２．並ぶもの。\n",
        [("スタックとは何か。", "積むもの。"), ("キューとは何か。", "並ぶもの。")],
    ),
    "kinds in bold before numbered questions": (
        "# Interview\n\n" + "".join(f"{n}. **[Easy]** What is {n}?\n\n" for n in range(1, 5)),
        [(f"What is {n}?", None) for n in range(1, 5)],
    ),
    "the numbers of cards in comments": (
        "".join(f"## What is {n}?\n<!-- id: {n}00 -->\n\nA number.\n\n" for n in range(1, 5)),
        [(f"What is {n}?", "A number.") for n in range(1, 5)],
    ),
    "a fence that is never closed above a heading that asks": (
        "# Testing\n\n"
        + "".join(
            f"## What is {n}?\n\nThe code {n}.\n\n```js\nf({n});\n" + "```\n" * (n != "b") + "\n"
            for n in "abcd"
        ),
        [(f"What is {n}?", f"The code {n}.\n\n```js\nf({n});\n```") for n in "abcd"],
    ),
    "code between tildes": (
        "".join(
            f"Question: What is {n}?\n~~~~js\nf({n});\n~~~~\nAnswer: It is {n}.\nNo more.\n\n\n"
            for n in range(1, 5)
        ),
        [(f"What is {n}?\n\n~~~~js\nf({n});\n~~~~", f"It is {n}.\nNo more.") for n in range(1, 5)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_slips(name: str) -> None:
    check(*CASES[name])


def test_labelled_lines_are_questions_beside_numbered_ones() -> None:
    parts = [f"**Q{n}: What is {n}?**\n\nA number.\n\n" for n in range(1, 31)]
    asked = "".join(f"### Of {n}\n\n**Q: Is {n} odd?**\n\nNo.\n\n" for n in "abc")
    document = "".join([*parts[:10], asked, "## More\n\n", *parts[10:]])
    deck = import_document(document.encode(), "x.md").deck
    assert [question.text for question in deck.questions][10:13] == [f"Is {n} odd?" for n in "abc"]


def test_a_survey_with_lines_for_answers_has_no_questions() -> None:
    asked = "".join(
        f"**1.{n} What do you use for {n}?**\n> _Your answer:_\n\n" for n in range(1, 6)
    )
    with pytest.raises(NoQuestions):
        import_document(f"# User survey\n\n{asked}".encode(), "x.md")

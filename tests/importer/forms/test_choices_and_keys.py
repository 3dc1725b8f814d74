"""Options and keys as people write them, and topics above lists of questions."""

import pytest

from tests.importer.cases import Case, check

_COUNT = range(1, 11)
_TOLD = {4: "It **is** so, as\n(Q2) says."}
_STEMS = ("The narrator was", "What came up?", "The lights belonged to")
_STEPS = "1. One\n2. Two\n3. Three\n4. Four\n5. Five"
_PASSAGE = "The sea was calm that night. Nobody spoke until the lights of the harbour came up."

CASES: dict[str, Case] = {
    "options in columns that go down, in rows with blank lines, and with a bold one": (
        "1. Which is a port?\n\na) red  c) 22\nb) tin  d) oak\n\n"
        "2. Which is a metal?\n\na) red  b) tin\n\nc) 22  d) oak\n\n"
        "3. Which is a tree?\n\na) red b) tin c) 22 **d) oak**\n\n"
        "4. Which is soft?\n\na) clay\nb) tin **c) 22**\nd) oak\n\n## Key\n\n"
        "| 1 | 2 | 3 | 4 |\n|---|---|---|---|\n| c | b | d | c |\n",
        [
            ("Which is a port?", ["red", "tin", "+22", "oak"], "C"),
            ("Which is a metal?", ["red", "+tin", "22", "oak"], "B"),
            ("Which is a tree?", ["red", "tin", "22", "+oak"], "D) oak"),
            ("Which is soft?", ["clay", "tin", "+22", "oak"], "C) 22"),
        ],
    ),
    "paragraphs whose first option stands behind the title, without any other mark": (
        "".join(
            f"{title}: a) {n}\n\nb) 7{n}\n\nc) 8{n}\n\nAnswer: b\n\n"
            for n, title in enumerate(["The rarest is", "The largest is", "All fit EXCEPT"], 1)
        ),
        [
            (f"{title}:", [f"{n}", f"+7{n}", f"8{n}"], "b")
            for n, title in enumerate(["The rarest is", "The largest is", "All fit EXCEPT"], 1)
        ],
    ),
    "a key of letters by place, below its title, where few questions have numbers": (
        "PRACTICE TEST 1\n\n"
        + "\n".join(
            f"{'**Question 2**' if n == 2 else ''}\n\nThe number after {n} is\n\n"
            f"A) {n}\n\nB) {n + 1}\n"
            for n in range(1, 11)
        )
        + "\nAnswer Key – Test 1\n\nPart 1\n"
        + "\n".join(f" {n} B\n" for n in range(1, 11)),
        [(f"The number after {n} is", [f"{n}", f"+{n + 1}"], "B") for n in range(1, 11)],
    ),
    "text above lists and lettered lines, each with the label of its answer": (
        "Which one is a moon?\n- Mars\n- Luna\nRight: Luna\nIt is ours.\n\n"
        "Which one is a star?\nA. Vega\nB. Ceres\n\nRight: A\n\n"
        "What has rings?\n\n- Saturn\n- Io\n\nRight: Saturn\n",
        [
            ("Which one is a moon?", ["Mars", "+Luna"], "Luna\nIt is ours."),
            ("Which one is a star?", ["+Vega", "Ceres"], "A"),
            ("What has rings?", ["+Saturn", "Io"], "Saturn"),
        ],
    ),
    "options behind the title, all of them or only the first": (
        "# Quiz\n\n1. The fastest is: a) air b) light c) sound\n\n"
        "2. All are planets EXCEPT: a) Mars\n\nb) Venus\n\nc) Luna\n\n"
        "3. Which one is hot? a) ice b) fire\n\n## Answers\n\n1. b\n2. c\n3. b\n",
        [
            ("The fastest is:", ["air", "+light", "sound"], "b"),
            ("All are planets EXCEPT:", ["Mars", "Venus", "+Luna"], "c"),
            ("Which one is hot?", ["ice", "+fire"], "b"),
        ],
    ),
    "a passage between questions of an exam belongs to the next": (
        "# Exam\n\n1. Which is one?\nA. 1\nB. 9\n\nBees dance.\n\n"
        "2. Who dances?\nA. bees\nB. cats\n\n"
        "3. Which is three?\nA. 9\nB. 3\n\nAnswers: 1. A 2. A 3. B\n",
        [
            ("Which is one?", ["+1", "9"], "A"),
            ("Who dances?\n\nBees dance.", ["+bees", "cats"], "A"),
            ("Which is three?", ["9", "+3"], "B"),
        ],
    ),
    "lists alike below questions, some of which say to choose": (
        "".join(
            f"{n}.\n\n{title} {n}?\n\n  1. {n}\n  2. {n}7\n  3. {n}8\n\n"
            for n, title in enumerate(["Which of the following is", "What is"] * 3, start=1)
        ),
        [
            (f"{title} {n}?", [f"{n}", f"{n}7", f"{n}8"], None)
            for n, title in enumerate(["Which of the following is", "What is"] * 3, start=1)
        ],
    ),
    "parts of a task, answered one by one": (
        "".join(
            f"### {n}. What can you do with {n}?\n\na) Add it.\nb) Double it.\n\n"
            f"**Answer:**\n\na) It is {n}.\nb) It is {2 * n}.\n\n"
            for n in (1, 2, 3)
        ),
        [
            (
                f"What can you do with {n}?\n\na) Add it.\nb) Double it.",
                f"a) It is {n}.\nb) It is {2 * n}.",
            )
            for n in (1, 2, 3)
        ],
    ),
    "the kind of a question in place of its title": (
        "".join(
            f"### Question {n} (3 marks) - {kind}\nWhich is {n}?\n\n- [ ] 9\n- [x] {n}\n\n"
            for n, kind in enumerate(["MCQ", "MSQ", "MCQ", "MSQ"], start=1)
        ),
        [(f"Which is {n}?", ["9", f"+{n}"], f"{n}") for n in (1, 2, 3, 4)],
    ),
    "an answer that names its option below a heading": (
        "".join(
            f"## {n}. Which is {n}?\n\nA. 9\nB. {n}\n\n**Answer:**\n\n"
            f"#### In short\n\n**B. {n}**\n\n"
            for n in (1, 2, 3)
        ),
        [(f"Which is {n}?", ["9", f"+{n}"], f"#### In short\n\n**B. {n}**") for n in (1, 2, 3)],
    ),
    "lines, the right one behind a label of the document's own, in a tag": (
        "# Test\n\n"
        + "\n\n".join(
            f"{n}) ¿Cuál es {n}?:\n\nEl {n}.  \nEl otro.  \nTodas.  \n"
            f'<span class="s">CORRECTA: El {n}.</span>  \n<span class="s">Porque sí.</span>'
            for n in (1, 2, 3)
        )
        + "\n",
        [
            (
                f"¿Cuál es {n}?:",
                [f"+El {n}.", "El otro.", "Todas."],
                f"El {n}.\nPorque sí.",
            )
            for n in (1, 2, 3)
        ],
    ),
    "choices listed behind a label, and true or false": (
        "# Quiz\n\nQuestion: Which protocol is connectionless?\nType: multiple choice\n"
        "Choices: TCP; UDP\nAnswer: UDP\n\nQuestion: Addresses have 128 bits.\n"
        "Type: true/false\nAnswer: True\n",
        [
            (
                "Which protocol is connectionless?\n\nType: multiple choice",
                ["TCP", "+UDP"],
                "UDP",
            ),
            ("Addresses have 128 bits.", ["+true", "false"], "True"),
        ],
    ),
    "radio buttons without bullets": (
        "# Quiz\n\n" + "\n".join(f"{n}) Which is {n}?\n( ) 9\n(x) {n}\n" for n in (1, 2, 3)),
        [(f"Which is {n}?", ["9", f"+{n}"], f"{n}") for n in (1, 2, 3)],
    ),
    "images below their options": (
        "# Quiz\n\n"
        + "\n\n".join(
            f"**{n}. Which is {n}?**\n\nA.\n\n![](a.png)\n\nB.\n\n![](b.png)\n\n**Answer: B**"
            for n in (1, 2, 3)
        )
        + "\n",
        [(f"Which is {n}?", ["![](a.png)", "+![](b.png)"], "B") for n in (1, 2, 3)],
    ),
    "a key on one line below each part": (
        "# Exam\n\n"
        + "\n\n".join(
            f"## Part {part}\n\n1. Which is {part}?\n   a) {part}\n   b) 9\n"
            f"2. Which is not {part}?\n   a) {part}\n   b) 9\n\n**Answers Part {part}:** 1-a, 2-b"
            for part in (1, 2)
        )
        + "\n",
        [
            case
            for part in (1, 2)
            for case in (
                (f"Which is {part}?", [f"+{part}", "9"], "A"),
                (f"Which is not {part}?", [f"{part}", "+9"], "B"),
            )
        ],
    ),
    "statements that a key calls true or false, and repeats": (
        "# Biology\n\n1. Ribosomes make proteins.\n2. Plants have no cells.\n"
        "3. Cells divide. (T/F)\n\n"
        "## Answers\n\n1. Ribosomes make proteins. **True**\n2. **False** - they do.\n3. T\n",
        [
            ("Ribosomes make proteins.", "**True**"),
            ("Plants have no cells.", "**False** - they do."),
            ("Cells divide. (T/F)", "T"),
        ],
    ),
    "a mark of the document's own behind right options, and points in brackets": (
        "# QCM\n\n"
        + "\n".join(
            f"### {n}. Quel mot dit {n} ?\n- a) {said[0]}\n- b) {said[1]}\n- c) rien (2P)\n"
            for n, said in enumerate([("un", "dix X"), ("deux X", "dix"), ("cent", "mille X")], 1)
        ),
        [
            ("Quel mot dit 1 ?", ["un", "+dix", "rien (2P)"], "B) dix"),
            ("Quel mot dit 2 ?", ["+deux", "dix", "rien (2P)"], "A) deux"),
            ("Quel mot dit 3 ?", ["cent", "+mille", "rien (2P)"], "B) mille"),
        ],
    ),
    "lines below a statement, one of them ticked, and labels below chapter lines": (
        "PYTANIA 1-3: LICZBY\nPytanie 1 [Single Choice]\nIle to jeden?\n\nA) 1 ✓\nB) 9\n\n"
        "Pytanie 2 [True/False - zaznacz jedną z dwóch odpowiedzi]\nDwa to dwa.\n\n"
        "Prawda ✓\nFałsz\n\nCZĘŚĆ DRUGA\nPytanie 3 [Single Choice]\nIle to trzy?\n\n"
        "A) 9\nB) 3 ✓\n",
        [
            ("Ile to jeden?", ["+1", "9"], "A) 1"),
            ("Dwa to dwa.", ["+Prawda", "Fałsz"], "Prawda"),
            ("Ile to trzy?", ["9", "+3"], "B) 3"),
        ],
    ),
    "options that are tags, or code together with their letter": (
        "# Quiz\n\n1. Which tag is a list with numbers?\n\na) <ul>\nb) <ol>\n\nAnswer: b) <ol>\n\n"
        "2. Which command makes a branch?\n\n"
        "- `A. git branch topic`\n- `B. git merge topic`\n\nAnswer: A\n",
        [
            ("Which tag is a list with numbers?", ["`<ul>`", "+`<ol>`"], "b) `<ol>`"),
            (
                "Which command makes a branch?",
                ["+`git branch topic`", "`git merge topic`"],
                "A",
            ),
        ],
    ),
    "options below their letters": (
        "# Quiz\n\n"
        + "\n".join(
            f"{n}. Which number is {n}?\n\nA.\n{n} it is\n\nB.\n9 it is\n\nAnswer: A\n"
            for n in (1, 2)
        ),
        [(f"Which number is {n}?", [f"+{n} it is", "9 it is"], "A") for n in (1, 2)],
    ),
    "a word before the letter of the right option, without a mark": (
        "# Quiz\n\n"
        + "\n".join(f"{n}. Co to {n}?\n\nA. {n}\nB. 9\n\nPoprawna A\n" for n in (1, 2, 3)),
        [(f"Co to {n}?", [f"+{n}", "9"], "A") for n in (1, 2, 3)],
    ),
    "folds below options, with a label of the document's own": (
        "# Quiz\n\n"
        + "\n".join(
            f"## {n}. Which number is {n}?\n\n- a. {n}\n- b. 9\n\n"
            f"<details>\n<summary>Answear</summary>\n\nb. 9\n\n</details>\n"
            for n in (1, 2, 3)
        ),
        [(f"Which number is {n}?", [f"{n}", "+9"], "b. 9") for n in (1, 2, 3)],
    ),
    "an answer line with the texts of two options": (
        "# Quiz\n\n1. Which are moons?\n- [ ] Io\n- [ ] Mars\n- [ ] Luna\n\n"
        "**Answer:** Luna, and Io\n\n2. Which is a star?\n- [ ] Vega\n- [ ] Ceres\n\n"
        "**Answer:** Vega\n",
        [
            ("Which are moons?", ["+Io", "Mars", "+Luna"], "Luna, and Io"),
            ("Which is a star?", ["+Vega", "Ceres"], "Vega"),
        ],
    ),
    "as many options below each passage and its open sentence": (
        "# Reading\n\n"
        + "\n".join(
            f"## Question {n}\n\n---\n\n{_PASSAGE}\n\nThe word number {n} means\n\n"
            f"A) one\n\nB) two\n\nC) {n}\n"
            for n in range(3, 8)
        ),
        [
            (f"{_PASSAGE}\n\nThe word number {n} means", ["one", "two", f"{n}"], None)
            for n in range(3, 8)
        ],
    ),
    "options that are all that a fence holds": (
        "# Quiz\n\n1. Which type is open?\n\n```\nA. private\nB. public\n```\n\nAnswer: B\n\n"
        "2. Which keyword ends a loop?\n\n```\nA. break\nB. next\n```\n\nAnswer: A\n",
        [
            ("Which type is open?", ["`private`", "+`public`"], "B"),
            ("Which keyword ends a loop?", ["+`break`", "`next`"], "A"),
        ],
    ),
    "a key whose lines name the right option, and another question": (
        "# Quiz\n\n"
        + "\n".join(f"**Q{n}. [D{n}]** Which number is {n}?\n- A. 0\n- B. {n}\n" for n in _COUNT)
        + "\n## Answer key\n\n"
        + "\n\n".join(f"**Q{n} — Correct: B.** {_TOLD.get(n, 'It **is**.')}" for n in _COUNT),
        [
            (
                f"Which number is {n}?",
                ["0", f"+{n}"],
                f"B. {_TOLD.get(n, 'It **is**.')}",
            )
            for n in _COUNT
        ],
    ),
    "topics above lists of nothing but questions": (
        "# Interview Questions\n\n"
        + "\n".join(
            f"### {n}. Server {n} basics\n\n- What is server {n}?\n- Why {n} servers?\n"
            for n in _COUNT
        ),
        [(text, None) for n in _COUNT for text in (f"What is server {n}?", f"Why {n} servers?")],
    ),
    "open sentences without a colon above options, where others ask": (
        "PRACTICE TEST\n\n"
        + "\n".join(f"{stem}\n\nA) one\n\nB) two\n\nC) three\n" for stem in _STEMS),
        [(stem, ["one", "two", "three"], None) for stem in _STEMS],
    ),
    "labelled answers that are numbered lists": (
        "# Interview\n\n"
        + "\n".join(
            f"## {n}. Server {n}\n\n**Question:** What is server {n}?\n\n**Answer:**\n\n{_STEPS}\n"
            for n in range(1, 6)
        ),
        [(f"What is server {n}?", _STEPS) for n in range(1, 6)],
    ),
    "an answer that repeats a numbered option with its number, and why": (
        "\n".join(
            f"## Q{n}: Which is {n}?\n1. a disk\n2. tape {n}\n\n"
            f"**Answer:** 2. tape {n}\n**Explanation:** It is.\n"
            for n in range(1, 4)
        ),
        [
            (
                f"Which is {n}?",
                ["a disk", f"+tape {n}"],
                f"2. tape {n}\n**Explanation:** It is.",
            )
            for n in range(1, 4)
        ],
    ),
    "a key of some questions, and of one that is missing": (
        "# Quiz\n\n"
        + "\n".join(f"{n}. What is river {n}?\n" for n in range(1, 21))
        + "\n## Full Answer Key\n\n"
        + "\n".join(f"{n}. Answer: water {n}" for n in (*_COUNT, 99)),
        [(f"What is river {n}?", f"water {n}" if n in _COUNT else None) for n in range(1, 21)],
    ),
    "a label with a dash": (
        "# Interview\n\nQ- what is an image?\n\nA- A template.\n\n"
        "Q - what is a layer?\n\nA- A step.\n\nQ- what is a tag?\n\nA- A name.\n",
        [
            ("what is an image?", "A template."),
            ("what is a layer?", "A step."),
            ("what is a tag?", "A name."),
        ],
    ),
    "labels above headings of the same level that ask": (
        "# Prova\n\n"
        + "\n".join(
            f"### Pergunta {n}\n### O que é o número {n}?\n\nR: É {n}.\n" for n in (1, 2, 3)
        ),
        [(f"O que é o número {n}?", f"É {n}.") for n in (1, 2, 3)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_document_of_this_form_gives_its_questions(name: str) -> None:
    check(*CASES[name])

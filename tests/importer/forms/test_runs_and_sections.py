"""Lists that go on without marks, sections with numbers of their own, counts that begin again."""

import pytest

from drill.importer import NoQuestions, import_document
from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "an item that tells what the questions inside it are about": (
        "# Questions\n\n- What is salt?\n- What is a hash?\n- What is pepper?\n"
        "- Our data was stolen.\n  - Do we worry?\n  - Do we tell?\n- What is a key?\n",
        [
            ("What is salt?", None),
            ("What is a hash?", None),
            ("What is pepper?", None),
            ("Our data was stolen.\n\n- Do we worry?\n- Do we tell?", None),
            ("What is a key?", None),
        ],
    ),
    "a numbered chapter of questions in two parts, and a summary": (
        "".join(f"## {n}. What is {n}?\n### **Answer:**\nA number.\n\n" for n in range(1, 9))
        + "## 9. Tricky ones\n"
        + "".join(f"### 9.{n} Why {n}?\nBecause.\n\nSo.\n\nYes.\n\n" for n in range(1, 5))
        + "## 10. Summary\nRead on.\n",
        [(f"What is {n}?", "A number.") for n in range(1, 9)]
        + [(f"Why {n}?", "Because.\n\nSo.\n\nYes.") for n in range(1, 5)],
    ),
    "lists of questions in named groups below chapters": (
        "# Questions Bank\n\nTick them off.\n\n## Map\n\n```\n"
        + "a --> b\n" * 9
        + "```\n\n"
        + "".join(
            f"## {name}\n*Machine: {name}*\n{link}\n\n**Memory**\n"
            + "".join(f"- What is {name} {m}?\n" for m in range(1, 5))
            + "\n**Moves**\n"
            + "".join(f"- What is {name} {m}?\n" for m in range(5, 9))
            + "\n"
            for name, link in zip(
                ("Rust", "Linux", "Nets", "Trees", "Locks", "Disks"),
                ("→ Full answers: [[Q&A]]",) * 4 + ("",) * 2,
                strict=True,
            )
        ),
        [
            (f"What is {name} {m}?", None)
            for name in ("Rust", "Linux", "Nets", "Trees", "Locks", "Disks")
            for m in range(1, 9)
        ],
    ),
    "titles between rules, one above questions alone": (
        "".join(
            f"\n---\nWhat is a {n}?\n---\n\nA part.\n\nIt has {n}.\n"
            for n in ("pod", "job", "set", "map", "node")
        )
        + "\n---\nAdvanced\n---\nHow do you roll back?\n\nHow do you drain a node?\n\n"
        "What is a probe?\n",
        [
            (f"What is a {n}?", f"A part.\n\nIt has {n}.")
            for n in ("pod", "job", "set", "map", "node")
        ]
        + [
            ("How do you roll back?", None),
            ("How do you drain a node?", None),
            ("What is a probe?", None),
        ],
    ),
    "numbers of two parts after quotations whose answers count": (
        "# Questions\n\n"
        + "".join(f"> Why {n}\n\n1. It is {n}\n2. It stays {n}\n\n" for n in "abc")
        + "".join(
            f"## Tools {part}\n\n"
            + "".join(f"{part}.{n} What is tool {part}{n}?\n" for n in range(1, 8))
            + "\n"
            for part in (1, 2)
        ),
        [(f"Why {n}", f"1. It is {n}\n2. It stays {n}") for n in "abc"]
        + [(f"What is tool {n}?", None) for n in (*range(11, 18), *range(21, 28))],
    ),
    "plain paragraphs that go on after a numbered list": (
        "# CSS questions\n\n1. What is a float?\n\n   - A property.\n\n2. What is a grid?\n\n"
        "   - A layout.\n\n3. What is a gap?\n\n   - A space.\n\n4. What is a cell?\n\n"
        "   - A place.\n\n"
        "How do you hide content?\n\nWhat is a reset?\n\n"
        "What is BEM?\n\nDescribe the cascade.\n\nDescribe pseudo-elements.\n\nWhat is `em`?\n\n"
        "What is a line?\nIt has a height.\n",
        [
            ("What is a float?", "A property."),
            ("What is a grid?", "A layout."),
            ("What is a gap?", "A space."),
            ("What is a cell?", "A place."),
            ("How do you hide content?", None),
            ("What is a reset?", None),
            ("What is BEM?", None),
            ("Describe the cascade.", None),
            ("Describe pseudo-elements.", None),
            ("What is `em`?", None),
            ("What is a line?", "It has a height."),
        ],
    ),
    "lines without a blank that go on under other headings, a section of names among them": (
        "# Rails questions\n\n1. What is a model?\n\n   A class.\n\n2. What is a view?\n\n"
        "   A page.\n\n"
        "3. What is a gem?\n\n   A library.\n\n4. What is a job?\n\n   A task.\n\n"
        "## Views\n\nDescribe partials.\nExplain layouts.\nWhat is a form?\n\n"
        "## Tests\n\nDescribe kinds of tests.\nExplain fixtures.\nWhat is a mock?\n\n"
        "## Libraries\n\nDevise.\nShoulda.\n",
        [
            ("What is a model?", "A class."),
            ("What is a view?", "A page."),
            ("What is a gem?", "A library."),
            ("What is a job?", "A task."),
            ("Describe partials.", None),
            ("Explain layouts.", None),
            ("What is a form?", None),
            ("Describe kinds of tests.", None),
            ("Explain fixtures.", None),
            ("What is a mock?", None),
        ],
    ),
    "keycaps, of which the ten is one sign, under sections with other numbers": (
        "📌 1. Loading\n1️⃣ How do you load data?\nWith read.\n2️⃣ How do you save data?\nWith write.\n"
        "📌 2. Cleaning\n"
        + "".join(
            f"{sign} How do you clean row {n}?\nWith rule {n}.\n"
            for n, sign in enumerate(
                [*(f"{n}\ufe0f\u20e3" for n in range(1, 10)), "\U0001f51f"], start=1
            )
        ),
        [
            ("How do you load data?", "With read."),
            ("How do you save data?", "With write."),
            *((f"How do you clean row {n}?", f"With rule {n}.") for n in range(1, 11)),
        ],
    ),
    "a count without answers, below which another begins that hardly asks": (
        "# Interview questions\n\n"
        "**Java:**\n1) What is a class?\n2) What is a thread?\n3) What is a lock?\n\n"
        "**Spring:**\n1) Annotations\n2) Bean scopes\n3) Profiles\n4) Explain the context.\n",
        [
            ("What is a class?", None),
            ("What is a thread?", None),
            ("What is a lock?", None),
            ("Annotations", None),
            ("Bean scopes", None),
            ("Profiles", None),
            ("Explain the context.", None),
        ],
    ),
    "a count in a section of its own that reaches the number wanted before": (
        "# Interview questions\n\n## Basics\n\n1. What is a model?\n\n   A class.\n\n"
        "2. Draw a model.\n\n   A sketch.\n\n## Concepts\n\n1. Weigh the benefits.\n\n   Fewer.\n\n"
        "2. What is a gem?\n\n   A library.\n\n## Routes\n\n1. Nest a route.\n\n   A block.\n\n"
        "2. Name a route.\n\n   A word.\n\n3. What is a helper?\n\n   A method.\n\n"
        "4. What is a job?\n\n   A task.\n",
        [
            ("What is a model?", "A class."),
            ("Draw a model.", "A sketch."),
            ("Weigh the benefits.", "Fewer."),
            ("What is a gem?", "A library."),
            ("Nest a route.", "A block."),
            ("Name a route.", "A word."),
            ("What is a helper?", "A method."),
            ("What is a job?", "A task."),
        ],
    ),
    "a section whose last item has its answer below the list, and a choice that is no option": (
        "## Modules\n\n1. Why would you pick one over the other?\n\n"
        "   - maps return\n   - loops do not\n\n"
        "2. How can you share code?\n\n- modules\n\n```js\nimport x\n```\n\n"
        "## Pages\n\n1. What is a doctype?\n\n   - a mark\n\n2. What is a title?\n\n   - a name\n\n"
        "3. What is a body?\n\n   - the rest\n",
        [
            ("Why would you pick one over the other?", "- maps return\n- loops do not"),
            ("How can you share code?", "- modules\n\n```js\nimport x\n```"),
            ("What is a doctype?", "- a mark"),
            ("What is a title?", "- a name"),
            ("What is a body?", "- the rest"),
        ],
    ),
    "lines of dashes of any length right below the answers, whose last questions have none": (
        "Questions\n\n1.What is a table?\nRows of\nfields.\n" + "-" * 40 + "\n"
        "2.What is a row?\nA record\n\n   of a table.\n" + "-" * 41 + "\n"
        "3.What is a key?\n" + "-" * 38 + "\n4.What is a view?\n" + "-" * 44 + "\n"
        "5.What is a lock?\n" + "-" * 40 + "\n6.What is a log?\n```yaml\n---\n```\n",
        [
            ("What is a table?", "Rows of\nfields."),
            ("What is a row?", "A record\n\n   of a table."),
            ("What is a key?", None),
            ("What is a view?", None),
            ("What is a lock?", None),
            ("What is a log?", "```yaml\n---\n```"),
        ],
    ),
    "a label above code, the prompt of the question below it": (
        "# Output\n\n**Q1.**\n\n```js\nlog(1)\n```\n\nWhat does it print?\n\n"
        "<details><summary>Answer</summary>\n\nOne.\n\n</details>\n\n**Q2.**\n\n```js\nlog(2)\n```\n\n"
        "Is this valid?\n\n<details><summary>Answer</summary>\n\nYes.\n\n</details>\n",
        [
            ("What does it print?\n\n```js\nlog(1)\n```", "One."),
            ("Is this valid?\n\n```js\nlog(2)\n```", "Yes."),
        ],
    ),
    "labels that recur between an interviewer's questions and the outlines of answers": (
        "".join(
            f"## Round {n}\n\n**Interviewer question**: {asks}\n\n**Aim**: Basics.\n\n"
            f"**Strong answer outline**: {says}\n\n**Follow-ups**: How? Why?\n\n"
            "**Evaluation criteria**: Structure.\n\n"
            for n, asks, says in (
                (1, "Design a cache.", "Keys."),
                (2, "Design a queue.", "Topics."),
                (3, "Design a log.", "Segments."),
            )
        ),
        [
            (
                f"{asks}\n\n**Aim**: Basics.",
                f"{says}\n\n**Follow-ups**: How? Why?\n\n**Evaluation criteria**: Structure.",
            )
            for asks, says in (
                ("Design a cache.", "Keys."),
                ("Design a queue.", "Topics."),
                ("Design a log.", "Segments."),
            )
        ],
    ),
    "tasks in plain paragraphs above folded answers, and text below one of the folds": (
        "# Practice\n\nRotate an array by k.\n\n<details><summary>Show Answer</summary>\n\n"
        "Use slices.\n\n</details>\n\nSome notes.\n\n## Words\n\n"
        'Reverse the words.\n\n```js\nf("a b")\n```\n\n<details><summary>Answer</summary>\n\n'
        "Split and join.\n\n</details>\n\nCount the vowels.\n\n<details>\n"
        "<summary>Answer</summary>\n\nLoop.\n\n</details>\n",
        [
            ("Rotate an array by k.", "Use slices."),
            ('Reverse the words.\n\n```js\nf("a b")\n```', "Split and join."),
            ("Count the vowels.", "Loop."),
        ],
    ),
    "the buttons of a chat above its code": (
        "1. What is a list?\n\npython\nCopy\nEdit\nx = [1]\n\n2. What is a set?\n\n"
        "python\nCopy code\nx = {1}\n\n3. What is Copy?\n\nA button.\n",
        [
            ("What is a list?", "x = [1]"),
            ("What is a set?", "x = {1}"),
            ("What is Copy?", "A button."),
        ],
    ),
    "lines of questions below lines that head them": (
        "jobs:\nWhat is Jenkins?\nHow do you back it up?\nExplain a stage.\n\n"
        "docker:\nWhat is an image?\nHow do you build one?\nWhy does it fail?\n",
        [
            ("What is Jenkins?", None),
            ("How do you back it up?", None),
            ("Explain a stage.", None),
            ("What is an image?", None),
            ("How do you build one?", None),
            ("Why does it fail?", None),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_form_is_read(case: Case) -> None:
    check(*case)


def test_a_wrapped_paragraph_that_ends_with_a_question_is_no_run_of_questions() -> None:
    prose = "A contract is signed\nby a client. The needs\nchange. The cost is open.\nWho pays?\n\n"
    with pytest.raises(NoQuestions):
        import_document(f"# Contracts\n\n{prose}{prose}".encode(), "x.md")


def test_a_bold_label_that_recurs_is_no_question() -> None:
    def weeks(label: str) -> bytes:
        parts = (f"## Week {n}\n\nA plan.\n\n**{label}**:\n\n- It is so.\n\n" for n in range(5))
        return ("# My interview\n\n" + "".join(parts)).encode()

    with pytest.raises(NoQuestions):
        import_document(weeks("Why it helped"), "x.md")
    assert len(import_document(weeks("Why it helped?"), "x.md").deck.questions) == 5

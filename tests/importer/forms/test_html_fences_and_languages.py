"""HTML and fences that would swallow questions, and questions in more languages."""

import pytest

from drill.importer import NoQuestions, import_document
from tests.importer.cases import Case, check

CASES: dict[str, Case] = {
    "a heading right below a line of HTML": (
        """\
# FAQ

## What is TCP?

A protocol.

<br>
## UDP

Another.

</details>
## What is IP?

An address.
""",
        [
            ("What is TCP?", "A protocol."),
            ("UDP", "Another."),
            ("What is IP?", "An address."),
        ],
    ),
    "a heading in a fold, right below its summary": (
        """\
<details>
<summary>What is TCP?</summary>
# TCP

A protocol.

</details>

<details>
<summary>What is UDP?</summary>

Another.

</details>
""",
        [("What is TCP?", "# TCP\n\nA protocol."), ("What is UDP?", "Another.")],
    ),
    "questions pasted in a fence of Markdown below others": (
        """\
# Git questions

**Q: What is Git?**

**A:** Version control.

**Q: What is a commit?**

**A:** A snapshot.

```markdown
## 1. What is a tag?
A name.

## 2. What is a branch?
A line of work.

```sh
git branch
```

## 3. What is a merge?
A union.

## 4. What is a remote?
A copy.

## 5. What is a stash?
A shelf.
```
""",
        [
            ("What is Git?", "Version control."),
            ("What is a commit?", "A snapshot."),
            ("What is a tag?", "A name."),
            ("What is a branch?", "A line of work.\n\n```sh\ngit branch\n```"),
            ("What is a merge?", "A union."),
            ("What is a remote?", "A copy."),
            ("What is a stash?", "A shelf."),
        ],
    ),
    "folds with a name of their own, below tasks of many lines": (
        "".join(
            f"""\
### Question {number}

Do the following.

- Create a role.
- Create an account.
- Bind them.
- Name the role {number}.
- Limit it.
- Label it.
- Check it.
- Delete the account.

<details><summary>Task walkthrough:</summary>

Run `create {number}`.

</details>

"""
            for number in (1, 2, 3)
        ),
        [
            (
                "Do the following.\n\n- Create a role.\n- Create an account.\n- Bind them.\n"
                f"- Name the role {number}.\n- Limit it.\n- Label it.\n- Check it.\n"
                "- Delete the account.",
                f"Run `create {number}`.",
            )
            for number in (1, 2, 3)
        ],
    ),
    "headings that count with letters, past the letter i": (
        "# Práctica\n\n"
        + "".join(f"### ({letter}) ¿Qué es {letter}?\n\nTexto.\n\n" for letter in "abcdefghij"),
        [(f"¿Qué es {letter}?", "Texto.") for letter in "abcdefghij"],
    ),
    "a definition list of which some terms recur": (
        "".join(
            f"{term}\n: {text}\n\n"
            for term, text in [("Hola", "hello"), ("Adiós", "goodbye"), ("Sí", "yes")] * 3
        ),
        [("Hola", "hello"), ("Adiós", "goodbye"), ("Sí", "yes")] * 3,
    ),
    "statements of an FAQ above its questions": (
        "# FAQ\n\n"
        + "".join(f"## The app shows error {n}\n\nRestart it.\n\n" for n in (1, 2, 3))
        + "".join(f"## Can I use two of {n}\n\nYes, you can.\n\n" for n in (1, 2, 3, 4)),
        [
            *((f"The app shows error {n}", "Restart it.") for n in (1, 2, 3)),
            *((f"Can I use two of {n}", "Yes, you can.") for n in (1, 2, 3, 4)),
        ],
    ),
    "a table with the letter and the text of the right option": (
        "| # | Question | Ans | Correct option |\n|---|---|---|---|\n"
        + "".join(f"| {n} | What is log {n}? | B | a file {n} |\n" for n in (1, 2, 3)),
        [(f"What is log {n}?", f"a file {n}") for n in (1, 2, 3)],
    ),
    "items that Pandoc numbers": (
        """\
#. What is TCP?

    - [ ] a cable
    - [x] a protocol

#. A host is reached by

    - [x] its address
    - [ ] its name

#. Consider the code below.

    ```
    x = 1
    ```

    What is `x`?

    - [x] one
    - [ ] two
""",
        [
            ("What is TCP?", ["a cable", "+a protocol"], "a protocol"),
            ("A host is reached by", ["+its address", "its name"], "its address"),
            (
                "Consider the code below.\n\n```\nx = 1\n```\n\nWhat is `x`?",
                ["+one", "two"],
                "one",
            ),
        ],
    ),
    "questions in Vietnamese, Czech and Swedish, without question marks": (
        """\
# Interview questions

### Proč se používá index

Pro rychlost.

### Hur fungerar en transaktion

Allt eller inget.

### Khóa ngoại là gì

Một tham chiếu.

### В чём отличие MVC от MVP

В связях.

### Mit welchem Befehl sichert man

Mit `dump`.
""",
        [
            ("Proč se používá index", "Pro rychlost."),
            ("Hur fungerar en transaktion", "Allt eller inget."),
            ("Khóa ngoại là gì", "Một tham chiếu."),
            ("В чём отличие MVC от MVP", "В связях."),
            ("Mit welchem Befehl sichert man", "Mit `dump`."),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_document_of_this_form_gives_its_questions(name: str) -> None:
    check(*CASES[name])


def test_an_example_in_a_fence_of_markdown_stays_code() -> None:
    text = "# Cards\n\nWrite cards like this:\n\n```markdown\n## What is TCP?\nA protocol.\n```\n"
    with pytest.raises(NoQuestions):
        import_document(text.encode(), "cards.md")


def test_circled_numbers_in_notes_are_no_options_that_make_questions_of_headings() -> None:
    below = "".join(f"One more line {n} on it.\n\n" for n in range(30))
    text = "".join(
        f"## {n}. Part {n}\n\n{below}① first kind\n\n② second kind\n\n" for n in (1, 2, 3)
    )
    with pytest.raises(NoQuestions):
        import_document(f"# Notes\n\n{text}".encode(), "notes.md")

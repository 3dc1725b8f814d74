"""The questions that one reading leaves over: in other forms, between its own or after them."""

import pytest

from tests.importer.cases import Case, check

HEAPS = ("What is a heap?", "A tree.")
STORY = "The log is full, " + "and the disk is full, " * 10 + "and nobody is there."
GUIDE = "# Keys\n\n## Use\n\n" + "They open doors. Doors are made of wood.\n\n" * 60

CASES: dict[str, Case] = {
    "one question in a heading above each quiz": (
        "".join(
            f"## What is {topic}?\n\nA {topic}.\n\n##### Quiz\n\n"
            f"1. Who made {topic}?\n\n   Ann.\n\n2. Who broke {topic}?\n\n   Ben.\n\n"
            for topic in ("iron", "tin", "zinc")
        ),
        [
            pair
            for topic in ("iron", "tin", "zinc")
            for pair in (
                (f"What is {topic}?", f"A {topic}."),
                (f"Who made {topic}?", "Ann."),
                (f"Who broke {topic}?", "Ben."),
            )
        ],
    ),
    "a chapter that does not ask above each of them": (
        "# Questions\n\n"
        + "".join(
            f"## On {topic}\n\nSome words on {topic}.\n\n"
            f"1. Who made {topic}?\n\n   Ann.\n\n2. Who broke {topic}?\n\n   Ben.\n\n"
            for topic in ("iron", "tin", "zinc")
        ),
        [
            pair
            for topic in ("iron", "tin", "zinc")
            for pair in ((f"Who made {topic}?", "Ann."), (f"Who broke {topic}?", "Ben."))
        ],
    ),
    "a line with the number between those of two headings": (
        "# Questions\n\n## 1. What is a stack?\n\nA pile.\n\n## 2. What is a queue?\n\nA line.\n\n"
        "# More\n\n3. How do queues last?\n\n   On disk.\n\n"
        "## 4. What is a heap?\n\nA tree.\n\n# Notes\n\n5. Buy a book\n6. Go home\n",
        [
            ("What is a stack?", "A pile."),
            ("What is a queue?", "A line."),
            ("How do queues last?", "On disk."),
            HEAPS,
        ],
    ),
    "answered questions that count up below the last heading": (
        "".join(f"# {n}. What is stack {n}?\n\nA pile.\n\n" for n in (1, 2, 3, 4))
        + "".join(
            f"{n}. Who made disk {n}?\n\n   Ann made it.\n\n   In May.\n\n" for n in (1, 2, 3)
        ),
        [
            *((f"What is stack {n}?", "A pile.") for n in (1, 2, 3, 4)),
            *((f"Who made disk {n}?", "Ann made it.\n\nIn May.") for n in (1, 2, 3)),
        ],
    ),
    "levels after a section headed questions": (
        GUIDE
        + "# Interview Questions\n\n### What is a key?\n\nA name.\n\n### Why a key?\n\nSo.\n\n"
        "# Intermediate\n\n### Where is a key?\n\nIn a list.\n\n### Who sets a key?\n\nYou.\n\n"
        "# Senior Questions\n\n### When is a key lost?\n\nAt night.\n\n"
        "### Which key is best?\n\nMine.\n\n# Notes\n\nKeys rust.\n",
        [
            ("What is a key?", "A name."),
            ("Why a key?", "So."),
            ("Where is a key?", "In a list."),
            ("Who sets a key?", "You."),
            ("When is a key lost?", "At night."),
            ("Which key is best?", "Mine."),
        ],
    ),
    "another form of headings among labelled ones": (
        "".join(f"### Q{n}. What is stack {n}?\n\nA pile.\n\n" for n in (1, 2, 3))
        + "".join(f"### What is log {n}?\n\nA file.\n\nIt grows.\n\n" for n in (1, 2, 3))
        + "".join(f"### Q{n}. What is heap {n}?\n\nA tree.\n\n" for n in (1, 2, 3)),
        [
            *((f"What is stack {n}?", "A pile.") for n in (1, 2, 3)),
            *((f"What is log {n}?", "A file.\n\nIt grows.") for n in (1, 2, 3)),
            *((f"What is heap {n}?", "A tree.") for n in (1, 2, 3)),
        ],
    ),
    "labelled answers in one form, and none in the other": (
        "# Interview questions\n\n"
        + "".join(f"- What is part {n}?\n\n  It is small.\n\n" for n in range(9))
        + "".join(
            f"## Scenario {n}\n\n{STORY}\n\nClear it, please.\n\n**Answer**\n\nEmpty it.\n\n"
            for n in (1, 2, 3)
        ),
        [
            *((f"What is part {n}?", "It is small.") for n in range(9)),
            *((f"{STORY}\n\nClear it, please.", "Empty it.") for n in (1, 2, 3)),
        ],
    ),
    "a number that only a line in an answer has, and numbers that go on in the last": (
        "## Q1. What is a log?\n\nA file.\n\n2. Logs on disk\n\nThey last.\n\n"
        "## Q3. What is a disk?\n\nA drum.\n\n## Q4. What is a tape?\n\nA band.\n\n"
        "5. Who made it?\n\nAnn.\n\n6. Who broke it?\n\nBen.\n",
        [
            ("What is a log?", "A file."),
            ("Logs on disk", "They last."),
            ("What is a disk?", "A drum."),
            ("What is a tape?", "A band."),
            ("Who made it?", "Ann."),
            ("Who broke it?", "Ben."),
        ],
    ),
    "a list that says which questions are to be answered": (
        "# Exam\n\n- Q1: for all students\n- Q2: for guests\n- Q3: for guests\n\n"
        + "".join(f"## Q{n}. What is a log {n}?\n\nA file.\n\n" for n in (1, 2, 3)),
        [(f"What is a log {n}?", "A file.") for n in (1, 2, 3)],
    ),
    "lists of questions below another part that hardly asks": (
        "".join(f"### {n}. What is log {n}?\n\nA file.\n\n" for n in (1, 2, 3, 4))
        + "Why is there more?\n\n"
        + "".join(f"The part {n} of it\n\n" for n in range(8))
        + "## Data\n\n"
        + "".join(f"- {'Why is' if n % 4 else 'A'} disk {n}\n" for n in range(12))
        + "\n## Net\n\n"
        + "".join(f"- {'Why is' if n % 4 else 'A'} net {n}\n" for n in range(9)),
        [
            *((f"What is log {n}?", "A file.") for n in (1, 2, 3)),
            (
                "What is log 4?",
                "A file.\n\nWhy is there more?"
                + "".join(f"\n\nThe part {n} of it" for n in range(8)),
            ),
            *((f"{'Why is' if n % 4 else 'A'} disk {n}", None) for n in range(12)),
            *((f"{'Why is' if n % 4 else 'A'} net {n}", None) for n in range(9)),
        ],
    ),
    "questions to ask the interviewer, below others": (
        "# Interview questions\n\n"
        + "".join(f"### What is log {n}\n\nA file.\n\n" for n in (1, 2, 3, 4))
        + "### Questions to ask:\n\n"
        + "".join(f"- What do you like about team {n}?\n" for n in range(7)),
        [(f"What is log {n}", "A file.") for n in (1, 2, 3, 4)],
    ),
    "links to sources in bold, below cards": (
        "# Flashcards\n\n"
        + "".join(f"**Q:** What is log {n}?\n**A:** A file.\n\n" for n in (1, 2, 3, 4))
        + "## More\n\n"
        + "".join(
            f"- **[Book {n}](https://example.org/{n})** – a text on logs.\n" for n in (1, 2, 3)
        ),
        [(f"What is log {n}?", "A file.") for n in (1, 2, 3, 4)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_parts_left_over_are_read(name: str) -> None:
    check(*CASES[name])

"""Quizzes and exercises, whose answers are options, keys or tasks, give no points."""

import pytest

from drill.points.proposing import propose

GAPS = (
    "1. A store drops its ______ once a minute.\n2. Readers of one store share a ______ of it.\n\n"
    "**Answers:** 1. entries; 2. copy\n"
)
BOLD = (
    "- The near store, since it always has the newest of all entries.\n"
    "- **The far store, since its entries never leave the disk.**\n"
    "- The near store, since the far one loses its entries.\n"
    "- Neither store, since both of them forget their entries.\n"
)
KINDS = ["readers", "owners", "addresses", "copies"]
THINGS = ["entry", "lock", "queue", "page", "shard", "index"]
KEYS = (
    "| No | Key |\n|---|---|\n| 1 | b) near |\n| 2 | c) far |\n| 3 | a) cold |\n"
    "| 4 | not in the text of the chapter on stores of entries |\n"
)
GRADES = "| Share | Grade |\n|---|---|\n| 90 to 100 | A |\n| 80 to 89 | B |\n| 70 to 79 | C |\n"
RULES = "- A near store forgets its entries at night\n- A far store keeps all of its entries\n"
TASKS = "- Takes a list of entries\n- Returns the entries that are older than a minute\n"


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Wann leert man den Speicher?", "- [ ] Am Morgen\n- Jeden Abend [x]\n- Nie [ ]\n"),
        ("Was ist ein Speicher?", "1. Ein Ort\n2. Ein Haus\n3. Ein Mensch\n* 1 und 2\n"),
        ("Apa itu cache?", "Perhatikan gambar berikut ini dengan baik\n\n- jawaban `b`\n"),
        (
            "What clears it?\n\nア. 夜\nイ. 朝",
            "朝になると空になります。夜の間は古い項目も読むことができます。\n",
        ),
        ("Can a store forget an entry?", "- True\n- !False\n"),
        ("Which kind of store keeps its entries?", "1. near\n2. far\n3. hidden\n4. open\n"),
        ("Which store would you take for old entries?", BOLD),
        ("Quick check of the chapter", GAPS),
        ("Near stores", KEYS),
        (
            "Is it near?",
            "- <input type='checkbox'> Yes, it is\n- <input type='checkbox'> Not yet\n",
        ),
        ("Stores", "| No | Answer |\n|---|---|\n| 1. What is a near store? | Your input |\n"),
        (
            "A reader waits.",
            f"> **Reader**: I wait for the lock of an entry.\n\n**What do you do?**\n\n{BOLD}",
        ),
        ("**(4 points) Create a function called `old` that:**", TASKS),
        ("(4 points) Which entries are old?", f"{TASKS}\n```\n# Your code here\n```\n"),
        (
            "Fill in the past form.\n1. (go) away\n2. (see) it\n3. (be) late",
            "- went\n- saw\n- was\n",
        ),
        ("Stores", "**Answer: ABD**\n\nA near store holds entries, locks, and the queue.\n"),
        ("Quale archivio, tra i seguenti, conserva le voci?", "- quello vicino\n- l'altro\n"),
    ],
)
def test_options_keys_and_tasks_give_no_points(question: str, answer: str) -> None:
    assert propose(question, answer) == ()


@pytest.mark.parametrize(
    "opening",
    [
        "**Answer:** Cache.",
        "**Answer:** Facade.",
        "**Answer:** Decade:",
        "**Answer:** A DFA.",
        "Answered:",
        "CD:",
        "c:",
        "BED\n\n",
    ],
)
def test_a_word_of_letters_from_a_to_h_is_no_key(opening: str) -> None:
    fact = "Old entries leave the store after a minute, and they never come back"
    other = "The store holds the entries that its readers have read most often"

    points = propose("What is it?", f"{opening} {other}.\n\n{fact}.\n")

    assert fact in [point.text for point in points]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "How many stores does a host need?",
            "A host needs one store for all of the entries that its readers share.\n\nAnswer: 1\n",
        ),
        (
            "What does the command print?",
            "The command prints how many entries of the store are old.\n\n1 of 2\n\n2 of 2\n\n3\n",
        ),
        ("Which stores are there?", "- near\n- far\n- hidden\n- open\n"),
        ("Name three stores", "- near\n- far\n- hidden\n"),
        ("What causes a full store?", "- too many readers\n- old entries\n- a slow disk\n"),
        ("What must one know of it?", BOLD.replace("**", "")),
        ("Define the following terms:", RULES),
        ("Design a store. Mention at least:", RULES),
        ("Complete: the rules of a store are:", RULES),
        ("Match types of readers:", RULES),
        ("Build rules of a store", RULES),
        ("What values does a Boolean have?", "- True\n- False\n"),
        ("What is a Boolean?", "A Boolean has one of two values:\n\n- True\n- False\n"),
        ("What do the grades mean?", GRADES),
    ],
)
def test_lists_and_numbers_that_answer_the_question_give_points(question: str, answer: str) -> None:
    assert propose(question, answer) != ()


@pytest.mark.parametrize(
    "question",
    [
        "How do you find a leak?",
        "What are the steps to a leak?",
        "Which steps would you take?",
        "Wie findet man ein Leck?",
        "¿Cómo se busca una fuga?",
        "Como se procura um vazamento?",
        "Comment trouver une fuite ?",
        "Как искать утечку?",
        "如何查找内存泄漏？",
        "怎么查找内存泄漏？",
        "怎样查找内存泄漏？",
    ],
)
def test_a_bold_step_is_no_right_option(question: str) -> None:
    steps = (
        "1. Repeat one action until the memory grows.\n"
        "2. **Take a snapshot of the heap before and after it.**\n"
        "3. Follow the references that keep the new objects alive.\n"
        "4. Repeat the action once more after the fix.\n"
    )

    assert len(propose(question, steps)) == 4


def test_a_list_of_more_names_than_points_gives_none() -> None:
    names = "".join(f"- {thing} {kind}\n" for kind in KINDS for thing in THINGS)

    assert propose("How does a store work?", names) == ()

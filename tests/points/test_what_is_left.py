"""What a cut leaves is a whole statement of its own, or there is no point."""

import pytest

from drill.points.proposing import propose

FACT = "Entries leave the memory after a minute, and they never come back"


def points(answer: str) -> list[str]:
    return [point.text for point in propose("How does it work?", answer)]


@pytest.mark.parametrize(
    "sentence",
    [
        "If I give you two entries, `a` and `b`, and you compute the difference of their ages "
        "`b - a`, you can look at the sign of it to see which of them is the older one.",
        "As the handbook of the store states, once an entry is marked as old for a particular "
        "group of readers, its owner is to meet them to discuss what they still need it for.",
        "Many small stores of a single host give each of its readers a richer, more expressive "
        "view of the entries than one large store could.",
        "The reason for a slow store of entries isn't the one that most owners name — it's the "
        "network that connects them to it.",
        "Un magasin proche est un espace de la mémoire vive de la machine qui permet de mettre en "
        "forme les pages et de les garder pour la suite.",
        "Latency for many readers of the near store will always be far smaller than latency for "
        "readers of some far store that belongs to another host.",
    ],
)
def test_a_clause_that_needs_what_was_cut_gives_no_point(sentence: str) -> None:
    assert points(f"{FACT}.\n\n{sentence}\n") == [FACT]


def test_items_of_which_the_same_is_left_give_no_points() -> None:
    kind = "операция, которая принимает две записи ближнего хранилища `A` и `B` и возвращает"
    answer = f"- `one` - {kind} результат типа `A`;\n- `two` - {kind} результат типа `B`;\n"

    assert points(answer) == []


def test_text_on_the_next_question_gives_no_points() -> None:
    answer = f"{FACT}.\n\n## Question 5\n\nA far store keeps what the near stores drop.\n"

    assert points(answer) == [FACT]


def test_a_participle_after_a_phrase_without_a_subject_gives_no_point() -> None:
    answer = (
        "Without locks of their own, readers of the store may take an old entry for a new one, "
        "causing wrong results that nobody sees at once."
    )

    assert not [point for point in points(answer) if point.startswith("Causes")]


def test_a_name_in_a_run_of_names_is_no_title() -> None:
    answer = (
        f"{FACT}.\n\nEntries\n\nLocks\n\nAnything that its owner does not want to lose.\n\n"
        "Topics\n\nQueues\n\nAll that the near stores have dropped from it.\n"
    )

    assert not [point for point in points(answer) if point.startswith(("Locks:", "Queues:"))]


def test_a_participle_after_several_clauses_gets_the_subject_of_none() -> None:
    answer = (
        "Readers take the address of the false host, so what was meant for the store goes to the "
        "owner of the host, enabling attacks on the old entries of the store."
    )

    assert not [point for point in points(answer) if "Readers enable" in point]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (  # a time of day is no label
            "- 8:00 - the store of entries is emptied\n- 9:30 - its readers come back\n",
            ["8:00 - the store of entries is emptied", "9:30 - its readers come back"],
        ),
        (  # neither half of the list holds three things
            "The three stores of it are for:\n\n- near store of all\n- far store of all\n"
            f"- cold store of it\n- spare store of all the entries\n\n{FACT}.\n",
            [
                "near store of all, far store of all, cold store of it, spare store of all the "
                "entries",
                FACT,
            ],
        ),
        (  # a dash leads on to a list, like a colon
            "The store is the part of a host that everybody reads from, it has -\n"
            f"- entries\n- locks\n\n{FACT}.\n",
            ["entries, locks", FACT],
        ),
        (  # a question above its answer is a heading
            f"- **Age: when is an entry old?**\n  {FACT}.\n- The far store keeps what it has.\n",
            [FACT, "The far store keeps what it has"],
        ),
        (  # "this" is code in another language
            "This bir nesneye işaret eder. This değeri bazen window olur, bazen this boştur. Bir "
            "fonksiyonda this onu çağıran nesnedir, bir sınıfta this yeni nesnedir.\n",
            [],
        ),
        (
            f"{FACT}.\n\n**First read:** Lesson 02\n\nThe rest of it is the same as above, too.\n",
            [FACT],
        ),
        (
            f"{FACT}.\n\n## What to listen for\n\nA reader who knows an entry says it at once.\n",
            [FACT],
        ),
        (
            "## Near\nA new entry is put at the end of the list.\nCan be read by every reader.\n"
            "## Far\nA new entry is put on the disk.\nCan be read by its owner only.\n",
            [
                "Near: A new entry is put at the end of the list",
                "Near: Can be read by every reader",
                "Far: A new entry is put on the disk",
                "Far: Can be read by its owner only",
            ],
        ),
    ],
)
def test_what_a_line_is_decides_what_is_left_of_it(answer: str, expected: list[str]) -> None:
    assert points(answer) == expected


def test_an_operator_in_front_of_a_sentence_is_its_subject() -> None:
    sentence = "== compares the ages of two entries, and equals compares their texts"

    assert points(f"{sentence}.\n") == [sentence]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The store of the near host drops the entries at once, unlike the store of the far "
            "host, which keeps each entry on a disk until its owner wants it.",
            [
                "The store of the near host drops the entries at once",
                "The store of the far host keeps each entry on a disk until its owner wants it",
            ],
        ),
        (
            "A store is closed for the readers (the near, the far, and the cold ones) and two "
            "locks are taken from the list of the owner (the first and the last).",
            [
                "A store is closed for the readers (the near, the far, and the cold ones)",
                "Two locks are taken from the list of the owner (the first and the last)",
            ],
        ),
        (
            "The near store derives its name from the rule of small distances, which states that "
            "all the readers of one host can use a single list of locks and entries.",
            [
                "The near store derives its name from the rule of small distances",
                "All the readers of one host can use a single list of locks and entries",
            ],
        ),
    ],
)
def test_a_second_clause_with_a_subject_of_its_own_is_a_point(
    sentence: str, expected: list[str]
) -> None:
    assert points(sentence) == expected


def test_items_that_differ_by_a_negation_are_no_repetition() -> None:
    facts = [
        "The near store copies the entries of other hosts with the lock of its owner",
        "The near store never copies the entries of other hosts with the lock of its owner",
    ]

    assert points("".join(f"- {fact}\n" for fact in facts)) == facts


@pytest.mark.parametrize(
    "beside",
    [
        "- How do the readers of a store share a lock?\n- What does an entry hold?\n"
        "- Why is a far store slow?\n- Locks of the near stores\n",
        "A very common question about the stores of a host.\n",
        "Habla sobre cómo se guardan las entradas del almacén y de quién son.\n",
        "Start with a 1-minute overview of the stores, then go into the details.\n",
        "Given an array of entries, find the oldest entry of the store.\n",
        "def oldest_entry( entries, age = 35 ) of the store\n",
        "Had I kept the entries of all the readers of the near store together with the locks that "
        "they hold, nobody would have lost anything.\n",
    ],
)
def test_questions_tasks_and_half_conditions_give_no_points(beside: str) -> None:
    assert points(f"{FACT}.\n\n{beside}") == [FACT]


def test_a_bold_name_above_a_list_is_no_point_of_its_own() -> None:
    answer = (
        "- **Polymorphism of a class** (forms of two kinds):\n  - **Near**: It keeps its entries.\n"
    )

    assert points(f"{FACT}.\n\n{answer}") == [FACT, "Near keeps its entries"]


def test_a_short_statement_that_answers_the_question_is_a_point() -> None:
    answer = "A far store is slow.\n\nReaders wait for the owner of the host that it stands on.\n"

    proposed = [point.text for point in propose("Does a far store keep entries?", answer)]

    assert proposed == [
        "A far store is slow",
        "Readers wait for the owner of the host that it stands on",
    ]

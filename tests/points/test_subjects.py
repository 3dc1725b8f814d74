"""The subject of a sentence that leaves it out, and sentences that say nothing of it."""

import pytest

from drill.points.proposing import propose


def points(answer: str, question: str = "How does it work?") -> list[str]:
    return [point.text for point in propose(question, answer)]


@pytest.mark.parametrize(
    ("question", "answer", "second"),
    [
        (
            "¿Qué es la caché de páginas?",
            "La caché de páginas es una copia de la base de datos en memoria. Se usa para leer "
            "las páginas que no cambian.",
            "La caché de páginas se usa para leer las páginas que no cambian",
        ),
        (
            "Что такое журнал?",
            "Журнал — это список всех изменений. Используется для восстановления после сбоя.",
            "Журнал используется для восстановления после сбоя",
        ),
        (
            "什么是日志？",
            "内存日志是所有更改的列表。用于在崩溃后恢复数据。",
            "内存日志用于在崩溃后恢复数据",
        ),
    ],
)
def test_a_verb_without_a_subject_gets_the_one_before(
    question: str, answer: str, second: str
) -> None:
    assert points(answer, question)[1] == second


def test_one_of_several_things_asked_for_is_named() -> None:
    answer = "A write log lists every change. This makes a restart safe after any failure."

    assert points(answer, "What is the difference between a write log and a page store?")[1] == (
        "Write log: makes a restart safe after any failure"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The log has two problems.",
        "This would mean more work for the people at night.",
        "Storage by cost is a controversial topic.",
        "The diagram shows how the store works.",
        "Convert it by the formula: sum of all the rows of the table, divided by the number of "
        "hosts that hold at least one of them, less the rows that nobody reads.",
        "The lack of a schema means that within a single collection of the store, no two entries "
        "need to have the same fields, names, types or lengths.",
    ],
)
def test_a_sentence_without_a_fact_gives_no_point(sentence: str) -> None:
    fact = "Entries leave the memory after a minute, and they never come back"

    assert points(f"{fact}.\n\n{sentence}\n") == [fact]


def test_a_cut_leaves_no_half_of_a_series() -> None:
    answer = (
        "The far store is a small and popular kind of database known for its simplicity, readable "
        "files, and a large family of tools.\n\nEntries leave the memory after a minute.\n"
    )

    assert not any(point.endswith("simplicity") for point in points(answer))


def test_on_the_other_hand_goes() -> None:
    answer = "A table holds rows. A view, on the other hand, holds only a question about them."

    assert points(answer)[1] == "A view holds only a question about them"


def test_a_sentence_that_lost_its_pronoun_gives_no_subject() -> None:
    answer = (
        "It documents the port the reader listens on and can be used by tools and by larger "
        "objects. It does not open the port externally by itself."
    )

    assert not any("reader does not open" in point for point in points(answer, "What is it for?"))


def test_a_condition_is_not_joined_with_the_code_after_it() -> None:
    answer = (
        "Yes.\n\nIf the table size is below:\n\n```text\nstore.limit\n```\n\n"
        "The store may automatically keep the entry in memory for all its readers.\n"
    )

    assert points(answer, "Does the store keep entries?") == [
        "The store may automatically keep the entry in memory for all its readers"
    ]


def test_a_verb_after_this_is_no_noun() -> None:
    answer = (
        "I used a dashboard of the queue to build an alert for each of its workers.\n\n"
        "This allowed us to see each stall of the queue before a user noticed it.\n"
    )

    assert (
        points(answer)[-1] == "Allowed us to see each stall of the queue before a user noticed it"
    )


def test_it_in_a_list_of_benefits_is_what_has_them() -> None:
    answer = (
        "A lease is a lock with an end. A latch, on the other hand, is a lock for a moment.\n\n"
        "- **Benefits of a lease**:\n  - It ends by itself when its holder is gone for good.\n"
        "  - It needs no cleaner, which saves a process on every host.\n"
    )

    assert not [point for point in points(answer) if "latch" in point.lower()][1:]


def test_the_owner_of_its_ends_in_an_apostrophe_after_s() -> None:
    answer = (
        "Leases are locks with an end that every holder of an entry knows in advance of it. "
        "Their main purpose is to survive a crash of the holder."
    )

    assert points(answer)[1] == "Leases' main purpose is to survive a crash of the holder"


def test_a_label_like_the_one_before_is_no_part_of_it() -> None:
    answer = (
        "Layer 2 switch: Uses the addresses of the cards\n"
        "Layer 3 switch: Routes between networks too\n"
    )

    assert points(answer) == [
        "Layer 2 switch uses the addresses of the cards",
        "Layer 3 switch: Routes between networks too",
    ]


def test_it_after_two_subjects_is_neither() -> None:
    answer = (
        "A latch is free of any wait whereas a lease waits for its holder. It ends by itself when "
        "its holder is gone for good."
    )

    assert points(answer, "What is the difference between a latch and a lease?") == [
        "A latch is free of any wait whereas a lease waits for its holder"
    ]


def test_a_phrase_before_the_subject_is_no_subject() -> None:
    answer = (
        "In a shared store, compare what each of the readers does with an old entry. They may be "
        "layers rather than substitutes of each other."
    )

    assert not [point for point in points(answer) if "store may" in point]


@pytest.mark.parametrize(
    ("answer", "nonsense"),
    [
        (
            "A store was slow for a week. This taught us that the way to an entry is as important "
            "as the entry.",
            "The taught",
        ),
        (
            "- Sits between readers and stores.\n"
            "- Main purpose: hides the stores and adds a cache.\n"
            "- It does not have to spread the load of the readers.\n",
            "purpose does",
        ),
        (
            "Pipelines are code.\n\nIntegrates with Git, Maven, Docker, Kubernetes, etc.\n\n"
            "Supports workflows of others\n",
            "Git supports",
        ),
        (
            "The minima achieved by a full search may vary from that achieved by samples. It is "
            "observed that the minima achieved by samples are close to it.",
            "Observed",
        ),
    ],
)
def test_words_before_a_verb_that_are_no_subject_are_not_repeated(
    answer: str, nonsense: str
) -> None:
    assert not [point for point in points(answer) if nonsense in point]

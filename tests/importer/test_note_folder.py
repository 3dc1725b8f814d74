"""Folders of notes with one question each: what of a note is asked, and what answers."""

from pathlib import PurePath

from drill.importer import import_document
from drill.importer.note_folder import Note, are_notes, import_notes, read_note


def notes_of(texts: list[str], name: str = "note") -> list[Note]:
    return [
        note
        for number, text in enumerate(texts, 1)
        if (note := read_note(PurePath(f"{name}-{number}.md"), text.encode(), import_document))
    ]


def questions(notes: list[str]) -> list[tuple[str, str | None]]:
    read = notes_of(notes)
    assert are_notes(read)
    return [
        (question.text, question.answer) for question in import_notes(read, "notes").deck.questions
    ]


def test_text_above_the_shared_heading_of_all_notes_is_the_question() -> None:
    notes = [
        f"# Shed load from {each}\n\nHow do you reject work early?\n\n## Guide\n\n- At the edge of"
        f" {each}.\n"
        for each in ("one", "two", "three")
    ]
    assert questions(notes) == [
        (f"Shed load from {each}\n\nHow do you reject work early?", f"- At the edge of {each}.")
        for each in ("one", "two", "three")
    ]


def test_a_question_in_a_note_replaces_a_title_that_is_only_a_number() -> None:
    notes = [
        f"---\ntitle: Pergunta 000{n}\n---\nTemos {n} eventos.\n\nO que é a união?\n"
        for n in (1, 2, 3)
    ]
    assert questions(notes) == [
        (f"O que é a união?\n\nTemos {n} eventos.", None) for n in (1, 2, 3)
    ]


def test_a_question_field_of_two_lines_is_the_question() -> None:
    notes = [
        f"---\nid: {n}\nquestion: 'Error {n}: the data has\n  one class'\n---\n\nCheck step {n}.\n"
        for n in (1, 2, 3)
    ]
    assert questions(notes) == [
        (f"Error {n}: the data has one class", f"Check step {n}.") for n in (1, 2, 3)
    ]


def test_options_of_a_note_become_options() -> None:
    notes = [
        f"# exam-0{n}\n\nWhich port does DNS use?\n\nA. 5{n}\n\nB. 53\n\n## Feedback\n\nIt is 53.\n"
        for n in (0, 1, 2)
    ]
    first = import_notes(notes_of(notes, "exam"), "exam").deck.questions[0]
    assert (first.text, first.answer) == ("Which port does DNS use?", "It is 53.")
    assert [option.text for option in first.options] == ["50", "53"]


def test_notes_without_text_and_lists_of_links_to_notes_are_no_questions() -> None:
    notes = [f"# What is {word}?\n\nA thing.\n" for word in ("a port", "a heap", "a trie")]
    others = ["", "\0\1\2", "All of it:\n\n- [[a port]]\n- [a heap](heap.md), [[trie|tries]]\n"]
    assert [text for text, _ in questions(notes + others)] == [
        "What is a port?",
        "What is a heap?",
        "What is a trie?",
    ]

"""Tags of questions, and the spelling that the document gives them."""

import pytest

from drill.importer import import_document
from drill.importer.update import merge

DOCUMENT = """\
# Questions

## Core React

### What is JSX?

Syntax.

## :gear: Old Q&A (2)

### What is a ref?

A handle.

## Testing

### What is a snapshot?

A file.
"""


def test_headings_become_tags_and_the_deck_keeps_their_spelling() -> None:
    deck = import_document(DOCUMENT.encode(), "react.md").deck
    assert [question.tags for question in deck.questions] == [
        ("core-react",),
        ("old-q-a",),
        ("testing",),
    ]
    assert deck.topics == ("Core React", "Old Q&A")


def test_an_update_keeps_the_spellings_of_questions_that_are_gone() -> None:
    old = import_document(DOCUMENT.encode(), "react.md").deck
    new = import_document(DOCUMENT.replace("Core React", "REACT core").encode(), "react.md").deck
    assert merge(old, new).deck.topics == ("Core React", "Old Q&A", "REACT core")


def test_a_table_keeps_the_spelling_of_its_tags() -> None:
    deck = import_document(b"question,answer,tags\nWhy?,So.,LLM\nHow?,Thus.,sql\n", "t.csv").deck
    assert ([question.tags for question in deck.questions], deck.topics) == (
        [("llm",), ("sql",)],
        ("LLM",),
    )


@pytest.mark.parametrize("contents", ["Table of Contents", "Mục lục", "**目录**"])
def test_a_heading_of_contents_is_not_the_title_of_a_deck(contents: str) -> None:
    text = f"# {contents}\n\n## What is S3?\n\nA store.\n\n## What is IAM?\n\nUsers and roles.\n"
    assert import_document(text.encode(), "cloud.md").deck.title == "cloud"

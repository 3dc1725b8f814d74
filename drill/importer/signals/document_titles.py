"""The titles of a document: of its front matter, its first heading and its file."""

import re
from collections.abc import Sequence

from drill.importer.signals.candidates import Candidate
from drill.importer.signals.title_topics import (
    lists_questions,
    names_answers,
    names_cards,
    names_questions,
    names_terms,
    names_work,
)
from drill.importer.source.document import Document

_OPENING = 5
"""The first lines, one of which is the title of a document without headings."""
_SUBTITLE = re.compile(r"#{0,6}[^\W\d_].{0,40}")
"""A short line below the first heading, or above it a heading without a space: `#Title`."""


def document_titles(document: Document, heading: Candidate | None, name: str) -> list[str]:
    """The titles of a document whose first heading is `heading` and whose file is `name`."""
    front = document.front
    texts = [line for line in document.lines[:front] if line.startswith(("title", "Title"))]
    if heading is None:
        texts += document.lines[front : front + _OPENING]
    else:
        texts.append(heading.title)
        for start in (front, heading.end):
            opening = document.lines[start : start + _OPENING]
            first = next((line.strip() for line in opening if line.strip()), "")
            texts += [first] if _SUBTITLE.fullmatch(first) and lists_questions(first) else []
    return [*texts, name.replace("_", " ").replace("-", " ")]


def ask(titles: Sequence[str]) -> bool:
    """Whether a title names questions, or is just "Answers": then what it is about asks.

    What a guide says of questions is only its topic.
    """
    named = any(names_questions(title) or names_answers(title) for title in titles)
    return named and not any(map(names_work, titles))


def list_questions(titles: Sequence[str]) -> bool:
    """Whether a title announces questions."""
    return ask(titles) and any(map(lists_questions, titles))


def define(titles: Sequence[str]) -> bool:
    """Whether a title says that the document is a glossary, or flash cards."""
    return any(names_terms(title) or names_cards(title) for title in titles)

"""The titles of a document: of its front matter, its first heading and its file."""

from collections.abc import Iterable

from drill.importer.signals.candidates import Candidate
from drill.importer.signals.title_topics import names_answers, names_questions
from drill.importer.source.document import Document

_OPENING = 5
"""The first lines, one of which is the title of a document without headings."""


def document_titles(document: Document, heading: Candidate | None, name: str) -> list[str]:
    """The titles of a document whose first heading is `heading` and whose file is `name`."""
    front = document.front
    texts = [line for line in document.lines[:front] if line.startswith(("title", "Title"))]
    texts += [heading.title] if heading else document.lines[front : front + _OPENING]
    return [*texts, name.replace("_", " ").replace("-", " ")]


def ask(titles: Iterable[str]) -> bool:
    """Whether a title names questions, or is just "Answers": then what it is about asks."""
    return any(names_questions(title) or names_answers(title) for title in titles)

"""The titles of a document: of its front matter, its first heading and its file."""

import re
from collections.abc import Iterable

from drill.importer.signals.candidates import Candidate
from drill.importer.signals.title_topics import lists_questions, names_answers, names_questions
from drill.importer.source.document import Document

_OPENING = 5
"""The first lines, one of which is the title of a document without headings."""
_HEADING = re.compile(r"\s*#{1,6}\s")
_SUBTITLE = 60
"""The most characters of a line beside the first heading that may say what the document is."""


def document_titles(document: Document, heading: Candidate | None, name: str) -> list[str]:
    """The titles of a document whose first heading is `heading` and whose file is `name`."""
    front = document.front
    texts = [line for line in document.lines[:front] if line.startswith(("title", "Title"))]
    opening = document.lines[front : front + _OPENING]
    if heading is None:
        texts += opening
    else:
        beside = opening + document.lines[heading.end : heading.end + _OPENING]
        lines = (
            line
            for line in beside
            if len(line) <= _SUBTITLE and lists_questions(line) and not _HEADING.match(line)
        )
        texts += [heading.title, *lines]
    return [*texts, name.replace("_", " ").replace("-", " ")]


def ask(titles: Iterable[str]) -> bool:
    """Whether a title names questions, or is just "Answers": then what it is about asks."""
    return any(names_questions(title) or names_answers(title) for title in titles)

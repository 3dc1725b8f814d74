"""The titles of a document: of its front matter, its first heading and its file."""

from drill.importer.signals.candidates import Candidate
from drill.importer.source.document import Document

_OPENING = 5
"""The first lines, one of which is the title of a document without headings."""


def document_titles(document: Document, heading: Candidate | None, name: str) -> list[str]:
    """The titles of a document whose first heading is `heading` and whose file is `name`."""
    front = document.front
    texts = [line for line in document.lines[:front] if line.startswith(("title", "Title"))]
    texts += [heading.title] if heading else document.lines[front : front + _OPENING]
    return [*texts, name.replace("_", " ").replace("-", " ")]

"""The document formats: each module turns bytes or text into Markdown or into cards.

read_source   detects the format by content, then by file extension, and calls its reader
web, notebook, word*, pdf*   -> Markdown, which then goes through the whole pipeline
delimited, rows, columns, anki*   -> Cards: the format already says what is a question
unsupported   formats that another program converts, and its command
"""

from drill.importer.formats.cards import Card, Cards
from drill.importer.formats.detection import read_source
from drill.importer.formats.unsupported import refuse_url

__all__ = ["Card", "Cards", "read_source", "refuse_url"]

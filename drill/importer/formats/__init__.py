"""The formats of documents: each module turns bytes or text into Markdown or into cards.

read_source   what a document is, by its content and its name's ending, and its reader
web, notebook, word*, pdf*   -> Markdown, which is then read as any document is
delimited, rows, columns, anki*   -> Cards, whose questions need not be looked for
unsupported   what another program converts, and the command that does
"""

from drill.importer.formats.cards import Card, Cards
from drill.importer.formats.detection import read_source
from drill.importer.formats.unsupported import refuse_url

__all__ = ["Card", "Cards", "read_source", "refuse_url"]

"""The document formats: each module turns bytes or text into Markdown or into cards.

read_source   detects the format by content, then by file extension, and calls its reader
html, notebook, word, pdf   -> Markdown, which then goes through the whole pipeline
delimited, own_csv, anki, gift, aiken   -> Cards: the format already says what is a question;
              `columns`, `column_names` and `column_contents` find out what each column holds,
              `rows` makes the cards
markdown_blocks   the blocks that all of them write; `archive` opens zip files
optional_packages   names the extra that a format needs
unsupported   formats that another program converts, and its command
"""

from drill.importer.formats.cards import Card, Cards
from drill.importer.formats.detection import read_source
from drill.importer.formats.unsupported import refuse_url

__all__ = ["Card", "Cards", "read_source", "refuse_url"]

"""The library: all decks under some files and folders, found without reading them all again.

`library` is what others use. `files` finds the deck files, `index` and `cells` keep in SQLite what
they said when they were read, `indexing` brings the index up to date, `level_index` makes it anew
where it is damaged, `query` turns a selection into SQL.
"""

from drill.library.indexing import Progress, Read
from drill.library.library import Library, Summary, rooted

__all__ = ["Library", "Progress", "Read", "Summary", "rooted"]

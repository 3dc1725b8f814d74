"""The library: all decks under some files and folders, found through an index.

`library` is the public module. `files` finds the deck files, `index` and `cells` keep their content
in SQLite, `indexing` updates the index, `level_index` rebuilds it if it is damaged, `query` turns a
selection into SQL.
"""

from drill.library.indexing import Progress, Read
from drill.library.library import Library, Summary, rooted

__all__ = ["Library", "Progress", "Read", "Summary", "rooted"]

"""The library: all decks under some files and folders, found without reading them all again."""

from drill.library.indexing import Progress, Read
from drill.library.library import Library, Summary, rooted

__all__ = ["Library", "Progress", "Read", "Summary", "rooted"]

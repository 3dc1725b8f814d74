"""The library: all decks under some files and folders, found without reading them all again.

What it keeps in the cache folder is disposable: deleting it costs only time.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from drill.errors import Problem
from drill.model import Entry, Reading
from drill.selection import Selection, fits_text

Read = Callable[[bytes, str], Reading]
Progress = Callable[[int, int], None]
"""Told from time to time how many files of how many are done."""


@dataclass(frozen=True, slots=True)
class Summary:
    """One deck as the library lists it; `questions` is how many it has."""

    id: str
    title: str
    path: str
    questions: int


class Library:
    """The decks under `roots`, by their index; make one with `open`, and `close` it."""

    def __init__(self, roots: Sequence[Path], cache: Path | None, read: Read) -> None:
        self._roots, self._cache, self._read = roots, cache, read
        self._entries: dict[str, Entry] = {}
        self._problems: list[Problem] = []
        self._summaries: list[Summary] = []
        self.refresh()

    @classmethod
    def open(
        cls,
        roots: Sequence[Path],
        cache: Path | None,
        read: Read,
        decks: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> "Library":
        """The library of the files and folders `roots`, with its index in the folder `cache`.

        The first root that has a deck of some id wins. `cache` None keeps the index in memory.
        `decks` are DECK arguments: those that name a file or folder outside the roots are added,
        and where all do, the roots are left out. Cheap: changed files of a large library are seen
        by `refresh`, and by `entries` for the questions that it gives.
        """
        return cls([*roots, *map(Path, (d for d in decks if Path(d).exists()))], cache, read)

    def close(self) -> None:
        """Let go of the index."""

    def refresh(self) -> None:
        """Look at every file, and read those that changed. Any thread may call it."""
        self._entries, self._problems, self._summaries = {}, [], []
        for root in self._roots:
            files = [root] if root.is_file() else sorted(root.rglob("*.y*ml"))
            for path in files:
                reading = self._read(path.read_bytes(), str(path))
                self._problems += reading.problems
                if (deck := reading.deck) is None:
                    continue
                self._summaries.append(
                    Summary(deck.id, deck.title, str(path), len(deck.questions))
                )
                for each in deck.questions:
                    tags = tuple(dict.fromkeys((*each.tags, *deck.tags)))
                    line = reading.places[each.id]
                    entry = Entry(deck.id, deck.title, each, tags, str(path), line)
                    self._entries.setdefault(entry.key, entry)

    def find(self, selection: Selection) -> list[str]:
        """The keys of the questions that fit `selection`, in document order.

        `due`, `new`, `weak` and `count` are the caller's to apply. `decks` may be ids, files or
        folders. Raises DrillError for a deck that there is not.
        """
        return list(self.walk(selection))

    def walk(self, selection: Selection) -> Iterator[str]:
        """What `find` gives, one by one, reading no more files than were asked for.

        On a first run the first keys come before the index is complete.
        """
        for key, entry in self._entries.items():
            if fits_text(selection, entry):
                yield key

    def among(self, selection: Selection, keys: Iterable[str]) -> list[str]:
        """Those of `keys` that the library has and that fit `selection`, in the order given."""
        fitting = set(self.find(selection))
        return [key for key in keys if key in fitting]

    def entries(self, keys: Iterable[str]) -> list[Entry]:
        """The questions of `keys`, in that order, as their files read now; vanished ones left out."""
        return [self._entries[key] for key in keys if key in self._entries]

    def count(self) -> int:
        """How many questions there are."""
        return len(self._entries)

    def decks(self) -> list[Summary]:
        """All decks, in document order."""
        return self._summaries

    def tags(self) -> list[str]:
        """All tags in alphabetical order."""
        return sorted({tag for entry in self._entries.values() for tag in entry.tags})

    def problems(self) -> list[Problem]:
        """Everything that is wrong in the deck files, in document order, by line."""
        return self._problems

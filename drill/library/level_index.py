"""The index in use: kept current with the files, and rebuilt if it is damaged."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import TypeVar

from drill.library import files, index
from drill.library.indexing import Progress, Read, fits, is_level, reread, steps
from drill.text import encodable

T = TypeVar("T")
Row = tuple[int | str | None, ...]


class LevelIndex:
    """The index of the decks under `roots`, in the folder `cache` or, if None, in memory.

    `read` reads a deck file; `examples` is the root of the example decks.
    """

    def __init__(
        self,
        roots: Sequence[Path],
        cache: Path | None,
        read: Read,
        examples: Path | None = None,
    ) -> None:
        self._roots, self._cache, self._read = roots, cache, read
        self._examples = roots.index(examples) if examples in roots else None
        self._lock = Lock()
        self._closed = False
        self._thread: Thread | None = None
        self._index = index.connect(cache, roots)
        try:
            self._look()
        except sqlite3.DatabaseError as error:
            self._make_anew(error)

    def close(self) -> None:
        """Close the index; a background refresh stops at its next file."""
        self._closed = True
        if self._thread:
            self._thread.join()
        self._index.close()

    def refresh(self, progress: Progress | None = None) -> None:
        """Check every file, and read the changed ones."""
        self._rebuilding(lambda: self._refresh(progress))

    def refresh_behind(self) -> None:
        """Start a `refresh` in a background thread, while the user thinks."""
        if self._thread is None:
            self._thread = Thread(target=self._refresh_quietly, daemon=True)
            self._thread.start()

    def _changed(self, paths: Sequence[str]) -> list[str]:
        """The files that have changed since they were read."""
        with self._lock:
            known = index.known_files(self._index, paths)
        return [
            path for path, known_file in known.items() if not fits(known_file, files.stamp(path))
        ]

    def _reread(self, paths: Sequence[str]) -> None:
        with self._lock:
            known = index.known_files(self._index, paths)
        deck_files = [
            (known_file.root, deck_file)
            for path, known_file in known.items()
            for deck_file in files.scan(Path(path), {})
        ]
        reread(self._index, self._lock, deck_files, known, self._read)
        with self._lock:
            gone = known.keys() - {deck_file.path for _, deck_file in deck_files}
            index.forget(self._index, [known[path].id for path in gone])

    def _is_level(self) -> bool:
        with self._lock:
            return is_level(self._index)

    def _finish(self) -> None:
        if not self._complete:
            self.refresh()

    def _steps(self) -> Iterator[tuple[int, int]]:
        for progress in steps(self._index, self._lock, self._roots, self._read):
            yield progress
            if self._closed:
                return
        self._complete = True

    def _refresh(self, progress: Progress | None) -> None:
        for done, total in self._steps():
            if progress:
                progress(done, total)

    def _refresh_quietly(self) -> None:
        # A fault of the index will show, and be repaired, at the next query.
        with suppress(sqlite3.DatabaseError):
            self._refresh(None)

    def _ask(self, sql: str, values: Sequence[str] = ()) -> list[Row]:
        def rows() -> list[Row]:
            with self._lock:
                return self._index.execute(sql, list(map(encodable, values))).fetchall()

        return self._rebuilding(rows)

    def _rebuilding(self, do: Callable[[], T]) -> T:
        """Call `do`; if the index turns out to be damaged, rebuild it and call `do` again.

        If the new index is damaged too, the disk is at fault: the next one is in memory.
        """
        try:
            return do()
        except sqlite3.DatabaseError as error:
            self._make_anew(error)
        try:
            self._refresh(None)
            return do()
        except sqlite3.DatabaseError as error:
            self._cache = None
            self._make_anew(error)
        self._refresh(None)
        return do()

    def _readable(self, do: Callable[[], T]) -> T:
        """Call `do`; if the index has content that drill cannot have written, rebuild it."""
        try:
            return do()
        except (ValueError, TypeError, IndexError, KeyError, OverflowError):
            self._make_anew(sqlite3.DatabaseError("not what was written"))
        self._refresh(None)
        return do()

    def _make_anew(self, error: sqlite3.DatabaseError) -> None:
        """Start with an empty index; in memory if the disk or another process prevents a file."""
        with self._lock:
            self._index.close()
            if isinstance(error, sqlite3.OperationalError):
                if index.is_short_of_room(error):  # the history needs the room more
                    index.discard(self._cache, self._roots)
                self._cache = None
            self._index = index.connect(self._cache, self._roots, anew=True)
            self._look()

    def _look(self) -> None:
        self._full = index.has_search(self._index)
        self._complete = bool(self._index.execute("SELECT complete FROM about").fetchone()[0])

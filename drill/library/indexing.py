"""Updates the index from the files: reads new and changed ones, removes deleted ones."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from zlib import crc32

from drill.errors import Problem
from drill.garbage import uncollected
from drill.library import files, index
from drill.library.files import FoundFile, Stamp
from drill.library.index import Known
from drill.model import DeckReading

Read = Callable[[bytes, str], DeckReading]
Progress = Callable[[int, int], None]
"""Called at intervals with the number of files done and the total."""

# A file may change twice within one tick of its clock, so a stamp this young is not trusted.
_YOUNG = 2_000_000_000
# Up to this many files are checked each time the library is opened.
_FEW = 300
_CHUNKS = (4, 8, 16, 32, 64)


def is_level(connection: sqlite3.Connection) -> bool:
    """Whether the index is current, by a quick look at folders and, if they are few, files."""
    folders = connection.execute("SELECT path, mtime, size, inode FROM folder").fetchall()
    if any(files.stamp(path) != _cells(stamp) for path, *stamp in folders):
        return False
    if connection.execute("SELECT count(*) FROM file").fetchone()[0] > _FEW:
        return True
    known = index.known_files(connection)
    return all(fits(known_file, files.stamp(path)) for path, known_file in known.items())


def steps(
    connection: sqlite3.Connection, lock: Lock, roots: Sequence[Path], read: Read
) -> Iterator[tuple[int, int]]:
    """Read new and changed files in document order; yields the number of files done and the total.

    After each step its files are in the index; after the last step the index is complete.
    """
    folders: dict[str, Stamp | None] = {}
    deck_files: dict[str, tuple[int, FoundFile]] = {}
    for number, root in enumerate(roots):
        for deck_file in files.scan(root, folders):
            deck_files.setdefault(deck_file.path, (number, deck_file))
    with lock:
        known = index.known_files(connection)
    todo = [
        (number, deck_file)
        for path, (number, deck_file) in deck_files.items()
        if path not in known or not fits(known[path], deck_file.stamp)
    ]
    done, size = len(deck_files) - len(todo), iter(_CHUNKS)
    while todo:
        count = next(size, _CHUNKS[-1])
        chunk, todo = todo[:count], todo[count:]
        with uncollected():
            reread(connection, lock, chunk, known, read)
        done += len(chunk)
        yield done, len(deck_files)
    with lock, _transaction(connection):
        index.forget(connection, [known[path].id for path in known.keys() - deck_files.keys()])
        _hide(connection)
        young = time.time_ns() - _YOUNG
        connection.execute("DELETE FROM folder")
        connection.executemany(
            "INSERT INTO folder VALUES (?, ?, ?, ?)",
            [
                (path, *((-1,) * 3 if stamp and stamp[0] > young else stamp or (None,) * 3))
                for path, stamp in folders.items()
            ],
        )
        connection.execute("UPDATE about SET complete = 1")


def reread(
    connection: sqlite3.Connection,
    lock: Lock,
    deck_files: Iterable[tuple[int, FoundFile]],
    known: dict[str, Known],
    read: Read,
) -> None:
    """Read the found files into the index, each with the number of its root."""
    rows: list[tuple[int, FoundFile, DeckReading | None, int, int]] = []
    for number, file in deck_files:
        now = time.time_ns()
        data = file.problem or files.load(file.path)
        if isinstance(data, Problem):
            # Without a stamp it is retried each time.
            failed = FoundFile(file.path, file.place, None, data)
            rows.append((number, failed, DeckReading(None, (data,)), now, 0))
            continue
        before, sum_ = known.get(file.path), crc32(data)
        same = before and before.stamp == file.stamp and before.checksum == sum_
        rows.append((number, file, None if same else read(data, file.path), now, sum_))
    with lock, _transaction(connection):
        for number, file, reading, now, sum_ in rows:
            if reading is None:
                connection.execute("UPDATE file SET read = ? WHERE path = ?", (now, file.path))
                continue
            # Another process may have been here first.
            there = connection.execute("SELECT id FROM file WHERE path = ?", (file.path,))
            index.forget(connection, [id_ for (id_,) in there.fetchall()])
            index.put(connection, file, reading, root=number, read=now, checksum=sum_)
        _hide(connection)


def _hide(connection: sqlite3.Connection) -> None:
    """Hide all but the first of several decks with the same id."""
    twins = connection.execute(
        "SELECT id, deck FROM file WHERE hidden OR deck IN"
        " (SELECT deck FROM file GROUP BY deck HAVING count(*) > 1) ORDER BY root, place, path"
    ).fetchall()
    first: dict[str, int] = {}
    for id_, deck in twins:
        first.setdefault(deck, id_)
    connection.executemany(
        "UPDATE file SET hidden = ? WHERE id = ? AND hidden != ?",
        [(hidden, id_, hidden) for id_, deck in twins for hidden in [first[deck] != id_]],
    )


def fits(known: Known, stamp: Stamp | None) -> bool:
    """Whether a file with that stamp is certainly unchanged since it was read."""
    return stamp is not None and known.stamp == stamp and known.read - stamp[0] > _YOUNG


def _cells(stamp: Sequence[int | None]) -> Stamp | None:
    mtime, size, inode = stamp
    return None if mtime is None or size is None or inode is None else (mtime, size, inode)


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    # Of two transactions that begin with reading, only one could write.
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:  # a full disk has already ended it
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")

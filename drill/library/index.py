"""The index in SQLite: the content of the deck files as last read.

It is disposable: an index of another program, version or set of roots is rebuilt.
"""

import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from drill.library.cells import to_cell, to_data
from drill.library.files import FoundFile, Stamp
from drill.model import Deck, DeckReading, Entry
from drill.selection import searchable
from drill.text import encodable

_VERSION = 4
AT_ONCE = 500
"""Values per query; the lowest limit of SQLite for parameters is 999."""
_ROOM = 50_000_000  # bytes: less free space is left to the history, without an index
_WAIT = 5.0  # seconds to wait for another process that writes
_TABLES = """
CREATE TABLE about (roots TEXT, complete INTEGER, version INTEGER);
CREATE TABLE folder (path TEXT PRIMARY KEY, mtime INTEGER, size INTEGER, inode INTEGER)
    WITHOUT ROWID;
CREATE TABLE file (
    id INTEGER PRIMARY KEY, path TEXT UNIQUE, root INTEGER, place TEXT,
    mtime INTEGER, size INTEGER, inode INTEGER, read INTEGER, checksum INTEGER,
    deck TEXT, title TEXT, tags TEXT, topics TEXT, lang TEXT,
    questions INTEGER, hidden INTEGER DEFAULT 0
);
CREATE INDEX file_place ON file (root, place, path);
CREATE INDEX file_deck ON file (deck);
CREATE TABLE question (
    id INTEGER PRIMARY KEY AUTOINCREMENT, file INTEGER, key TEXT, difficulty TEXT, tags TEXT,
    line INTEGER
);
CREATE INDEX question_file ON question (file);
CREATE INDEX question_key ON question (key);
CREATE TABLE body (id INTEGER PRIMARY KEY, data TEXT);
CREATE TABLE problem (
    file INTEGER, line INTEGER, column INTEGER, code TEXT, message TEXT, hint TEXT, severity TEXT
);
CREATE INDEX problem_file ON problem (file);
"""
# Rows of removed questions stay in it: without the old text they cannot be deleted.
_SEARCH = """
CREATE VIRTUAL TABLE search USING fts5 (
    text, content='', columnsize=0, detail=none, tokenize="unicode61 remove_diacritics 0"
)
"""


@dataclass(frozen=True, slots=True)
class Known:
    """A file in the index: the number of its root, its stamp, the time of reading (ns)."""

    id: int
    root: int
    stamp: Stamp | None
    read: int
    checksum: int


def connect(
    folder: Path | None, roots: Sequence[Path], *, anew: bool = False
) -> sqlite3.Connection:
    """The index of `roots` in `folder`, created if missing; in memory if that fails.

    `anew` deletes an existing one first.
    """
    names = _names(roots)
    if folder is not None:
        path = _path(folder, names)
        for _ in range(2):
            try:
                folder.mkdir(parents=True, exist_ok=True)
                if anew:
                    _discard(path)
                if any(file.exists() and not file.is_file() for file in _files(path)):
                    break  # a pipe would block
                if not path.exists() and shutil.disk_usage(folder).free < _ROOM:
                    break
                return _prepared(path, names)
            except sqlite3.OperationalError:
                break  # locked, read-only, disk full: the file may be a good index
            except sqlite3.DatabaseError:
                anew = True
            except OSError:
                break
    return _prepared(None, names)


def discard(folder: Path | None, roots: Sequence[Path]) -> None:
    """Delete the index of `roots` in `folder`, if any, to free its space."""
    if folder is not None:
        with suppress(OSError):
            _discard(_path(folder, _names(roots)))


def is_short_of_room(error: sqlite3.DatabaseError) -> bool:
    """Whether the disk is full or read-only."""
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return kind in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


def _names(roots: Sequence[Path]) -> str:
    return encodable("\n".join(map(str, roots)))


def _path(folder: Path, names: str) -> Path:
    return folder / f"index-{crc32(names.encode()):08x}.db"


def _files(path: Path) -> list[Path]:
    """The file of an index, and those that SQLite opens beside it."""
    return [path.with_name(path.name + ending) for ending in ("", "-journal", "-wal", "-shm")]


def _discard(path: Path) -> None:
    for file in _files(path):
        file.unlink(missing_ok=True)


def _prepared(path: Path | None, roots: str) -> sqlite3.Connection:
    # The Library ensures that only one thread works at a time.
    connection = sqlite3.connect(
        path or ":memory:", timeout=_WAIT, isolation_level=None, check_same_thread=False
    )
    connection.create_function("casefold", 1, str.casefold, deterministic=True)
    try:
        if path is not None:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
        if not connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone():
            _create(connection, roots)
        _check(connection, roots)
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, roots: str) -> None:
    """Raise DatabaseError unless this is an index of this version and these roots."""
    table_info = connection.execute("PRAGMA table_info (about)").fetchall()
    columns = [name for _, name, *_ in table_info]
    about = (
        columns == ["roots", "complete", "version"]
        and connection.execute("SELECT roots, version FROM about").fetchone()
    )
    if about != (roots, _VERSION):
        raise sqlite3.DatabaseError("not an index of these decks")


def _create(connection: sqlite3.Connection, roots: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    if not connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone():
        for statement in _TABLES.split(";\n"):
            connection.execute(statement)
        with suppress(sqlite3.OperationalError):  # without FTS5, a search reads all texts
            connection.execute(_SEARCH)
        connection.execute("INSERT INTO about VALUES (?, 0, ?)", (roots, _VERSION))
    connection.execute("COMMIT")


def has_search(connection: sqlite3.Connection) -> bool:
    """Whether there is a full-text index."""
    query = "SELECT 1 FROM sqlite_schema WHERE name = 'search'"
    return connection.execute(query).fetchone() is not None


def known_files(
    connection: sqlite3.Connection, paths: Sequence[str] | None = None
) -> dict[str, Known]:
    """The files of the index by path: all, or those in `paths`."""
    select = "SELECT path, id, root, mtime, size, inode, read, checksum FROM file"
    if paths is None:
        rows = connection.execute(select).fetchall()
    else:
        rows = []
        for start in range(0, len(paths), AT_ONCE):
            batch = paths[start : start + AT_ONCE]
            places = ", ".join("?" * len(batch))
            rows += connection.execute(f"{select} WHERE path IN ({places})", batch).fetchall()
    return {
        path: Known(id_, root, None if mtime is None else (mtime, size, inode), read, checksum)
        for path, id_, root, mtime, size, inode, read, checksum in rows
    }


def forget(connection: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Remove files from the index, with their content."""
    rows = [(id_,) for id_ in ids]
    connection.executemany(
        "DELETE FROM body WHERE id IN (SELECT id FROM question WHERE file = ?)", rows
    )
    connection.executemany("DELETE FROM question WHERE file = ?", rows)
    connection.executemany("DELETE FROM problem WHERE file = ?", rows)
    connection.executemany("DELETE FROM file WHERE id = ?", rows)


def put(
    connection: sqlite3.Connection,
    deck_file: FoundFile,
    reading: DeckReading,
    *,
    root: int,
    read: int,
    checksum: int,
) -> None:
    """Add a file that is not in the index, with the content of `reading`."""
    deck = reading.deck
    header: tuple[str | int | None, ...] = (None,) * 6
    if deck:
        tags, topics = to_cell(deck.tags), to_cell(deck.topics)
        header = (deck.id, deck.title, tags, topics, deck.lang, len(deck.questions))
    cursor = connection.execute(
        "INSERT INTO file (path, root, place, mtime, size, inode, read, checksum, deck, title,"
        " tags, topics, lang, questions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            deck_file.path,
            root,
            deck_file.place,
            *(deck_file.stamp or (None,) * 3),
            read,
            checksum,
            *header,
        ),
    )
    file = cursor.lastrowid
    connection.executemany(
        "INSERT INTO problem VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (
                file,
                problem.line,
                problem.column,
                problem.code,
                problem.message,
                problem.hint,
                problem.severity,
            )
            for problem in reading.problems
        ],
    )
    if deck:
        _put_questions(connection, file, deck, reading)


def _put_questions(
    connection: sqlite3.Connection, file: int | None, deck: Deck, reading: DeckReading
) -> None:
    query = "SELECT seq FROM sqlite_sequence WHERE name = 'question'"
    first = (connection.execute(query).fetchone() or (0,))[0] + 1
    rows, bodies, texts = [], [], []
    for id_, question in enumerate(deck.questions, first):
        tags = tuple(dict.fromkeys((*question.tags, *deck.tags)))
        entry = Entry(deck.id, deck.title, question, tags, "", reading.places[question.id])
        rows.append((id_, file, entry.key, question.difficulty, to_cell(tags), entry.line))
        bodies.append((id_, to_data(question)))
        texts.append((id_, searchable(entry)))
    connection.executemany("INSERT INTO question VALUES (?, ?, ?, ?, ?, ?)", rows)
    connection.executemany("INSERT INTO body VALUES (?, ?)", bodies)
    if has_search(connection):
        connection.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", texts)

"""The union of histories: rows are joined by id, and if two differ, their content decides."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from drill.history import checksums, rows
from drill.history.ids import moved_attempt_id
from drill.model import Attempt, Session


@dataclass(frozen=True, slots=True)
class Retraction:
    """The attempt with the id `attempt` was undone, on any machine."""

    attempt: str


Record = Session | Attempt | Retraction


def _join(table: str, columns: tuple[str, ...], first: str, wins: str) -> str:
    """An INSERT that replaces a row with the same id if the new one `wins` (`<` or `>`).

    Rows are compared by the expression `first`, then by all columns, so that there is no tie.
    """
    new, old = (
        ", ".join([first.format(side), *(f"coalesce({side}.{column}, '')" for column in columns)])
        for side in ("excluded", table)
    )
    values = ", ".join(f"{column} = excluded.{column}" for column in columns)
    return (
        f"INSERT{rows.into(table, columns)} ON CONFLICT (id) DO UPDATE SET {values} "
        f"WHERE ({new}) {wins} ({old})"
    )


_JOIN_SESSION = _join("session", rows.SESSION, "{}.status = 'finished'", ">")
_ADD_RETRACTION = "INSERT OR IGNORE INTO retraction (attempt) VALUES (?)"
_STAGED = {"session": rows.SESSION, "attempt": rows.ATTEMPT, "retraction": ("attempt",)}
_ATTEMPT = f"SELECT {', '.join(rows.ATTEMPT)}, checksum FROM attempt WHERE id = ?"
_REPLACE_ATTEMPT = "INSERT OR REPLACE" + rows.into("attempt", rows.ATTEMPT)
_KEY = rows.ATTEMPT.index("key")
_JOIN_ATTEMPT = _join("attempt", rows.ATTEMPT, "{}.at", "<")


class Incoming(NamedTuple):
    """A record to be merged, as a row of its table."""

    table: str
    row: rows.Row


class Change(NamedTuple):
    """The questions that a record changed, and whether it is a new attempt."""

    keys: list[str]
    is_new: bool = False


class Staging:
    """Records kept on disk, so that any number takes little memory; made by `staged`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        for table, columns in _STAGED.items():
            db.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
        db.execute("BEGIN")

    def add(self, record: Record) -> None:
        """Append a record."""
        match record:
            case Session():
                table, row = "session", rows.to_session_row(record)
            case Attempt():
                table, row = "attempt", rows.to_attempt_row(record)
            case Retraction():
                table, row = "retraction", (record.attempt,)
        self._db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)

    def by_question(self) -> Iterator[list[Incoming]]:
        """All records, grouped by question, so that each question is replayed once."""
        for table in ("session", "retraction"):
            for row in self._db.execute(f"SELECT * FROM {table}"):
                yield [Incoming(table, row)]
        attempts = self._db.execute("SELECT * FROM attempt ORDER BY key")
        for _, same_key in groupby(attempts, key=itemgetter(_KEY)):
            yield [Incoming("attempt", row) for row in same_key]


@contextmanager
def staged() -> Iterator[Staging]:
    """A place for records that exists until the end of the block."""
    # An empty name makes SQLite open a temporary file, which it deletes by itself.
    with closing(sqlite3.connect("", isolation_level=None)) as db:
        yield Staging(db)


def put(db: sqlite3.Connection, record: Incoming) -> Change:
    """Merge one record into the open history."""
    name = str(record.row[0])
    if record.table == "session":
        db.execute(_JOIN_SESSION, record.row)
        checksums.seal(db, "session", name)
        return Change([])
    if record.table == "attempt":
        return _put_attempt(db, record.row)
    keys = [str(row[0]) for row in db.execute("SELECT key FROM attempt WHERE id = ?", (name,))]
    if not db.execute(_ADD_RETRACTION, record.row).rowcount:
        return Change([])
    checksums.seal(db, "retraction", name)
    return Change(keys)


def _put_attempt(db: sqlite3.Connection, row: rows.Row) -> Change:
    """Merge an attempt: the earlier one of two with one id keeps it, and the other is moved.

    A damaged row is replaced.
    """
    keys = list[str]()
    while True:
        name = str(row[0])
        found = db.execute(_ATTEMPT, (name,)).fetchone()
        *cells, kept = found or (None,)
        before = tuple(cells)
        if before == row:
            return Change(keys)
        keys.append(str(row[_KEY]))
        if before:
            keys.append(str(before[_KEY]))
        is_damaged = bool(before) and (
            kept != checksums.checksum(*before) or any(isinstance(cell, bytes) for cell in before)
        )
        if db.execute(_REPLACE_ATTEMPT if is_damaged else _JOIN_ATTEMPT, row).rowcount:
            checksums.seal(db, "attempt", name)
            if is_damaged or not before:
                return Change(keys, is_new=not before)
            row = before
        row = (moved_attempt_id(name, repr(row[1:])), *row[1:])

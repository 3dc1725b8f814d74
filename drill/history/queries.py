"""Questions to an open history, in SQL."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from drill.errors import DrillError
from drill.history import backups, checksums, rows
from drill.history.sqlite_errors import refusals
from drill.model import (
    FAILED_COVERAGE,
    KNOWN_COVERAGE,
    SURE_CONFIDENCE,
    Attempt,
    Knowledge,
    Session,
    Timing,
)
from drill.schedule.memory import Schedule, replay
from drill.text import encodable

if TYPE_CHECKING:
    from drill.history.merging import Record
    from drill.reporting.stats import Past

# Attempt ids are `session.serial`, and "/" comes after ".".
_SESSIONS = """
    SELECT *, id IN (SELECT session FROM checkpoint) AS runs, coalesce(ended, (
        SELECT max(at) FROM attempt
        WHERE attempt.id > session.id || '.' AND attempt.id < session.id || '/'
    )) AS until FROM session WHERE (runs OR EXISTS (
        SELECT 1 FROM attempt
        WHERE attempt.id > session.id || '.' AND attempt.id < session.id || '/'
    ))
"""
# `Knowledge.confident_miss` and `Knowledge.weak` in SQL; the partial indexes use the same terms.
SURPRISE = f"confidence >= {SURE_CONFIDENCE} AND coverage < {FAILED_COVERAGE}"
WEAK = f"coverage < {KNOWN_COVERAGE}"
_AT_ONCE = 500  # keys per query: the lowest limit of SQLite for parameters is 999

# The errors that a damaged value can raise.
_UNREADABLE = (ValueError, TypeError, OverflowError, KeyError, IndexError, AttributeError)

T = TypeVar("T")
Step = Callable[[], None]
"""Called after each step of long work, to show progress."""


def no_step() -> None:
    """Do nothing: nobody watches the progress."""


def _to_known(row: sqlite3.Row) -> tuple[str, Knowledge]:
    return row["key"], rows.to_knowledge(row)


def _to_timing(row: sqlite3.Row) -> Timing:
    *_, at, seconds, rating, met = row
    key, session = rows.to_text(row, 1), rows.to_text(row, 2)
    return Timing(key, session, rows.to_moment(at), float(seconds), rating, bool(met))


class Queries:
    """The history in the open file `path`; nothing here writes."""

    def __init__(self, path: Path, db: sqlite3.Connection, schedule: Schedule) -> None:
        self.path = path
        self._db = db
        self._schedule = schedule
        self.damage: dict[str, str] = {}
        """The unreadable rows, each with its fault; all other rows were read."""

    def knowledge(self, keys: Iterable[str]) -> dict[str, Knowledge]:
        """The knowledge of the questions `keys`, without those that have no scored attempt."""
        wanted = list(keys)
        known: dict[str, Knowledge] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            places = ", ".join("?" * len(part))
            table_rows = self._rows(f"SELECT * FROM knowledge WHERE key IN ({places})", part)
            for key, learned in self._sound("knowledge", table_rows, _to_known):
                known[key] = learned
        return known

    def due(self, before: datetime) -> Iterator[str]:
        """The keys of the questions that come back by `before`, the most urgent first.

        Confident misses come first, then the rest, each with the longest overdue first. They are
        read on demand, a page at a time.
        """
        yield from self._due_where(SURPRISE, before)
        yield from self._due_where(f"({SURPRISE}) IS NOT TRUE", before)

    def _due_where(self, condition: str, before: datetime) -> Iterator[str]:
        sql = (
            "SELECT key, due FROM knowledge WHERE due <= ? AND (due, key) > (?, ?) "
            f"AND {condition} ORDER BY due, key LIMIT {_AT_ONCE}"
        )
        due, key = -1, ""
        while page := self._rows(sql, [rows.to_number(before), due, key]):
            yield from self._sound("knowledge", page, rows.to_text)
            last = page[-1]["due"], page[-1]["key"]
            if tuple(map(type, last)) != (int, str) or last <= (due, key):
                return  # a damaged index can return the same page again and again
            due, key = last

    def weak(self) -> list[str]:
        """The keys of the questions whose last attempt covered less than three quarters."""
        return self._keys(f"SELECT key FROM knowledge WHERE {WEAK} ORDER BY key")

    def known(self) -> list[str]:
        """The keys of all questions that have a scored attempt."""
        return self._keys("SELECT key FROM knowledge ORDER BY key")

    def attempts(
        self, session: str | None = None, since: datetime | None = None, key: str | None = None
    ) -> list[Attempt]:
        """The attempts in order of time, without retracted ones.

        Conditions combine: those of one session, from the moment `since` on, of one question.
        """
        where, values = [rows.STANDS], list[rows.Cell]()
        if session is not None:
            where.append("id > ? || '.' AND id < ? || '/'")
            values += [session, session]
        if since is not None:
            where.append("at >= ?")
            values.append(rows.to_number(since))
        if key is not None:
            where.append("key = ?")
            values.append(key)
        sql = f"SELECT * FROM attempt WHERE {' AND '.join(where)} ORDER BY at, id"
        return list(self._sound("attempt", self._rows(sql, values), rows.to_attempt))

    def timings(self, since: datetime, most: int) -> list[Timing]:
        """The last attempts since `since`, at most `most`, in order of time.

        Retracted ones are left out.
        """
        start = rows.to_number(since)
        sql = (
            f"SELECT at FROM attempt WHERE at >= ? AND {rows.STANDS} "
            "ORDER BY at DESC LIMIT 1 OFFSET ?"
        )
        if before := self._rows(sql, [start, most]):
            start = before[0]["at"] + 1
        sql = (
            "SELECT id, key, session, at, seconds, rating, EXISTS ("
            "SELECT 1 FROM attempt AS other WHERE other.key = attempt.key AND other.at < ?1 "
            "AND other.rating IS NOT NULL "
            "AND NOT EXISTS (SELECT 1 FROM retraction WHERE retraction.attempt = other.id)) "
            f"FROM attempt WHERE at >= ?1 AND {rows.STANDS} ORDER BY at, id"
        )
        return list(self._sound("attempt", self._rows(sql, [start]), _to_timing))

    def past(self, keys: Collection[str] | None = None) -> "Past":
        """Sums over the history, for the questions `keys` or for all that were ever asked."""
        from drill.history.aggregates import add_up

        with refusals(self.path):
            return add_up(
                self._db,
                keys,
                lambda table_rows: self._sound("attempt", table_rows, rows.to_attempt),
            )

    def count(self) -> int:
        """The number of attempts, without retracted ones."""
        return self._counted(f"attempt WHERE {rows.STANDS}")

    def sessions(self, limit: int | None = None) -> list[Session]:
        """The sessions that have an answer or can be resumed, the newest first."""
        sql = f"{_SESSIONS} ORDER BY started DESC, id DESC LIMIT ?"
        table_rows = self._rows(sql, [-1 if limit is None else limit])
        return list(self._sound("session", table_rows, rows.to_session))

    def session(self, name: str) -> Session:
        """The session with the id `name` or a unique beginning of it; "last" is the newest.

        Raises DrillError if there is none, or several.
        """
        newest = self.sessions(3)
        if not newest:
            raise DrillError("there are no sessions yet", "drill quiz starts one")
        if name == "last":
            return newest[0]
        sql = f"{_SESSIONS} AND id >= ?1 AND substr(id, 1, length(?1)) = ?1 ORDER BY id LIMIT 4"
        matching = list(self._sound("session", self._rows(sql, [encodable(name)]), rows.to_session))
        if len(matching) == 1 or (matching and matching[0].id == name):
            return matching[0]
        if matching:
            shown = ", ".join(session.id for session in matching[:3])
            more = ", ..." if len(matching) > 3 else ""
            raise DrillError(f"session id {name!r} is ambiguous", f"{shown}{more}")
        near = ", ".join(session.id for session in newest)
        raise DrillError(f"no session {name!r}", f"the last ones are {near}; see drill sessions")

    def replayed(self, step: Step = no_step) -> Iterator[tuple[str, Knowledge]]:
        """The knowledge of each question from a replay of all attempts; a step for each attempt."""
        stored = self._db.execute(f"SELECT * FROM attempt WHERE {rows.STANDS} ORDER BY key, at")
        for _, group in groupby(stored, key=lambda row: str(row["key"])):
            attempts = list(self._sound("attempt", group, rows.to_attempt))
            yield from replay(attempts, self._schedule).items()
            for _ in attempts:
                step()

    def faults(self) -> list[str]:
        """The faults that SQLite finds in the file; empty if it is sound."""
        return backups.faults(self._db, "integrity_check")

    def unlike_written(self) -> Iterator[str]:
        """The rows that differ from what was written, as `table name`."""
        with refusals(self.path):
            yield from checksums.broken(self._db)

    def records(self) -> "Iterator[Record]":
        """Everything that another machine should know, in an order fixed by the content.

        Unreadable rows are left out, and named in `damage`.
        """
        from drill.history.merging import Retraction

        with self.one_moment():
            sessions = self._db.execute(
                "SELECT *, 0 AS runs, ended AS until FROM session ORDER BY id"
            )
            yield from self._sound("session", sessions, rows.to_session)
            attempts = self._db.execute("SELECT * FROM attempt ORDER BY id")
            yield from self._sound("attempt", attempts, rows.to_attempt)
            retracted = self._db.execute("SELECT attempt FROM retraction ORDER BY attempt")
            yield from map(Retraction, self._sound("retraction", retracted, rows.to_text))

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Everything in the block reads the same snapshot, whatever other processes write."""
        with refusals(self.path):
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                with suppress(sqlite3.ProgrammingError):  # it was closed meanwhile
                    if self._db.in_transaction:
                        self._db.execute("COMMIT")

    def _sound(
        self, table: str, stored: Iterable[sqlite3.Row], make: Callable[[sqlite3.Row], T]
    ) -> Iterator[T]:
        """The values of the readable rows; the others are named in `damage`."""
        for row in stored:
            try:
                "".join(cell for cell in row if isinstance(cell, str)).encode()
                yield make(row)
            except (*_UNREADABLE, RecursionError) as error:
                name = encodable(str(row[0]))
                why = str(error).partition("\n")[0]
                self.damage[f"{table} {name}"] = encodable(f"{why:.100}")

    def _is_read_only(self) -> bool:
        return bool(self._rows("PRAGMA query_only")[0]["query_only"])

    def _counted(self, what: str) -> int:
        number: int = self._rows(f"SELECT count(*) AS n FROM {what}")[0]["n"]
        return number

    def _rows(self, sql: str, values: Iterable[rows.Cell] = ()) -> list[sqlite3.Row]:
        # A damaged text cannot be a parameter: no row has such a key.
        given = [encodable(value) if isinstance(value, str) else value for value in values]
        with refusals(self.path):
            return self._db.execute(sql, given).fetchall()

    def _keys(self, sql: str, values: Iterable[rows.Cell] = ()) -> list[str]:
        keys = [row["key"] for row in self._rows(sql, values)]
        return [key for key in keys if isinstance(key, str)]  # a flipped bit changes types

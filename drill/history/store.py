"""The history in use: answers go in, what is known comes out."""

import sqlite3
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Self

from drill.errors import DrillError
from drill.history import backups, rows
from drill.history.backups import DailyCopy
from drill.history.opening import connect
from drill.history.refusals import PATIENCE, is_busy, read_only, refusals
from drill.memory import DEFAULT, Schedule, learn, replay
from drill.model import Attempt, Knowledge, Session, SessionStatus, Timing, study_day
from drill.text import encodable

if TYPE_CHECKING:
    from drill.history.merging import Record
    from drill.stats import Past

# Attempt ids are `session.serial`, and "/" comes after ".".
_SESSIONS = """
    SELECT *, id IN (SELECT session FROM checkpoint) AS runs, coalesce(ended, (
        SELECT max(at) FROM attempt
        WHERE attempt.id > session.id || '.' AND attempt.id < session.id || '/'
    )) AS until FROM session
"""
_PAUSE = 0.004  # seconds between the first two tries to be the one that writes
_LEAST_PAUSE = 0.0002
_SURPRISE = "confidence >= 75 AND coverage < 0.5"  # `Knowledge.confident_miss`
_AT_ONCE = 500  # keys a query: SQLite's least limit for parameters is 999


_ADD_SESSION = "INSERT OR IGNORE" + rows.into("session", rows.SESSION)
_ADD_ATTEMPT = "INSERT OR IGNORE" + rows.into("attempt", rows.ATTEMPT)
_PUT_KNOWLEDGE = "INSERT OR REPLACE" + rows.into("knowledge", rows.KNOWLEDGE)


Step = Callable[[], None]
"""Told of each step of long work, so that somebody can see how far it is."""


def no_step() -> None:
    """Nobody watches."""


class History:
    """The open history; use it as a context manager, in one thread.

    Every method raises DrillError where the file cannot be read or written; then nothing of what
    the method was to write is there, and all that was written before is safe.
    """

    def __init__(self, path: Path, db: sqlite3.Connection, schedule: Schedule) -> None:
        self.path = path
        self._db = db
        self._schedule = schedule
        self._starting: dict[str, Session] = {}
        self._copy: DailyCopy | None = None
        self._crowded = False

    @classmethod
    def open(cls, path: Path, schedule: Schedule = DEFAULT) -> Self:
        """Open the history at `path`; file and folder are made where there is none.

        Where nothing may be written, it can still be read. Raises DrillError where the file is
        damaged, from a newer drill, or none of drill's.
        """
        history = cls(path, connect(path), schedule)
        try:
            history._follow_schedule()
        except BaseException:
            history.close()
            raise
        return history

    def close(self) -> None:
        """Let go of the file."""
        if self._copy:
            self._copy.join()
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Answers go in.

    def start(self, session: Session) -> None:
        """Announce a session; it enters the history with its first answer or checkpoint.

        The day's copy of the history is made meanwhile. Raises DrillError where answers could not
        be written.
        """
        self._starting[session.id] = session
        self.keep_copy(session.started)

    def keep_copy(self, now: datetime) -> None:
        """See to it that the study day of `now` has its copy before the history is written to."""
        if self._is_read_only():
            raise read_only(self.path)
        if self._copy:
            self._copy.join()
        copy = DailyCopy(self.path, study_day(now))
        if not copy.target.exists() and self._rows("SELECT 1 FROM attempt LIMIT 1"):
            self._copy = copy
            copy.start()

    def look_over(self, now: datetime) -> None:
        """`keep_copy`, and wait for it, before much is rewritten.

        Raises DrillError where the file is damaged, though the day's copy may be good.
        """
        self.keep_copy(now)
        if self._copy:
            self._copy.settle()
        elif backups.faults(self._db, "quick_check"):
            backups.copy(self.path, DailyCopy(self.path, study_day(now)).target)

    def record(self, attempt: Attempt) -> Knowledge | None:
        """Put an attempt in, durably, and return what is then known of its question.

        Attempt, knowledge and session move in one transaction. An attempt whose id is there
        already changes nothing. Raises ValueError where the id is not `session.serial`.
        """
        if not attempt.id.startswith(f"{attempt.session}."):
            raise ValueError(f"{attempt.id!r} is not the id of an attempt in {attempt.session!r}")
        with self._writing() as db:
            self._enter(attempt.session)
            row = rows.to_attempt_row(attempt)
            if db.execute(_ADD_ATTEMPT, row).rowcount == 0:
                return self.knowledge([attempt.key]).get(attempt.key)
            at = rows.to_number(attempt.at)
            overtaken = db.execute(
                "SELECT 1 FROM attempt WHERE key = ?1 AND at >= ?2 AND id != ?3 UNION ALL "
                "SELECT 1 FROM retraction WHERE attempt = ?3 LIMIT 1",
                (attempt.key, at, attempt.id),
            ).fetchone()
            if overtaken:
                return self._relearn(attempt.key)
            known = self.knowledge([attempt.key]).get(attempt.key)
            known = learn(known, attempt, self._schedule)
            if known:
                db.execute(_PUT_KNOWLEDGE, rows.to_knowledge_row(attempt.key, known))
            return known

    def retract(self, attempt: Attempt) -> Knowledge | None:
        """Take an attempt back by adding a row that says so; return what is then known."""
        with self._writing() as db:
            db.execute("INSERT OR IGNORE INTO retraction VALUES (?)", (attempt.id,))
            return self._relearn(attempt.key)

    def checkpoint(self, session_id: str, data: str) -> None:
        """Keep the state of a session that can be resumed, in place of the one before."""
        with self._writing() as db:
            self._enter(session_id)
            db.execute("INSERT OR REPLACE INTO checkpoint VALUES (?, ?)", (session_id, data))

    def checkpointed(self) -> tuple[Session, str] | None:
        """The running session whose state was kept last, with that state.

        When it is finished, the one before it comes to light.
        """
        found = self._rows("SELECT session, data FROM checkpoint ORDER BY rowid DESC LIMIT 1")
        return (self.session(found[0]["session"]), found[0]["data"]) if found else None

    def finish(
        self,
        session_id: str,
        status: SessionStatus,
        ended: datetime,
        *,
        pauses: int = 0,
        paused: float = 0.0,
        away: float = 0.0,
    ) -> None:
        """Close a session and drop its checkpoint; nothing is kept of one that has no answers."""
        with self._writing() as db:
            db.execute("DELETE FROM checkpoint WHERE session = ?", (session_id,))
            db.execute(
                "UPDATE session SET status = ?, ended = ?, pauses = ?, paused = ?, away = ? "
                "WHERE id = ?",
                (status, rows.to_number(ended), pauses, paused, away, session_id),
            )

    def rebuild(self, step: Step = no_step) -> None:
        """Make what is known of all questions anew, from the attempts alone; a step each."""
        with self._writing() as db:
            db.execute("DELETE FROM knowledge")
            for key, known in self.replayed(step):
                db.execute(_PUT_KNOWLEDGE, rows.to_knowledge_row(key, known))
            db.execute(
                "INSERT OR REPLACE INTO setting VALUES ('schedule', ?)", (repr(self._schedule),)
            )

    def merge(self, records: "Iterable[Record]", step: Step = no_step) -> int:
        """Put in what another history holds, in one transaction; how many attempts were new.

        There is a step for each record, and for each question that they change.

        Any order, any number of times gives the same history. Where two differ under one id, the
        earlier attempt stays, and the session that came further. Raises what `records` raises.
        """
        from drill.history import merging

        with self._writing() as db:
            before = self._counted("attempt")
            changed = set[str]()
            for record in records:
                changed.update(merging.put(db, record))
                step()
            for key in changed:
                self._relearn(key)
                step()
            return self._counted("attempt") - before

    def records(self) -> "Iterator[Record]":
        """Everything that another machine should know, in an order that the content fixes."""
        from drill.history.merging import Retraction

        with refusals(self.path):
            for row in self._db.execute(
                "SELECT *, 0 AS runs, ended AS until FROM session ORDER BY id"
            ):
                yield rows.to_session(row)
            for row in self._db.execute("SELECT * FROM attempt ORDER BY id"):
                yield rows.to_attempt(row)
            for row in self._db.execute("SELECT attempt FROM retraction ORDER BY attempt"):
                yield Retraction(row["attempt"])

    def machine(self, name: str) -> str:
        """The name that this history has among others: `name`, made unique when first asked."""
        import secrets

        with self._writing() as db:
            unique = f"{name}-{secrets.token_hex(3)}"
            db.execute("INSERT OR IGNORE INTO setting VALUES ('machine', ?)", (unique,))
        found: str = self._rows("SELECT value FROM setting WHERE name = 'machine'")[0]["value"]
        return found

    # What is known comes out.

    def knowledge(self, keys: Iterable[str]) -> dict[str, Knowledge]:
        """What is known of the questions `keys`; those without a scored attempt are left out."""
        wanted = list(keys)
        known: dict[str, Knowledge] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            places = ", ".join("?" * len(part))
            for row in self._rows(f"SELECT * FROM knowledge WHERE key IN ({places})", part):
                known[row["key"]] = rows.to_knowledge(row)
        return known

    def due(self, before: datetime) -> Iterator[str]:
        """The keys of the questions that come back by `before`, the most urgent first.

        First confident misses, then the rest, each the longest due first; read as they are asked
        for, a page at a time.
        """
        yield from self._due_where(_SURPRISE, before)
        yield from self._due_where(f"({_SURPRISE}) IS NOT TRUE", before)

    def _due_where(self, condition: str, before: datetime) -> Iterator[str]:
        sql = (
            "SELECT key, due FROM knowledge WHERE due <= ? AND (due, key) > (?, ?) "
            f"AND {condition} ORDER BY due, key LIMIT {_AT_ONCE}"
        )
        due, key = -1, ""
        while page := self._rows(sql, [rows.to_number(before), due, key]):
            yield from (row["key"] for row in page)
            due, key = page[-1]["due"], page[-1]["key"]

    def weak(self) -> list[str]:
        """The keys of the questions whose last attempt covered less than three quarters."""
        return self._keys("SELECT key FROM knowledge WHERE coverage < 0.75 ORDER BY key")

    def known(self) -> list[str]:
        """The keys of all questions that have a scored attempt."""
        return self._keys("SELECT key FROM knowledge ORDER BY key")

    def attempts(
        self, session: str | None = None, since: datetime | None = None, key: str | None = None
    ) -> list[Attempt]:
        """The attempts in order of time, retracted ones left out.

        Each condition narrows: those of one session, from the moment `since` on, of one question.
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
        return [rows.to_attempt(row) for row in self._rows(sql, values)]

    def timings(self, since: datetime) -> list[Timing]:
        """The attempts from `since` on in order of time, retracted ones left out."""
        sql = (
            "SELECT key, session, at, seconds, rating, EXISTS ("
            "SELECT 1 FROM attempt AS other WHERE other.key = attempt.key AND other.at < ?1) "
            f"FROM attempt WHERE at >= ?1 AND {rows.STANDS} ORDER BY at, id"
        )
        return [
            Timing(key, session, rows.to_moment(at), seconds, rating, bool(met))
            for key, session, at, seconds, rating, met in self._rows(sql, [rows.to_number(since)])
        ]

    def past(self, keys: Collection[str] | None = None) -> "Past":
        """What the history adds up to, of the questions `keys` or of all that were ever asked."""
        from drill.history.past import add_up

        with refusals(self.path):
            return add_up(self._db, keys)

    def count(self) -> int:
        """How many attempts there are, retracted ones left out."""
        return self._counted(f"attempt WHERE {rows.STANDS}")

    def sessions(self, limit: int | None = None) -> list[Session]:
        """The sessions that have an answer or can be resumed, the newest first."""
        sql = f"{_SESSIONS} ORDER BY started DESC, id DESC LIMIT ?"
        return [rows.to_session(row) for row in self._rows(sql, [-1 if limit is None else limit])]

    def session(self, name: str) -> Session:
        """The session with the id `name`, or the only one whose id begins so; "last" is the newest.

        Raises DrillError where there is none, or several.
        """
        newest = self.sessions(3)
        if not newest:
            raise DrillError("there are no sessions yet", "drill quiz starts one")
        if name == "last":
            return newest[0]
        sql = f"{_SESSIONS} WHERE id >= ?1 AND substr(id, 1, length(?1)) = ?1 ORDER BY id LIMIT 4"
        found = [rows.to_session(row) for row in self._rows(sql, [encodable(name)])]
        if len(found) == 1 or (found and found[0].id == name):
            return found[0]
        if found:
            some = ", ".join(each.id for each in found[:3])
            more = ", ..." if len(found) > 3 else ""
            raise DrillError(f"{name!r} begins several session ids", f"{some}{more}")
        near = ", ".join(each.id for each in newest)
        raise DrillError(f"no session {name!r}", f"the last ones are {near}; see drill sessions")

    def replayed(self, step: Step = no_step) -> Iterator[tuple[str, Knowledge]]:
        """What the attempts alone say of each question, by its key; a step for each attempt."""
        found = self._db.execute(f"SELECT * FROM attempt WHERE {rows.STANDS} ORDER BY key, at")
        for _, group in groupby(found, key=lambda row: str(row["key"])):
            attempts = [rows.to_attempt(row) for row in group]
            yield from replay(attempts, self._schedule).items()
            for _ in attempts:
                step()

    def faults(self) -> list[str]:
        """What SQLite finds wrong in the file; nothing where it is sound."""
        return backups.faults(self._db, "integrity_check")

    def _follow_schedule(self) -> None:
        """Rebuild where the file was last used with another schedule: all due dates move."""
        found = self._rows("SELECT value FROM setting WHERE name = 'schedule'")
        if (not found or found[0]["value"] != repr(self._schedule)) and not self._is_read_only():
            self.rebuild()

    def _is_read_only(self) -> bool:
        return bool(self._rows("PRAGMA query_only")[0]["query_only"])

    def _counted(self, what: str) -> int:
        number: int = self._rows(f"SELECT count(*) AS n FROM {what}")[0]["n"]
        return number

    def _enter(self, session_id: str) -> None:
        if session := self._starting.pop(session_id, None):
            self._db.execute(_ADD_SESSION, rows.to_session_row(session))

    def _relearn(self, key: str) -> Knowledge | None:
        known = replay(self.attempts(key=key), self._schedule).get(key)
        if known:
            self._db.execute(_PUT_KNOWLEDGE, rows.to_knowledge_row(key, known))
        else:
            self._db.execute("DELETE FROM knowledge WHERE key = ?", (key,))
        return known

    def _rows(self, sql: str, values: Iterable[rows.Cell] = ()) -> list[sqlite3.Row]:
        with refusals(self.path):
            return self._db.execute(sql, tuple(values)).fetchall()

    def _keys(self, sql: str, values: Iterable[rows.Cell] = ()) -> list[str]:
        return [row["key"] for row in self._rows(sql, values)]

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, that waits its turn before it begins: a deferred one may fail midway."""
        if self._copy:
            self._copy.settle()
        with refusals(self.path):
            self._begin()
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _begin(self) -> None:
        """Wait for the turn to write.

        SQLite's own waiting tries ever more seldom, so that of several busy writers one starves.
        Here who waits tries ever more often, and who had to wait lets the others go first the next
        time: else whoever has just written is back before they look.
        """
        if self._crowded:
            time.sleep(_PAUSE)
        pause = _PAUSE
        self._db.execute("PRAGMA busy_timeout = 0")
        deadline = time.monotonic() + PATIENCE
        try:
            while True:
                try:
                    self._db.execute("BEGIN IMMEDIATE")
                except sqlite3.OperationalError as error:
                    if not is_busy(error) or time.monotonic() > deadline:
                        raise
                    time.sleep(pause)
                    pause = max(_LEAST_PAUSE, pause * 0.95)
                else:
                    self._crowded = pause < _PAUSE
                    return
        finally:
            self._db.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")

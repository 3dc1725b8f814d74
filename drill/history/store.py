"""The history in use: answers go in, what is known of their questions moves with them."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from drill.errors import DrillError
from drill.history import backups, rows, seals
from drill.history.backups import DailyCopy
from drill.history.connection import connect
from drill.history.queries import Queries, Step, no_step
from drill.history.sqlite_errors import PATIENCE, is_busy, read_only, refusals
from drill.model import DAY_TURNS_AT, Attempt, Knowledge, Session, SessionStatus, study_day
from drill.schedule.memory import DEFAULT, Schedule, learn, replay

if TYPE_CHECKING:
    from drill.history.merging import Record

T = TypeVar("T")

_TURN = 0.1  # seconds that long work keeps the history from others
_PAUSE = 0.004  # seconds between the first two tries to be the one that writes
_LEAST_PAUSE = 0.0002
UNSAVED = "unsaved"
"""The folder beside the history for what could not be put into it."""

_ADD_SESSION = "INSERT OR IGNORE" + rows.into("session", rows.SESSION)
_ADD_ATTEMPT = "INSERT OR IGNORE" + rows.into("attempt", rows.ATTEMPT)
_ATTEMPT = f"SELECT {', '.join(rows.ATTEMPT)} FROM attempt WHERE id = ?"
_PUT_KNOWLEDGE = "INSERT OR REPLACE" + rows.into("knowledge", rows.KNOWLEDGE)


class ElsewhereError(DrillError):
    """The session goes on in another terminal: what is answered here cannot count."""


class History(Queries):
    """The open history; use it as a context manager, in one thread.

    Every method raises DrillError where the file cannot be read or written; then nothing of what
    the method was to write is there, and all that was written before is safe.
    """

    def __init__(
        self,
        path: Path,
        db: sqlite3.Connection,
        schedule: Schedule,
        turn: timedelta = DAY_TURNS_AT,
    ) -> None:
        super().__init__(path, db, schedule)
        self._turn = turn
        self._started: dict[str, Session] = {}
        self._file = _identity(path)
        self._copy: DailyCopy | None = None
        self._crowded = False
        self.patience = PATIENCE
        """Seconds to wait for another process that is writing."""

    @classmethod
    def open(cls, path: Path, schedule: Schedule = DEFAULT, turn: timedelta = DAY_TURNS_AT) -> Self:
        """Open the history at `path`; file and folder are made where there is none.

        A study day, of which a copy is kept, begins at `turn`, from midnight.

        Where nothing may be written, it can still be read. Raises DrillError where the file is
        damaged, from a newer drill, or none of drill's.
        """
        path = backups.real(path)
        had_log = backups.log_of(path).exists()
        history = cls(path, _connected(path), schedule, turn)
        try:
            if had_log:
                history._look_at_log()
            history._follow_schedule()
            history._take_in()
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

    def start(self, session: Session) -> None:
        """Announce a session; it enters the history with its first answer or checkpoint.

        The day's copy of the history is made meanwhile. Raises DrillError where answers could not
        be written.
        """
        self._started[session.id] = session
        self.keep_copy(session.started)

    def keep_copy(self, now: datetime) -> None:
        """See to it that the study day of `now` has its copy before the history is written to."""
        if self._is_read_only():
            raise read_only(self.path)
        if self._copy:
            self._copy.join()
        copy = DailyCopy(self.path, study_day(now, turn=self._turn))
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
            backups.copy(self.path, DailyCopy(self.path, study_day(now, turn=self._turn)).target)

    def record(self, attempt: Attempt) -> Knowledge | None:
        """Put an attempt in, durably, and return what is then known of its question.

        Attempt, knowledge and session move in one transaction. The same attempt again changes
        nothing. Raises DrillError where another one has its id, ValueError where the id is not
        `session.serial`.
        """
        if not attempt.id.startswith(f"{attempt.session}."):
            raise ValueError(f"{attempt.id!r} is not the id of an attempt in {attempt.session!r}")
        with self._writing() as db:
            self._enter(attempt.session)
            row = rows.to_attempt_row(attempt)
            if db.execute(_ADD_ATTEMPT, row).rowcount == 0:
                if row != tuple(db.execute(_ATTEMPT, (attempt.id,)).fetchone()):
                    raise ElsewhereError(
                        "this interview goes on in another terminal",
                        "go on there, or end it there first",
                    )
                return self.knowledge([attempt.key]).get(attempt.key)
            seals.seal(db, "attempt", attempt.id)
            at = rows.to_number(attempt.scored_at)
            overtaken = db.execute(
                "SELECT 1 FROM attempt WHERE key = ?1 AND at >= ?2 AND id != ?3 UNION ALL "
                "SELECT 1 FROM retraction WHERE attempt = ?3 LIMIT 1",
                (attempt.key, at, attempt.id),
            ).fetchone()
            if overtaken:
                return self._relearn(attempt.key)[0]
            known = self.knowledge([attempt.key]).get(attempt.key)
            known = learn(known, attempt, self._schedule)
            if known:
                db.execute(_PUT_KNOWLEDGE, rows.to_knowledge_row(attempt.key, known))
            return known

    def retract(self, attempt: Attempt) -> Knowledge | None:
        """Take an attempt back by adding a row that says so; return what is then known."""
        with self._writing() as db:
            db.execute("INSERT OR IGNORE INTO retraction (attempt) VALUES (?)", (attempt.id,))
            seals.seal(db, "retraction", attempt.id)
            return self._relearn(attempt.key)[0]

    def checkpoint(self, session_id: str, data: str) -> None:
        """Keep the state of a session that can be resumed, in place of the one before."""
        with self._writing() as db:
            self._enter(session_id)
            sql = "INSERT OR REPLACE INTO checkpoint (session, data) VALUES (?, ?)"
            db.execute(sql, (session_id, data))
            seals.seal(db, "checkpoint", session_id)

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
            seals.seal(db, "session", session_id)

    def rebuild(self, step: Step = no_step) -> None:
        """Make what is known of all questions anew, from the attempts alone; a step each.

        In turns with others that write; stopped midway, it is begun again when drill starts next.
        """
        with self._writing() as db:
            db.execute("DELETE FROM setting WHERE name = 'schedule'")
        keys = self._keys("SELECT key FROM knowledge UNION SELECT key FROM attempt")

        def relearn(key: str) -> None:
            for _ in self._relearn(key)[1]:
                step()

        self._in_turns(keys, relearn)
        with self._writing() as db:
            sql = "INSERT OR REPLACE INTO setting (name, value) VALUES ('schedule', ?)"
            db.execute(sql, (repr(self._schedule),))
            seals.seal(db, "setting", "schedule")

    def merge(self, records: "Iterable[Record]", step: Step = no_step) -> int:
        """Put in what another history holds; how many attempts were new.

        There is a step for each record, and for each question that they change. All records are
        read before the first goes in, then they go in in turns with others that write.

        Any order, any number of times gives the same history. Where two differ under one id, the
        earlier attempt stays, and the session that came further. Raises what `records` raises.
        """
        from drill.history import merging

        new = 0

        def put(some: "list[merging.Incoming]") -> None:
            nonlocal new
            changed = set[str]()
            for each in some:
                change = merging.put(self._db, each)
                new += change.is_new
                changed.update(change.keys)
            for key in changed:
                self._relearn(key)
                step()

        with merging.staged() as staging:
            for record in records:
                staging.add(record)
                step()
            self._in_turns(staging.by_question(), put)
        return new

    def _in_turns(self, items: Iterable[T], do: Callable[[T], None]) -> None:
        """Do it for all items, in transactions of a tenth of a second: others write in between."""
        left = iter(items)
        item = next(left, None)
        while item is not None:
            with self._writing():
                until = time.monotonic() + _TURN
                while item is not None:
                    do(item)
                    item = next(left, None)
                    if time.monotonic() > until:
                        break
            time.sleep(_PAUSE)

    def machine(self, name: str) -> str:
        """The name that this history has among others: `name`, made unique when first asked."""
        import secrets

        with self._writing() as db:
            unique = f"{name}-{secrets.token_hex(3)}"
            sql = "INSERT OR IGNORE INTO setting (name, value) VALUES ('machine', ?)"
            db.execute(sql, (unique,))
            seals.seal(db, "setting", "machine")
        found: str = self._rows("SELECT value FROM setting WHERE name = 'machine'")[0]["value"]
        return found

    def _follow_schedule(self) -> None:
        """Rebuild where the file was last used with another schedule: all due dates move."""
        found = self._rows("SELECT value FROM setting WHERE name = 'schedule'")
        if (not found or found[0]["value"] != repr(self._schedule)) and not self._is_read_only():
            self.rebuild()

    def _look_at_log(self) -> None:
        """Say so where an unclean end has damaged what was saved last."""
        from drill.history import log

        with refusals(self.path):
            if not self._is_read_only() and log.lost(self.path, self._db):
                self.damage["log"] = "damaged at its end: the answers that were saved last are lost"

    def _take_in(self) -> None:
        """Put in what sessions had to leave beside the file."""
        left = backups.real(self.path).parent / UNSAVED
        if left.exists() and not self._is_read_only():
            from drill.history import unsaved

            unsaved.take_in(self, left)

    def _enter(self, session_id: str) -> None:
        if session := self._started.get(session_id):
            self._db.execute(_ADD_SESSION, rows.to_session_row(session))
            seals.seal(self._db, "session", session_id)

    def _relearn(self, key: str) -> tuple[Knowledge | None, list[Attempt]]:
        """Put in what the attempts at a question say of it; with the attempts."""
        attempts = self.attempts(key=key)
        known = replay(attempts, self._schedule).get(key)
        if known:
            self._db.execute(_PUT_KNOWLEDGE, rows.to_knowledge_row(key, known))
        else:
            self._db.execute("DELETE FROM knowledge WHERE key = ?", (key,))
        return known, attempts

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
        deadline = time.monotonic() + self.patience
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
                    if self._file != _identity(self.path):
                        self._reopen()
                        continue
                    self._crowded = pause < _PAUSE
                    return
        finally:
            self._db.execute(f"PRAGMA busy_timeout = {PATIENCE * 1000:.0f}")

    def _reopen(self) -> None:
        """Go over to the file that is now at the path: what went into the old one would be lost."""
        self._db.close()
        self._db = _connected(self.path)
        self._file = _identity(self.path)
        self._follow_schedule()
        self._db.execute("PRAGMA busy_timeout = 0")


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells the file at `path` from one that takes its place."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _connected(path: Path) -> sqlite3.Connection:
    """The file that is at `path` when the call returns, open."""
    while True:
        before = _identity(path)
        db = connect(path)
        if before in (None, _identity(path)):
            return db
        db.close()

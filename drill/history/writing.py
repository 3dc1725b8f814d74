"""Writing to the history: taking turns with other processes, after the day's copy."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from drill.history import backups, checksums, rows
from drill.history.backups import DailyCopy
from drill.history.connection import connect
from drill.history.queries import Queries, Step, no_step
from drill.history.sqlite_errors import PATIENCE, gone, is_busy, read_only, refusals
from drill.model import Attempt, Knowledge, study_day
from drill.schedule.memory import Schedule, replay
from drill.text import encodable

T = TypeVar("T")

_TURN = 0.1  # seconds that long work may lock the history
_PAUSE = 0.004  # seconds between the first two attempts to get the lock
_LEAST_PAUSE = 0.0002
PUT_KNOWLEDGE = "INSERT OR REPLACE" + rows.into("knowledge", rows.KNOWLEDGE)
"""Replaces the knowledge of a question."""


class Writing(Queries):
    """A history that several processes write to, and its table of knowledge.

    `turn` is when a study day begins, from midnight.
    """

    def __init__(
        self, path: Path, db: sqlite3.Connection, schedule: Schedule, turn: timedelta
    ) -> None:
        super().__init__(path, db, schedule)
        self._turn = turn
        self._file = _identity(path)
        self._copy: DailyCopy | None = None
        self._crowded = False
        self.patience = PATIENCE
        """Seconds to wait for another process that is writing."""

    def close(self) -> None:
        """Close the file."""
        if self._copy:
            self._copy.join()
        self._db.close()

    def keep_copy(self, now: datetime) -> None:
        """Ensure a copy for the study day of `now` before the history is next written to."""
        if self._is_read_only():
            raise read_only(self.path)
        if self._copy:
            self._copy.join()
        copy = DailyCopy(self.path, study_day(now, turn=self._turn))
        if not copy.target.exists() and self._rows("SELECT 1 FROM attempt LIMIT 1"):
            self._copy = copy
            copy.start()

    def look_over(self, now: datetime) -> None:
        """Like `keep_copy`, but wait for the copy, before much is rewritten.

        Raises DrillError if the file is damaged, even if the day's copy is good.
        """
        self.keep_copy(now)
        if self._copy:
            self._copy.settle()
        elif backups.faults(self._db, "quick_check"):
            backups.copy(self.path, DailyCopy(self.path, study_day(now, turn=self._turn)).target)

    def rebuild(self, step: Step = no_step) -> None:
        """Rebuild the knowledge of all questions from the attempts; a step for each question.

        Other processes can write in between. If it is interrupted, the next start of drill starts
        it again.
        """
        with self._writing() as db:
            db.execute("DELETE FROM setting WHERE name = 'schedule'")
            # A row for a question that was never asked is damage, and its key may be invalid.
            db.execute("DELETE FROM knowledge WHERE key NOT IN (SELECT key FROM attempt)")
        keys = self._keys("SELECT key FROM knowledge UNION SELECT key FROM attempt")

        def relearn(key: str) -> None:
            for _ in self._relearn(key)[1]:
                step()

        self._in_turns(keys, relearn)
        with self._writing() as db:
            sql = "INSERT OR REPLACE INTO setting (name, value) VALUES ('schedule', ?)"
            db.execute(sql, (repr(self._schedule),))
            checksums.seal(db, "setting", "schedule")

    def _in_turns(self, items: Iterable[T], do: Callable[[T], None]) -> None:
        """Process all items in transactions of a tenth of a second, so that others can write."""
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

    def _follow_schedule(self) -> None:
        """Rebuild if the file was last used with another schedule, which moves all due dates."""
        kept = self._rows("SELECT value FROM setting WHERE name = 'schedule'")
        if (not kept or kept[0]["value"] != repr(self._schedule)) and not self._is_read_only():
            self.rebuild()

    def _relearn(self, key: str) -> tuple[Knowledge | None, list[Attempt]]:
        """Save the knowledge from the attempts at a question; return it with the attempts."""
        attempts = self.attempts(key=key)
        known = replay(attempts, self._schedule).get(key)
        if known:
            self._db.execute(PUT_KNOWLEDGE, rows.to_knowledge_row(key, known))
        else:
            self._db.execute("DELETE FROM knowledge WHERE key = ?", (encodable(key),))
        return known, attempts

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that takes the write lock at its start: a deferred one may fail midway."""
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
        """Wait for the write lock.

        SQLite's busy handler backs off, so under contention a writer can starve. A waiting writer
        here retries at shrinking intervals, and one that had to wait yields before its next
        transaction: otherwise the process that has just written would win again.
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
        """Switch to the file that is now at the path: writes to the old one would be lost.

        Raises DrillError if that file cannot be used, or its folder is gone; the next write tries
        again, for a disk may come back.
        """
        self._db.execute("ROLLBACK")
        if not self.path.parent.is_dir():
            raise gone(self.path.parent)
        # What only the log has goes into the old file, whose log the new one would overwrite.
        with suppress(sqlite3.Error):  # its disk may be gone
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        db = connected(self.path)
        if db.execute("PRAGMA query_only").fetchone()[0]:
            db.close()
            raise read_only(self.path)
        self._db.close()
        self._db = db
        self._file = _identity(self.path)
        self._follow_schedule()
        self._db.execute("PRAGMA busy_timeout = 0")


def _identity(path: Path) -> tuple[int, int] | None:
    """Identifies the file at `path`, to notice when another replaces it."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def connected(path: Path) -> sqlite3.Connection:
    """A connection to the file that is at `path` when the call returns."""
    while True:
        before = _identity(path)
        db = connect(path)
        if before in (None, _identity(path)):
            return db
        db.close()

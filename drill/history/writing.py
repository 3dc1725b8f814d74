"""Writing to the history: in turns with other processes, once the day's copy is made."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from drill.history import backups, checksums, rows
from drill.history.backups import DailyCopy
from drill.history.connection import connect
from drill.history.queries import Queries, Step, no_step
from drill.history.sqlite_errors import PATIENCE, is_busy, read_only, refusals
from drill.model import Attempt, Knowledge, study_day
from drill.schedule.memory import Schedule, replay
from drill.text import encodable

T = TypeVar("T")

_TURN = 0.1  # seconds that long work keeps the history from others
_PAUSE = 0.004  # seconds between the first two tries to be the one that writes
_LEAST_PAUSE = 0.0002
PUT_KNOWLEDGE = "INSERT OR REPLACE" + rows.into("knowledge", rows.KNOWLEDGE)
"""Puts what is known of a question in place of what was."""


class Writing(Queries):
    """The history as a file that several processes write to, and its table of what is known.

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
        """Let go of the file."""
        if self._copy:
            self._copy.join()
        self._db.close()

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

    def rebuild(self, step: Step = no_step) -> None:
        """Make what is known of all questions anew, from the attempts alone; a step each.

        In turns with others that write; stopped midway, it is begun again when drill starts next.
        """
        with self._writing() as db:
            db.execute("DELETE FROM setting WHERE name = 'schedule'")
            # What is known of no question that was asked is damage, and has a key that may be none.
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

    def _follow_schedule(self) -> None:
        """Rebuild where the file was last used with another schedule: all due dates move."""
        kept = self._rows("SELECT value FROM setting WHERE name = 'schedule'")
        if (not kept or kept[0]["value"] != repr(self._schedule)) and not self._is_read_only():
            self.rebuild()

    def _relearn(self, key: str) -> tuple[Knowledge | None, list[Attempt]]:
        """Put in what the attempts at a question say of it; with the attempts."""
        attempts = self.attempts(key=key)
        known = replay(attempts, self._schedule).get(key)
        if known:
            self._db.execute(PUT_KNOWLEDGE, rows.to_knowledge_row(key, known))
        else:
            self._db.execute("DELETE FROM knowledge WHERE key = ?", (encodable(key),))
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
        self._db = connected(self.path)
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


def connected(path: Path) -> sqlite3.Connection:
    """The file that is at `path` when the call returns, open."""
    while True:
        before = _identity(path)
        db = connect(path)
        if before in (None, _identity(path)):
            return db
        db.close()

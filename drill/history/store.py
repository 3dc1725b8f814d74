"""The history in use: saves an answer together with the new knowledge of its question."""

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Self

from drill.errors import DrillError
from drill.history import backups, checksums, rows
from drill.history.backups import UNSAVED
from drill.history.queries import Step, no_step
from drill.history.rows import to_text
from drill.history.sqlite_errors import refusals
from drill.history.writing import PUT_KNOWLEDGE, Writing, connected
from drill.model import DAY_TURNS_AT, Attempt, Knowledge, Session, SessionStatus
from drill.schedule.memory import DEFAULT, Schedule, learn
from drill.text import slug

if TYPE_CHECKING:
    from drill.history.merging import Record

_NAME_LIMIT = 100
"""The most characters of a machine's name; a slug and its suffix have 67."""
_ADD_SESSION = "INSERT OR IGNORE" + rows.into("session", rows.SESSION)
_ADD_ATTEMPT = "INSERT OR IGNORE" + rows.into("attempt", rows.ATTEMPT)
_ATTEMPT = f"SELECT {', '.join(rows.ATTEMPT)} FROM attempt WHERE id = ?"
_RETRACTION = "SELECT 1 FROM retraction WHERE attempt = ?"


class TakenIdError(DrillError):
    """Another answer has the id of this one, or its retraction: a forged file has brought it."""


class History(Writing):
    """The open history; use it as a context manager, in one thread.

    Every method raises DrillError if the file cannot be read or written; then the method has
    written nothing, and everything written before is safe.
    """

    def __init__(
        self,
        path: Path,
        db: sqlite3.Connection,
        schedule: Schedule,
        turn: timedelta = DAY_TURNS_AT,
    ) -> None:
        super().__init__(path, db, schedule, turn)
        self._started: dict[str, Session] = {}

    @classmethod
    def open(cls, path: Path, schedule: Schedule = DEFAULT, turn: timedelta = DAY_TURNS_AT) -> Self:
        """Open the history at `path`; a missing file or folder is created.

        `turn` is the start of a study day, from midnight; each day gets a copy. A file that may
        not be written can still be read. Raises DrillError if the file is damaged, from a newer
        drill, or not drill's.
        """
        path = backups.real(path)
        had_log = backups.log_of(path).exists()
        history = cls(path, connected(path), schedule, turn)
        try:
            if had_log:
                history._look_at_log()
            history._follow_schedule()
            history._take_in()
        except BaseException:
            history.close()
            raise
        return history

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self, session: Session) -> None:
        """Announce a session; it enters the history with its first answer or checkpoint.

        The day's copy of the history is made meanwhile. Raises DrillError if answers could not be
        written.
        """
        self._started[session.id] = session
        self.keep_copy(session.started)

    def record(self, attempt: Attempt) -> Knowledge | None:
        """Save an attempt durably, and return the new knowledge of its question.

        Attempt, knowledge and session are one transaction. Saving the same attempt again changes
        nothing. Raises TakenIdError if another attempt or a retraction has its id, ValueError if
        the id is not `session.serial`.
        """
        if not attempt.id.startswith(f"{attempt.session}."):
            raise ValueError(f"{attempt.id!r} is not the id of an attempt in {attempt.session!r}")
        with self._writing() as db:
            self._enter(attempt.session)
            row = rows.to_attempt_row(attempt)
            if db.execute(_ADD_ATTEMPT, row).rowcount == 0:
                if row != tuple(db.execute(_ATTEMPT, (attempt.id,)).fetchone()):
                    raise TakenIdError(f"another answer has the id {attempt.id}")
                return self.knowledge([attempt.key]).get(attempt.key)
            if db.execute(_RETRACTION, (attempt.id,)).fetchone():
                raise TakenIdError(f"an answer with the id {attempt.id} was undone")
            checksums.seal(db, "attempt", attempt.id)
            at = rows.to_number(attempt.scored_at)
            overtaken = db.execute(
                "SELECT 1 FROM attempt WHERE key = ? AND at >= ? AND id != ? LIMIT 1",
                (attempt.key, at, attempt.id),
            ).fetchone()
            if overtaken:
                return self._relearn(attempt.key)[0]
            known = self.knowledge([attempt.key]).get(attempt.key)
            known = learn(known, attempt, self._schedule)
            if known:
                db.execute(PUT_KNOWLEDGE, rows.to_knowledge_row(attempt.key, known))
            return known

    def retract(self, attempt: Attempt) -> Knowledge | None:
        """Retract an attempt by adding a row; return the new knowledge of its question."""
        with self._writing() as db:
            db.execute("INSERT OR IGNORE INTO retraction (attempt) VALUES (?)", (attempt.id,))
            checksums.seal(db, "retraction", attempt.id)
            return self._relearn(attempt.key)[0]

    def checkpoint(self, session_id: str, data: str) -> None:
        """Keep the state of a session that can be resumed, replacing its last one."""
        with self._writing() as db:
            self._enter(session_id)
            sql = "INSERT OR REPLACE INTO checkpoint (session, data) VALUES (?, ?)"
            db.execute(sql, (session_id, data))
            checksums.seal(db, "checkpoint", session_id)

    def checkpointed(self) -> tuple[Session, str] | None:
        """The running session whose state was kept last, with that state.

        Once it is finished, this is the one before it.
        """
        stored = self._rows("SELECT session, data FROM checkpoint ORDER BY rowid DESC")
        newest = self._sound("checkpoint", stored, lambda row: (to_text(row), to_text(row, 1)))
        return next(((self.session(name), data) for name, data in newest), None)

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
        """Close a session and delete its checkpoint; a session without answers leaves no row."""
        with self._writing() as db:
            db.execute("DELETE FROM checkpoint WHERE session = ?", (session_id,))
            db.execute(
                "UPDATE session SET status = ?, ended = ?, pauses = ?, paused = ?, away = ? "
                "WHERE id = ?",
                (status, rows.to_number(ended), pauses, paused, away, session_id),
            )
            checksums.seal(db, "session", session_id)

    def merge(self, records: "Iterable[Record]", step: Step = no_step) -> int:
        """Merge the records of another history; return the number of new attempts.

        There is a step for each record, and for each question that changes. All records are read
        before the first is merged; other processes can write in between.

        Merging in any order, any number of times, gives the same history. Of two attempts with one
        id, the later one gets another id; of two sessions, the one that got further stays. Raises
        what iterating over `records` raises.
        """
        from drill.history import merging

        new = 0

        def put(turn: "list[merging.Incoming]") -> None:
            nonlocal new
            changed = set[str]()
            for incoming in turn:
                change = merging.put(self._db, incoming)
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

    def machine(self, name: str) -> str:
        """This history's name among others: `name` with a suffix, fixed at the first call.

        A stored name that is no plain name, and could lead out of a folder, is replaced.
        """
        import secrets

        with self._writing() as db:
            for (given,) in db.execute("SELECT value FROM setting WHERE name = 'machine'"):
                if given and given == slug(str(given), _NAME_LIMIT):
                    return str(given)
            unique = f"{name}-{secrets.token_hex(3)}"
            db.execute(
                "INSERT OR REPLACE INTO setting (name, value) VALUES ('machine', ?)", (unique,)
            )
            checksums.seal(db, "setting", "machine")
        return unique

    def _look_at_log(self) -> None:
        """Report if a crash has damaged the answers that were saved last."""
        from drill.history import write_ahead_log

        with refusals(self.path):
            if not self._is_read_only() and write_ahead_log.lost(self.path, self._db):
                self.damage["log"] = "damaged at its end: the answers that were saved last are lost"

    def _take_in(self) -> None:
        """Merge what earlier sessions had to leave beside the file.

        What cannot be merged now stays there. A file with unreadable lines is named in `damage`,
        and kept for the user under another name.
        """
        folder = backups.real(self.path).parent / UNSAVED
        if not folder.exists() or self._is_read_only():
            return
        from drill.history import exchange, unsaved

        for path in sorted(filter(Path.is_file, folder.glob("*.jsonl"))):
            bad: dict[str, str] = {}
            with suppress(DrillError, OSError):
                records = list(exchange.read(path, bad.__setitem__))
                self.merge(records)
                self._continue(records, path.with_suffix(".draft"))
                if bad:
                    path.replace(path.with_suffix(".damaged"))
                unsaved.drop(path)
            self.damage |= bad

    def _continue(self, records: "Iterable[Record]", draft: Path) -> None:
        """Let an interrupted interview be resumed where it stood, and close one that had ended."""
        from drill import own_files

        for record in records:
            if not isinstance(record, Session):
                continue
            if record.ended is not None:
                self.finish(
                    record.id,
                    record.status,
                    record.ended,
                    pauses=record.pauses,
                    paused=record.paused,
                    away=record.away,
                )
            elif record.status is SessionStatus.RUNNING and draft.exists():
                self.checkpoint(record.id, own_files.read(draft).decode(errors="replace"))

    def _enter(self, session_id: str) -> None:
        if session := self._started.get(session_id):
            self._db.execute(_ADD_SESSION, rows.to_session_row(session))
            checksums.seal(self._db, "session", session_id)

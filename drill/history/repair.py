"""Checking a whole history, and restoring a daily copy."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import BinaryIO

from drill import atomic
from drill.errors import DrillError
from drill.history import backups, checksums, schema
from drill.history.queries import Step, no_step
from drill.history.sqlite_errors import is_busy
from drill.history.store import History
from drill.text import encodable


@dataclass(frozen=True, slots=True)
class Copy:
    """A daily copy: the history at the start of the study day `day`."""

    day: date
    path: Path
    attempts: int | None


def check(history: History, step: Step = no_step) -> list[str]:
    """The faults of the open history; empty if it is sound.

    Checks the file's structure, then each row against its checksum, then what is known against a
    replay of all attempts, with a step for each.
    """
    with history.one_moment():
        if faults := history.faults():
            return faults
        unlike = dict.fromkeys(history.unlike_written(), "it is not what was written")
        kept = history.knowledge(history.known())
        replayed = dict(history.replayed(step))
    wrong = [
        key for key in sorted(kept.keys() | replayed.keys()) if kept.get(key) != replayed.get(key)
    ]
    return [
        *(f"{row}: {why}" for row, why in {**unlike, **history.damage}.items()),
        *(f"{encodable(key)}: what is known does not follow from its attempts" for key in wrong),
    ]


def readable_by_others(path: Path) -> list[Path]:
    """The files with typed answers that others on this computer may read."""
    path = backups.real(path)
    held = [path, *backups.folder(path).glob("*.db"), *(path.parent / backups.UNSAVED).glob("*")]
    return [file for file in held if file.exists() and file.stat().st_mode & backups.OTHERS]


def whole_day(path: Path) -> date | None:
    """The newest day whose copy passes `check`; None if no copy does."""
    for copy in backups.copies(backups.real(path)):
        try:
            with closing(sqlite3.connect(backups.reading(copy), uri=True)) as db:
                is_sealed = schema.look(db)[0] >= checksums.SINCE
                if not backups.faults(db, "integrity_check") and not (
                    is_sealed and any(checksums.broken(db))
                ):
                    return backups.day_of(copy)
        except sqlite3.DatabaseError:
            continue
    return None


def copies(path: Path) -> list[Copy]:
    """The daily copies of the history at `path`, newest first; a damaged one has no count."""
    return [_described(copy) for copy in backups.copies(backups.real(path))]


def restore(path: Path, day: date, now: datetime) -> Path | None:
    """Replace the history at `path` by the copy of `day`; return where the present file now is.

    The present file, if any, is copied first, with its log. No other process can write between that
    and the replacement. Raises DrillError if there is no such copy, it is damaged, or another drill
    has the history open.
    """
    path = backups.real(path)
    copy = next(
        (kept for kept in backups.copies(path) if str(day) in kept.name),
        None,
    )
    if copy is None:
        raise DrillError(f"no copy of {day}", "drill history restore lists the copies")
    if _described(copy).attempts is None:
        raise DrillError(f"{copy}: this copy is damaged too", "restore another one")
    backups.expect_ordinary(path)
    aside = _unused(backups.folder(path), f"aside-{now:%Y%m%d-%H%M%S}")
    try:
        if path.is_dir():
            path.replace(aside)
        if not path.exists():
            # A file to lock: processes that open the history now wait for the copy.
            path.touch(atomic.PRIVATE, exist_ok=False)
        # Closing any descriptor of the file would release SQLite's locks, which belong to the
        # process: so this one is closed last.
        with path.open("rb") as present, _alone(path) as db:
            if db is None or not _is_empty(db):
                _set_aside(path, present, aside)
            if db is None or not _overwrite(db, copy):
                _replace(path, copy)
    except (OSError, sqlite3.OperationalError) as error:
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise DrillError(f"{path}: not restored: {why}", f"the copy {copy} is as it was") from error
    return aside if aside.exists() else None


def _unused(folder: Path, name: str) -> Path:
    """A name in `folder` that neither a file nor a log has yet."""
    names = (f"{name}{f'-{number}' if number else ''}.db" for number in count())
    return folder / next(free for free in names if not any(folder.glob(f"{free}*")))


def _set_aside(path: Path, present: BinaryIO, aside: Path) -> None:
    aside.parent.mkdir(mode=0o700, exist_ok=True)
    part = aside.with_name(f"{aside.name}.part")
    try:
        with suppress(FileNotFoundError):
            shutil.copyfile(backups.log_of(path), backups.log_of(part))
        with part.open("xb") as file:
            shutil.copyfileobj(present, file)
        with suppress(FileNotFoundError):
            backups.log_of(part).replace(backups.log_of(aside))
        for written in (part, backups.log_of(aside)):
            backups.make_private(written)
        part.replace(aside)
    finally:
        backups.drop(part)


@contextmanager
def _alone(path: Path) -> Iterator[sqlite3.Connection | None]:
    """Lock the file at `path` against all other processes; None if it is not an SQLite file.

    Raises DrillError if another process has it open.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        try:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("BEGIN EXCLUSIVE")
            db.execute("COMMIT")  # in this mode the lock is kept
        except sqlite3.DatabaseError as error:
            if is_busy(error):
                raise DrillError(
                    f"{path}: another drill has the history open", "close it, and restore again"
                ) from error
            yield None
        else:
            yield db


def _is_empty(db: sqlite3.Connection) -> bool:
    try:
        return db.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is None
    except sqlite3.DatabaseError:
        return False


def _overwrite(db: sqlite3.Connection, copy: Path) -> bool:
    """Write the copy `found` over the open file in one transaction; False if that is damaged."""
    try:
        db.execute("PRAGMA journal_mode = DELETE")
        with closing(sqlite3.connect(backups.reading(copy), uri=True)) as source:
            source.backup(db)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        return False
    return True


def _replace(path: Path, copy: Path) -> None:
    """Replace a file that SQLite cannot open, and so nobody has open, by the copy `found`."""
    # SQLite would apply a leftover log to the new file.
    backups.log_of(path).unlink(missing_ok=True)
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    with copy.open("rb") as file:
        atomic.write(path, iter(lambda: file.read(1 << 20), b""), atomic.PRIVATE)


def _described(path: Path) -> Copy:
    day = backups.day_of(path)
    backups.expect_ordinary(path)
    try:
        with closing(sqlite3.connect(backups.reading(path), uri=True)) as db:
            [(attempts,)] = db.execute("SELECT count(*) FROM attempt")
            return Copy(day, path, None if backups.faults(db, "quick_check") else attempts)
    except sqlite3.DatabaseError:
        return Copy(day, path, None)

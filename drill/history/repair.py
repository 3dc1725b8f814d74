"""When a history is doubted: looking it over whole, and going back to a daily copy."""

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
    """A daily copy: the history as the study day `day` found it."""

    day: date
    path: Path
    attempts: int | None


def check(history: History, step: Step = no_step) -> list[str]:
    """What is wrong with the open history; nothing where it is sound.

    The file's structure is checked, then each row is compared with what was written, then what is
    known with a replay of all attempts, a step each.
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
    """The files with typed answers that somebody else on this computer may read."""
    path = backups.real(path)
    held = [path, *backups.folder(path).glob("*.db"), *(path.parent / backups.UNSAVED).glob("*")]
    return [file for file in held if file.exists() and file.stat().st_mode & backups.OTHERS]


def whole_day(path: Path) -> date | None:
    """The newest day whose copy is sound in all that `check` looks at; None where none is."""
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
    """The daily copies of the history at `path`, the newest first; of a bad one no count."""
    return [_described(copy) for copy in backups.copies(backups.real(path))]


def restore(path: Path, day: date, now: datetime) -> Path | None:
    """Put the copy of `day` in the place of the history at `path`; where the present file then is.

    The present file, if there is one, is copied first, its log with it. No other process can write
    from then until the copy is in its place. Raises DrillError where there is no such copy, it is
    bad, or another drill has the history open.
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
    for file in (path, backups.log_of(path)):
        backups.expect_ordinary(file)
    aside = _unused(backups.folder(path), f"aside-{now:%Y%m%d-%H%M%S}")
    try:
        if path.is_dir():
            path.replace(aside)
        if not path.exists():
            # Something to lock: who opens the history from now on waits for the copy.
            path.touch(atomic.PRIVATE, exist_ok=False)
        # Closing any descriptor of the file would let go of SQLite's locks, which are the
        # process's: this one is closed last.
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
    """A file in `folder` that is not there yet, nor a log for it."""
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
    """Hold the file at `path` against every other process; None where it is none of SQLite's.

    Raises DrillError where another process has it open.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        try:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("BEGIN EXCLUSIVE")
            db.execute("COMMIT")  # in this mode the lock stays
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
    """Write the copy `found` over the open file, in one transaction; False where it is damaged."""
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
    """Put the copy `found` in the place of a file that SQLite cannot open, so that nobody has."""
    # A log that is left would be taken for the new file's.
    backups.log_of(path).unlink(missing_ok=True)
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    with copy.open("rb") as file:
        atomic.write(path, iter(lambda: file.read(1 << 20), b""), atomic.PRIVATE)


def _described(path: Path) -> Copy:
    day = backups.day_of(path)
    try:
        with closing(sqlite3.connect(backups.reading(path), uri=True)) as db:
            [(attempts,)] = db.execute("SELECT count(*) FROM attempt")
            return Copy(day, path, None if backups.faults(db, "quick_check") else attempts)
    except sqlite3.DatabaseError:
        return Copy(day, path, None)

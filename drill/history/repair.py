"""When a history is doubted: looking it over whole, and going back to a daily copy."""

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path

from drill.errors import DrillError
from drill.history import backups
from drill.history.queries import Step, no_step
from drill.history.sqlite_errors import is_busy
from drill.history.store import History


@dataclass(frozen=True, slots=True)
class Copy:
    """A daily copy: the history as the study day `day` found it."""

    day: date
    path: Path
    attempts: int | None


def check(history: History, step: Step = no_step) -> list[str]:
    """What is wrong with the open history; nothing where it is sound.

    The file's structure is checked, then what is known is compared with a replay of all attempts, a
    step each.
    """
    with history.one_moment():
        if found := history.faults():
            return found
        kept = history.knowledge(history.known())
        replayed = dict(history.replayed(step))
    keys = sorted(kept.keys() | replayed.keys())
    wrong = [key for key in keys if kept.get(key) != replayed.get(key)]
    return [f"{key}: what is known does not follow from its attempts" for key in wrong]


def copies(path: Path) -> list[Copy]:
    """The daily copies of the history at `path`, the newest first; of a bad one no count."""
    return [_described(each) for each in backups.copies(path)]


def restore(path: Path, day: date, now: datetime) -> Path | None:
    """Put the copy of `day` in the place of the history at `path`; where the present file then is.

    The present file, if there is one, is copied first, its log with it. Raises DrillError where
    there is no such copy, it is bad, or another drill has the history open.
    """
    found = next((each for each in backups.copies(path) if str(day) in each.name), None)
    if found is None:
        raise DrillError(f"no copy of {day}", "drill history restore lists the copies")
    if _described(found).attempts is None:
        raise DrillError(f"{found}: this copy is damaged too", "restore another one")
    aside = None
    fresh = path.with_name(f"{path.name}.part")
    try:
        if path.exists():
            aside = _unused(backups.folder(path), f"aside-{now:%Y%m%d-%H%M%S}")
            _set_aside(path, aside)
        if path.exists():
            _be_alone(path)
        shutil.copyfile(found, fresh)
        with fresh.open("rb+") as file:
            os.fsync(file.fileno())
        # A log that is left would be taken for the new file's.
        backups.log_of(path).unlink(missing_ok=True)
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
        fresh.replace(path)
    except OSError as error:
        raise DrillError(
            f"{path}: not restored: {error.strerror}", f"the copy {found} is as it was"
        ) from error
    finally:
        backups.drop(fresh)
    return aside


def _unused(folder: Path, name: str) -> Path:
    """A file in `folder` that is not there yet, nor a log for it."""
    names = (f"{name}{f'-{number}' if number else ''}.db" for number in count())
    return folder / next(each for each in names if not any(folder.glob(f"{each}*")))


def _set_aside(path: Path, aside: Path) -> None:
    aside.parent.mkdir(exist_ok=True)
    if path.is_dir():
        path.replace(aside)
        return
    part = aside.with_name(f"{aside.name}.part")
    try:
        with suppress(FileNotFoundError):
            shutil.copyfile(backups.log_of(path), backups.log_of(part))
        shutil.copyfile(path, part)
        with suppress(FileNotFoundError):
            backups.log_of(part).replace(backups.log_of(aside))
        part.replace(aside)
    finally:
        backups.drop(part)


def _be_alone(path: Path) -> None:
    """Raise DrillError where another process has the file open: it would go on with the old one."""
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if is_busy(error):
            raise DrillError(
                f"{path}: another drill has the history open", "close it, and restore again"
            ) from error
    except sqlite3.DatabaseError:
        pass  # damaged, which is why it is replaced


def _described(path: Path) -> Copy:
    day = backups.day_of(path)
    try:
        with closing(sqlite3.connect(backups.reading(path), uri=True)) as db:
            [(attempts,)] = db.execute("SELECT count(*) FROM attempt")
            return Copy(day, path, None if backups.faults(db, "quick_check") else attempts)
    except sqlite3.DatabaseError:
        return Copy(day, path, None)

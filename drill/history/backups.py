"""Copies of the history: one for each study day on which it changed; seven are kept."""

import os
import re
import sqlite3
import stat
import threading
import time
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from drill import atomic
from drill.errors import DrillError
from drill.history.sqlite_errors import PATIENCE, damaged, is_damage, refusals

KEPT = 7
UNSAVED = "unsaved"
"""The folder beside the history for what could not be saved to it."""
OTHERS = 0o077
"""The permissions of everybody but the owner."""
_NOT_READ = re.compile(r"unable to get the page\. error code=(\d+)")  # SQLite's words
_BESIDE = ("-journal", "-wal", "-shm")
_FORGOTTEN = 3600  # seconds after which a partial file counts as abandoned


class DailyCopy(threading.Thread):
    """A copy of the history at the start of a study day, made while the first question is read.

    `settle` must be called before the first write of that day.
    """

    def __init__(self, path: Path, day: date) -> None:
        super().__init__()
        self.path = path
        self.target = folder(path) / f"history-{day}.db"
        self.refusal: DrillError | None = None
        self._is_settled = False

    def run(self) -> None:
        """Copy, then delete old copies; a damaged copy never replaces a good one."""
        try:
            copy(self.path, self.target)
            # Copies with a future date, made while the clock was wrong, do not displace others.
            past = [path for path in copies(self.path) if path.name <= self.target.name]
            for old in past[KEPT:]:
                with suppress(OSError):  # today's copy exists; an extra old one does no harm
                    old.unlink()
        except DrillError as refusal:
            self.refusal = refusal

    def settle(self) -> None:
        """Wait until the copy exists; raises DrillError if it could not be made, or is damaged.

        A copy that failed before is tried again.
        """
        self.join()
        if self._is_settled and self.refusal:
            self.refusal = None
            self.run()
        self._is_settled = True
        if self.refusal:
            raise self.refusal


def real(path: Path) -> Path:
    """The file that `path` leads to: its log and copies are beside that file, not beside a link."""
    return Path(os.path.realpath(path))  # Path.resolve() raises if links form a loop


def folder(path: Path) -> Path:
    """The folder with the copies of the history at `path`."""
    return path.parent / "backups"


def copies(path: Path) -> list[Path]:
    """The daily copies of the history at `path`, the newest first."""
    return sorted(filter(_is_daily, folder(path).glob("history-*.db")), reverse=True)


def day_of(copy: Path) -> date:
    """The study day in the name of a daily copy; raises ValueError if it has none."""
    return date.fromisoformat(copy.stem.removeprefix("history-"))


def _is_daily(path: Path) -> bool:
    try:
        return path.name == f"history-{day_of(path)}.db" and path.is_file()
    except ValueError:
        return False


def log_of(path: Path) -> Path:
    """SQLite's write-ahead log of the file `path`: what is committed but not yet in the file."""
    return path.with_name(f"{path.name}-wal")


def expect_ordinary(path: Path) -> None:
    """Refuse anything but an ordinary file: a pipe would block, and a device may never end.

    SQLite opens the files beside it too.
    """
    for file in (path, *map(path.with_name, (path.name + ending for ending in _BESIDE))):
        if file.exists() and not (file.is_file() or file.is_dir()):
            hint = "save it as a regular file, and use that" if file == path else "delete it"
            raise DrillError(f"{file}: not a regular file", hint)


def reading(path: Path) -> str:
    """The URI by which SQLite reads the file `path` without creating files beside it."""
    # A log needs its index beside it; without a log, nobody is writing.
    mode = "mode=ro" if log_of(path).exists() else "immutable=1"
    return address(path, mode)


def address(path: Path, mode: str) -> str:
    """The URI by which SQLite opens the file `path` in `mode`.

    Not by `Path.as_uri`: since Python 3.14 it imports urllib.request, which takes longer than
    everything else when the history is read.
    """
    name = path.absolute().as_posix().removeprefix("/")  # a Windows drive has no slash before it
    for sign in "%?#":
        name = name.replace(sign, f"%{ord(sign):X}")
    return f"file:///{name}?{mode}"


def make_private(path: Path) -> None:
    """Let nobody else read the file `path`, if the user owns it: it holds typed answers."""
    with suppress(OSError):
        if stat.S_IMODE(path.stat().st_mode) & OTHERS:
            path.chmod(atomic.PRIVATE)


def sweep(folder: Path, pattern: str) -> None:
    """Delete the partial files in `folder` that nobody is writing any more."""
    for left in folder.glob(pattern):
        with suppress(OSError):  # another process may delete them too
            if time.time() - left.stat().st_mtime > _FORGOTTEN:
                left.unlink()


def drop(part: Path) -> None:
    """Delete a partial file and what SQLite keeps beside it."""
    for beside in ("", *_BESIDE):
        with suppress(OSError):
            part.with_name(part.name + beside).unlink()


def copy(path: Path, target: Path) -> None:
    """Copy the history at `path`, in use or not, to the single file `target`.

    Raises DrillError if it is damaged; the copy is then beside `target`, suffixed `-damaged`.
    """
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(mode=0o700, exist_ok=True)
        sweep(target.parent, "*.db.*part*")
        drop(part)
        with refusals(path):
            fault = _copy(path, part)
        damage = target.with_name(f"{target.stem}-damaged.db")
        make_private(part)
        part.replace(damage if fault else target)
    except OSError as error:
        raise DrillError(
            f"{target}: no copy of the history could be made: {error.strerror}",
            "nothing was written; make room or make the folder writable, and run drill again",
        ) from error
    finally:
        drop(part)
    if fault:
        raise damaged(path, fault[0])


def _copy(path: Path, part: Path) -> list[str]:
    """Copy the file, and return the faults of the copy."""
    with (
        closing(sqlite3.connect(reading(path), timeout=PATIENCE, uri=True)) as db,
        closing(sqlite3.connect(part, isolation_level=None)) as goal,
    ):
        # A backup of a locked file is retried for ever; starting to read ends after PATIENCE.
        db.execute("BEGIN")
        db.execute("PRAGMA user_version").fetchone()
        db.backup(goal)
        wrong = faults(goal, "quick_check")
        goal.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    if not wrong:
        return []
    # If the disk fails to return a page, SQLite reports damage. Only real damage is found twice.
    with closing(sqlite3.connect(part)) as again:
        return faults(again, "quick_check")


def faults(db: sqlite3.Connection, check: str) -> list[str]:
    """The faults that SQLite's `quick_check` or `integrity_check` finds in an open file.

    Raises sqlite3.DatabaseError if the file cannot be read for another reason than damage.
    """
    said: list[str] = []
    try:
        for row in db.execute(f"PRAGMA {check}"):
            said.append(str(row[0]))
            _expect_read(said[-1])
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return [str(error)]
    return [] if said == ["ok"] else said


def _expect_read(said: str) -> None:
    """Raise OperationalError if the check reports that the disk did not return a page."""
    for code in map(int, _NOT_READ.findall(said)):
        if code & 0xFF != sqlite3.SQLITE_CORRUPT:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = code
            raise error

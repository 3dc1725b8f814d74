"""SQLite's errors as DrillErrors: what happened, what is safe, and what to do."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drill.errors import DrillError

PATIENCE = 10.0  # seconds to wait for another process that is writing
UPGRADE = "pip install --upgrade interview-drill"
_SAFE = "what was saved before is safe, the last step is not saved"
_NO_SUCH = re.compile(
    r"no such |malformed|unsupported file format|unrecognized token|duplicate column"
    r"|.* already exists|table .* has no column"
)
_GO_ON = "then drill says how to go on"


class NewerVersionError(DrillError):
    """A history written by a newer drill."""


class DamagedExportError(DrillError):
    """An exported history that is cut short, or is not a history."""


@contextmanager
def refusals(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about the file `path` into a DrillError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if refusal := _refusal(path, error):
            raise refusal from error
        raise
    except UnicodeDecodeError as error:  # a name in the file is not UTF-8
        raise damaged(path, "its tables have other names") from error


def is_busy(error: sqlite3.DatabaseError) -> bool:
    """Whether another process holds a lock."""
    # The low byte is the kind of error, the rest its details.
    return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY


def is_short_of_room(error: sqlite3.DatabaseError) -> bool:
    """Whether only writing failed, as on a full disk, and reading may still work."""
    kind = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return kind in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN}


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether the file's content is wrong, rather than the disk, a lock or a permission."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in {0, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def damaged(path: Path, what: str) -> DrillError:
    """The error for a damaged file."""
    return DrillError(
        f"{path}: the history is damaged ({what}); nothing was written to it",
        "drill history restore lists the daily copies, and restores one",
    )


def read_only(path: Path) -> DrillError:
    """The error for a file that may not be written."""
    return DrillError(
        f"{path}: the history cannot be written",
        "make room, or make the file and its folder writable, or set DRILL_HOME to another folder",
    )


def gone(folder: Path) -> DrillError:
    """The error for a folder that was there when drill opened the history in it."""
    return DrillError(
        f"{folder}: the folder of the history is gone", "put it back, or mount its disk again"
    )


def _refusal(path: Path, error: sqlite3.DatabaseError) -> DrillError | None:
    # The low byte is the kind of error, the rest its details.
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DrillError(
                f"{path}: another program has kept the history locked for {PATIENCE:.0f} seconds",
                f"{_SAFE}; close the other program, {_GO_ON}",
            )
        # A missing table is damage too: drill created it.
        case sqlite3.SQLITE_ERROR if not _NO_SUCH.match(str(error)):
            return None
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_ERROR:
            return damaged(path, str(error))
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            return DrillError(
                f"{path}: the history cannot be written ({error}): is the disk full?",
                f"{_SAFE}; make room, {_GO_ON}",
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return read_only(path)
    return None

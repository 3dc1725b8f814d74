"""Opening the history's file: examined before SQLite may write to it, created if it is missing."""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from drill.errors import DrillError
from drill.history import backups, checksums, schema
from drill.history.sqlite_errors import (
    PATIENCE,
    UPGRADE,
    NewerVersionError,
    damaged,
    is_short_of_room,
    refusals,
)

_MAGIC = b"SQLite format 3\x00"
_LONGEST = 20_000_000  # bytes of a row: no answer comes near, and none takes more memory
_HEADER = 100  # bytes, see https://sqlite.org/fileformat.html#the_database_header


def connect(path: Path) -> sqlite3.Connection:
    """Open the history at `path`, ready for use.

    Without permission to write it is opened read-only (as an empty one if it is missing), so that
    reading still works. Raises DrillError if the file is damaged, locked, from a newer drill, or
    not a history.
    """
    with suppress(OSError):  # then there is nothing to read, and the first write is refused
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    _examine(path)
    writable = _writable(path)
    with refusals(path):
        try:
            return _opened(path, _address(path, writable), writable=writable)
        except sqlite3.OperationalError as error:
            if not writable or not is_short_of_room(error) or not path.exists():
                raise
            # The log's index cannot be created: without a log none is needed, and a process alone
            # with the file keeps the index in memory.
            mode = "mode=rw" if _has_log(path) else "immutable=1"
            return _opened(path, backups.address(path, mode), writable=False)


def _opened(path: Path, address: str, *, writable: bool) -> sqlite3.Connection:
    db = sqlite3.connect(address, timeout=PATIENCE, isolation_level=None, uri=True)
    try:
        db.row_factory = sqlite3.Row
        # Damaged text must be read before it can be reported.
        db.text_factory = _text
        checksums.register(db)
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        if not writable and "mode=rw" in address:
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
        _level(db, path)
        if writable:
            for file in (path, backups.log_of(path), path.with_name(f"{path.name}-shm")):
                backups.make_private(file)
            # A restored copy is not in WAL mode. Switching may fail (another reader, disk full),
            # but reading works without.
            with suppress(sqlite3.OperationalError):
                db.execute("PRAGMA journal_mode = WAL")
        db.execute(f"PRAGMA query_only = {not writable}")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA fullfsync = ON")
        # Only the last connection to close checkpoints the log, when no other can commit:
        # SQLite before 3.51.3 can lose a commit that runs during two checkpoints.
        db.execute("PRAGMA wal_autocheckpoint = 0")
    except BaseException:
        db.close()
        raise
    return db


def is_database(path: Path) -> bool:
    """Whether the file `path` is an SQLite file; raises DrillError if it cannot be read."""
    return _header(path)[0].startswith(_MAGIC)


def newer(path: Path, version: int) -> DrillError:
    """The error for a file whose schema is newer than this drill."""
    return NewerVersionError(
        f"{path}: a newer drill wrote this history (version {version}, and "
        f"{len(schema.MIGRATIONS)} is the newest known here); nothing was changed",
        UPGRADE,
    )


def _examine(path: Path) -> None:
    """Refuse a file that is not SQLite's or is cut short, by only reading it."""
    backups.expect_ordinary(path)
    if not path.exists():
        return
    if path.is_dir():
        raise damaged(path, "it is a folder")
    # Another process may be creating the file, or checkpointing: a new file has its first page
    # before it has a log, and a growing file has a log until it is complete.
    unfinished = _has_log(path)
    header, size = _header(path)
    if size == 0 and not unfinished and not backups.copies(path):
        return
    if not header.startswith(_MAGIC):
        raise damaged(path, "it is not a SQLite file" if size else "it is empty")
    whole = int.from_bytes(header[16:18]) * int.from_bytes(header[28:32])
    if size < whole and not unfinished and not _has_log(path):
        raise damaged(path, f"{size} of its {whole} bytes are there")


def _has_log(path: Path) -> bool:
    try:
        return backups.log_of(path).stat().st_size > 0
    except FileNotFoundError:
        return False


def _header(path: Path) -> tuple[bytes, int]:
    """The first bytes of a file, and its size."""
    backups.expect_ordinary(path)
    try:
        with path.open("rb") as file:
            return file.read(_HEADER), file.seek(0, os.SEEK_END)
    except OSError as error:
        raise DrillError(
            f"{path}: cannot be read: {error.strerror}",
            "make the file readable, or choose another",
        ) from error


def _text(data: bytes) -> str:
    return data.decode(errors="surrogateescape")


def _writable(path: Path) -> bool:
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _address(path: Path, writable: bool) -> str:
    if writable:
        return backups.address(path, "mode=rwc")
    return backups.reading(path) if path.exists() else "file::memory:"


def _level(db: sqlite3.Connection, path: Path) -> None:
    """Migrate the open file to this drill's version, after a backup of an older one."""
    version, ours = schema.look(db)
    newest = len(schema.MIGRATIONS)
    if not ours:
        raise DrillError(
            f"{path}: not a drill history; nothing was changed", "move the file elsewhere"
        )
    if version > newest:
        raise newer(path, version)
    if schema.computes(db):
        raise damaged(path, "it holds views, triggers or checks, which drill never makes")
    if version == newest:
        return
    if version == 0:
        # An answer touches eight pages, and each goes to the log in full.
        db.execute("PRAGMA page_size = 2048")
        db.execute("PRAGMA journal_mode = WAL")
    else:
        backups.copy(path, backups.folder(path) / f"before-version-{newest}.db")
    schema.migrate(db)

"""Answers lost in SQLite's write-ahead log after a crash.

SQLite reads the log up to the first frame with a wrong checksum, and ignores those after it without
a word. A later frame that ends a transaction was acknowledged, and is lost. The format is that of
https://sqlite.org/fileformat.html#the_write_ahead_log.
"""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from drill.history import backups

_HEADER, _FRAME = 32, 24  # bytes
_SALT = slice(16, 24)  # of the header; a frame has it at 8
_TAKEN = slice(16, 20)  # of the index: the number of valid frames, in native byte order


def lost(path: Path, db: sqlite3.Connection) -> bool:
    """Whether the log of the file open in `db` lacks transactions that were acknowledged."""
    if not _is_behind(path):
        return False
    # Another process may be writing; while this one holds the lock, none is.
    db.execute("BEGIN IMMEDIATE")
    try:
        return _is_behind(path)
    finally:
        db.execute("ROLLBACK")


def _is_behind(path: Path) -> bool:
    try:
        with path.with_name(f"{path.name}-shm").open("rb") as index:
            taken = int.from_bytes(index.read(_TAKEN.stop)[_TAKEN], sys.byteorder)
        return any(number >= taken for number in _ends(backups.log_of(path)))
    except OSError:  # there is no log
        return False


def _ends(log: Path) -> Iterator[int]:
    """The frames of this log, from 0, that end a transaction, with or without a valid checksum."""
    with log.open("rb") as file:
        header = file.read(_HEADER)
        step = _FRAME + int.from_bytes(header[8:12])
        count = max(0, log.stat().st_size - _HEADER) // step
        for number in range(count):
            file.seek(_HEADER + number * step)
            frame = file.read(_FRAME)
            if frame[8:16] == header[_SALT] and frame[4:8] != bytes(4):
                yield number

"""What an unclean end left in SQLite's write-ahead log and SQLite does not take over.

SQLite reads the log up to the first frame whose checksum is wrong, and says nothing of those behind
it. A frame behind it that ends a transaction was acknowledged, and is lost. The format is that of
https://sqlite.org/fileformat.html#the_write_ahead_log.
"""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path

from drill.history import backups

_HEADER, _FRAME = 32, 24  # bytes
_SALT = slice(16, 24)  # of the header; a frame has it at 8
_TAKEN = slice(16, 20)  # of the index: how many frames count, in the machine's order of bytes


def lost(path: Path, db: sqlite3.Connection) -> bool:
    """Whether the log of the file, which `db` has open, ends before what was acknowledged."""
    if not _is_behind(path):
        return False
    # Somebody may be writing just now: in one's own turn nobody is.
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
    except OSError:  # no log, so nothing is in it
        return False


def _ends(log: Path) -> Iterator[int]:
    """The frames of this log, from 0, that end a transaction, whatever their checksums say."""
    with log.open("rb") as file:
        header = file.read(_HEADER)
        step = _FRAME + int.from_bytes(header[8:12])
        count = max(0, log.stat().st_size - _HEADER) // step
        for number in range(count):
            file.seek(_HEADER + number * step)
            frame = file.read(_FRAME)
            if frame[8:16] == header[_SALT] and frame[4:8] != bytes(4):
                yield number

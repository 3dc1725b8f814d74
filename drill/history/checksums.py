"""A checksum for each row, which finds flipped bits even in rows that can still be read.

It is computed from the values as SQLite stores them when a row is written, and compared when the
history is checked.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from zlib import crc32

from drill.history import rows

_COLUMNS: dict[str, tuple[str, ...]] = {
    "session": rows.SESSION,
    "attempt": rows.ATTEMPT,
    "retraction": ("attempt",),
    "checkpoint": ("session", "data"),
    "setting": ("name", "value"),
}
"""The columns that the checksum covers; the first one identifies the row."""
TABLES = tuple(_COLUMNS)
SINCE = 3
"""The schema version from which rows have checksums."""
_BETWEEN = b"\x1f"


def register(db: sqlite3.Connection) -> None:
    """Let SQL on this connection call `row_checksum(cells...)`."""
    db.create_function("row_checksum", -1, checksum, deterministic=True)


def checksum(*cells: object) -> int:
    """The CRC-32 of a row's values; texts count alike as str and as UTF-8."""
    return crc32(_BETWEEN.join(map(_as_bytes, cells)))


def statement(table: str) -> str:
    """The SQL that seals all rows of a table."""
    return f"UPDATE {table} SET checksum = row_checksum({', '.join(_COLUMNS[table])})"


def seal(db: sqlite3.Connection, table: str, name: str) -> None:
    """Seal the row `name` that was just written."""
    db.execute(f"{statement(table)} WHERE {_COLUMNS[table][0]} = ?", (name,))


def broken(db: sqlite3.Connection) -> Iterator[str]:
    """The rows of an open file that differ from what was written, as `table name`."""
    for table, columns in _COLUMNS.items():
        # A text and its bytes have the same checksum; drill stores no values of type bytes.
        is_bytes = " OR ".join(f"typeof({column}) = 'blob'" for column in columns)
        sql = f"SELECT {', '.join(columns)}, checksum, {is_bytes} FROM {table}"
        with _as_stored(db):
            for *cells, kept, has_bytes in db.execute(sql):
                if has_bytes or kept != checksum(*cells):
                    name = cells[0]
                    shown = name.decode(errors="replace") if isinstance(name, bytes) else name
                    yield f"{table} {shown}"


@contextmanager
def _as_stored(db: sqlite3.Connection) -> Iterator[None]:
    """Read texts as bytes, which damage may have made invalid UTF-8, and rows as tuples."""
    factory, row_factory = db.text_factory, db.row_factory
    db.text_factory, db.row_factory = bytes, None
    try:
        yield
    finally:
        db.text_factory, db.row_factory = factory, row_factory


def _as_bytes(cell: object) -> bytes:
    match cell:
        case bytes():
            return cell
        case str():
            return cell.encode(errors="surrogateescape")
        case _:
            return repr(cell).encode()

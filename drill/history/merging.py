"""The union of histories: rows join by id, and where two differ the content alone decides."""

import sqlite3
from dataclasses import dataclass

from drill.history import rows
from drill.model import Attempt, Session


@dataclass(frozen=True, slots=True)
class Retraction:
    """That the attempt with the id `attempt` was taken back, on whatever machine."""

    attempt: str


Record = Session | Attempt | Retraction


def _join(table: str, columns: tuple[str, ...], first: str, wins: str) -> str:
    """An INSERT that replaces a row of the same id where the new one `wins` (`<` or `>`).

    They are compared by the expression `first`, then by all columns, so one of them always wins.
    """
    new, old = (
        ", ".join([first.format(side), *(f"coalesce({side}.{column}, '')" for column in columns)])
        for side in ("excluded", table)
    )
    values = ", ".join(f"{column} = excluded.{column}" for column in columns)
    return (
        f"INSERT{rows.into(table, columns)} ON CONFLICT (id) DO UPDATE SET {values} "
        f"WHERE ({new}) {wins} ({old})"
    )


_JOIN_SESSION = _join("session", rows.SESSION, "{}.status = 'finished'", ">")
_JOIN_ATTEMPT = _join("attempt", rows.ATTEMPT, "{}.at", "<")


def put(db: sqlite3.Connection, record: Record) -> list[str]:
    """Join one record into the open history; the keys of the questions that it changes."""
    if isinstance(record, Session):
        db.execute(_JOIN_SESSION, rows.to_session_row(record))
        return []
    attempt = record.id if isinstance(record, Attempt) else record.attempt
    keys = [row[0] for row in db.execute("SELECT key FROM attempt WHERE id = ?", (attempt,))]
    if isinstance(record, Attempt):
        changed = db.execute(_JOIN_ATTEMPT, rows.to_attempt_row(record))
        keys.append(record.key)
    else:
        changed = db.execute("INSERT OR IGNORE INTO retraction VALUES (?)", (attempt,))
    return keys if changed.rowcount else []

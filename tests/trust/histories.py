"""Histories of strangers: files that compute without end, take all memory, or are forged."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from drill.history import History, backups
from tests.history.samples import attempt, session

_ENDLESS = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
_COLUMNS = (
    "'k' AS key, 1 AS at, 1.0 AS seconds, 1.0 AS coverage, 3 AS rating, NULL AS confidence, '[]' "
    "AS points, 0 AS wrong, 0 AS assisted, 0.0 AS over, NULL AS structure, NULL AS clarity, NULL "
    "AS pace, 0 AS moves, NULL AS more, NULL AS checksum"
)
COMPUTING = {
    "a view without end": (
        "DROP TABLE attempt",
        f"CREATE VIEW attempt AS {_ENDLESS} SELECT 's.' || x AS id, 's' AS session, NULL AS typed, "
        f"{_COLUMNS} FROM c",
    ),
    "a view of nothing without end": (
        "DROP TABLE retraction",
        f"CREATE VIEW retraction AS {_ENDLESS} SELECT 's' AS attempt, 1 AS checksum FROM c "
        "WHERE x < 0",
    ),
    "a view that takes all memory": (
        "DROP TABLE attempt",
        "CREATE VIEW attempt AS SELECT 's.1' AS id, 's' AS session, hex(zeroblob(400000000)) AS "
        f"typed, {_COLUMNS}",
    ),
    "a generated column": (
        "ALTER TABLE attempt ADD COLUMN a TEXT GENERATED ALWAYS AS (hex(zeroblob(300000000)))",
    ),
    "an index of an expression": ("CREATE INDEX evil ON attempt (substr(key, 1, 3))",),
    "a check": ("CREATE TABLE z (a CHECK (length(hex(zeroblob(100000000))) > a))",),
    "a trigger": ("CREATE TRIGGER t AFTER INSERT ON knowledge BEGIN DELETE FROM attempt; END",),
    "a column of another name": ('ALTER TABLE attempt RENAME COLUMN typed TO "\'; --"',),
    "a table that is gone": ("DROP TABLE session",),
    "a table that searches": ("CREATE VIRTUAL TABLE f USING fts5 (a)",),
}
"""What is done to a history of three answers so that reading it would compute something."""
FORGED = {
    "another type": "UPDATE attempt SET at = 'x', seconds = 'y' WHERE rowid = 1",
    "bytes that are no text": "UPDATE attempt SET key = CAST(x'ff00fe' AS TEXT) WHERE rowid = 1",
    "a time before 1970": "UPDATE attempt SET at = -62135596800000000 WHERE rowid = 1",
    "a time after 2200": "UPDATE attempt SET at = 9223372036854775807 WHERE rowid = 1",
    "more than all": "UPDATE attempt SET seconds = 9e999, coverage = 9e999 WHERE rowid = 1",
    "no list of points": "UPDATE attempt SET points = '{\"a\": 1}' WHERE rowid = 1",
    "lists without end": f"UPDATE attempt SET points = '{'[' * 50_000}' WHERE rowid = 1",
    "a list of members": "UPDATE attempt SET more = '[\"a\"]' WHERE rowid = 1",
    "members without end": f"UPDATE attempt SET more = '{'[' * 50_000}' WHERE rowid = 1",
    "a number for a point": "UPDATE attempt SET points = '[[1, \"missed\"]]' WHERE rowid = 1",
    "a mark that there is not": 'UPDATE attempt SET points = \'[["a", "x"]]\' WHERE rowid = 1',
    "a number without end": f"UPDATE attempt SET points = '[[{'1' * 5_000}]]' WHERE rowid = 1",
    "bytes for a grade": "UPDATE attempt SET structure = x'00', clarity = 1 WHERE rowid = 1",
    "bytes for words": "UPDATE attempt SET typed = x'00' WHERE rowid = 1",
    "a text for a confidence": "UPDATE attempt SET confidence = 'x' WHERE rowid = 1",
    "an age of the world": "UPDATE attempt SET seconds = 1e300 WHERE rowid = 1",
    "less than no time": "UPDATE attempt SET over = -1.0 WHERE rowid = 1",
    "more confidence than there is": "UPDATE attempt SET confidence = 400 WHERE rowid = 1",
    "a grade of nine": "UPDATE attempt SET structure = 9, clarity = 1, pace = 1 WHERE rowid = 1",
    "an id of another session": "UPDATE attempt SET id = 'x.1' WHERE rowid = 1",
}
"""What makes of the first of three answers one that drill would never have written."""


def history(folder: Path, *harm: str) -> Path:
    """A history of three answers in `folder`, to which that SQL was done."""
    path = folder / "stranger.db"
    with History.open(path) as made:
        made.start(session())
        for serial in range(3):
            made.record(attempt(serial, key=f"deck/{serial}"))
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        for statement in harm:
            db.execute(statement)
    backups.drop(backups.log_of(path))
    return path


def sparse(path: Path) -> None:
    """An exported history of one line, and then two gigabytes of nothing."""
    path.write_text('{"drill":"history","version":1}\n')
    with path.open("r+b") as file:
        file.truncate(2_000_000_000)


Lines = Callable[[], str]
LONG: dict[str, Lines] = {
    "a line without end": lambda: '{"drill":"history","version":1}\n' + "[" * 3_000_000,
    "lists without end": lambda: '{"drill":"history","version":1}\n' + "[" * 100_000 + "\n",
    "a document without end": lambda: "{\n" + '"a": "b",\n' * 2_500_000,
    "no lines at all": lambda: " " * 3_000_000,
}

"""The tables of the history, and how an older file becomes a newer one."""

import sqlite3
from pathlib import Path

from drill.errors import DrillError

APPLICATION_ID = 0x6472696C  # "dril", so that `file` and drill itself know the file

# Each script takes a file from the version of its place to the next; a new file goes through all.
# `status` is what a session would be if it were left now: it is running while it has a checkpoint.
MIGRATIONS = (
    """
    CREATE TABLE session (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, started INTEGER NOT NULL, status TEXT NOT NULL,
        questions TEXT NOT NULL, ended INTEGER, minutes INTEGER, seed INTEGER,
        budgets TEXT NOT NULL, pauses INTEGER NOT NULL, paused REAL NOT NULL, away REAL NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX session_started ON session (started);
    CREATE TABLE attempt (
        id TEXT PRIMARY KEY, session TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL,
        seconds REAL NOT NULL, coverage REAL NOT NULL, rating INTEGER, confidence INTEGER,
        points TEXT NOT NULL, wrong INTEGER NOT NULL, assisted INTEGER NOT NULL, over REAL NOT NULL,
        typed TEXT, structure INTEGER, clarity INTEGER, pace INTEGER, moves INTEGER NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX attempt_at ON attempt (at);
    CREATE INDEX attempt_key ON attempt (key, at);
    CREATE TABLE retraction (attempt TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE checkpoint (session TEXT NOT NULL UNIQUE, data TEXT NOT NULL);
    CREATE TABLE knowledge (
        key TEXT PRIMARY KEY, attempts INTEGER NOT NULL, coverage REAL NOT NULL,
        last INTEGER NOT NULL, confidence INTEGER, missed TEXT NOT NULL,
        stability REAL, difficulty REAL, reviewed INTEGER, due INTEGER
    ) WITHOUT ROWID;
    CREATE INDEX knowledge_due ON knowledge (due);
    CREATE INDEX knowledge_weak ON knowledge (key) WHERE coverage < 0.75;
    """,
)
VERSION = len(MIGRATIONS)


def prepare(db: sqlite3.Connection, path: Path) -> None:
    """Bring the open file `path` to `VERSION`; nothing where it is there already.

    Raises DrillError where a newer drill wrote it.
    """
    found = _version(db)
    if found > VERSION:
        raise DrillError(
            f"{path}: a newer drill wrote this history (version {found}, and {VERSION} is the "
            "newest known here); nothing was changed",
            "pip install --upgrade interview-drill",
        )
    if found < VERSION:
        db.execute("PRAGMA journal_mode = WAL")
        _migrate(db)


def _version(db: sqlite3.Connection) -> int:
    number: int = db.execute("PRAGMA user_version").fetchone()[0]
    return number


def _migrate(db: sqlite3.Connection) -> None:
    db.execute("BEGIN IMMEDIATE")
    try:
        # Looked up again: another process may have been quicker.
        for script in MIGRATIONS[_version(db) :]:
            for statement in script.split(";"):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")

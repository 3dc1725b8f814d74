"""The tables of the history, and the migration of older files."""

import sqlite3
from contextlib import closing

from drill.history import checksums, rows

APPLICATION_ID = 0x6472696C  # "dril": tells the file from those of other programs

# The script at index N migrates version N to N + 1; a new file runs all of them.
# A session's `status` is what it would be if it were left now: with a checkpoint it is running.
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
    );
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
    CREATE INDEX knowledge_surprise ON knowledge (due) WHERE confidence >= 75 AND coverage < 0.5;
    CREATE INDEX knowledge_weak ON knowledge (key) WHERE coverage < 0.75;
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """,
    """
    ALTER TABLE session ADD COLUMN more TEXT;
    ALTER TABLE attempt ADD COLUMN more TEXT
    """,
    ";".join(
        f"ALTER TABLE {table} ADD COLUMN checksum INTEGER; {checksums.statement(table)}"
        for table in checksums.TABLES
    ),
    f"""
    ALTER TABLE knowledge ADD COLUMN self_rated INTEGER NOT NULL DEFAULT 0;
    UPDATE knowledge SET self_rated = coalesce((
        SELECT NOT {rows.MEASURED} FROM attempt WHERE attempt.key = knowledge.key
        AND rating IS NOT NULL AND {rows.STANDS} ORDER BY at DESC, id DESC LIMIT 1
    ), 0)
    """,
)

_STATISTICS = {("table", "sqlite_stat1"), ("table", "sqlite_stat4")}


def look(db: sqlite3.Connection) -> tuple[int, bool]:
    """The schema version of an open file, 0 for an empty file, and whether the file is drill's."""
    # One statement sees one snapshot: another process may be creating the tables.
    version, application, tables = db.execute(
        "SELECT user_version, application_id, (SELECT count(*) FROM sqlite_master) "
        "FROM pragma_user_version, pragma_application_id"
    ).fetchone()
    return version, application == APPLICATION_ID or (version, application, tables) == (0, 0, 0)


def computes(db: sqlite3.Connection) -> bool:
    """Whether an open file holds anything that SQLite would run for its reader.

    That is a view, a trigger, a virtual table, or what needs a second parenthesis, which no table
    or index of drill has: a generated column, a check, the expression of an index.
    """
    computing = db.execute(
        "SELECT 1 FROM sqlite_schema WHERE type NOT IN ('table', 'index') OR sql LIKE '% virtual %'"
        " OR length(sql) - length(replace(sql, '(', '')) > 1 LIMIT 1"
    )
    return computing.fetchone() is not None


def migrate(db: sqlite3.Connection) -> None:
    """Migrate an open file of drill's to the newest version, in one transaction.

    `checksums.register` must have been called for the connection.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        for script in MIGRATIONS[look(db)[0] :]:
            for statement in script.split(";"):
                db.execute(statement)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def is_of_drill(db: sqlite3.Connection) -> bool:
    """Whether an open file has the tables and indexes of its version, and nothing executable.

    Reading the file would run its views, triggers, generated columns and index expressions.
    """
    version = look(db)[0]
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as ours:
        checksums.register(ours)
        for script in MIGRATIONS[:version]:
            for statement in script.split(";"):
                ours.execute(statement)
        return _described(db) == _described(ours)


def _described(db: sqlite3.Connection) -> set[tuple[str, ...]]:
    entries = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema")
    return {
        (type_, name, table, " ".join(sql.split()))
        for type_, name, table, sql in entries
        # SQLite's own: indexes of keys, and the statistics of ANALYZE.
        if sql is not None and (type_, name) not in _STATISTICS
    }

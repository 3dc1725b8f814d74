"""Several machines, one history: merging files of others, and syncing through a folder."""

import sqlite3
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from drill import own_files
from drill.errors import DrillError
from drill.history import backups, exchange, schema
from drill.history.connection import connect, is_database, newer
from drill.history.exchange import LeftOut
from drill.history.merging import Record, Retraction
from drill.history.queries import Step, no_step
from drill.history.sqlite_errors import DamagedExportError, NewerVersionError, refusals
from drill.history.store import History
from drill.schedule.memory import DEFAULT
from drill.text import encodable

_OWN = "it is this machine's own file: move it elsewhere, then sync again"
_MOST_LEFT_OUT = 5_000
_SAID = (NewerVersionError, DamagedExportError)
_COPY_AGAIN = "nothing of it was merged; copy it again"


@dataclass(frozen=True, slots=True)
class Level:
    """The result of syncing with a folder.

    `written` is this machine's file, `merged` the new attempts, `refused` the files left out.
    """

    written: Path
    merged: int
    refused: tuple[DrillError, ...]


def merge(history: History, path: Path, step: Step = no_step) -> int:
    """Merge the file `path`, a history.db or an export; return the number of new attempts.

    Rows and lines that are unreadable or invalid are left out, and named in `history.damage`; of
    the others all are merged or none. Raises DrillError if the file cannot be read, is not a
    history, or has too many invalid rows.
    """
    if path.exists() and path.samefile(history.path):
        return 0  # opening it would release SQLite's locks on it, which belong to the process
    if not is_database(path):
        return history.merge(exchange.read(path, _naming(history, path)), step)
    records = _records(path, _naming(history, path))
    with closing(records):  # so that an interrupt leaves no copy
        return history.merge(records, step)


def _naming(history: History, path: Path) -> LeftOut:
    """A callback that names the rows left out; it raises once there are too many."""
    number = 0

    def name(row: str, why: str) -> None:
        nonlocal number
        number += 1
        if number > _MOST_LEFT_OUT:
            message = f"{path}: more than {_MOST_LEFT_OUT:,} rows of it are damaged"
            raise DamagedExportError(message, exchange.AGAIN)
        history.damage[row] = why

    return name


def _records(path: Path, left_out: LeftOut) -> Generator[Record, None, None]:
    """The records of the history.db at `path`, without changing it, its log or its version.

    `left_out` is told of rows that are unreadable or invalid.
    """
    with own_files.temporary_folder() as folder:
        copy = folder / "history.db"
        try:
            _expect_tables(path)
            backups.copy(path, copy)
            with History(copy, connect(copy), DEFAULT) as other:
                for record in other.records():
                    try:
                        # Checked like a line: the same rules apply to a stranger's file.
                        yield exchange.checked(record)
                    except ValueError as error:
                        name = record.attempt if isinstance(record, Retraction) else record.id
                        left_out(f"{path}: {encodable(name):.200}", f"{error!s:.200}")
                for row, why in other.damage.items():
                    left_out(f"{path}: {row}", why)
        except DrillError as refusal:  # it is about the copy, or about the user's history
            raise DrillError(
                refusal.message.replace(str(copy), str(path)),
                refusal.hint if isinstance(refusal, _SAID) else _COPY_AGAIN,
            ) from refusal
        except sqlite3.DatabaseError as error:
            raise DrillError(f"{path}: {error}", _COPY_AGAIN) from error


def _expect_tables(path: Path) -> None:
    """Refuse a file whose tables are not drill's, before any of its SQL runs."""
    with refusals(path), closing(sqlite3.connect(backups.reading(path), uri=True)) as db:
        version, is_ours = schema.look(db)
        if not is_ours:
            raise DrillError(f"{path}: not a drill history; nothing was changed", _COPY_AGAIN)
        if version > len(schema.MIGRATIONS):
            raise newer(path, version)
        if not schema.is_of_drill(db):
            raise DrillError(f"{path}: its tables are not those of drill", _COPY_AGAIN)


def sync_with_folder(history: History, folder: Path, name: str, step: Step = no_step) -> Level:
    """Merge what all machines wrote into `folder`, then write this machine's own file there.

    `name` is this machine's name. Its own file is merged too, in case a copy of this history on
    another machine wrote it. Interrupted at any moment, nothing is lost: every file is merged
    completely or not at all, and written completely or not at all.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = sorted(folder.glob("*.jsonl"))
    except OSError as error:
        raise DrillError(f"{folder}: {error.strerror}") from error
    own = folder / f"{history.machine(name)}.jsonl"
    merged, refused = 0, []
    for path in paths:
        try:
            merged += merge(history, path, step)
        except DrillError as refusal:
            refused.append(refusal)
    _expect_whole(own, history, refused)
    exchange.write(own, exchange.stepped(exchange.lines(history.records()), step))
    return Level(own, merged, tuple(refused))


def _expect_whole(own: Path, history: History, refused: list[DrillError]) -> None:
    """Raise DrillError if a file to be overwritten may hold records that are nowhere else."""
    for refusal in refused:
        if refusal.message.startswith(f"{own}:"):
            cut = isinstance(refusal, DamagedExportError)
            raise DrillError(refusal.message, _OWN if cut else refusal.hint) from refusal
    for row, why in history.damage.items():
        if row.startswith(f"{own}:"):
            raise DrillError(f"{row}: {why}", _OWN)

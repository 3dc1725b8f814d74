"""Several machines, one history: what other files hold comes in, and goes out to a folder."""

import sqlite3
import tempfile
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from drill.errors import DrillError
from drill.history import backups, exchange, schema
from drill.history.connection import connect, is_database, newer
from drill.history.merging import Record, Retraction
from drill.history.queries import Step, no_step
from drill.history.sqlite_errors import DamagedExportError, NewerVersionError, refusals
from drill.history.store import History
from drill.schedule.memory import DEFAULT
from drill.text import encodable

_OWN = "it is this machine's own file: move it elsewhere, then sync again"
_COPY_AGAIN = "nothing of it was merged; copy it again"


@dataclass(frozen=True, slots=True)
class Level:
    """What levelling with a folder did.

    `written` is this machine's file, `merged` the new attempts, `refused` the files left out.
    """

    written: Path
    merged: int
    refused: tuple[DrillError, ...]


def merge(history: History, path: Path, step: Step = no_step) -> int:
    """Merge the file `path`, a history.db or an exported one; how many attempts were new.

    All of the file or nothing. Raises DrillError where it cannot be read or is not sound.
    """
    if path.exists() and path.samefile(history.path):
        return 0  # looking into it would let go of SQLite's locks on it, which are the process's
    if not is_database(path):
        return history.merge(exchange.read(path), step)
    with closing(_records(path, history.damage)) as records:  # an interrupt leaves no copy behind
        return history.merge(records, step)


def _records(path: Path, left_out: dict[str, str]) -> Generator[Record, None, None]:
    """The records of the history.db at `path`, which stays as it is, log and version too.

    Rows that cannot be read, or that drill would not have written, are named in `left_out`.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "history.db"
        try:
            _expect_tables(path)
            backups.copy(path, copy)
            with History(copy, connect(copy), DEFAULT) as other:
                for record in other.records():
                    try:
                        # Through its line: a stranger's file is held to the same rules.
                        yield exchange.checked(record)
                    except ValueError as error:
                        name = record.attempt if isinstance(record, Retraction) else record.id
                        left_out[f"{path}: {encodable(name):.200}"] = f"{error!s:.200}"
                left_out |= {f"{path}: {row}": why for row, why in other.damage.items()}
        except DrillError as refusal:  # it speaks of the copy, or of one's own history
            raise DrillError(
                refusal.message.replace(str(copy), str(path)),
                refusal.hint if isinstance(refusal, NewerVersionError) else _COPY_AGAIN,
            ) from refusal
        except sqlite3.DatabaseError as error:
            raise DrillError(f"{path}: {error}", _COPY_AGAIN) from error


def _expect_tables(path: Path) -> None:
    """Refuse a file whose tables are not those of drill, before anything of it is computed."""
    with refusals(path), closing(sqlite3.connect(backups.reading(path), uri=True)) as db:
        version, is_ours = schema.look(db)
        if not is_ours:
            raise DrillError(f"{path}: not a drill history; nothing was changed", _COPY_AGAIN)
        if version > len(schema.MIGRATIONS):
            raise newer(path, version)
        if not schema.is_of_drill(db):
            raise DrillError(f"{path}: its tables are not those of drill", _COPY_AGAIN)


def sync_with_folder(history: History, folder: Path, name: str, step: Step = no_step) -> Level:
    """Merge what all machines wrote into `folder`, then write this one's own file there.

    `name` is what this machine is called. Own files are merged too: one that was written by a copy
    of this history on another machine is not lost. Stopped at any moment, nothing is lost: every
    file is merged whole or not at all, and written whole or not at all.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        found = sorted(folder.glob("*.jsonl"))
    except OSError as error:
        raise DrillError(f"{folder}: {error.strerror}") from error
    own = folder / f"{history.machine(name)}.jsonl"
    merged, refused = 0, []
    for path in found:
        try:
            merged += merge(history, path, step)
        except DrillError as refusal:
            refused.append(refusal)
            if path == own:  # not to be written over: it may hold what is nowhere else
                cut = isinstance(refusal, DamagedExportError)
                raise DrillError(refusal.message, _OWN if cut else refusal.hint) from refusal
    exchange.write(own, exchange.stepped(exchange.lines(history.records()), step))
    return Level(own, merged, tuple(refused))

"""Flips single bits of a history, and looks at what drill makes of it."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from random import Random

from drill.errors import DrillError
from drill.history import History, exchange, repair, sync
from drill.model import Mark, SessionKind, SessionStatus
from tests.builders import START
from tests.history.samples import attempt, session


@dataclass(frozen=True, slots=True)
class Flip:
    """One bit that was flipped, and what came of it: `said`, `silent` (harmless) or a fault."""

    offset: int
    bit: int
    came: str

    @property
    def is_fault(self) -> bool:
        """Whether that is what must not be."""
        return self.came not in {"said", "silent"}


def history(folder: Path) -> Path:
    """A history of three sessions, one of them an interview that can be resumed."""
    path = folder / "history.db"
    with History.open(path) as made:
        for number in range(1, 4):
            kind = SessionKind.MOCK if number == 3 else SessionKind.QUIZ
            made.start(session(number, kind))
            for serial in range(8):
                each = attempt(serial, number=number, key=f"deck/{serial}", days=number)
                made.record(replace(each, points=(("a point", Mark.SAID),)))
            made.retract(attempt(0, number=number, key="deck/0", days=number))
        made.checkpoint(session(3).id, '{"version": 1}')
        made.finish(session(1).id, SessionStatus.FINISHED, START + timedelta(hours=1))
        made.machine("here")
    return path


def places(path: Path, chance: Random, number: int) -> list[tuple[int, int]]:
    """So many bits of the file, each as its byte and its place there."""
    size = path.stat().st_size
    return [(chance.randrange(size), chance.randrange(8)) for _ in range(number)]


def run(path: Path, bits: Iterable[tuple[int, int]]) -> list[Flip]:
    """Flip one bit after another, each in the whole file, and look."""
    whole = path.read_bytes()
    before = read(path)
    seen = []
    for offset, bit in bits:
        flipped = bytearray(whole)
        flipped[offset] ^= 1 << bit
        restore(path, bytes(flipped))
        seen.append(Flip(offset, bit, came(path, before)))
    restore(path, whole)
    return seen


def restore(path: Path, data: bytes) -> None:
    for beside in path.parent.glob(f"{path.name}-*"):
        beside.unlink()
    path.write_bytes(data)


def came(path: Path, before: object) -> str:
    """What reading, checking and rebuilding said; a fault is what none of them may do."""
    try:
        faults = _checked(path)
        now = read(path)
    except DrillError:
        return "said"
    except (Exception, RecursionError) as error:
        return f"{type(error).__name__}: {error}"
    if faults:
        return "said"
    return "silent" if now == before else "something else is read, and the check is silent"


def _checked(path: Path) -> list[str]:
    with History.open(path) as opened:
        return repair.check(opened)


def read(path: Path) -> object:
    """All that commands read of a history."""
    with History.open(path) as opened:
        looks: tuple[Callable[[], object], ...] = (
            lambda: list(exchange.lines(opened.records())),
            opened.sessions,
            opened.attempts,
            opened.checkpointed,
            opened.weak,
            lambda: list(opened.due(START + timedelta(days=1000))),
            lambda: opened.knowledge(opened.known()),
            lambda: opened.timings(START - timedelta(days=1), 100),
            opened.past,
            lambda: opened.machine("here"),
        )
        return [look() for look in looks]


def merged(path: Path) -> int:
    """How many attempts another history takes from the file."""
    with History.open(path.with_name("other.db")) as other:
        return sync.merge(other, path)


def row_count(path: Path) -> int:
    """How many attempts are in the file, read by SQLite alone."""
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("SELECT count(*) FROM attempt").fetchone()[0])

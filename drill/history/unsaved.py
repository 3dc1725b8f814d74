"""What could not be put into the history yet: kept beside it until the history is opened again.

A session writes `unsaved/SESSION.jsonl`, an exported history, and for an interview that goes on
`unsaved/SESSION.draft`. Where the disk of the history takes nothing they go into the folder for
temporary files, and have to be merged by hand.
"""

import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from drill import atomic
from drill.history import exchange
from drill.history.backups import UNSAVED
from drill.history.merging import Retraction
from drill.model import Attempt, Session


def put_aside(
    history: Path,
    session: Session,
    records: Sequence[Attempt | Retraction],
    draft: str | None,
    before: Path | None,
) -> Path | None:
    """Keep what a session could not save; the file, None where no disk takes it.

    `draft` is the checkpoint that was not kept, if there is one; `before` is the file of the last
    time, which is written over.
    """
    lines = "".join(exchange.lines([session, *records])).encode()
    with suppress(OSError):
        place = history.parent / UNSAVED
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _written(place / f"{session.id}.jsonl", lines, draft)
    with suppress(OSError):
        # A folder of one's own, under a name that nobody can make first.
        place = before.parent if before else Path(tempfile.mkdtemp(prefix="drill-unsaved-"))
        return _written(place / f"{session.id}.jsonl", lines, draft)
    return None


def is_taken_in(history: Path, target: Path) -> bool:
    """Whether what was put aside is taken in by itself; else it has to be merged by hand."""
    return target.parent == history.parent / UNSAVED


def _written(target: Path, lines: bytes, draft: str | None) -> Path:
    atomic.write(target, lines, atomic.PRIVATE)
    if draft is not None:
        atomic.write(target.with_suffix(".draft"), draft.encode(), atomic.PRIVATE)
    return target


def drop(target: Path) -> None:
    """Remove what was put aside: it is in the history."""
    for left in (target, target.with_suffix(".draft")):
        with suppress(OSError):
            left.unlink(missing_ok=True)
    with suppress(OSError):  # others may have left something there
        target.parent.rmdir()

"""Answers that could not be saved yet: kept beside the history until it is opened again.

A session writes `unsaved/SESSION.jsonl`, an exported history, and for an unfinished interview also
`unsaved/SESSION.draft`. If that disk is full or gone, they go to the folder for temporary files,
and must be merged by hand.
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
    """Keep what a session could not save; return the file, or None if no disk takes it.

    `draft` is the checkpoint that could not be saved, if any; `before` is the file of the last
    call, which is overwritten.
    """
    lines = "".join(exchange.lines([session, *records])).encode()
    with suppress(OSError):
        place = history.parent / UNSAVED
        place.mkdir(mode=0o700, exist_ok=True)  # not the home: it may be on a disk that is gone
        return _written(place / f"{session.id}.jsonl", lines, draft)
    with suppress(OSError):
        # A private folder, under a name that nobody can create first.
        elsewhere = before and not is_taken_in(history, before)
        place = (
            before.parent
            if before and elsewhere
            else Path(tempfile.mkdtemp(prefix="drill-unsaved-"))
        )
        try:
            return _written(place / f"{session.id}.jsonl", lines, draft)
        finally:  # each retry would leave one more
            with suppress(OSError):  # it holds what was written
                place.rmdir()
    return None


def is_taken_in(history: Path, target: Path) -> bool:
    """Whether the file is merged automatically; else the user must merge it."""
    return target.parent == history.parent / UNSAVED


def _written(target: Path, lines: bytes, draft: str | None) -> Path:
    atomic.write(target, lines, atomic.PRIVATE)
    if draft is not None:
        atomic.write(target.with_suffix(".draft"), draft.encode(), atomic.PRIVATE)
    return target


def drop(target: Path) -> None:
    """Delete the files put aside, once their content is in the history."""
    for left in (target, target.with_suffix(".draft")):
        with suppress(OSError):
            left.unlink(missing_ok=True)
    with suppress(OSError):  # other files may be there
        target.parent.rmdir()

"""The folder of recordings: file names, permissions, limits and deletion."""

import re
from collections.abc import Container, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

ENDING = ".flac"
_NAME = re.compile(r"([\w-]+)\.(\d+)(?:-(\d+))?\.flac")
_MEGABYTE = 1_000_000


def make_folder(folder: Path) -> None:
    """Create the folder if needed, for the user alone; raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)


def new_name(folder: Path, session: str, number: int) -> str:
    """A free file name for the answer to question `number` of the session.

    An interrupted answer continues in a second file, a third and so on.
    """
    name, part = f"{session}.{number}{ENDING}", 1
    while (folder / name).exists():
        part += 1
        name = f"{session}.{number}-{part}{ENDING}"
    return name


def names(folder: Path, session: str, number: int) -> tuple[str, ...]:
    """The names of the recordings of an answer, the oldest first."""
    matches = (_NAME.fullmatch(path.name) for path in _all(folder))
    parts = [name for name in matches if name and name[1] == session and int(name[2]) == number]
    return tuple(name[0] for name in sorted(parts, key=lambda name: int(name[3] or 1)))


def of_session(folder: Path, session: str) -> list[Path]:
    """The recordings of a session, by name."""
    return sorted(path for path in _all(folder) if path.name.partition(".")[0] == session)


def find(folder: Path, name: str) -> Path | None:
    """The path of the recording `name`; None if it is gone or not the name of a recording.

    Names may come from imported histories, so one that leads out of the folder is refused.
    """
    path = folder / name
    return path if _NAME.fullmatch(name) and path.is_file() else None


def forget(folder: Path, session: str) -> int:
    """Delete the recordings of a session; returns their number."""
    return _delete(of_session(folder, session))


def prune(
    folder: Path, now: datetime, *, days: int, megabytes: int, keep: Container[str] = ()
) -> int:
    """Delete recordings older than `days`, then the oldest until at most `megabytes` are left.

    Recordings of the sessions in `keep` stay in any case. Returns the number of deleted files.
    """
    limit = (now.astimezone(UTC) - timedelta(days=days)).timestamp()
    old: list[Path] = []
    size = 0
    by_age = [(path, path.stat()) for path in _all(folder)]
    by_age.sort(key=lambda aged: aged[1].st_mtime, reverse=True)
    for path, status in by_age:
        size += status.st_size
        bounded = status.st_mtime < limit or size > megabytes * _MEGABYTE
        if bounded and path.name.partition(".")[0] not in keep:
            old.append(path)
            size -= status.st_size
    return _delete(old)


def _all(folder: Path) -> Iterator[Path]:
    return folder.glob(f"*{ENDING}")


def _delete(paths: Iterable[Path]) -> int:
    doomed = list(paths)
    for path in doomed:
        path.unlink(missing_ok=True)
    return len(doomed)

"""The person's own files: read whole, changed by one process at a time; and temporary ones."""

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from drill.errors import DrillError

LONGEST = 16_000_000
"""Bytes: more than any deck or file of settings has, and no burden to memory."""
_PATIENCE = 5.0
"""Seconds to wait for another process. It keeps a file for some milliseconds, or was stopped."""
_PAUSE = 0.01  # seconds between two tries


class NoFileError(OSError):
    """A pipe, a folder or a device where a file should be."""


def read(path: str | Path, most: int | None = None) -> bytes:
    """The bytes of a regular file, `most` of them; without it, all.

    Never waits for a pipe, and never reads a device without end. Raises NoFileError, and OSError
    where the file cannot be read or is longer than LONGEST.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NoFileError(errno.EINVAL, "not a regular file")
    with os.fdopen(handle, "rb") as file:
        data = file.read(LONGEST + 1 if most is None else most)
    if len(data) > LONGEST and most is None:
        raise OSError(errno.EFBIG, f"larger than {LONGEST:,} bytes")
    return data


def read_json(path: Path) -> dict[str, object]:
    """The members of the object in a file of JSON.

    Raises OSError as `read` does, ValueError where it is not JSON or no object.
    """
    import json

    try:
        value = json.loads(read(path))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(value, dict):
        raise ValueError("no object")  # noqa: TRY004  # one kind of error for whatever is wrong
    return value


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder for files that are gone at the end of the block.

    Raises DrillError where there is no room for them.
    """
    try:
        with TemporaryDirectory(prefix="drill-") as folder:
            yield Path(folder)
    except OSError as error:
        raise DrillError(
            f"no temporary file can be written: {error.strerror}",
            "make room there, or set TMPDIR to another folder",
        ) from error


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Let nobody else read and write the file `path` meanwhile; they wait.

    Its folder is what is locked: so nothing is left behind. Where the system cannot do that, or
    another process does not let go, the last one who writes wins. Not for use inside itself.
    """
    if sys.platform == "win32":
        yield
        return
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder = os.open(path.parent, os.O_RDONLY)
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}") from error
    try:
        _wait_for(folder)
        yield
    finally:
        os.close(folder)


def _wait_for(folder: int) -> None:
    import fcntl

    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE)
        except OSError:  # a network folder may have no locks
            return
        else:
            return

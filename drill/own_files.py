"""Reads and locks the user's own files, and makes temporary folders."""

import errno
import os
import shutil
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from drill.atomic import is_abandoned
from drill.errors import DrillError

LONGEST = 16_000_000
"""The most bytes of a file: more than any deck or settings file has, and little memory."""
_PATIENCE = 5.0
"""Seconds to wait for another process, which needs milliseconds unless it is stopped."""
_PAUSE = 0.01  # seconds between two tries
_TEMPORARY = "drill-part-"


class NoFileError(OSError):
    """The path is a pipe, a folder or a device, not a regular file."""


def read(path: str | Path, most: int | None = None) -> bytes:
    """The bytes of a regular file, or its first `most` bytes.

    Never waits for a pipe or reads an endless device. Raises NoFileError; OSError if the file
    cannot be read or is longer than LONGEST.
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

    Raises OSError as `read` does; ValueError if the file is not JSON or holds no object.
    """
    import json

    try:
        value = json.loads(read(path))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(value, dict):
        raise ValueError("not a JSON object")  # noqa: TRY004  # one error for all
    return value


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """A folder that is deleted at the end of the block, or an hour after its process was killed.

    Raises DrillError if it cannot be made or filled.
    """
    from tempfile import TemporaryDirectory, gettempdir

    try:
        _sweep(Path(gettempdir()))
        with TemporaryDirectory(prefix=_TEMPORARY) as folder:
            yield Path(folder)
    except OSError as error:
        raise DrillError(
            f"cannot write a temporary file: {error.strerror}",
            "make room there, or set TMPDIR to another folder",
        ) from error


def _sweep(folder: Path) -> None:
    """Remove the temporary folders that killed runs of this user left behind."""
    for left in folder.glob(f"{_TEMPORARY}*"):
        with suppress(OSError):  # another process sweeps as well
            if is_abandoned(left):
                shutil.rmtree(left)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Make other processes wait before they read and write the file `path`.

    Locks its folder, so that no lock file is left behind. If the system has no locks, or another
    process does not release one, the last writer wins. Not reentrant.
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

"""Atomic writes: a temporary file beside the target, then a rename."""

import errno
import os
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from glob import escape
from pathlib import Path

_ABANDONED = 3600
"""Seconds after which a temporary file counts as left by a killed run."""
PRIVATE = 0o600


def is_abandoned(temporary: Path) -> bool:
    """Whether a killed run left the file or folder behind. Raises OSError."""
    return time.time() - temporary.lstat().st_mtime > _ABANDONED


def write(path: Path, content: bytes | Iterable[bytes], mode: int | None = None) -> None:
    """Write `content` to `path`, on disk when the call returns; on an error `path` is unchanged.

    A link stays, and its target is replaced; a circle of links raises OSError. An existing pipe or
    device is written to directly. `mode` sets the permissions; without it they stay, or follow the
    umask. Raises OSError.
    """
    chunks = [content] if isinstance(content, bytes) else content
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            file.writelines(chunks)
        return
    target = Path(os.path.realpath(path))
    if target.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    if mode is None and target.exists():
        mode = stat.S_IMODE(target.stat().st_mode)
    _sweep(target)
    # The name cannot be guessed and the file must be new: nobody can plant a link there.
    part = target.with_name(f".{target.name}.{os.urandom(8).hex()}.part")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(part, flags, 0o666 if mode is None else PRIVATE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            part.chmod(mode)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _sweep(target: Path) -> None:
    """Remove the temporary files that killed runs left beside `target`."""
    for part in target.parent.glob(f".{escape(target.name)}.*.part"):
        with suppress(OSError):  # another process sweeps as well
            if is_abandoned(part):
                part.unlink()

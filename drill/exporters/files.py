"""Finished exports on their way to the disk: whole or not at all."""

import os
import tempfile
from pathlib import Path

from drill.errors import DrillError


def check_free(path: Path, *, force: bool) -> None:
    """Raise DrillError where `path` is there already and `force` does not allow to replace it."""
    if path.is_dir():
        raise DrillError(f"{path} is a folder", "name a file with -o")
    if path.is_file() and not force:
        raise DrillError(f"{path} is there already", "--force replaces it, -o writes elsewhere")


def write(path: Path, content: bytes) -> None:
    """Put `content` into `path` by a temporary file beside it and a rename.

    What is there and no regular file, such as a pipe, is written to. Raises DrillError.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        target = path.resolve()
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            umask = os.umask(0)
            os.umask(umask)
            Path(name).chmod(target.stat().st_mode if target.exists() else 0o666 & ~umask)
            Path(name).replace(target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}", "choose another file with -o") from error

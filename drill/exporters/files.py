"""Finished exports on their way to the disk: whole or not at all."""

from pathlib import Path

from drill import atomic
from drill.errors import DrillError


def check_free(path: Path, *, force: bool) -> None:
    """Raise DrillError where `path` already exists and `force` does not allow to replace it."""
    if path.is_dir():
        raise DrillError(f"{path} is a folder", "name a file with -o")
    if path.is_file() and not force:
        raise DrillError(f"{path} already exists", "--force overwrites it, -o writes elsewhere")


def write(path: Path, content: bytes) -> None:
    """Put `content` into `path`, whole or not at all; a pipe or a device is written to.

    Raises DrillError.
    """
    try:
        atomic.write(path, content)
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}", "choose another file with -o") from error

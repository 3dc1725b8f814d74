"""Writes finished exports to disk, whole or not at all."""

from pathlib import Path

from drill import atomic
from drill.errors import DrillError


def check_free(path: Path, *, force: bool) -> None:
    """Raise DrillError if `path` already exists, unless `force` allows replacing it."""
    if path.is_dir():
        raise DrillError(f"{path} is a folder", "name a file with -o")
    if path.is_file() and not force:
        raise DrillError(f"{path} already exists", "--force overwrites it, -o writes elsewhere")


def write(path: Path, content: bytes) -> None:
    """Write `content` to `path`, whole or not at all; directly to a pipe or a device.

    Raises DrillError.
    """
    try:
        atomic.write(path, content)
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}", "choose another file with -o") from error

"""Finds and loads the deck files under a folder; anything but a regular file is a problem."""

import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from drill import own_files
from drill.errors import Problem
from drill.text import encodable

_ENDINGS = (".yaml", ".yml")
_NUMBER = re.compile(r"\d+")
FIRST = "day-5-deep-learning.yaml"
"""The shipped deck that comes first: the example for new users."""

_FOLDERS_LIMIT = 5_000

Stamp = tuple[int, int, int]
"""The signs of a changed file: its mtime in nanoseconds, its size and its inode."""


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A deck file, or a problem in its place; `stamp` is None with a problem."""

    path: str
    place: str
    stamp: Stamp | None
    problem: Problem | None = None


def stamp(path: str) -> Stamp | None:
    """The stamp of the file or folder `path`; None if it does not exist."""
    try:
        return _stamp(os.stat(path))  # noqa: PTH116  # a Path for each of thousands costs twice
    except (OSError, ValueError):
        return None


def scan(root: Path, folders: dict[str, Stamp | None]) -> list[FoundFile]:
    """The deck files at or under `root` in document order: by name, numbers by value.

    `FIRST` comes before the others in its folder. Hidden files are left out. Visited folders are
    added to `folders`.
    """
    path = str(root)
    if not _is_text(path):
        return [_found(path, None)]
    if root.is_dir():
        return sorted(_walk(path, folders), key=lambda deck_file: deck_file.place)
    if not os.path.lexists(path):
        folders[path] = None
        return []
    return [_found(path, None)]


def load(path: str, limit: int = own_files.LONGEST) -> bytes | Problem:
    """The first `limit` bytes of an ordinary file; never waits for a pipe or a device."""
    try:
        return own_files.read(path, limit)
    except own_files.NoFileError:
        return _no_file(path)
    except OSError as error:
        return _unreadable(path, error)


def _walk(top: str, folders: dict[str, Stamp | None]) -> Iterator[FoundFile]:
    above = [top]
    # A link to a parent folder would include its other folders.
    seen = {
        above_top[2]
        for above_top in map(stamp, map(str, Path(os.path.realpath(top)).parents))
        if above_top
    }
    while above:
        if len(folders) >= _FOLDERS_LIMIT:
            message = f"more than {_FOLDERS_LIMIT:,} folders; the rest is left out"
            hint = "name the folders of the decks, or remove links that lead elsewhere"
            yield FoundFile(top, _place(top), None, Problem(top, 1, 1, "folders", message, hint))
            return
        folder = above.pop()
        folders[folder] = of_folder = stamp(folder)
        if of_folder is None or (of_folder[2] and of_folder[2] in seen):
            continue  # a link to a parent folder is a circle
        seen.add(of_folder[2])
        try:
            entries = list(os.scandir(folder))
        except OSError as error:
            yield FoundFile(folder, _place(folder), None, _unreadable(folder, error))
            continue
        for entry in entries:
            if entry.name.startswith("."):
                continue
            is_named = entry.name.lower().endswith(_ENDINGS)
            is_folder = _is_folder(entry)
            if is_folder and not is_named and _is_text(entry.path):
                above.append(entry.path)
            elif is_folder or is_named:
                yield _found(entry.path, entry)


def _is_text(path: str) -> bool:
    return path == encodable(path)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _found(path: str, entry: "os.DirEntry[str] | None") -> FoundFile:
    place = _place(path)
    if not _is_text(path):
        shown = path.encode(errors="backslashreplace").decode()
        problem = Problem(shown, 1, 1, "file-name", "the file's name is not UTF-8", "rename it")
        return FoundFile(shown, place, None, problem)
    try:
        status = entry.stat() if entry else os.stat(path)  # noqa: PTH116  # as above
    except OSError as error:
        return FoundFile(path, place, None, _unreadable(path, error))
    if not stat.S_ISREG(status.st_mode):
        return FoundFile(path, place, None, _no_file(path))
    return FoundFile(path, place, _stamp(status))


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_size, status.st_ino & 0x7FFF_FFFF_FFFF_FFFF


def _place(path: str) -> str:
    """The sort key of a path: day-2 comes before day-10, and `FIRST` before its folder."""
    place = path.removesuffix(os.sep + FIRST)
    return encodable(_NUMBER.sub(lambda number: number[0].zfill(12), place))


def _no_file(path: str) -> Problem:
    return Problem(path, 1, 1, "no-file", "not a regular file", "a deck is a plain text file")


def _unreadable(path: str, error: OSError) -> Problem:
    reason = (error.strerror or str(error)).lower()
    return Problem(path, 1, 1, "unreadable", f"cannot be read: {reason}")

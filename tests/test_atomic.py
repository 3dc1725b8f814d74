"""Files are written whole or not at all, without leftovers."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from drill import atomic


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    atomic.write(path, b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    assert names(tmp_path) == ["deck.yaml"]


def test_a_private_file_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    atomic.write(tmp_path / "history.jsonl", [b"a\n", b"b\n"], atomic.PRIVATE)
    assert (tmp_path / "history.jsonl").read_bytes() == b"a\nb\n"
    assert (tmp_path / "history.jsonl").stat().st_mode & 0o777 == 0o600


def test_content_that_fails_midway_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    def failing() -> Iterator[bytes]:
        yield b"half"
        raise OSError(28, "No space left on device")

    (tmp_path / "plans.json").write_bytes(b"old")
    with pytest.raises(OSError, match="No space left"):
        atomic.write(tmp_path / "plans.json", failing())
    assert (tmp_path / "plans.json").read_bytes() == b"old"
    assert names(tmp_path) == ["plans.json"]


def test_a_link_keeps_pointing_to_the_file_that_is_replaced(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    atomic.write(link, b"new")
    assert (link.is_symlink(), real.read_bytes()) == (True, b"new")


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    path, read = tmp_path / "pipe", list[bytes]()
    os.mkfifo(path)
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()))
    reader.start()
    atomic.write(path, b"through")
    reader.join()
    assert (read, path.is_fifo()) == ([b"through"], True)


def test_what_a_killed_run_left_is_swept_by_the_next(tmp_path: Path) -> None:
    left, fresh = tmp_path / ".a.0123.part", tmp_path / ".a.4567.part"
    left.write_bytes(b"half")
    fresh.write_bytes(b"being written")
    os.utime(left, (0, 0))
    atomic.write(tmp_path / "a", b"whole")
    assert names(tmp_path) == [".a.4567.part", "a"]


def test_links_that_lead_round_in_a_circle_are_refused_and_stay(tmp_path: Path) -> None:
    (tmp_path / "sheet.md").symlink_to("other.md")
    (tmp_path / "other.md").symlink_to("sheet.md")
    with pytest.raises(OSError, match="Too many levels of symbolic links"):
        atomic.write(tmp_path / "sheet.md", b"new")
    assert names(tmp_path) == ["other.md", "sheet.md"]
    assert (tmp_path / "sheet.md").is_symlink()

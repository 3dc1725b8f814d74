"""The folder of recordings."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from drill.voice import recordings

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def put(folder: Path, name: str, *, days: float = 0, size: int = 1) -> None:
    path = folder / name
    path.write_bytes(b"x" * size)
    at = (NOW - timedelta(days=days)).timestamp()
    os.utime(path, (at, at))


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_an_answer_that_was_broken_off_goes_on_in_a_second_file(tmp_path: Path) -> None:
    assert recordings.new_name(tmp_path, "s1", 3) == "s1.3.flac"
    put(tmp_path, "s1.3.flac")
    assert recordings.new_name(tmp_path, "s1", 3) == "s1.3-2.flac"
    put(tmp_path, "s1.3-2.flac")
    assert recordings.new_name(tmp_path, "s1", 3) == "s1.3-3.flac"


def test_the_recordings_of_an_answer_are_those_of_its_question_in_order(tmp_path: Path) -> None:
    for name in ("s1.3-10.flac", "s1.3-2.flac", "s1.3.flac", "s1.30.flac", "s10.3.flac"):
        put(tmp_path, name)
    assert recordings.names(tmp_path, "s1", 3) == ("s1.3.flac", "s1.3-2.flac", "s1.3-10.flac")


def test_what_is_too_old_is_deleted(tmp_path: Path) -> None:
    put(tmp_path, "old.1.flac", days=31)
    put(tmp_path, "new.1.flac", days=29)
    assert recordings.prune(tmp_path, NOW, days=30, megabytes=10) == 1
    assert names(tmp_path) == {"new.1.flac"}


def test_what_is_over_the_size_is_deleted_the_oldest_first(tmp_path: Path) -> None:
    for day in range(4):
        put(tmp_path, f"s{day}.1.flac", days=day, size=600_000)
    assert recordings.prune(tmp_path, NOW, days=30, megabytes=2) == 1
    assert names(tmp_path) == {"s0.1.flac", "s1.1.flac", "s2.1.flac"}


def test_a_large_one_that_goes_takes_no_smaller_older_one_along(tmp_path: Path) -> None:
    for day, size in enumerate((600_000, 600_000, 5_000_000, 600_000)):
        put(tmp_path, f"s{day}.1.flac", days=day, size=size)
    assert recordings.prune(tmp_path, NOW, days=30, megabytes=2) == 1
    assert names(tmp_path) == {"s0.1.flac", "s1.1.flac", "s3.1.flac"}


def test_an_interview_that_can_be_resumed_keeps_its_recordings(tmp_path: Path) -> None:
    put(tmp_path, "waits.1.flac", days=99)
    assert recordings.prune(tmp_path, NOW, days=30, megabytes=1, keep=["waits"]) == 0


def test_other_files_stay(tmp_path: Path) -> None:
    put(tmp_path, "notes.txt", days=99)
    assert recordings.prune(tmp_path, NOW, days=30, megabytes=1) == 0
    assert recordings.prune(tmp_path / "nowhere", NOW, days=30, megabytes=1) == 0


def test_a_session_is_forgotten_without_those_that_begin_like_it(tmp_path: Path) -> None:
    for name in ("s1.1.flac", "s1.2-2.flac", "s10.1.flac"):
        put(tmp_path, name)
    assert recordings.forget(tmp_path, "s1") == 2
    assert names(tmp_path) == {"s10.1.flac"}


@pytest.mark.parametrize("name", ["../secret.1.flac", "/etc/passwd", "a/b.1.flac", "s1.flac", ""])
def test_a_name_that_leads_elsewhere_is_no_recordings_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "recordings"
    folder.mkdir()
    put(tmp_path, "secret.1.flac")
    put(folder, "s1.flac")
    assert recordings.find(folder, name) is None


def test_a_recording_is_found_by_its_name_while_it_is_there(tmp_path: Path) -> None:
    assert recordings.find(tmp_path, "s1.1.flac") is None
    put(tmp_path, "s1.1.flac")
    assert recordings.find(tmp_path, "s1.1.flac") == tmp_path / "s1.1.flac"

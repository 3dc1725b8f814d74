"""Files of the person's own: none of them is waited for or read without end."""

import os
from multiprocessing import get_context
from pathlib import Path

import pytest

from drill import own_files
from drill.errors import DrillError


def test_a_file_is_read_whole_or_as_far_as_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "plans.json"
    path.write_bytes(b'{"a": [1]}')
    assert own_files.read(path) == b'{"a": [1]}'
    assert own_files.read(path, 4) == b'{"a"'
    assert own_files.read_json(path) == {"a": [1]}


def test_a_pipe_or_a_device_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "zero").symlink_to("/dev/zero")
    for name in ("pipe", "zero", "."):
        with pytest.raises(own_files.NoFileError, match="not a regular file"):
            own_files.read(tmp_path / name)


def test_a_file_that_is_too_long_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "config.toml").open("wb") as file:
        file.truncate(own_files.LONGEST + 1)
    with pytest.raises(OSError, match="larger than 16,000,000 bytes"):
        own_files.read(tmp_path / "config.toml")


@pytest.mark.parametrize("content", ["", "[1]", "{", "[" * 100_000, "\xff", "9" * 5_000])
def test_a_file_without_a_json_object_raises_value_error(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.json").write_bytes(content.encode("latin-1"))
    with pytest.raises(ValueError, match=r"not a JSON object|nested|Expect|codec|digits"):
        own_files.read_json(tmp_path / "a.json")


def _count(path: Path, times: int) -> None:
    for _ in range(times):
        with own_files.locked(path):
            path.write_text(str(int(path.read_text()) + 1))


def test_processes_that_change_a_file_wait_for_each_other(tmp_path: Path) -> None:
    path = tmp_path / "count"
    path.write_text("0")
    context = get_context("fork")
    others = [context.Process(target=_count, args=(path, 50)) for _ in range(3)]
    for each in others:
        each.start()
    for each in others:
        each.join()
    assert path.read_text() == "150"
    assert list(tmp_path.iterdir()) == [path]


def test_a_lock_that_is_never_released_does_not_block_forever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_files, "_PATIENCE", 0.02)
    with own_files.locked(tmp_path / "a"), own_files.locked(tmp_path / "a"):
        (tmp_path / "a").write_text("second")
    assert (tmp_path / "a").read_text() == "second"


def test_a_temporary_folder_is_gone_at_its_end_and_no_room_in_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(DrillError, match="cannot write a temporary file: No space left"):
        _fill_temporary_folder()
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "missing"))
    with pytest.raises(DrillError, match="cannot write a temporary file: No such file"):
        _fill_temporary_folder()


def test_temporary_folders_of_killed_runs_are_removed_after_an_hour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for name in ("drill-part-old", "drill-part-new", "drill-unsaved-old"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a").write_bytes(b"a")
        if name.endswith("old"):
            os.utime(tmp_path / name, (0, 0))
    with own_files.temporary_folder():
        pass
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "drill-part-new",
        "drill-unsaved-old",
    ]


def _fill_temporary_folder() -> None:
    with own_files.temporary_folder() as folder:
        (folder / "a").write_bytes(b"a")
        raise OSError(28, "No space left on device")

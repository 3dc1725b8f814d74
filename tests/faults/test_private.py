"""Only their owner can read typed answers."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from drill.history import History, repair
from tests.builders import START
from tests.conftest import Run
from tests.history.samples import attempt, session

if sys.platform == "win32":
    pytest.skip("permissions of POSIX", allow_module_level=True)

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def modes(folder: Path) -> set[str]:
    return {
        f"{each.stat().st_mode & 0o777:o} {'folder' if each.is_dir() else 'file'}"
        for each in (folder, *folder.rglob("*"))
    }


def test_history_log_and_copies_are_private(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with History.open(home / "history.db") as history:
        history.start(session())
        history.record(attempt(0))
        assert modes(home) == {"700 folder", "600 file"}
        history.look_over(START.replace(day=3))
    repair.restore(home / "history.db", START.replace(day=3).date(), START)
    assert modes(home) == {"700 folder", "600 file"}


def test_files_of_an_older_drill_are_made_private_when_they_are_used(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with History.open(path) as history:
        history.start(session())
        history.record(attempt(0))
    path.chmod(0o644)
    with History.open(path):
        assert path.stat().st_mode & 0o777 == 0o600


def test_a_check_names_what_others_may_read(home: Path, run: Run) -> None:
    with History.open(home / "history.db") as history:
        history.start(session())
        history.record(attempt(0))
        history.look_over(START.replace(day=3))
    [copy] = (home / "backups").iterdir()
    copy.chmod(0o644)
    done = run("history", "check")
    assert done.code == 0
    assert done.err == f"drill: {copy}: others may read it: chmod 600 {copy}\n"

"""A history replaced while drill has it open, or is about to open it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import BinaryIO

import pytest

from drill.errors import DrillError
from drill.history import History, backups, connection, repair, unsaved
from drill.workspace.unfinished_answers import Drafts
from tests.builders import START
from tests.history.samples import attempt, session

pytestmark = pytest.mark.slow

ANSWER = """
import sys
from pathlib import Path
from drill.history import History
from tests.history.samples import attempt, session
with History.open(Path(sys.argv[1])) as history:
    history._copy = None
    history.start(session(2))
    history.record(attempt(0, number=2, days=1))
"""
TODAY = replace(session(2), started=START.replace(day=3))  # the day that has its copy
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A history of two days, with a copy of how the second began."""
    path = tmp_path / "history.db"
    for day in range(2):
        with History.open(path) as history:
            history.start(session())
            history.keep_copy(START.replace(day=2 + day))
            history.record(attempt(day, days=day))
    return path


def answers(path: Path) -> int:
    with History.open(path) as history:
        assert repair.check(history) == []
        return history.count()


@pytest.mark.parametrize("step", ["_set_aside", "_overwrite"])
def test_a_quiz_that_begins_while_a_copy_is_put_in_its_place_loses_no_answer(
    path: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real: Callable[..., object] = getattr(repair, step)
    quizzes: list[subprocess.Popen[str]] = []

    def beside(*arguments: object) -> object:
        command = [sys.executable, "-c", ANSWER, str(path)]
        quiz = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
        quizzes.append(quiz)
        with pytest.raises(subprocess.TimeoutExpired):
            quiz.wait(1)  # it waits for the turn to write
        return real(*arguments)

    monkeypatch.setattr(repair, step, beside)
    repair.restore(path, date(2026, 3, 3), START)
    assert [quiz.communicate()[1] for quiz in quizzes] == [""]
    assert [quiz.returncode for quiz in quizzes] == [0]
    assert answers(path) == 2


def test_an_answer_goes_into_the_file_that_is_at_the_path(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    backups.copy(path, other)
    with History.open(path) as history:
        history.start(TODAY)
        other.replace(path)
        history.record(attempt(0, number=2, days=2))
    assert answers(path) == 3


def test_an_answer_after_the_file_is_gone_begins_a_new_one(path: Path) -> None:
    with History.open(path) as history:
        history.start(TODAY)
        path.unlink()
        history.record(attempt(0, number=2, days=2))
    assert answers(path) == 1


def test_answers_wait_while_the_folder_is_gone_and_nothing_is_made_in_its_place(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    home = tmp_path / "home"
    home.mkdir()
    backups.copy(path, home / "history.db")
    with History.open(home / "history.db") as history:
        history.start(TODAY)
        history.record(attempt(0, number=2, days=2))
        home.rename(tmp_path / "elsewhere")
        for _ in range(2):
            with pytest.raises(DrillError, match="home: the folder of the history is gone"):
                history.record(attempt(1, number=2, days=2))
        aside = unsaved.put_aside(history.path, TODAY, [attempt(1, number=2, days=2)], None, None)
        assert aside
        assert not unsaved.is_taken_in(history.path, aside)
        with pytest.raises(DrillError, match="your draft cannot be saved: No such file"):
            Drafts(home).keep("deck/1", "half an answer")
        assert not home.exists()
        (tmp_path / "elsewhere").rename(home)
        history.record(attempt(1, number=2, days=2))
    assert answers(home / "history.db") == 4


@pytest.mark.parametrize("kind", ["folder", "pipe", "circle", "text", "read-only"])
def test_answers_wait_while_something_else_is_in_the_place_of_the_file(
    path: Path, tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with History.open(path) as history:
        history.start(TODAY)
        path.rename(tmp_path / "elsewhere.db")
        match kind:
            case "folder":
                path.mkdir()
            case "pipe":
                os.mkfifo(path)
            case "circle":
                path.symlink_to(path.name)
            case "text":
                path.write_text("x" * 10_000)
            case "read-only":
                backups.copy(tmp_path / "elsewhere.db", path)
                monkeypatch.setattr(connection, "_writable", lambda _: False)
        for _ in range(2):
            with pytest.raises(DrillError, match=r"the history|not a regular"):
                history.record(attempt(0, number=2, days=2))
        monkeypatch.undo()
        path.rename(tmp_path / "harm")
        (tmp_path / "elsewhere.db").rename(path)
        history.record(attempt(0, number=2, days=2))
    assert answers(path) == 3


def test_an_interrupted_restore_leaves_the_present_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(source: BinaryIO, target: BinaryIO) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    with pytest.raises(DrillError, match="not restored: No space left on device"):
        repair.restore(path, date(2026, 3, 3), START)
    assert answers(path) == 2


def test_behind_a_link_log_copies_and_what_is_set_aside_are_with_the_file(
    path: Path, tmp_path: Path
) -> None:
    link = tmp_path / "home" / "history.db"
    link.parent.mkdir()
    link.symlink_to(path)
    with History.open(link) as history:
        history.start(TODAY)
        history.record(attempt(0, number=2, days=2))
        assert backups.log_of(path).stat().st_size > 0
        log = backups.log_of(path).read_bytes()
    backups.log_of(path).write_bytes(log)  # as a kill leaves it
    aside = repair.restore(link, date(2026, 3, 3), START)
    assert aside is not None
    assert aside.parent == backups.folder(path)
    assert link.readlink() == path
    assert answers(link) == 1
    assert answers(aside) == 3
    assert sorted(each.name for each in link.parent.iterdir()) == ["history.db"]


def test_a_history_that_is_moved_without_its_log_keeps_the_answers_of_the_log(path: Path) -> None:
    moved = path.with_name("moved.db")
    with History.open(path) as history:
        history.record(attempt(0, number=2, days=3))
        path.rename(moved)
        history.record(attempt(1, number=2, days=3))
    assert (answers(moved), answers(path)) == (3, 1)

"""A full or read-only disk."""

import os
import resource
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from drill.history import History, repair
from tests.faults.kills import QUESTIONS, deck

pytestmark = pytest.mark.slow


def drill(home: Path, *arguments: str, room: int | None = None, keys: str = "") -> tuple[int, str]:
    """Run drill where no file may grow over `room` bytes; its exit code and what stderr says."""

    def limit() -> None:
        if room is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    # No bytecode is written under the limit: half a file of it would stay.
    ran = subprocess.run(
        [sys.executable, "-B", "-m", "drill", *arguments],
        env={**os.environ, "DRILL_HOME": str(home)},
        input=keys,
        capture_output=True,
        text=True,
        preexec_fn=limit,
        check=False,
    )
    return ran.returncode, ran.stderr


def test_on_a_full_disk_a_quiz_goes_on_and_its_answers_are_taken_in_later(tmp_path: Path) -> None:
    home, cards = tmp_path / "home", deck(tmp_path)
    quiz = ["quiz", "--plain", "-n", str(QUESTIONS), "--questions", str(cards)]
    assert drill(home, *quiz, keys="\na\n" * 3)[0] == 0
    code, said = drill(home, *quiz, room=200_000, keys="\na\n" * QUESTIONS)
    assert code == 1
    [kept] = (home / "unsaved").iterdir()
    with closing(sqlite3.connect(home / "history.db")) as db:
        [(saved,)] = db.execute("SELECT count(*) FROM attempt")
    assert 3 < saved < QUESTIONS
    assert said == (
        f"drill: not saved yet; drill will retry: {home / 'history.db'}: the history cannot be "
        f"written (disk I/O error): is the disk full?; kept in {kept}\n"
        "what was saved before is safe, the last step is not saved; make room, then drill says how "
        "to go on\n"
    )
    with History.open(home / "history.db") as history:
        assert history.count() == QUESTIONS
        assert repair.check(history) == []
    assert not (home / "unsaved").exists()


def test_where_nothing_may_be_written_lists_work_and_a_quiz_is_refused(tmp_path: Path) -> None:
    home, cards = tmp_path / "home", deck(tmp_path)
    quiz = ["quiz", "--plain", "-n", "1", "--questions", str(cards)]
    drill(home, *quiz, keys="\na\n")
    before = sorted(home.rglob("*"))
    for folder in (home, *home.rglob("*")):
        folder.chmod(0o555 if folder.is_dir() else 0o444)
    immutable = os.access(home, os.W_OK)  # root is stopped by nothing less
    if immutable and subprocess.run(["chattr", "-R", "+i", home], check=False).returncode:
        pytest.skip("a folder that root may not write to cannot be made here")
    try:
        assert drill(home, "list", "--questions", str(cards)) == (0, "")
        code, said = drill(home, *quiz)
    finally:
        if immutable:
            subprocess.run(["chattr", "-R", "-i", home], check=True)
        for folder in (home, *home.rglob("*")):
            folder.chmod(0o755)
    assert code == 1
    assert said == (
        f"drill: {home / 'history.db'}: the history cannot be written\n"
        "make room, or make the file and its folder writable, or set DRILL_HOME to another folder\n"
    )
    assert sorted(home.rglob("*")) == before

"""A file is checked before it is written to, and every error says what to do next."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import ExitStack, closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from drill.errors import DrillError
from drill.history import History, backups, connection, repair, schema
from drill.model import OfferedOption
from tests.builders import START
from tests.history.samples import attempt, session


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A history with two attempts."""
    path = tmp_path / "history.db"
    with History.open(path) as history:
        history.start(session())
        history.record(attempt(0))
        history.record(attempt(1, key="deck/two"))
    return path


def refusal(path: Path) -> DrillError:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(DrillError) as refused:
        History.open(path)
    assert before == (path.read_bytes() if path.is_file() else None)
    return refused.value


def test_closing_leaves_one_file(path: Path) -> None:
    assert [each.name for each in path.parent.iterdir()] == ["history.db"]


@pytest.mark.parametrize("name", ["50%20 off?", "a#b&c", "C:\\é"])
def test_a_history_opens_in_a_folder_of_any_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / "history.db"
    with History.open(path) as history:
        history.start(session())
        history.record(attempt(0))
    assert [each.name for each in path.parent.iterdir()] == ["history.db"]
    with closing(sqlite3.connect(backups.reading(path), uri=True)) as db:
        assert db.execute("SELECT count(*) FROM attempt").fetchone() == (1,)


def test_an_answer_is_on_disk_and_only_closing_writes_the_log_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = sqlite3.connect

    def careless(
        address: str, timeout: float, *, isolation_level: None, uri: bool
    ) -> sqlite3.Connection:
        """As where SQLite was built to sync less."""
        db = real(address, timeout=timeout, isolation_level=isolation_level, uri=uri)
        db.execute("PRAGMA synchronous = NORMAL")
        return db

    with sqlite3.connect(path) as db:
        db.execute("PRAGMA journal_mode = DELETE")  # as in a copy that was gone back to
    db.close()
    monkeypatch.setattr(sqlite3, "connect", careless)
    names = ("journal_mode", "synchronous", "fullfsync", "wal_autocheckpoint")
    with History.open(path) as history:
        found = [history._rows(f"PRAGMA {name}")[0][0] for name in names]
    assert found == ["wal", 2, 1, 0]  # 2 is FULL


def test_a_file_that_another_one_reads_without_a_log_opens_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "PATIENCE", 0.01)
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("PRAGMA journal_mode = DELETE")
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM attempt").fetchone()
        with History.open(path) as history:
            assert history.count() == 2


def test_a_file_that_lost_its_end_is_refused(path: Path) -> None:
    os.truncate(path, 8192)
    refused = refusal(path)
    assert "the history is damaged (8192 of its " in refused.message
    assert refused.message.endswith("bytes are there); nothing was written to it")
    assert refused.hint == "drill history restore lists the daily copies, and restores one"


def test_a_file_of_something_else_is_refused(path: Path) -> None:
    path.write_bytes(b"I am no database, and longer than a header of one hundred bytes" * 9)
    assert "the history is damaged (it is not a SQLite file)" in refusal(path).message


def test_a_file_that_lost_everything_is_refused_when_there_are_copies_of_it(path: Path) -> None:
    os.truncate(path, 0)
    (path.parent / "backups").mkdir()
    (path.parent / "backups" / "history-2026-03-01.db").touch()
    assert "the history is damaged (it is empty)" in refusal(path).message


def test_an_empty_file_without_copies_is_a_new_history(tmp_path: Path) -> None:
    (tmp_path / "history.db").touch()
    with History.open(tmp_path / "history.db") as history:
        assert history.count() == 0


def test_a_folder_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "history.db").mkdir()
    refused = refusal(tmp_path / "history.db")
    assert "the history is damaged (it is a folder)" in refused.message
    assert refused.hint.startswith("drill history restore lists")


def test_a_file_in_the_place_of_the_home_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").touch()
    with pytest.raises(DrillError), History.open(tmp_path / "home" / "history.db") as history:
        history.start(session())


def test_the_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE visits (url)")
    db.close()
    assert refusal(path).message == f"{path}: not a drill history; nothing was changed"


def test_a_history_of_a_newer_drill_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    refused = refusal(path)
    assert "a newer drill wrote this history (version 99, and 4 is the newest" in refused.message
    assert refused.hint == "pip install --upgrade interview-drill"


def test_an_older_history_is_migrated_after_a_copy(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with History.open(path):
        later = (*schema.MIGRATIONS, "ALTER TABLE session ADD COLUMN mood TEXT")
    monkeypatch.setattr(schema, "MIGRATIONS", later)
    with History.open(path) as history:
        assert history.count() == 2
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (5,)
    db.close()
    with sqlite3.connect(path.parent / "backups" / "before-version-5.db") as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (4,)
        assert copy.execute("SELECT count(*) FROM attempt").fetchone() == (2,)
    copy.close()


def test_self_ratings_of_before_they_were_told_apart_are_found(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    points = attempt(0, key="deck/points")
    rated = replace(attempt(1, key="deck/rated"), points=())
    right = replace(rated, id=f"{rated.session}.2", key="deck/choice")
    right = replace(right, choices=(OfferedOption("b", correct=True, chosen=False),))
    with History.open(path) as history:
        history.start(session())
        for each in (points, rated, right):
            history.record(each)
    with sqlite3.connect(path) as db:
        db.execute("ALTER TABLE knowledge DROP COLUMN self_rated")
        db.execute("PRAGMA user_version = 3")
    db.close()
    with History.open(path) as history:
        known = history.knowledge(history.known())
        assert {key: each.self_rated for key, each in known.items()} == {
            "deck/choice": False,
            "deck/points": False,
            "deck/rated": True,
        }


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = (*schema.MIGRATIONS, "CREATE TABLE a (b); CREATE NONSENSE")
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", later)
        with pytest.raises(sqlite3.OperationalError):
            History.open(path)
    with History.open(path) as history:
        assert history.count() == 2


def test_where_nothing_may_be_written_it_can_be_read_but_no_session_starts(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Tests may run as root, whom no permission stops.
    real = os.access
    monkeypatch.setattr(os, "access", lambda what, mode: mode != os.W_OK and real(what, mode))
    with History.open(path) as history:
        assert history.count() == 2
        with pytest.raises(DrillError) as refused:
            history.start(session(2))
    assert refused.value.message == f"{path}: the history cannot be written"
    with History.open(path.with_name("none.db")) as history:
        assert history.count() == 0
        with pytest.raises(DrillError):
            history.retract(attempt(0))
    assert [each.name for each in path.parent.iterdir()] == ["history.db"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="permissions of POSIX")
def test_a_home_that_cannot_be_made_is_an_empty_history(tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(stat.S_IRUSR | stat.S_IXUSR)
    if os.access(locked, os.W_OK):
        pytest.skip("root may write anywhere")
    with History.open(locked / "home" / "history.db") as history:
        assert history.count() == 0


def test_another_process_may_make_it_while_it_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = connection._header
    with ExitStack() as stack:

        def made_meanwhile(path: Path) -> tuple[bytes, int]:
            found = look(path)
            monkeypatch.undo()
            stack.enter_context(History.open(path))
            return found

        (tmp_path / "history.db").touch()
        monkeypatch.setattr(connection, "_header", made_meanwhile)
        with History.open(tmp_path / "history.db") as history:
            assert history.count() == 0


@pytest.mark.slow
def test_eight_processes_may_make_it_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from drill.history import History\n"
        "sys.stdin.read(1)\n"
        "with History.open(Path(sys.argv[1])) as history: print(history.count())"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "history.db")]
    running = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(8)
    ]
    assert [process.communicate("x")[0] for process in running] == ["0\n"] * 8


@pytest.mark.skipif(os.name == "nt", reason="pipes of Unix")
@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_a_pipe_in_the_place_of_the_history_or_of_a_file_beside_it_is_not_waited_for(
    tmp_path: Path, ending: str
) -> None:
    name = f"history.db{ending}"
    path = tmp_path / "history.db"
    for day in (2, 3):
        with History.open(path) as history:
            history.look_over(START.replace(day=day))
            history.start(session())
            history.record(attempt(day))
    (tmp_path / name).unlink(missing_ok=True)
    os.mkfifo(tmp_path / name)
    with pytest.raises(DrillError, match=f"{name}: not a regular file"):
        History.open(path)
    with pytest.raises(DrillError, match=f"{name}: not a regular file"):
        repair.restore(path, date(2026, 3, 3), START)

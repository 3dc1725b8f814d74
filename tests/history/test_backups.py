"""One backup per study day, seven in all; a damaged one is reported, any other can be restored."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import BinaryIO

import pytest

from drill.errors import DrillError
from drill.history import History, backups, repair, sync
from drill.model import Knowledge
from tests.builders import START
from tests.history.samples import attempt, session

pytestmark = pytest.mark.slow  # real copies, day by day


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "history.db"


def study(path: Path, day: int) -> None:
    """A session of one answer, `day` days after the first."""
    with History.open(path) as history:
        history.start(replace(session(), started=START + timedelta(days=day)))
        history.record(attempt(day, days=day))


def days(path: Path) -> list[tuple[str, int | None]]:
    return [(str(copy.day), copy.attempts) for copy in repair.copies(path)]


def overwrite(path: Path, table: str = "attempt") -> None:
    """Damage the page where a table begins."""
    with sqlite3.connect(path) as db:
        [(size,)] = db.execute("PRAGMA page_size")
        [(page,)] = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", [table])
    db.close()
    with path.open("r+b") as file:
        file.seek(size * (page - 1))
        file.write(b"\xa5" * size)


def test_a_copy_is_kept_of_each_day_as_it_began_and_seven_of_them(path: Path) -> None:
    for day in [0, 0, 1, 1, *range(2, 10)]:
        study(path, day)
    assert days(path) == [(f"2026-03-{12 - back:02}", 10 - back) for back in range(1, 8)]


def test_the_day_of_a_copy_turns_at_four_in_the_morning(
    path: Path,
) -> None:
    study(path, 0)
    night = datetime(2026, 3, 4, 3, 30).astimezone()
    with History.open(path) as history:
        history.start(replace(session(), started=night))
        history.record(attempt(1, days=1))
    assert days(path) == [("2026-03-03", 1)]


def test_a_history_without_answers_is_not_copied(path: Path) -> None:
    study(path, 0)
    assert days(path) == []


def test_a_damaged_file_is_copied_told_and_not_written_to(path: Path) -> None:
    study(path, 0)
    study(path, 1)
    overwrite(path, "checkpoint")  # which an answer would not come across
    before = path.read_bytes()
    with pytest.raises(DrillError, match="the history is damaged"):
        study(path, 2)
    assert path.read_bytes() == before
    assert days(path) == [("2026-03-03", 1)]
    damaged = backups.folder(path) / "history-2026-03-04-damaged.db"
    assert damaged.stat().st_size == len(before)


def test_a_file_that_was_damaged_after_the_copy_of_its_day_is_not_rewritten(path: Path) -> None:
    study(path, 0)
    study(path, 1)
    overwrite(path, "checkpoint")
    before = path.read_bytes()
    with History.open(path) as history, pytest.raises(DrillError, match="the history is damaged"):
        history.look_over(START + timedelta(days=1))
    assert path.read_bytes() == before
    assert days(path) == [("2026-03-03", 1)]
    damaged = backups.folder(path) / "history-2026-03-03-damaged.db"
    assert damaged.stat().st_size == len(before)


def test_a_folder_of_copies_that_cannot_be_made_keeps_answers_from_being_written(
    path: Path,
) -> None:
    study(path, 0)
    backups.folder(path).touch()
    with pytest.raises(DrillError) as refused:
        study(path, 1)
    assert refused.value.message.endswith("no copy of the history could be made: File exists")
    with History.open(path) as history:
        assert history.count() == 1


def test_half_a_copy_never_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    study(path, 0)
    folder = backups.folder(path)
    real = backups._copy

    def stopped(path: Path, part: Path) -> list[str]:
        real(path, part)
        part.with_name(f"{part.name}-journal").touch()
        raise KeyboardInterrupt

    monkeypatch.setattr(backups, "_copy", stopped)
    with pytest.raises(KeyboardInterrupt):
        backups.copy(path, folder / "history-2026-03-03.db")
    assert list(folder.iterdir()) == []
    killed = [folder / f"history-2026-03-02.db.1.part{end}" for end in ("", "-journal")]
    for part in killed:
        part.touch()
        os.utime(part, (0, 0))
    young = folder / "history-2026-03-02.db.2.part"
    young.touch()
    monkeypatch.undo()
    study(path, 1)
    assert sorted(folder.iterdir()) == [young, folder / "history-2026-03-03.db"]


def test_a_file_that_is_only_half_set_aside_is_no_file_aside(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study(path, 0)
    study(path, 1)
    before = path.read_bytes()

    def full(source: BinaryIO, target: BinaryIO) -> None:
        target.write(source.read(5000))
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    with pytest.raises(DrillError, match="not restored: No space left on device"):
        repair.restore(path, date(2026, 3, 3), START)
    assert path.read_bytes() == before
    assert [each.name for each in backups.folder(path).iterdir()] == ["history-2026-03-03.db"]


def test_restore_keeps_the_present_file_aside(path: Path) -> None:
    study(path, 0)
    study(path, 1)
    overwrite(path)
    damaged = path.read_bytes()
    aside = repair.restore(path, date(2026, 3, 3), START)
    assert aside
    assert aside.read_bytes() == damaged
    with History.open(path) as history:
        assert history.attempts() == [attempt(0)]
        assert repair.check(history) == []
    assert days(path) == [("2026-03-03", 1)]


def test_what_is_only_named_like_a_copy_is_none(path: Path) -> None:
    folder = backups.folder(path)
    (folder / "history-2025-01-01.db").mkdir(parents=True)
    (folder / "history-2026-99-99.db").touch()
    (folder / "history-20260302.db").touch()
    for day in range(10):
        study(path, day)
    assert len(days(path)) == 7
    assert all(name.startswith("2026-03-") for name, _ in days(path))
    with pytest.raises(DrillError, match="no copy of 2025-01-01"):
        repair.restore(path, date(2025, 1, 1), START)


def test_a_copy_that_cannot_be_cleared_away_keeps_no_answer_out(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied", path)

    study(path, 0)
    monkeypatch.setattr(backups, "KEPT", 1)
    monkeypatch.setattr(Path, "unlink", refuse)
    for day in range(1, 4):
        study(path, day)
    assert len(days(path)) == 3


def test_copies_of_days_to_come_by_a_wrong_clock_push_out_none(path: Path) -> None:
    for day in [*range(400, 408), *range(0, 9)]:
        study(path, day)
    assert [copy.day.year for copy in repair.copies(path)] == [2027] * 7 + [2026] * 7


def test_going_back_from_a_folder_in_its_place_keeps_the_folder(path: Path) -> None:
    study(path, 0)
    study(path, 1)
    path.unlink()
    path.mkdir()
    (path / "kept").touch()
    aside = repair.restore(path, date(2026, 3, 3), START)
    assert aside
    assert [each.name for each in aside.iterdir()] == ["kept"]
    with History.open(path) as history:
        assert history.attempts() == [attempt(0)]


def test_repeated_restores_lose_nothing(path: Path) -> None:
    study(path, 0)
    study(path, 1)
    aside = repair.restore(path, date(2026, 3, 3), START)
    again = repair.restore(path, date(2026, 3, 3), START)  # within the same second
    assert aside
    assert again
    assert aside != again
    with History.open(path) as history:
        assert sync.merge(history, again) == 0
        assert sync.merge(history, aside) == 1
        assert history.count() == 2


def test_going_back_where_there_is_no_history_keeps_nothing_aside(path: Path) -> None:
    study(path, 0)
    study(path, 1)
    path.unlink()
    assert repair.restore(path, date(2026, 3, 3), START) is None
    assert [each.name for each in backups.folder(path).iterdir()] == ["history-2026-03-03.db"]


def test_going_back_from_a_damaged_file_takes_its_log_aside_with_it(path: Path) -> None:
    study(path, 0)
    study(path, 1)
    with History.open(path) as killed:
        killed.record(attempt(2))
        left = {end: Path(f"{path}{end}").read_bytes() for end in ("-wal", "-shm")}
    for end, data in left.items():
        Path(f"{path}{end}").write_bytes(data)
    path.write_bytes(b"ruined" * 1000)
    aside = repair.restore(path, date(2026, 3, 3), START)
    assert aside
    assert aside.read_bytes() == b"ruined" * 1000
    assert backups.log_of(aside).read_bytes() == left["-wal"]
    assert [each.name for each in path.parent.iterdir() if each.is_file()] == ["history.db"]
    with History.open(path) as history:
        assert history.attempts() == [attempt(0)]
        assert repair.check(history) == []


@pytest.mark.slow
def test_restore_is_refused_while_another_drill_is_running(path: Path) -> None:
    study(path, 0)
    study(path, 1)
    with History.open(path) as open_elsewhere:
        with pytest.raises(DrillError, match="another drill has the history open"):
            repair.restore(path, date(2026, 3, 3), START)
        open_elsewhere.record(attempt(2))
    with History.open(path) as history:
        assert history.count() == 3


@pytest.mark.slow
def test_nobody_goes_back_under_another_drill_the_second_time_either(path: Path) -> None:
    study(path, 0)
    study(path, 1)
    repair.restore(path, date(2026, 3, 3), START)
    with History.open(path) as open_elsewhere:
        with pytest.raises(DrillError, match="another drill has the history open"):
            repair.restore(path, date(2026, 3, 3), START)
        open_elsewhere.record(attempt(2))
    with History.open(path) as history:
        assert history.count() == 2


def test_a_file_that_another_program_keeps_locked_is_not_waited_for_for_ever(path: Path) -> None:
    study(path, 0)
    code = (
        "import sys; from pathlib import Path; from drill.history import backups\n"
        "backups.PATIENCE = 0.1; backups.copy(Path(sys.argv[1]), Path(sys.argv[1] + '.copy'))"
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA user_version = 1")
        command = [sys.executable, "-c", code, str(path)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20)
    assert "another program has kept the history locked" in ran.stderr
    assert not path.with_name("history.db.copy").exists()


def test_a_day_without_a_copy_and_a_damaged_copy_are_refused(path: Path) -> None:
    study(path, 0)
    study(path, 1)
    with pytest.raises(DrillError, match="no copy of 2026-03-09"):
        repair.restore(path, date(2026, 3, 9), START)
    overwrite(backups.copies(path)[0])
    assert days(path) == [("2026-03-03", None)]
    with pytest.raises(DrillError, match="this copy is damaged too"):
        repair.restore(path, date(2026, 3, 3), START)


def test_knowledge_that_does_not_follow_from_the_attempts_is_found_and_rebuilt(path: Path) -> None:
    study(path, 0)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE knowledge SET coverage = 0.1")
        db.execute("INSERT INTO knowledge VALUES ('deck/x', 1, 1, 0, 0, '', 1, 1, 0, 0, 0)")
    db.close()
    with History.open(path) as history:
        assert repair.check(history) == [
            "deck/one: what is known does not follow from its attempts",
            "deck/x: what is known does not follow from its attempts",
        ]
        history.rebuild()
        assert repair.check(history) == []


def test_answers_that_go_in_while_it_is_checked_are_no_faults(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study(path, 0)
    with History.open(path) as history, History.open(path) as other:
        real = history.replayed

        def overtaken(step: Callable[[], None]) -> Iterator[tuple[str, Knowledge]]:
            other.record(attempt(1, key="deck/two"))
            return real(step)

        monkeypatch.setattr(history, "replayed", overtaken)
        assert repair.check(history) == []
        assert history.count() == 2


def test_a_page_that_the_disk_once_did_not_give_is_not_called_damage(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study(path, 0)
    real, answers = backups.faults, iter([["malformed"]])
    monkeypatch.setattr(backups, "faults", lambda db, check: next(answers, None) or real(db, check))
    study(path, 1)
    assert [each.name for each in (path.parent / "backups").iterdir()] == ["history-2026-03-03.db"]


def test_a_check_that_could_not_read_the_disk_finds_no_fault_in_the_history() -> None:
    class Unreadable(sqlite3.Connection):
        def execute(self, *_: object) -> sqlite3.Cursor:
            page = "Tree 5 page 9: unable to get the page. error code=266"
            return super().execute("SELECT ?", [page])

    with (
        closing(sqlite3.connect(":memory:", factory=Unreadable)) as db,
        pytest.raises(sqlite3.OperationalError, match="disk I/O error"),
    ):
        backups.faults(db, "quick_check")

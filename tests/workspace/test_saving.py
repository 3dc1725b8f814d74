"""Failed saves go to a file beside the history, are retried, and end no session."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from drill import atomic
from drill.history import History
from drill.history.merging import Retraction
from drill.model import Attempt, SessionStatus
from drill.session import Retract, Save
from drill.workspace import saving
from drill.workspace.saving import Saving
from tests.builders import START
from tests.history.samples import attempt, session


@pytest.fixture
def history(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[History]:
    monkeypatch.setattr(saving, "_PATIENCE", 0.02)
    monkeypatch.setattr(saving, "_PATIENCE_IN_TROUBLE", 0.02)
    with History.open(tmp_path / "history.db") as opened:
        opened.start(session())
        yield opened


@contextmanager
def locked(history: History) -> Iterator[None]:
    with closing(sqlite3.connect(history.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def aside(history: History) -> list[str]:
    folder = history.path.parent / "unsaved"
    return sorted(path.suffix for path in folder.iterdir()) if folder.exists() else []


def test_an_answer_that_a_lock_keeps_out_is_saved_with_the_next_step(history: History) -> None:
    answers = Saving(history, session())
    with locked(history):
        assert not answers.put(Save(attempt(0)))
        assert not answers.put(Save(attempt(1)))
        assert not answers.put(Retract(attempt(0)))
        assert "another program has kept the history locked" in answers.trouble
        assert aside(history) == [".jsonl"]
    answers.settle()
    assert answers.trouble == ""
    assert history.attempts() == [attempt(1)]
    assert aside(history) == []


@pytest.mark.parametrize("forged", [replace(attempt(0), coverage=0.1), Retraction(attempt(0).id)])
def test_an_answer_whose_id_a_forged_history_has_used_gets_another_and_can_be_undone(
    history: History, forged: Attempt | Retraction
) -> None:
    history.merge([forged])
    before = history.attempts()
    answers = Saving(history, session())
    assert answers.put(Save(attempt(0)))
    assert answers.put(Save(attempt(1)))
    new = [each for each in history.attempts() if each not in before]
    assert [replace(each, id=attempt(0).id) for each in new[:-1]] == [attempt(0)]
    assert new[-1] == attempt(1)
    assert answers.put(Retract(attempt(0)))
    assert history.attempts() == [*before, attempt(1)]


def test_the_next_run_adds_what_a_session_could_not_save(history: History) -> None:
    answers = Saving(history, session())
    with locked(history):
        answers.put(Save(attempt(0)))
        answers.close(replace(session(), status=SessionStatus.FINISHED, ended=START))
    history.close()
    with History.open(history.path) as again:
        assert again.attempts() == [attempt(0)]
        assert again.session("last").status is SessionStatus.FINISHED
    assert aside(history) == []


def test_a_damaged_line_of_a_previous_session_is_named_and_its_file_kept(
    history: History,
) -> None:
    answers = Saving(history, session())
    with locked(history):
        answers.put(Save(attempt(0)))
        answers.put(Save(attempt(1)))
    [left] = (history.path.parent / "unsaved").iterdir()
    left.write_text(left.read_text().replace('"seconds":', '"seconds":-', 1))
    history.close()
    with History.open(history.path) as again:
        assert again.attempts() == [attempt(1)]
        assert again.damage == {f"{left}:3": "not a number from 0 to 1e+09: -61.5"}
    assert aside(history) == [".damaged"]


def test_a_draft_that_cannot_be_saved_stays_as_it_was(history: History) -> None:
    answers = Saving(history, session())
    with locked(history):
        answers.keep("half an answer")
        assert aside(history) == [".draft", ".jsonl"]
    history.close()
    with History.open(history.path) as again:
        waiting = again.checkpointed()
    assert waiting is not None
    assert waiting[1] == "half an answer"
    assert aside(history) == []


def test_if_no_disk_is_writable_the_session_continues_and_reports_it(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    answers = Saving(history, session())
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    monkeypatch.setattr("drill.atomic.write", full)
    with locked(history):
        answers.put(Save(attempt(0)))
        assert answers.trouble.startswith("not saved yet; drill will retry: ")
        assert "kept in" not in answers.trouble
    answers.settle()
    assert history.attempts() == [attempt(0)]
    assert list((tmp_path / "tmp").iterdir()) == []


def test_if_the_disk_fills_up_later_answers_go_to_the_temporary_folder(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Saving(history, session())
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    written = atomic.write

    def full_beside_the_history(path: Path, content: bytes, mode: int) -> None:
        if path.is_relative_to(history.path.parent / "unsaved"):
            raise OSError(28, "No space left on device")
        written(path, content, mode)

    with locked(history):
        answers.put(Save(attempt(0)))
        monkeypatch.setattr("drill.atomic.write", full_beside_the_history)
        answers.put(Save(attempt(1)))
    [kept] = (tmp_path / "tmp").glob("drill-unsaved-*/*.jsonl")
    assert answers.trouble.endswith(f"; kept in {kept}, for drill history merge")
    assert f"{attempt(1).id}" in kept.read_text()


def test_saved_answers_are_private(history: History) -> None:
    answers = Saving(history, session())
    with locked(history):
        answers.put(Save(attempt(0)))
    folder = history.path.parent / "unsaved"
    assert folder.stat().st_mode & 0o777 == 0o700
    assert [path.stat().st_mode & 0o777 for path in folder.iterdir()] == [0o600]

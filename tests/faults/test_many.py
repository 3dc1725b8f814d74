"""Concurrent processes, and one that keeps the history locked."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from drill.errors import DrillError
from drill.history import History, repair, sqlite_errors, writing
from tests.faults.crowd import score_at_once
from tests.history.samples import attempt, session

pytestmark = pytest.mark.slow


def test_eight_processes_that_score_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    score_at_once(path, 8, 25)
    with History.open(path) as history:
        assert history.count() == 8 * 25
        assert [len(history.attempts(session(number).id)) for number in range(8)] == [25] * 8
        assert repair.check(history) == []


def test_a_waiting_writer_retries_faster_and_then_yields_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    def sleep(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 3:
            other.execute("ROLLBACK")

    with History.open(tmp_path / "history.db") as history, locked(history.path) as other:
        monkeypatch.setattr(time, "sleep", sleep)
        history.start(session())
        history.record(attempt(0))
        assert pauses[0] > pauses[1] > pauses[2]
        history.record(attempt(1))
        assert pauses[3:] == [pauses[0]]
        history.record(attempt(2))
        assert len(pauses) == 4


@contextmanager
def locked(path: Path) -> Iterator[sqlite3.Connection]:
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute("BEGIN IMMEDIATE")
        yield other
    finally:
        other.close()


def test_a_history_that_stays_locked_is_said_and_the_answer_can_be_given_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "PATIENCE", 0.05)
    with History.open(tmp_path / "history.db") as history:
        history.start(session())
        with locked(history.path):
            assert history.attempts() == []  # reading goes on
            with pytest.raises(DrillError) as refused:
                history.record(attempt(0))
        assert "another program has kept the history locked" in refused.value.message
        assert refused.value.hint == (
            "what was saved before is safe, the last step is not saved; close the other program, "
            "then drill says how to go on"
        )
        history.record(attempt(0))
        assert history.attempts() == [attempt(0)]
        assert history.session("last").started == session().started
    assert sqlite_errors.PATIENCE > 5


def test_long_work_lets_others_write_between_its_turns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other_path = tmp_path / "other.db"
    with History.open(other_path) as there:
        there.start(session(2))
        for serial in range(3):
            there.record(attempt(serial, number=2, key=f"deck/{serial}"))
        records = list(there.records())
    with History.open(tmp_path / "history.db") as history, History.open(history.path) as quiz:
        quiz.start(session())
        quiz.patience = 0.0
        answered = 0

        def answer(_seconds: float) -> None:
            nonlocal answered
            quiz.record(attempt(answered))
            answered += 1

        monkeypatch.setattr(writing, "_TURN", 0.0)
        monkeypatch.setattr(time, "sleep", answer)
        assert history.merge(records) == 3
        in_merge = answered
        history.rebuild()
        assert answered > in_merge > 1
        monkeypatch.undo()
        assert history.count() == 3 + answered
        assert repair.check(history) == []

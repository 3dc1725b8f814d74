"""Several processes at once, and one that keeps the history locked."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from drill.errors import DrillError
from drill.history import History, refusals, repair, store
from tests.history.samples import attempt, session

SCORE = """
import sys, time
from dataclasses import replace
from pathlib import Path
from drill.history import History
from tests.history.samples import attempt, session
number, answers = int(sys.argv[2]), int(sys.argv[3])
with History.open(Path(sys.argv[1])) as history:
    print("ready", flush=True)
    sys.stdin.readline()
    history.start(session(number))
    slowest = 0.0
    for serial in range(answers):
        began = time.monotonic()
        history.record(attempt(serial, number=number, key=f"deck/{serial % 5}"))
        slowest = max(slowest, time.monotonic() - began)
    print(slowest)
"""


def score_at_once(path: Path, processes: int, answers: int) -> list[float]:
    """Let so many processes score so many answers each; the longest wait of each, in seconds."""
    root = Path(__file__).parent.parent.parent
    running = [
        subprocess.Popen(
            [sys.executable, "-c", SCORE, str(path), str(number), str(answers)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=root,
        )
        for number in range(processes)
    ]
    for process in running:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in running:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    return [float(process.communicate()[0]) for process in running]


def test_eight_processes_that_score_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    waits = score_at_once(path, 8, 25)
    with History.open(path) as history:
        assert history.count() == 8 * 25
        assert [len(history.attempts(session(number).id)) for number in range(8)] == [25] * 8
        assert repair.check(history) == []
    # A second is the promise; ten keep a busy machine from failing the test.
    assert max(waits) < 10


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
    monkeypatch.setattr(store, "PATIENCE", 0.05)
    with History.open(tmp_path / "history.db") as history:
        history.start(session())
        with locked(history.path):
            assert history.attempts() == []  # reading goes on
            with pytest.raises(DrillError) as refused:
                history.record(attempt(0))
        assert "another program has kept the history locked" in refused.value.message
        assert "what was saved before is safe" in refused.value.mend
        history.record(attempt(0))
        assert history.attempts() == [attempt(0)]
        assert history.session("last").started == session().started
    assert refusals.PATIENCE > 5

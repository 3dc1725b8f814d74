"""Drafts of many questions, from several processes."""

import os
import pickle
import subprocess
import sys
from collections.abc import Sequence

import pytest

from drill import children
from drill.model import Question
from drill.points.drafts import with_draft
from drill.workspace import draft_workers
from drill.workspace.draft_workers import DraftWorkers, drafts_of

ANSWER = "TCP numbers every byte, and repeats what is lost until the other side confirms it."
QUESTIONS = [Question(f"q{n}", f"What is {n}?", ANSWER * (n % 3)) for n in range(20)]

Workers = list["subprocess.Popen[bytes]"]


def nobody(_done: int, _total: int | None) -> None:
    """Nobody looks."""


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Workers:
    """The workers that were started; the questions are enough for three processes."""
    running: Workers = []
    popen = children.popen

    def start(command: Sequence[str], *, stdin: int, stdout: int, stderr: int) -> object:
        running.append(popen(command, stdin=stdin, stdout=stdout, stderr=stderr))
        return running[-1]

    monkeypatch.setattr(children, "popen", start)
    monkeypatch.setattr(draft_workers, "_SHARE", 300)
    monkeypatch.setattr(draft_workers, "_LEAD", 100)
    monkeypatch.setattr(draft_workers, "_processors", lambda: 3)
    return running


def test_several_processes_give_the_drafts_of_one(started: Workers) -> None:
    told: list[tuple[int, int | None]] = []
    drafts = drafts_of(QUESTIONS, lambda done, total: told.append((done, total)))
    assert drafts == [with_draft(question) for question in QUESTIONS]
    assert len(started) == 2  # this process is the third
    assert all(worker.returncode is not None for worker in started)
    assert told == [(done, 20) for done in range(1, 21)]


def test_workers_start_before_their_questions_are_known(started: Workers) -> None:
    with DraftWorkers(600) as workers:
        assert len(started) == 1
        drafts = workers.drafts_of(QUESTIONS, nobody)
    assert drafts == [with_draft(question) for question in QUESTIONS]
    assert len(started) == 1


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize(
    "program", [[sys.executable, "-c", "exit(1)"], ["/nowhere"]], ids=["fails", "is missing"]
)
def test_a_worker_that_fails_is_stood_in_for(
    program: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "python", lambda _module: program)
    assert drafts_of(QUESTIONS, nobody) == [with_draft(question) for question in QUESTIONS]


def test_an_interruption_ends_the_workers(started: Workers) -> None:
    def interrupt(_done: int, _total: int | None) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        drafts_of([Question("q", "What?", ANSWER * 1_000)] * 90, interrupt)
    assert len(started) == 2
    assert all(worker.returncode for worker in started)


def test_a_worker_whose_parent_is_gone_ends_at_its_next_result() -> None:
    ours, its = os.pipe()
    worker = children.popen(
        children.python("drill.workspace.draft_workers"),
        stdin=subprocess.PIPE,
        stdout=its,
        stderr=subprocess.DEVNULL,
    )
    os.close(its)
    os.close(ours)
    worker.communicate(pickle.dumps([("What?", ANSWER)] * 100_000), timeout=30)
    assert worker.returncode

"""What tests of commands share: a home of their own, a small deck, and ways to run drill."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pexpect
import pytest
from hypothesis import HealthCheck, settings

from drill.history import History
from drill.model import Attempt, Mark, Rating, Session, SessionKind, SessionStatus

# Days begin and end by local time: all tests are in one place.
os.environ["TZ"] = "UTC"
if sys.platform != "win32":
    time.tzset()

# How fast examples are made says more of the machine than of the tests.
settings.register_profile("drill", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("drill")

ROOT = Path(__file__).parent.parent
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

SMALL_DECK = """\
deck: capitals
title: Capitals of the world
tags: [geography]
questions:
  - id: france
    question: What is the capital of France?
    answer: It is **Paris**, on the Seine.
    key_points: [Paris, It lies on the Seine]
    hint: It has a tower.
    follow_ups: [Since when?]
    notes: Vichy was the seat of government from 1940 to 1944.
    difficulty: easy
    time: 30s
    lines: [3, 5]
  - id: peru
    question: What is the capital of Peru?
    answer: Lima.
    key_points: [Lima]
    tags: [america]
    difficulty: hard
  - id: chad
    question: What is the capital of Chad?
"""


@dataclass(frozen=True, slots=True)
class Done:
    """A command that has run."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


HUMAN = 0.15
"""Seconds until a person at a pseudo-terminal types: keys within a blink of a page are dropped."""


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let keys that a test types come as a person's would."""
    if sys.platform == "win32":
        return
    real = pexpect.spawn.__init__

    def init(self: "pexpect.spawn[str]", *arguments: object, **options: object) -> None:
        real(self, *arguments, **options)  # type: ignore[arg-type]
        self.delaybeforesend = HUMAN

    monkeypatch.setattr(pexpect.spawn, "__init__", init)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty DRILL_HOME, with a terminal of 80 columns around it."""
    for name in ("DRILL_QUESTIONS", "NO_COLOR", "FORCE_COLOR", "_DRILL_COMPLETE", "LINES"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"COLUMNS": "80", "TERM": "xterm-256color"}.items():
        monkeypatch.setenv(name, value)
    path = tmp_path / "home"
    monkeypatch.setenv("DRILL_HOME", str(path))
    return path


@pytest.fixture
def deck(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck of three questions, the only one in the library."""
    path = tmp_path / "decks" / "capitals.yaml"
    path.parent.mkdir()
    path.write_text(SMALL_DECK, encoding="utf-8")
    monkeypatch.setenv("DRILL_QUESTIONS", str(path.parent))
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path) -> Run:
    """Run `drill` with some arguments in this process, on the morning of NOW."""
    from drill.__main__ import main

    def runner(*arguments: str) -> Done:
        monkeypatch.setattr(sys, "argv", ["drill", *arguments])
        monkeypatch.setattr("drill.cli.options.now", lambda: NOW)
        code: int | str | None = 0
        try:
            main()
        except SystemExit as leaving:
            code = leaving.code
        out, err = capsys.readouterr()
        assert isinstance(code, int)
        return Done(code, out, err)

    return runner


@pytest.fixture
def command(home: Path) -> Run:
    """Run the real command as a process of its own."""

    def runner(*arguments: str, stdin: str = "", **environ: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "drill", *arguments],
            input=stdin.encode(),
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, **environ},
            check=False,
            timeout=30,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return runner


@pytest.fixture
def answered(home: Path) -> Callable[..., None]:
    """Put a finished quiz into the history: for each key the marks of its points."""

    def record(
        days_ago: int,
        answers: dict[str, Sequence[tuple[str, Mark]]],
        confidence: int | None = None,
        *,
        reschedules: bool = True,
    ) -> None:
        at = NOW - timedelta(days=days_ago)
        name = f"{at:%Y%m%d}-090000-aaaaaa"
        session = Session(name, SessionKind.QUIZ, at, SessionStatus.RUNNING, tuple(answers))
        with History.open(home / "history.db") as history:
            history.start(session)
            for serial, (key, points) in enumerate(answers.items()):
                said = sum(mark is Mark.SAID for _, mark in points) / len(points)
                history.record(
                    Attempt(
                        id=f"{name}.{serial}",
                        session=name,
                        key=key,
                        scored_at=at + timedelta(minutes=serial),
                        seconds=30.0,
                        coverage=said,
                        rating=Rating.EASY if said == 1 else Rating.AGAIN,
                        confidence=confidence,
                        points=tuple(points),
                        reschedules=reschedules,
                    )
                )
            history.finish(name, SessionStatus.FINISHED, at + timedelta(minutes=len(answers)))

    return record

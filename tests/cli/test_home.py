from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from drill.history import History
from drill.model import Mark, Session, SessionKind, SessionStatus
from tests.conftest import NOW, Run

SAID, MISSED = [("x", Mark.SAID)], [("x", Mark.MISSED)]


def test_at_first_everything_is_new(run: Run, deck: Path) -> None:
    done = run()
    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "0 due today · 3 new · 0 weak · 3 questions in 1 deck\n"
        "\n"
        "next: drill quiz   ten questions, the new ones first\n"
    )


def test_due_questions_and_the_last_session_are_shown(
    run: Run, deck: Path, answered: Callable[..., None]
) -> None:
    answered(3, {"capitals/france": MISSED, "capitals/peru": SAID, "gone/away": MISSED})
    assert run().out == (
        "1 due today · 1 new · 1 weak · 3 questions in 1 deck\n"
        "last: quiz 3 days ago · 3 of 3 answered · coverage 33 % · 3 min\n"
        "\n"
        "next: drill quiz   1 question left today, the most valuable first\n"
    )


@pytest.mark.parametrize(
    ("points", "expected"),
    [(SAID, "drill mock"), ([("x", Mark.SAID), ("y", Mark.MISSED)], "drill quiz --weak")],
)
def test_with_nothing_due_or_new_weak_questions_come_before_an_interview(
    run: Run,
    deck: Path,
    answered: Callable[..., None],
    points: list[tuple[str, Mark]],
    expected: str,
) -> None:
    answered(0, {f"capitals/{name}": points for name in ("france", "peru", "chad")})
    assert run().out.splitlines()[-1].startswith(f"next: {expected}   ")


def test_an_empty_library_asks_for_a_document(
    run: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setenv("DRILL_QUESTIONS", str(empty))
    assert run().out == "\nnext: drill import DOC   make a deck from a document\n"


@pytest.mark.parametrize(("days", "first"), [(0, "next: "), (1, "next: "), (3, "also: ")])
def test_an_interrupted_interview_comes_first_until_the_day_after(
    run: Run, deck: Path, home: Path, days: int, first: str
) -> None:
    begun = NOW - timedelta(days=days)
    session = Session("s", SessionKind.MOCK, begun, SessionStatus.RUNNING, ("capitals/peru",))
    with History.open(home / "history.db") as history:
        history.start(session)
        history.checkpoint("s", "{}")
    assert run().out.splitlines()[-1].startswith(f"{first}drill mock --resume   ")


def test_the_next_interview_is_named_with_the_days_until_then(run: Run, deck: Path) -> None:
    run("plan", "--on", "2026-12-24", "--name", "later")
    run("plan", "--on", "2026-12-05")
    assert run().out.splitlines()[1] == "interview in 11 days"

"""`drill quiz` in a real pseudo-terminal, key by key, and line by line through a pipe."""

import sys
from pathlib import Path

import pexpect
import pytest

from drill.history import History
from drill.model import SessionStatus
from tests.conftest import Run

pytestmark = pytest.mark.slow


@pytest.fixture
def quiz(deck: Path) -> "pexpect.spawn[str]":
    """A quiz of the small deck at its first question, on 80 columns."""
    child = pexpect.spawn(
        sys.executable,
        ["-m", "drill", "quiz"],
        dimensions=(40, 80),
        encoding="utf-8",
        timeout=15,
    )
    child.expect("Say it, then")
    return child


def left(child: "pexpect.spawn[str]") -> int | None:
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus


def coverages(home: Path) -> list[float]:
    with History.open(home / "history.db") as history:
        return [attempt.coverage for attempt in history.attempts()]


def test_one_key_reveals_digits_mark_and_enter_accepts(
    quiz: "pexpect.spawn[str]", home: Path
) -> None:
    quiz.send(" ")
    quiz.expect("Which of these did you say")
    quiz.send("1")
    quiz.expect("coverage 50")
    quiz.send("\r")
    quiz.expect("comes back tomorrow")
    quiz.send("q")
    quiz.expect("1 of 3 answered")
    assert left(quiz) == 0
    assert coverages(home) == [0.5]


def test_confidence_and_hint_are_stored_with_the_answer(
    quiz: "pexpect.spawn[str]", home: Path
) -> None:
    quiz.send("h")
    quiz.expect("It has a tower")
    quiz.send("4")
    quiz.expect("Which of these did you say")
    quiz.send("a\r")
    quiz.expect("comes back")
    quiz.send("q")
    assert left(quiz) == 0
    with History.open(home / "history.db") as history:
        (attempt,) = history.attempts()
    assert (attempt.confidence, attempt.assisted, attempt.coverage) == (95, True, 1.0)
    assert attempt.rating is not None
    assert attempt.rating.name == "GOOD"


def test_the_last_score_is_undone_after_the_last_question_too(
    quiz: "pexpect.spawn[str]", home: Path
) -> None:
    for following in ("2 of 3", "3 of 3"):
        quiz.send("s")
        quiz.expect(following)
    quiz.send(" ")
    quiz.expect("How did it go")
    quiz.send("3")
    quiz.expect("any other key")
    quiz.send("u")
    quiz.expect("How did it go")
    quiz.send("1")
    quiz.expect("any other key")
    quiz.send("x")
    quiz.expect("1 of 3 answered")
    assert left(quiz) == 0
    assert coverages(home) == [0.0, 0.0, 0.0]


def test_ctrl_c_leaves_with_130_and_all_that_was_scored(
    quiz: "pexpect.spawn[str]", home: Path
) -> None:
    quiz.send(" ")
    quiz.expect("Which of these did you say")
    quiz.send("a\r")
    quiz.expect("comes back")
    quiz.sendintr()
    assert left(quiz) == 130
    assert coverages(home) == [1.0]
    with History.open(home / "history.db") as history:
        assert history.session("last").status is SessionStatus.STOPPED


def test_a_pipe_is_asked_line_by_line_and_its_end_stops(deck: Path, command: Run) -> None:
    done = command("quiz", stdin="2\n1 ~2\n\nw\nu\n")
    assert done.code == 0
    assert "Coverage 75 %, good" in done.out
    assert "Undone." in done.out
    assert done.err == ""


def test_an_invalid_line_is_reported_and_asked_again(deck: Path, command: Run) -> None:
    done = command("quiz", "--plain", stdin="maybe\n\n9\n1 2\nq\n")
    assert "'maybe' is not a valid input." in done.out
    assert "'9' is not a valid input." in done.out
    assert "Coverage 100 %, easy" in done.out


def test_cram_leaves_the_schedule_as_it_is(deck: Path, command: Run, home: Path) -> None:
    assert "the schedule stays as it was" in command("quiz", "--cram", stdin="\na\n").out
    with History.open(home / "history.db") as history:
        known = history.knowledge(["capitals/france"])["capitals/france"]
    assert (known.attempts, known.coverage, known.memory) == (1, 1.0, None)


def test_missed_questions_are_repeated_without_changing_the_schedule(
    deck: Path, command: Run, home: Path
) -> None:
    done = command("quiz", "--order", "document", "-n", "1", stdin="\n0\nm\n\na\n\n")
    assert "M asks what was missed again" in done.out
    assert "the schedule stays as it was" in done.out
    with History.open(home / "history.db") as history:
        first, again = history.attempts(key="capitals/france")
        assert (first.coverage, first.reschedules) == (0.0, True)
        assert (again.coverage, again.reschedules) == (1.0, False)
        known = history.knowledge(["capitals/france"])["capitals/france"]
        assert known.memory is not None
        assert known.memory.last == first.scored_at
        assert len(history.sessions()) == 2


def test_an_empty_selection_exits_with_1(deck: Path, command: Run) -> None:
    done = command("quiz", "--tag", "africa")
    assert (done.code, done.err.splitlines()[0]) == (1, "drill: no question matches")


def test_undo_in_the_next_quiz_takes_back_the_last_score_before_the_interruption(
    deck: Path, home: Path, command: Run
) -> None:
    command("quiz", stdin="\n1\n\n1\n")
    assert coverages(home) == [0.5, 1]
    again = command("quiz", stdin="u\nu\nq\n")
    assert "Undone, and asked again: What is the capital of Peru?." in again.out
    assert coverages(home) == [0.5]

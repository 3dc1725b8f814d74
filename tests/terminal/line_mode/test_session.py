"""A session in line mode: its output, in order."""

import io
import sys
from collections.abc import Callable

import pytest

from drill.session import Rules, to_answer
from drill.terminal.line_mode import session
from drill.terminal.line_mode.session import PlainQuiz
from drill.terminal.speech.speech import Silence
from tests.emulator import Emulator
from tests.terminal.faces import DROPOUT, WHY, Memo, at, begun, console, entry


def test_a_question_is_printed_once_and_a_summary_at_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n4\n\n"))
    memo, screen = Memo(), Emulator()
    quiz = PlainQuiz(console(screen), memo, Silence(), memo.clock)
    quiz.conclude(memo.report(quiz.run(begun(WHY)).state))
    text = screen.raw
    assert text.count("Why this job?") == 1
    assert "1 of 1 answered" in text


def test_what_a_terminal_sends_by_itself_is_no_part_of_a_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answer = "\x1b[I\x1b[200~be\x1b[201~fo\x1b]11;rgb:1/1/q\x07re"
    typed = f"{answer}\n.\n\x9b?6;1c\n\x1bP1$r0q\x1b\\4\n\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    memo, screen = Memo(), Emulator()
    quiz = PlainQuiz(console(screen), memo, Silence(), memo.clock)
    quiz.run(begun(WHY, rules=Rules(typed=True)))
    assert [(attempt.typed, attempt.coverage) for attempt in memo.saved] == [("before", 1)]


class Speaker(Silence):
    """A voice that keeps what it was told to say."""

    def __init__(self) -> None:
        self.said: list[str] = []

    def say(self, text: str) -> None:
        self.said.append(text)


class AtOnce:
    """A timer whose time is over when it starts."""

    def __init__(self, wait: float, then: Callable[[], None]) -> None:
        self.wait, self.then, self.daemon = wait, then, False

    def start(self) -> None:
        assert self.wait == 45
        self.then()

    def cancel(self) -> None:
        """Do nothing."""


def test_questions_are_read_aloud_and_half_of_their_time_is_announced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n\n"))
    monkeypatch.setattr(session, "Timer", AtOnce)
    memo, screen, voice = Memo(), Emulator(), Speaker()
    timed = to_answer(entry(DROPOUT), budget=90)
    PlainQuiz(console(screen), memo, voice, lambda: at(0)).run(begun(timed, WHY))
    assert voice.said == ["What is dropout in a neural network?", "Why this job?"]
    assert screen.raw.count("Half of the time is gone.") == 1


def test_a_typed_answer_without_an_end_is_cut_at_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{'yes' * 10_000}\n" * 2 + "\n4\n"))
    memo, screen = Memo(), Emulator()
    PlainQuiz(console(screen), memo, Silence(), memo.clock).run(begun(WHY, rules=Rules(typed=True)))
    assert "An answer has at most 40,000 characters." in screen.raw
    assert [len(attempt.typed or "") for attempt in memo.saved] == [40_000]

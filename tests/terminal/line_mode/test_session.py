"""A session in line mode: its output, in order."""

import io
import sys

import pytest

from drill.terminal.line_mode.session import PlainQuiz
from drill.terminal.speech.speech import Silence
from tests.emulator import Emulator
from tests.terminal.faces import WHY, Memo, begun, console


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

"""`drill mock` in a real pseudo-terminal, including resuming after an interruption."""

import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from drill.model import Mark
from tests.conftest import Run

pytestmark = pytest.mark.slow


def test_a_question_whose_deck_is_gone_is_not_opened_in_the_editor(
    deck: Path, command: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command("mock", "-n", "1", "--search", "Chad", "--plain", stdin="\n").code == 0
    deck.unlink()
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"touch {tmp_path / 'opened'}")
    child = pexpect.spawn(
        sys.executable,
        ["-m", "drill", "mock", "--resume"],
        cwd=str(tmp_path),
        dimensions=(40, 80),
        encoding="utf-8",
        timeout=15,
    )
    child.expect("Say it, then")
    child.send(" ")
    child.expect("How did it go")
    child.send("e")
    child.expect("the deck of capitals/chad is gone; the question stays as it was")
    child.sendeof()
    child.expect(pexpect.EOF)
    child.close()
    assert not (tmp_path / "opened").exists()


def test_an_interview_resumed_on_another_day_first_keeps_that_days_copy(
    deck: Path, home: Path, command: Run, answered: Callable[..., None]
) -> None:
    answered(1, {"capitals/chad": [("N'Djamena", Mark.SAID)]})
    assert command("mock", "-n", "1", "--plain", stdin="\n").code == 0
    [copy] = (home / "backups").iterdir()
    copy.unlink()  # as if it had begun the day before
    assert command("mock", "--resume", "--plain").code == 0
    assert copy.exists()

"""`drill mock` in a real pseudo-terminal, including resuming after an interruption."""

import sys
from pathlib import Path

import pexpect
import pytest

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

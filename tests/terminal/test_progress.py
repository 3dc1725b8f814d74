"""The progress bar: only for long work on a terminal, never in a pipe."""

import io
import sys
import threading

import pytest

from drill.terminal import progress
from tests.emulator import Emulator


def shown(
    total: int | None, stderr: io.StringIO | Emulator, monkeypatch: pytest.MonkeyPatch
) -> str:
    """What a bar of `total` steps shows when two are done."""
    monkeypatch.setattr(progress, "_BETWEEN", 0)
    monkeypatch.setattr(sys, "stderr", stderr)
    with progress.steps("Exporting", total) as step:
        for timer in [
            thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)
        ]:
            if progress.PATIENCE == 0:
                timer.join()
        step()
        step()
    return stderr.raw if isinstance(stderr, Emulator) else stderr.getvalue()


@pytest.mark.parametrize(("total", "told"), [(9, "2/9"), (None, "2")])
def test_a_bar_shows_how_far_long_work_is_and_is_gone_after(
    monkeypatch: pytest.MonkeyPatch, total: int | None, told: str
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    terminal = Emulator()
    assert f" {told}\n" in shown(total, terminal, monkeypatch)
    assert terminal.text == ""


def test_what_is_done_at_once_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 60)
    assert shown(9, Emulator(), monkeypatch) == ""


def test_in_a_pipe_there_is_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0)
    assert shown(9, io.StringIO(), monkeypatch) == ""

"""A speech program that exits, hangs or ignores signals does not disturb the session."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from drill.terminal.speech import speech
from drill.terminal.speech.speech import Voice
from tests.children import Lifeline, life, shell_script
from tests.conftest import ROOT

if sys.platform == "win32":
    pytest.skip("a voice that is a script", allow_module_level=True)

__all__ = ["life"]  # a fixture
LONG = "word " * 100_000


def voice(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Voice:
    shell_script(folder / "espeak-ng", script)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return Voice()


def holding(folder: Path, life: Lifeline) -> str:
    """The command of a program that holds the lifeline, whatever signal comes."""
    (folder / "hold.py").write_text(f"{life.hold}\nimport time\ntime.sleep(60)\n")
    return f"trap '' TERM HUP INT; {sys.executable} -I {folder}/hold.py"


@pytest.mark.slow
@pytest.mark.parametrize(
    "script",
    [
        "exit 1",
        "exec sleep 60",
        "trap '' TERM; while :; do sleep 1; done",
        "cat > heard",
        "exec <&-; sleep 60 & sleep 60",
        "exec yes",
    ],
)
def test_a_session_continues_whatever_the_voice_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.chdir(tmp_path)
    spoken = voice(tmp_path, monkeypatch, script)
    for _ in range(2):
        spoken.say(LONG)
    spoken.hush()
    assert not spoken.speaks


@pytest.mark.slow
def test_what_a_voice_started_ends_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, life: Lifeline
) -> None:
    spoken = voice(tmp_path, monkeypatch, f"({holding(tmp_path, life)}) & sleep 60")
    spoken.say("What?")
    assert life.has_begun()
    spoken.hush()
    assert life.has_ended()


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_voice_that_ignores_every_signal_does_not_outlive_a_session_in_lines(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    life: Lifeline,
    deck: Path,
    number: signal.Signals,
) -> None:
    voice(tmp_path, monkeypatch, holding(tmp_path, life))
    command = [sys.executable, "-m", "drill", "mock", "--plain", "--speak"]
    with subprocess.Popen(
        command, cwd=ROOT, env=os.environ, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
    ) as session:
        assert session.stdin
        session.stdin.write(b"\n")
        session.stdin.flush()
        assert life.has_begun()
        session.send_signal(number)
        assert session.wait(20) == 128 + number
    assert life.has_ended()


def test_a_voice_that_hangs_counts_as_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken = voice(tmp_path, monkeypatch, "exec sleep 60")
    monkeypatch.setattr(speech, "_START", 0.0)
    spoken.say("")
    assert not spoken.speaks
    spoken.hush()


def test_a_voice_that_cannot_be_started_is_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken = voice(tmp_path, monkeypatch, "exit 1")
    (tmp_path / "espeak-ng").write_bytes(b"no program")
    spoken.say("What?")
    assert not spoken.speaks


def test_the_words_reach_the_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    spoken = voice(tmp_path, monkeypatch, "cat > heard")
    spoken.say("**Dropout** ignores units")
    assert spoken._speaking is not None
    spoken._speaking.wait(10)
    assert (tmp_path / "heard").read_text() == "Dropout ignores units"

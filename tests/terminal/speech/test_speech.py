"""A speech program that exits, hangs or ignores signals does not disturb the session."""

import sys
from pathlib import Path

import pytest

from drill.terminal.speech.speech import Voice

if sys.platform == "win32":
    pytest.skip("a voice that is a script", allow_module_level=True)

LONG = "word " * 100_000


def voice(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> Voice:
    program = folder / "espeak-ng"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return Voice()


@pytest.mark.slow
@pytest.mark.parametrize(
    "script", ["exit 1", "exec sleep 60", "trap '' TERM; while :; do sleep 1; done", "cat > heard"]
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

"""Recorder and transcriber, with programs in place of microphone and recogniser."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from drill import children
from drill.model.spoken import TimedLine
from drill.speaking.measures import Heard, Hearing
from drill.voice import recorder, transcription
from drill.voice.transcription import Transcriber
from tests.children import Child
from tests.voice.conftest import Watched

pytestmark = pytest.mark.slow  # minutes of sound are measured

Plays = Callable[[str], None]

# The room, then a voice: for each line that the recorder writes come four levels more.
MICROPHONE = """
import json, sys
loudness = [-60.0] * 4 + [-40.0] * 5 + [-60.0] * 3
for number, line in enumerate(sys.stdin):
    if number == 0:
        print('{"event": "recording"}', flush=True)
    for second in range(4 * number, min(12, 4 * number + 4)):
        level = {"event": "level", "rms": loudness[second], "peak": -9.5, "deaf": False}
        print(json.dumps(level | {"seconds": second + 1}), flush=True)
"""


@pytest.fixture
def plays(monkeypatch: pytest.MonkeyPatch) -> Plays:
    """Let a Python program play the part of a module of the package."""

    def play(program: str) -> None:
        command = [sys.executable, "-I", "-c", program]
        monkeypatch.setattr(children, "python", lambda *_: command)

    return play


def _has_come_to(seconds: int, hearing: Hearing) -> bool:
    return hearing.seconds == seconds


def test_five_loud_levels_are_speech_and_four_a_noise(
    plays: Plays, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plays(MICROPHONE)
    monkeypatch.setattr(recorder, "installed", lambda: True)
    watched = Watched(tmp_path)
    watched.start("session.1.flac")
    spoke = []
    for seconds in (4, 8, 12):
        watched.until(partial(_has_come_to, seconds))
        spoke.append(watched.hearing.spoke)
        watched.resume()
    watched.close()
    assert spoke == [False, False, True]


def test_lines_of_the_packaged_recogniser_have_their_start_before_their_end(
    plays: Plays, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plays('print(\'{"levels": [-60, -20], "lines": [[0.5, 1.25, "one \\\\u202etwo"]]}\')')
    monkeypatch.setattr(transcription, "_installed", lambda: True)
    transcriber = Transcriber()
    transcriber.begin(tmp_path / "a.flac")
    heard = transcriber.heard(tmp_path / "a.flac", wait=60)
    transcriber.close()
    assert heard == Heard((-60, -20), (TimedLine(0.5, 1.25, "one two"),))


def test_hours_minutes_and_seconds_of_an_own_recogniser_are_told_apart(
    plays: Plays, child: Child, tmp_path: Path
) -> None:
    plays('print(\'{"levels": [-60], "lines": []}\')')
    said = "[01:02:03.500 --> 01:02:04,250] one\n[2:10.0 --> 2:09.0] two"
    transcriber = Transcriber(child(f"print({said!r})"))
    transcriber.begin(tmp_path / "a.flac")
    heard = transcriber.heard(tmp_path / "a.flac", wait=60)
    transcriber.close()
    assert heard is not None
    assert heard.lines == (TimedLine(3723.5, 3724.25, "one"), TimedLine(130, 130, "two"))

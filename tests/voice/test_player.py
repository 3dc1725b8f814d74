"""Recordings played back through the real sound server."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.voice.conftest import SoundCard, Watched, has_ended

pytestmark = pytest.mark.slow

_DRIVER = """
import sys
from pathlib import Path
from drill.voice.player import Player
player = Player()
player.play([Path(sys.argv[1])])
print(player._child.pid, flush=True)
sys.stdin.read()
"""


def test_after_a_kill_nothing_is_played_any_more(card: SoundCard, tmp_path: Path) -> None:
    talk = tmp_path / "s.1.flac"
    long = card.joined(*[card.speak("on and on " * 9)] * 5)
    subprocess.run(["sox", str(long), "-r", "16000", str(talk)], check=True)
    recorder = Watched(tmp_path / "recordings")
    recorder.start("s.2.flac")
    driver = subprocess.Popen(
        [sys.executable, "-c", _DRIVER, str(talk)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert driver.stdout is not None
    player = os.pidfd_open(int(driver.stdout.readline()))
    recorder.until(lambda hearing: hearing.peak > -20)
    recorder.close()
    driver.send_signal(signal.SIGKILL)
    driver.communicate()
    assert has_ended(player)

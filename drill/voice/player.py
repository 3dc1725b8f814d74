"""Plays recordings; `main` is the child process."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Thread

from drill import children


class Player:
    """Plays one recording at a time; a new one stops the previous one."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def plays(self) -> bool:
        """Whether a recording is being played."""
        return self._child is not None and self._child.poll() is None

    def play(self, paths: Sequence[Path], start: float = 0.0) -> None:
        """Start playing files as one, from `start` seconds on, and return at once."""
        self.stop()
        self._child = children.popen(
            children.python("drill.voice.player", str(start), *map(str, paths)),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def stop(self) -> None:
        """Stop playing."""
        child, self._child = self._child, None
        if child is not None:
            children.end(child)
            if child.stdin is not None:
                child.stdin.close()


def main() -> None:
    """Play files as one: the first argument is the start in seconds, the others are paths."""
    import sounddevice

    from drill.voice.flac import read

    Thread(target=_end_with_parent, daemon=True).start()
    start = float(sys.argv[1])
    for path in sys.argv[2:]:
        samples, rate = read(Path(path))
        rest = samples[round(start * rate) :]
        start = max(0.0, start - len(samples) / rate)
        with sounddevice.RawOutputStream(samplerate=rate, channels=1, dtype="int16") as stream:
            stream.write(rest.tobytes())
            stream.stop()  # returns when everything has been played


def _end_with_parent() -> None:
    """End when the input is closed, as it is when drill is killed."""
    os.read(0, 1)
    os._exit(0)

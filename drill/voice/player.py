"""Recordings played back; the child process that plays is this module's `main`."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from drill.voice import children


class Player:
    """Plays one recording at a time; a new one silences the one before."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[bytes] | None = None

    @property
    def plays(self) -> bool:
        """Whether a recording is being played."""
        return self._child is not None and self._child.poll() is None

    def play(self, paths: Sequence[Path], start: float = 0.0) -> None:
        """Begin to play files as one, from `start` seconds on, and return at once."""
        self.stop()
        self._child = children.popen(
            children.python("player", str(start), *map(str, paths)),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def stop(self) -> None:
        """Be silent."""
        if self._child is not None:
            children.end(self._child)
            self._child = None


def main() -> None:
    """Play the files named after the first argument as one, from its seconds on."""
    import sounddevice

    from drill.voice.flac import read

    start = float(sys.argv[1])
    for path in sys.argv[2:]:
        samples, rate = read(Path(path))
        rest = samples[round(start * rate) :]
        start = max(0.0, start - len(samples) / rate)
        with sounddevice.RawOutputStream(samplerate=rate, channels=1, dtype="int16") as stream:
            stream.write(rest.tobytes())
            stream.stop()  # plays what is written to its end

"""Recordings played back; the child process that plays is this module's `main`."""

import subprocess
import sys
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

    def play(self, path: Path, start: float = 0.0) -> None:
        """Begin to play from `start` seconds on, and return at once."""
        self.stop()
        self._child = children.popen(
            children.python("player", str(path), str(start)),
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
    """Play the file named by the first argument, from the second argument's seconds on."""
    import sounddevice

    from drill.voice.flac import read

    samples, rate = read(Path(sys.argv[1]))
    start = round(float(sys.argv[2]) * rate)
    with sounddevice.RawOutputStream(samplerate=rate, channels=1, dtype="int16") as stream:
        stream.write(samples[start:].tobytes())
        stream.stop()  # plays what is written to its end

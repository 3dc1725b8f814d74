"""Questions read aloud by whatever the system speaks with."""

import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from threading import Thread

from drill.errors import DrillError
from drill.markdown.markup import plain

# Each reads the text from its standard input, so that no text can be taken for an option.
_VOICES: dict[str, Sequence[str]] = {
    "spd-say": ("--pipe-mode",),
    "espeak-ng": ("--stdin",),
    "say": ("-f", "-"),
}

_PATIENCE = 0.3  # seconds for a voice to fall silent


class Voice:
    """A program that speaks; a new text silences the one before."""

    def __init__(self) -> None:
        """Find the program; raises DrillError where the system has none."""
        programs = ((shutil.which(name), options) for name, options in _VOICES.items())
        for path, options in programs:
            if path is not None:
                self._command = [path, *options]
                break
        else:
            raise DrillError(
                "no speech program was found",
                "install espeak-ng or speech-dispatcher, or leave out --speak",
            )
        self._speaking: subprocess.Popen[bytes] | None = None

    def say(self, text: str) -> None:
        """Begin to read `text`, Markdown as plain words, and return at once."""
        self.hush()
        self._speaking = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        # A voice that takes nothing must keep nobody waiting, and one that is gone is silent.
        Thread(target=_tell, args=(self._speaking, plain(text).encode()), daemon=True).start()

    @property
    def speaks(self) -> bool:
        """Whether it is speaking now."""
        return self._speaking is not None and self._speaking.poll() is None

    def hush(self) -> None:
        """Stop speaking; a voice that does not heed that is killed."""
        if self._speaking is None:
            return
        self._speaking.terminate()
        try:
            self._speaking.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._speaking.kill()
            self._speaking.wait()
        self._speaking = None


def _tell(voice: subprocess.Popen[bytes], text: bytes) -> None:
    with suppress(OSError):
        voice.communicate(text)


class Silence:
    """No voice: what a session has that reads nothing aloud."""

    speaks = False

    def say(self, text: str) -> None:
        """Say nothing."""

    def hush(self) -> None:
        """Stay silent."""

"""Reads questions aloud with a speech program of the system."""

import shutil
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from threading import Thread

from drill.errors import DrillError
from drill.markdown.markup import plain

# All read standard input: no text can be mistaken for an option.
_VOICES: dict[str, Sequence[str]] = {
    "spd-say": ("--pipe-mode",),
    "espeak-ng": ("--stdin",),
    "say": ("-f", "-"),
}

_PATIENCE = 0.3  # seconds for a voice to stop


class Voice:
    """A speech program; a new text interrupts the one before."""

    def __init__(self) -> None:
        """Find the program; DrillError if the system has none."""
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
        """Start reading `text`, Markdown as plain text, and return at once.

        A program that cannot be started is silent.
        """
        self.hush()
        try:
            self._speaking = subprocess.Popen(
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            return
        # Never block on a program that reads nothing; ignore one that has ended.
        Thread(target=_tell, args=(self._speaking, plain(text).encode()), daemon=True).start()

    @property
    def speaks(self) -> bool:
        """Whether it is speaking now."""
        return self._speaking is not None and self._speaking.poll() is None

    def hush(self) -> None:
        """Stop speaking; kill a program that does not stop."""
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
    """No voice, for sessions that are not read aloud."""

    speaks = False

    def say(self, text: str) -> None:
        """Say nothing."""

    def hush(self) -> None:
        """Stay silent."""

"""Reads questions aloud with a speech program of the system."""

import os
import shutil
import signal
import subprocess
import sys
import time
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
_SLOWEST = 0.25
"""Seconds a character: no voice is slower, so a longer silence is a program that hangs."""
_START = 10.0  # seconds for a voice to begin


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
        self._until = 0.0

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
                start_new_session=True,  # a process group, to end as a whole; not on Windows
            )
        except OSError:
            return
        words = plain(text)
        self._until = time.monotonic() + _START + _SLOWEST * len(words)
        # Never block on a program that reads nothing; ignore one that has ended.
        data = words.encode(errors="replace")
        Thread(target=_tell, args=(self._speaking, data), daemon=True).start()

    @property
    def speaks(self) -> bool:
        """Whether it is speaking now; a program that takes longer than any voice hangs."""
        return (
            self._speaking is not None
            and self._speaking.poll() is None
            and time.monotonic() < self._until
        )

    def hush(self) -> None:
        """Stop speaking; kill a program that does not stop, and what it started."""
        voice, self._speaking = self._speaking, None
        if voice is None or voice.poll() is not None:
            return
        _send(voice, signal.SIGTERM)
        try:
            voice.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            pass
        finally:  # another signal may end the wait
            _send(voice, getattr(signal, "SIGKILL", signal.SIGTERM))
            voice.wait()


def _send(voice: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """Send a signal to a voice and the programs that it started."""
    if sys.platform == "win32":
        voice.terminate()
        return
    with suppress(ProcessLookupError, PermissionError):  # macOS, where only zombies are left
        os.killpg(voice.pid, number)


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

"""The microphone as a session uses it: start, pause, keep, discard, and the current level."""

import json
import os
import subprocess
from contextlib import suppress
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Thread
from typing import IO

from drill import children
from drill.speaking.measures import Hearing, Trouble
from drill.voice import recordings

_NEEDED = ("sounddevice", "soundfile")
# Closing a device takes some hundredths of a second; a slower one is stuck.
_PATIENCE = 2.0
# A voice is this much louder, in dB, than the room; five levels make a second.
_VOICE = 15.0
_LEVELS_OF_SPEECH = 5


def installed() -> bool:
    """Whether the packages for recording are installed."""
    return all(find_spec(module) for module in _NEEDED)


class Recorder:
    """Records into `folder` with a child process, which is started at once and kept.

    Nothing here raises: a failure becomes the `trouble` of `hearing`, and the next `start` tries
    again.
    """

    def __init__(self, folder: Path) -> None:
        """Start the child, which opens no microphone before the first `start`."""
        self.hearing = Hearing()
        self._folder = folder
        self._path: Path | None = None
        self._quietest, self._louder = 0.0, 0
        self._written = False  # until then a file at the path is not this recorder's
        self._closed = Event()
        self._child: subprocess.Popen[bytes] | None = None
        self._spawn()

    def start(self, name: str) -> None:
        """Record a new answer into the file `name` of the folder."""
        self.hearing = Hearing()
        self._quietest, self._louder = 0.0, 0
        if self._child is None or self._child.poll() is not None:
            self._spawn()
        try:
            recordings.make_folder(self._folder)
        except OSError:
            self.hearing = Hearing(trouble=Trouble.NO_ROOM)
            return
        self._path, self._written = self._folder / name, False
        self._tell("start", path=str(self._path))

    def pause(self) -> None:
        """Close the microphone for a while; `resume` continues the recording."""
        if self._path is not None and self._child is not None:
            self._closed.clear()
            self._tell("pause")
            self._closed.wait(_PATIENCE)
        self.hearing = replace(self.hearing, recording=False)

    def resume(self) -> None:
        """Open the microphone again."""
        self._tell("resume")

    def keep(self) -> str | None:
        """End the recording; the name of its file, or None without one."""
        path = self._end("keep")
        return path.name if path is not None and path.exists() else None

    def discard(self) -> None:
        """End the recording and delete it."""
        path = self._end("discard")
        if path is not None:
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """Keep the current recording, and end the child."""
        self.keep()
        if self._child is not None:
            self._hang_up(self._child)
            self._child = None

    def _end(self, how: str) -> Path | None:
        path, self._path = self._path, None
        if path is not None and self._child is not None:
            self._closed.clear()
            self._tell(how)
            if not self._closed.wait(_PATIENCE):
                self._hang_up(self._child, patience=0)
        self.hearing = Hearing(trouble=self.hearing.trouble)
        return path if self._written else None

    def _spawn(self) -> None:
        if not installed():
            self.hearing = Hearing(trouble=Trouble.NOT_INSTALLED)
            return
        if self._child is not None:
            self._hang_up(self._child)
        child = children.popen(
            children.python("drill.voice.microphone"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._child = child
        if child.stdout is not None:
            Thread(target=self._listen, args=(child, child.stdout), daemon=True).start()

    def _tell(self, command: str, **more: str) -> None:
        child = self._child
        if child is None or child.stdin is None:
            return
        try:
            # Unbuffered: a buffer would report a broken pipe once more when it is closed.
            os.write(child.stdin.fileno(), json.dumps({"do": command, **more}).encode() + b"\n")
        except OSError:  # the child is gone, which the listening thread reports
            self._closed.set()

    def _listen(self, child: "subprocess.Popen[bytes]", output: IO[bytes]) -> None:
        with output:
            for line in output:
                if child is self._child:
                    self._take_in(json.loads(line))
        if child is self._child:
            if self._path is not None and self.hearing.trouble is None:
                self.hearing = Hearing(trouble=Trouble.CRASHED)
            self._closed.set()

    def _take_in(self, event: dict[str, float | str | bool]) -> None:
        match event:
            case {"event": "level", "rms": rms, "peak": peak, "seconds": seconds, "deaf": deaf}:
                if self.hearing.recording:
                    spoke = self._has_spoken(float(rms))
                    self.hearing = Hearing(
                        True, float(rms), float(peak), float(seconds), bool(deaf), spoke
                    )
            case {"event": "recording"}:
                self._written = True
                self.hearing = replace(self.hearing, recording=True)
            case {"event": "paused"}:
                self.hearing = replace(self.hearing, recording=False)
                self._closed.set()
            case {"event": "trouble", "trouble": name}:
                self.hearing = Hearing(trouble=Trouble[str(name)])
                self._closed.set()
            case {"event": "ended"}:
                self._closed.set()

    def _has_spoken(self, rms: float) -> bool:
        self._quietest = min(self._quietest, rms)
        self._louder += rms > self._quietest + _VOICE
        return self._louder >= _LEVELS_OF_SPEECH

    @staticmethod
    def _hang_up(child: "subprocess.Popen[bytes]", patience: float = _PATIENCE) -> None:
        if child.stdin is not None:
            with suppress(OSError):
                child.stdin.close()
        try:
            child.wait(patience)
        except subprocess.TimeoutExpired:
            children.end(child)

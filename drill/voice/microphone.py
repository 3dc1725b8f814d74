"""The child process that records: commands in and events out, both as lines of JSON.

`{"do": "start", "path": …}` opens the microphone and a new file; `pause` and `resume` close and
open the microphone; `keep` and `discard` end the file. The child ends with its input, and therefore
also if its parent is killed. The microphone is open only between a start and the end of its file.
"""

import json
import sys
from array import array
from contextlib import suppress
from math import log10, sqrt
from operator import mul
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from drill.speaking.measures import SILENCE, Trouble

try:
    import sounddevice
except OSError:  # the package is installed without the library that it wraps
    sounddevice = None

if TYPE_CHECKING:
    from drill.voice.flac import FlacWriter

RATE = 16_000
"""The sampling rate in Hz that recognisers expect; speech has little above half of it."""
_BLOCK = 0.1
_BLOCKS_A_LEVEL = 2
_BLOCKS_A_SYNC = 5
# A microphone that sends nothing for this many seconds was unplugged. A wireless headset takes
# longer to wake up when it is opened.
_STALLED = 2.0
_WAKING = 6.0
_LONGEST = 30 * 60
_DEAF = 3.0
_FULL_SCALE = 32768


class _Take:
    """One recording: its file, its stream while the microphone is open, its levels."""

    def __init__(self, path: Path, inbox: "SimpleQueue[object]") -> None:
        self.path = path
        self.file: FlacWriter | None = None
        self._inbox = inbox
        self._stream: sounddevice.RawInputStream | None = None
        self._rate = RATE
        self._awake = False
        self._blocks = 0
        self._latest = array("h")
        self._silent = 0.0

    @property
    def listens(self) -> bool:
        return self._stream is not None

    @property
    def patience(self) -> float | None:
        """The seconds to wait for sound; None while the microphone is closed."""
        if self._stream is None:
            return None
        return _STALLED if self._awake else _WAKING

    @property
    def seconds(self) -> float:
        return self.file.samples / self._rate if self.file else 0.0

    def open(self) -> None:
        """Open the microphone and, at the first call, the file."""
        from drill.voice.flac import FlacWriter

        rates = [self._rate]
        if self.file is None:  # some devices record only at their own rate
            rates.append(int(sounddevice.query_devices(kind="input")["default_samplerate"]))
        for rate in rates:
            try:
                stream = sounddevice.RawInputStream(
                    samplerate=rate,
                    channels=1,
                    dtype="int16",
                    blocksize=round(rate * _BLOCK),
                    latency="high",
                    callback=self._heard,
                )
                break
            except sounddevice.PortAudioError:
                if rate == rates[-1]:
                    raise
        if self.file is None:
            self._rate = rate
            self.file = FlacWriter(self.path, rate)
        self._awake = False
        self._stream = stream
        stream.start()

    def _heard(self, data: "bytes", _frames: int, _time: object, _status: object) -> None:
        self._inbox.put((self, bytes(data)))

    def close_microphone(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            stream.close()

    def add(self, samples: bytes) -> None:
        """Append to the file; at intervals flush it to the disk and report the level."""
        if self.file is None:
            return
        self.file.write(samples)
        if not self._awake:
            self._awake = True
            _tell(event="recording")
        self._latest.frombytes(samples)
        self._blocks += 1
        if self._blocks % _BLOCKS_A_SYNC == 0:
            self.file.sync()
        if self._blocks % _BLOCKS_A_LEVEL == 0:
            peak = max(map(abs, self._latest))
            square = sum(map(mul, self._latest, self._latest)) / len(self._latest)
            self._silent = 0 if peak > 1 else self._silent + len(self._latest) / self._rate
            self._latest = array("h")
            _tell(
                event="level",
                rms=_decibels(sqrt(square)),
                peak=_decibels(peak),
                seconds=round(self.seconds, 1),
                deaf=self._silent >= _DEAF,
            )

    def close(self, *, discard: bool = False) -> None:
        """Close file and microphone; an empty or unwanted file is deleted."""
        # The file first: closing an unplugged device may hang.
        try:
            if self.file is not None:
                self.file.close()
        finally:
            if self.file is not None and (discard or not self.file.samples):
                self.path.unlink(missing_ok=True)
            self.close_microphone()


class _Recorder:
    """Carries out the commands, one recording at a time."""

    def __init__(self) -> None:
        self.inbox: SimpleQueue[object] = SimpleQueue()
        self._take: _Take | None = None

    def run(self) -> None:
        """Work until the input ends."""
        while True:
            take = self._take
            try:
                item = self.inbox.get(timeout=take.patience if take else None)
            except Empty:
                self._fail(Trouble.LOST)
                continue
            try:
                match item:
                    case None:
                        self._end()
                        return
                    case (owner, bytes(samples)):
                        if take is not None and owner is take and take.listens:
                            take.add(samples)
                            if take.seconds >= _LONGEST:
                                self._fail(Trouble.TOO_LONG)
                    case dict(command):
                        self._obey(command)
            except OSError:
                self._fail(Trouble.NO_ROOM)
            except sounddevice.PortAudioError:
                self._fail(Trouble.REFUSED)

    def _obey(self, command: dict[str, str]) -> None:
        match command["do"], self._take:
            case "start", None:
                self._start(Path(command["path"]))
            case "pause", take:
                if take is not None:
                    take.close_microphone()
                _tell(event="paused")
            case "resume", _Take() as take if not take.listens:
                take.open()
            case ("keep" | "discard") as how, _:
                self._end(discard=how == "discard")
                _tell(event="ended")

    def _start(self, path: Path) -> None:
        try:
            sounddevice.query_devices(kind="input")
        except sounddevice.PortAudioError:
            _look_again()
            try:
                sounddevice.query_devices(kind="input")
            except sounddevice.PortAudioError:
                _tell(event="trouble", trouble=Trouble.NO_MICROPHONE.name)
                return
        self._take = _Take(path, self.inbox)
        self._take.open()

    def _end(self, *, discard: bool = False) -> None:
        take, self._take = self._take, None
        if take is not None:
            take.close(discard=discard)

    def _fail(self, trouble: Trouble) -> None:
        """Keep the recording, report the trouble, and be ready for the next start."""
        take, self._take = self._take, None
        _tell(event="trouble", trouble=trouble.name)
        if take is not None:
            with suppress(OSError):  # reported above
                take.close()
        _look_again()


def _look_again() -> None:
    """Restart PortAudio, which lists the devices only when it starts."""
    sounddevice._terminate()
    sounddevice._initialize()


def _decibels(amplitude: float) -> float:
    return round(max(SILENCE, 20 * log10(max(amplitude, 0.1) / _FULL_SCALE)), 1)


def _tell(**event: str | float) -> None:
    print(json.dumps(event), flush=True)


def _read_commands(inbox: "SimpleQueue[object]") -> None:
    for line in sys.stdin:
        inbox.put(json.loads(line))
    inbox.put(None)


def main() -> None:
    """Carry out commands until the input ends."""
    if sounddevice is None:
        _tell(event="trouble", trouble=Trouble.NO_PORTAUDIO.name)
        return
    recorder = _Recorder()
    Thread(target=_read_commands, args=(recorder.inbox,), daemon=True).start()
    recorder.run()

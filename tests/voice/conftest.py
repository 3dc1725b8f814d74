"""A sound card of our own: a null sink of PulseAudio, and voices to play into it."""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from select import select
from threading import Condition, Thread

import pytest

from drill.speaking.measures import Hearing
from drill.voice.recorder import Recorder
from tests.children import child, life

__all__ = ["child", "life"]

_PROGRAMS = ("pulseaudio", "pactl", "paplay", "parec", "espeak-ng", "sox")
_MODULES = ("sounddevice", "soundfile", "moonshine_voice")
SINK = "nul"


PATIENCE = 15.0
"""The seconds after which something that another process does is waited for in vain."""


class Watched(Recorder):
    """A recorder that can be waited for: what it hears is set by the thread that listens to it."""

    def __init__(self, folder: Path) -> None:
        self._changed = Condition()
        super().__init__(folder)

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        if name == "hearing":
            with self._changed:
                self._changed.notify_all()

    def until(self, condition: Callable[[Hearing], object]) -> None:
        """Wait until what is heard is so; fails the test when that takes too long."""
        with self._changed:
            assert self._changed.wait_for(lambda: condition(self.hearing), PATIENCE)


def has_ended(process: int) -> bool:
    """Wait for the end of a process, by its descriptor, and close that; whether it came in time."""
    ended = bool(select([process], [], [], PATIENCE)[0])
    os.close(process)
    return ended


def listeners() -> int:
    """How many record at the moment; the sound card's own listener is one."""
    listed = subprocess.run(
        ["pactl", "list", "short", "source-outputs"], capture_output=True, text=True, check=True
    )
    return len(listed.stdout.splitlines())


@dataclass(eq=False)
class SoundCard:
    """What is played here is heard by whoever records from the default device."""

    folder: Path
    _server: int | None = None  # a descriptor of its process
    _listener: "subprocess.Popen[bytes] | None" = None
    _watcher: "subprocess.Popen[str] | None" = None
    _changed: Condition = field(default_factory=Condition)
    _changes: int = 0

    @property
    def is_plugged_in(self) -> bool:
        """Whether the server runs."""
        return self._server is not None

    def plug_in(self) -> None:
        """Start the server and its sink, and somebody who listens, so that it does not doze."""
        load = ("module-native-protocol-unix", f"module-null-sink sink_name={SINK}")
        # Returns when the server takes connections.
        subprocess.run(
            ["pulseaudio", "-n", "--daemonize=yes", "--exit-idle-time=-1",
             *(argument for module in load for argument in ("-L", module))],
            check=True, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._server = os.pidfd_open(int((self.folder / "pulse" / "pid").read_text()))
        self._watcher = subprocess.Popen(["pactl", "subscribe"], stdout=subprocess.PIPE, text=True)
        Thread(target=self._watch, args=(self._watcher,), daemon=True).start()
        with self._changed:
            while not self._changes:  # each call is a change, once the watcher is there
                listeners()
                self._changed.wait(0.1)
        self._listener = subprocess.Popen(
            ["parec", "-d", f"{SINK}.monitor", "--latency-msec=20"], stdout=subprocess.DEVNULL
        )
        self.wait_for_listeners(1)

    def _watch(self, watcher: "subprocess.Popen[str]") -> None:
        assert watcher.stdout is not None
        with watcher.stdout as changes:
            for change in changes:
                if not self._changes or "source-output" in change:
                    with self._changed:
                        self._changes += 1
                        self._changed.notify_all()

    def wait_for_listeners(self, count: int) -> None:
        """Wait until so many record; fails the test when that takes too long."""
        with self._changed:
            assert self._changed.wait_for(lambda: listeners() == count, PATIENCE)

    def unplug(self) -> None:
        """End all of it."""
        for process in (self._listener, self._watcher):
            if process is not None:
                process.kill()
                process.wait()
        if self._server is not None:
            signal.pidfd_send_signal(self._server, signal.SIGKILL)
            assert has_ended(self._server)
        self._listener = self._watcher = self._server = None
        self._changes = 0
        for name in ("native", "pid"):
            (self.folder / "pulse" / name).unlink(missing_ok=True)

    def speak(self, text: str) -> Path:
        """A file in which a voice says `text`, without silence at either end."""
        path = self.folder / f"{len(list(self.folder.iterdir()))}.wav"
        spoken = subprocess.run(
            ["espeak-ng", "-v", "en-us", "-s", "150", "-a", "60", "--stdout", text],
            check=True,
            capture_output=True,
        )
        trim = ("silence", "1", "0.01", "0.1%", "reverse")
        subprocess.run(
            ["sox", "-t", "wav", "-", str(path), *trim, *trim],
            input=spoken.stdout, check=True, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        return path

    def silence(self, seconds: float) -> Path:
        """A file of silence."""
        path = self.folder / f"silence-{seconds}.wav"
        subprocess.run(
            ["sox", "-n", "-r", "22050", "-c", "1", str(path), "trim", "0", str(seconds)],
            check=True,
        )
        return path

    def joined(self, *parts: Path) -> Path:
        """One file of several."""
        path = self.folder / f"{len(list(self.folder.iterdir()))}.wav"
        subprocess.run(["sox", *map(str, parts), str(path)], check=True)
        return path

    def play(self, path: Path) -> None:
        """Play a file to its end."""
        subprocess.run(["paplay", "-d", SINK, str(path)], check=True)


def missing() -> list[str]:
    """What is not installed of the programs and packages that a sound card and its tests need."""
    programs = [name for name in _PROGRAMS if shutil.which(name) is None]
    return programs + [name for name in _MODULES if find_spec(name) is None]


@contextmanager
def plugged_in(folder: Path) -> Iterator[SoundCard]:
    """A sound card that this process and its children find, for the length of the block."""
    (folder / "pulse").mkdir(mode=0o700)
    earlier = {name: os.environ.get(name) for name in ("XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH")}
    os.environ |= {"XDG_RUNTIME_DIR": str(folder), "PULSE_RUNTIME_PATH": str(folder / "pulse")}
    card = SoundCard(folder)
    try:
        card.plug_in()
        yield card
    finally:
        card.unplug()
        for name, value in earlier.items():
            os.environ.pop(name)
            if value is not None:
                os.environ[name] = value


@pytest.fixture(scope="session")
def _card(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SoundCard]:
    if names := missing():
        assert "CI" not in os.environ, f"missing: {', '.join(names)}"
        pytest.skip(f"needs {', '.join(names)}")
    with plugged_in(tmp_path_factory.mktemp("sound")) as card:
        yield card


@pytest.fixture
def card(_card: SoundCard) -> SoundCard:
    """The sound card, plugged in; whoever unplugs it need not plug it in again."""
    if not _card.is_plugged_in:
        _card.plug_in()
    return _card

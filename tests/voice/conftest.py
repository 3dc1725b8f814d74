"""A sound card of our own: a null sink of PulseAudio, and voices to play into it."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

_PROGRAMS = ("pulseaudio", "pactl", "paplay", "parec", "espeak-ng", "sox")
_MODULES = ("sounddevice", "soundfile", "moonshine_voice")
SINK = "nul"


def wait_until(condition: Callable[[], object], seconds: float = 15.0) -> None:
    """Wait for something that another process does; fails the test when it takes too long."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


def _answers(*command: str) -> bool:
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


@dataclass(eq=False)
class SoundCard:
    """What is played here is heard by whoever records from the default device."""

    folder: Path
    _server: "subprocess.Popen[bytes] | None" = None
    _listener: "subprocess.Popen[bytes] | None" = None

    def plug_in(self) -> None:
        """Start the server and its sink, and somebody who listens, so that it does not doze."""
        self._server = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                *("-L", "module-native-protocol-unix", "-L", f"module-null-sink sink_name={SINK}"),
            ],
            stderr=subprocess.DEVNULL,
        )
        wait_until(lambda: _answers("pactl", "info"))
        self._listener = subprocess.Popen(
            ["parec", "-d", f"{SINK}.monitor", "--latency-msec=20"], stdout=subprocess.DEVNULL
        )

    def unplug(self) -> None:
        """End both."""
        for child in (self._listener, self._server):
            if child is not None:
                child.kill()
                child.wait()
        self._listener = self._server = None
        (self.folder / "pulse" / "native").unlink(missing_ok=True)

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
    if _card._server is None:
        _card.plug_in()
    return _card

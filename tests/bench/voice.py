"""What recording costs: the start, the meter, and the recogniser's time and memory.

Needs the sound server of the tests, and Linux, whose /proc tells what a process used.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from drill import children
from tests.bench.measure import Figure, Terminal, first_question, interleaved
from tests.voice.conftest import SoundCard

WHILE = 10.0
"""The seconds for which a meter is watched."""
MEMORY = 400e6
_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100
_LAUNCHER = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
_TALK = (
    "Dropout ignores randomly chosen units during training. It keeps neurons from relying on each "
    "other. At test time all units are there, and their outputs are scaled. It costs about twice "
    "the iterations until the network has converged."
)


def start(command: Sequence[str], environ: Mapping[str, str], rounds: int) -> Figure:
    """The time to the first question of a quiz that records, against one that does not."""
    return interleaved(
        lambda: first_question([*command, "quiz", "--record"], environ),
        lambda: first_question([*command, "quiz"], environ),
        rounds,
    )


def meter(command: Sequence[str], environ: Mapping[str, str], card: SoundCard) -> Figure:
    """What a question that is recorded takes of a core, against one that is not, a second each."""
    sound = card.joined(*[card.speak(_TALK)] * 2)
    speaking = subprocess.Popen(["paplay", "-d", "nul", str(sound)])
    recorded = _use([*command, "quiz", "--record"], environ, b"recording  ")
    speaking.kill()
    speaking.wait()
    silent = _use([*command, "quiz"], environ, b"reveal")
    share = recorded - silent
    return Figure(recorded, silent, share, share, share)


def _use(command: Sequence[str], environ: Mapping[str, str], shown: bytes) -> float:
    """The share of a core that a quiz and its child take while a question stands."""
    terminal = Terminal(command, environ)
    terminal.until(shown)
    sleep(1.0)  # what is loaded ahead is loaded
    began, before = perf_counter(), _seconds(terminal.pid)
    drained = 0.0
    while drained < WHILE:  # a terminal that nobody reads would stop the program
        terminal.drain(0.1)
        drained = perf_counter() - began
    used = _seconds(terminal.pid) - before
    terminal.kill()
    return used / drained


def _seconds(pid: int) -> float:
    """The processor's seconds of a process and its children."""
    listed = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    total = 0.0
    for each in (pid, *listed):
        fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        total += (int(fields[11]) + int(fields[12])) / _TICKS
    return total


def transcription(card: SoundCard) -> Figure:
    """The time that the recogniser takes for three minutes, against their length."""
    took, length, _ = _transcribed(card)
    return Figure(took, length, took / length, took / length, took / length)


def memory(card: SoundCard) -> Figure:
    """The most memory of the recogniser, for three minutes, against the limit."""
    *_, used = _transcribed(card)
    return Figure(used, MEMORY, used / MEMORY, used / MEMORY, used / MEMORY)


@cache
def _transcribed(card: SoundCard) -> tuple[float, float, float]:
    """Seconds that it took, seconds of talk, bytes of memory."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "s.1.flac"
        talk = card.joined(*[card.speak(_TALK)] * 12)
        subprocess.run(["sox", str(talk), "-r", "16000", str(path)], check=True)
        length = float(subprocess.check_output(["soxi", "-D", str(path)]))
        began = perf_counter()
        # A child begins with its parent's peak, so that a small one must start what is measured.
        launcher = [
            sys.executable,
            "-c",
            _LAUNCHER,
            *children.python("drill.voice.recogniser", str(path)),
        ]
        used = int(subprocess.check_output(launcher))
        took = perf_counter() - began
    return took, length, used * (1 if sys.platform == "darwin" else 1024)

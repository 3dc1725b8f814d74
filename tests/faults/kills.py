"""Runs the real quiz in a pseudo-terminal, kills it at a seeded moment, looks at what is left."""

import os
import re
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pexpect

from drill.errors import DrillError
from drill.history import History, repair
from drill.model import SessionStatus

QUESTIONS = 60
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGHUP)
# What a person types, again and again: reveal, mark, accept.
KEYS = {"plain": "\n1 ~2\n", "screen": " 1\r"}


@dataclass(frozen=True, slots=True)
class Kill:
    """What one killed run showed, and what was found after it.

    `after` is in seconds from the last keys. `shown` counts the answers that the program had gone
    on from, `kept` those in the history.
    """

    face: str
    signal: signal.Signals
    after: float
    shown: int
    kept: int
    faults: tuple[str, ...]


def deck(folder: Path) -> Path:
    """A deck of many short questions, in `folder`."""
    path = folder / "faults.yaml"
    questions = "".join(
        f"  - id: item-{number}\n    question: Item {number:03} is what?\n    answer: It is.\n"
        "    key_points: [first point, second point]\n"
        for number in range(QUESTIONS)
    )
    path.write_text(f"deck: faults\ntitle: Faults\nquestions:\n{questions}", encoding="utf-8")
    return path


def run(home: Path, cards: Path, chance: Random) -> Kill:
    """Start a quiz, answer as fast as it takes keys, kill it, and look at the history.

    It is killed within 30 ms of the keys for some question: while that is marked, saved or shown.
    """
    face = chance.choice(list(KEYS))
    command = ["-m", "drill", "quiz", "--questions", str(cards), "--order", "document"]
    command += ["-n", str(QUESTIONS), *(["--plain"] if face == "plain" else [])]
    env = {**os.environ, "DRILL_HOME": str(home), "TERM": "xterm-256color"}
    before = _attempts(home)
    child = pexpect.spawn(sys.executable, command, env=env, encoding="utf-8", dimensions=(30, 90))
    child.delaybeforesend = None
    item = re.compile(r"Item (\d{3})")
    output, stop = "", chance.choice(SIGNALS)
    goal, after = chance.randrange(QUESTIONS - 5), chance.uniform(0, 0.03)
    seen, strike = 0, time.monotonic() + 30
    while child.isalive() and time.monotonic() < strike:
        with suppress(pexpect.TIMEOUT):
            try:
                output += child.read_nonblocking(65536, 0.002)
            except pexpect.EOF:
                break
        if len(set(item.findall(output))) > seen:
            seen += 1
            child.send(KEYS[face])
            if seen > goal:
                strike = min(strike, time.monotonic() + after)
    if child.isalive():
        child.kill(stop)
    try:
        while True:
            output += child.read_nonblocking(65536, 10)
    except pexpect.EOF:
        child.close()
    # A question comes on the screen once the answer before it is in the history.
    shown = max(0, len(set(item.findall(output))) - 1)
    kept = _attempts(home) - before
    return Kill(face, stop, after, shown, kept, tuple(_faults(home, shown, kept)))


def _attempts(home: Path) -> int:
    with History.open(home / "history.db") as history:
        return history.count()


def _faults(home: Path, shown: int, kept: int) -> list[str]:
    found = [f"{shown} answers were shown, {kept} kept"] if kept < shown else []
    try:
        with History.open(home / "history.db") as history:
            found += repair.check(history)
            for session in history.sessions(2):
                serials = [each.id.rpartition(".")[2] for each in history.attempts(session.id)]
                if sorted(map(int, serials)) != list(range(len(serials))) or not serials:
                    found.append(f"{session.id} has the attempts {serials}")
                if session.status is SessionStatus.RUNNING or session.ended is None:
                    found.append(f"{session.id} is half a session")
    except DrillError as refusal:
        found.append(refusal.message)
    return found

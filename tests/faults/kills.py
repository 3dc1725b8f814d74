"""Runs the real quiz in a pseudo-terminal, kills it at a seeded moment, looks at what is left."""

import os
import re
import signal
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pexpect

from drill.errors import DrillError
from drill.history import History, repair
from drill.model import SessionStatus

QUESTIONS = 60
OPTIONS = {"plain": ["--plain"], "screen": list[str]()}
FACES = list(OPTIONS)
SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGHUP)
# Half a sequence goes too.
CONTROL = re.compile(r"\x1b\[[?\d;]*(?:[A-Za-z]|$)|\x1b$")
LAST = "over"
"""The step of the last page, which comes again until a key ends it."""
# Below a rule stands what the last answer scored, not what is asked.
ITEM = re.compile(r"─\s+Item \d{3}|Item (\d{3})")
# Keys that come within a blink of a page are dropped.
_HUMAN = 0.12


@dataclass(frozen=True, slots=True)
class Reply:
    """What is typed where the screen says `prompt`; `{item}` in it is the question's number.

    `step` names what the program is at; it goes on to the next when it has kept this one.
    """

    step: str
    prompt: str
    keys: str


# What a person types at each question: reveal, mark, accept.
QUIZ = {
    "plain": (
        Reply("ask", r"Enter reveals", "\n"),
        Reply("score", r"Which did you say\?", "1 ~2\n"),
    ),
    "screen": (
        Reply("ask", r"of \d+ · [\d:]+\s+Item \d{3}", " "),
        Reply("score", r"Which of these did you say\?", "1\r"),
    ),
}


@dataclass(frozen=True, slots=True)
class Strike:
    """When a run is killed, and how: `after` so many seconds from its reply number `goal`."""

    goal: int
    signal: signal.Signals
    after: float


@dataclass(frozen=True, slots=True)
class Kill:
    """What one killed run showed, and what was found after it.

    `strike` is None where it came to its end before. `shown` counts the answers that the program
    had gone on from, `kept` those in the history.
    """

    face: str
    strike: Strike | None
    shown: int
    kept: int
    faults: tuple[str, ...]


def deck(folder: Path) -> Path:
    """A deck of many short questions, in `folder`."""
    path = folder / "faults.yaml"
    questions = "".join(
        f"  - id: item-{number:03}\n    question: Item {number:03} is what?\n    answer: It is.\n"
        "    key_points: [first point, second point]\n"
        for number in range(QUESTIONS)
    )
    path.write_text(f"deck: faults\ntitle: Faults\nquestions:\n{questions}", encoding="utf-8")
    return path


def run(home: Path, cards: Path, chance: Random) -> Kill:
    """Start a quiz, answer as fast as it takes keys, kill it, and look at the history.

    It is killed within 30 ms of the keys for some question: while that is marked, saved or shown.
    """
    face, goal = chance.choice(FACES), chance.randrange(1, 19)
    strike = Strike(goal, chance.choice(SIGNALS), chance.uniform(0, 0.03))
    command = ["quiz", "--questions", str(cards), "--order", "document", "-n", str(QUESTIONS)]
    before = _attempts(home)
    met, killed = live(home, [*command, *OPTIONS[face]], QUIZ[face], strike)
    # A question comes on the screen once the answer before it is in the history.
    shown = max(0, len({item for _, item in met}) - 1)
    kept = _attempts(home) - before
    faults = tuple(_faults(home, shown, kept))
    return Kill(f"quiz {face}", strike if killed else None, shown, kept, faults)


def live(
    home: Path, arguments: Sequence[str], replies: Sequence[Reply], strike: Strike
) -> tuple[list[tuple[str, str]], bool]:
    """Run drill, reply to all that it asks, and kill it if it has not ended before.

    Back come the steps that it showed, each with its question, and whether it was killed.
    """
    env = {**os.environ, "DRILL_HOME": str(home), "TERM": "xterm-256color"}
    command = ["-m", "drill", *arguments]
    child = pexpect.spawn(sys.executable, command, env=env, encoding="utf-8", dimensions=(30, 90))
    child.delaybeforesend = _HUMAN
    shown, read, given, end = "", 0, set[tuple[str, str]](), time.monotonic() + 60
    met: list[tuple[str, str]] = []

    def look() -> Reply | None:
        """Note what is new on the screen; the reply that is due, if one is."""
        nonlocal read
        text = CONTROL.sub("", shown)
        found = [
            (match.end(), reply)
            for reply in replies
            for match in re.finditer(reply.prompt, text)
            if match.end() > read
        ]
        for read, reply in sorted(found, key=lambda each: each[0]):
            item = ([match for match in ITEM.findall(text[:read]) if match] or [""])[-1]
            if reply.step == LAST:  # one page, which shows a question on one face only
                item = ""
            if not met or met[-1] != (reply.step, item):
                met.append((reply.step, item))
            if (reply.prompt, item) not in given:
                given.add((reply.prompt, item))
                return Reply(reply.step, reply.prompt, reply.keys.format(item=item))
        return None

    while child.isalive() and time.monotonic() < end:
        with suppress(pexpect.TIMEOUT):
            try:
                shown += child.read_nonblocking(65536, 0.002)
            except pexpect.EOF:
                break
        while reply := look():
            child.send(reply.keys)
            if len(given) == strike.goal:
                end = min(end, time.monotonic() + strike.after)
    killed = child.isalive()
    if killed and len(given) < strike.goal:
        child.kill(signal.SIGKILL)
        raise TimeoutError(f"{arguments} asked only {len(given)} times before {strike}: {shown!r}")
    if killed:
        child.kill(strike.signal)
    end = time.monotonic() + 20
    try:
        while time.monotonic() < end:
            shown += child.read_nonblocking(65536, 20)
        child.kill(signal.SIGKILL)
        raise TimeoutError(f"{arguments} goes on after {strike}")
    except pexpect.EOF:
        child.close()
    while look():
        pass
    return met, killed


def _attempts(home: Path) -> int:
    with History.open(home / "history.db") as history:
        return history.count()


def _faults(home: Path, shown: int, kept: int) -> list[str]:
    found = [f"{shown} answers were shown, {kept} kept"] if kept < shown else []
    try:
        with History.open(home / "history.db") as history:
            found += repair.check(history)
            for session in history.sessions(2):
                serials = [
                    attempt.id.rpartition(".")[2] for attempt in history.attempts(session.id)
                ]
                if sorted(map(int, serials)) != list(range(len(serials))) or not serials:
                    found.append(f"{session.id} has the attempts {serials}")
                if session.status is SessionStatus.RUNNING or session.ended is None:
                    found.append(f"{session.id} is half a session")
    except DrillError as refusal:
        found.append(refusal.message)
    return found

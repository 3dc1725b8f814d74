"""One system call of a command fails, is cut short, finds the disk full, or is its last.

What drill has acknowledged is there afterwards, the history is sound, and nothing is a traceback.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from drill.history import History, repair, sync
from tests.faults import kills
from tests.history.samples import attempt, session

KINDS = ("eio", "full", "short", "kill")
_ANSWERS = 3
_QUIZ = ("quiz", "--plain", "-n", str(_ANSWERS), "--order", "document")
_TEXT = "## What is a list?\n\nA row of values.\n\n## What is a set?\n\nValues without order.\n"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A command with the lines that are typed; `fresh` where there is no history before."""

    name: str
    arguments: tuple[str, ...]
    typed: str = ""
    fresh: bool = False


SCENARIOS = (
    Scenario("first quiz", _QUIZ, "\n1 ~2\n" * _ANSWERS, fresh=True),
    Scenario("quiz", _QUIZ, "\n1 ~2\n" * _ANSWERS),
    Scenario("undo", _QUIZ, "\n1\nu\n\n2\nq\n"),
    Scenario("typed mock", ("mock", "--plain", "--typed", "-n", "2"), "\nwords\n.\n\n" * 4),
    Scenario("import", ("import", "notes.md")),
    Scenario("export history", ("export", "history", "-o", "HOME/out.jsonl", "--force")),
    Scenario("plan", ("plan", "--on", "2031-01-05")),
    Scenario("rebuild", ("history", "rebuild")),
    Scenario("restore", ("history", "restore", "2026-03-03")),
    Scenario("merge", ("history", "merge", "other.db")),
    Scenario("sync", ("history", "sync", "HOME/shared")),
    Scenario("list", ("list",)),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """What was done to which call of which command, and what was wrong after it, if anything."""

    scenario: str
    kind: str
    call: int
    wrong: str


class Walker:
    """Runs the scenarios in `folder`, with faults of the library that is built from shim.c."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._library = folder / "shim.so"
        source = Path(__file__).with_name("shim.c")
        command = ["gcc", "-shared", "-fPIC", "-w", "-o", str(self._library), str(source), "-ldl"]
        subprocess.run(command, check=True)
        self._cards = kills.deck(folder)
        self._base = folder / "base"
        _fill(self._base / "history.db", 4)
        with History.open(self._base / "history.db") as history:
            history.look_over(session().started.replace(day=3))
            history.record(attempt(4, key="faults/item-009", days=1))
        (folder / "notes.md").write_text(_TEXT)
        _fill(folder / "other.db", 6, number=2)

    def calls(self, scenario: Scenario) -> int:
        """How many system calls a command makes that could fail."""
        count = self._folder / "count"
        self._run(scenario, FAULT_COUNT=str(count))
        return int(count.read_text())

    def sample(self, chance: Random, number: int) -> Iterator[Fault]:
        """So many faults at calls that chance chooses."""
        counts: dict[str, int] = {}
        for _ in range(number):
            scenario = chance.choice(SCENARIOS)
            if scenario.name not in counts:
                counts[scenario.name] = self.calls(scenario)
            call = chance.randrange(1, counts[scenario.name] + 1)
            yield self.strike(scenario, chance.choice(KINDS), call)

    def strike(self, scenario: Scenario, kind: str, call: int) -> Fault:
        """Run a command with one fault, and look at what it left."""
        ran = self._run(scenario, FAULT_KIND=kind, FAULT_AT=str(call))
        return Fault(scenario.name, kind, call, self._wrong(scenario, kind, ran))

    def _run(self, scenario: Scenario, **environ: str) -> "subprocess.CompletedProcess[str]":
        home = self._home
        shutil.rmtree(home, ignore_errors=True)
        shutil.rmtree(self._folder / "tmp", ignore_errors=True)
        (self._folder / "tmp").mkdir()
        if not scenario.fresh:
            shutil.copytree(self._base, home)
        arguments = [argument.replace("HOME", str(home)) for argument in scenario.arguments]
        return subprocess.run(
            [sys.executable, "-B", "-m", "drill", *arguments],
            input=scenario.typed,
            capture_output=True,
            text=True,
            cwd=self._folder,
            env={
                **os.environ,
                "PYTHONPATH": str(Path(__file__).parent.parent.parent),
                "DRILL_HOME": str(home),
                "DRILL_QUESTIONS": str(self._cards),
                "LD_PRELOAD": str(self._library),
                "FAULT_UNDER": str(home),
                "TMPDIR": str(self._folder / "tmp"),
                **environ,
            },
            check=False,
            timeout=60,
        )

    @property
    def _home(self) -> Path:
        return self._folder / "home"

    def _wrong(self, scenario: Scenario, kind: str, ran: "subprocess.CompletedProcess[str]") -> str:
        if "Traceback" in ran.stderr:
            return ran.stderr.strip().splitlines()[-1]
        acknowledged = ran.stdout.count("Coverage ") if scenario.arguments[0] == "quiz" else 0
        acknowledged -= ran.stdout.count("Undone.")
        with History.open(self._home / "history.db") as history:
            for aside in (self._folder / "tmp").rglob("*.jsonl"):  # as it was told to do
                sync.merge(history, aside)
            if found := repair.check(history):
                return f"not sound: {found[0]}"
            kept = history.count()
        if kind != "kill" and (left := self._left()):
            return f"left behind: {', '.join(left)}"
        before = 0 if scenario.fresh else 4 if scenario.name == "restore" and kept == 4 else 5
        if kept < before + acknowledged:
            return f"{acknowledged} acknowledged, {before} before, {kept} kept: {ran.stderr}"
        return ""

    def _left(self) -> list[str]:
        """What nobody needs: half files, and copies that were called damaged for one bad read."""
        found = (path for part in ("*.part*", "*damaged*") for path in self._home.rglob(part))
        return [path.name for path in found]


def _fill(path: Path, answers: int, number: int = 1) -> None:
    path.parent.mkdir(exist_ok=True)
    with History.open(path) as history:
        history.start(session(number))
        for serial in range(answers):
            history.record(attempt(serial, number=number, key=f"faults/item-00{serial}"))

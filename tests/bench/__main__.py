"""Measure what has to be instant: `python -m tests.bench [--rounds N] [--data FOLDER] [ROW...]`.

Each row runs interleaved with its baseline and prints the median ratio of the pairs, its limit and
quartiles, and both medians. Exit code 1 when a row is over. ROWs are parts of names.
"""

import argparse
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

from tests.bench import data, import_speed, measure, voice
from tests.bench.measure import Figure, interleaved
from tests.voice.conftest import missing, plugged_in

_RICH = "import rich.console"
_PEERS = ("apy", "sqlite-utils")
_MEMORY_LIMIT = 60e6  # bytes above bare Python
_SEARCH = "what is the"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `limit` None is only told."""

    name: str
    limit: float | None
    measure: Callable[[], Figure]


class Bench:
    """The rows, over data in one folder."""

    def __init__(self, folder: Path, rounds: int) -> None:
        self._folder = folder
        self._rounds = rounds
        self._work = Path(tempfile.mkdtemp(dir=folder))
        self._drill = measure.script(self._work / "start.py")
        self._held = ExitStack()

    def close(self) -> None:
        """Delete what the run has made beside the data."""
        self._held.close()
        shutil.rmtree(self._work)

    def rows(self) -> list[Row]:
        """All rows of the table."""
        few, many, long = self._environ("few"), self._environ("many"), self._environ("many", "long")
        completions = [
            Row(f"completion, {shell}", 1.5, self._processes(["quiz"], ["-c", "import typer"], env))
            for shell, env in self._completing(few)
        ]
        peers = [
            Row(f"{peer} --help / python -c pass", None, self._peer(path))
            for peer in _PEERS
            if (path := shutil.which(peer))
        ]
        rich = ["-c", _RICH]
        spoken = [] if missing() else self._spoken(few)
        return [
            Row("--version / python -c pass", 1.3, self._processes(["--version"], ["-c", "pass"])),
            Row("--help / rich.console", 2.0, self._processes(["--help"], rich)),
            Row("drill / rich.console", 2.5, self._processes([], rich, few)),
            Row("list, 13 questions / rich.console", 2.5, self._processes(["list"], rich, few)),
            Row("first question / rich.console", 2.2, self._asking(few, rich)),
            Row("first question, 100,000 / 13", 1.25, self._first(many, few)),
            Row("first question, 1,000,000 attempts / none", 1.25, self._first(long, many)),
            Row("reveal after 0.3 s / at once", 0.2, self._reveal(few)),
            Row("commit / append with fdatasync", 2.0, self._commit),
            Row("one deck of 500 changed / none", 9.0, self._changed(many)),
            Row("first run ever, 100,000 / warm", 10.0, self._first_run(many)),
            Row("index build / CSafeLoader", 1.4, self._build),
            Row("list --search, 100,000 / 13", 5.0, self._search(many, few)),
            Row("import of 1 MB, key points / markdown-it", None, import_speed.against_markdown),
            Row("memory, 100,000, in 60 MB above bare", 1.0, self._memory(many)),
            *spoken,
            *completions,
            *peers,
        ]

    def _spoken(self, environ: dict[str, str]) -> list[Row]:
        """What recording and transcribing cost; a sound card is plugged in until the end."""
        folder = self._work / "sound"
        folder.mkdir()
        card = self._held.enter_context(plugged_in(folder))
        env = {**environ, "PULSE_RUNTIME_PATH": os.environ["PULSE_RUNTIME_PATH"]}
        return [
            Row(
                "first question, --record / without",
                1.3,
                lambda: voice.start(self._drill, env, self._rounds),
            ),
            Row("meter, share of a core", 0.03, lambda: voice.meter(self._drill, env, card)),
            Row("transcription / real time", 0.5, lambda: voice.transcription(card)),
            Row("memory, transcribing, in 400 MB", 1.0, lambda: voice.memory(card)),
        ]

    def _environ(self, decks: str, history: str = "") -> dict[str, str]:
        """The surroundings of a command: a home with a complete index, and maybe a history."""
        home = self._work / f"{decks}-{history or 'none'}"
        if not home.exists():
            home.mkdir()
            if history:
                shutil.copy(self._folder / history / "history.db", home)
            data.index(self._folder / decks, home)
        keep = {name: os.environ[name] for name in ("PATH", "LANG", "TZ") if name in os.environ}
        return {
            **keep,
            "PYTHONPATH": str(data.ROOT),
            "TERM": "xterm-256color",
            "DRILL_HOME": str(home),
            "DRILL_QUESTIONS": str(self._folder / decks),
        }

    def _completing(self, environ: dict[str, str]) -> list[tuple[str, dict[str, str]]]:
        words = "drill quiz d"
        bash = {"COMP_WORDS": words, "COMP_CWORD": "2", "_DRILL_COMPLETE": "complete_bash"}
        zsh = {"_TYPER_COMPLETE_ARGS": words, "_DRILL_COMPLETE": "complete_zsh"}
        fish = {
            **zsh,
            "_DRILL_COMPLETE": "complete_fish",
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        }
        shells = (("bash", bash), ("zsh", zsh), ("fish", fish))
        return [(shell, {**environ, **more}) for shell, more in shells]

    def _processes(
        self,
        arguments: Sequence[str],
        baseline: Sequence[str],
        environ: dict[str, str] | None = None,
    ) -> Callable[[], Figure]:
        env = environ or self._environ("few")
        plain = {name: value for name, value in env.items() if "COMPLETE" not in name}
        return lambda: interleaved(
            lambda: measure.seconds([*self._drill, *arguments], env),
            lambda: measure.seconds([sys.executable, *baseline], plain),
            self._rounds,
        )

    def _peer(self, path: str) -> Callable[[], Figure]:
        env = dict(os.environ)
        return lambda: interleaved(
            lambda: measure.seconds([path, "--help"], env),
            lambda: measure.seconds([sys.executable, "-c", "pass"], env),
            self._rounds,
        )

    def _ask(self, environ: dict[str, str], text: bytes = measure.ASKED) -> float:
        return measure.first_question([*self._drill, "quiz"], environ, text)

    def _asking(self, environ: dict[str, str], baseline: Sequence[str]) -> Callable[[], Figure]:
        return lambda: interleaved(
            lambda: self._ask(environ),
            lambda: measure.seconds([sys.executable, *baseline], environ),
            self._rounds,
        )

    def _first(self, ours: dict[str, str], other: dict[str, str]) -> Callable[[], Figure]:
        return lambda: interleaved(lambda: self._ask(ours), lambda: self._ask(other), self._rounds)

    def _reveal(self, environ: dict[str, str]) -> Callable[[], Figure]:
        quiz = [*self._drill, "quiz"]
        return lambda: interleaved(
            lambda: measure.reveal(quiz, environ, 0.3),
            lambda: measure.reveal(quiz, environ, 0.0),
            self._rounds,
        )

    def _commit(self) -> Figure:
        from drill.history import History
        from drill.model import Attempt, Rating, Session, SessionKind, SessionStatus

        now = datetime.now(UTC)
        serial = iter(range(10**9))
        with (
            History.open(self._work / "commit.db") as history,
            (self._work / "append").open("ab", buffering=0) as file,
        ):
            history.start(Session("s", SessionKind.QUIZ, now, SessionStatus.RUNNING, ("a/b",)))

            def commit() -> float:
                number = next(serial)
                # Each answer is later than the one before, or all would be replayed.
                at = now + timedelta(seconds=number)
                attempt = Attempt(f"s.{number}", "s", "a/b", at, 9.0, 1.0, Rating.EASY)
                began = perf_counter()
                history.record(attempt)
                return perf_counter() - began

            def append() -> float:
                began = perf_counter()
                file.write(b"x" * 200)
                os.fdatasync(file.fileno())
                return perf_counter() - began

            return interleaved(commit, append, 20 * self._rounds)

    def _changed(self, environ: dict[str, str]) -> Callable[[], Figure]:
        path = self._folder / "many" / "00" / "deck-0000.yaml"
        serial = iter(range(10**9))

        def changed() -> float:
            was = path.read_text(encoding="utf-8")
            status = path.stat()
            new = f"Anew{next(serial)}"
            path.write_text(was.replace("What is", f"{new} is", 1), encoding="utf-8")
            try:
                return self._ask(environ, new.encode())
            finally:
                path.write_text(was, encoding="utf-8")
                os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
                self._ask(environ)

        return lambda: interleaved(changed, lambda: self._ask(environ), self._rounds)

    def _first_run(self, environ: dict[str, str]) -> Callable[[], Figure]:
        home = self._work / "new"

        def ever() -> float:
            shutil.rmtree(home, ignore_errors=True)
            return self._ask({**environ, "DRILL_HOME": str(home)})

        return lambda: interleaved(ever, lambda: self._ask(environ), self._rounds)

    def _build(self) -> Figure:
        import yaml

        files = sorted((self._folder / "many").glob("*/*.yaml"))

        def build() -> float:
            home = self._work / "build"
            shutil.rmtree(home, ignore_errors=True)
            began = perf_counter()
            data.index(self._folder / "many", home)
            return perf_counter() - began

        def parse() -> float:
            gc.disable()
            began = perf_counter()
            for file in files:
                yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
            took = perf_counter() - began
            gc.enable()
            gc.collect()  # now, and not within the build that comes next
            return took

        return interleaved(build, parse, 3)

    def _search(self, ours: dict[str, str], other: dict[str, str]) -> Callable[[], Figure]:
        # Three words that few questions have together, from the end of each library.
        def words(decks: str) -> str:
            last = sorted((self._folder / decks).rglob("*.yaml"))[-1]
            asked = last.read_text(encoding="utf-8").rsplit("question: What is ", 1)[1]
            return " ".join(asked.split("?", 1)[0].split()[:3])

        return lambda: interleaved(
            lambda: measure.seconds([*self._drill, "list", "--search", words("many")], ours),
            lambda: measure.seconds([*self._drill, "list", "--search", words("few")], other),
            self._rounds,
        )

    def _memory(self, environ: dict[str, str]) -> Callable[[], Figure]:
        def memory() -> Figure:
            above = measure.peak([*self._drill, "quiz"], environ, 3.0) - measure.bare_peak()
            share = above / _MEMORY_LIMIT
            return Figure(above, _MEMORY_LIMIT, share, share, share)

        return memory


def main() -> int:
    """Run the rows that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("rows", nargs="*", metavar="ROW", help="part of a row's name")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--data", type=Path, default=Path(tempfile.gettempdir()) / "drill-bench")
    options = parser.parse_args()
    options.data.mkdir(parents=True, exist_ok=True)
    data.make(options.data)
    bench = Bench(options.data, options.rounds)
    over = []
    try:
        print(f"{'':42} {'ratio':>7} {'limit':>6}   {'quartiles':>13}   {'ours':>9} {'other':>9}")
        for row in bench.rows():
            if options.rows and not any(part in row.name for part in options.rows):
                continue
            figure = row.measure()
            is_over = row.limit is not None and figure.ratio > row.limit
            over += [row.name] if is_over else []
            limit = "" if row.limit is None else f"{row.limit:g}"
            unit, scale = ("MB", 1e-6) if "memory" in row.name else ("ms", 1e3)
            print(
                f"{row.name:42} {figure.ratio:7.2f} {limit:>6} {'!' if is_over else ' '}"
                f" {figure.low:6.2f}-{figure.high:<6.2f}"
                f"   {figure.ours * scale:6.1f} {unit} {figure.baseline * scale:6.1f} {unit}",
                flush=True,
            )
    finally:
        bench.close()
    if over:
        print(f"over the limit: {', '.join(over)}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())

"""A person who lives with drill for some weeks: real commands on a clock of their own."""

import io
import re
import sqlite3
import sys
from contextlib import closing, redirect_stderr, redirect_stdout
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import cast

import pytest

from tests.conftest import Done


class Life:
    """One person, and the moment `now` at which the next command is run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, home: Path, begin: datetime) -> None:
        self.now, self._begin = begin, begin
        self._home, self._patch = home, monkeypatch
        monkeypatch.setattr("drill.clock.now", lambda: self.now)
        monkeypatch.setattr("drill.terminal.session.instants.monotonic", self._tick)

    @property
    def today(self) -> date:
        """The study day it is."""
        return (self.now - timedelta(hours=4)).date()

    def _tick(self) -> float:
        return (self.now - self._begin).total_seconds()

    def wake(self, day: int, hour: int) -> None:
        """Go on at an hour of so many days after the first."""
        midnight = self._begin.replace(hour=0, minute=0)
        self.now = midnight + timedelta(days=day, hours=hour)

    def run(self, *arguments: str, learner: "Learner | None" = None) -> Done:
        """Run a command; `learner` answers what it asks."""
        from drill.__main__ import main

        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
        self._patch.setattr(sys, "argv", ["drill", *arguments])
        self._patch.setattr(sys, "stdin", learner.sitting(out) if learner else io.StringIO())
        code: object = 0
        with redirect_stdout(out), redirect_stderr(err):
            try:
                main()
            except SystemExit as leaving:
                code = leaving.code
        said, wrong = written(out), written(err)
        assert code == 0, (arguments, wrong)
        return Done(0, said, wrong)

    def sql(self, query: str, *values: object) -> list[sqlite3.Row]:
        """What a query of our own says of the history."""
        with closing(sqlite3.connect(self._home / "history.db")) as db:
            return db.execute(query, values).fetchall()


def written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return cast("io.BytesIO", stream.buffer).getvalue().decode()


class Learner:
    """Answers each line after 5 to 25 seconds, by luck; after `leaves` lines the input ends."""

    def __init__(self, life: Life, rng: Random, leaves: int | None = None) -> None:
        self._life, self._rng, self._leaves = life, rng, leaves
        self._out: io.TextIOWrapper | None = None

    def sitting(self, out: io.TextIOWrapper) -> "Learner":
        """This person, who reads what is written to `out`."""
        self._out = out
        return self

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        if self._leaves is not None:
            self._leaves -= 1
            if self._leaves < 0:
                return ""
        self._life.now += timedelta(seconds=self._rng.randint(5, 25))
        assert self._out is not None
        return f"{self._answer(written(self._out).rstrip().rsplit(chr(10), 1)[-1])}\n"

    def _answer(self, asked: str) -> str:
        rng = self._rng
        if "etters answer" in asked:
            return rng.choice(("a", "b", "a 75%", "b 95%", "0"))
        if found := re.search(r"1-(\d) said", asked):
            points = range(1, int(found[1]) + 1)
            return " ".join(f"{rng.choice(('', '~'))}{n}" for n in points if rng.random() < 0.6)
        if "1 nothing" in asked:
            return rng.choice("1234")
        if "Structure" in asked:
            return "3 2 4"
        if "reveals" in asked or "done" in asked:
            return rng.choice(("", "", "2", "3", "4"))
        return ""

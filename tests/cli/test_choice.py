"""Multiple choice through the real commands: what is saved, and what the reveal alone shows."""

import os
import re
import signal
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pexpect
import pytest

from drill.history import History
from tests.conftest import Run

pytestmark = pytest.mark.slow

DECK = """\
deck: tools
title: Tools
questions:
  - id: branch
    question: Which command makes a branch?
    options: [ofork, {option: oswitch, correct: true}, oclone, otag, omerge]
    answer: It goes there too.
"""
OPTIONS = ("ofork", "oswitch", "oclone", "otag", "omerge")


@pytest.fixture
def tools(deck: Path) -> Path:
    deck.write_text(DECK)
    return deck


def order(text: str) -> list[str]:
    """The options as they stand on a screen or in lines, by their letters."""
    plain = re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", text)
    return re.findall(r"\b[a-e]\.? (o\w+)", plain)[-len(OPTIONS) :]


def test_line_mode_keeps_the_texts_that_were_chosen(tools: Path, command: Run, home: Path) -> None:
    shown = order(command("quiz", "--seed", "4", stdin="").out)
    assert shown != list(OPTIONS)
    letter = "abcde"[shown.index("oswitch")]
    done = command("quiz", "--seed", "4", stdin=f"{letter} 95%\n\n")
    assert order(done.out.split("[")[0]) == shown
    assert f"{letter}. (yours, right) oswitch" in done.out
    assert "Coverage 100 %, easy" in done.out
    with History.open(home / "history.db") as history:
        (attempt,) = history.attempts()
    assert [choice.text for choice in attempt.choices] == list(OPTIONS)
    assert [choice.text for choice in attempt.choices if choice.chosen] == ["oswitch"]
    assert attempt.confidence == 95


@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_nothing_reveals_the_right_option_before_the_answer(
    tools: Path, command: Run, seed: str, home: Path
) -> None:
    asked = command("mock", "--plain", "--seed", seed, stdin="\nh\nmaybe\n")
    listed = command("list").out + command("list", "--json").out + command("sessions", "--json").out
    exported = "".join(
        command("export", "session", "-o", f"{home.parent / name}", "--force").out
        + (home.parent / name).read_text().split("</style>")[-1]
        for name in ("r.md", "r.html", "r.json")
    )
    # Wherever the options stand, each is told in the same words.
    for text in (asked.out, listed, exported):
        told = {option: text.count(option) for option in OPTIONS}
        assert len(set(told.values())) == 1
    for text in (asked.out, listed, exported):
        assert "It goes there" not in text
        assert 'correct": true' not in text
        assert "✓" not in text
    with closing(sqlite3.connect(home / "history.db")) as db:
        state = db.execute("SELECT * FROM checkpoint").fetchall()
    assert "correct" not in str(state)
    assert "goes there" not in str(state)


def test_a_killed_interview_resumes_with_the_same_option_order_and_choice(
    tools: Path, home: Path
) -> None:
    def sat(*arguments: str) -> "pexpect.spawn[str]":
        return pexpect.spawn(
            sys.executable,
            ["-m", "drill", "mock", *arguments],
            dimensions=(30, 80),
            encoding="utf-8",
            timeout=15,
            env=os.environ,
        )

    child = sat()
    child.expect("any key")
    child.send("x")
    child.expect("How sure")
    before = order(child.before or "")
    child.send("c")
    child.expect("●")
    child.kill(signal.SIGKILL)
    child.expect(pexpect.EOF)
    child.close()
    child = sat("--resume")
    child.expect("How sure")
    text = child.before or ""
    assert order(text) == before
    assert text.count("●") == 1
    child.send("\r")
    child.expect("accept")
    child.send("\r")
    child.expect("any other key")
    child.send("x")
    child.expect(pexpect.EOF)
    child.close()
    with History.open(home / "history.db") as history:
        (attempt,) = history.attempts()
    assert [choice.text for choice in attempt.choices if choice.chosen] == [before[2]]

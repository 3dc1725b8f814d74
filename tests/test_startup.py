"""The cost of start-up in noise-free units: modules, statements, files."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from drill.decks import read_deck
from drill.library import Library

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
# Each of them costs more than a quick command may take, or brings what no start-up needs.
HEAVY = {
    *("pydantic", "prompt_toolkit", "fsrs", "typst", "genanki", "math_core", "markdown_it"),
    *("rich.markdown", "rich.table", "rich.progress", "rich.traceback", "importlib.metadata"),
    *("sounddevice", "soundfile", "moonshine_voice", "numpy", "snowballstemmer", "drill.voice"),
    *("tomllib", "asyncio", "multiprocessing", "urllib.request", "email", "unittest"),
    "drill.points.proposing",
}
# What a question needs only once it is answered, planned or not saved.
LATER = {
    *("drill.terminal.session.checklist", "drill.speaking.measures", "drill.speaking.nearest"),
    *("drill.schedule.plans", "drill.history.merging"),
}
QUESTIONS = 3


def imported(*arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "drill", *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    lines = done.stderr.splitlines()
    return {line.rsplit("|", 1)[1].strip() for line in lines if line.startswith("import time:")}


@pytest.fixture
def large(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of more decks than are looked at one by one, its index made before."""
    root = tmp_path / "decks"
    root.mkdir()
    for number in range(400):
        lines = [f"deck: d-{number}", f"title: Deck {number}", "questions:"]
        for each in range(QUESTIONS):
            lines += [f"  - id: q-{each}", "    question: Which one is this?", "    answer: One."]
        path = root / f"d-{number}.yaml"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        os.utime(path, (1_700_000_000, 1_700_000_000))
    os.utime(root, (1_700_000_000, 1_700_000_000))
    monkeypatch.setenv("DRILL_QUESTIONS", str(root))
    library = Library.open([root], home / "cache", read_deck)
    library.refresh()
    library.close()
    return root


def first_question(out: Path) -> dict[str, list[str]]:
    """What a quiz has done when its first question is on the screen of a terminal."""
    arguments = ["-m", "tests.startup_driver", str(out), "quiz"]
    child = pexpect.spawn(sys.executable, arguments, cwd=str(ROOT), timeout=30, encoding="utf-8")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0, child.before
    record: dict[str, list[str]] = json.loads(out.read_text())
    return record


def test_the_version_is_told_before_anything_is_imported(home: Path) -> None:
    modules = imported("--version")
    assert not modules & {*HEAVY, "typer", "rich", "re", "dataclasses", "sqlite3", "yaml", "json"}


def test_help_imports_nothing_that_shows_or_reads(home: Path) -> None:
    modules = imported("--help")
    assert not modules & {*HEAVY, "rich", "sqlite3", "yaml", "json", "platformdirs"}


def test_listing_imports_no_parser_once_the_index_is_there(large: Path) -> None:
    assert not imported("list") & {*HEAVY, "yaml"}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_the_first_question_imports_neither_parser_nor_memory_model(
    large: Path, tmp_path: Path
) -> None:
    modules = set(first_question(tmp_path / "out")["modules"])
    assert {"rich.console", "sqlite3"} <= modules
    assert not modules & {*HEAVY, *LATER, "yaml"}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_the_first_question_of_a_large_library_opens_no_deck_and_asks_little(
    large: Path, tmp_path: Path
) -> None:
    first_question(tmp_path / "out")  # makes the tables of the history
    record = first_question(tmp_path / "out")
    assert record["opened"] == []
    assert len(record["statements"]) <= 32

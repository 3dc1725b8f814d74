"""Every `--help` ends with examples, and each of them is run."""

import os
import shlex
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from typer.core import TyperGroup

from drill.cli.app import COMMANDS, load_command
from drill.cli.examples import EXAMPLES
from drill.model import Mark
from tests.conftest import SMALL_DECK, Run

pytestmark = pytest.mark.slow  # each example of each command is run

DOCUMENT = (
    "# Seas\n\n## 1. What is a tide?\n\nThe sea rises.\n\n## 2. What is a fjord?\n\nA valley.\n"
)


def commands() -> Iterator[str]:
    """Every command by its words after `drill`."""
    yield ""
    for name in COMMANDS:
        yield name
        loaded = load_command(name)
        if isinstance(loaded, TyperGroup):
            yield from (f"{name} {command}" for command in loaded.commands)


LINES = sorted({line for name in commands() for line, _ in EXAMPLES.get(name, ())})


@pytest.fixture
def sandbox(
    home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answered: Callable[..., None],
) -> Path:
    """A folder and a home in which each example has what it speaks of."""
    folder = tmp_path / "here"
    (folder / "decks").mkdir(parents=True)
    (folder / "shared").mkdir()
    (folder / "notes.md").write_text(DOCUMENT, "utf-8")
    (home / "questions").mkdir(parents=True)
    drafted = SMALL_DECK.replace("    hint:", "    drafted: true\n    hint:")
    (home / "questions" / "capitals.yaml").write_text(drafted, "utf-8")
    missed = [("Paris", Mark.SAID), ("It lies on the Seine", Mark.MISSED)]
    answered(1, {"capitals/france": missed, "python/argument-passing": [("x", Mark.MISSED)]})
    other = folder / "other.db"
    with (
        closing(sqlite3.connect(home / "history.db")) as source,
        closing(sqlite3.connect(other)) as copy,
    ):
        source.backup(copy)
    (home / "backups").mkdir(exist_ok=True)
    shutil.copyfile(other, home / "backups" / "history-2026-11-24.db")
    (home / "recordings").mkdir()
    (home / "recordings" / "20261123-090000-aaaaaa.1.flac").write_bytes(b"sound")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("EDITOR", f"{sys.executable} {_editor(tmp_path)}")
    return folder


def _editor(folder: Path) -> Path:
    """An editor that writes a question where drill's form asks for one."""
    path = folder / "editor.py"
    path.write_text(
        "import sys, pathlib\n"
        "path = pathlib.Path(sys.argv[-1])\n"
        "text = path.read_text('utf-8')\n"
        "path.write_text(text.replace('    question:\\n', '    question: Why?\\n'), 'utf-8')\n"
    )
    return path


@pytest.mark.parametrize("line", LINES)
def test_each_example_does_what_it_says(
    line: str, sandbox: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "history.jsonl" in line and "merge" in line:
        run("export", "history", "-o", "history.jsonl")
    if "--ics" in line:
        run("plan", "--on", "2026-12-05")
    given = "What was asked?\n" if line == "drill add" else ""
    (sandbox / "stdin").write_text(given)
    with (sandbox / "stdin").open() as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        program, *words = shlex.split(line)
        done = run(*words)
    assert (program, done.code) == ("drill", 0), done.err


@pytest.mark.parametrize("name", list(commands()))
def test_each_help_ends_with_two_or_three_examples(name: str, run: Run) -> None:
    shown = run(*name.split(), "--help").out.splitlines()
    begin = shown.index("  Examples:")
    lines = [line.strip().split("  ")[0] for line in shown[begin + 1 :]]
    expected = [line for line, _ in EXAMPLES[name]]
    assert 2 <= len(expected) <= 3
    assert [line for line in lines if line.startswith("drill")] == expected
    assert max(map(len, shown)) <= int(os.environ["COLUMNS"])

"""`drill history` and `drill export history`, as the real command; and that no command networks."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from drill.cli.app import COMMANDS
from drill.history import History, backups
from drill.history.additions import Additions
from drill.history.json_records import first_names
from drill.model import Attempt, Session
from tests.conftest import Run
from tests.history.samples import attempt, session

pytestmark = pytest.mark.slow  # real files, copied and rebuilt

GUARD = """
import sys
def forbid(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.sendto", "socket.getaddrinfo",
                 "socket.gethostbyname", "socket.gethostbyaddr"):
        raise SystemExit(f"the network was used: {event}")
sys.addaudithook(forbid)
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with one answer, and beside it another machine's with two."""
    for name, number, answers in (("home", 1, 1), ("other", 2, 2)):
        with History.open(tmp_path / name / "history.db") as history:
            history.start(session(number))
            for serial in range(answers):
                history.record(attempt(serial, number=number))
    return tmp_path / "home"


def environ(home: Path) -> dict[str, str]:
    """Surroundings in which the network is forbidden."""
    guard = home.parent / "guard"
    guard.mkdir(exist_ok=True)
    (guard / "sitecustomize.py").write_text(GUARD)
    path = f"{guard}{os.pathsep}{Path(__file__).parent.parent.parent}"
    return {**os.environ, "EDITOR": "true", "DRILL_HOME": str(home), "PYTHONPATH": path}


def python(home: Path, code: str, keys: str) -> subprocess.CompletedProcess[str]:
    """Run Python code with the network forbidden."""
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, env=environ(home), input=keys, capture_output=True, text=True, check=False
    )


def drill(home: Path, *arguments: str | Path, keys: str = "") -> tuple[int, str, str]:
    """Run drill; its exit code, stdout and stderr."""
    ran = subprocess.run(
        [sys.executable, "-m", "drill", *map(str, arguments)],
        env=environ(home),
        input=keys,
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout, ran.stderr


@pytest.mark.slow
def test_merge_counts_the_new_attempts_of_each_file(home: Path) -> None:
    other = home.parent / "other" / "history.db"
    assert drill(home, "history", "merge", other, other) == (
        0,
        f"{other}: 2 new attempts\n{other}: 0 new attempts\n",
        "",
    )
    assert drill(home, "history", "check") == (0, "the history is sound: 3 attempts\n", "")


@pytest.mark.slow
def test_an_exported_history_merges_into_another_home(home: Path) -> None:
    exported = home.parent / "h.jsonl"
    assert drill(home, "export", "history", "-o", exported)[0] == 0
    assert drill(home, "export", "history")[1] == exported.read_text(encoding="utf-8")
    assert drill(home.parent / "fresh", "history", "merge", exported)[1].endswith(
        "h.jsonl: 1 new attempt\n"
    )


def test_the_help_of_the_export_names_every_member_of_its_lines(home: Path) -> None:
    words = set(re.findall(r"\w+", drill(home, "export", "history", "--help")[1]))
    first = {written for kind in (Attempt, Session) for written in first_names(kind).values()}
    assert (first | {*Additions.__annotations__} - {"extra"}) - words == set()


def test_merging_what_is_no_history_is_refused_in_two_lines(home: Path) -> None:
    path = home.parent / "notes.txt"
    path.write_text("hello")
    assert drill(home, "history", "merge", path) == (
        1,
        "",
        f"drill: {path}:1: not JSON\nnothing of this file was merged; export it again\n",
    )


@pytest.mark.slow
def test_two_syncs_make_two_histories_equal(home: Path) -> None:
    folder, homes = home.parent / "shared", (home, home.parent / "other")
    command = [sys.executable, "-m", "drill", "history", "sync", str(folder)]
    at_once = [
        subprocess.Popen(command, env=environ(each), stdout=subprocess.PIPE, text=True)
        for each in homes
    ]
    for process in at_once:
        assert "; wrote " in process.communicate()[0]
        assert process.returncode == 0
    assert [drill(each, "history", "sync", folder)[0] for each in homes] == [0, 0]
    assert len(list(folder.iterdir())) == 2
    levelled = []
    for each in homes:
        with History.open(each / "history.db") as history:
            assert history.count() == 3
            levelled.append(list(history.records()))
    assert levelled[0] == levelled[1]


@pytest.mark.parametrize(
    ("node", "named"), [("Anna's Laptop.local", "anna-s-laptop-local"), ("", "machine")]
)
def test_the_file_of_a_sync_is_named_for_its_machine(
    run: Run, home: Path, monkeypatch: pytest.MonkeyPatch, node: str, named: str
) -> None:
    monkeypatch.setenv("DRILL_HOME", str(home))
    monkeypatch.setattr("platform.node", lambda: node)
    assert run("history", "sync", str(home.parent / "shared")).code == 0
    (written,) = (home.parent / "shared").iterdir()
    assert named in written.name


def test_sync_names_a_bad_file_continues_and_exits_with_1(home: Path) -> None:
    folder = home.parent / "shared"
    folder.mkdir()
    (folder / "bad.jsonl").write_text("{")
    code, said, wrong = drill(home, "history", "sync", folder)
    assert code == 1
    assert said.startswith("0 new attempts; wrote ")
    assert wrong == f"drill: {folder / 'bad.jsonl'}:1: not JSON\n"


@pytest.mark.slow
def test_restore_lists_the_copies_and_restores_one(home: Path) -> None:
    copy = backups.folder(home / "history.db") / "history-2026-03-01.db"
    backups.copy(home / "history.db", copy)
    drill(home, "history", "merge", home.parent / "other" / "history.db")
    (home / "history.db").write_bytes(b"ruined" * 1000)
    code, _, wrong = drill(home, "list")
    assert code == 1
    assert wrong.endswith("drill history restore lists the daily copies, and restores one\n")
    assert "2026-03-01 1 attempt\n" in drill(home, "history", "restore")[1]
    code, said, _ = drill(home, "history", "restore", "2026-03-01")
    assert code == 0
    assert said.startswith("restored to the start of 2026-03-01; what was there is kept as ")
    assert drill(home, "history", "check")[1] == "the history is sound: 1 attempt\n"
    (home / "history.db").unlink()
    assert (
        drill(home, "history", "restore", "2026-03-01")[1]
        == "restored to the start of 2026-03-01\n"
    )


def test_without_copies_restore_says_why_and_how_to_begin_anew(home: Path) -> None:
    code, said, wrong = drill(home, "history", "restore")
    assert (code, said) == (1, "")
    assert wrong == (
        f"drill: {home / 'backups'}: no backups yet: drill makes one a day, before the first "
        "answer, from the second day on\n"
        "if history.db is damaged, move it elsewhere: drill then begins a new one\n"
    )


def test_rebuild_reports_the_number_of_attempts(home: Path) -> None:
    assert drill(home, "history", "rebuild") == (0, "rebuilt from 1 attempt\n", "")


EVERYTHING = """
import contextlib, io, json, sys
from drill.cli.app import run
for *arguments, keys in json.load(sys.stdin):
    sys.argv, sys.stdin, sys.stdout = ["drill", *arguments], io.StringIO(keys), sys.stderr
    print("ran", run(), *arguments, file=sys.__stdout__)
"""


@pytest.mark.slow
def test_every_command_runs_where_the_network_is_forbidden(home: Path) -> None:
    document = home.parent / "notes.md"
    document.write_text(
        "## 1. What is a heap?\n\nA tree.\n\n## 2. What is a stack?\n\nA pile.\n", encoding="utf-8"
    )
    out = home.parent / "out"
    exports = [
        *(["export", "cheatsheet", "-o", f"{out}.{form}"] for form in ("md", "html", "pdf")),
        *(["export", "session", "-o", f"{out}-s.{form}"] for form in ("md", "html", "json", "pdf")),
        *(["export", "anki", "-o", f"{out}.{form}"] for form in ("csv", "apkg")),
        ["export", "history", "-o", f"{out}.jsonl"],
    ]
    other = home.parent / "other" / "history.db"
    commands = [
        ["quiz", "--plain", "-n", "1", "\na\n"],
        ["mock", "--plain", "-n", "1", "--no-follow-ups", "\n\n1\n3 3 3\n\n"],
        *([*arguments, ""] for arguments in exports),
        ["import", str(document), "--tag", "trees", ""],
        ["check", ""],
        ["list", "--json", ""],
        ["show", "dropout", ""],
        ["stats", ""],
        ["plan", "--on", "in 3 months", ""],
        ["add", "Why?", ""],
        ["edit", "why", ""],
        ["where", ""],
        ["points", "--dry-run", ""],
        ["config", ""],
        ["schema", ""],
        ["decks", ""],
        ["help", "assistant", ""],
        ["tags", ""],
        ["sessions", ""],
        ["help", "assistant", ""],
        ["history", "merge", str(other), ""],
        ["history", "sync", str(home.parent / "shared"), ""],
        ["history", "check", ""],
        ["history", "rebuild", ""],
        ["history", "restore", ""],
        [""],
    ]
    assert {command[0] for command in commands} - {""} == set(COMMANDS)
    ran = python(home, EVERYTHING, json.dumps(commands))
    assert [line for line in ran.stdout.splitlines() if not line.startswith("ran 0")] == []
    assert ran.stdout.count("ran 0") == len(commands), ran.stderr


def test_the_guard_against_the_network_can_fail(home: Path) -> None:
    ran = python(home, "import socket; socket.create_connection(('127.0.0.1', 9))", "")
    assert "the network was used: socket." in ran.stderr

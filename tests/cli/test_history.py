"""`drill history` and `drill export history`, as the real command; and that no command networks."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from drill.history import History, backups
from tests.history.samples import attempt, session

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


def drill(home: Path, *arguments: str | Path, keys: str = "") -> tuple[int, str, str]:
    """Run drill, with the network forbidden; its exit code, stdout and stderr."""
    guard = home.parent / "guard"
    guard.mkdir(exist_ok=True)
    (guard / "sitecustomize.py").write_text(GUARD)
    root = Path(__file__).parent.parent.parent
    ran = subprocess.run(
        [sys.executable, "-m", "drill", *map(str, arguments)],
        env={**os.environ, "DRILL_HOME": str(home), "PYTHONPATH": f"{guard}{os.pathsep}{root}"},
        input=keys,
        capture_output=True,
        text=True,
        check=False,
    )
    return ran.returncode, ran.stdout, ran.stderr


def test_merge_says_what_each_file_brought_and_counts_nothing_twice(home: Path) -> None:
    other = home.parent / "other" / "history.db"
    assert drill(home, "history", "merge", other, other) == (
        0,
        f"{other}: 2 new attempts\n{other}: 0 new attempts\n",
        "",
    )
    assert drill(home, "history", "check") == (0, "the history is sound: 3 attempts\n", "")


def test_an_exported_history_merges_into_another_home(home: Path) -> None:
    exported = home.parent / "h.jsonl"
    assert drill(home, "export", "history", "-o", exported)[0] == 0
    assert drill(home, "export", "history")[1] == exported.read_text(encoding="utf-8")
    assert drill(home.parent / "fresh", "history", "merge", exported)[1].endswith(
        "h.jsonl: 1 new attempt\n"
    )


def test_merging_what_is_no_history_is_refused_in_two_lines(home: Path) -> None:
    path = home.parent / "notes.txt"
    path.write_text("hello")
    assert drill(home, "history", "merge", path) == (
        1,
        "",
        f"drill: {path}:1: not JSON\nnothing of this file was merged; export it again\n",
    )


def test_sync_levels_two_homes_over_a_folder(home: Path) -> None:
    folder, other = home.parent / "shared", home.parent / "other"
    for each in (home, other, home):
        code, said, _ = drill(each, "history", "sync", folder)
        assert code == 0
        assert "; wrote " in said
    assert drill(home, "export", "history") == drill(other, "export", "history")
    assert len(list(folder.iterdir())) == 2


def test_sync_with_a_bad_file_goes_on_names_it_and_exits_1(home: Path) -> None:
    folder = home.parent / "shared"
    folder.mkdir()
    (folder / "bad.jsonl").write_text("{")
    code, said, wrong = drill(home, "history", "sync", folder)
    assert code == 1
    assert said.startswith("0 new attempts; wrote ")
    assert wrong == f"drill: {folder / 'bad.jsonl'}:1: not JSON\n"


def test_restore_lists_the_copies_and_goes_back_to_one(home: Path) -> None:
    copy = backups.folder(home / "history.db") / "history-2026-03-01.db"
    backups.copy(home / "history.db", copy)
    drill(home, "history", "merge", home.parent / "other" / "history.db")
    (home / "history.db").write_bytes(b"ruined" * 1000)
    code, _, wrong = drill(home, "list")
    assert code == 1
    assert wrong.endswith("drill history restore lists the daily copies, and goes back to one\n")
    assert "2026-03-01 1 attempt\n" in drill(home, "history", "restore")[1]
    code, said, _ = drill(home, "history", "restore", "2026-03-01")
    assert code == 0
    assert said.startswith("restored as 2026-03-01 began; what was there is kept as ")
    assert drill(home, "history", "check")[1] == "the history is sound: 1 attempt\n"


def test_rebuild_says_what_it_was_rebuilt_from(home: Path) -> None:
    assert drill(home, "history", "rebuild") == (0, "rebuilt from 1 attempt\n", "")


def test_commands_run_where_the_network_is_forbidden(home: Path) -> None:
    assert drill(home, "quiz", "--plain", "-n", "1", keys="\na\n")[0] == 0
    for command in ([], ["list"], ["sessions"], ["show", "dropout"], ["export", "cheatsheet"]):
        code, _, wrong = drill(home, *command)
        assert (code, wrong) == (0, "")
    listed = json.loads(drill(home, "list", "--json")[1])
    assert listed["version"] == 1


def test_the_guard_against_the_network_can_fail(home: Path) -> None:
    drill(home, "list")
    ran = subprocess.run(
        [sys.executable, "-c", "import socket; socket.create_connection(('127.0.0.1', 9))"],
        env={**os.environ, "PYTHONPATH": str(home.parent / "guard")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "the network was used: socket." in ran.stderr

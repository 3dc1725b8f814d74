"""Forged and damaged files of a home: hostile JSON, flipped bytes, and pipes in their place."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from random import Random

from drill.history import History, checksums
from drill.schedule.memory import PARAMETERS
from tests.conftest import ROOT, SMALL_DECK

VALUES = (
    *("9" * 5_000, "NaN", "Infinity", "-Infinity", "1e400", "1e308", "-1", "0", "2", "8", "1.5"),
    *("9223372036854775808", "true", "null", '""', '"x"', '"NaN"', "[]", "{}", "[[]]", '{"a": 1}'),
    *('"\\ud800"', '"\\u001b[66;66m"', '"\\u0000"', '"a\\nb"', f'"{"x" * 100_000}"', "[null]"),
    *('"9999-12-31"', '"0001-01-01T00:00:00+00:00"', '"2026-11-27T10:00:00"', "[1, 2, 3]"),
    "[" * 3_000 + "]" * 3_000,
    "[" * 100_000,
)
COMMANDS = {
    "list": "",
    "plan": "",
    "config": "",
    "sessions": "",
    "history check": "",
    "history restore": "",
    "quiz --plain -n 1 --typed": "some words\n.\n1\n",
    "mock --plain --resume": "u\nwords\n.\n1 ~2 w\n3 2 4\nu\n1\n2\n3\n1 1 1\n1\n",
}
"""What is run on a home, with the lines that are typed."""
_FILES = ("config.toml", "plans.json", "parameters.json", "drafts.json", "assistant.json")
_ESCAPE = "\x1b[66;66m"
_HANGS = 60.0  # seconds; each takes less than one of the processor's, and a busy machine ten
_Path = tuple[str | int, ...]


class _Raw(str):
    """A value as it shall be written."""

    __slots__ = ()


def forged(text: str, chance: Random) -> str:
    """A document of JSON in which one member is another, is missing or is there twice."""
    whole = json.loads(text)
    path = chance.choice([each for each in _paths(whole) if each])
    at = whole
    for step in path[:-1]:
        at = at[step]
    last, raw = path[-1], _Raw(chance.choice(VALUES))
    match chance.randrange(6):
        case 0:
            del at[last]
        case 1 if isinstance(at, dict):
            at[last] = _Raw(f"{_written(at[last])}, {json.dumps(last)}: {raw}")
        case 1:
            at.insert(0, raw)
        case _:
            at[last] = raw
    return _written(whole)


def _paths(value: object, before: _Path = ()) -> Iterator[_Path]:
    yield before
    items: dict[str, object] | dict[int, object] = {}
    if isinstance(value, dict):
        items = value
    elif isinstance(value, list):
        items = dict(enumerate(value))
    for name, item in items.items():
        yield from _paths(item, (*before, name))


def _written(value: object) -> str:
    match value:
        case _Raw():
            return str(value)
        case dict():
            members = (f"{json.dumps(name)}: {_written(item)}" for name, item in value.items())
            return f"{{{', '.join(members)}}}"
        case list():
            return f"[{', '.join(map(_written, value))}]"
    return json.dumps(value)


def flipped(data: bytes, chance: Random) -> bytes:
    """Bytes of which some are others, more or missing."""
    place = chance.randrange(len(data) + 1)
    some = chance.choice([b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"[" * 100_000, b" " * 1_000_000])
    return chance.choice(
        [
            data[:place],
            data + data,
            data[:place] + some + data[place:],
            data[:place] + some[:1] * 16 + data[place + 16 :],
            b"\xef\xbb\xbf" + data,
            data.decode(errors="replace").encode("utf-16"),
        ]
    )


def home(folder: Path) -> Path:
    """A home with a file of every kind, an interrupted interview, and answers beside them."""
    made = folder / "base"
    (made / "questions").mkdir(parents=True)
    (made / "questions" / "capitals.yaml").write_text(SMALL_DECK)
    _run(made, "quiz --plain -n 2", "\n1\n\n1\n")
    _run(made, "plan --on 2031-05-05", "")
    _run(made, "mock --plain -n 3 --typed", "\nan answer\n.\n")
    (made / "config.toml").write_text(
        'retention = 0.9\nday_turns_at = "04:00"\n[assistant]\ncommand = "cat"\nseconds = 20\n'
        "[voice]\nrecord = false\nkeep_days = 30\n"
    )
    (made / "parameters.json").write_text(json.dumps({"parameters": PARAMETERS}))
    (made / "assistant.json").write_text('{"allowed": ["cat"]}')
    (made / "drafts.json").write_text('{"capitals/chad": "half", "capitals/peru": "other"}')
    (made / "recordings").mkdir()
    return made


def harm(base: Path, target: Path, chance: Random) -> str:
    """Copy a home to `target` with one thing in it forged, damaged or replaced; say what."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(base, target)
    name, how = chance.choice(_FILES), chance.choice(["member", "bytes", "kind", "kind", "state"])
    file = target / name
    if how == "state":
        with closing(sqlite3.connect(target / "history.db", isolation_level=None)) as db:
            checksums.register(db)
            [(session, state)] = db.execute("SELECT session, data FROM checkpoint")
            with suppress(UnicodeEncodeError):
                db.execute("UPDATE checkpoint SET data = ?", (forged(state, chance),))
            checksums.seal(db, "checkpoint", session)
        return "the saved state of an interview"
    if how == "kind":
        beside = [f"history.db{ending}" for ending in ("", "-wal", "-shm", "-journal")]
        every = [*target.rglob("*"), *(target / other for other in beside)]
        file = chance.choice(sorted(set(every)))
        return f"{file.relative_to(target)} is {_replaced(file, chance)}"
    if how == "member" and name != "config.toml":
        file.write_text(forged(file.read_text(), chance))
    else:
        file.write_bytes(flipped(file.read_bytes(), chance))
    return f"{name}, {how}"


def _replaced(file: Path, chance: Random) -> str:
    if file.is_dir():
        shutil.rmtree(file)
    file.unlink(missing_ok=True)
    kind = chance.choice(["a pipe", "a folder", "a circle", "a link to nothing", "2 GB of nothing"])
    match kind:
        case "a pipe":
            os.mkfifo(file)
        case "a folder":
            file.mkdir()
        case "a circle":
            file.symlink_to(file.name)
        case "a link to nothing":
            file.symlink_to("/nowhere/at/all")
        case _:
            with file.open("wb") as sparse:
                sparse.truncate(2_000_000_000)
    return kind


def wrong(base: Path, target: Path, chance: Random, most: int = len(COMMANDS)) -> list[str]:
    """What is wrong after one harm: tracebacks, hangs, lost answers, sequences for a terminal.

    At most so many commands are run.
    """
    what = harm(base, target, chance)
    found = []
    for command, typed in chance.sample(sorted(COMMANDS.items()), most):
        try:
            done = _run(target, command, typed)
        except subprocess.TimeoutExpired:
            found.append(f"{what}: {command}: hangs")
            continue
        if done.returncode not in {0, 1, 2} or "Traceback" in done.stderr:
            last = (done.stderr.strip().splitlines() or [""])[-1]
            found.append(f"{what}: {command}: {done.returncode}: {last:.200}")
        if _ESCAPE in done.stdout + done.stderr:
            found.append(f"{what}: {command}: writes a sequence of the file")
    if not what.startswith("history.db") and _answers(target) < 2:
        found.append(f"{what}: answers are lost")
    return found


def _answers(home: Path) -> int:
    with History.open(home / "history.db") as history:
        return history.count()


def _run(home: Path, command: str, typed: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "drill", *command.split()],
        input=typed,
        capture_output=True,
        text=True,
        errors="replace",
        cwd=ROOT,
        env={**os.environ, "DRILL_HOME": str(home), "PYTHONUTF8": "1"},
        check=False,
        timeout=_HANGS,
    )

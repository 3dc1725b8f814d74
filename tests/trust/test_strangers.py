"""Other untrusted or tampered input: documents, histories, settings, names."""

import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import rich

from drill.decks import read_deck
from tests.conftest import NOW, Done, Run
from tests.trust import hostile

if sys.platform == "win32":
    pytest.skip("needs a POSIX system", allow_module_level=True)

from tests.cli.test_app import SHELLS, completing
from tests.trust.driving import drill, unsafe

pytestmark = pytest.mark.slow

ASKED = "## 1. What is it?\n\n{}\n\n## 2. What else?\n\nThat.\n"
DEEP = r"\frac{" * 2_500 + "x" + "}{y}" * 2_500


def sparse(path: Path) -> None:
    """A line of 101 MB that takes no room."""
    with path.open("wb") as file:
        file.write(ASKED.encode())
        file.truncate(101_000_000)


def unreadable(path: Path) -> None:
    path.write_text(ASKED)
    path.chmod(0)


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (lambda path: path.symlink_to("/dev/zero"), "not a regular file"),
        (lambda path: path.symlink_to(path.name), "cannot be read: too many levels of symbolic"),
        (Path.mkdir, "no documents in it"),
        (unreadable, "cannot be read: permission denied"),
        (sparse, "more than 100 MB is too large"),
    ],
)
def test_files_that_are_not_documents_are_refused_at_once(
    make: Callable[[Path], object], why: str, tmp_path: Path
) -> None:
    document = tmp_path / "notes.md"
    make(document)
    ran = drill(tmp_path / "home", "import", str(document), "-o", "-")
    ran.check()
    assert ran.out == ""
    assert re.fullmatch(f"drill: .*notes.md.*? {why}.*\n.*\n", ran.err)


@pytest.mark.parametrize(
    "answer",
    [
        hostile.payload(),
        f"${DEEP}$",
        "> " * 20_000 + "x",
        "<div>" * 20_000,
        "\x1b]0;owned\x07\x9bm",
    ],
    ids=["payload", "latex", "quotes", "html", "escapes"],
)
def test_a_hostile_document_becomes_a_deck_that_is_shown_as_text(
    answer: str, tmp_path: Path
) -> None:
    document = tmp_path / "esc\x1b]0;owned\x07\n\u202e[red].md"
    document.write_text(ASKED.format(answer), "utf-8")
    ran = drill(tmp_path / "home", "import", str(document), "-o", "-")
    ran.check()
    found = read_deck(ran.out.encode(), "made.yaml")
    assert found.deck
    assert [question.id for question in found.deck.questions] == ["what-is-it", "what-else"]
    assert found.deck.source
    assert found.deck.source.document == "esc]0;owned [red].md"


LONG = "a" * 300


@pytest.mark.parametrize("name", [LONG, "bytes\udcff\udc9b", "esc\x1b]0;x\x07\n\u202e"])
@pytest.mark.parametrize(
    "command",
    [
        "list NAME",
        "quiz NAME.yaml",
        "check NAME.yaml",
        "list --questions NAME",
        "list --tag NAME",
        "show NAME",
        "import NAME.md",
        "export cheatsheet -o NAME/sheet.md",
        "export session NAME -o NAME.html",
        "history merge NAME",
        "sessions show NAME",
        "plan --name NAME",
    ],
)
def test_no_name_of_a_file_or_argument_breaks_a_command(
    name: str, command: str, run: Run, deck: Path
) -> None:
    done = run(*[word.replace("NAME", name) for word in command.split()])
    assert done.code in (1, 2)
    assert done.err.startswith("drill: ")
    assert done.err.count("\n") <= 3
    assert unsafe(done.out + done.err) == []


@pytest.mark.parametrize("form", ["md", "html", "csv"])
def test_an_export_goes_where_it_was_told_whatever_a_deck_is_called(
    form: str, run: Run, deck: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    output = folder / f"esc\x1b]0;owned\x07\n.{form}"
    what = "anki" if form == "csv" else "cheatsheet"
    done = run("export", what, "-o", str(output))
    assert list(folder.iterdir()) == [output]
    assert (done.out, done.err) == (f"{folder}/esc]0;owned .{form}: 3 questions\n", "")


def offered(shell: str, line: str, run: Run, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The words that a shell would be given to complete `line`."""
    monkeypatch.setitem(sys.modules, "rich", rich)  # completion does without, for good
    for name, value in completing(shell, line).items():
        monkeypatch.setenv(name, value)
    out = run().out.removeprefix("_arguments '*: :((").removesuffix("))'\n")
    return out.replace('"', "").split()


@pytest.mark.parametrize("shell", SHELLS)
def test_a_tag_that_a_shell_would_run_is_not_offered(
    shell: str, run: Run, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    evil = r"""['z\`touch x\`', 'z\") ; touch x ; (\"', 'z$(touch x)', "z'x", 'z x', z-ok, z+]"""
    deck.write_text(deck.read_text().replace("[geography]", evil))
    assert offered(shell, "drill list --tag z", run, monkeypatch) == ["z+", "z-ok"]


STRANGE = "\x1b]0;owned\x07\x9b66;66m\u202e[red]'; touch x; '"


def merged(run: Run, tmp_path: Path) -> Done:
    """Merge a history in which every text is hostile."""
    session = {
        **{"id": STRANGE, "kind": "quiz", "started": NOW.isoformat(), "status": "finished"},
        **{"questions": [STRANGE], "ended": "2200-01-01T23:58:59+23:59", "minutes": 2**31},
        **{"seed": -(2**63), "budgets": [1e9], "pauses": 0, "paused": 1e9, "away": 0},
    }
    attempt = {
        **{"id": f"{STRANGE}.0", "session": STRANGE, "key": STRANGE, "seconds": 1e9},
        **{"at": "2200-01-01T23:58:59+23:59", "coverage": 0.1, "rating": 1, "confidence": 100},
        **{"points": [[hostile.payload(), "missed"]], "wrong": True, "assisted": True},
        **{"over": 1e9, "typed": hostile.payload(), "delivery": [1, 1, 1], "moves": True},
    }
    lines = [{"drill": "history", "version": 1}, {"session": session}, {"attempt": attempt}]
    path = tmp_path / "stranger.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)))
    return run("history", "merge", str(path))


@pytest.mark.parametrize(
    "command",
    [
        *("", "stats", "stats --json", "sessions", "sessions --json", "sessions show"),
        *("export session", "export history", "export cheatsheet", "history check"),
        *("plan --on 2026-12-05", "list --json", "quiz"),
    ],
)
def test_a_strangers_history_is_shown_as_text(
    command: str, run: Run, deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n"))
    assert merged(run, tmp_path).out.endswith("stranger.jsonl: 1 new attempt\n")
    done = run(*command.split())
    assert (done.code, done.err) == (0, "")
    assert unsafe(done.out) == []
    if command == "sessions show":
        assert "]0;owned66;66m[red]" in done.out


@pytest.mark.parametrize("shell", SHELLS)
def test_a_strangers_session_is_not_offered_to_a_shell(
    shell: str, run: Run, deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    merged(run, tmp_path)
    assert offered(shell, "drill export session ", run, monkeypatch) == ["last"]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("config.toml", "retention = " + "[" * 5_000),
        ("config.toml", "retention = nan"),
        ("config.toml", "retention = true"),
        ("config.toml", "\x1b[66;66m"),
        ("plans.json", "[" * 200_000),
        ("plans.json", "9" * 5_000),
        ("plans.json", '{"version": 1, "minutes": 1e999, "plans": []}'),
        ("plans.json", '{"version": 1, "minutes": NaN, "plans": []}'),
        ("plans.json", '{"version": 1, "minutes": 1, "plans": [{"on": "\\u001b[66;66m"}]}'),
        ("parameters.json", '{"parameters": [' + "1e999," * 20 + "1]}"),
        ("parameters.json", "[" * 200_000),
    ],
)
def test_settings_that_were_tampered_with_are_refused_by_name(
    file: str, content: str, run: Run, deck: Path, home: Path
) -> None:
    home.mkdir()
    (home / file).write_text(content)
    done = run("plan" if file == "plans.json" else "quiz")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"drill: {home / file}:")
    assert unsafe(done.err) == []


def test_an_interview_with_a_hostile_name_is_shown_as_text(
    run: Run, deck: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.mkdir()
    plan = {"name": STRANGE, "on": "2026-12-31", "decks": [], "tags": [], "difficulties": []}
    far = {**plan, "on": "9999-12-31", "name": "far"}
    plans = [{**each, "search": ""} for each in (plan, far)]
    content = {"version": 1, "minutes": 10**9, "plans": plans}
    (home / "plans.json").write_text(json.dumps(content))
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n"))
    for command in ("", "plan", "plan --json", "quiz", "export cheatsheet"):
        done = run(*command.split())
        assert (done.code, done.err) == (0, "")
        assert unsafe(done.out) == []

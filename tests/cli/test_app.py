import os
import subprocess
import sys
from pathlib import Path

import pytest

from drill import __version__
from drill.cli.app import COMMANDS
from drill.errors import DrillError
from tests.conftest import Run

pytestmark = pytest.mark.slow  # many start a process

OWN = {"app", "examples", "group"}
SHELLS = ["bash", "zsh", "fish"]


def completing(shell: str, line: str) -> dict[str, str]:
    """The environment in which a shell asks for completions of `line`."""
    return {
        "_DRILL_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }


def imported(*arguments: str, **environ: str) -> set[str]:
    """The modules that a run of drill imports."""
    code = (
        f"import sys; sys.argv = {['drill', *arguments]!r}\n"
        "from drill.__main__ import main\n"
        "try: main()\n"
        "finally: print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, **environ},
        check=False,
        timeout=30,
    )
    return set(done.stderr.split())


def test_version_is_printed(command: Run) -> None:
    done = command("--version")
    assert (done.code, done.out, done.err) == (0, f"drill {__version__}\n", "")


def test_version_is_printed_before_typer_is_imported(home: object) -> None:
    assert imported("--version").isdisjoint({"typer", "rich", "re", "pathlib"})


def test_help_lists_every_command_in_one_line_without_importing_it(home: object) -> None:
    modules = imported("--help")
    assert modules.isdisjoint(
        {"rich", "yaml", "sqlite3", "fsrs", "pydantic", "prompt_toolkit", "importlib.metadata"}
    )
    assert not [name for name in modules if name.startswith("drill.cli.") and name[10:] not in OWN]


def test_help_describes_every_command(run: Run) -> None:
    done = run("--help")
    assert done.code == 0
    for name, (_, _, help_text) in COMMANDS.items():
        lines = [line for line in done.out.splitlines() if line.split()[:1] == [name]]
        assert [line.strip() for line in lines] == [f"{name:<{width_of(done.out)}}{help_text}"]


def width_of(out: str) -> int:
    return max(map(len, COMMANDS)) + 2


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_its_own_help(run: Run, name: str) -> None:
    done = run(name, "--help")
    assert done.code == 0
    assert done.out.startswith(f"Usage: drill {name} ")


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (["lsit"], "no such command 'lsit'. Did you mean 'list'?", "see drill --help"),
        (["--nope"], "no such option: --nope", "see drill --help"),
        (
            ["list", "--tga", "x"],
            "no such option: --tga (Possible options: --all, --tag)",
            "see drill list --help",
        ),
        (
            ["list", "-n", "0"],
            "invalid value for '--count' / '-n': 0 is not in the range 1<=x<=100000",
            "see drill list --help",
        ),
        (["show"], "missing argument 'ID'", "see drill show --help"),
    ],
)
def test_wrong_usage_is_reported_in_two_lines(
    run: Run, arguments: list[str], message: str, hint: str
) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"drill: {message}\n{hint}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["quiz", "--seed", "1" + "0" * 30],
        ["quiz", "--seed", "-1" + "0" * 30],
        ["mock", "--seed", str(2**63)],
        ["quiz", "-n", "9" * 23],
        ["mock", "-n", "9" * 23],
        ["list", "-n", "9" * 23],
        ["sessions", "-n", "9" * 23],
        ["quiz", "--minutes", "3000000000"],
        ["mock", "--minutes", "3000000000"],
    ],
)
def test_a_number_beyond_64_bits_is_refused(run: Run, deck: object, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert f"{arguments[2]} is not in the range " in done.err


@pytest.mark.slow
def test_the_largest_accepted_numbers_can_be_exported_and_merged(
    command: Run, deck: object, tmp_path: Path
) -> None:
    most = ["--seed", str(2**63 - 1), "--minutes", "1440", "-n", "100000", "--plain"]
    assert command("quiz", *most, stdin="\n\n").code == 0
    assert command("mock", *most, stdin="\n\n\n\n").code == 0
    exported = command("export", "history").out
    assert exported.count('"minutes":1440,"seed":9223372036854775807') == 2
    (tmp_path / "all.jsonl").write_text(exported, encoding="utf-8")
    home = str(tmp_path / "other")
    done = command("history", "merge", str(tmp_path / "all.jsonl"), DRILL_HOME=home)
    assert (done.code, done.err) == (0, "")
    assert command("export", "history", DRILL_HOME=home).out == exported


def test_a_refusal_shows_no_control_sequences(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> None:
        raise DrillError("a \x1b[31mred\u202e file", "fix \x07it", 1)

    monkeypatch.setattr("drill.cli.home.show", refuse)
    done = run()
    assert (done.code, done.err) == (1, "drill: a [31mred file\nfix it\n")


def test_a_clock_that_python_cannot_count_is_refused_before_anything_is_imported(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def overflow() -> float:
        raise OverflowError("timestamp too large to convert to C _PyTime_t")

    monkeypatch.setattr("drill.clock.time.time", overflow)
    done = run("import", "notes.md")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "drill: the clock of this computer says 2262 or later: nothing can be recorded\n"
        "set the clock, then run drill again\n"
    )


def test_an_interrupted_command_leaves_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("drill.cli.home.show", interrupt)
    done = run()
    assert (done.code, done.err) == (130, "")


def test_a_bug_keeps_its_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("drill.cli.home.show", fail)
    with pytest.raises(ZeroDivisionError):
        run()


@pytest.mark.skipif(os.name == "nt", reason="pipes of Unix")
def test_a_closed_pipe_is_not_an_error(deck: object) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "drill", "list"],
        stdout=write,
        stderr=subprocess.PIPE,
        check=False,
        timeout=30,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(os.name == "nt", reason="redirections of a POSIX shell")
@pytest.mark.parametrize("line", ["list >&-", "list --json >&-", "list 2>&-", "quiz <&-"])
def test_a_closed_standard_stream_is_not_an_error(deck: object, line: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m drill {line}"],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_refused(deck: object) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "drill", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=30,
        )
    message = "drill: the output cannot be written: no space is left\nmake room\n"
    assert (done.returncode, done.stderr) == (1, message)


def test_unencodable_characters_become_question_marks(command: Run, deck: Path) -> None:
    deck.write_text(deck.read_text().replace("Chad?", "Türkiye?"), encoding="utf-8")
    done = command("list", "--search", "capital", "-n", "3", PYTHONIOENCODING="ascii")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[2] == "capitals/chad\t\t\tWhat is the capital of T?rkiye?\t"


@pytest.mark.parametrize("shell", SHELLS)
def test_commands_are_completed_in_every_shell(command: Run, shell: str) -> None:
    done = command(**completing(shell, "drill li"))
    assert (done.code, done.err) == (0, "")
    assert "list" in done.out
    assert "show" not in done.out


@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("drill list c", ["capitals"]),
        ("drill list --tag ", ["america", "geography"]),
        ("drill show p", ["peru"]),
        ("drill list --questi", ["--questions"]),
        ("drill list nothing", []),
    ],
)
def test_values_are_completed(
    run: Run, deck: object, monkeypatch: pytest.MonkeyPatch, line: str, completed: list[str]
) -> None:
    for name, value in completing("bash", line).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setitem(sys.modules, "rich", sys.modules.get("rich"))  # put back afterwards
    done = run()
    assert (done.code, done.err, done.out.split()) == (0, "", completed)


@pytest.mark.parametrize("held", [None, b"no database"])
def test_completion_creates_no_history_and_ignores_a_damaged_one(
    command: Run, home: Path, held: bytes | None
) -> None:
    if held:
        home.mkdir()
        (home / "history.db").write_bytes(held)
    done = command(**completing("bash", "drill sessions show "))
    assert (done.out.strip(), done.err) == ("", "")
    assert (home / "history.db").exists() == bool(held)


@pytest.mark.slow
def test_no_command_needs_rich_to_be_completed() -> None:
    modules = [module for module, _, _ in COMMANDS.values()]
    code = f"import sys; sys.modules['rich'] = None; import {', '.join(modules)}"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_completion_leaves_rich_alone(home: object) -> None:
    modules = imported(**completing("zsh", "drill li"))
    assert "typer.completion" in modules
    assert modules.isdisjoint({"typer.rich_utils", "rich.console", "drill.history"})


@pytest.mark.parametrize("name", ["drill", "interview-drill"])
def test_completion_is_installed_for_the_name_that_was_called(name: str, home: Path) -> None:
    variable = f"_{name.replace('-', '_').upper()}_COMPLETE"
    code = (
        f"import sys; sys.argv = ['/usr/local/bin/{name}']\nfrom drill.__main__ import main\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env={**os.environ, variable: "source_bash"},
        check=True,
        timeout=30,
    )
    assert f"{variable}=complete_bash" in done.stdout
    function = name.replace("-", "_")
    assert f"complete -o default -F _{function}_completion {name}" in done.stdout


def test_no_line_in_a_pipe_ends_with_blanks(run: Run, deck: Path) -> None:
    run("plan", "--on", "in 9 days", "--minutes", "9")
    imports = ("import", "--dry-run", "tests/seed/day-5-data-science-interview-preparation.md")
    for words in ((), ("plan",), imports, ("list",), ("stats",), ("decks",)):
        shown = run(*words).out
        assert shown.strip()
        assert [line for line in shown.split("\n") if line.endswith(" ")] == []

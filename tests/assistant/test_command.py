"""The user's command becomes a program and its arguments, with a shell only if it needs one."""

import sys

import pytest

from drill.assistant.command import program_of, windows_line
from drill.errors import DrillError

PYTHON = sys.executable
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shell of Linux and macOS")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("-m llm", ["-m", "llm"]),
        ("-s 'be brief; use $5 | less'", ["-s", "be brief; use $5 | less"]),
        ('-s "a | b; c"', ["-s", "a | b; c"]),
        (r"-s a\|b", ["-s", "a|b"]),
        ("-o temperature=0", ["-o", "temperature=0"]),
    ],
)
def test_plain_arguments_need_no_shell(arguments: str, expected: list[str]) -> None:
    assert program_of(f"{PYTHON} {arguments}") == [PYTHON, *expected]


@pytest.mark.parametrize(
    "command",
    [
        "llm | tail -n 1",
        "llm 2>/dev/null",
        'llm -m "$MODEL"',
        r'llm -s "costs \$5"',
        "KEY=secret llm",
        "~/bin/ask",
        "cd /tmp && ask",
        "ask `cat model`",
    ],
)
def test_shell_syntax_runs_through_a_shell(command: str) -> None:
    assert program_of(command) == ["/bin/sh", "-c", command]


def test_a_missing_program_is_refused_by_name() -> None:
    with pytest.raises(DrillError, match="program was not found: no-such-program"):
        program_of("no-such-program -m x")


@pytest.mark.parametrize("command", ["", "  "])
def test_an_empty_command_is_refused(command: str) -> None:
    with pytest.raises(DrillError, match="the assistant's command is empty"):
        program_of(command)


def test_an_unclosed_quotation_is_refused() -> None:
    with pytest.raises(DrillError, match="cannot be read: No closing quotation"):
        program_of("llm -s 'be brief")


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (r"C:\Tools\llm.exe -m gpt", [r"C:\Tools\llm.exe", "-m", "gpt"]),
        (
            r'"C:\Program Files\llm.exe" -s "be brief"',
            [r"C:\Program Files\llm.exe", "-s", "be brief"],
        ),
        (r"it's fine", ["it's", "fine"]),
        ("llm | more", 'cmd.exe /d /s /c "llm | more"'),
        ('llm -s "a|b"', ["llm", "-s", "a|b"]),
    ],
)
def test_windows_keeps_its_backslashes(
    command: str, expected: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COMSPEC", raising=False)
    assert windows_line(command) == expected

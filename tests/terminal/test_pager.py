"""Only output longer than the screen goes through $PAGER."""

import os
import sys
from pathlib import Path

import pytest
from rich.console import Console

from drill.terminal.pager import paged
from tests.children import shell_script


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)


def show(lines: int) -> None:
    console = Console(force_terminal=True, width=80, height=10, color_system=None)
    with paged(console):
        for number in range(lines):
            console.print(f"line {number}")


@pytest.mark.usefixtures("terminal")
@pytest.mark.skipif(os.name == "nt", reason="a shell script")
@pytest.mark.parametrize(("lines", "through_pager"), [(9, False), (10, True)])
def test_only_what_is_longer_than_the_screen_is_paged(
    lines: int,
    through_pager: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    pager = shell_script(tmp_path / "pager", "echo paged with $1\ncat")
    monkeypatch.setenv("PAGER", f"{pager} -x")
    show(lines)
    text = "".join(f"line {number}\n" for number in range(lines))
    assert capfd.readouterr().out == ("paged with -x\n" if through_pager else "") + text


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("pager", ["", "no-such-pager-is-there", "'less", "{no_program}"])
def test_without_a_pager_it_is_printed(
    pager: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    no_program = tmp_path / "no-program"
    no_program.write_bytes(b"\0")
    no_program.chmod(0o755)
    monkeypatch.setenv("PAGER", pager.format(no_program=no_program))
    show(20)
    assert capsys.readouterr().out.startswith("line 0\nline 1\n")

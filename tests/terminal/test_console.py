"""Output printed through the console."""

import pytest
from rich.console import Console
from rich.padding import Padding

from drill.terminal.console import say


@pytest.mark.parametrize(
    ("terminal", "lines"),
    [
        (True, ["Say what dropout is,", "then press Enter."]),
        (False, ["Say what dropout is, then press Enter."]),
    ],
)
def test_a_terminal_wraps_by_words_and_a_pipe_takes_lines_whole(
    capsys: pytest.CaptureFixture[str], terminal: bool, lines: list[str]
) -> None:
    console = Console(force_terminal=terminal, width=22, color_system=None)
    say(console, "Say what dropout is, then press Enter.")
    assert capsys.readouterr().out.splitlines() == lines


def test_no_line_ends_in_blanks(capsys: pytest.CaptureFixture[str]) -> None:
    say(Console(width=40), Padding("A sentence.", (0, 0, 0, 2)))
    assert capsys.readouterr().out == "  A sentence.\n"

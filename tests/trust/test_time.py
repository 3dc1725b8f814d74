"""Nothing that a stranger writes takes more than linear time: expressions, and highlighting."""

import sys
from random import Random

import pytest

if sys.platform == "win32":
    pytest.skip("needs interval timers", allow_module_level=True)

from drill.terminal import highlighting
from tests.trust import lexers, patterns

pytestmark = pytest.mark.slow


def test_every_regular_expression_takes_linear_time() -> None:
    found = {
        str(named): said
        for named in patterns.everyone()
        if (said := patterns.wrong(named, Random(str(named)), 8))
    }
    assert found == {}


@pytest.mark.parametrize("name", sorted(highlighting.LEXERS))
def test_a_lexer_that_highlights_takes_no_long_time_for_a_piece(name: str) -> None:
    assert lexers.wrong(name, Random(name), 6) == []


def test_only_measured_lexers_highlight_and_no_more_code_than_is_read() -> None:
    assert highlighting.lexer("py", "x = 1") == "python"
    assert highlighting.lexer("Python", "x = 1") == "python"
    assert [
        highlighting.lexer(name, "x") for name in ("chapel", "cddl", "factor", "fancy", "")
    ] == [highlighting.PLAIN] * 5
    assert highlighting.lexer("python", "x\n" * 5_001) == highlighting.PLAIN
    assert highlighting.lexer("python", "x" * 1_500) == highlighting.PLAIN


def test_code_is_cut_into_pieces_between_its_lines() -> None:
    lines = [f"line {number}" for number in range(500)]
    cut = list(highlighting.pieces("\n".join(lines)))
    assert max(map(len, cut)) <= 1_500
    assert "\n".join(cut).split("\n") == lines

"""Word wrap while typing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from drill.terminal.screen.wrapping import blanks_in


def rows(text: str, width: int) -> list[str]:
    """The text as a terminal of `width` columns shows it, which breaks where a row is full."""
    found, row = [], ""
    for char, blanks in zip(text, blanks_in(text, width), strict=True):
        for each in " " * blanks + char:
            if cell_len(row + each) > width:
                found.append(row)
                row = ""
            row += each
    return [*found, row]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one two three", ["one two   ", "three"]),
        ("one two ab cd", ["one two   ", "ab cd"]),
        ("a word toolongforone", ["a word too", "longforone"]),
        ("同時実行される", ["同時実行さ", "れる"]),
        ("x同時実行される", ["x同時実行 ", "される"]),
        ("", [""]),
    ],
)
def test_words_begin_a_line_and_what_has_no_spaces_fills_it(text: str, shown: list[str]) -> None:
    assert rows(text, 10) == shown


@given(st.text("ab 同", max_size=60), st.integers(2, 30))
def test_no_row_is_wider_than_the_screen_and_nothing_is_lost(text: str, width: int) -> None:
    shown = rows(text, width)
    assert all(cell_len(row) <= width for row in shown)
    assert "".join(shown).replace(" ", "") == text.replace(" ", "")

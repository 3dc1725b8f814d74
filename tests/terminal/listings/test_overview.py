"""The table of decks at several widths."""

import pytest

from drill.reporting.overview import Overview
from drill.terminal.listings.overview import Table
from tests.emulator import Emulator
from tests.terminal.faces import console

ROWS = (
    Overview("react", "React Interview Questions", 416, 9, 0.33, self_rated=0.75),
    Overview("git", "Git", 40, 0, None, example=True),
)


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (40, ["react    416   33 %", "git       40    new"]),
        (
            72,
            [
                "react    416   33 %  self-rated 75 %  React Interview Questions",
                "git       40    new                   Git                        example",
            ],
        ),
    ],
)
def test_what_has_no_room_is_left_out_whole(columns: int, rows: list[str]) -> None:
    emulator = Emulator(columns, 6)
    console(emulator, columns, 6).print(Table(ROWS))
    assert [line.rstrip() for line in emulator.lines[:2]] == rows

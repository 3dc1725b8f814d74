from dataclasses import replace

import pytest
from rich.rule import Rule
from rich.text import Text

from drill.terminal.keys import keys
from drill.terminal.screen.page import Page
from drill.terminal.screen.screen import Screen
from drill.terminal.screen.writing import WritingArea, Written, write
from tests.emulator import Emulator
from tests.terminal.faces import console, screen, shown, types

LINES = [Text(f"line {number}") for number in range(1, 9)]
PAGE = Page("page", Text("header"), LINES, [Text("dock")])


def test_a_page_that_fits_is_header_body_and_dock_below_each_other() -> None:
    lines = [f"  line {number}" for number in range(1, 9)]
    assert shown(PAGE, rows=12) == ["  header", "", *lines, "  dock", ""]


def test_where_there_is_more_an_arrow_says_so() -> None:
    said = "  " + "─" * 5 + " lines 1-2 of 8, space for more"
    expected = ["  header", "", "  line 1", "  line 2".ljust(39) + "↓", said, "  dock"]
    assert shown(PAGE, columns=40, rows=6) == expected


def test_lines_are_no_wider_than_can_be_read() -> None:
    wide = Page("page", Text("h"), [Text("x" * 200)], [])
    assert [len(line) for line in shown(wide, columns=150)[2:5]] == [98, 98, 10]


@pytest.mark.parametrize("rows", range(1, 9))
@pytest.mark.parametrize("columns", [1, 2, 3, 5, 8])
def test_no_screen_is_too_small(columns: int, rows: int) -> None:
    assert len(shown(PAGE, columns, rows)) == rows


def test_where_the_dock_would_take_most_of_a_small_screen_it_is_made_compact() -> None:
    compact = Page("page", Text("header"), LINES, [Text("small")])
    page = Page("page", Text("header"), LINES, [*LINES[:5]], compact)
    assert shown(page, columns=40, rows=8)[-1] == "  small"
    assert shown(page, columns=40, rows=16)[-2:] == ["  line 5", ""]


def test_a_dock_that_cannot_be_made_smaller_scrolls_but_for_its_last_line() -> None:
    page = Page("page", Text("header"), LINES[:2], LINES[2:])
    assert shown(page, columns=40, rows=7)[2:] == [
        "  line 1",
        "  line 2",
        "  line 3".ljust(39) + "↓",
        "  " + "─" * 5 + " lines 1-3 of 7, space for more",
        "  line 8",
    ]


def test_only_lines_that_changed_are_drawn_again() -> None:
    emulator = Emulator(40, 12)
    drawn = screen(emulator, 40, 12)
    drawn.show(PAGE)
    emulator.raw = ""
    drawn.show(PAGE)
    assert emulator.raw == ""
    drawn.show(Page("page", Text("header"), [Text("other"), *LINES[1:]], [Text("dock")]))
    assert "other" in emulator.raw
    assert "line" not in emulator.raw
    assert emulator.lines[2:4] == ["  other", "  line 2"]


def scrolled(monkeypatch: pytest.MonkeyPatch, *typed: str) -> list[str]:
    """The body lines of a screen with room for three, after some keys."""
    types(monkeypatch, *typed, "x")
    emulator = Emulator(40, 7)
    with Screen(console(emulator, 40, 7)).open() as opened:
        for _ in typed:
            opened.show(PAGE)
            assert opened.key(None) is None
        opened.show(PAGE)
        assert opened.key(None) == "x"
        return [line[2:8] for line in emulator.lines[2:5]]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        (["\x1b[B"], 2),
        (["\x1b[B", "\x1b[B", "\x1b[A"], 2),
        (["\x1b[A"], 1),
        (["\x1b[6~"], 3),
        (["\x1b[6~", "\x1b[5~"], 1),
        ([" "], 3),
        ([" ", " ", " "], 6),
        (["\x1b[F"], 6),
        (["\x1b[F", "\x1b[B", "\x1b[B"], 6),
        (["\x1b[F", "\x1b[B", "\x1b[A"], 5),
        (["\x1b[F", "\x1b[H"], 1),
    ],
)
def test_keys_scroll_what_does_not_fit(
    monkeypatch: pytest.MonkeyPatch, typed: list[str], first: int
) -> None:
    assert scrolled(monkeypatch, *typed) == [f"line {first + row}" for row in range(3)]


def test_the_same_page_keeps_its_place_and_another_begins_at_its_top(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    types(monkeypatch, "\x1b[F")
    emulator = Emulator(40, 7)
    with Screen(console(emulator, 40, 7)).open() as opened:
        opened.show(PAGE)
        opened.key(None)
        opened.show(Page("page", Text("new"), LINES, [Text("dock")]))
        assert emulator.lines[2][2:8] == "line 6"
        opened.show(Page("other", Text("new"), LINES, [Text("dock")]))
        assert emulator.lines[2][2:8] == "line 1"


def test_screen_and_cursor_are_given_back_whatever_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    types(monkeypatch)
    emulator = Emulator()
    opened = Screen(console(emulator))

    def fail() -> None:
        with opened.open():
            assert emulator.cursor_hidden
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert not emulator.cursor_hidden
    assert emulator.raw.count("\x1b[?1049h") == emulator.raw.count("\x1b[?1049l") == 1
    with pytest.raises(RuntimeError, match="the screen is not open"):
        opened.key(None)


def test_everything_is_drawn_anew_after_something_else_had_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    types(monkeypatch)
    emulator = Emulator()
    with Screen(console(emulator)).open() as opened:
        opened.show(PAGE)
        with opened.aside():
            assert emulator.text == ""
            emulator.write("an editor")
        opened.show(PAGE)
        assert emulator.lines[0] == "  header"
        with opened.lent(PAGE):
            assert emulator.lines[:3] == ["  header", "", "  line 1"]
            assert not emulator.cursor_hidden
            emulator.write("written")
        assert emulator.cursor_hidden
        opened.show(PAGE)
        assert "written" not in emulator.text


@pytest.mark.parametrize("end", [keys.HANG_UP, keys.TERMINATE])
def test_an_end_that_comes_before_the_writing_begins_ends_it(
    monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    source = types(monkeypatch)
    with Screen(console(Emulator())).open() as opened:
        source.came = [keys.RESIZE, end]
        written = write(WritingArea(opened, PAGE, lambda: [], ()), "half an", lambda _: None)
    assert written == Written("half an", end)


def test_suspending_gives_the_screen_back_and_takes_it_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    types(monkeypatch)
    emulator = Emulator()
    hidden = []
    monkeypatch.setattr(keys, "stop_process", lambda: hidden.append(emulator.cursor_hidden))
    with Screen(console(emulator)).open() as opened:
        opened.suspend()
        assert (hidden, emulator.cursor_hidden) == ([False], True)


BESIDE = replace(PAGE, beside=[Rule(), Text("points")], title="Line?")


def test_what_is_beside_stands_above_the_dock_and_from_160_columns_on_at_the_right() -> None:
    narrow = shown(BESIDE, 120, 14)
    assert [narrow[10][:6], *narrow[11:13]] == ["  ────", "  points", "  dock"]
    wide = shown(BESIDE, 160, 14)
    assert wide[3] == "  line 2".ljust(102) + "points"
    assert wide[10:12] == ["  " + "─" * 156, "  dock"]


def test_the_title_stays_in_sight_above_a_page_that_was_scrolled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    types(monkeypatch, "\x1b[B")
    emulator = Emulator(40, 9)
    with Screen(console(emulator, 40, 9)).open() as opened:
        opened.show(BESIDE)
        assert emulator.lines[1] == ""
        opened.key(None)
        opened.show(BESIDE)
        assert emulator.lines[1:3] == ["  Line?", "  line 2".ljust(39) + "↑"]

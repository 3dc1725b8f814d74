"""The review of drafts on the full screen: its pages, and what keys change in decks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from rich.console import ConsoleDimensions

from drill.errors import DrillError
from drill.model import KeyPoint, Question
from drill.points.review import Review, start
from drill.terminal.keys import keys
from drill.terminal.review.page import AnswerPane
from drill.terminal.review.review import ReviewScreen
from drill.terminal.screen.line_editor import Line
from drill.terminal.screen.screen import Screen
from tests.builders import entry
from tests.emulator import Emulator
from tests.terminal.faces import console, types

UP, DOWN, LEFT, RIGHT, DELETE = ("\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C", "\x1b[3~")
PAGES = Path(__file__).parent / "pages"
ANSWER = """\
TCP numbers every byte of a stream. The receiver acknowledges what has arrived in order.

- **Handshake**: three packets open a connection before data flows.
- **Window**: the receiver limits what may be on its way.
"""
BYTES = "TCP numbers every byte of a stream"
WINDOW = "Window: the receiver limits what may be on its way"
TCP = Question(
    "tcp", "What is TCP?", ANSWER, (KeyPoint(BYTES), KeyPoint(WINDOW, bonus=True)), drafted=True
)
LONG = Question(
    "long",
    "What is long?",
    "\n\n".join(f"Paragraph {number} says something of its own." for number in range(30))
    + "\n\nOnly the last one names an albatross.",
    (KeyPoint("Only the last one names an albatross"),),
    drafted=True,
)
ENTRIES = tuple(entry(each, deck="net") for each in (TCP, LONG))


@dataclass
class Walked:
    """A walk through: how it ended, what was seen whenever a key was read, what was written."""

    state: Review
    code: int
    pages: list[str]
    written: list[tuple[int, tuple[KeyPoint, ...], bool]] = field(default_factory=list)


Walk = Callable[..., Walked]


@pytest.fixture
def walk(monkeypatch: pytest.MonkeyPatch) -> Walk:
    def run(*typed: str | None, columns: int = 80, rows: int = 24, fails: bool = False) -> Walked:
        emulator = Emulator(columns, rows)
        source = types(monkeypatch, *typed)
        read, pages = source.read, []

        def seen(seconds: float | None) -> str:
            pages.append(emulator.text)
            return read(seconds)

        monkeypatch.setattr(source, "read", seen)
        written: list[tuple[int, tuple[KeyPoint, ...], bool]] = []

        def write(number: int, _before: Question, after: Question) -> None:
            if fails:
                raise DrillError("net.yaml: no space left", "make room")
            written.append((number, after.key_points, after.drafted))

        with Screen(console(emulator, columns, rows)).open() as screen:
            review = ReviewScreen(screen, ENTRIES, write)
            state, code = review.run(start(tuple(each.question for each in ENTRIES)))
        return Walked(state, code, pages, written)

    return run


def lines(page: str) -> list[str]:
    return [line.rstrip() for line in page.split("\n")]


def expected(columns: int) -> list[str]:
    """The page as it shall be."""
    return (PAGES / f"review-{columns}.txt").read_text("utf-8").splitlines()


def test_on_120_columns_the_points_stand_beside_the_answer(walk: Walk) -> None:
    assert lines(walk(DOWN, "q", columns=120, rows=14).pages[1]) == expected(120)


def test_on_80_columns_they_stand_below_it(walk: Walk) -> None:
    assert lines(walk(DOWN, DOWN, "q").pages[2]) == expected(80)


def test_a_window_made_narrow_meanwhile_puts_them_below_it(
    monkeypatch: pytest.MonkeyPatch, walk: Walk
) -> None:
    emulator = Emulator(120, 24)
    placed = console(emulator, 120, 24)
    typing = types(monkeypatch, "q")

    def signals() -> list[str]:
        if not emulator.text or placed.width == 80:
            return []
        emulator.resize(80, 24)
        placed.size = ConsoleDimensions(80, 24)
        return [keys.RESIZE]

    monkeypatch.setattr(typing, "signals", signals)
    with Screen(placed).open() as screen:
        ReviewScreen(screen, ENTRIES, lambda *_: None).run(start((TCP, LONG)))
        narrow = emulator.text

    assert narrow == walk("q").pages[0]


def test_on_40_columns_too_points_and_answer_are_in_sight(walk: Walk) -> None:
    assert lines(walk("q", columns=40, rows=24).pages[0]) == expected(40)


@pytest.mark.parametrize("columns", [1, 4, 9, 39, 100, 300])
def test_a_window_of_any_size_can_be_worked_in(walk: Walk, columns: int) -> None:
    for rows in (1, 3, 5, 6, 9):
        walked = walk(DOWN, "e", "x", "\r", "n", "y", "\r", "u", "q", columns=columns, rows=rows)
        assert walked.code == 0


def test_selected_text_is_scrolled_into_sight_below_the_title_and_marked(walk: Walk) -> None:
    page = walk("s", "q").pages[1]
    assert "▌ Only the last one names an albatross." in page
    assert "↑ What is long?" in page  # the title stays in sight
    scrolled = walk("s", *(["\x1b[5~"] * 9), "q").pages[-1]
    assert "↑" not in scrolled
    assert "What is long?" in scrolled


@pytest.mark.parametrize(
    ("point", "marked"),
    [
        ("Only the last one names an albatross", ["▌ Only the last one names an albatross."]),
        ("The last names some albatross", ["▌ Only the last one names an albatross."]),
        ("At last it names one bird of the sea", []),
    ],
)
def test_the_lines_that_say_a_point_are_marked_and_none_for_words_of_ones_own(
    point: str, marked: list[str]
) -> None:
    placed = console(Emulator(80, 24))
    shown = AnswerPane().window(placed, ENTRIES[1], point, 76, 8)
    texts = ["".join(segment.text for segment in line).rstrip() for line in shown]
    assert [text for text in texts if text.startswith("▌")] == marked


def test_space_takes_a_sentence_and_each_step_is_written(walk: Walk) -> None:
    walked = walk(DOWN, DOWN, " ", "1", "b", ">", "x", "u", "k", "q")
    arrived = KeyPoint("The receiver acknowledges what has arrived in order")
    first, bonus = KeyPoint(BYTES), KeyPoint(BYTES, bonus=True)
    window = KeyPoint(WINDOW, bonus=True)
    assert walked.written == [
        (0, (first, arrived, window), False),
        (0, (bonus, arrived, window), False),
        (0, (arrived, bonus, window), False),
        (0, (arrived, window), False),
        (0, (arrived, bonus, window), False),
    ]
    assert (walked.code, walked.state.index, walked.state.done) == (0, 1, 1)


def test_only_a_point_is_dropped_and_no_line_of_the_answer_taken(walk: Walk) -> None:
    assert walk(DOWN, DOWN, "x", "q").written == []


def test_a_text_is_edited_in_place(walk: Walk) -> None:
    walked = walk("e", *"\x7f\x7f", "!", "\r", "e", "x", "\x1b", None, "q")
    assert walked.written == [(0, (KeyPoint(f"{BYTES[:-2]}!"), TCP.key_points[1]), False)]
    assert "enter take it · escape leave it as it was" in walked.pages[1]


def test_text_is_pasted_into_a_point_and_is_no_key_outside_it(walk: Walk) -> None:
    paste = "\x1b[200~two\rxq\x1b[201~"
    walked = walk(paste, "a", paste, "!", "\r", "q")
    assert walked.written == [(0, (*TCP.key_points, KeyPoint("two xq!")), False)]


def test_a_point_of_ones_own_is_added(walk: Walk) -> None:
    walked = walk("a", *"Mine", "\r", "q")
    assert "new point  Min" in walked.pages[4]
    assert walked.written == [(0, (*TCP.key_points, KeyPoint("Mine")), False)]


def test_a_tenth_point_is_refused_while_it_is_typed_and_none_of_its_letters_is_a_key(
    walk: Walk,
) -> None:
    nine = [key for number in range(7) for key in ("a", str(number), "\r")]
    walked = walk(*nine, "a", "x", "\r", "k", "\x1b", None, "q", rows=40)
    assert "a question has 9 key points at most: drop one first" in walked.pages[-4]
    assert "new point  xk" in walked.pages[-2]
    assert [len(points) for _, points, _ in walked.written] == [3, 4, 5, 6, 7, 8, 9]


def test_rows_out_of_sight_are_hinted_at(walk: Walk) -> None:
    page = walk(DOWN, DOWN, DOWN, "q", columns=40, rows=24).pages[-1]
    assert lines(page.split("─\n")[1])[0] == "  ↑ 2 ● Window: the receiver limits"


def test_what_only_a_point_can_do_is_said_at_a_sentence(walk: Walk) -> None:
    walked = walk("3", "b", "u", "q")
    assert "take it first: space makes it a point" in walked.pages[2]
    assert "there is nothing to undo" in walked.pages[3]


def test_keeping_moves_on_and_the_end_page_sums_up(walk: Walk) -> None:
    walked = walk("k", "\r", "u", "k", "x")
    assert [(number, drafted) for number, _, drafted in walked.written] == [
        (0, False),
        (1, False),
        (1, True),
        (1, False),
    ]
    assert "2 of 2 drafts reviewed" in walked.pages[2]
    assert walked.state.over


def test_what_cannot_be_written_is_said_and_not_done(walk: Walk) -> None:
    walked = walk("k", "q", fails=True)
    assert "net.yaml: no space left; make room" in walked.pages[1]
    assert (walked.state.index, walked.state.done) == (0, 0)


def test_ctrl_c_leaves_with_130(walk: Walk) -> None:
    assert walk("x", "\x03").code == 130


def test_ctrl_c_leaves_from_the_list_of_keys_too(walk: Walk) -> None:
    assert walk("?", "\x03", "q").code == 130


def test_the_keys_are_listed(walk: Walk) -> None:
    page = walk("?", "z", "q").pages[1]
    assert "space         make a sentence of the answer a point, or a point none" in page
    assert "q             stop; all is saved" in page


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (("left", "x"), Line("axb", 2)),
        (("home", "x"), Line("xab", 1)),
        (("home", "delete"), Line("b", 0)),
        (("backspace",), Line("a", 1)),
        (("home", "backspace", "left"), Line("ab", 0)),
        (("end", "right", "space"), Line("ab ", 3)),
        (("page-up",), Line("ab", 2)),
        (("space", "c", "d", "space", "erase-word"), Line("ab ", 3)),
        (("left", "erase-left"), Line("b", 0)),
        (("left", "erase-right"), Line("a", 1)),
    ],
)
def test_a_line_is_edited_key_by_key(keys: tuple[str, ...], expected: Line) -> None:
    line = Line("ab", 2)
    for key in keys:
        line = line.typed(key)
    assert line == expected

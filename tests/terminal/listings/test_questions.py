import re
from datetime import UTC, datetime, timedelta
from io import BytesIO, StringIO, TextIOWrapper

import pytest
from rich.console import Console

from drill.model import Entry, Knowledge, Memory, Question
from drill.terminal.listings import questions as listing
from tests import builders

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def entry(name: str, title: str, deck: str = "day-1") -> Entry:
    return builders.entry(Question(name, title), deck=deck, title="Day 1")


def known(coverage: float, due_in_days: int) -> Knowledge:
    memory = Memory(3.0, 5.0, NOW - timedelta(days=3), NOW + timedelta(days=due_in_days))
    return Knowledge(1, coverage, NOW - timedelta(days=3), memory=memory)


ROWS: list[listing.Row] = [
    (entry("epochs", "What are `epochs`?"), known(1.0, 12)),
    (entry("dropout-in-neural-networks", "What is dropout in a neural network?"), known(0.5, -1)),
    (entry("batches", "What is the batch size, and what limits it in practice?"), None),
    (entry("crammed", "Crammed?", "day-2"), Knowledge(1, 0.75, NOW)),
]


def shown(width: int, rows: list[listing.Row]) -> list[str]:
    console = Console(file=StringIO(), width=width, markup=False, highlight=False)
    listing.show(console, rows, NOW)
    assert isinstance(console.file, StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


def test_on_80_columns_each_question_has_one_line() -> None:
    assert shown(80, ROWS) == [
        "Day 1  day-1",
        " ● 100 %  in 12 days  What are epochs?                epochs",
        " ◐  50 %  due         What is dropout in a neural n…  dropout-in-neural-networks",
        " ○ new                What is the batch size, and w…  batches",
        "",
        "Day 1  day-2",
        " ●  75 %  crammed  Crammed?  crammed",
        "",
        "4 questions · 1 due · 1 new · 1 weak",
    ]


def test_on_40_columns_each_question_has_two_lines() -> None:
    assert shown(40, ROWS[1:3]) == [
        "Day 1  day-1",
        " ◐ What is dropout in a neural network?",
        "   dropout-in-neural-networks  50 %  due",
        " ○ What is the batch size, and what lim…",
        "   batches  new",
        "",
        "2 questions · 1 due · 1 new · 1 weak",
    ]


def test_no_word_of_the_state_is_broken_between_lines() -> None:
    long = entry("what-is-a-vanishing-gradient-in-it", "What is a vanishing gradient, and why?")
    assert shown(40, [(long, known(1.0, 1))])[2:4] == [
        "   what-is-a-vanishing-gradient-in-it",
        "   100 %  tomorrow",
    ]


def test_on_200_columns_nothing_is_cut() -> None:
    assert shown(200, ROWS[1:3])[1:3] == [
        " ◐  50 %  due  What is dropout in a neural network?                     "
        "dropout-in-neural-networks",
        " ○ new         What is the batch size, and what limits it in practice?  batches",
    ]


@pytest.mark.parametrize("width", [20, 40, 60, 72, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, shown(width, ROWS))) <= width


def test_wide_characters_keep_their_columns() -> None:
    rows: list[listing.Row] = [
        (entry("a", "什么是神经网络中的随机失活方法"), None),
        (entry("b", "short"), None),
    ]
    assert shown(80, rows)[1:3] == [
        " ○ new  什么是神经网络中的随机失活方法  a",
        " ○ new  short                           b",
    ]


def test_without_utf_8_signs_are_ascii() -> None:
    file = TextIOWrapper(BytesIO(), encoding="ascii", errors="strict")
    console = Console(file=file, width=60, markup=False, highlight=False)
    listing.show(console, ROWS[:2], NOW)
    file.flush()
    assert isinstance(file.buffer, BytesIO)
    assert file.buffer.getvalue().decode("ascii").splitlines() == [
        "Day 1  day-1",
        " x 100 %  in 12 days  What are epochs?                epochs",
        " /  50 %  due         What is dropout in a neural network?",
        "                      dropout-in-neural-networks",
        "",
        "2 questions - 1 due - 0 new - 1 weak",
    ]


def test_deck_text_is_no_markup_and_no_control_sequence() -> None:
    rows: list[listing.Row] = [(entry("a", "[bold]x[/bold] \x1b[31m\u202ey"), None)]
    assert shown(80, rows)[1] == " ○ new  [bold]x[/bold] [31my  a"


def test_only_the_terminals_own_colours_are_used() -> None:
    console = Console(
        file=StringIO(), width=80, force_terminal=True, color_system="truecolor", highlight=False
    )
    listing.show(console, ROWS, NOW)
    assert isinstance(console.file, StringIO)
    codes = set(re.findall(r"\x1b\[([\d;]*)m", console.file.getvalue()))
    assert codes == {"0", "1", "2", "32", "33"}


def test_under_a_plan_it_says_what_the_plan_will_do_and_no_date_of_the_schedule() -> None:
    console = Console(file=StringIO(), width=80, markup=False, highlight=False)
    planned = {"day-1/epochs": "on 28 Nov 72 %", "day-1/batches": "today"}
    listing.show(console, ROWS, NOW, planned=planned)
    assert isinstance(console.file, StringIO)
    lines = [line.rstrip() for line in console.file.getvalue().splitlines()]
    assert lines[1] == " ● 100 %  on 28 Nov 72 %  What are epochs?            epochs"
    assert lines[3] == " ○ today                  What is the batch size, a…  batches"
    assert lines[-1] == "4 questions · 1 today · 1 new · 1 weak"

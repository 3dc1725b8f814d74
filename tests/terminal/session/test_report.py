"""The report of a session in the terminal, at the widths of a phone, a terminal and a wide screen.

The session is the one that the exports are tested with.
"""

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from drill.model import SessionStatus
from drill.model.spoken import Spoken, TimedLine
from drill.reporting.report import Report
from drill.terminal.session.report import SessionReport
from tests.exporters.session.samples import EMPTY, REPORT


def shown(width: int, report: Report = REPORT) -> list[str]:
    console = Console(file=StringIO(), width=width, highlight=False)
    console.print(SessionReport(report))
    assert isinstance(console.file, StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


def test_on_80_columns_it_is_a_page() -> None:
    assert shown(80) == [
        "Mock interview of 2026-11-24 09:00 · stopped early",
        "2 of 5 answered · coverage 25 %, last time 50 % · 21 min",
        "answers 01:55 of 05:00 · 20 s over time · 1 pause of 40 s",
        "interrupted for 3 min · 1 hint",
        "your last: 40 %, 50 %",
        "",
        "training     ███▊        38 %    </title><b>               0 %",
        "",
        "easy  ███████▌    75 %    hard               0 %",
        "",
        " 1 What is dropout?",
        "   ██████    75 %  [██████      ] 00:30 of 01:00  50 % sure",
        ' 2 Hostile </h3> # t #panic("x")',
        "              0 %  [████████████]████ 01:20 of 01:00  95 % sure  hint",
        "   something wrong",
        " 3 Only a question?",
        "   skipped",
        " 4 Not reached?",
        "   not answered",
        " 5 gone/question",
        "   not answered",
        "",
        "delivery, out of 4: structure 3.0 · clarity 2.0 · pace 4.0",
        "72 % sure, 38 % covered: confidence was 35 points too high",
        "",
        'sure, but missed   Hostile </h3> # t #panic("x")  (0 of 1 point)',
        "",
        "Next",
        "drill show nets/hostile  you were sure of one question and missed it",
        "drill quiz --tag '</title><b>' --weak  </title><b> covers 0 % of its points",
        "drill quiz --weak  go over what you missed",
        "",
    ]


def test_on_40_columns_what_belongs_together_stays_together() -> None:
    lines = shown(40)
    start = lines.index(" 1 What is dropout?")
    assert lines[start : start + 6] == [
        " 1 What is dropout?",
        "   ███   75 %  [███   ] 00:30 of 01:00",
        "   50 % sure",
        ' 2 Hostile </h3> # t #panic("x")',
        "          0 %  [██████]██ 01:20 of 01:00",
        "   95 % sure  hint  something wrong",
    ]
    assert lines[lines.index("sure, but missed") + 1] == "   Hostile </h3> # t #p…  (0 of 1 point)"
    assert lines[lines.index("drill show nets/hostile") + 1 :][:2] == [
        "   you were sure of one question and",
        "   missed it",
    ]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 200])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(map(len, shown(width))) <= width


def test_a_long_title_is_cut_where_its_line_ends() -> None:
    item = REPORT.items[0]
    assert item.entry is not None
    question = replace(item.entry.question, text="Why " * 30)
    long = replace(item, entry=replace(item.entry, question=question))
    lines = shown(40, replace(REPORT, items=(long,)))
    assert " 1 Why Why Why Why Why Why Why Why Why …" in lines


def test_a_session_without_answers_shows_no_bars_and_claims_nothing() -> None:
    lines = shown(80, EMPTY)
    assert lines[:3] == [
        "Mock interview of 2026-11-24 09:00 · not finished",
        "0 of 5 answered · 25 min",
        "answers 00:00 of 05:00",
    ]
    assert not any("%" in line or "█" in line for line in lines)


def test_a_finished_session_says_nothing_of_its_end() -> None:
    finished = replace(REPORT, session=replace(REPORT.session, status=SessionStatus.FINISHED))
    assert shown(80, finished)[0] == "Mock interview of 2026-11-24 09:00"


def test_how_recorded_answers_were_spoken_stands_with_the_question_and_of_the_whole() -> None:
    first = REPORT.items[0]
    assert first.attempt is not None
    spoken = Spoken(("s.1.flac",), (TimedLine(2, 8, "one two three " * 4),), 6.0, 4.0, (), 2.0)
    items = (replace(first, attempt=replace(first.attempt, spoken=spoken)), *REPORT.items[1:])
    lines = shown(100, replace(REPORT, items=items))
    assert any(line.endswith("120 words a minute  50 % sure") for line in lines)
    assert (
        "spoken: 120 words a minute; spoke 00:06, silent 00:04; 0 pauses over 2 s; "
        "first word after 2.0 s on average"
    ) in " ".join(lines)

"""The screen of statistics, line by line."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import StringIO

import pytest
from rich.console import Console

from drill.model import Knowledge
from drill.reporting.stats import (
    Agreement,
    Calibration,
    Level,
    PaceOfDay,
    Retention,
    Stats,
    Topic,
)
from drill.schedule.today import Today
from drill.terminal.listings.stats import StatsView
from tests.terminal.faces import DROPOUT, entry

TODAY = date(2026, 11, 24)  # a Tuesday
MONDAY = date(2026, 6, 1)
COUNTS = {date(2026, 11, 23): 1, date(2026, 11, 24): 30, date(2026, 11, 18): 12}
CALENDAR = tuple(
    (day, COUNTS.get(day, 0)) for day in (MONDAY + timedelta(days=n) for n in range(25 * 7 + 2))
)
STATS = Stats(
    questions=13,
    met=9,
    answers=43,
    seconds=5400.0,
    streak=2,
    calendar=CALENDAR,
    topics=(Topic("regularization", 8, 7, 0.72), Topic("architectures", 5, 0, None)),
    returning=(4, 0, 1, *[0] * 11),
    by_plan=False,
    retention=Retention(20, 0.9, 0.85, sampled=False),
    calibration=Calibration(10, 0.12, 0.25, (Level(50, 4, 0.5), Level(95, 6, 0.75))),
    agreement=None,
    pace=(),
    confident_misses=("nets/dropout",),
    weakest=("nets/dropout",),
)
KNOWN = Knowledge(3, 0.25, datetime(2026, 11, 23, tzinfo=UTC), confidence=95)
DAY = Today(2, ("nets/dropout",) * 4, 0, by_plan=False)
NAMED = {"nets/dropout": (entry(DROPOUT), KNOWN)}


def shown(stats: Stats, width: int = 80) -> list[str]:
    console = Console(file=StringIO(), width=width, highlight=False)
    console.print(StatsView(stats, DAY, NAMED))
    assert isinstance(console.file, StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


def test_the_screen_tells_topics_days_what_returns_promises_and_the_weakest() -> None:
    nothing = "· " * 24
    assert shown(STATS) == [
        "9 of 13 questions met · 43 answers · 1 h 30 min · streak 2 days",
        "2 of 6 done today, 4 left",
        "",
        "Coverage by topic",
        "regularization              ██████████████▍       72 %  7/8",
        "architectures                                      new  0/5",
        "",
        "Answers a day",
        "     Jun       Jul     Aug       Sep     Oct     Nov",
        f"Mon  {nothing}· ░",
        f"     {nothing}· █",
        f"Wed  {nothing}▓",
        f"     {nothing}·",
        f"Fri  {nothing}·",
        f"     {nothing}·",
        f"Sun  {nothing}·",
        "     · none  ░ 1+  ▒ 4+  ▓ 10+  █ 20+",
        "",
        "Coming back in the next 14 days",
        "today      ███████████████    4",
        "in 2 days  ███▊               1",
        "",
        "Promised and seen",
        "recalled 85 % of what came back, promised 90 %, 20 repeats",
        "confidence was 12 points too high, 10 answers, Brier score 0.25 (0 is best)",
        " 50 % sure  ██████████            50 % covered  4",
        " 95 % sure  ███████████████       75 % covered  6",
        "",
        "Sure, but missed",
        " 25 %  What is dropout in a neural network?",
        "       drill show nets/dropout",
        "",
        "Weakest",
        " 25 %  What is dropout in a neural network?",
        "       drill show nets/dropout",
        "next: drill quiz --weak",
    ]


def test_forty_columns_hold_it_all_with_weeks_of_one_cell() -> None:
    lines = shown(STATS, 40)
    assert max(map(len, lines)) <= 40
    assert "     Jun  Jul Aug  Sep Oct Nov" in lines
    assert "Mon  " + "·" * 25 + "░" in lines
    assert "regularization    █████▊    72 %  7/8" in lines
    assert "       drill show nets/dropout" in lines


@pytest.mark.parametrize(
    ("bias", "words"),
    [(-0.2, "20 points too low"), (0.03, "about right"), (0.3, "30 points too high")],
)
def test_confidence_is_put_into_words(bias: float, words: str) -> None:
    assert STATS.calibration
    lines = shown(replace(STATS, calibration=replace(STATS.calibration, bias=bias)))
    assert any(line.startswith(f"confidence was {words}, ") for line in lines)


@pytest.mark.parametrize(
    ("agreement", "line"),
    [
        (
            Agreement(50, 41, 6, 3),
            "same mark for 41 of 50 key points (82 %), yours lower for 6, higher for 3",
        ),
        (Agreement(1, 1, 0, 0), "same mark for 1 of 1 key point (100 %)"),
    ],
)
def test_agreement_with_the_assistant_is_told_where_there_was_one(
    agreement: Agreement, line: str
) -> None:
    lines = shown(replace(STATS, agreement=agreement))
    assert lines[lines.index("You and the assistant") + 1] == line
    assert "You and the assistant" not in shown(STATS)


def test_a_sample_is_called_one() -> None:
    sampled = replace(STATS, retention=Retention(9812, 0.9, 0.85, sampled=True))
    line = "recalled 85 % of what came back, promised 90 %, 9,812 repeats of a sample"
    assert line in shown(sampled)


def test_very_many_topics_are_cut_short() -> None:
    topics = tuple(Topic(f"t{number}", 1, 0, None) for number in range(30))
    lines = shown(replace(STATS, topics=topics))
    assert sum("  0/1" in line for line in lines) == 24
    assert "and 6 more, all in drill stats --json" in lines


def test_where_nothing_was_answered_it_says_so() -> None:
    empty = Stats(0, 0, 0, 0.0, 0, CALENDAR, (), (0,) * 14, False, None, None, None, (), (), ())
    lines = shown(empty)
    assert lines[0] == "0 of 0 questions met · 0 answers · 0 s · streak 0 days"
    assert "nothing" in lines
    assert "no question has come back on a later day yet" in lines
    assert "Weakest" not in lines


def test_the_pace_of_the_last_days_with_recorded_answers_is_shown() -> None:
    days = (PaceOfDay(date(2026, 11, 20), 3, 128), PaceOfDay(date(2026, 11, 23), 1, 141))
    lines = shown(replace(STATS, pace=days))
    start = lines.index("Fri 20 Nov  128  3 answers")
    assert lines[start + 1] == "Mon 23 Nov  141  1 answer"
    assert not any("How fast you speak" in line for line in shown(STATS))

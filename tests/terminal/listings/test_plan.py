"""The screen of a plan, line by line."""

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from rich.console import Console

from drill.model import Difficulty
from drill.schedule.forecast import Forecast
from drill.schedule.plans import Plan
from drill.schedule.shortage import Group, Shortage
from drill.schedule.simulation import Budget, Day
from drill.schedule.today import Today
from drill.selection import Selection
from drill.terminal.listings.plan import Outlook, show
from tests.terminal.faces import DROPOUT, entry

TODAY = date(2026, 11, 24)
FORECAST = Forecast(
    questions=60,
    days=(Day(0, 8, 2, 15.0), Day(1, 0, 5, 7.5)),
    now=0.25,
    if_idle=0.2,
    planned=0.8,
    low=0.62,
    high=0.91,
    at_current_rate=0.5,
    at_risk=("nets/dropout",),
    unmet=12,
    gain_per_minute=0.01,
)
OUTLOOK = Outlook(
    Plan("acme", date(2026, 11, 26), Selection(tags=("sql",), difficulties=(Difficulty.HARD,))),
    FORECAST,
    Budget(15, spent=130.0, kept=0.5),
    TODAY,
    (entry(DROPOUT),),
    average=8.0,
    answers=99,
    shortage=Shortage(40, (Group("joins", True, 12), Group("css", True, 5))),
)
DAY = Today(2, ("d/a", "d/b"), 1, by_plan=True)
NARROW = Outlook(
    Plan("acme", date(2026, 11, 26)), FORECAST, Budget(15, kept=0.5), TODAY, (), 8.0, answers=99
)


def shown(*outlooks: Outlook, width: int = 80) -> list[str]:
    console = Console(file=StringIO(), width=width, highlight=False)
    show(console, outlooks, DAY)
    assert isinstance(console.file, StringIO)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]


def test_a_plan_says_what_will_be_known_what_the_days_hold_and_what_is_at_risk() -> None:
    assert shown(OUTLOOK) == [
        "acme · Thu 2026-11-26 · in 2 days · 60 questions · sql, hard · 15 min a day",
        "2 min done today",
        "",
        "now             █████                 25 %",
        "doing nothing   ████                  20 %",
        "by the plan     ████████████████      80 %   62 % to 91 %, by how you forget",
        "as kept so far  ██████████            50 %   8 min a day",
        "",
        "Tue 24 Nov    8 new    2 again   15 min  ██████████",
        "Wed 25 Nov    0 new    5 again    8 min  █████",
        "",
        "48 of 60 can be met at 15 min a day, the most valuable first. Your choice:",
        "  all of them     40 min a day",
        "    drill plan --minutes 40",
        "  some of them    what there is time for, as in",
        "    drill plan --on 2026-11-26 --tag joins --difficulty hard --name acme",
        "       12 joins",
        "        5 css",
        "  as it is        the most valuable come first, the rest stays out",
        "a minute more a day: 0.6 more questions known on the day",
        "",
        "1 question at risk even so",
        "  What is dropout in a neural network?",
        "    drill show nets/dropout",
        "",
        "A simulation's estimate of recall: no plan has been tried on people.",
        "2 of 4 done today, 2 left",
        "next: drill quiz",
    ]


def test_forty_columns_hold_it_all() -> None:
    lines = shown(NARROW, width=40)
    assert lines[:9] == [
        "acme · Thu 2026-11-26 · in 2 days",
        "60 questions · 15 min a day",
        "",
        "now             ██▌         25 %",
        "doing nothing   ██          20 %",
        "by the plan     ████████    80 %",
        "                62 % to 91 %",
        "as kept so far  █████       50 %",
        "                8 min a day",
    ]
    assert "Tue 24 Nov    8 new    2 again   15 min" in lines
    assert max(map(len, lines)) <= 40


def test_a_promise_that_was_kept_and_time_for_all_need_no_words() -> None:
    easy = replace(FORECAST, unmet=0, gain_per_minute=0.0, at_risk=(), days=FORECAST.days[:1])
    lines = shown(replace(OUTLOOK, forecast=easy, budget=Budget(15), at_risk=()))
    assert lines[-6:] == [
        "",
        "Tue 24 Nov    8 new    2 again   15 min  ██████████",
        "",
        "A simulation's estimate of recall: no plan has been tried on people.",
        "2 of 4 done today, 2 left",
        "next: drill quiz",
    ]
    assert not any("so far" in line or "min done today" in line for line in lines)


def test_of_many_at_risk_the_first_are_named() -> None:
    many = replace(FORECAST, at_risk=("nets/dropout", "nets/b", "nets/c"))
    assert "3 questions at risk even so; the first are" in shown(replace(OUTLOOK, forecast=many))


def test_days_alike_are_told_once_and_those_beyond_two_weeks_added_up() -> None:
    days = tuple(Day(ahead, 1, 2, 4.5) for ahead in range(16))
    lines = shown(replace(OUTLOOK, forecast=replace(FORECAST, days=days)))
    assert lines[8:11] == [
        "Tue 24 Nov    1 new    2 again    4 min  ██████████",
        "  the same until Mon 07 Dec",
        "then 2 days: 2 new, 4 again",
    ]


@pytest.mark.parametrize("name", ["[bold]x[/]", "x\x1b[2Jy"])
def test_names_are_data(name: str) -> None:
    plan = replace(OUTLOOK.plan, name=name)
    text = "\n".join(shown(replace(OUTLOOK, plan=plan)))
    assert "\x1b" not in text
    assert name.split("\x1b", maxsplit=1)[0] in text

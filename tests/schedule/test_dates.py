from datetime import date

import pytest

from drill.errors import DrillError
from drill.schedule.dates import parse_date

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-12-05", date(2026, 12, 5)),
        ("5 dec", date(2026, 12, 5)),
        ("dec 5", date(2026, 12, 5)),
        ("Dec. 5th, 2027", date(2027, 12, 5)),
        ("5th of December 2026", date(2026, 12, 5)),
        ("5. december", date(2026, 12, 5)),
        ("05.12.2026", date(2026, 12, 5)),
        ("5.12.", date(2026, 12, 5)),
        ("3 mar", date(2027, 3, 3)),
        ("24 nov", date(2026, 11, 24)),
        ("29 feb", date(2028, 2, 29)),
        ("in 10 days", date(2026, 12, 4)),
        ("in a week", date(2026, 12, 1)),
        ("in two weeks", date(2026, 12, 8)),
        ("10 days", date(2026, 12, 4)),
        ("3w", date(2026, 12, 15)),
        ("in 0 days", TODAY),
        ("next week", date(2026, 12, 1)),
        ("day after tomorrow", date(2026, 11, 26)),
        ("2026/12/5", date(2026, 12, 5)),
        ("5-Dec-2026", date(2026, 12, 5)),
        ("on 5 dec", date(2026, 12, 5)),
        ("Sat, 5 December", date(2026, 12, 5)),
        ("saturday 2026-12-05", date(2026, 12, 5)),
        ("this friday", date(2026, 11, 27)),
        ("in 3 months", date(2027, 2, 24)),
        ("Friday", date(2026, 11, 27)),
        ("tue", date(2026, 12, 1)),
        ("wed", date(2026, 11, 25)),
        ("  tomorrow ", date(2026, 11, 25)),
        ("today", TODAY),
    ],
)
def test_a_date_is_read_as_people_write_it(text: str, expected: date) -> None:
    assert parse_date(text, TODAY) == expected


def test_a_month_ahead_of_a_long_month_ends_with_the_short_one() -> None:
    assert parse_date("in 1 month", date(2027, 1, 31)) == date(2027, 2, 28)


def test_a_weekday_that_is_not_that_of_its_date_is_a_slip() -> None:
    with pytest.raises(DrillError, match="fri 5 dec: 2026-12-05 is a Saturday"):
        parse_date("fri 5 dec", TODAY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "2026-02-30",
        "31 feb",
        "5 foo",
        "05/12/2026",
        "in 9999 months",
        "99.1.",
        "in some days",
        "2026-12/5",
    ],
)
def test_what_is_no_date_is_refused_as_wrong_usage(text: str) -> None:
    with pytest.raises(DrillError) as refused:
        parse_date(text, TODAY)
    assert refused.value.code == 2
    assert "2026-12-05" in refused.value.hint

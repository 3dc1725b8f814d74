"""Reads dates as people write them, relative to a given day."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from drill.errors import DrillError

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_SPANS = {"d": 1, "w": 7}
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})?")
_DAY_MONTH = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?([a-z]{3,})\.?,?(?:[\s-]+(\d{4}))?"
)
_MONTH_DAY = re.compile(r"([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}))?")
_IN = re.compile(r"(?:in )?(\d{1,3}|[a-z]+) ?(days?|d|weeks?|w|months?)")
_WEEKDAY = re.compile(r"([a-z]{3,})\.?,? (?=.*\d)(.+)")
_NEAR = {"today": 0, "tomorrow": 1, "day after tomorrow": 2, "next week": 7}
_HINT = "write it as 2026-12-05, 5 dec, in 10 days, friday or tomorrow"


def parse_date(text: str, today: date) -> date:
    """The date that `text` means on `today`; a weekday or a date without a year is the next one.

    Raises DrillError (code 2) if it is not a date.
    """
    wanted = " ".join(text.casefold().split()).removeprefix("on ")
    weekday = 0
    if (match := _WEEKDAY.fullmatch(wanted)) and (weekday := _named(match[1], _DAYS)):
        wanted = match[2]
    for reading in _readings(wanted, today):
        if reading and weekday and reading.isoweekday() != weekday:
            raise DrillError(f"{text}: {reading} is a {reading:%A}", _HINT, 2)
        if reading:
            return reading
    if re.fullmatch(r"\d{1,2}/\d{1,2}(/\d{2,4})?", wanted):
        raise DrillError(f"{text}: cannot tell the day from the month", _HINT, 2)
    raise DrillError(f"cannot read {text!r} as a date", _HINT, 2)


def _readings(text: str, today: date) -> Iterator[date | None]:
    if text in _NEAR:
        yield today + timedelta(days=_NEAR[text])
    weekday = _named(text.removeprefix("next ").removeprefix("this "), _DAYS)
    if weekday:
        yield today + timedelta(days=(weekday - 1 - today.weekday() - 1) % 7 + 1)
    if match := _IN.fullmatch(text):
        number = int(match[1]) if match[1].isdecimal() else _NUMBERS.get(match[1])
        yield None if number is None else _ahead(today, number, match[2][0])
    if match := _ISO.fullmatch(text):
        yield _date(int(match[1]), int(match[3]), int(match[4]))
    if match := _DOTTED.fullmatch(text):
        yield _next(int(match[1]), int(match[2]), match[3], today)
    if match := _DAY_MONTH.fullmatch(text):
        yield _next(int(match[1]), _named(match[2], _MONTHS), match[3], today)
    if match := _MONTH_DAY.fullmatch(text):
        yield _next(int(match[2]), _named(match[1], _MONTHS), match[3], today)


def _named(word: str, names: tuple[str, ...]) -> int:
    """The number of a name or its first three letters, from 1; 0 for anything else."""
    matches = [at for at, name in enumerate(names, 1) if len(word) > 2 and name.startswith(word)]
    return matches[0] if matches else 0


def _ahead(today: date, number: int, unit: str) -> date | None:
    try:
        if unit != "m":
            return today + timedelta(days=number * _SPANS[unit])
        years, month = divmod(today.month - 1 + number, 12)
        first = date(today.year + years, month + 1, 1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return first.replace(day=min(today.day, last.day))
    except (OverflowError, ValueError):
        return None


def _next(day: int, month: int, year: str | None, today: date) -> date | None:
    if year:
        return _date(int(year), month, day)
    # 29 February comes every four years, or after eight.
    years = (_date(today.year + later, month, day) for later in range(9))
    return next((reading for reading in years if reading and reading >= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

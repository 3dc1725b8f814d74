"""The days of a plan as a calendar, iCalendar (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from drill.errors import DrillError
from drill.reporting.humanize import counted
from drill.schedule.simulation import Day
from drill.text import printable_line

_MADE_BY = "-//drill//plan//EN"


@dataclass(frozen=True, slots=True)
class PlannedInterview:
    """An interview's name, its date, and the days until then, counted from today."""

    name: str
    on: date
    days: tuple[Day, ...]


def is_calendar(begin: bytes) -> bool:
    """Whether the beginning of a file is that of a calendar written by drill."""
    return _MADE_BY.encode() in begin


def calendar(interviews: Iterable[PlannedInterview], now: datetime) -> bytes:
    """An all-day event for each day with questions, and one for each interview.

    Events keep their ids, so importing the calendar again updates it. `now` is aware. Raises
    DrillError if the library is missing.
    """
    try:
        from icalendar import Calendar, Event
    except ImportError:
        hint = "pip install 'interview-drill[calendar]'"
        raise DrillError("a calendar needs icalendar, which is not installed", hint) from None

    written = Calendar()
    written.add("prodid", _MADE_BY)
    written.add("version", "2.0")
    today = now.astimezone().date()

    def add(uid: str, day: date, summary: str, description: str) -> None:
        event = Event()
        event.add("uid", f"{uid}@interview-drill")
        event.add("dtstamp", now)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", summary)
        event.add("description", description)
        event.add("transp", "TRANSPARENT")
        written.add_component(event)

    for interview in interviews:
        name = printable_line(interview.name)
        for day in interview.days:
            if day.new + day.repeats:
                count = day.new + day.repeats
                add(
                    f"{name}-{today + timedelta(days=day.ahead)}",
                    today + timedelta(days=day.ahead),
                    f"drill: {counted(count, 'question')}, {day.minutes:.0f} min",
                    f"{name}: {day.new} new, {day.repeats} again. drill quiz",
                )
        add(f"{name}-interview", interview.on, f"Interview: {name}", "drill export cheatsheet")
    content: bytes = written.to_ical()
    return content

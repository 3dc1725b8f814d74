"""A plan as a calendar, checked by the library that parses it."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from drill.exporters.calendar import PlannedInterview, calendar
from drill.schedule.simulation import Day

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
PLAN = PlannedInterview(
    "acme; SUMMARY:x\nBEGIN:VALARM",
    date(2026, 11, 27),
    (Day(0, 8, 2, 15), Day(1, 0, 0, 0), Day(2, 0, 1, 2)),
)


def test_each_day_with_questions_and_the_interview_are_events() -> None:
    found = Calendar.from_ical(calendar([PLAN], NOW)).walk("VEVENT")
    assert [(str(each["SUMMARY"]), each.decoded("DTSTART")) for each in found] == [
        ("drill: 10 questions, 15 min", date(2026, 11, 24)),
        ("drill: 1 question, 2 min", date(2026, 11, 26)),
        ("Interview: acme; SUMMARY:x BEGIN:VALARM", date(2026, 11, 27)),
    ]
    assert str(found[0]["DESCRIPTION"]).endswith("8 new, 2 again. drill quiz")


def test_written_again_the_events_keep_their_ids() -> None:
    first, again = (
        [str(each["UID"]) for each in Calendar.from_ical(calendar([PLAN], NOW)).walk("VEVENT")]
        for _ in range(2)
    )
    assert first == again
    assert len({*first}) == 3

"""Where there is more to learn than time, the ways out are named."""

from datetime import UTC, datetime

from drill.model import Knowledge
from drill.schedule.choice import Choice, choice

KNOWN = {"d/a": Knowledge(1, 1.0, datetime(2026, 11, 23, tzinfo=UTC))}
TOPICS = {"d/a": ["css"], "d/b": ["css", "all"], "d/c": ["js", "all"], "d/d": ["js", "all"]}


def test_the_minutes_to_meet_all_and_the_largest_groups_of_what_is_new() -> None:
    assert choice(TOPICS, TOPICS, KNOWN, days=2, seconds=80) == Choice(2, (("js", 2), ("css", 1)))


def test_on_the_last_day_all_is_met_today() -> None:
    assert choice(["d/b"], {}, {}, days=0, seconds=61) == Choice(2, ())

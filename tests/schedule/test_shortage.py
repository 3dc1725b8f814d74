"""If there is more to learn than time, the plan names the choices."""

from datetime import UTC, datetime

from drill.model import Knowledge
from drill.schedule.shortage import Group, Shortage, shortage

KNOWN = {"d/a": Knowledge(1, 1.0, datetime(2026, 11, 23, tzinfo=UTC))}
TAGS = {"d/a": ["css"], "d/b": ["css", "all"], "d/c": ["js", "all"], "d/d": ["js", "all"]}


def test_the_largest_groups_of_what_is_new_that_there_is_time_for() -> None:
    found = shortage(TAGS, TAGS, KNOWN, unmet=1, minutes=20)
    assert found == Shortage(20, (Group("js", True, 2), Group("css", True, 1)))
    assert shortage(TAGS, TAGS, KNOWN, 2, 20).groups == (Group("css", True, 1),)


def test_questions_without_a_tag_are_a_group_by_their_deck() -> None:
    tags: dict[str, list[str]] = {"d/a": [], "e/b": []}
    assert shortage(tags, tags, {}, 1, None).groups == (Group("d", False, 1), Group("e", False, 1))

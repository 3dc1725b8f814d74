from datetime import UTC, datetime, timedelta

import pytest

from drill.model import Knowledge, Memory
from drill.reporting import humanize

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("days", "ahead", "ago"),
    [
        (0, "today", "today"),
        (1, "tomorrow", "yesterday"),
        (2, "in 2 days", "2 days ago"),
        (59, "in 59 days", "59 days ago"),
        (60, "in 2 months", "2 months ago"),
        (730, "in 2 years", "2 years ago"),
    ],
)
def test_days_are_said_as_people_say_them(days: int, ahead: str, ago: str) -> None:
    assert (humanize.ahead(days), humanize.ago(days)) == (ahead, ago)


@pytest.mark.parametrize(
    ("hours", "said"),
    [(-1, "due"), (5, "due"), (18, "due"), (19, "tomorrow"), (24 * 12, "in 12 days")],
)
def test_a_question_is_due_all_day_until_four_in_the_morning(hours: int, said: str) -> None:
    memory = Memory(1.0, 5.0, NOW, NOW + timedelta(hours=hours))
    assert humanize.back(Knowledge(1, 1.0, NOW, memory=memory), NOW) == said


def test_a_question_never_asked_is_new_and_one_never_scheduled_was_crammed() -> None:
    assert humanize.back(None, NOW) == "new"
    assert humanize.back(Knowledge(1, 1.0, NOW), NOW) == "crammed"


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 decks"), (1, "1 deck"), (12345, "12,345 decks")]
)
def test_counts_agree_with_their_noun(number: int, said: str) -> None:
    assert humanize.counted(number, "deck") == said


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("What is `ReLU`?", "What is ReLU?"),
        ("Why $x^2$?", "Why x²?"),
        ("a \x1b[31mb", "a [31mb"),
    ],
)
def test_a_title_is_plain_text_of_one_line(text: str, title: str) -> None:
    assert humanize.plain_title(text) == title

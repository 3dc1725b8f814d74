"""Statistics against a history that is worked out by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from drill.memory import replay
from drill.model import Attempt, Entry, Question, Rating
from drill.stats import Topic, summarize

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)  # a Tuesday, 19:00 in Berlin


def entry(name: str, topic: str) -> Entry:
    return Entry("d", "D", Question(name, f"{name}?"), (topic,), "d.yaml", 1)


ENTRIES = [entry("a", "maths"), entry("b", "words"), entry("c", "maths"), entry("e", "art")]


def attempt(key: str, at: datetime, coverage: float, confidence: int | None = None) -> Attempt:
    rating = Rating.EASY if coverage == 1 else Rating.AGAIN if coverage < 0.5 else Rating.GOOD
    return Attempt(f"s.{at:%m%d%H%M}{key}", "s", key, at, 60.0, coverage, rating, confidence)


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


HISTORY = [
    attempt("d/a", ago(6), 0.75),  # stability 2.3065
    attempt("d/a", ago(2), 0.25, confidence=95),  # promised .842 (4 days), not recalled
    attempt("d/b", ago(1), 1.0, confidence=75),
    attempt("d/c", ago(0), 0.5, confidence=50),
    attempt("gone/x", ago(0), 1.0),  # its deck has vanished
    replace(attempt("d/e", ago(0), 0.0), rating=None, seconds=30.0),  # skipped
]


def test_a_history_gives_the_figures_worked_out_by_hand() -> None:
    stats = summarize(ENTRIES, replay(HISTORY), HISTORY, NOW, zone=UTC)
    assert (stats.questions, stats.met, stats.answers, stats.seconds) == (4, 3, 5, 330.0)
    assert stats.streak == 3
    assert stats.topics == (
        Topic("maths", 2, 2, 0.375),
        Topic("words", 1, 1, 1.0),
        Topic("art", 1, 0, None),
    )
    # c: good today, stability 2.3, back in 2 days; b: easy yesterday, 8.3, in 7; a: failed, overdue
    assert stats.returning == (1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    assert stats.retention is not None
    assert (stats.retention.answers, stats.retention.seen) == (1, 0.0)
    assert stats.retention.promised == pytest.approx((1 + 0.9803 * 4 / 2.3065) ** -0.1542, abs=1e-4)
    # confidence .95, .75, .5 against coverage .25, 1, .5: bias (.7 - .25 + 0) / 3;
    # Brier (.95² + .25² + .5²) / 3
    assert stats.calibration is not None
    assert stats.calibration.answers == 3
    assert stats.calibration.bias == pytest.approx(0.15)
    assert stats.calibration.brier == pytest.approx(0.405)
    assert stats.confident_misses == ("d/a",)
    assert stats.weakest == ("d/a", "d/c")


def test_the_calendar_runs_from_a_monday_25_weeks_ago_to_today() -> None:
    calendar = summarize(ENTRIES, {}, HISTORY, NOW, zone=UTC).calendar
    assert (calendar[0], calendar[-1]) == ((date(2026, 6, 1), 0), (date(2026, 11, 24), 2))
    assert len(calendar) == 25 * 7 + 2
    assert [day for day in calendar if day[1]] == [
        (date(2026, 11, 18), 1),
        (date(2026, 11, 22), 1),
        (date(2026, 11, 23), 1),
        (date(2026, 11, 24), 2),
    ]


def studied(*moments: datetime, zone: ZoneInfo = BERLIN) -> list[date]:
    attempts = [attempt("d/a", moment, 1.0) for moment in moments]
    calendar = summarize([], {}, attempts, NOW, zone=zone).calendar
    return [day for day, answers in calendar if answers]


def test_a_day_turns_at_four_in_the_morning_local_time() -> None:
    before, after = datetime(2026, 11, 20, 2, 59, tzinfo=UTC), datetime(2026, 11, 20, 3, tzinfo=UTC)
    assert studied(before) == [date(2026, 11, 19)]
    assert studied(after) == [date(2026, 11, 20)]
    assert studied(after, zone=ZoneInfo("America/New_York")) == [date(2026, 11, 19)]


def test_summer_time_moves_the_turn_of_the_day() -> None:
    # On 25 October 2026 Berlin goes from UTC+2 to UTC+1.
    assert studied(datetime(2026, 10, 24, 2, 0, tzinfo=UTC)) == [date(2026, 10, 24)]
    assert studied(datetime(2026, 10, 26, 2, 0, tzinfo=UTC)) == [date(2026, 10, 25)]


@pytest.mark.parametrize(
    ("days", "streak"), [([], 0), ([0], 1), ([1, 2], 2), ([2, 3], 0), ([0, 1, 3], 2)]
)
def test_a_streak_ends_today_or_yesterday_and_has_no_gap(days: list[int], streak: int) -> None:
    attempts = [attempt("d/a", ago(each), 1.0) for each in days]
    assert summarize(ENTRIES, {}, attempts, NOW, zone=UTC).streak == streak


def test_answers_of_the_same_day_are_no_test_of_retention() -> None:
    attempts = [attempt("d/a", ago(0.2), 1.0), attempt("d/a", ago(0.1), 1.0)]
    assert summarize(ENTRIES, {}, attempts, NOW, zone=UTC).retention is None


def test_the_weakest_are_ten_at_the_most_the_worst_first() -> None:
    entries = [entry(f"q{number}", "t") for number in range(12)]
    attempts = [attempt(f"d/q{n}", ago(1), 0.6 - n / 100) for n in range(12)]
    weakest = summarize(entries, replay(attempts), attempts, NOW, zone=UTC).weakest
    assert weakest == tuple(f"d/q{number}" for number in range(11, 1, -1))


def test_an_empty_library_and_history_have_no_figures() -> None:
    stats = summarize([], {}, [], NOW, zone=UTC)
    assert (stats.answers, stats.streak, stats.topics, stats.weakest) == (0, 0, (), ())
    assert (stats.retention, stats.calibration) == (None, None)

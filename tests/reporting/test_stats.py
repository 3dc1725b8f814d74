"""Statistics of a hand-computed history, stored and aggregated by the real store."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from drill.history import History
from drill.history.merging import Retraction
from drill.model import Attempt, Delivery, Entry, Mark, Rating, Session, SessionKind
from drill.model import SessionStatus as Status
from drill.model.marks import Proposal, Verdict
from drill.model.spoken import Spoken, TimedLine
from drill.reporting.stats import Agreement, Level, Stats, Topic, summarize
from tests import builders
from tests.builders import entry

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=UTC)  # a Tuesday, 19:00 in Berlin


ENTRIES = [
    entry(name, topic, deck="d")
    for name, topic in (("a", "maths"), ("b", "words"), ("c", "maths"), ("e", "art"))
]


def attempt(key: str, at: datetime, coverage: float, confidence: int | None = None) -> Attempt:
    rating = Rating.EASY if coverage == 1 else Rating.AGAIN if coverage < 0.5 else Rating.GOOD
    return builders.attempt(
        key,
        rating,
        name=f"s.{at:%m%d%H%M}{key}",
        at=at,
        coverage=coverage,
        confidence=confidence,
        points=(("p", Mark.SAID),),
    )


def ago(days: float) -> datetime:
    return NOW - timedelta(days=days)


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Sets TZ for the test: travel with `travel`."""
    yield monkeypatch
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


def travel(place: pytest.MonkeyPatch, zone: str) -> None:
    place.setenv("TZ", zone)
    time.tzset()


class Told:
    """A history in a folder, told as statistics."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "history.db"

    def __call__(
        self,
        attempts: Sequence[Attempt],
        *,
        entries: Sequence[Entry] = ENTRIES,
        retracted: Sequence[Attempt] = (),
        only: Sequence[str] | None = None,
        now: datetime = NOW,
    ) -> Stats:
        session = Session("s", SessionKind.QUIZ, NOW, Status.FINISHED, (), ended=NOW)
        taken_back = [Retraction(attempt.id) for attempt in retracted]
        with History.open(self._path) as history:
            history.merge([session, *attempts, *taken_back])
            known = history.knowledge(entry.key for entry in entries)
            return summarize(entries, known, history.past(only), now)


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return Told(tmp_path)


TAKEN_BACK = attempt("d/b", ago(3), 0.0, confidence=95)
HISTORY = [
    attempt("d/a", ago(6), 0.75, confidence=75),  # stability 2.3065
    attempt("d/a", ago(2), 0.25, confidence=95),  # 4 days later, not recalled
    TAKEN_BACK,
    attempt("d/b", ago(1), 1.0, confidence=75),
    replace(attempt("d/b", ago(0.1), 0.0), reschedules=False),  # crammed on the next day: see below
    attempt("d/c", ago(0), 0.5, confidence=50),
    replace(attempt("gone/x", ago(0), 1.0), delivery=Delivery(3, 3, 2), overtime=5.0),  # a mock's
    replace(attempt("d/e", ago(0), 0.0), rating=None, seconds=30.0),  # skipped
]


def test_a_history_gives_the_figures_worked_out_by_hand(told: Told) -> None:
    stats = told(HISTORY, retracted=[TAKEN_BACK])
    assert (stats.questions, stats.met, stats.answers, stats.seconds) == (4, 3, 6, 390.0)
    assert stats.streak == 3
    assert stats.topics == (
        Topic("maths", 2, 2, 0.375),
        Topic("words", 1, 1, 0.0),
        Topic("art", 1, 0, None),
    )
    # c: good today, stability 2.3, back in 2 days; b: easy yesterday, 8.3, in 7, whatever was
    # crammed since; a: failed, overdue
    assert stats.returning == (1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    # a after 4 days: (1 + .9803 * 4 / 2.3065) ** -.1542 = .8580, not recalled; b after .9 of a
    # day, which counts as one: (1 + .9803 / 8.2956) ** -.1542 = .9829, not recalled
    assert stats.retention is not None
    assert (stats.retention.answers, stats.retention.seen, stats.retention.sampled) == (2, 0, False)
    assert stats.retention.promised == pytest.approx((0.85799 + 0.98292) / 2, abs=1e-4)
    # confidence .75, .95, .75, .5 against coverage .75, .25, 1, .5: bias (0 + .7 - .25 + 0) / 4;
    # Brier (.25² + .95² + .25² + .5²) / 4
    assert stats.calibration is not None
    assert stats.calibration.answers == 4
    assert stats.calibration.bias == pytest.approx(0.1125)
    assert stats.calibration.brier == pytest.approx(0.319375)
    assert stats.calibration.levels == (Level(50, 1, 0.5), Level(75, 2, 0.875), Level(95, 1, 0.25))
    assert stats.confident_misses == ("d/a",)
    assert stats.weakest == ("d/b", "d/a", "d/c")


def test_marks_are_held_against_what_was_proposed_with_support(told: Told) -> None:
    said, partly, missed = Verdict(Mark.SAID), Verdict(Mark.PARTLY), Verdict(Mark.MISSED)
    marks = [("a", Mark.SAID), ("b", Mark.MISSED), ("c", Mark.SAID), ("d", Mark.PARTLY)]
    judged = replace(
        attempt("d/a", ago(1), 0.5),
        points=tuple(marks),
        proposal=Proposal((said, partly, replace(said, supported=False), missed)),
    )
    taken_back = replace(judged, id="s.99", points=tuple(marks), proposal=Proposal((said,) * 4))
    stats = told([judged, taken_back, attempt("d/b", ago(1), 1.0)], retracted=[taken_back])
    assert stats.agreement == Agreement(points=3, agreed=1, lower=1, higher=1)
    assert told([judged], entries=ENTRIES[1:2], only=["d/b"]).agreement is None


def test_a_selection_leaves_all_others_out(told: Told) -> None:
    stats = told(HISTORY, entries=ENTRIES[:1], only=["d/a"])
    assert (stats.questions, stats.answers, stats.seconds, stats.streak) == (1, 2, 120.0, 0)
    assert stats.calibration is not None
    assert stats.calibration.answers == 2
    assert stats.retention is not None
    assert stats.retention.answers == 1


def test_the_calendar_runs_from_a_monday_25_weeks_ago_to_today(told: Told) -> None:
    calendar = told(HISTORY, retracted=[TAKEN_BACK]).calendar
    assert (calendar[0], calendar[-1]) == ((date(2026, 6, 1), 0), (date(2026, 11, 24), 3))
    assert len(calendar) == 25 * 7 + 2
    assert [day for day in calendar if day[1]] == [
        (date(2026, 11, 18), 1),
        (date(2026, 11, 22), 1),
        (date(2026, 11, 23), 1),
        (date(2026, 11, 24), 3),
    ]


def studied(stats: Stats) -> list[date]:
    return [day for day, answers in stats.calendar if answers]


def at(month: int, day: int, hour: int, minute: int = 0) -> Attempt:
    return attempt("d/a", datetime(2026, month, day, hour, minute, tzinfo=UTC), 1.0)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process is fixed here")
def test_a_day_turns_at_four_in_the_morning_where_you_are_now(
    told: Told, place: pytest.MonkeyPatch
) -> None:
    travel(place, "Europe/Berlin")
    assert studied(told([at(11, 20, 2, 59)])) == [date(2026, 11, 19)]
    assert studied(told([at(11, 20, 3)])) == [date(2026, 11, 19), date(2026, 11, 20)]
    travel(place, "America/New_York")
    assert studied(told([])) == [date(2026, 11, 19)]
    travel(place, "Asia/Kathmandu")  # UTC+5:45: the day turns at 22:15
    assert studied(told([at(11, 20, 22, 14), at(11, 20, 22, 15)])) == [
        date(2026, 11, 20),
        date(2026, 11, 21),
    ]


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process is fixed here")
def test_summer_time_moves_the_turn_of_the_day(told: Told, place: pytest.MonkeyPatch) -> None:
    travel(place, "Europe/Berlin")  # from UTC+2 to UTC+1 on 25 October 2026
    assert studied(told([at(10, 24, 1, 59), at(10, 24, 2)])) == [
        date(2026, 10, 23),
        date(2026, 10, 24),
    ]
    assert studied(told([at(10, 27, 2, 59), at(10, 27, 3)]))[2:] == [
        date(2026, 10, 26),
        date(2026, 10, 27),
    ]


@pytest.mark.parametrize(
    ("days", "streak"), [([], 0), ([0], 1), ([1, 2], 2), ([2, 3], 0), ([0, 1, 3], 2)]
)
def test_a_streak_ends_today_or_yesterday_and_has_no_gap(
    told: Told, days: list[int], streak: int
) -> None:
    assert told([attempt("d/a", ago(day), 1.0) for day in days]).streak == streak


def test_a_streak_may_be_longer_than_the_calendar(told: Told) -> None:
    assert told([attempt("d/a", ago(days), 1.0) for days in range(200)]).streak == 200


def test_answers_of_the_same_day_are_no_test_of_retention(told: Told) -> None:
    assert told([attempt("d/a", ago(0.2), 1.0), attempt("d/a", ago(0.1), 1.0)]).retention is None


def test_an_answer_soon_after_it_was_crammed_is_no_test_of_retention(told: Told) -> None:
    crammed = [
        replace(attempt("d/a", ago(back), 1.0), reschedules=False) for back in (3, 2.9, 2.8, 1)
    ]
    kept = told([attempt("d/a", ago(9), 1.0), *crammed]).retention
    assert kept is not None
    assert kept.answers == 2
    # 6 and 8 days after the one answer that moved it: (1 + .9803 * days / 8.2956) ** -.1542
    assert kept.promised == pytest.approx((0.92068 + 0.90248) / 2, abs=1e-4)


def test_a_day_that_is_skipped_is_none_of_study(told: Told) -> None:
    skipped = replace(attempt("d/a", ago(0), 0.0), rating=None)
    stats = told([skipped])
    assert (stats.answers, stats.seconds, stats.streak, studied(stats)) == (0, 60.0, 0, [])


def test_the_weakest_are_ten_at_the_most_the_worst_first(told: Told) -> None:
    entries = [entry(f"q{number}", "t", deck="d") for number in range(12)]
    attempts = [attempt(f"d/q{n}", ago(1), 0.6 - n / 100) for n in range(12)]
    weakest = told(attempts, entries=entries).weakest
    assert weakest == tuple(f"d/q{number}" for number in range(11, 1, -1))


def test_of_a_long_history_a_sample_of_whole_questions_says_what_was_kept(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = [attempt(f"d/{key}", ago(6), 1.0) for key in "abce"]
    second = [attempt(f"d/{key}", ago(3), 1.0 if key == "a" else 0.0) for key in "abce"]
    kept = told([*first, *second]).retention
    assert kept is not None
    assert (kept.answers, kept.seen, kept.sampled) == (4, 0.25, False)
    monkeypatch.setattr("drill.history.aggregates._SAMPLE", 2)
    stats = told([])
    assert (stats.answers, stats.seconds) == (8, 480.0)
    assert stats.retention is not None  # of a alone, the first of each four
    assert (stats.retention.answers, stats.retention.seen, stats.retention.sampled) == (1, 1, True)
    # 3 days after it was easy: (1 + .9803 * 3 / 8.2956) ** -.1542
    assert stats.retention.promised == pytest.approx(0.95429, abs=1e-4)


def test_an_empty_library_and_history_have_no_figures(told: Told) -> None:
    stats = told([], entries=[])
    assert (stats.answers, stats.streak, stats.topics, stats.weakest) == (0, 0, (), ())
    assert (stats.retention, stats.calibration) == (None, None)


def test_the_pace_of_a_day_is_that_of_all_its_recorded_answers(told: Told) -> None:
    def said(words: str, seconds: float) -> Spoken:
        return Spoken(("s.1.flac",), (TimedLine(0, seconds, words),), seconds, 1.0)

    answers = [
        replace(attempt("d/a", ago(1), 1.0), spoken=said("one " * 10, 4.0)),
        replace(attempt("d/b", ago(1), 1.0), spoken=said("two " * 10, 8.0)),
        replace(attempt("d/a", ago(0.1), 1.0), spoken=Spoken(("s.2.flac",))),
    ]
    days = told(answers).pace
    assert [(day.answers, day.pace) for day in days] == [(2, 100)]

"""Clock jumps, time zones, daylight saving time, and days that end at four in the morning."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from drill.history import History, repair
from drill.model import Attempt, Rating, study_day
from drill.schedule.memory import replay
from tests.builders import START
from tests.history.samples import attempt, session

pytestmark = pytest.mark.slow


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with History.open(tmp_path / "history.db") as opened:
        opened.start(session())
        yield opened


def at(serial: int, moment: datetime, rating: Rating = Rating.GOOD) -> Attempt:
    return replace(attempt(serial, rating), scored_at=moment)


def test_a_clock_that_jumps_back_a_day_leaves_every_answer_and_a_sound_history(
    history: History,
) -> None:
    moments = [START, START + timedelta(minutes=1), START - timedelta(days=1), START]
    made = [at(serial, moment) for serial, moment in enumerate(moments)]
    for each in made:
        history.record(each)
    assert history.count() == 4
    assert history.knowledge(["deck/one"]) == replay(made)
    assert repair.check(history) == []


def test_the_zone_in_which_an_answer_was_given_makes_no_difference(history: History) -> None:
    kiritimati, pago_pago = ZoneInfo("Pacific/Kiritimati"), ZoneInfo("Pacific/Pago_Pago")
    for serial, zone in enumerate((kiritimati, pago_pago, kiritimati)):
        moment = START + timedelta(days=serial)
        history.record(at(serial, moment.astimezone(zone)))
    stored = history.attempts()
    assert [each.scored_at.tzinfo for each in stored] == [UTC] * 3
    assert history.knowledge(["deck/one"]) == replay(
        at(serial, START + timedelta(days=serial)) for serial in range(3)
    )


def test_the_hour_that_comes_twice_keeps_the_order_of_answers(history: History) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    first = datetime(2026, 10, 25, 2, 45, tzinfo=berlin)  # summer time
    second = datetime(2026, 10, 25, 2, 15, tzinfo=berlin, fold=1)  # half an hour later
    history.record(at(0, first, Rating.AGAIN))
    history.record(at(1, second, Rating.EASY))
    assert history.knowledge(["deck/one"])["deck/one"].last == datetime(
        2026, 10, 25, 1, 15, tzinfo=UTC
    )
    assert [each.rating for each in history.attempts()] == [Rating.AGAIN, Rating.EASY]


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 29, 3, 59), date(2026, 3, 28)),  # the clocks went forward at two
        (datetime(2026, 3, 29, 4, 0), date(2026, 3, 29)),
        (datetime(2026, 10, 25, 3, 59), date(2026, 10, 24)),  # and back at three
        (datetime(2026, 10, 25, 4, 0), date(2026, 10, 25)),
    ],
)
def test_a_study_day_turns_at_four_on_the_clock_when_summer_time_changes(
    moment: datetime, day: date
) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    assert study_day(moment.replace(tzinfo=berlin), berlin) == day


def test_a_session_that_the_day_turns_in_is_one_session(
    history: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    try:
        before = datetime(2026, 3, 3, 2, 59, tzinfo=UTC)
        history.record(at(0, before))
        history.record(at(1, before + timedelta(minutes=2)))
        assert [study_day(each.scored_at).day for each in history.attempts(session().id)] == [2, 3]
        assert len(history.sessions()) == 1
        assert repair.check(history) == []
    finally:
        monkeypatch.undo()
        time.tzset()

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.errors import DrillError
from drill.model import Difficulty
from drill.schedule.plans import Plan, Plans, aims
from drill.selection import Selection
from drill.settings.plans_file import read_plans, write_plans

TODAY = date(2026, 11, 24)


def plan(name: str, days: int) -> Plan:
    return Plan(name, TODAY + timedelta(days=days))


def minutes_of(*days: int, minutes: float = 30, spent: float = 0.0) -> list[float]:
    found = aims([(plan(str(day), day), []) for day in days], minutes, TODAY, spent)
    return [aim.seconds / 60 for aim in found]


def test_one_interview_has_all_the_minutes_until_its_day() -> None:
    assert minutes_of(10) == [300]
    assert minutes_of(1) == [30]
    assert minutes_of(0) == [0]


def test_interviews_ahead_share_each_day_equally() -> None:
    assert minutes_of(4, 10) == [60, 240]
    assert minutes_of(10, 4, 2) == pytest.approx([20 + 30 + 180, 20 + 30, 20])
    assert minutes_of(5, 5) == [75, 75]


def test_what_is_done_today_is_no_more_to_come() -> None:
    assert minutes_of(4, 10, spent=600) == [55, 235]
    assert minutes_of(1, spent=99999) == [0]


@settings(derandomize=True)
@given(
    st.lists(st.integers(0, 1200), min_size=1, max_size=6),
    st.integers(1, 1440),
    st.floats(0, 100_000),
)
def test_together_they_have_the_minutes_until_the_last_day_and_no_more(
    days: list[int], minutes: int, spent: float
) -> None:
    shares = minutes_of(*days, minutes=minutes, spent=spent)
    assert min(shares) >= -1e-6
    whole = max(days) * minutes - (min(spent / 60, minutes) if any(days) else 0)
    assert sum(shares) == pytest.approx(whole, abs=1e-6)
    longer = minutes_of(*days, minutes=minutes + 1, spent=spent)
    assert all(more >= less - 1e-6 for more, less in zip(longer, shares, strict=True))


def test_an_interview_is_ahead_until_its_day_is_over() -> None:
    plans = Plans().with_plan(plan("b", 0)).with_plan(plan("a", 3))
    assert [each.name for each in plans.ahead(TODAY)] == ["b", "a"]
    assert [each.name for each in plans.ahead(TODAY + timedelta(days=1))] == ["a"]
    assert plans.ahead(TODAY + timedelta(days=4)) == ()


def test_an_interview_of_the_same_name_is_moved() -> None:
    moved = Plans().with_plan(plan("a", 3)).with_plan(plan("b", 5)).with_plan(plan("a", 9))
    assert [(each.name, each.on) for each in moved.plans] == [
        ("b", date(2026, 11, 29)),
        ("a", date(2026, 12, 3)),
    ]


def test_a_promise_counts_from_the_day_on_which_its_minutes_changed() -> None:
    later = TODAY + timedelta(days=2)
    plans = Plans().promising(20, TODAY).with_plan(plan("a", 9))
    assert plans.since == TODAY
    assert plans.promising(20, later).since == TODAY
    assert plans.promising(25, later).since == later
    # After the last interview a new one is a new promise.
    over = TODAY + timedelta(days=10)
    assert plans.promising(20, over).since == over


def test_plans_are_read_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "home" / "plans.json"
    wanted = Selection(("sql",), ("joins",), (Difficulty.HARD,), "inner join")
    plans = Plans((Plan("Größe", TODAY, wanted), plan("b", 4)), 45, TODAY)
    write_plans(plans, path)
    assert read_plans(path) == plans
    write_plans(Plans(), path)
    assert read_plans(path) == Plans()


def test_a_file_without_a_first_day_is_read(tmp_path: Path) -> None:
    path = tmp_path / "plans.json"
    path.write_text('{"version": 1, "minutes": 5, "plans": []}')
    assert read_plans(path) == Plans((), 5)


@pytest.mark.parametrize(
    "text",
    [
        '{"version": 2}',
        '{"version": 1, "minutes": 5, "plans": [], "since": 7}',
        '{"version": 1, "minutes": 1e400, "plans": []}',
    ],
)
def test_a_file_that_is_none_of_plans_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "plans.json"
    path.write_text(text)
    with pytest.raises(DrillError, match=r"plans\.json"):
        read_plans(path)

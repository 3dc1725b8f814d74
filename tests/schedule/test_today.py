"""Today's state: what was done, what is left, in which order."""

from datetime import UTC, datetime

from drill.model import Knowledge
from drill.reporting.humanize import progress
from drill.schedule.today import Today, planned_today, scheduled_today

KNOWN = {"d/a": Knowledge(1, 0.5, datetime(2026, 11, 23, tzinfo=UTC))}


def test_a_plan_leaves_what_the_minutes_still_hold_in_the_order_of_worth() -> None:
    day = planned_today(
        ["d/b", "d/a", "d/c"],
        2,
        {"d/a", "d/b", "d/c", "d/e"},
        KNOWN,
        ["d/e", "x"],
        unused=600,
        eve=False,
    )
    assert day == Today(done=1, left=("d/b", "d/a"), new=1, by_plan=True)
    assert (day.total, day.again) == (3, 1)


def test_a_day_whose_minutes_are_over_has_nothing_left() -> None:
    day = planned_today(["d/b"], 0, {"d/a", "d/b"}, KNOWN, ["d/a"], unused=-60, eve=False)
    assert (day.done, day.left, day.total, day.spare) == (1, (), 1, 0)


def test_a_fast_user_sees_the_spare_minutes() -> None:
    day = planned_today(["d/b"], 0, {"d/a", "d/b"}, KNOWN, ["d/a"], unused=24 * 60 + 59, eve=False)
    assert progress(day) == "today is done: 1 of 1, 24 min to spare"
    day = planned_today(["d/b"], 0, {"d/a", "d/b"}, KNOWN, ["d/a"], unused=5 * 60 - 1, eve=False)
    assert progress(day) == "today is done: 1 of 1"


def test_without_a_plan_what_is_due_is_left() -> None:
    assert scheduled_today(["d/a"], ["d/b"]) == Today(1, ("d/a",), 0, by_plan=False)


def test_what_failed_today_is_no_more_of_the_day_but_on_an_eve() -> None:
    keys, ranked, answered = {"d/a", "d/b"}, ["d/b", "d/a"], ["d/a"]
    day = planned_today(ranked, 9, keys, KNOWN, answered, unused=900, eve=False)
    assert (day.done, day.left, day.total) == (1, ("d/b",), 2)
    day = planned_today(ranked, 9, keys, KNOWN, ["d/a", "d/b"], unused=900, eve=False)
    assert (progress(day), day.extra) == ("today is done: 2 of 2", "drill quiz")
    day = planned_today([], 9, keys, KNOWN, ["d/a", "d/b"], unused=900, eve=False)
    assert day.extra == "drill quiz --cram"
    day = planned_today(ranked, 9, keys, KNOWN, answered, unused=900, eve=True)
    assert day.left == ("d/b", "d/a")

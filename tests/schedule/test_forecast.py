"""The figures of a plan are plausible for any history, number of interviews and time."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.model import Knowledge, Memory
from drill.schedule.forecast import Forecast, asked_by_plan, days_to_simulate, forecast
from drill.schedule.learner import Learner
from drill.schedule.memory import PARAMETERS, Schedule
from drill.schedule.planner import Aim
from drill.schedule.simulation import Budget

NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)
PACE = Learner(60.0, 0.4)


def known(stability: float, days: float) -> Knowledge:
    last = NOW - timedelta(days=days)
    return Knowledge(2, 1.0, last, memory=Memory(stability, 5.0, last, NOW))


def missed(days: float) -> Knowledge:
    last = NOW - timedelta(days=days)
    return Knowledge(2, 0.0, last, memory=Memory(0.2, 6.0, last, NOW))


def keys(number: int) -> list[str]:
    return [f"d/{n}" for n in range(number)]


def promised(
    number: int,
    days: int,
    minutes: float,
    *,
    spent: float = 0.0,
    kept: float = 1.0,
    met: dict[str, Knowledge] | None = None,
) -> Forecast:
    aim = Aim(days, days * minutes * 60, keys(number))
    (found,) = forecast([aim], met or {}, NOW, Budget(minutes, spent, kept), pace=PACE)
    return found


states = st.none() | st.tuples(st.floats(0.01, 3000), st.floats(0, 500))


@pytest.mark.slow
@settings(max_examples=30, derandomize=True, deadline=None)
@given(
    given_states=st.lists(states, max_size=12),
    days=st.lists(st.sampled_from([0, 1, 2, 3, 9, 25, 70]), min_size=1, max_size=3),
    budget=st.builds(
        Budget, st.sampled_from([1, 2, 10, 30, 300, 1440]), st.floats(0, 4000), st.floats(0.05, 1)
    ),
    pace=st.builds(Learner, st.floats(20, 300), st.floats(0.05, 1)),
)
def test_the_figures_make_sense(
    given_states: list[tuple[float, float] | None],
    days: list[int],
    budget: Budget,
    pace: Learner,
) -> None:
    minutes, seconds = budget.minutes, pace.seconds
    names = keys(len(given_states))
    met = {key: known(*state) for key, state in zip(names, given_states, strict=True) if state}
    # Each interview has fewer of the questions than the one before, and they share the days.
    aims = [Aim(ahead, ahead * minutes * 60, names[number:]) for number, ahead in enumerate(days)]
    played = []
    found = forecast(aims, met, NOW, budget, pace=pace, step=lambda: played.append(1))
    assert len(played) == days_to_simulate(aims, budget)
    for aim, each in zip(aims, found, strict=True):
        assert 0 <= each.low <= each.planned <= each.high <= 1
        assert 0 <= each.if_idle <= each.at_current_rate <= each.planned
        assert 0 <= each.now <= 1
        assert each.gain_per_minute >= 0
        assert each.questions == len(aim.keys)
        assert len(set(each.at_risk)) == len(each.at_risk)
        assert set(each.at_risk) <= set(aim.keys)
        assert 0 <= each.unmet <= len(aim.keys) - sum(key in met for key in aim.keys)
        assert [day.ahead for day in each.days] == list(range(aim.days))
        for day in each.days:
            assert day.minutes == pytest.approx((day.new + day.repeats) * seconds / 60)
            # A question that was begun is finished.
            assert day.minutes <= max(minutes + seconds / 120, seconds / 60) + 1e-9
        left = max(0.0, minutes - budget.spent / 60)
        for day in each.days[:1]:
            assert day.minutes <= max(left + seconds / 120, seconds / 60) + 1e-9


@pytest.mark.parametrize(("number", "days", "minutes"), [(1, 5, 10), (5, 3, 1), (40, 9, 3)])
def test_new_questions_add_up_to_those_that_will_be_met(
    number: int, days: int, minutes: int
) -> None:
    found = promised(number, days, minutes)
    assert sum(day.new for day in found.days) == number - found.unmet


def test_today_holds_what_is_left_of_its_minutes() -> None:
    assert promised(40, 5, 10, spent=240).days[0].new == 6
    assert promised(40, 5, 10, spent=600).days[0].new == 0
    assert promised(40, 5, 10, spent=600).days[1].new == 10


def test_with_too_little_time_it_says_how_many_are_not_met_and_what_a_minute_more_brings() -> None:
    found = promised(100, 2, 10)
    assert found.unmet == 80
    assert not set(found.at_risk) & set(keys(100)[20:])
    assert 0.005 < found.gain_per_minute < 0.02  # two questions more of a hundred, known by halves
    assert promised(100, 20, 60).unmet == 0


def test_the_forecast_at_the_current_rate_uses_the_share_kept_so_far() -> None:
    found = promised(60, 4, 10, kept=0.5)
    assert found.if_idle < found.at_current_rate < found.planned
    assert promised(60, 4, 10).at_current_rate == found.planned


def test_there_is_no_minute_more_than_a_day_has() -> None:
    assert promised(3, 2, 1440).gain_per_minute == 0


def test_the_day_itself_counts_from_its_morning() -> None:
    met = {"d/0": known(1.0, 0)}
    # Answered just now, at 18:00: 15 hours until nine tomorrow, two at the least until "today".
    # (1 + .9803 * days / stability) ** -.1542 for .1, .5 and 1 of the stability: .739, .884, .929;
    # and .912, .977, .988.
    assert promised(1, 1, 10, met=met).if_idle == pytest.approx(0.851, abs=1e-3)
    assert promised(1, 0, 10, met=met).if_idle == pytest.approx(0.959, abs=1e-3)


def test_an_interview_without_questions_has_no_figures() -> None:
    found = promised(0, 3, 10)
    assert (found.questions, found.planned, found.unmet, found.at_risk) == (0, 0.0, 0, ())
    assert [day.new + day.repeats for day in found.days] == [0, 0, 0]


def test_what_is_met_and_will_be_forgotten_is_at_risk_the_worst_first() -> None:
    met = {"d/0": known(0.5, 30), "d/1": known(300, 1), "d/2": known(0.1, 30)}
    assert promised(3, 1, 1, spent=60, met=met).at_risk == ("d/2", "d/0")


def test_at_risk_is_what_will_more_likely_than_three_in_ten_be_forgotten() -> None:
    met = {"d/0": known(1.3, 5), "d/1": known(2.2, 5)}
    found = promised(2, 1, 1, spent=60, met=met)
    assert found.planned == pytest.approx((0.680 + 0.729) / 2, abs=1e-3)
    assert found.at_risk == ("d/0",)


def test_the_range_is_that_of_four_days_in_five_and_of_memories_as_people_have_them() -> None:
    found = promised(100, 1, 1, spent=60, met=dict.fromkeys(keys(100), known(10, 5)))
    # Recall .681 with a twentieth of FSRS's stability, .858 as likely, .934 with all of it; and
    # 1.28 deviations of a hundred questions, .045, around the outer two.
    assert found.planned == pytest.approx(0.858, abs=1e-3)
    assert (found.low, found.high) == pytest.approx((0.637, 0.979), abs=1e-3)


def test_a_date_years_ahead_is_played_too_and_its_days_are_all_there() -> None:
    found = promised(5, 1100, 2)
    assert len(found.days) == 1100
    assert found.planned > 0.9
    assert sum(day.repeats for day in found.days[500:1000]) > 400


def test_the_same_questions_have_the_same_forecast() -> None:
    assert promised(30, 9, 5) == promised(30, 9, 5)


def test_a_question_just_failed_lowers_the_forecast() -> None:
    found = promised(2, 5, 30, met={"d/0": missed(0), "d/1": missed(0.01)})
    assert found.now == pytest.approx(0.88)
    assert found.if_idle < 0.6


@pytest.mark.parametrize(("days", "chance"), [(0.4, 0.88), (0.6, 0.953)])
def test_a_miss_counts_as_just_read_for_half_a_day(days: float, chance: float) -> None:
    last = NOW - timedelta(days=days)
    failed = Knowledge(2, 0.0, last, memory=Memory(6.0, 6.0, last, NOW))
    found = promised(1, 1, 1, spent=60, met={"d/0": failed})
    assert found.now == pytest.approx(chance, abs=1e-3)


def test_what_was_known_at_first_is_expected_to_last() -> None:
    once = {"d/0": Knowledge(1, 1.0, NOW, memory=Memory(2.0, 5.0, NOW, NOW))}
    twice = {"d/0": Knowledge(2, 1.0, NOW, memory=Memory(2.0, 5.0, NOW, NOW))}
    assert promised(1, 9, 10, met=once).if_idle > promised(1, 9, 10, met=twice).if_idle


def test_no_day_of_a_long_plan_is_empty_while_there_is_something_to_ask() -> None:
    days = promised(13, 60, 30).days
    assert len(days) == 60
    assert all(13 <= day.new + day.repeats <= 30 for day in days[:-1])


def test_parameters_of_a_person_who_forgets_fast_promise_less() -> None:
    fast = Schedule((*(each / 10 for each in PARAMETERS[:4]), *PARAMETERS[4:]))
    aim = Aim(9, 9 * 600, keys(9))
    (slower,) = forecast([aim], {}, NOW, Budget(1), pace=PACE)
    (faster,) = forecast([aim], {}, NOW, Budget(1), pace=PACE, schedule=fast)
    assert faster.planned < slower.planned - 0.05


def test_what_the_coming_days_ask_is_what_the_forecast_counts() -> None:
    names = keys(40)
    met = {key: known(3.0, number) for number, key in enumerate(names[:10])}
    aims = [Aim(3, 3 * 600, names[:25]), Aim(5, 5 * 600, names[25:])]
    budget = Budget(10, spent=120)
    days = asked_by_plan(aims, met, NOW, budget, 4, pace=PACE)
    first, second = forecast(aims, met, NOW, budget, pace=PACE)
    counts = [[day.new + day.repeats for day in each.days] + [0] * 5 for each in (first, second)]
    assert [len(day) for day in days] == [a + b for a, b in list(zip(*counts, strict=False))[:4]]
    assert len(days[0]) == 8
    assert days[0] <= set(names)

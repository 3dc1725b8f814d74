"""Histories are made by FSRS itself, from known parameters: a fit should find those again."""

import sys
from datetime import timedelta
from functools import cache
from random import Random

import pytest

from drill.errors import DrillError
from drill.model import Attempt, Memory, Rating
from drill.schedule.fitting import LEAST, fit
from drill.schedule.memory import PARAMETERS, Schedule, recall, review
from tests.builders import START, attempt

# Ten times as quick to forget, and on a steeper curve.
FORGETFUL = (*(value / 10 for value in PARAMETERS[:4]), *PARAMETERS[4:20], 0.8)


@cache
def history(parameters: tuple[float, ...], seed: int, days: int = 40) -> list[Attempt]:
    """Of 100 questions 25 at random on each day, answered as `parameters` have it."""
    chance, schedule = Random(seed), Schedule(parameters)
    memories: dict[str, Memory] = {}
    attempts: list[Attempt] = []
    for day in range(days):
        for serial, number in enumerate(chance.sample(range(100), 25)):
            key, at = f"deck/{number}", START + timedelta(days=day, minutes=number)
            before = memories.get(key)
            recalled = chance.random() < (recall(before, at, schedule) if before else 0.4)
            rating = Rating.GOOD if recalled else Rating.AGAIN
            memories[key] = review(before, rating, at, schedule)
            attempts.append(attempt(key, rating, name=f"s.{day}.{serial}", at=at))
    return attempts


@pytest.mark.parametrize("seed", range(3))
def test_a_fit_predicts_better_where_the_parameters_are_others(seed: int) -> None:
    found = fit(history(FORGETFUL, seed))
    assert found.answers == 1000
    assert found.judged > 150
    assert found.better
    assert found.fitted_loss < found.default_loss


@pytest.mark.parametrize("seed", range(3))
def test_where_the_defaults_are_true_a_fit_is_no_better(seed: int) -> None:
    assert not fit(history(PARAMETERS, seed)).better


def test_the_parameters_are_fitted_to_the_whole_history() -> None:
    attempts = history(FORGETFUL, 1)
    assert fit(attempts).parameters != fit(attempts[:800]).parameters
    assert len(fit(attempts).parameters) == 21


def test_the_order_of_the_attempts_changes_nothing() -> None:
    attempts = history(FORGETFUL, 1)
    assert fit(attempts[::-1]) == fit(attempts)


def test_skipped_answers_do_not_count_and_crammed_ones_teach_nothing() -> None:
    attempts = history(FORGETFUL, 1)
    skipped = attempt("deck/1", None, name="s.x.1")
    assert fit([*attempts, skipped]) == fit(attempts)
    some = attempts[: LEAST - 1]
    with pytest.raises(DrillError, match="you have 399"):
        fit([*some, *[skipped] * 9])


def test_too_short_a_history_says_how_many_answers_are_missing() -> None:
    with pytest.raises(DrillError) as raised:
        fit(history(PARAMETERS, 0)[:150])
    assert raised.value.code == 1
    assert "fitting needs 400 scored answers; you have 150" in str(raised.value)


def test_a_history_without_repeats_cannot_be_judged() -> None:
    attempts = [
        attempt(f"deck/{number}", name=f"s.{number}", at=START + timedelta(minutes=number))
        for number in range(LEAST)
    ]
    with pytest.raises(DrillError, match="repeats no question from an earlier day"):
        fit(attempts)


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsrs_rs_python", None)
    with pytest.raises(DrillError) as raised:
        fit(history(PARAMETERS, 0))
    assert raised.value.hint == "pip install 'interview-drill[fit]'"

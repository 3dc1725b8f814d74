"""A session killed at any moment, by any signal, loses no acknowledged answer."""

import sys
from pathlib import Path
from random import Random

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals", allow_module_level=True)

from tests.faults import interviews, kills

pytestmark = pytest.mark.slow


def test_a_killed_quiz_loses_no_answer_that_it_went_on_from(tmp_path: Path) -> None:
    chance = Random(20261124)
    cards = kills.deck(tmp_path)
    seen = [kills.run(tmp_path / "home", cards, chance) for _ in range(5)]
    assert [kill for kill in seen if kill.faults] == []
    assert sum(kill.kept for kill in seen) > 6


def test_an_interview_that_is_killed_goes_on_to_its_end_with_all_that_was_answered(
    tmp_path: Path,
) -> None:
    seen = interviews.run(tmp_path / "home", kills.deck(tmp_path), Random(12))
    assert [kill for kill in seen if kill.faults] == []
    assert len([kill for kill in seen if kill.strike]) > 1
    assert seen[-1].kept == interviews.QUESTIONS

"""Whatever kills the quiz, and whenever: no answer that was acknowledged is lost."""

import sys
from pathlib import Path
from random import Random

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals", allow_module_level=True)

from tests.faults.kills import deck, run


def test_a_killed_quiz_loses_no_answer_that_it_went_on_from(tmp_path: Path) -> None:
    chance = Random(20261124)
    cards = deck(tmp_path)
    kills = [run(tmp_path / "home", cards, chance) for _ in range(6)]
    assert [kill for kill in kills if kill.faults] == []
    assert sum(kill.kept for kill in kills) > 6

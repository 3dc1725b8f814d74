"""Random arguments: `python -m tests.faults --walk` tries hundreds."""

from pathlib import Path
from random import Random

import pytest

from tests.conftest import SMALL_DECK
from tests.trust import arguments

pytestmark = pytest.mark.slow


def test_random_arguments_work_or_are_refused_with_a_message(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text(SMALL_DECK)
    chance = Random(20261127)
    said = [arguments.wrong(tmp_path, arguments.made(chance)) for _ in range(10)]
    assert [each for each in said if each] == []

"""Three machines that sync through a folder, and are killed at random, converge."""

import sys
from pathlib import Path
from random import Random

import pytest

if sys.platform == "win32":
    pytest.skip("kills", allow_module_level=True)

from tests.faults import machines

pytestmark = pytest.mark.slow


def test_three_machines_lose_nothing_and_hold_the_same(tmp_path: Path) -> None:
    story = machines.run(tmp_path, Random(20261127), 10)
    assert story.wrong == []
    assert story.acknowledged

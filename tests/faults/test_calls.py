"""Failing system calls lose no acknowledged answer and cause no traceback."""

import shutil
import sys
from pathlib import Path
from random import Random

import pytest

if sys.platform != "linux" or shutil.which("gcc") is None:
    pytest.skip("needs a C compiler and LD_PRELOAD", allow_module_level=True)

from tests.faults.calls import Walker

pytestmark = pytest.mark.slow


def test_a_system_call_that_fails_loses_no_answer(tmp_path: Path) -> None:
    faults = list(Walker(tmp_path).sample(Random(20261127), 5))
    assert [fault for fault in faults if fault.wrong] == []

"""Programs to ask: small Python scripts that behave well, badly, or worse."""

import shlex
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Child = Callable[[str], str]


@pytest.fixture
def child(tmp_path: Path) -> Child:
    """Give the command of a Python program with this text."""

    def write(source: str) -> str:
        path = tmp_path / f"child-{len(list(tmp_path.glob('child-*')))}.py"
        path.write_text(source, "utf-8")
        return shlex.join([sys.executable, "-I", str(path)])

    return write

"""Programs to ask: small Python scripts that behave well, badly, or worse."""

import os
import shlex
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from select import select

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


class Lifeline:
    """A pipe that a child holds open while it lives; nothing has to be polled."""

    def __init__(self, path: Path) -> None:
        os.mkfifo(path)
        self._fd = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        self.hold = f"import os; os.write(os.open({str(path)!r}, os.O_WRONLY), b'x')"
        """What a child runs to take hold of it, one line of Python."""

    def has_begun(self) -> bool:
        """Wait until a child holds it; False after ten seconds."""
        return bool(select([self._fd], [], [], 10)[0]) and os.read(self._fd, 1) == b"x"

    def has_ended(self) -> bool:
        """Wait until no child holds it any more; False after ten seconds."""
        while select([self._fd], [], [], 10)[0]:
            if not os.read(self._fd, 1):
                return True
        return False

    def close(self) -> None:
        os.close(self._fd)


@pytest.fixture
def life(tmp_path: Path) -> Iterator[Lifeline]:
    """Whether a child lives."""
    line = Lifeline(tmp_path / "lifeline")
    yield line
    line.close()


def shell_script(path: Path, script: str) -> Path:
    """`path` as a program that runs the lines of `script`."""
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path

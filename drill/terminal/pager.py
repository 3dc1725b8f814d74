"""Long output through the user's pager."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console

_USUAL = "less"


@contextmanager
def paged(console: Console) -> Iterator[None]:
    """Send the block's output to $PAGER, or less, if it is longer than the screen."""
    if not (console.is_terminal and sys.stdin.isatty()) or console.is_dumb_terminal:
        yield
        return
    with console.capture() as captured:
        yield
    text = captured.get()
    if text.count("\n") < console.height or not _shown(text):
        console.file.write(text)
        console.file.flush()


def _shown(text: str) -> bool:
    """Whether a pager was found and run; less shows colours."""
    try:
        command = shlex.split(os.environ.get("PAGER", _USUAL))
        if not command or shutil.which(command[0]) is None:
            return False
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env={"LESS": "FRX", **os.environ})
    except (ValueError, OSError):  # it is no command, or cannot be run
        return False
    with pager:
        try:
            pager.communicate(text.encode(errors="replace"))
        except KeyboardInterrupt:
            pager.wait()  # it owns the terminal until it ends
    return True

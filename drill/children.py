"""Child processes that run a module of this package with the parent's interpreter."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

Stream = int | IO[bytes]


def python(module: str, *arguments: str) -> Sequence[str]:
    """The command that calls `main` of `module`, one of this package.

    The child uses the parent's import path, never the current folder, which may hold untrusted
    files.
    """
    start = f"import sys; sys.path[:] = {sys.path!r}; from {module} import main; main()"
    return [sys.executable, "-I", "-c", start, *arguments]


def popen(
    command: Sequence[str], *, stdin: Stream, stdout: Stream, stderr: Stream
) -> "subprocess.Popen[bytes]":
    """Start a child that the terminal's keys do not reach; raises OSError if that fails."""
    return subprocess.Popen(
        command,
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        start_new_session=True,  # no effect on Windows, which needs the next line
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def end(child: "subprocess.Popen[bytes]") -> None:
    """Kill a child and, if it leads a process group, its children; wait for its end."""
    with suppress(ProcessLookupError):
        if os.name == "nt":
            child.kill()
        else:
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()

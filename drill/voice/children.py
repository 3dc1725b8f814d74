"""Child processes that run a module of this package with the interpreter of the parent."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import IO

Stream = int | IO[bytes]


def python(module: str, *arguments: str) -> Sequence[str]:
    """The command that calls `main` of `drill.voice.MODULE`.

    Modules are found where the parent finds them, never in the current folder, which may hold
    anybody's files.
    """
    start = f"import sys; sys.path[:] = {sys.path!r}; from drill.voice.{module} import main; main()"
    return [sys.executable, "-I", "-c", start, *arguments]


def popen(
    command: Sequence[str], *, stdin: Stream, stdout: Stream, stderr: Stream
) -> "subprocess.Popen[bytes]":
    """Start a child that no key of the terminal reaches; raises OSError where it cannot be."""
    return subprocess.Popen(
        command,
        stdin=stdin,
        stdout=stdout,
        stderr=stderr,
        start_new_session=True,  # means nothing on Windows, where the next line does it
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
    )


def end(child: "subprocess.Popen[bytes]") -> None:
    """Kill a child, with what it started where it leads a group; wait until it is gone."""
    with suppress(ProcessLookupError):
        if os.name == "nt":
            child.kill()
        else:
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()

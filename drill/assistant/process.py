"""One run of the user's program: a prompt in, bounded text out, and no process left behind."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Event, Lock, Thread
from time import monotonic
from typing import IO

from drill.assistant.command import Program
from drill.text import printable_line

OUTPUT_LIMIT = 1_000_000
"""The most bytes that a program may write: a hundred times the longest sensible reply."""
_COMPLAINT_LIMIT = 2_000  # bytes to keep from the end of standard error
_LINGERING = 1.0  # seconds that its children may keep a program's output open after its end


class RunFailed(Exception):  # noqa: N818  # an outcome for the caller, not an error of the user
    """A run that failed; the message is one printable line."""


class Running:
    """The running programs, which `stop` ends together; `stopped` is set from then on."""

    def __init__(self) -> None:
        self.stopped = Event()
        self._lock = Lock()
        self._processes: set[subprocess.Popen[bytes]] = set()

    def stop(self) -> None:
        """End all programs with their children, and any that starts later."""
        with self._lock:
            self.stopped.set()
            for process in self._processes:
                _end(process)

    @contextmanager
    def holding(self, process: subprocess.Popen[bytes]) -> Iterator[None]:
        """Keep track of `process` for the length of the block."""
        with self._lock:
            self._processes.add(process)
            if self.stopped.is_set():
                _end(process)
        try:
            yield
        finally:
            with self._lock:
                self._processes.discard(process)


def run(program: Program, prompt: str, seconds: float, running: Running) -> str:
    """The standard output of `program` for `prompt` on standard input.

    Raises RunFailed if it takes longer than `seconds`, exits with an error, or writes more than
    OUTPUT_LIMIT bytes; OSError if it cannot be started. Invalid UTF-8 becomes U+FFFD.
    """
    process = subprocess.Popen(
        program,
        bufsize=0,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},  # pipes on Windows have another encoding
        start_new_session=True,  # a process group, to end as a whole; not on Windows
    )
    streams = (process.stdin, process.stdout, process.stderr)
    stdin, stdout, stderr = (stream for stream in streams if stream)
    out, complaint = bytearray(), bytearray()
    threads = [
        _begin(_feed, stdin, prompt.encode(errors="replace")),
        _begin(_read, stdout, out, process),
        _begin(_read_last, stderr, complaint),
    ]
    try:
        with running.holding(process):
            try:
                code = process.wait(seconds)
            except subprocess.TimeoutExpired:
                _end(process)
                raise RunFailed(f"no answer within {seconds:g} seconds") from None
            finally:
                _collect(process, threads)
    finally:
        for stream in (stdin, stdout, stderr):
            with suppress(OSError):  # nobody reads the pipe any more
                stream.close()
    if len(out) > OUTPUT_LIMIT:
        raise RunFailed(f"it wrote more than {OUTPUT_LIMIT:,} bytes")
    if code:
        raise RunFailed(_failure(code, complaint))
    return out.decode(errors="replace")


def _begin(work: Callable[..., None], *arguments: object) -> Thread:
    thread = Thread(target=work, args=arguments, daemon=True)
    thread.start()
    return thread


def _feed(stream: IO[bytes], data: bytes) -> None:
    """Write the prompt; a program may answer without reading all of it."""
    view = memoryview(data)
    with suppress(OSError, ValueError):
        while view:
            view = view[stream.write(view) :]
    with suppress(OSError):
        stream.close()


def _read(stream: IO[bytes], into: bytearray, process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError, ValueError):  # the stream is closed when the run is abandoned
        while chunk := stream.read(65_536):
            into += chunk
            if len(into) > OUTPUT_LIMIT:
                _end(process)
                return


def _read_last(stream: IO[bytes], into: bytearray) -> None:
    with suppress(OSError, ValueError):
        while chunk := stream.read(65_536):
            into += chunk
            del into[:-_COMPLAINT_LIMIT]


def _collect(process: subprocess.Popen[bytes], threads: Sequence[Thread]) -> None:
    """Read the rest of the pipes, without waiting for children that keep them open."""
    _join(threads)
    if any(thread.is_alive() for thread in threads):
        _end(process)
        _join(threads)
    process.wait()


def _join(threads: Sequence[Thread]) -> None:
    """Wait for the threads, at most `_LINGERING` seconds in all."""
    until = monotonic() + _LINGERING
    for thread in threads:
        thread.join(max(0.0, until - monotonic()))


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill a program and its children; it has nothing to save."""
    if sys.platform == "win32":
        tree = ["taskkill", "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(tree, check=False, capture_output=True)
        return
    with suppress(ProcessLookupError, PermissionError):  # macOS, where only zombies are left
        os.killpg(process.pid, signal.SIGKILL)


def _failure(code: int, complaint: bytearray) -> str:
    """The end of a failed run in words, with the last line of its standard error."""
    how = f"it ended with exit code {code}" if code > 0 else f"it was ended by signal {-code}"
    lines = complaint.decode(errors="replace").strip().splitlines()
    return f"{how}: {printable_line(lines[-1])[:200]}" if lines else how

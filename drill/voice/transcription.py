"""Transcription in the background, by the packaged recogniser or the user's own."""

import json
import re
import shlex
import subprocess
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryFile
from threading import Event, Thread, Timer

from drill import children
from drill.errors import DrillError
from drill.model.spoken import TimedLine
from drill.speaking.measures import FRAME, Heard
from drill.text import printable_line

_ENGLISH_ALONE = (
    "the packaged recogniser understands only English; name your own as [voice] transcribe"
)
_NOT_INSTALLED = "transcribing needs pip install 'interview-drill[voice]'"
# Seconds: several times the need of a slow machine. A slower recogniser is stuck.
_TIME_TO_LOAD = 60.0
_TIME_A_SECOND = 5.0
_MOST_OUTPUT = 1_000_000
_TIMED = re.compile(r"\[(?:(\d+):)?(\d+):(\d+[.,]\d+) --> (?:(\d+):)?(\d+):(\d+[.,]\d+)\]\s*(.*)")


class _FailedError(Exception):
    """A recogniser without a usable result; the message says why."""


class Transcriber:
    """Transcribes recordings one after another, in the order of `begin`.

    `command` is the user's own recogniser, with `{file}` for the recording; its output is plain
    text. The failure of a recogniser becomes the `note` of `Heard`. Raises DrillError if it is no
    command.
    """

    def __init__(self, command: str | None = None) -> None:
        try:
            self._command = shlex.split(command) if command else None
        except ValueError as error:  # an unclosed quotation mark
            raise DrillError(
                f"the command that transcribes cannot be read: {error}: {command}",
                "see [voice] transcribe in config.toml",
            ) from error
        self._jobs: SimpleQueue[tuple[Path, str]] = SimpleQueue()
        self._done: dict[Path, Event] = {}
        self._results: dict[Path, Heard] = {}
        self._child: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._worker: Thread | None = None

    def begin(self, path: Path, lang: str = "en") -> None:
        """Queue the recording for transcription, unless it was queued before."""
        if path in self._done:
            return
        self._done[path] = Event()
        self._jobs.put((path, lang))
        if self._worker is None:
            self._worker = Thread(target=self._work, daemon=True)
            self._worker.start()

    def heard(self, path: Path, wait: float = 0.0) -> Heard | None:
        """The result for a recording; None if it is not ready within `wait` seconds."""
        done = self._done.get(path)
        if done is not None and wait:
            done.wait(wait)
        return self._results.get(path)

    def close(self) -> None:
        """Abandon unfinished work."""
        self._closed = True
        if self._child is not None:
            children.end(self._child)

    def _work(self) -> None:
        while not self._closed:
            path, lang = self._jobs.get()
            self._results[path] = self._transcribed(path, lang)
            self._done[path].set()

    def _transcribed(self, path: Path, lang: str) -> Heard:
        own = self._command
        packaged = own is None and lang.partition("-")[0] == "en" and _installed()
        try:
            listened = json.loads(self._run(children.python(*_listen(path, packaged)), path))
        except (_FailedError, ValueError) as error:
            return Heard((), note=f"{path.name}: {error}")
        levels = tuple(listened["levels"])
        if own is None:
            lines = tuple(TimedLine(start, end, text) for start, end, text in listened["lines"])
            note = "" if packaged else _ENGLISH_ALONE if _installed() else _NOT_INSTALLED
            return Heard(levels, _clean(lines), note)
        try:
            said = self._run([part.replace("{file}", str(path)) for part in own], path)
        except _FailedError as error:
            return Heard(levels, note=f"{own[0]}: {error}")
        return Heard(levels, _clean(_timed(said, len(levels) * FRAME)))

    def _run(self, command: Sequence[str], path: Path) -> str:
        """The output of a command that transcribes `path`; raises _FailedError."""
        # More than the length of the recording: a second of speech takes far more than 1,000 bytes.
        seconds = path.stat().st_size / 1000 if path.exists() else 0.0
        with TemporaryFile() as errors:
            try:
                child = children.popen(
                    command,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=errors,
                )
            except OSError as error:
                raise _FailedError(error.strerror or str(error)) from error
            self._child = child
            limit = _TIME_TO_LOAD + _TIME_A_SECOND * seconds
            timer = Timer(limit, children.end, (child,))
            timer.daemon = True
            timer.start()
            with child:
                output = child.stdout.read(_MOST_OUTPUT + 1) if child.stdout else b""
                if len(output) > _MOST_OUTPUT:
                    children.end(child)
            over = not timer.is_alive()
            timer.cancel()
            self._child = None
            if len(output) > _MOST_OUTPUT:
                raise _FailedError("its output exceeds 1 MB")
            if over:
                raise _FailedError(f"it took over {limit:.0f} s")
            if child.returncode != 0:
                errors.seek(0)
                last = errors.read(_MOST_OUTPUT).decode(errors="replace").strip().split("\n")[-1]
                raise _FailedError(printable_line(last)[:200] or f"exit code {child.returncode}")
        return output.decode(errors="replace")


def _listen(path: Path, packaged: bool) -> Sequence[str]:
    return ("drill.voice.recogniser", str(path), *(() if packaged else ("levels",)))


def _installed() -> bool:
    return find_spec("moonshine_voice") is not None


def _timed(said: str, seconds: float) -> Iterator[TimedLine]:
    """The lines of a recogniser's output with whisper's times, or the whole output as one line."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    timed = [match for line in lines if (match := _TIMED.match(line))]
    if not timed:
        yield TimedLine(0.0, seconds, " ".join(lines))
    for match in timed:
        start, end = _seconds(*match.group(1, 2, 3)), _seconds(*match.group(4, 5, 6))
        yield TimedLine(start, max(start, end), match[7])


def _seconds(hours: str | None, minutes: str, seconds: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds.replace(",", "."))


def _clean(lines: "Iterator[TimedLine] | Sequence[TimedLine]") -> tuple[TimedLine, ...]:
    clean = (line._replace(text=printable_line(line.text).strip()) for line in lines)
    return tuple(line for line in clean if line.text)

"""Runs the real command under watch: what it cost, and what of its output no terminal may get."""

import ctypes
import io
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pexpect

ROOT = Path(__file__).parent.parent.parent
SECONDS, MEGABYTES = 2.0, 300
# For a command over all the hostile decks at once: PDFs and the like take more than a second of
# that anyway, two or more on a slow machine. What explodes takes more than this on any.
SECONDS_TOGETHER = 10.0
_PATIENCE = 20.0  # seconds until it hangs
_PR_CAPBSET_DROP, _DAC_OVERRIDE, _DAC_READ_SEARCH = 24, 1, 2  # linux/prctl.h, linux/capability.h

# All that drill itself tells a terminal: colours, the cursor, its two screens, and where a person
# writes, what prompt_toolkit sets and asks: keys, wrapping, blinking, the cursor's place.
_DRILL = re.compile(
    r"\x1b\[[0-9;]*[mHJKABCD]|\x1b\[\?(?:25|1049|2004)[hl]|\x1b\[\?(?:1|7|12)[hl]|\x08"
)
_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]|[\u200c\u200d]{2,}"
)


@dataclass(frozen=True, slots=True)
class Ran:
    """A command that has run, and the processor seconds that it took."""

    code: int
    out: str
    err: str
    seconds: float

    def check(self, seconds: float = SECONDS) -> None:
        """Fail where it crashed, cost too much, or wrote what a terminal would obey.

        Where it wanted more memory than it may have, it crashed.
        """
        assert "Traceback" not in self.err, self.err
        assert self.code in (0, 1, 2), (self.code, self.err)
        assert self.seconds < seconds
        assert unsafe(self.out + self.err) == []


def unsafe(output: str) -> list[str]:
    """What of the output is neither text nor one of drill's own sequences."""
    assert "\x1b[66;66m" not in output
    return _UNSAFE.findall(_DRILL.sub("", output))


def drill(home: Path, *arguments: str, keys: str = "") -> Ran:
    """Run drill with its output in pipes; it is killed, and the test fails, if it hangs."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = subprocess.Popen(
            [sys.executable, "-m", "drill", *arguments],
            stdin=subprocess.PIPE,
            stdout=out,
            stderr=err,
            cwd=ROOT,
            env={
                **os.environ,
                "DRILL_HOME": str(home),
                "PYTHONUTF8": "1",
                "RAYON_NUM_THREADS": "2",  # their stacks count as memory, used or not
            },
            preexec_fn=_limit,  # noqa: PLW1509  # no other thread is at work
        )
        assert child.stdin
        with suppress(BrokenPipeError):
            child.stdin.write(keys.encode())
        with suppress(BrokenPipeError):
            child.stdin.close()
        used = _wait(child)
        out.seek(0)
        err.seek(0)
        shown, said = (file.read().decode(errors="surrogateescape") for file in (out, err))
    seconds = used.ru_utime + used.ru_stime
    return Ran(child.returncode, shown, said, seconds)


def _limit() -> None:
    """Give it no more memory than it may have, and root no right to read what others may not."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES * 1_000_000,) * 2)
    if sys.platform == "linux":
        for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
            ctypes.CDLL(None).prctl(_PR_CAPBSET_DROP, capability)


def _wait(child: "subprocess.Popen[bytes]") -> resource.struct_rusage:
    until = time.monotonic() + _PATIENCE
    while True:
        pid, status, used = os.wait4(child.pid, os.WNOHANG)
        if pid:
            child.returncode = os.waitstatus_to_exitcode(status)
            return used
        if time.monotonic() > until:
            child.kill()
        time.sleep(0.005)


def on_terminal(home: Path, *arguments: str, typing: Sequence[tuple[str, str]] = ()) -> str:
    """What drill writes to a terminal where, as soon as a word is there, keys are typed.

    It is ended, and the test fails, if it does not leave after the last keys.
    """
    env = {**os.environ, "DRILL_HOME": str(home), "TERM": "xterm-256color", "PYTHONUTF8": "1"}
    for name in ("COLUMNS", "LINES"):  # a test run in several processes sets them
        env.pop(name, None)
    child = pexpect.spawn(
        sys.executable,
        ["-m", "drill", *arguments],
        env=env,
        cwd=str(ROOT),
        encoding="utf-8",
        codec_errors="surrogateescape",
        dimensions=(40, 100),
        timeout=_PATIENCE,
    )
    child.delaybeforesend = 0.2  # keys within a blink of a page are dropped
    output = io.StringIO()
    child.logfile_read = output
    try:
        for word, keys in typing:
            child.expect_exact(word)
            child.send(keys)
        child.expect(pexpect.EOF)
    finally:
        child.close(force=True)
    shown = output.getvalue()
    assert child.exitstatus in (0, 1), shown[-2000:]
    assert "Traceback" not in shown, shown[-2000:]
    return shown

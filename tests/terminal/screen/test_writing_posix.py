"""Keys typed at the editor of answers, as a terminal sends them."""

import os
import signal
import socket
import sys
from contextlib import suppress

import pytest

if sys.platform == "win32":
    pytest.skip("input of Unix", allow_module_level=True)

from drill.terminal.screen.writing import _allow_full_pipe
from drill.terminal.screen.writing_posix import TypedInput


def read(*pieces: str) -> list[str]:
    """The keys read when the pieces arrive one after the other."""
    ours, theirs = os.pipe()
    with os.fdopen(ours) as stdin:
        reader = TypedInput(stdin)
        keys: list[str] = []
        for piece in pieces:
            os.write(theirs, piece.encode())
            keys += [press.key for press in reader.read_keys()]
        os.close(theirs)
        return keys


def test_ctrl_c_leaves_though_the_end_of_a_paste_never_came() -> None:
    assert read("\x1b[200~words", "\x03") == ["<bracketed-paste>", "c-c"]


def test_a_paste_in_pieces_is_one_paste_with_all_that_is_in_it() -> None:
    assert read("\x1b[200~a", "b\x03", "\x1b[201~", "\x04") == ["<bracketed-paste>", "c-d"]


def test_more_signals_than_wake_ups_fit_in_print_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    ours, full = socket.socketpair()
    full.setblocking(False)
    with ours, full:
        with suppress(BlockingIOError):
            while True:
                full.send(bytes(4096))
        pipe = signal.set_wakeup_fd(full.fileno())
        handler = signal.signal(signal.SIGWINCH, lambda *_: None)
        try:
            _allow_full_pipe()
            os.kill(os.getpid(), signal.SIGWINCH)
        finally:
            signal.signal(signal.SIGWINCH, handler)
            signal.set_wakeup_fd(pipe)
    assert capfd.readouterr().err == ""

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


def read(*pieces: str | bytes | None, data: bool = False) -> list[str]:
    """The keys, or their data, when the pieces arrive one after the other; None is a pause."""
    ours, theirs = os.pipe()
    with os.fdopen(ours) as stdin:
        reader = TypedInput(stdin)
        keys: list[str] = []
        for piece in pieces:
            if piece is None:
                keys += [press.data if data else press.key for press in reader.flush_keys()]
                continue
            os.write(theirs, piece if isinstance(piece, bytes) else piece.encode())
            keys += [press.key for press in reader.read_keys()]
        os.close(theirs)
        return keys


def test_ctrl_c_leaves_though_the_end_of_a_paste_never_came() -> None:
    assert read("\x1b[200~words", "\x03") == ["<bracketed-paste>", "c-c"]


def test_a_paste_in_pieces_is_one_paste_with_all_that_is_in_it() -> None:
    assert read("\x1b[200~a", "b\x03", "\x1b[201~", "\x04") == ["<bracketed-paste>", "c-d"]


REPLIES = [
    "\x1b[I\x1b[?62;1;6c",
    "\x1bP1$r0q\x1b\\",
    "\x1b]11;rgb:1/2/3\x07",
    "\x1b[M q1",  # the mouse, of old
    "\x1b[201~",  # the end of no paste
    "\x1bOj",  # a keypad
    "\x9b?6;1c",
    "\x9d11;1q\x9c",
]


@pytest.mark.parametrize("reply", REPLIES)
def test_replies_in_single_characters_are_no_keys(reply: str) -> None:
    assert read(*reply, "x") == ["x"]


def test_a_reply_in_the_single_bytes_of_old_is_no_key() -> None:
    assert read(b"\x9b?6;", b"1c\xc3\xa9") == ["é"]


def test_f1_on_the_console_of_linux_types_no_letter() -> None:
    assert read("\x1b[", "[Ax") == ["f1", "x"]


def test_the_end_of_a_paste_may_come_in_pieces() -> None:
    assert read("\x1b[200~a\x1b", "[201~", None, "x") == ["<bracketed-paste>", "x"]


def test_half_the_end_of_a_paste_is_not_pasted() -> None:
    assert read("\x1b[200~a\x1b[201", None, data=True) == ["a"]


def test_a_pause_ends_a_paste_without_an_end_and_tells_a_bare_escape() -> None:
    assert read("\x1b[200~words", None, "x", "\x1b", None) == ["<bracketed-paste>", "x", "escape"]


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

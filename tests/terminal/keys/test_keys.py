import os
import signal
import sys
from contextlib import nullcontext
from threading import Timer

import pytest

from drill.terminal.keys import keys
from drill.terminal.keys.keys import Keys, decoded
from tests.terminal.faces import Typing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", ["a"]),
        ("?~é中", ["?", "~", "é", "中"]),
        ("\r\n", [keys.ENTER, keys.ENTER]),
        (" ", [keys.SPACE]),
        ("\x03\x04", [keys.INTERRUPT, keys.END_OF_INPUT]),
        ("\x00\x02\x9b", []),  # means nothing
        ("\x01\x05\x17\x15\x0b", [keys.HOME, keys.END, "erase-word", "erase-left", "erase-right"]),
        ("a\x7f\x08", ["a", "backspace", "backspace"]),
        ("\x1b", [keys.ESCAPE]),
        ("\x1b[A\x1b[B", [keys.UP, keys.DOWN]),
        ("\x1bOA\x1bOB", [keys.UP, keys.DOWN]),
        ("\x1b[5~\x1b[6~", [keys.PAGE_UP, keys.PAGE_DOWN]),
        ("\x1b[H\x1b[F\x1b[1~\x1b[4~\x1bOH\x1bOF", [keys.HOME, keys.END] * 3),
        ("1\x1b[Aq", ["1", keys.UP, "q"]),
        ("\x1b[3~\x1b[15~\x1b[1;5Ax", ["delete", "x"]),  # F5, Ctrl-Up: no keys of drill's
        ("\x1b[I\x1b[?62;1;6cs", ["s"]),  # the terminal's own reports
        ("\x1b[200~q s 1\nrm\x1b[201~q", ["q"]),
        ("\x1b[200~q s 1", []),  # the rest never came
        ("\x1b[200~a\x1b[Aq\x1b[201~\x1b[200~b\x1b[201~u", ["u"]),
        ("\x1b[", []),
        ("\x1bq\x1bs\x1b1 ", [keys.SPACE]),  # with Alt
        ("\x1b\x1b[Ax", [keys.UP, "x"]),
        ("\x1bP1$r0q\x1b\\x", ["x"]),  # replies: of DCS, OSC and APC
        ("\x1b]11;rgb:1/2/3\x07\x1b]4;1;q\x1b\\x", ["x"]),
        ("\x1b_Gi=1;q 1\x1b\\x", ["x"]),
        ("\x1b[[Ax\x1b[[Ex", ["x", "x"]),  # F1 and F5 of the console of Linux
        ("\x1bP1 q", []),  # the rest never came
        ("\x1b[M q1x\x1b[M\x1b[Ay", ["x", "y"]),  # the mouse, of old
    ],
)
def test_keys_are_read_from_what_a_terminal_sends(text: str, expected: list[str]) -> None:
    assert list(decoded(text)) == expected


def read_all(*typed: str | None, count: int) -> list[str | None]:
    read = Keys(Typing(*typed))
    return [read.get() for _ in range(count)]


@pytest.mark.parametrize(
    "pieces",
    [
        ("\x1b", "[A"),
        ("\x1b[", "A"),
        ("\x1b", "O", "A"),
        ("\x1b[1", "~"),
        ("\x1b[20", "0~q", "s\x1b[20", "1~\x1b[A"),
        ("\x1bP1$", "r1 q\x1b", "\\\x1b[A"),
        ("\x9d11;", "1q\x9c\x9bA"),  # introduced by single characters
        ("\x1b[[", "A\x1b[A"),
    ],
)
def test_a_sequence_that_comes_in_pieces_is_one_key(pieces: tuple[str, ...]) -> None:
    assert read_all(*pieces, "q", count=2) in ([keys.UP, "q"], [keys.HOME, "q"])


def test_a_bare_escape_is_known_by_the_pause_after_it() -> None:
    typing = Typing("\x1b", None, "a")
    read = Keys(typing)
    assert [read.get(), read.get(1.0)] == [keys.ESCAPE, "a"]
    assert typing.waited == [None, 0.05, 1.0]


def test_a_sequence_that_is_split_by_a_slow_line_is_no_digit_that_is_typed() -> None:
    read = Keys(Typing("\x1b", None, None, "[1~"))
    assert [read.get(), read.get(1.0), read.get()] == [keys.ESCAPE, None, keys.HOME]


@pytest.mark.parametrize("reply", ["]11;rgb:1/1/q\x07", "P1$r0q\x1b\\", "_G1q\x1b\\"])
def test_a_reply_that_is_split_by_a_slow_line_is_no_key(reply: str) -> None:
    read = Keys(Typing("\x1b", None, reply, "x"))
    assert [read.get(), read.get(), read.get()] == [keys.ESCAPE, None, "x"]


def test_a_signal_in_the_middle_of_a_reply_leaves_its_rest_no_keys() -> None:
    class Resized(Typing):
        def read(self, seconds: float | None) -> str:
            text = super().read(seconds)
            self.came += [] if text else [keys.RESIZE]
            return text

    read = Keys(Resized("\x1b]11;rgb:1", None, "1/2q\x07x"))
    assert [read.get(), read.get()] == [keys.RESIZE, "x"]


@pytest.mark.skipif(sys.platform == "win32", reason="terminals of Unix")
def test_half_a_character_and_a_control_of_one_byte_belong_to_their_reply(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    theirs, ours = os.openpty()
    with os.fdopen(ours) as terminal, os.fdopen(theirs, "wb", buffering=0) as person:
        monkeypatch.setattr(sys, "stdin", terminal)
        with keys.reading() as read:
            person.write(b"\x1b]0;")
            Timer(0.1, person.write, [b"\xc3"]).start()
            Timer(0.2, person.write, [b"\xbc1q\x07x\x901$r0q\x9c\xc3\xa9"]).start()
            assert [read.get(), read.get()] == ["x", "é"]


def test_what_is_dropped_are_keys_and_never_signals() -> None:
    typing = Typing("ab1\r")
    typing.came += [keys.RESIZE, keys.RESIZE, keys.HANG_UP]
    read = Keys(typing)
    assert read.get() == keys.RESIZE
    read.drop()
    assert read.get() == keys.HANG_UP


def test_keys_typed_at_once_come_one_by_one_without_waiting() -> None:
    typing = Typing(" a")
    read = Keys(typing)
    assert [read.get(), read.get()] == [keys.SPACE, "a"]
    assert typing.waited == [None]


def test_no_key_within_the_time_is_none() -> None:
    assert Keys(Typing(None)).get(0.5) is None


def test_a_signal_comes_before_the_keys_read_with_it() -> None:
    typing = Typing("a")
    typing.came.append(keys.RESIZE)
    read = Keys(typing)
    assert [read.get(), read.get()] == [keys.RESIZE, "a"]


def test_a_signal_during_the_wait_for_the_rest_of_a_paste_is_read_at_once() -> None:
    class Signalled(Typing):
        def read(self, seconds: float | None) -> str:
            if self.waited:
                self.came.append(keys.TERMINATE)
            return super().read(seconds)

    assert Keys(Signalled("\x1b[200~q", None)).get() == keys.TERMINATE


def test_a_signal_to_end_comes_before_the_one_to_suspend() -> None:
    typing = Typing("")
    typing.came += [keys.SUSPEND, keys.TERMINATE]
    read = Keys(typing)
    assert read.get() == keys.TERMINATE


def test_a_signal_that_waits_in_the_queue_is_not_lost_when_the_keys_are_handed_over() -> None:
    typing = Typing("")
    typing.came += [keys.TERMINATE, keys.HANG_UP]
    read = Keys(typing)
    assert (read.get(), read.unread_end()) == (keys.TERMINATE, keys.HANG_UP)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("while_reading", [True, False])
def test_an_unread_sigterm_reaches_the_next_listener(
    while_reading: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, ours = os.openpty()
    heard: list[str] = []
    with os.fdopen(ours) as terminal, keys.signals_noted():
        monkeypatch.setattr(sys, "stdin", terminal)
        with keys.reading() if while_reading else nullcontext():
            os.kill(os.getpid(), signal.SIGTERM)
        with keys.listening(heard.append):
            assert heard == [keys.TERMINATE]

import pytest

from drill.terminal import keys
from drill.terminal.keys import Keys, decoded
from tests.terminal.faces import Typing


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", ["a"]),
        ("?~é中", ["?", "~", "é", "中"]),
        ("\r\n", [keys.ENTER, keys.ENTER]),
        (" ", [keys.SPACE]),
        ("\x03\x04", [keys.INTERRUPT, keys.END_OF_INPUT]),
        ("\x00\x01\x7f\x9b", []),  # means nothing
        ("\x1b", [keys.ESCAPE]),
        ("\x1b[A\x1b[B", [keys.UP, keys.DOWN]),
        ("\x1bOA\x1bOB", [keys.UP, keys.DOWN]),
        ("\x1b[5~\x1b[6~", [keys.PAGE_UP, keys.PAGE_DOWN]),
        ("\x1b[H\x1b[F\x1b[1~\x1b[4~\x1bOH\x1bOF", [keys.HOME, keys.END] * 3),
        ("1\x1b[Aq", ["1", keys.UP, "q"]),
        ("\x1b[3~\x1b[15~\x1b[1;5Ax", ["x"]),  # delete, F5, Ctrl-Up: no keys of drill's
        ("\x1b[I\x1b[?62;1;6cs", ["s"]),  # the terminal's own reports
        ("\x1b[200~q s 1\nrm\x1b[201~q", ["q"]),
        ("\x1b[200~q s 1", []),  # the rest never came
        ("\x1b[200~a\x1b[Aq\x1b[201~\x1b[200~b\x1b[201~u", ["u"]),
        ("\x1b[", []),
        ("\x1bq", [keys.ESCAPE, "q"]),
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
    ],
)
def test_a_sequence_that_comes_in_pieces_is_one_key(pieces: tuple[str, ...]) -> None:
    assert read_all(*pieces, "q", count=2) in ([keys.UP, "q"], [keys.HOME, "q"])


def test_a_bare_escape_is_known_by_the_pause_after_it() -> None:
    typing = Typing("\x1b", None, "[")
    read = Keys(typing)
    assert [read.get(), read.get(1.0)] == [keys.ESCAPE, "["]
    assert typing.waited == [None, 0.05, 1.0]


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

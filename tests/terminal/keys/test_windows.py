"""Keys of a Windows console, with a stand-in for its module `msvcrt`."""

import importlib
import sys
from types import ModuleType, SimpleNamespace

import pytest

from drill.terminal.keys import keys
from drill.terminal.keys.keys import decoded

NAME = "drill.terminal.keys.windows"


class Typist:
    """What a person types: each piece comes one wait after the piece before it."""

    def __init__(self, *pieces: str) -> None:
        self.ready, *self.later = [list(piece) for piece in pieces]
        self.now = 0.0

    def kbhit(self) -> bool:
        return bool(self.ready)

    def getwch(self) -> str:
        return self.ready.pop(0)

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        if self.later:
            self.ready = self.later.pop(0)


def console(monkeypatch: pytest.MonkeyPatch, *pieces: str) -> tuple[ModuleType, Typist]:
    """The module as it is on Windows, and who types."""
    typist = Typist(*pieces)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setitem(sys.modules, "msvcrt", typist)
    monkeypatch.delitem(sys.modules, NAME, raising=False)
    module = importlib.import_module(NAME)
    monkeypatch.delitem(sys.modules, NAME)
    clock = SimpleNamespace(monotonic=lambda: typist.now, sleep=typist.sleep)
    monkeypatch.setattr(module, "time", clock)
    return module, typist


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("a", ["a"]),
        ("ab", ["a", "b"]),
        ("\r", [keys.ENTER]),
        ("\xe0H\xe0P", [keys.UP, keys.DOWN]),
        ("\x00I\x00Q", [keys.PAGE_UP, keys.PAGE_DOWN]),
        ("\xe0G\xe0O\xe0S", [keys.HOME, keys.END, keys.DELETE]),
        ("\xe0\x85x", ["x"]),  # F11 means nothing
    ],
)
def test_a_console_key_is_the_key_of_other_terminals(
    monkeypatch: pytest.MonkeyPatch, typed: str, read: list[str]
) -> None:
    module, _ = console(monkeypatch, typed)
    with module.raw() as source:
        assert list(decoded(source.read(None))) == read


def test_reading_waits_for_a_key_or_for_its_time_to_be_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module, typist = console(monkeypatch, "", "", "x")
    with module.raw() as source:
        assert source.read(None) == "x"
        assert source.read(1.0) == ""
        assert typist.now == pytest.approx(1.0, abs=0.1)
        assert source.signals() == []


def test_what_was_typed_too_early_is_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    module, _ = console(monkeypatch, "early")
    with module.raw() as source:
        source.drop()
        assert source.read(0.0) == ""


def test_no_signal_is_noted_and_nothing_suspends(monkeypatch: pytest.MonkeyPatch) -> None:
    module, _ = console(monkeypatch, "x")
    told: list[str] = []
    with module.signals_noted(), module.listening(told.append):
        module.stop_process()
    assert told == []

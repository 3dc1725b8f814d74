"""Content opened by a key scrolls into view, even below a question longer than the screen."""

from dataclasses import replace

import pytest

from drill.model import SessionKind
from drill.session import Note, Press, Reveal, Rules, to_answer
from drill.terminal.session import pages
from drill.terminal.session.view import View
from tests.emulator import Emulator
from tests.terminal.faces import DROPOUT, after, begun, entry, screen, sit

LONG = replace(DROPOUT, text="What is dropout?\n\n" + "\n\n".join(f"Line {n}." for n in range(40)))
MOCK = Rules(SessionKind.MOCK, reveal_each=False, limit=600)
FOLLOWED = to_answer(entry(LONG), 60, "Where would you not?")


def test_the_hint_comes_into_sight_and_the_question_scrolls_from_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(LONG), "h", "\x1b[A", "q")
    assert "Line 0." in sat.pages[0]
    assert "Think of co-adaptation." not in sat.pages[0]
    assert "Think of co-adaptation." in sat.pages[1]
    assert "What is dropout?" in sat.pages[1].splitlines()[1]
    assert "Line 34." in sat.pages[1]
    assert "Line 33." in sat.pages[2]


def test_a_hint_in_sight_anyway_moves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(), "h", "q")
    assert "What is dropout in a neural network?" in sat.pages[1]
    assert "Think of co-adaptation." in sat.pages[1]


def test_the_question_that_follows_is_in_sight_when_it_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(FOLLOWED, rules=MOCK), "\r", "\r", "q")
    assert "Where would you not?" in sat.pages[1]


def test_above_an_answer_being_written_the_keys_and_what_came_last_are_in_sight() -> None:
    typed = begun(FOLLOWED, rules=replace(MOCK, typed=True))
    opened = screen(Emulator(80, 24))
    at_first = opened.above(pages.writing(typed, View(0.0)))
    assert len(at_first.lines) == 12
    assert "What is dropout?" in at_first.lines[2]
    assert "page down for more" in at_first.lines[-3]
    assert "Ctrl-D" in at_first.lines[-2]
    hinted = pages.writing(after(typed, Press.HINT), View(0.0))
    assert any("Think of co-adaptation." in line for line in opened.above(hinted).lines)
    assert "Ctrl-D" in opened.above(hinted).lines[-1]  # no hint any more: one line
    followed = pages.writing(after(typed, Reveal(typed="Some.")), View(0.0))
    assert any("Where would you not?" in line for line in opened.above(followed).lines)


def test_a_note_comes_into_sight_when_it_is_taken() -> None:
    noted = after(begun(FOLLOWED, rules=MOCK), Note("Too slow."))
    emulator = Emulator(80, 24)
    opened = screen(emulator)
    opened.show(pages.asking(begun(FOLLOWED, rules=MOCK), View(0.0)))
    opened.show(pages.asking(noted, View(1.0)))
    assert "Too slow." in emulator.text

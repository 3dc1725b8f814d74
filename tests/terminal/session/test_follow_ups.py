"""Follow-up questions and notes, on the full screen and in line mode."""

import io
import sys
from dataclasses import replace

import pytest

from drill.model import FollowUp, Mark, SessionKind
from drill.session import Note, Phase, Press, Reveal, Rules, State, snapshot, to_answer
from drill.terminal.line_mode.session import PlainQuiz
from drill.terminal.screen import writing
from drill.terminal.screen.writing import Written
from drill.terminal.session import interview_pages
from drill.terminal.session.parts import toolbar
from drill.terminal.speech.speech import Silence
from tests.emulator import Emulator
from tests.terminal.faces import DROPOUT, WHY, Memo, after, at, begun, console, entry, shown, sit

MOCK = Rules(SessionKind.MOCK, reveal_each=False, limit=600)
ASKED = to_answer(entry(DROPOUT), follow_up="Where would you not?")
REVIEW = after(begun(ASKED, rules=MOCK), Reveal(), Reveal())


def test_the_follow_up_is_part_of_the_review_and_is_marked_as_a_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, REVIEW, "1", "t", "t", "\r", "3", "3", "3", "x")
    assert "t ○ follow-up: Where would you not?" in sat.pages[0]
    assert "t ◐ follow-up: Where would you not?" in sat.pages[3]
    assert sat.memo.saved[0].follow_up == FollowUp("Where would you not?", None, Mark.PARTLY)
    assert sat.memo.saved[0].coverage == 0.5  # that of the points alone


@pytest.mark.parametrize(
    ("line", "mark"), [("1 t", Mark.SAID), ("~t 1", Mark.PARTLY), ("1", "missed")]
)
def test_line_by_line_t_marks_what_followed(
    monkeypatch: pytest.MonkeyPatch, line: str, mark: Mark
) -> None:
    memo = plain(monkeypatch, REVIEW, line, "3 3 3", "")
    assert memo.saved[0].follow_up == FollowUp("Where would you not?", None, mark)


def test_n_keeps_a_line_with_a_spoken_answer_that_stands_in_the_review(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writing, "write", lambda *_: Written("forgot the\nscaling "))
    keys = ("n", " ", " ", "\r", "3", "3", "3", "x")
    sat = sit(monkeypatch, begun(ASKED, rules=MOCK), *keys)
    assert "n note" in sat.pages[0]
    assert "Your note\n  forgot the scaling" in sat.pages[1]
    assert "Your note\n  forgot the scaling" in sat.pages[3]
    assert sat.memo.saved[0].note == "forgot the scaling"


def test_n_does_nothing_where_no_footer_offers_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "write", lambda *_: Written("a note"))
    sat = sit(monkeypatch, begun(DROPOUT), "n", " ", "n", "\r", "x")
    assert sat.memo.saved[0].note == ""


def test_line_by_line_n_and_a_line_keep_a_note(monkeypatch: pytest.MonkeyPatch) -> None:
    memo = plain(monkeypatch, REVIEW, "n forgot the scaling", "a", "3 3 3", "")
    assert memo.saved[0].note == "forgot the scaling"


def test_a_note_that_is_broken_off_ends_the_session_as_elsewhere_and_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writing, "write", lambda *_: Written("forgot", "hang-up"))
    sat = sit(monkeypatch, begun(ASKED, rules=MOCK), "n")
    assert (sat.ending.code, sat.ending.state.current.note) == (129, "forgot")


def test_a_typed_interview_and_a_quiz_offer_no_note(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "n note" not in sit(monkeypatch, begun(), "q").pages[0]
    typed = after(begun(ASKED, rules=replace(MOCK, typed=True)), Reveal(), Reveal())
    assert "n note" not in sit(monkeypatch, typed, "q").pages[0]


def test_note_and_mark_survive_an_interruption() -> None:
    state = after(REVIEW, Note("forgot"), Press.FOLLOW_UP)
    entries = {answer.entry.key: answer.entry for answer in state.answers}
    back = snapshot.load(snapshot.dump(state, "", at(9)), entries, (), at(20)).state
    assert (back.current.note, back.current.next_mark) == ("forgot", Mark.SAID)


def test_those_missed_are_asked_again_at_one_key(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = (" ", "\r", " ", "1", "m")
    sat = sit(monkeypatch, begun(DROPOUT, WHY), *keys, rows=40)
    assert "m those 2 again now" in sat.pages[-1]
    assert sat.ending.again
    assert [entry.question.id for entry in sat.ending.state.missed] == ["dropout", "why"]


def test_nothing_is_offered_again_where_nothing_was_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(WHY), " ", "4", "m", rows=40)
    assert "again now" not in sat.pages[-1]
    assert not sat.ending.again


def test_line_by_line_m_asks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    plain(monkeypatch, begun(WHY), "", "1", "m", again=True)
    plain(monkeypatch, begun(WHY), "", "4", "m", again=False)


def plain(monkeypatch: pytest.MonkeyPatch, state: State, *lines: str, again: bool = False) -> Memo:
    """Sit the session line by line; what was kept."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    memo = Memo()
    ending = PlainQuiz(console(Emulator()), memo, Silence(), memo.clock).run(state)
    assert (ending.state.phase, ending.again) == (Phase.OVER, again)
    return memo


def test_below_what_is_written_in_the_review_no_time_runs_out() -> None:
    timed = replace(ASKED, budget=60.0)
    asking = begun(timed, rules=MOCK)
    wide = "question 00:10 over   interview 08:50 left"
    assert toolbar(asking, 70.0, 80) == [("fg:ansired", wide)]
    narrow = "question 00:10 over\ninterview 08:50 left"
    assert toolbar(asking, 70.0, 36) == [("fg:ansired", narrow)]
    assert toolbar(after(asking, Reveal(), Reveal()), 70.0, 80) == [("", "01:10")]


def test_a_note_gives_away_no_question_that_was_not_asked_yet() -> None:
    asking = begun(ASKED, rules=MOCK)
    assert "Where would you not?" not in "\n".join(shown(interview_pages.noting(asking)))
    followed = after(asking, Reveal())
    assert "Where would you not?" in "\n".join(shown(interview_pages.noting(followed)))

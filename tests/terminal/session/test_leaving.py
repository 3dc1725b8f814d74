"""Leaving a session on the full screen: the confirmation, and what is saved."""

from dataclasses import replace

import pytest

from drill.model import Mark, SessionKind
from drill.session import Deliver, Phase, Press, Reveal, Rules, Toggle, snapshot
from drill.terminal.screen import writing
from drill.terminal.screen.writing import Written
from drill.terminal.session.leaving import would_be_lost
from tests.terminal.faces import DROPOUT, WHY, Memo, after, at, begun, sit

MOCK = Rules(SessionKind.MOCK, reveal_each=False, limit=600)
TYPED = replace(MOCK, typed=True)
TYPED_QUIZ = Rules(typed=True)
TWO = begun(DROPOUT, WHY, rules=MOCK)


def test_q_in_the_review_of_an_interview_keeps_every_answer_and_mark(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reviewed = after(TWO, Reveal(75, "It ignores units."), Reveal())
    sat = sit(monkeypatch, reviewed, "1", "q")
    assert (sat.ending.code, sat.ending.state.phase) == (0, Phase.MARKING)
    state, draft = sat.memo.checkpoints[-1]
    entries = {answer.entry.key: answer.entry for answer in state.answers}
    back = snapshot.load(snapshot.dump(state, draft, at(9)), entries, (), at(20)).state
    assert back.current.typed == "It ignores units."
    assert (back.current.confidence, back.current.marks[0]) == (75, Mark.SAID)
    assert back.marking == (0, 1)


def test_q_while_delivery_is_rated_keeps_the_grades_given(monkeypatch: pytest.MonkeyPatch) -> None:
    rating = after(TWO, Reveal(), Reveal(), Toggle(0), Press.ACCEPT)
    sat = sit(monkeypatch, rating, "3", "q")
    state, _ = sat.memo.checkpoints[-1]
    assert (state.phase, state.current.delivery) == (Phase.DELIVERY, (3,))
    assert sat.memo.saved == []


def test_q_after_an_undo_across_the_rating_of_delivery_keeps_what_was_taken_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    grades = (Deliver(3), Deliver(2), Deliver(4))
    second = after(TWO, Reveal(), Reveal(), Toggle(0), Press.ACCEPT, *grades)
    sat = sit(monkeypatch, second, "u", "q")
    state, _ = sat.memo.checkpoints[-1]
    assert (state.current.delivery, state.current.marks[0]) == ((3, 2), Mark.SAID)
    assert len(sat.memo.retracted) == 1


def test_q_while_an_interview_asks_offers_to_leave_to_review_or_to_go_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, TWO, " ", "q", "x", "q", "r", "q")
    assert "Leave the interview?" in sat.pages[2]
    assert "1 of 2 answered" in sat.pages[2]
    assert "Why this job?" in sat.pages[3]
    assert "What is dropout" in sat.pages[5]
    assert (sat.ending.state.phase, sat.ending.state.pending) == (Phase.MARKING, ())


def test_q_twice_leaves_an_interview_that_asks_and_keeps_a_half_written_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writing, "write", lambda *_: Written("It ignores", "q"))
    sat = sit(monkeypatch, begun(DROPOUT, WHY, rules=TYPED), "q")
    assert sat.ending.state.phase is Phase.ASKING
    assert sat.memo.checkpoints[-1][1] == "It ignores"


def test_q_beside_w_asks_once_where_marks_would_be_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(), " ", "1", "q", "2", "q", "q")
    assert "q again stops; this answer and its score would not be kept" in sat.pages[3]
    assert "q again" not in sat.pages[4]
    assert sat.ending.state.stopped


def test_ctrl_d_pressed_once_too_often_does_not_leave_a_typed_session(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(writing, "write", lambda *_: Written("It ignores units."))
    sat = sit(monkeypatch, begun(rules=TYPED_QUIZ), "\x04", "\x04", " ", "\x04", "\r", "q")
    assert [attempt.typed for attempt in sat.memo.saved] == ["It ignores units."]


@pytest.mark.parametrize(
    ("key", "code"), [("interrupt", 130), ("hang-up", 129), ("terminate", 143), ("q", 0)]
)
def test_what_was_written_in_a_quiz_is_kept_however_it_ends(
    monkeypatch: pytest.MonkeyPatch, key: str, code: int
) -> None:
    monkeypatch.setattr(writing, "write", lambda *_: Written("It ignores", key))
    sat = sit(monkeypatch, begun(rules=TYPED_QUIZ))
    assert sat.ending.code == code
    assert ("asking", "It ignores") in [
        (state.phase, draft) for state, draft in sat.memo.checkpoints
    ]


def test_a_quiz_offers_what_was_written_before_at_the_question_it_belongs_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[str] = []

    def write(_place: object, text: str, _keep: object) -> Written:
        given.append(text)
        return Written(text, None if len(given) == 1 else "q")

    monkeypatch.setattr(writing, "write", write)
    memo = Memo()
    memo.drafts = {"nets/why": "Because"}
    sit(monkeypatch, begun(rules=TYPED_QUIZ), " ", "\r", memo=memo)
    assert given == ["", "Because"]


def test_undo_at_the_first_question_takes_back_the_last_score_of_a_quiz_that_was_broken_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    memo = Memo()
    memo.broken_off = ["What is **dropout**?"]
    sat = sit(monkeypatch, begun(WHY), "u", "u", "q", memo=memo)
    assert "undone, and asked again: What is dropout?" in sat.pages[1]
    assert "there is nothing to undo" in sat.pages[2]


def test_an_interview_killed_at_its_closing_page_shows_it_again_and_undoes_from_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    grades = (Deliver(3), Deliver(2), Deliver(4))
    over = after(begun(DROPOUT, rules=MOCK), Reveal(), Toggle(0), Press.ACCEPT, *grades)
    entries = {answer.entry.key: answer.entry for answer in over.answers}
    dumped = snapshot.dump(over, "", at(9))
    back = snapshot.load(dumped, entries, over.attempts, at(20)).state
    sat = sit(monkeypatch, back, "u", "q")
    assert "Done" in sat.pages[0]
    assert "How was your structure 3, clarity 2, pace?" in sat.pages[1]
    assert [attempt.id for attempt in sat.memo.retracted] == ["s.0"]


def test_nothing_would_be_lost_of_a_quiz_that_is_over_nor_of_an_interview() -> None:
    marked = after(begun(), Reveal(), Toggle(0))
    assert would_be_lost(marked) == "this answer and its score"
    assert would_be_lost(after(marked, Press.ACCEPT)) == ""
    assert would_be_lost(after(TWO, Reveal(), Reveal(), Toggle(0))) == ""

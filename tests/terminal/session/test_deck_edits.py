"""Drafts edited while marking an answer, on the full screen and in line mode."""

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest

from drill.errors import DrillError
from drill.model import Entry, Mark, Question, Rating
from drill.schedule.plans import OnTheDay
from drill.session import Instant, Press, Reveal
from drill.terminal.line_mode.session import PlainQuiz
from drill.terminal.speech.speech import Silence
from tests.emulator import Emulator
from tests.terminal.faces import DROPOUT, POINTS, WHY, Memo, after, begun, console, sit

DRAFT = replace(DROPOUT, drafted=True)
RATED = replace(WHY, answer="For the work.")


def tail(page: str, count: int) -> list[str]:
    return [line.rstrip() for line in page.rstrip().split("\n")[-count:]]


def test_a_drafted_question_says_so_and_names_its_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(DRAFT), " ", "\x04")
    assert tail(sat.pages[1], 3) == [
        "                                         drafted points   coverage 0 % · again",
        "  1-3 said, partly, missed · a all · w something wrong · enter accept",
        "  k keep drafts · x drop · r by share",
    ]


def test_a_question_of_a_persons_own_has_none_of_these_keys(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(DROPOUT), " ", "k", "x", "1", "r", "\x04")
    assert "keep" not in sat.pages[1]
    assert sat.memo.written_points == []
    assert "1 ● Ignores randomly chosen units" in sat.pages[4]


def test_k_keeps_the_points_in_the_deck_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(DRAFT), " ", "1", "k", "\x04")
    assert sat.memo.written_points == [(POINTS, False)]
    assert "keep drafts" not in sat.pages[3]
    assert "drafted points" not in sat.pages[3]
    assert "1 ● Ignores randomly chosen units" in sat.pages[3]
    assert tail(sat.pages[3], 1) == ["  kept; u undoes that"]


def test_x_and_a_number_drop_a_point_and_the_other_marks_stay(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(DRAFT), " ", "2", "x", "1", "x", "2", "\r", "\x04")
    assert tail(sat.pages[3], 1) == ["  drop which? 1-3; any other key drops none"]
    assert tail(sat.pages[4], 1) == ["  dropped: Ignores randomly chosen units; u undoes that"]
    assert sat.memo.written_points == [(POINTS[1:], False), (POINTS[1:2], False)]
    assert sat.memo.saved[0].points == (("Kept with probability $p$", Mark.SAID),)


def test_u_restores_the_points_one_change_at_a_time_before_it_undoes_a_score(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(WHY, DRAFT), " ", "3", " ", "k", "x", "1", "u", "u", "u", "\x04")
    assert sat.memo.written_points == [
        (POINTS, False),
        (POINTS[1:], False),
        (POINTS, False),
        (POINTS, True),
    ]
    assert tail(sat.pages[8], 1) == ["  the points are as they were"]
    assert "drafted points" in sat.pages[8]
    assert len(sat.memo.retracted) == 1


def test_any_other_key_after_x_drops_none(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(DRAFT), " ", "x", "9", "1", "x", "a", "\x04")
    assert sat.memo.written_points == []
    assert "1 ● Ignores randomly chosen units" in sat.pages[4]
    assert "2 ○ Kept with probability p" in sat.pages[6]


def test_a_deck_that_cannot_be_written_leaves_the_points(monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusing(Memo):
        def save_points(self, entry: Entry, question: Question) -> Entry:
            raise DrillError(f"{entry.path}: Permission denied", "may it be written?")

    sat = sit(monkeypatch, begun(DRAFT), " ", "k", "\x04", memo=Refusing())
    assert tail(sat.pages[2], 1) == ["  nets.yaml: Permission denied; may it be written?"]
    assert "drafted points" in sat.pages[2]


def test_r_rates_by_share_and_goes_back_to_the_points(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(DRAFT), " ", "r", "r", "r", "3", "\x04")
    assert tail(sat.pages[2], 4) == [
        "  How much of it did you say?",
        "  1 nothing 0 %, tomorrow · 2 half 50 %, tomorrow · 3 most 75 %, in 2 days",
        "  4 all 100 %, in 8 days",
        "  w something wrong · r by points",
    ]
    assert "Which of these did you say?" in sat.pages[3]
    (attempt,) = sat.memo.saved
    assert (attempt.points, attempt.coverage, attempt.rating) == ((), 0.75, Rating.GOOD)
    assert attempt.self_rated
    assert "75 % · self-rated · good · comes back in 2 days · u undo" in sat.pages[5]


def test_the_four_ratings_say_their_share_and_what_follows(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(RATED), " ", "w", "\x04", columns=100)
    assert tail(sat.pages[1], 4) == [
        "  How much of it did you say?",
        "  1 nothing 0 %, tomorrow · 2 half 50 %, tomorrow · 3 most 75 %, in 2 days",
        "  4 all 100 %, in 8 days",
        "  w something wrong",
    ]
    assert "4 all 50 %, tomorrow" in sat.pages[2]


def test_by_a_plan_the_ratings_say_what_is_recalled_on_the_day(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    memo = Memo()
    memo.expected = OnTheDay(date(2026, 3, 9), 0.61)
    sat = sit(monkeypatch, begun(RATED), " ", "\x04", memo=memo)
    assert "1 nothing 0 %, recalled 61 % on 9 Mar" in sat.pages[1]


class Hasty(Memo):
    """A clock that shows a tenth of a second more each time."""

    def clock(self) -> Instant:
        self.ticks -= 0.98
        return super().clock()


def test_a_key_pressed_twice_in_a_blink_rates_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(RATED), "3", "3", "\x04", memo=Hasty())
    assert sat.memo.saved == []
    assert tail(sat.pages[2], 1) == ["  that came before you can have read the answer"]
    sat = sit(monkeypatch, begun(RATED), "3", "3", "\x04")
    assert sat.memo.saved[0].rating is Rating.GOOD


def test_line_by_line_drafts_are_kept_dropped_and_rated_by_share(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    memo, screen = Memo(), Emulator(80, 24)
    monkeypatch.setattr("sys.stdin", StringIO("\nx 1\nu\nx 1\nr\n3\n"))
    PlainQuiz(console(screen, 240), memo, Silence(), memo.clock).run(begun(DRAFT))
    assert memo.written_points == [(POINTS[1:], False), (POINTS, True), (POINTS[1:], False)]
    assert memo.saved[0].self_rated
    out = screen.raw.split("Editor's note:")[1].splitlines()
    assert out[3:] == [
        "The key points are drafts: nobody has reviewed them yet.",
        "1. Ignores randomly chosen units",
        "2. Kept with probability p",
        "3. Doubles the iterations (bonus)",
        "[Which did you say? As in 1 3 ~4 w: 1-3 said, ~ partly, a all, w something wrong, "
        "empty none, k keep drafts, x 2 drops the second, r by share, s skip, u undo, q stop]",
        "Dropped: Ignores randomly chosen units; u undoes that.",
        "1. Kept with probability p",
        "2. Doubles the iterations (bonus)",
        "[Which did you say? As in 1 3 ~4 w: 1-2 said, ~ partly, a all, w something wrong, "
        "empty none, x 2 drops the second, r by share, s skip, u undo, q stop]",
        "The points are as they were.",
        "The key points are drafts: nobody has reviewed them yet.",
        "1. Ignores randomly chosen units",
        "2. Kept with probability p",
        "3. Doubles the iterations (bonus)",
        "[Which did you say? As in 1 3 ~4 w: 1-3 said, ~ partly, a all, w something wrong, "
        "empty none, k keep drafts, x 2 drops the second, r by share, s skip, u undo, q stop]",
        "Dropped: Ignores randomly chosen units; u undoes that.",
        "1. Kept with probability p",
        "2. Doubles the iterations (bonus)",
        "[Which did you say? As in 1 3 ~4 w: 1-2 said, ~ partly, a all, w something wrong, "
        "empty none, x 2 drops the second, r by share, s skip, u undo, q stop]",
        "1. nothing 0 %, tomorrow",
        "2. half 50 %, tomorrow",
        "3. most 75 %, in 2 days",
        "4. all 100 %, in 8 days",
        "[How much of it did you say? As in 3, or 2 w: 1 nothing, 2 half, 3 most, 4 all, "
        "w something wrong, r by points, s skip, u undo, q stop]",
        "Self-rated 75 %, good; comes back in 2 days.",
        "An interviewer might ask next: Where would you not use dropout?",
        "[U takes the last score back, empty ends]",
    ]


def test_a_session_knows_by_share_from_points() -> None:
    state = after(begun(DRAFT), Reveal(), Press.BY_SHARE)
    assert (state.current.points, state.current.is_measured) == ((), False)
    assert after(begun(DROPOUT), Reveal(), Press.BY_SHARE).current.points == POINTS

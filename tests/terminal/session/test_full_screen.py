"""The full-screen quiz, driven through its real key handling."""

from dataclasses import replace
from pathlib import Path

import pytest

from drill.model import Mark, Rating, SessionKind
from drill.session import Phase, Rules
from drill.terminal.screen import writing
from drill.terminal.screen.writing import Written
from tests.terminal.faces import DROPOUT, WHY, Memo, begun, entry, sit

STOP = "q"
TYPED = Rules(typed=True)


def test_a_digit_turns_a_point_and_enter_accepts_the_score(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(), "3", "1", "2", "2", "\r", STOP)
    (attempt,) = sat.memo.saved
    assert [mark for _, mark in attempt.points] == [Mark.SAID, Mark.PARTLY, Mark.MISSED]
    assert (attempt.coverage, attempt.confidence) == (0.75, 75)


@pytest.mark.parametrize(("key", "coverage"), [("a", 1.0), ("0", 0.0)])
def test_one_key_marks_all_points(
    monkeypatch: pytest.MonkeyPatch, key: str, coverage: float
) -> None:
    sat = sit(monkeypatch, begun(), " ", "1", key, " ", STOP)
    assert [attempt.coverage for attempt in sat.memo.saved] == [coverage]


def test_w_says_that_something_was_wrong_and_again_that_it_was_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(), " ", "a", "w", "\r", " ", "w", "w", "4", " ")
    assert [(attempt.wrong, attempt.coverage) for attempt in sat.memo.saved] == [
        (True, 0.5),
        (False, 1.0),
    ]


def test_p_stops_the_clock_until_any_key(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(), "p", "x", STOP)
    assert ["paused" in page.split("\n")[0] for page in sat.pages] == [False, True, False]
    assert sat.ending.state.pauses == 1


def test_the_question_mark_lists_the_keys_of_the_screen_at_hand_until_any_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(), "?", "x", " ", "?", "w", STOP)
    assert "  space, enter  reveal\n  1-4           reveal, and say how" in sat.pages[1]
    assert "What is dropout" in sat.pages[2]
    assert "1-3           turn a key point" in sat.pages[4]
    assert "reveal" not in sat.pages[4]
    assert "something wrong: at most" not in sat.pages[5]  # w only went back


def test_the_list_of_keys_names_a_hint_only_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(DROPOUT, WHY), "?", "x", "s", "?", "x", STOP)
    assert "h             hint" in sat.pages[1]
    assert "  hint" not in sat.pages[4]


def test_the_list_of_keys_takes_a_word_on_the_screen_away_and_q_is_asked_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(), " ", "1", "q", "?", "x", "q", STOP)
    assert "q again stops" in sat.pages[3]
    assert "q again stops" not in sat.pages[4] + sat.pages[5]
    assert "q again stops" in sat.pages[6]


def test_a_key_that_ends_the_session_ends_it_from_the_list_of_keys_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert sit(monkeypatch, begun(), "?", "\x03").ending.code == 130


def test_u_takes_the_last_score_back_and_says_so_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sat = sit(monkeypatch, begun(), "u", " ", "a", "\r", "u", "0", "\r", STOP)
    assert "there is nothing to undo" in sat.pages[1]
    assert sat.memo.retracted == sat.memo.saved[:1]
    assert [attempt.coverage for attempt in sat.memo.saved] == [1.0, 0.0]


def test_u_at_the_end_goes_back_and_any_other_key_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(WHY), " ", "1", "u", "3", "x")
    assert [attempt.rating for attempt in sat.memo.saved] == [Rating.AGAIN, Rating.GOOD]
    assert sat.ending.state.phase is Phase.OVER


def test_a_hint_is_shown_and_the_answer_counts_as_assisted(monkeypatch: pytest.MonkeyPatch) -> None:
    sat = sit(monkeypatch, begun(), "h", " ", "a", "\r", STOP)
    assert "Think of co-adaptation" in sat.pages[1]
    assert sat.memo.saved[0].assisted


def test_s_skips(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sit(monkeypatch, begun(), "s", STOP).memo.saved[0].skipped


def test_e_opens_the_deck_and_goes_on_with_the_question_as_it_reads_then(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened = tmp_path / "opened"
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"touch {opened}")
    monkeypatch.chdir(tmp_path)
    memo = Memo()
    memo.edited = entry(replace(DROPOUT, text="What does dropout do?"))
    sat = sit(monkeypatch, begun(), " ", "e", STOP, memo=memo)
    assert opened.exists()
    assert "What does dropout do?" in sat.pages[-1]


def test_e_says_what_is_wrong_with_a_deck_that_reads_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("drill.terminal.session.deck_edits.edit", lambda path, line: None)
    sat = sit(monkeypatch, begun(), " ", "e", STOP)
    assert "nets.yaml:3:1: broken; the question stays as it was" in sat.pages[-1]


def test_e_opens_no_deck_before_the_answer_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("drill.terminal.session.deck_edits.edit", lambda *_: pytest.fail("opened"))
    sat = sit(monkeypatch, begun(), "e", STOP)
    assert "the deck opens once the answer is shown" in sat.pages[-1]


def test_a_written_answer_is_put_into_the_attempt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "write", lambda *_: Written("It ignores units.\n"))
    sat = sit(monkeypatch, begun(rules=TYPED), " ", "1", "\r", STOP, memo=Memo())
    assert sat.memo.saved[0].typed == "It ignores units."


def test_what_was_written_before_a_pause_is_written_on(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []
    pieces = iter([Written("It", "p"), Written("It ignores units.")])

    def write(_place: object, text: str, _keep: object) -> Written:
        given.append(text)
        return next(pieces)

    monkeypatch.setattr(writing, "write", write)
    sat = sit(monkeypatch, begun(WHY, rules=TYPED), "x", " ", "3", "x")
    assert given == ["", "It"]
    assert sat.memo.saved[0].typed == "It ignores units."


def test_an_interview_keeps_where_it_stands_every_few_seconds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rules = Rules(SessionKind.MOCK, reveal_each=False, limit=600)
    sat = sit(monkeypatch, begun(rules=rules), *[None] * 5, "\x04")
    assert len(sat.memo.checkpoints) > 1
    assert sat.ending.code == 0


def test_arrows_scroll_and_mean_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    long = replace(WHY, text="\n\n".join(f"line {number}" for number in range(30)))
    sat = sit(monkeypatch, begun(long), "\x1b[B", "\x1b[B", "\x1b[A", STOP, rows=12)
    tops = [page.split("\n")[2].strip(" ↑") for page in sat.pages]
    assert tops == ["line 0", "", "line 1", ""]


def test_space_pages_through_a_long_answer_and_accepts_no_score_at_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long = replace(DROPOUT, answer="\n\n".join(f"Step {number}." for number in range(1, 16)))
    sat = sit(monkeypatch, begun(long, WHY), " ", *" " * 6, "\r", STOP)
    assert "space for more" in sat.pages[1]
    assert "Step 1." not in sat.pages[3]
    assert "What is dropout in a neural network?" in sat.pages[3].split("\n")[1]
    assert ", the end" in sat.pages[7]
    assert len(sat.memo.saved) == 1

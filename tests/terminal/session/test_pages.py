import re
from dataclasses import replace

import pytest
from rich.text import Text

from drill.model import Attempt, KeyPoint, Mark, SessionKind
from drill.session import Event, MarkAll, Press, Reveal, Rules, State, to_answer
from drill.terminal.screen import writing
from drill.terminal.screen.writing import Written
from drill.terminal.session import pages, revealed_pages
from drill.terminal.session.parts import Result
from drill.terminal.session.store import Saved
from drill.terminal.session.view import View
from tests.emulator import Emulator
from tests.terminal.faces import BEGIN, DROPOUT, WHY, Memo, after, begun, entry, screen, shown, sit

ANSWER = Text("Dropout ignores units.")
RULE = "  " + "─" * 76
MOCK = Rules(SessionKind.MOCK, reveal_each=False, limit=600)
SAID, PARTLY, MISSED = Mark.SAID, Mark.PARTLY, Mark.MISSED


def view(*, result: Result | None = None, draft: str = "") -> View:
    return View(161.0, result, draft=draft)


def asking(state: State, columns: int = 80) -> list[str]:
    return trimmed(shown(pages.asking(state, view()), columns))


def marking(state: State, columns: int = 80, rows: int = 24) -> list[str]:
    return trimmed(shown(revealed_pages.marking(state, view(), ANSWER), columns, rows))


def trimmed(lines: list[str]) -> list[str]:
    while lines and not lines[-1]:
        lines = lines[:-1]
    return lines


def scored(*events: Event) -> Attempt:
    return after(begun(), *events, Press.ACCEPT).attempts[0]


def test_a_question_stands_alone_with_what_can_be_done() -> None:
    assert asking(begun()) == [
        "  Deep nets                               1 of 2 · tag: regularization · 02:41",
        "",
        "  What is dropout in a neural network?",
        "",
        "  Say it, then  space reveal · 1-4 reveal, how sure · h hint · s skip · ? keys",
    ]


def test_on_40_columns_titles_are_cut_and_keys_stay_whole() -> None:
    assert asking(begun(), 40) == [
        "  Deep nets             1 of 2 · 02:41",
        "",
        "  What is dropout in a neural network?",
        "",
        "  Say it, then  space reveal",
        "  1-4 reveal, how sure · h hint",
        "  s skip · ? keys",
    ]


def test_a_hint_is_shown_once_asked_for_and_no_longer_offered() -> None:
    lines = asking(after(begun(), Press.HINT))
    assert lines[4:6] == ["  Hint", "  Think of co-adaptation."]
    assert "h hint" not in lines[-1]


def test_a_pause_says_how_it_ends() -> None:
    lines = asking(after(begun(), Press.PAUSE))
    assert lines[0].endswith("00:01 paused")
    assert lines[-1] == "  Paused.  any key resumes"


def test_the_last_score_and_what_follows_from_it_stand_below_the_next_question() -> None:
    attempt = scored(Reveal(), MarkAll(SAID))
    result = Result(Saved(attempt, Memo().save(attempt), None), entry(DROPOUT), BEGIN)
    lines = shown(pages.asking(begun(WHY), view(result=result)))
    assert trimmed(lines)[6:] == [
        RULE,
        "  What is dropout in a neural network?",
        "  100 % · easy · comes back in 8 days · u undo",
    ]


def test_what_no_plan_asks_is_said_to_come_back_outside_of_it() -> None:
    attempt = scored(Reveal(), MarkAll(SAID))
    saved = Saved(attempt, Memo().save(attempt), None, by_plan=True)
    assert Result(saved, entry(DROPOUT), BEGIN).returns == "comes back in 8 days, outside the plan"


def test_what_an_interviewer_would_ask_next_stands_with_the_question_it_follows_from() -> None:
    lines = marking(after(begun(), Reveal()), rows=40)
    place = lines.index("  An interviewer might ask next")
    assert lines[place + 1] == "  · Where would you not use dropout?"


LONG = "\n\n".join(f"Step {number}." for number in range(1, 76))


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 20), (120, 30), (160, 40)])
def test_points_and_score_are_in_sight_whatever_else_there_is(columns: int, rows: int) -> None:
    points = tuple(KeyPoint(f"Point {number} " + "of many words " * 5) for number in range(1, 10))
    question = replace(DROPOUT, answer=LONG, key_points=points)
    state = after(begun(question, rules=Rules(typed=True)), Reveal(typed="word " * 400))
    lines = shown(revealed_pages.marking(state, view(), Text(LONG)), columns, rows)
    page = "\n".join(lines)
    assert all(f"Point {number} " in page for number in range(1, 10))
    assert "coverage 0 % · again" in page
    assert "1 of 1" in lines[0]
    assert "lines 1-" in page


def test_without_points_one_of_four_ratings_is_asked_for() -> None:
    assert marking(after(begun(WHY), Reveal(), Press.WRONG))[-3:] == [
        "  How did it go?",
        "                                                 something wrong: at most 50 %",
        "  1 nothing · 2 half · 3 most · 4 all · w something wrong",
    ]


def test_an_interview_counts_down_and_then_goes_on_counting() -> None:
    state = begun(to_answer(entry(DROPOUT), 90.0), rules=MOCK)
    assert asking(state)[4] == "  question 01:11 over   interview 07:19 left"
    assert asking(state)[-2].startswith("  Say it, then  space done · 1-4 done, how sure")


def test_the_delivery_is_graded_side_by_side() -> None:
    state = after(begun(DROPOUT, rules=MOCK), Reveal(), Press.ACCEPT)
    lines = trimmed(shown(revealed_pages.delivery(state, view(), ANSWER)))
    assert "review 1 of 1" in lines[0]
    assert lines[-2:] == [
        "  How was your structure, clarity, pace?",
        "  1 poor · 2 fair · 3 good · 4 very good · u back",
    ]


def test_no_colour_means_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    emulator = Emulator()
    screen(emulator).show(revealed_pages.marking(after(begun(), Reveal()), view(), ANSWER))
    styles = set(re.findall(r"\x1b\[([\d;]*)m", emulator.raw))
    assert styles <= {"", "0", "1", "2", "3", "1;2"}


def test_on_40_columns_the_score_is_whole_and_what_caps_it_stands_above() -> None:
    state = after(begun(), Press.HINT, Reveal(), MarkAll(Mark.SAID), Press.WRONG)
    lines = [line.strip() for line in marking(state, 40, 30)]
    start = lines.index("something wrong: at most 50 %")
    assert lines[start + 1 : start + 3] == ["hint: at most good", "coverage 50 % · hard"]


def test_an_empty_line_at_the_end_of_an_answer_is_not_worth_scrolling_to() -> None:
    question = replace(DROPOUT, notes=None, follow_ups=())
    state = after(begun(question), Reveal())
    height = next(
        rows for rows in range(10, 40) if "space for more" not in "".join(marking(state, 80, rows))
    )
    page = marking(state, 80, height)
    rule = next(number for number, line in enumerate(page) if number > 4 and "───" in line)
    assert page[rule - 1].strip() == "Dropout ignores units."


def test_while_an_answer_is_written_alt_u_takes_the_last_score_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = iter(["u", "q"])
    monkeypatch.setattr(writing, "write", lambda *_: Written("", next(keys)))
    before = after(begun(rules=Rules(typed=True)), Reveal(), Press.ACCEPT)
    sat = sit(monkeypatch, before, "q", "q")
    assert [attempt.key for attempt in sat.memo.retracted] == ["nets/dropout"]
    result = Result(Saved(before.attempts[0], None, None), entry(DROPOUT), BEGIN)
    page = pages.writing(before, view(result=result))
    assert "Alt-u undo" in "\n".join(shown(page))

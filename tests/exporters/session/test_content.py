"""The content of a session report, in any format."""

from dataclasses import replace

from drill.exporters.session.charts import judged_answers
from drill.exporters.session.content import (
    Figure,
    Row,
    asked_next,
    bars,
    body,
    figures,
    missed,
    next_steps,
    past,
    remarks,
    rows,
    spans,
    subtitle,
    ticks,
    whole_time,
    words,
)
from drill.exporters.session.html import html
from drill.exporters.session.markdown import markdown
from drill.model import FollowUp, Mark
from drill.model.spoken import Pause, Spoken, TimedLine
from drill.reporting.items import Point, Share
from drill.reporting.report import report
from tests.exporters.session.samples import EMPTY, REPORT, SESSION

DROPOUT, HOSTILE, SKIPPED, LATE, GONE = REPORT.items


def test_the_headline_names_the_base_of_each_number() -> None:
    assert list(figures(REPORT)) == [
        Figure("coverage", "25 %", "of 3 asked, skipped ones as 0"),
        Figure("last time", "50 %", "the same questions"),
        Figure("answered", "2 of 5", "1 skipped, 2 not reached"),
        Figure("time", "01:55", "of 05:00"),
        Figure("over time", "20 s", "in 1 answer"),
        Figure("paused", "40 s", "1 pause"),
        Figure("away", "3 min", "interrupted"),
        Figure("helped", "1 hint"),
    ]


def test_a_session_without_answers_shows_no_coverage() -> None:
    assert list(figures(EMPTY)) == [
        Figure("answered", "0 of 5", "5 not reached"),
        Figure("time", "00:00", "of 05:00"),
    ]
    assert past(EMPTY) == []
    assert subtitle(EMPTY) == "5 questions in 5 min, not finished"


def test_a_session_that_was_stopped_says_so() -> None:
    assert subtitle(REPORT) == "Nets · 5 questions in 5 min, stopped early"
    free = report(replace(SESSION, budgets=(), minutes=None), [], {}, {}, {})
    assert subtitle(free) == "5 questions, stopped early"


def test_each_question_is_said_in_a_line() -> None:
    assert [" · ".join(remarks(item)) for item in REPORT.items] == [
        "coverage 75 % · last time 50 % · 00:30 of 01:00 · 50 % sure"
        " · structure 3, clarity 2, pace 4",
        "coverage 0 % · 01:20 of 01:00 · 20 s over time · 95 % sure · hint · something wrong",
        "skipped · 00:05 of 01:00",
        "not answered",
        "not answered",
    ]
    assert missed(HOSTILE) == "95 % sure, covered 0 %"


def test_an_unanswered_question_is_not_an_empty_answer() -> None:
    text, written = words(DROPOUT)
    assert written
    assert "\x1b" not in text
    assert words(HOSTILE) == ("Nothing was written down.", False)
    for item in (SKIPPED, LATE, GONE):
        assert words(item) == ("Not answered.", False)


def test_the_question_goes_on_below_its_title() -> None:
    assert body(DROPOUT) == "Say $p$ as well."
    assert body(GONE) == ""


def test_the_sessions_before_come_oldest_first_and_this_one_last() -> None:
    assert past(REPORT) == [
        Share("2 before", 0.4, 0),
        Share("the one before", 0.5, 0),
        Share("this one", 0.25, 0),
    ]


def test_an_export_does_not_suggest_an_export() -> None:
    assert [step.command for step in next_steps(REPORT)] == [
        "drill show nets/hostile",
        "drill quiz --tag '</title><b>' --weak",
        "drill quiz --weak",
    ]


def test_what_was_said_stands_where_what_was_written_does_with_how_it_was_spoken() -> None:
    lines = (TimedLine(1.0, 4.0, "You drop \x1b[2Junits."), TimedLine(7.0, 9.0, "In training."))
    spoken = Spoken(("s.1.flac",), lines, 5.0, 4.0, (Pause(4.0, 3.0),), 1.0)
    assert DROPOUT.attempt is not None
    said = replace(DROPOUT, attempt=replace(DROPOUT.attempt, typed=None, spoken=spoken))
    assert words(said) == ("You drop [2Junits.\nIn training.", True)
    assert (
        "60 words a minute; spoke 00:05, silent 00:04; 1 pause over 2 s, the longest 3 s; "
        "first word after 1.0 s"
    ) in remarks(said)
    unheard = replace(said, attempt=replace(DROPOUT.attempt, typed=None, spoken=Spoken(("a",))))
    assert words(unheard) == ("Nothing was written down.", False)


def test_the_list_says_of_each_question_what_it_covered_its_time_and_how_sure() -> None:
    assert rows(REPORT) == [
        Row(1, "What is **dropout**?", "75 %", "00:30 of 01:00", "50 %", weak=False),
        Row(2, HOSTILE.title, "0 %", "01:20 of 01:00, 20 s over", "95 %", weak=True),
        Row(3, "Only a question?", "skipped", "00:05 of 01:00", "", weak=True),
        Row(4, "Not reached?", "not answered", "", "", weak=True),
        Row(5, "gone/question", "not answered", "", "", weak=True),
    ]


def test_only_what_is_of_three_questions_or_more_is_drawn_as_bars() -> None:
    assert [title for title, _ in bars(REPORT)] == ["Beside those before"]
    thrice = replace(REPORT, items=(*REPORT.items, DROPOUT, DROPOUT), past=())
    assert bars(thrice) == [
        ("By topic", [Share("training", 0.5625, 4)]),
        ("By difficulty", [Share("easy", 0.75, 3)]),
    ]


def test_a_session_of_two_questions_has_no_bars_at_all() -> None:
    two = replace(REPORT, items=REPORT.items[:2])
    assert (len(REPORT.timeline), len(two.timeline)) == (3, 2)
    assert (spans(two), whole_time(two), bars(two)) == ([], 0, [])
    assert spans(REPORT) == REPORT.timeline
    assert (len(judged_answers(REPORT)), judged_answers(two)) == (2, [])
    assert "<svg" not in html(two)
    assert "<p>structure 3.0 of 4 · clarity 2.0 of 4 · pace 4.0 of 4</p>" in html(two)


def test_the_time_axis_ends_at_the_last_answer() -> None:
    assert ticks(27.0) == [
        (0.0, "00:00"),
        *((second / 27, f"00:{second}") for second in (10, 20)),
    ]


def test_the_follow_up_that_was_asked_stands_with_the_answer_to_it() -> None:
    assert DROPOUT.attempt is not None
    asked = replace(DROPOUT.attempt, typed="First.\n\nThen.", follow_up=FollowUp("And?", "Then."))
    item = replace(DROPOUT, attempt=asked)
    assert words(item) == ("First.", True)
    assert asked_next(item) == (Point("And?", None, bonus=False), "Then.")
    silent = replace(item, attempt=replace(asked, follow_up=FollowUp("And?")))
    assert words(silent) == ("First.\n\nThen.", True)
    assert asked_next(silent) == (Point("And?", None, bonus=False), "")
    assert asked_next(DROPOUT) == (None, "")
    for text in (markdown(replace(REPORT, items=(item,))), html(replace(REPORT, items=(item,)))):
        assert text.index("First.") < text.index("And?") < text.index("Then.")


def test_every_report_says_how_the_follow_up_went_and_what_was_noted() -> None:
    assert DROPOUT.attempt is not None
    asked = replace(
        DROPOUT.attempt, follow_up=FollowUp("And?", None, Mark.PARTLY), note="Too slow."
    )
    followed = replace(REPORT, items=(replace(DROPOUT, attempt=asked),))
    text = markdown(followed)
    assert "**Follow-up**\n\n- ◐ **partly**: And?\n" in text
    assert "> Note: Too slow" in text
    page = html(followed)
    assert '<li class="partly"><span class="sign">◐ partly</span><span>And?</span></li>' in page
    assert "Note: Too slow." in page

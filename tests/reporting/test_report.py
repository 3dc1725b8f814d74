from dataclasses import replace
from datetime import date, timedelta

from drill.model import (
    Attempt,
    Difficulty,
    Entry,
    KeyPoint,
    Knowledge,
    Mark,
    Memory,
    Question,
    Session,
    SessionKind,
    SessionStatus,
)
from drill.reporting.items import Item, Point, Share
from drill.reporting.report import Report, report
from tests import builders
from tests.builders import START

SESSION = Session(
    "s",
    SessionKind.QUIZ,
    START,
    SessionStatus.FINISHED,
    ("nets/a", "nets/b", "nets/c", "gone/d"),
    ended=START + timedelta(minutes=10),
)
POINTS = (KeyPoint("p"),)


def entry(name: str, *tags: str, difficulty: Difficulty | None = None) -> Entry:
    question = Question(
        name, f"What is **{name}**?\nSay more.", key_points=POINTS, difficulty=difficulty
    )
    return builders.entry(question, *tags, deck="nets")


ENTRIES = {
    "nets/a": entry("a", "loss", difficulty=Difficulty.HARD),
    "nets/b": entry("b", "layers", "loss", difficulty=Difficulty.EASY),
    "nets/c": entry("c"),
}


def attempt(key: str, coverage: float | None, confidence: int | None = None) -> Attempt:
    """An attempt; coverage None skips."""
    if coverage is None:
        return builders.attempt(key, None, confidence=confidence)
    return builders.attempt(
        key, coverage=coverage, confidence=confidence, points=(("p", Mark.SAID),)
    )


def of(
    *attempts: Attempt,
    session: Session = SESSION,
    earlier: dict[str, float] | None = None,
    due: dict[str, float] | None = None,
) -> Report:
    """The report of a session; `due` in days from its start."""
    known = {
        key: Knowledge(1, 1.0, START, memory=Memory(1, 5, START, START + timedelta(days=days)))
        for key, days in (due or {}).items()
    }
    return report(session, attempts, ENTRIES, earlier or {}, known)


A, B, SKIPPED = attempt("nets/a", 1.0), attempt("nets/b", 0.5), attempt("nets/c", None)


def test_a_skipped_question_counts_as_asked_and_not_as_answered() -> None:
    told = of(A, B, SKIPPED)
    assert (told.answered, len(told.items), told.coverage) == (2, 4, 0.5)


def test_nothing_asked_has_no_coverage() -> None:
    assert (of().coverage, of().answered, of().topics) == (None, 0, [])


def test_the_time_before_is_that_of_what_was_answered_now() -> None:
    earlier = {"nets/a": 0.2, "nets/c": 1.0, "gone/d": 1.0}
    assert of(A, B, SKIPPED, earlier=earlier).earlier == 0.2
    assert of(A, B).earlier is None


def test_the_time_leaves_out_pauses_and_absence() -> None:
    assert of().seconds == 600
    assert of(session=replace(SESSION, paused=90.0, away=500.0)).seconds == 10
    assert of(session=replace(SESSION, paused=700.0)).seconds == 0
    assert of(A, B, session=replace(SESSION, ended=None)).seconds == 120


def test_the_questions_stay_in_the_order_they_were_chosen_in_with_what_is_known_of_each() -> None:
    told = of(
        B, A, session=replace(SESSION, budgets=(30.0, 60.0, 90.0, 120.0)), earlier={"nets/b": 0.1}
    )
    assert [item.title for item in told.items[:2]] == ["What is **a**?", "What is **b**?"]
    assert [item.budget for item in told.items] == [30.0, 60.0, 90.0, 120.0]
    assert [item.earlier for item in told.items] == [None, 0.1, None, None]


def test_a_question_whose_deck_is_gone_is_named_by_its_key() -> None:
    gone = of(attempt("gone/d", 0.5)).items[3]
    assert (gone.title, gone.topic, gone.answered) == ("gone/d", "gone", True)


def test_topics_are_first_tags_or_decks_in_the_order_of_the_questions() -> None:
    assert of(B, A, SKIPPED, attempt("gone/d", 0.5)).topics == [
        Share("loss", 1.0, 1),
        Share("layers", 0.5, 1),
        Share("nets", 0.0, 1),
        Share("gone", 0.5, 1),
    ]


def test_difficulties_come_easy_first_without_what_has_none() -> None:
    assert of(A, B, SKIPPED).difficulties == [Share("easy", 0.5, 1), Share("hard", 1.0, 1)]


def test_confident_misses_come_the_surest_first() -> None:
    told = of(attempt("nets/a", 0.49, 75), attempt("nets/b", 0.0, 95), attempt("nets/c", 0.5, 95))
    assert [item.key for item in told.confident_misses] == ["nets/b", "nets/a"]
    assert of(attempt("nets/a", 0.4, 50), attempt("nets/b", None, 95)).confident_misses == []


def test_answered_questions_come_back_on_study_days_in_order() -> None:
    told = of(A, B, SKIPPED, due={"nets/a": 9, "nets/b": 1, "nets/c": 2})
    assert [(day - told.today).days for day in told.returns] == [1, 9]
    assert told.today == date(2026, 3, 2)


def test_over_time_is_added_up() -> None:
    assert of(replace(A, overtime=12.0), replace(B, overtime=0.5)).over == 12.5


def test_answering_is_the_time_from_questions_to_reveals() -> None:
    assert of(A, B, SKIPPED).answering == 180


def test_a_quiz_is_reported_in_the_order_of_its_answers() -> None:
    first = replace(SKIPPED, scored_at=START + timedelta(minutes=1), seconds=5)
    then = replace(A, scored_at=START + timedelta(minutes=2), seconds=60)
    spans = of(then, first).timeline
    assert [(span.number, span.start) for span in spans] == [(3, 0), (1, 5)]


def test_what_an_interview_skipped_came_back_at_its_end() -> None:
    first = replace(SKIPPED, scored_at=START + timedelta(minutes=1), seconds=5)
    then = replace(A, scored_at=START + timedelta(minutes=2), seconds=60)
    told = of(then, first, session=replace(SESSION, kind=SessionKind.MOCK))
    assert [(span.number, span.start) for span in told.timeline] == [(1, 0), (3, 60)]


def test_points_read_as_when_they_were_marked_and_know_which_are_a_bonus() -> None:
    points = (KeyPoint("kept"), KeyPoint("extra", bonus=True), KeyPoint("new"))
    pointed = entry("a")
    pointed = replace(pointed, question=replace(pointed.question, key_points=points))
    marked = replace(A, points=(("kept", Mark.SAID), ("extra", Mark.MISSED), ("gone", Mark.PARTLY)))
    assert Item("nets/a", pointed, marked).points == (
        Point("kept", Mark.SAID, bonus=False),
        Point("extra", Mark.MISSED, bonus=True),
        Point("gone", Mark.PARTLY, bonus=False),
    )
    assert [point.mark for point in Item("nets/a", pointed, None).points] == [None, None, None]
    assert Item("gone/d", None, None).points == ()

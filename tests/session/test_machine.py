from dataclasses import replace
from datetime import timedelta

import pytest

from drill.model import Attempt, Delivery, KeyPoint, Mark, Rating
from drill.model.marks import Mistake, Proposal, Verdict
from drill.session import (
    Deliver,
    Event,
    Instant,
    Judged,
    MarkAll,
    MarkEach,
    Phase,
    Press,
    Rate,
    Replace,
    Reply,
    Reveal,
    Rules,
    State,
    Toggle,
    start,
    step,
    to_answer,
)
from tests.builders import entry
from tests.session.playing import BARE, BEGIN, LAST, MOCK, POINTED, QUIZ, Played


def marks(state: State) -> str:
    signs = {Mark.SAID: "+", Mark.PARTLY: "~", Mark.MISSED: "-"}
    return "".join(signs[mark] for mark in state.current.marks)


# One question, from the asking to the score.


def test_every_point_starts_as_missed_and_turns_through_said_and_partly() -> None:
    played = Played()
    shown = [marks(played.do(Reveal()))]
    shown += [marks(played.do(Toggle(1))) for _ in range(3)]
    assert shown == ["---", "-+-", "-~-", "---"]


def test_one_key_reveals_and_one_accepts() -> None:
    played = Played()
    assert played.do(Reveal()).phase is Phase.MARKING
    assert played.do(Press.ACCEPT).phase is Phase.ASKING
    assert played.state.index == 1
    assert played.saved == [
        Attempt(
            id="s.0",
            session="s",
            key="deck/pointed",
            scored_at=BEGIN + timedelta(seconds=2),
            seconds=1.0,
            coverage=0.0,
            rating=Rating.AGAIN,
            points=(("one", Mark.MISSED), ("two", Mark.MISSED), ("three", Mark.MISSED)),
        )
    ]


@pytest.mark.parametrize(
    ("events", "shown"),
    [
        ([MarkAll(Mark.SAID)], "+++"),
        ([MarkAll(Mark.SAID), MarkAll(Mark.MISSED)], "---"),
        ([MarkEach((Mark.SAID, Mark.PARTLY, Mark.MISSED))], "+~-"),
        ([MarkEach((Mark.SAID,))], "---"),  # not these points
        ([Toggle(3)], "---"),
        ([Rate(Rating.EASY)], "---"),
        ([Press.HINT], "---"),
        ([Reveal()], "---"),
    ],
)
def test_only_marks_valid_for_the_question_are_set(events: list[Event], shown: str) -> None:
    played = Played()
    played.do(Reveal())
    assert marks(played.do(*events)) == shown
    assert played.saved == []


def test_what_was_said_wrong_is_turned_on_and_off() -> None:
    played = Played()
    played.do(Reveal(), MarkAll(Mark.SAID), Press.WRONG)
    assert played.state.current.coverage == 0.5
    assert played.do(Press.WRONG).current.coverage == 1.0
    played.do(MarkEach((Mark.SAID,) * 3, wrong=True), Press.ACCEPT)
    assert (played.saved[0].wrong, played.saved[0].coverage) == (True, 0.5)


def test_confidence_and_the_written_answer_go_into_the_attempt() -> None:
    played = Played()
    played.do(Reveal(75, "One and two."), Press.ACCEPT)
    assert (played.saved[0].confidence, played.saved[0].typed) == (75, "One and two.")


def test_a_hint_is_noted_and_keeps_easy_away() -> None:
    played = Played()
    played.do(Press.HINT, Reveal(), MarkAll(Mark.SAID), Press.ACCEPT)
    attempt = played.saved[0]
    assert (attempt.assisted, attempt.coverage, attempt.rating) == (True, 1.0, Rating.GOOD)


def test_a_question_without_a_hint_gives_none() -> None:
    played = Played(QUIZ, BARE)
    assert not played.do(Press.HINT).current.assisted


def test_without_points_one_of_four_ratings_scores() -> None:
    played = Played(QUIZ, BARE)
    assert played.do(Reveal(), Press.ACCEPT, Toggle(0), MarkAll(Mark.SAID)).phase is Phase.MARKING
    assert played.state.current.coverage is None
    assert played.do(Press.WRONG, Rate(Rating.EASY)).phase is Phase.OVER
    assert (played.saved[0].coverage, played.saved[0].rating) == (0.5, Rating.HARD)


def test_time_over_its_budget_keeps_easy_away() -> None:
    answer = to_answer(entry(LAST), budget=20.0)
    begun = start("s", Rules(), (answer,), Instant(BEGIN, 0))
    shown, _ = step(begun, Reveal(), Instant(BEGIN, 32.04))
    marked, _ = step(shown, MarkAll(Mark.SAID), Instant(BEGIN, 40))
    _, effects = step(marked, Press.ACCEPT, Instant(BEGIN, 50))
    attempt = effects[0].attempt
    assert (attempt.seconds, attempt.overtime, attempt.rating) == (32.0, 12.0, Rating.GOOD)


def test_cramming_leaves_the_schedule_alone() -> None:
    played = Played(Rules(reschedules=False), BARE)
    played.do(Reveal(), Rate(Rating.GOOD))
    assert not played.saved[0].reschedules


def test_a_skipped_question_scores_nothing_before_and_after_the_reveal() -> None:
    played = Played()
    played.do(Press.SKIP, Reveal(95), Press.SKIP)
    assert [(attempt.key, attempt.rating, attempt.coverage) for attempt in played.saved] == [
        ("deck/pointed", None, 0.0),
        ("deck/bare", None, 0.0),
    ]
    assert [attempt.seconds for attempt in played.saved] == [1.0, 1.0]


# The run of questions.


def test_the_end_comes_after_the_last_score() -> None:
    played = Played()
    played.do(Reveal(), Press.ACCEPT, Press.SKIP, Reveal(), Press.ACCEPT)
    assert (played.state.phase, played.state.status) == (Phase.OVER, "finished")
    assert played.do(Reveal(), Press.SKIP, Rate(Rating.GOOD), Press.STOP).status == "finished"
    assert played.state.index is None
    with pytest.raises(ValueError, match="the session is over"):
        _ = played.state.current


def test_a_session_without_questions_ends_at_once() -> None:
    assert start("s", Rules(), (), Instant(BEGIN, 0)).phase is Phase.OVER


def test_stop_leaves_what_is_not_scored() -> None:
    played = Played()
    played.do(Reveal(), Press.ACCEPT, Reveal(), Press.STOP)
    assert (played.state.phase, played.state.status) == (Phase.OVER, "stopped")
    assert len(played.saved) == 1


def test_when_the_minutes_are_over_a_quiz_asks_no_more() -> None:
    played = Played(Rules(limit=60))
    played.do(Reveal(), Press.ACCEPT)
    assert played.state.phase is Phase.ASKING
    assert played.do(Reveal(), Rate(Rating.GOOD), seconds=40).status == "finished"
    assert len(played.saved) == 2


def test_a_pause_is_not_counted_as_time() -> None:
    played = Played()
    played.do(Press.PAUSE)
    assert played.state.pause is not None
    played.do(Press.PAUSE, seconds=100)
    played.do(Reveal(), Press.ACCEPT)
    assert played.saved[0].seconds == 2.0
    assert (played.state.pauses, played.state.paused) == (1, 100.0)
    assert played.state.elapsed(played.now.tick) == 3.0


def test_any_event_ends_a_pause() -> None:
    played = Played()
    played.do(Press.PAUSE, Reveal())
    assert (played.state.phase, played.state.pause, played.state.pauses) == (Phase.MARKING, None, 1)


# Taking back.


def test_undo_leads_back_to_the_marks_of_the_last_score() -> None:
    played = Played()
    played.do(Reveal(50), Toggle(0), Press.ACCEPT)
    assert marks(played.do(Press.UNDO)) == "+--"
    assert played.retracted == played.saved
    played.do(Toggle(1), Press.ACCEPT)
    assert [attempt.id for attempt in played.saved] == ["s.0", "s.1"]
    assert (played.saved[1].coverage, played.saved[1].confidence) == (1.0, 50)
    assert played.state.attempts == (played.saved[1],)


def test_undo_works_after_the_last_question_and_again_and_again() -> None:
    played = Played()
    played.do(Reveal(), Press.ACCEPT, Press.SKIP, Reveal(), Press.ACCEPT)
    played.do(Press.UNDO)
    assert (played.state.phase, played.state.index) == (Phase.MARKING, 2)
    played.do(Press.UNDO)
    assert (played.state.phase, played.state.index) == (Phase.ASKING, 1)
    played.do(Press.UNDO)
    assert (played.state.phase, played.state.index) == (Phase.MARKING, 0)
    assert played.state.attempts == ()
    before = played.state
    assert played.do(Press.UNDO) is before


def test_a_skip_taken_back_keeps_the_time_that_was_spent() -> None:
    played = Played()
    played.do(Press.SKIP, seconds=60)
    played.do(Press.UNDO, Reveal(), Press.ACCEPT)
    assert played.saved[-1].seconds == 61.0


def test_a_hint_once_seen_stays_seen() -> None:
    played = Played(QUIZ, LAST, POINTED)
    played.do(Press.SKIP, Press.HINT, Press.UNDO, Press.SKIP)
    assert played.state.current.assisted


def test_the_time_after_the_end_does_not_count_when_it_is_taken_back() -> None:
    played = Played(QUIZ, LAST)
    played.do(Reveal(), Press.ACCEPT)
    played.do(Press.UNDO, seconds=1000)
    assert played.state.elapsed(played.now.tick) == 2.0
    assert played.do(Press.ACCEPT).elapsed(played.now.tick) == 3.0


# An edited deck.


def test_an_edit_keeps_the_marks_of_points_that_read_the_same() -> None:
    played = Played()
    played.do(Reveal(), Toggle(1))
    points = (KeyPoint("two"), KeyPoint("ONE"), KeyPoint("four"), KeyPoint("three", bonus=True))
    played.do(Replace(entry(replace(POINTED, key_points=points))))
    assert marks(played.state) == "+---"
    played.do(Press.ACCEPT)
    assert [text for text, _ in played.saved[0].points] == ["two", "ONE", "four", "three"]


def test_an_edit_outlives_an_undo() -> None:
    played = Played()
    played.do(Press.SKIP, Replace(entry(replace(BARE, text="Why now?"))), Press.UNDO, Press.SKIP)
    assert played.state.current.entry.question.text == "Why now?"


def test_nothing_is_edited_when_the_session_is_over() -> None:
    played = Played(QUIZ, LAST)
    over = played.do(Press.SKIP)
    assert played.do(Replace(entry(LAST))) is over


# A mock interview.


def test_an_interview_asks_all_and_then_marks_all_with_their_delivery() -> None:
    played = Played(MOCK)
    assert played.do(Reveal(), Reveal()).index == 2
    assert (played.do(Reveal()).phase, played.state.index) == (Phase.MARKING, 0)
    assert played.do(MarkAll(Mark.SAID), Press.ACCEPT).phase is Phase.DELIVERY
    played.do(Deliver(3), Deliver(2), Deliver(4))
    assert (played.state.phase, played.state.index) == (Phase.MARKING, 1)
    assert played.saved[0].delivery == Delivery(3, 2, 4)


def test_undo_steps_back_through_the_delivery() -> None:
    played = Played(MOCK, LAST)
    played.do(Reveal(), Press.ACCEPT, Deliver(3), Deliver(2))
    assert played.do(Press.UNDO).current.delivery == (3,)
    played.do(Deliver(1), Deliver(1))
    assert played.state.phase is Phase.OVER
    assert played.do(Press.UNDO).current.delivery == (3, 1)
    assert played.do(Press.UNDO, Press.UNDO, Press.UNDO).phase is Phase.MARKING


def test_what_an_interview_skips_comes_back_once_at_the_end() -> None:
    played = Played(MOCK)
    played.do(Press.SKIP, Reveal(), Reveal())
    assert (played.state.phase, played.state.index) == (Phase.ASKING, 0)
    played.do(Press.SKIP)
    assert [(attempt.key, attempt.skipped) for attempt in played.saved] == [("deck/pointed", True)]
    assert (played.state.phase, played.state.index) == (Phase.MARKING, 1)


def test_out_of_time_an_interview_asks_the_rest_but_comes_back_to_nothing() -> None:
    played = Played(replace(MOCK, limit=30))
    played.do(Press.SKIP)
    played.do(Reveal(), seconds=40)
    assert (played.state.phase, played.state.index) == (Phase.ASKING, 2)
    played.do(Reveal())
    assert [attempt.key for attempt in played.saved] == ["deck/pointed"]
    assert played.state.phase is Phase.MARKING


def test_stop_ends_the_asking_of_an_interview_then_its_marking() -> None:
    played = Played(MOCK)
    assert played.do(Reveal(), Press.STOP).phase is Phase.MARKING
    assert played.do(Press.STOP).status == "stopped"
    assert Played(MOCK).do(Press.STOP).status == "stopped"


def test_a_follow_up_adds_to_the_answer_and_skipping_it_keeps_that() -> None:
    answers = (to_answer(entry(POINTED), follow_up="And then?"), to_answer(entry(LAST)))
    state = start("s", MOCK, answers, Instant(BEGIN, 0))
    state, _ = step(state, Reveal(75, "First."), Instant(BEGIN, 5))
    assert (state.phase, state.index) == (Phase.FOLLOW_UP, 0)
    more, _ = step(state, Reveal(None, "Second."), Instant(BEGIN, 9))
    given = more.answers[0]
    assert (given.typed, given.confidence, given.clock.spent) == ("First.\n\nSecond.", 75, 9.0)
    assert given.next_typed == "Second."
    skipped, effects = step(state, Press.SKIP, Instant(BEGIN, 9))
    assert (skipped.index, skipped.marking, effects) == (1, (0,), ())


# What an assistant proposes.

PROPOSED = Proposal(
    (Verdict(Mark.SAID, "one"), Verdict(Mark.SAID, "two", supported=False), Verdict(Mark.MISSED)),
    (Mistake("nine", "There are three."),),
    "Which is the first?",
)


def test_a_judgement_ticks_nothing() -> None:
    state = Played().do(Reveal(), Judged(PROPOSED))
    assert state.current.proposal == PROPOSED
    assert marks(state) == "---"
    assert not state.current.wrong


def test_taking_it_over_marks_what_has_support_and_leaves_the_rest_as_it_was() -> None:
    state = Played().do(Reveal(), Toggle(1), Toggle(2), Judged(PROPOSED), Press.TAKE_OVER)
    assert marks(state) == "++-"
    assert state.current.wrong
    kept = Played().do(Reveal(), Judged(PROPOSED), Press.TAKE_OVER)
    assert marks(kept) == "+--"


def test_what_the_person_said_was_wrong_stays_so_where_the_proposal_finds_nothing() -> None:
    nothing = replace(PROPOSED, mistakes=(Mistake("ten", "Not said.", supported=False),))
    state = Played().do(Reveal(), Judged(nothing), Press.TAKE_OVER)
    assert not state.current.wrong
    state = Played().do(Reveal(), Press.WRONG, Judged(nothing), Press.TAKE_OVER)
    assert state.current.wrong


def test_the_marks_of_the_person_are_the_score_and_the_proposal_is_kept_beside_them() -> None:
    played = Played()
    played.do(Reveal(), Judged(PROPOSED), Press.TAKE_OVER, Toggle(0), Press.WRONG, Press.ACCEPT)
    attempt = played.saved[0]
    assert [mark for _, mark in attempt.points] == [Mark.PARTLY, Mark.MISSED, Mark.MISSED]
    assert (attempt.coverage, attempt.wrong, attempt.proposal) == (0.25, False, PROPOSED)


def test_the_follow_up_can_be_answered() -> None:
    played = Played()
    played.do(Reveal(), Judged(PROPOSED), Reply("The smallest."), Press.ACCEPT)
    assert played.saved[0].proposal == replace(PROPOSED, reply="The smallest.")


def test_without_a_proposal_there_is_nothing_to_take_over_or_to_reply_to() -> None:
    state = Played().do(Reveal(), Toggle(0), Press.TAKE_OVER, Reply("What?"))
    assert marks(state) == "+--"
    assert state.current.proposal is None


def test_a_judgement_that_comes_while_a_question_stands_or_of_other_points_is_left_out() -> None:
    assert Played().do(Judged(PROPOSED)).current.proposal is None
    other = replace(PROPOSED, verdicts=PROPOSED.verdicts[:2])
    assert Played().do(Reveal(), Judged(other)).current.proposal is None


def test_a_judgement_that_comes_in_a_pause_does_not_end_it() -> None:
    state = Played().do(Reveal(), Press.PAUSE, Judged(PROPOSED))
    assert state.pause is not None
    assert state.current.proposal == PROPOSED


def test_an_edit_of_the_points_ends_the_proposal_and_one_of_the_answer_does_not() -> None:
    reworded = replace(POINTED, answer="Those.")
    state = Played().do(Reveal(), Judged(PROPOSED), Replace(entry(reworded)))
    assert state.current.proposal == PROPOSED
    fewer = replace(POINTED, key_points=POINTED.key_points[:2])
    assert Played().do(Reveal(), Judged(PROPOSED), Replace(entry(fewer))).current.proposal is None


def test_undo_brings_the_proposal_back() -> None:
    state = Played().do(Reveal(), Judged(PROPOSED), Press.ACCEPT, Press.UNDO)
    assert state.current.proposal == PROPOSED

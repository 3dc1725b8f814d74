"""A session resumes from its snapshot as if never interrupted, even between two writes."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.errors import DrillError
from drill.model import Attempt, KeyPoint, Mark, Question, Rating, SessionKind
from drill.model.spoken import Pause, Spoken, TimedLine
from drill.session import (
    Choose,
    Clock,
    Deliver,
    Event,
    Instant,
    Judged,
    MarkAll,
    Phase,
    Press,
    Rate,
    Reply,
    Retract,
    Reveal,
    Rules,
    State,
    Surer,
    Toggle,
    Transcribed,
    snapshot,
    step,
)
from tests.builders import entry
from tests.session.playing import BARE, LAST, MOCK, ONE, POINTED, QUIZ, TWO, Played, proposal

HEARD = Spoken(("s.1.flac",), (TimedLine(0.5, 2.0, "wörds"),), 1.5, 3.0, (Pause(2.0, 2.5),), 0.5)
ENTRIES = {each.key: each for each in map(entry, (POINTED, BARE, LAST, ONE, TWO))}
events = st.one_of(
    st.sampled_from([Reveal(), Press.ACCEPT, Press.SKIP, Press.UNDO, Press.PAUSE, Press.HINT]),
    st.builds(Reveal, st.sampled_from([None, 25, 95]), st.sampled_from([None, "wörds\n“two”"])),
    st.sampled_from([Reveal(recordings=("s.1.flac",)), Transcribed(HEARD)]),
    st.builds(Toggle, st.integers(0, 3)),
    st.builds(Choose, st.integers(0, 3)),
    st.builds(Surer, st.sampled_from([-1, 1])),
    st.builds(MarkAll, st.sampled_from(Mark)),
    st.builds(Rate, st.sampled_from(Rating)),
    st.builds(Deliver, st.integers(1, 4)),
    st.builds(Judged, st.integers(1, 3).map(proposal)),
    st.builds(Reply, st.sampled_from(["", "words"])),
    st.sampled_from([Press.WRONG, Press.STOP]),
)
rules = st.builds(
    Rules,
    kind=st.sampled_from(SessionKind),
    typed=st.booleans(),
    reveal_each=st.booleans(),
    reschedules=st.booleans(),
    limit=st.sampled_from([None, 10.0]),
    recorded=st.booleans(),
)


def later(played: Played, seconds: float) -> Instant:
    """A moment after the interruption, on a machine that has been started anew."""
    return Instant(played.now.at + timedelta(seconds=seconds), 5.0)


def standing(played: Played) -> list[Attempt]:
    """What the history gives back: saved, and not retracted."""
    taken_back = {attempt.id for attempt in played.retracted}
    return [attempt for attempt in played.saved if attempt.id not in taken_back]


def shown(state: State, tick: float) -> State:
    """The state with its clocks read, and without what a snapshot does not keep."""
    return replace(
        state,
        answers=tuple(
            replace(answer, clock=Clock(round(answer.clock.seconds(tick), 6)))
            for answer in state.answers
        ),
        clock=Clock(round(state.clock.seconds(tick), 6)),
        pause=None,
        undo=None,
        paused=round(state.paused + (state.pause.seconds(tick) if state.pause else 0), 6),
        away=0.0,
    )


def places(state: State) -> State:
    """The state as an undo goes back to it: the clocks, which go on, are left out."""
    answers = tuple(replace(answer, clock=Clock()) for answer in state.answers)
    return replace(
        state, answers=answers, clock=Clock(), undo=None, serial=0, pauses=0, paused=0, away=0
    )


def resumed(
    dumped: str, played: Played, attempts: list[Attempt], seconds: float = 60
) -> snapshot.Snapshot:
    return snapshot.load(dumped, ENTRIES, attempts, later(played, seconds))


@pytest.mark.slow
@settings(max_examples=150, derandomize=True, deadline=None)
@given(
    rules,
    st.sampled_from([(POINTED, BARE, LAST), (ONE, LAST, TWO)]),
    st.lists(events, max_size=20),
    st.text(max_size=20),
    st.integers(0, 10**6),
)
def test_an_interrupted_session_comes_back_as_it_was(
    rules: Rules, asked: tuple[Question, ...], done: list[Event], draft: str, seconds: int
) -> None:
    played = Played(rules, *asked)
    played.do(*done)
    if played.state.phase is Phase.OVER:  # then it is finished, and none is kept
        return
    dumped = snapshot.dump(played.state, draft, played.now)
    back = resumed(dumped, played, standing(played), seconds)
    assert shown(back.state, 5.0) == shown(played.state, played.now.tick)
    assert back.draft == draft
    assert back.state.away == pytest.approx(played.state.away + seconds)
    before, undone = played.state.undo, back.state.undo
    while before is not None and undone is not None:
        assert places(undone) == places(before)
        assert undone.attempts == before.attempts
        before, undone = before.undo, undone.undo
    assert before is undone is None


def test_an_undo_reaches_back_over_an_interruption_and_over_the_rating_of_delivery() -> None:
    played = Played(MOCK, LAST, POINTED)
    played.do(Reveal(), Reveal(), MarkAll(Mark.SAID), Press.ACCEPT, *(Deliver(3),) * 3)
    assert [attempt.key for attempt in played.saved] == ["deck/last"]
    back = resumed(snapshot.dump(played.state, "", played.now), played, played.saved).state
    now = later(played, 70)
    undone, effects = step(back, Press.UNDO, now)
    assert effects == (Retract(played.saved[0]),)
    assert (undone.phase, undone.current.entry.question.id) == (Phase.DELIVERY, "last")
    assert (undone.current.delivery, undone.current.marks) == ((3, 3), (Mark.SAID,))
    for _ in range(3):
        undone, _ = step(undone, Press.UNDO, now)
    assert (undone.phase, undone.current.delivery) == (Phase.MARKING, ())
    assert step(undone, Press.UNDO, now) == (undone, ())


def test_an_undo_takes_back_the_score_that_was_saved_after_the_last_snapshot() -> None:
    played = Played(QUIZ)
    played.do(Reveal(), Toggle(1))
    dumped = snapshot.dump(played.state, "", played.now)
    played.do(Press.ACCEPT)
    back = resumed(dumped, played, played.saved).state
    undone, effects = step(back, Press.UNDO, later(played, 70))
    assert effects == (Retract(played.saved[0]),)
    assert undone.current.marks == (Mark.MISSED, Mark.SAID, Mark.MISSED)


def test_an_undo_goes_on_behind_one_that_came_after_the_last_snapshot() -> None:
    played = Played(QUIZ)
    played.do(Reveal(), Press.ACCEPT, Reveal(), Rate(Rating.GOOD))
    dumped = snapshot.dump(played.state, "", played.now)
    played.do(Press.UNDO)
    back = resumed(dumped, played, standing(played)).state
    undone, effects = step(back, Press.UNDO, later(played, 70))
    assert effects == (Retract(played.saved[0]),)
    assert undone.current.entry.question.id == "pointed"


def test_the_clocks_go_on_and_the_time_away_does_not_count() -> None:
    played = Played(MOCK)
    played.do(Press.HINT, seconds=30)
    back = resumed(snapshot.dump(played.state, "half", played.now), played, [], seconds=3600).state
    assert (back.away, back.current.assisted) == (3600, True)
    assert back.elapsed(15.0) == 40
    after, _ = step(back, Reveal(), Instant(played.now.at, 25.0))
    assert after.answers[0].clock == Clock(50)


def test_an_interruption_in_a_pause_counts_the_pause_and_ends_it() -> None:
    played = Played(MOCK)
    played.do(Press.PAUSE, Press.PAUSE, Press.PAUSE, seconds=10)
    played.tick += 7
    back = resumed(snapshot.dump(played.state, "", played.now), played, []).state
    assert (back.pause, back.paused) == (None, 17)
    assert back.current.clock.seconds(5.0) == 20


def test_a_score_that_was_saved_after_the_last_snapshot_is_not_asked_for_again() -> None:
    played = Played(MOCK, LAST, POINTED)
    played.do(Reveal(), Reveal(), MarkAll(Mark.SAID), Press.ACCEPT, Deliver(3), Deliver(3))
    dumped = snapshot.dump(played.state, "", played.now)
    played.do(Deliver(3))
    assert [attempt.id for attempt in played.saved] == ["s.0"]
    back = resumed(dumped, played, played.saved).state
    assert (back.phase, back.current.entry.question.id) == (Phase.MARKING, "pointed")
    assert [attempt.id for attempt in back.attempts] == ["s.0"]
    assert back.serial == 1  # the next score is not taken for the one that is there
    again = resumed(snapshot.dump(back, "", later(played, 60)), played, played.saved, 90).state
    assert [answer.delivery for answer in again.answers] == [(3, 3, 3), ()]
    assert step(again, Press.UNDO, later(played, 90))[0].current.delivery == (3, 3)


def test_the_last_score_saved_before_an_interruption_ends_the_session() -> None:
    played = Played(Rules(), LAST)
    played.do(Reveal())
    dumped = snapshot.dump(played.state, "", played.now)
    played.do(Press.ACCEPT)
    assert resumed(dumped, played, played.saved).state.phase is Phase.OVER


def test_a_score_that_was_taken_back_after_the_last_snapshot_is_asked_for_again() -> None:
    played = Played(MOCK, LAST, POINTED)
    played.do(Reveal(), Reveal(), MarkAll(Mark.SAID), Press.ACCEPT, *[Deliver(3)] * 3)
    dumped = snapshot.dump(played.state, "", played.now)
    back = resumed(dumped, played, []).state
    assert (back.phase, back.current.entry.question.id) == (Phase.MARKING, "last")
    assert [back.answers[index].entry.question.id for index in back.marking] == ["last", "pointed"]
    assert back.serial == 1  # its id is in the history, retracted: it is not used again


def test_what_a_stopped_interview_did_not_ask_is_not_asked_after_an_interruption() -> None:
    played = Played(MOCK)
    played.do(Reveal(), Press.STOP)
    back = resumed(snapshot.dump(played.state, "", played.now), played, []).state
    assert back.stopped
    assert back.pending == ()
    assert [back.answers[index].entry.question.id for index in back.marking] == ["pointed"]


def test_a_question_that_its_deck_has_no_more_is_asked_by_its_key() -> None:
    played = Played(MOCK)
    dumped = snapshot.dump(played.state, "", played.now)
    back = snapshot.load(dumped, {}, [], later(played, 1)).state
    assert back.current.entry.key == "deck/pointed"
    assert back.current.entry.question.title == "deck/pointed"
    assert back.current.marks == ()


def test_points_that_read_otherwise_than_before_are_marked_anew() -> None:
    played = Played()
    played.do(Reveal(), Toggle(0), Toggle(1))
    dumped = snapshot.dump(played.state, "", played.now)
    points = (KeyPoint("two"), KeyPoint("new"), KeyPoint("one, and more"))
    edited = entry(replace(POINTED, key_points=points))
    back = snapshot.load(dumped, {edited.key: edited}, [], later(played, 1)).state
    assert back.current.marks == (Mark.SAID, Mark.MISSED, Mark.MISSED)


def test_a_proposal_comes_back_with_the_points_that_it_was_made_for() -> None:
    played = Played()
    played.do(Reveal(), Judged(proposal(3)), Reply("words"))
    dumped = snapshot.dump(played.state, "", played.now)
    same = snapshot.load(dumped, ENTRIES, [], later(played, 1)).state
    assert same.current.proposal == replace(proposal(3), reply="words")
    fewer = entry(replace(POINTED, key_points=POINTED.key_points[:2]))
    edited = snapshot.load(dumped, {fewer.key: fewer}, [], later(played, 1)).state
    assert edited.current.proposal is None


@pytest.mark.parametrize(("points", "mark"), [("abc", Mark.SAID), ("a", Mark.MISSED)])
def test_a_snapshot_that_does_not_know_its_points_goes_by_their_number(
    points: str, mark: Mark
) -> None:
    played = Played()
    played.do(Reveal(), MarkAll(Mark.SAID))
    data = json.loads(snapshot.dump(played.state, "", played.now))
    for answer in data["answers"]:
        del answer["points"]
    edited = entry(replace(POINTED, key_points=tuple(map(KeyPoint, points))))
    back = snapshot.load(json.dumps(data), {edited.key: edited}, [], later(played, 1)).state
    assert set(back.current.marks) == {mark}


def test_a_clock_that_went_back_means_no_time_away() -> None:
    played = Played(MOCK)
    played.do(Press.HINT)
    back = resumed(snapshot.dump(played.state, "", played.now), played, [], seconds=-109403)
    assert back.state.away == 0


def test_the_keys_are_known_before_the_questions_are_looked_up() -> None:
    played = Played(MOCK)
    dumped = snapshot.dump(played.state, "", played.now)
    assert snapshot.keys(dumped) == ["deck/pointed", "deck/bare", "deck/last"]


def test_a_snapshot_of_another_version_is_refused() -> None:
    played = Played(MOCK)
    dumped = json.loads(snapshot.dump(played.state, "", played.now))
    with pytest.raises(DrillError, match="another version of drill") as refusal:
        snapshot.load(json.dumps({**dumped, "version": 99}), ENTRIES, [], later(played, 1))
    assert "drill mock starts a new one" not in refusal.value.hint
    assert "start a new one" in refusal.value.hint

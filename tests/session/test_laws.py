"""Invariants of a session under any events."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drill.model import Mark, Question, Rating, SessionKind
from drill.session import (
    Choose,
    ChooseEach,
    Deliver,
    Event,
    Judged,
    MarkAll,
    Phase,
    Press,
    Rate,
    Replace,
    Reply,
    Reveal,
    Rules,
    State,
    Surer,
    Toggle,
)
from tests.builders import entry
from tests.session.playing import BARE, LAST, ONE, POINTED, TWO, Played, proposal

pytestmark = pytest.mark.slow

questions = st.sampled_from([POINTED, BARE, LAST, ONE, TWO])
events = st.one_of(
    # Often what moves a session on or back, seldom what ends it.
    st.sampled_from([Reveal(), Press.ACCEPT, Press.SKIP, Press.UNDO, Press.PAUSE]),
    st.sampled_from([Reveal(), Press.ACCEPT, Press.SKIP, Press.UNDO, Press.PAUSE]),
    st.sampled_from(Press),
    st.builds(Reveal, st.sampled_from([None, 25, 95]), st.sampled_from([None, "words"])),
    st.builds(Toggle, st.integers(0, 8)),
    st.builds(Choose, st.integers(0, 8)),
    st.builds(ChooseEach, st.lists(st.integers(0, 8), max_size=2).map(tuple)),
    st.builds(Surer, st.sampled_from([-1, 1])),
    st.builds(MarkAll, st.sampled_from(Mark)),
    st.builds(Rate, st.sampled_from(Rating)),
    st.builds(Deliver, st.integers(1, 4)),
    st.builds(Judged, st.integers(1, 3).map(proposal)),
    st.builds(Reply, st.sampled_from(["", "words"])),
    st.none(),  # an edit of the deck
)
rules = st.builds(
    Rules,
    kind=st.sampled_from(SessionKind),
    reveal_each=st.booleans(),
    limit=st.sampled_from([None, 10.0]),
)


def edit(state: State) -> Event:
    """The deck is edited so that all of the current question changes but its id."""
    if state.phase is Phase.OVER:
        return Press.PAUSE
    return Replace(entry(replace(POINTED, id=state.current.entry.question.id)))


@settings(max_examples=100, derandomize=True, deadline=None)
@given(
    rules,
    st.lists(questions, min_size=1, max_size=4),
    st.lists(st.tuples(events, st.floats(0, 5)), min_size=10, max_size=40),
)
def test_whatever_is_done_a_session_stays_whole(
    rules: Rules, asked: list[Question], done: list[tuple[Event | None, float]]
) -> None:
    numbered = [replace(each, id=f"{each.id}-{index}") for index, each in enumerate(asked)]
    played = Played(rules, *numbered)
    states = [played.state]
    for event, seconds in done:
        states.append(played.do(event or edit(played.state), seconds=seconds))
        state, taken_back = states[-1], [attempt.id for attempt in played.retracted]
        # What is saved and not retracted is what the session says was scored.
        standing = tuple(attempt for attempt in played.saved if attempt.id not in taken_back)
        assert state.attempts == standing
        # Each question is to be asked, to be marked, or scored, and nothing twice.
        scored = [attempt.key for attempt in state.attempts]
        waiting = [state.answers[i].entry.key for i in (*state.pending, *state.marking)]
        assert len({*scored, *waiting}) == len(scored) + len(waiting)
        if not state.stopped:
            left_out = rules.limit is not None and state.phase is Phase.OVER
            assert left_out or len(scored) + len(waiting) == len(numbered)
        for answer in state.answers:
            assert len(answer.marks) == len(answer.entry.question.key_points)
            options = len(answer.entry.question.options)
            assert sorted(answer.order) == list(range(options))
            assert answer.chosen <= set(answer.order)
    for before, after in pairwise(states):
        assert before.serial <= after.serial
        assert before.paused <= after.paused
        assert before.pauses <= after.pauses
    ids = [attempt.id for attempt in played.saved]
    assert len(set(ids)) == len(ids)
    assert played.do(Press.STOP, Press.STOP).phase is Phase.OVER


@settings(max_examples=100, derandomize=True, deadline=None)
@given(rules, st.lists(st.tuples(events, st.floats(0, 5)), min_size=10, max_size=40))
def test_clocks_never_go_back(rules: Rules, done: list[tuple[Event | None, float]]) -> None:
    played = Played(rules)
    shown = played.state.elapsed(played.now.tick)
    spent = [0.0] * len(played.state.answers)
    for event, seconds in done:
        state = played.do(event or edit(played.state), seconds=seconds)
        now = state.elapsed(played.now.tick)
        assert shown <= now <= played.tick - state.paused + 1e-6
        shown = now
        clocks = [answer.clock.seconds(played.now.tick) for answer in state.answers]
        assert all(before <= after + 1e-6 for before, after in zip(spent, clocks, strict=True))
        assert sum(clocks) <= now + 1e-6
        spent = clocks


@settings(max_examples=60, derandomize=True, deadline=None)
@given(rules, st.lists(events, min_size=10, max_size=25))
def test_undoing_everything_leaves_nothing_scored(rules: Rules, done: list[Event | None]) -> None:
    played = Played(rules)
    for event in done:
        played.do(event or edit(played.state))
    for _ in range(8 * len(played.saved) + 8):  # within the delivery each step counts
        played.do(Press.UNDO)
    assert played.state.attempts == ()
    assert {attempt.id for attempt in played.saved} == {attempt.id for attempt in played.retracted}

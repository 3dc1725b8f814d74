"""The clocks of a session: stopped, resumed after a pause, and started for a question."""

from dataclasses import replace

from drill.session.clocks import Clock, Instant
from drill.session.rules import Phase
from drill.session.states import State


def clock_started(state: State, now: Instant) -> State:
    """The state with its question's clock restarted at `now`; the gap does not count."""
    answer = state.current
    clock = Clock(answer.clock.spent).started(now.tick)
    return state.with_current(replace(answer, clock=clock))


def clocks_stopped(state: State, now: Instant) -> State:
    """The state with its clocks stopped: a pause."""
    if state.phase is Phase.OVER:
        return state
    answer = state.current
    held = state.with_current(replace(answer, clock=answer.clock.stopped(now.tick)))
    return replace(held, clock=state.clock.stopped(now.tick), pause=Clock().started(now.tick))


def resumed(state: State, now: Instant) -> State:
    """The state after a pause, with the length of the pause added."""
    if state.pause is None:
        return state
    resumed = replace(
        state,
        clock=state.clock.started(now.tick),
        pause=None,
        pauses=state.pauses + 1,
        paused=state.paused + state.pause.seconds(now.tick),
    )
    return clock_started(resumed, now) if state.asks else resumed

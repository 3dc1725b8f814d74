"""Undo: the last score taken back, without what no undo can change."""

from dataclasses import replace

from drill.session.clocks import Instant
from drill.session.events import Effect, Retract
from drill.session.pausing import clock_started
from drill.session.rules import Phase
from drill.session.states import Answer, State, reread


def undo(state: State, now: Instant) -> tuple[State, tuple[Effect, ...]]:
    """Undo the last score or, while delivery is rated, its last grade."""
    if state.phase is Phase.DELIVERY:
        answer = state.current
        if answer.delivery:
            return state.with_current(replace(answer, delivery=answer.delivery[:-1])), ()
        return replace(state, phase=Phase.MARKING), ()
    if state.undo is None:
        return state, ()
    answers = zip(state.undo.answers, state.answers, strict=True)
    back = replace(
        state.undo,
        answers=tuple(_taken_back(before, after, now) for before, after in answers),
        serial=state.serial,
        clock=state.clock.started(now.tick),
        pauses=state.pauses,
        paused=state.paused,
        away=state.away,
    )
    return (clock_started(back, now) if back.asks else back), (Retract(state.attempts[-1]),)


def _taken_back(before: Answer, after: Answer, now: Instant) -> Answer:
    """An answer as it was, except what no undo can change.

    These are edits, hints seen, time, and transcripts.
    """
    return replace(
        reread(before, after.entry),
        assisted=after.assisted,
        spoken=after.spoken if before.spoken else None,
        clock=after.clock.stopped(now.tick),
    )

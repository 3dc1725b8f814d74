"""One state machine for quiz and mock interview: `step(state, event, now) -> (state, effects)`.

Pure: the terminal turns keys into events and states into screens, and the caller carries out the
effects. `machine` has the transitions between `states`, with `undo` and `pausing`; `events` the
events and effects, `rules` the kinds of session and their phases, `clocks` the stopwatches.
`option_order` orders the options of a multiple choice, `incoming` adds transcripts and judgements,
`snapshot` saves a state as JSON.

A quiz reveals and marks each question before the next; a mock interview asks all questions first
and marks them afterwards. Everything else is the same for both.
"""

from drill.session.clocks import Clock, Instant
from drill.session.events import (
    CONFIDENCES,
    Choose,
    ChooseEach,
    Deliver,
    Effect,
    Event,
    Judged,
    MarkAll,
    MarkEach,
    Note,
    Press,
    Rate,
    Replace,
    Reply,
    Retract,
    Reveal,
    Save,
    Surer,
    Toggle,
    Transcribed,
)
from drill.session.machine import start, step
from drill.session.rules import Phase, Rules
from drill.session.states import Answer, State, to_answer

__all__ = [
    "CONFIDENCES",
    "Answer",
    "Choose",
    "ChooseEach",
    "Clock",
    "Deliver",
    "Effect",
    "Event",
    "Instant",
    "Judged",
    "MarkAll",
    "MarkEach",
    "Note",
    "Phase",
    "Press",
    "Rate",
    "Replace",
    "Reply",
    "Retract",
    "Reveal",
    "Rules",
    "Save",
    "State",
    "Surer",
    "Toggle",
    "Transcribed",
    "start",
    "step",
    "to_answer",
]

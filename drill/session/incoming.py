"""What comes into a session from outside while the person goes on: words heard, a judgement."""

from dataclasses import replace

from drill.model.marks import Proposal
from drill.model.spoken import Spoken
from drill.session.rules import Phase
from drill.session.states import Answer, State


def also_spoken(before: Spoken | None, recordings: tuple[str, ...]) -> Spoken | None:
    """What was recorded before, with these recordings, all to be listened to as one answer."""
    if not recordings:
        return before
    return Spoken((*(before.recordings if before else ()), *recordings))


def transcribed(state: State, spoken: Spoken) -> State:
    """The state with what was heard in the answer that has these recordings."""
    answers = tuple(
        replace(answer, spoken=spoken)
        if answer.spoken and answer.spoken.recordings == spoken.recordings
        else answer
        for answer in state.answers
    )
    return replace(state, answers=answers)


def judged(state: State, proposal: Proposal) -> State:
    """The state with the proposal beside the marks, if it fits the answer that is marked."""
    fits = state.phase is Phase.MARKING and len(proposal.verdicts) == len(state.current.marks)
    return state.with_current(replace(state.current, proposal=proposal)) if fits else state


def taken_over(answer: Answer, proposal: Proposal) -> Answer:
    """The answer marked as proposed; a verdict without support leaves the mark as it is."""
    pairs = zip(proposal.marks, answer.marks, strict=True)
    marks = tuple(mark if proposed is None else proposed for proposed, mark in pairs)
    return replace(answer, marks=marks, wrong=answer.wrong or proposal.wrong)

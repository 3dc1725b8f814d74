"""Input that arrives during a session: transcripts and judgements."""

from dataclasses import replace

from drill.model.marks import Proposal
from drill.model.spoken import Spoken
from drill.session.rules import Phase
from drill.session.states import Answer, State


def also_spoken(before: Spoken | None, recordings: tuple[str, ...]) -> Spoken | None:
    """The previous recordings with these added; they count as one answer."""
    if not recordings:
        return before
    return Spoken((*(before.recordings if before else ()), *recordings))


def transcribed(state: State, spoken: Spoken) -> State:
    """The state with the transcript added to the answer that has these recordings."""
    answers = tuple(
        replace(answer, spoken=spoken)
        if answer.spoken and answer.spoken.recordings == spoken.recordings
        else answer
        for answer in state.answers
    )
    return replace(state, answers=answers)


def judged(state: State, proposal: Proposal) -> State:
    """The state with the proposal stored, if it fits the answer being marked."""
    fits = state.phase is Phase.MARKING and len(proposal.verdicts) == len(state.current.marks)
    return state.with_current(replace(state.current, proposal=proposal)) if fits else state


def taken_over(answer: Answer, proposal: Proposal) -> Answer:
    """The answer with the proposed marks; a verdict without support leaves its mark unchanged."""
    pairs = zip(proposal.marks, answer.marks, strict=True)
    marks = tuple(mark if proposed is None else proposed for proposed, mark in pairs)
    return replace(answer, marks=marks, wrong=answer.wrong or proposal.wrong)

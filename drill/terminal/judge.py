"""The assistant in a session: who judges, when, and what the screen says of it."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Protocol

from drill.model import Question
from drill.model.marks import Proposal
from drill.reply import Failed
from drill.session import Answer, Judged, Phase, State

NOBODY = "config.toml names no assistant: see drill help assistant"
NO_POINTS = "without key points there is nothing to judge by"
NO_WORDS = "nothing of what you said was kept: --typed or --record keeps it"
NOT_HEARD_YET = "what you said is still being written down"


class Judge(Protocol):
    """Judges answers in the background; `unasked` ones as they come."""

    @property
    def command(self) -> str:
        """The person's own command."""

    @property
    def unasked(self) -> bool:
        """Whether each answer is judged, not only those that the person asks it for."""

    @property
    def explanation(self) -> tuple[str, ...]:
        """What a person must know before the command is asked for the first time."""

    @property
    def is_allowed(self) -> bool:
        """Whether the person has allowed the command."""

    def allow(self) -> None:
        """Remember that the command may be asked; raises DrillError where that cannot be kept."""

    def begin(self, name: Hashable, question: Question, words: str) -> None:
        """Judge `words`, an answer to `question`, unless it is under way or done."""

    def has_begun(self, name: Hashable) -> bool:
        """Whether this answer was given to the command."""

    def proposal(self, name: Hashable) -> Proposal | Failed | None:
        """What the command says of it, or why it says nothing; None while that is not known."""

    def wait(self, name: Hashable) -> Proposal | Failed:
        """What comes of an answer that was begun, waited for."""

    def close(self) -> None:
        """End the programs that still run."""


def refusal(judge: Judge | None, answer: Answer) -> str:
    """Why an answer cannot be judged; empty where it can."""
    if judge is None:
        return NOBODY
    if not answer.entry.question.key_points:
        return NO_POINTS
    if answer.words:
        return ""
    return NOT_HEARD_YET if answer.spoken and not answer.spoken.heard else NO_WORDS


def begin(judge: Judge, answer: Answer) -> None:
    """Have an answer judged that can be."""
    question = answer.entry.question
    if answer.follow_up:  # the words answer both
        question = replace(question, text=f"{question.text}\n\n{answer.follow_up}")
    judge.begin(_name(answer), question, answer.words or "")


def begin_unasked(judge: Judge, state: State) -> None:
    """Have each answer judged that waits to be marked, if that is wanted of all."""
    if judge.unasked:
        for index in state.marking:
            answer = state.answers[index]
            known = answer.proposal or judge.has_begun(_name(answer))
            if not known and not refusal(judge, answer):
                begin(judge, answer)


def come_in(judge: Judge, state: State) -> Judged | None:
    """The judgement of the answer being marked, once it is there and not yet beside it."""
    if state.phase is not Phase.MARKING or state.current.proposal:
        return None
    proposal = judge.proposal(_name(state.current))
    return Judged(proposal) if isinstance(proposal, Proposal) else None


def status(judge: Judge | None, state: State) -> str:
    """What the marking screen says of the assistant while it proposes nothing."""
    answer = state.current
    if judge is None or refusal(judge, answer) or answer.proposal:
        return ""
    if not judge.has_begun(_name(answer)):
        return "j lets your assistant judge your words"
    proposal = judge.proposal(_name(answer))
    if isinstance(proposal, Failed):
        return f"your assistant judged nothing: {proposal.why}; j asks it again"
    return "your assistant is reading your words; mark as you like meanwhile"


def waited_for(judge: Judge, answer: Answer) -> Proposal | Failed:
    """What comes of an answer, waited for."""
    begin(judge, answer)
    return judge.wait(_name(answer))


def _name(answer: Answer) -> Hashable:
    """What a judgement is good for: these words on these points."""
    return answer.entry.key, answer.entry.question.key_points, answer.words

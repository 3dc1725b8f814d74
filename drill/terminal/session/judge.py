"""The assistant in a session: which answers it judges, when, and its status line."""

from collections.abc import Hashable
from dataclasses import replace
from typing import Protocol

from drill.assistant_reply import Failed
from drill.model import Question
from drill.model.marks import Proposal
from drill.session import Answer, Judged, Phase, State

NOBODY = "config.toml names no assistant: see drill help assistant"
NO_POINTS = "without key points there is nothing to judge by"
NO_WORDS = "nothing of what you said was kept: --typed or --record keeps it"
NOT_HEARD_YET = "what you said is still being written down"


class Judge(Protocol):
    """Judges answers in the background."""

    @property
    def command(self) -> str:
        """The user's command."""

    @property
    def unasked(self) -> bool:
        """Whether every answer is judged, not only on request."""

    @property
    def explanation(self) -> tuple[str, ...]:
        """The text to show before the command first runs."""

    @property
    def is_allowed(self) -> bool:
        """Whether the user has allowed the command."""

    def allow(self) -> None:
        """Store the consent; DrillError if it cannot be saved."""

    def begin(self, name: Hashable, question: Question, words: str) -> None:
        """Start judging `words`, an answer to `question`, unless already started."""

    def has_begun(self, name: Hashable) -> bool:
        """Whether judging of this answer was started."""

    def proposal(self, name: Hashable) -> Proposal | Failed | None:
        """The proposal for an answer, or its failure; None while it is running."""

    def wait(self, name: Hashable) -> Proposal | Failed:
        """Wait for the proposal of a started answer."""

    def close(self) -> None:
        """End running child processes."""


def refusal(judge: Judge | None, answer: Answer) -> str:
    """The reason that an answer cannot be judged; empty if it can."""
    if judge is None:
        return NOBODY
    if not answer.entry.question.key_points:
        return NO_POINTS
    if answer.words:
        return ""
    return NOT_HEARD_YET if answer.spoken and not answer.spoken.heard else NO_WORDS


def begin(judge: Judge, answer: Answer) -> None:
    """Start judging an answer, if possible."""
    question = answer.entry.question
    if answer.follow_up:  # the words answer the question and its follow-up
        question = replace(question, text=f"{question.text}\n\n{answer.follow_up}")
    judge.begin(_name(answer), question, answer.words or "")


def begin_unasked(judge: Judge, state: State) -> None:
    """Start judging all answers that wait for marks, if every answer is to be judged."""
    if judge.unasked:
        for index in state.marking:
            answer = state.answers[index]
            known = answer.proposal or judge.has_begun(_name(answer))
            if not known and not refusal(judge, answer):
                begin(judge, answer)


def come_in(judge: Judge, state: State) -> Judged | None:
    """The new judgement of the answer being marked, as an event; None if there is none."""
    if state.phase is not Phase.MARKING or state.current.proposal:
        return None
    proposal = judge.proposal(_name(state.current))
    return Judged(proposal) if isinstance(proposal, Proposal) else None


def status(judge: Judge | None, state: State) -> str:
    """The status line of the assistant while there is no proposal."""
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
    """Wait for the proposal of an answer."""
    begin(judge, answer)
    return judge.wait(_name(answer))


def _name(answer: Answer) -> Hashable:
    """The identity of a judgement: these words on these points."""
    return answer.entry.key, answer.entry.question.key_points, answer.words

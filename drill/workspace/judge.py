"""Answers judged by the person's own model in the background, while they read."""

from collections.abc import Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from drill.assistant import (
    WHAT_IS_SENT,
    Assistant,
    Request,
    Running,
    allow,
    answer,
    is_allowed,
    program_of,
)
from drill.errors import DrillError
from drill.judging.prompt import judging_prompt
from drill.judging.verdicts import read_proposal
from drill.marks import Proposal
from drill.model import Question
from drill.reply import Failed

_TRIES = 2  # the person looks on, and can ask again


class Judge:
    """Judges answers, each under a name to ask for the proposal by; close it after.

    `unasked` says that answers are judged as they come, not only when the person asks for it.
    """

    def __init__(self, assistant: Assistant, home: Path, *, unasked: bool = False) -> None:
        """`home` remembers whether the command may be asked."""
        self.command = assistant.command
        self.unasked = unasked
        self.explanation = WHAT_IS_SENT
        self._assistant = replace(assistant, tries=_TRIES)
        self._home = home
        self._running = Running()
        self._pool: ThreadPoolExecutor | None = None
        self._judged: dict[Hashable, Future[Proposal | Failed]] = {}

    @property
    def is_allowed(self) -> bool:
        """Whether the person has allowed the command."""
        return is_allowed(self.command, self._home)

    def allow(self) -> None:
        """Remember that the command may be asked; raises DrillError where that cannot be kept."""
        allow(self.command, self._home)

    def begin(self, name: Hashable, question: Question, words: str) -> None:
        """Judge `words`, an answer to `question`, unless it is under way or done; return at once.

        What has failed is tried anew.
        """
        if name in self._judged and not isinstance(self.proposal(name), Failed):
            return
        request = Request(
            judging_prompt(question, words),
            lambda reply: read_proposal(reply, question.key_points, words),
        )
        self._pool = self._pool or ThreadPoolExecutor(self._assistant.at_once)
        self._judged[name] = self._pool.submit(self._judge, request)

    def has_begun(self, name: Hashable) -> bool:
        """Whether this answer was given to the command."""
        return name in self._judged

    def proposal(self, name: Hashable) -> Proposal | Failed | None:
        """What the command says of it, or why it says nothing; None while that is not known."""
        judged = self._judged.get(name)
        return judged.result() if judged and judged.done() else None

    def wait(self, name: Hashable) -> Proposal | Failed:
        """What comes of an answer that was begun, waited for."""
        return self._judged[name].result()

    def _judge(self, request: Request[Proposal]) -> Proposal | Failed:
        try:
            program = program_of(self.command)
        except DrillError as error:
            return Failed(error.message)
        return answer(self._assistant, program, request, self._running)

    def close(self) -> None:
        """End the programs that still run."""
        self._running.stop()
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

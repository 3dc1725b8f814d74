"""Judges answers with the user's own model, in the background."""

from collections.abc import Hashable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from drill.assistant.assistant import Assistant
from drill.assistant.consent import WHAT_IS_SENT, allow, is_allowed
from drill.assistant_reply import Failed
from drill.model import Question
from drill.model.marks import Proposal

if TYPE_CHECKING:
    from concurrent.futures import Future

    from drill.workspace.judging_pool import JudgingPool

_A_WAIT = 0.5  # seconds
_TRIES = 2  # the user is watching, and can ask again


class Judge:
    """Judges answers, each under a name that identifies its proposal; must be closed.

    `unasked` means that every answer is judged, not only on request.
    """

    def __init__(self, assistant: Assistant, home: Path, *, unasked: bool = False) -> None:
        """`home` stores whether the user has allowed the command."""
        self.command = assistant.command
        self.unasked = unasked
        self.explanation = WHAT_IS_SENT
        self._assistant = replace(assistant, tries=_TRIES)
        self._home = home
        self._pool: JudgingPool | None = None
        self._judged: dict[Hashable, Future[Proposal | Failed]] = {}

    @property
    def is_allowed(self) -> bool:
        """Whether the user has allowed the command."""
        return is_allowed(self.command, self._home)

    def allow(self) -> None:
        """Store that the command is allowed; raises DrillError if that fails."""
        allow(self.command, self._home)

    def begin(self, name: Hashable, question: Question, words: str) -> None:
        """Start judging `words`, an answer to `question`, unless started or done; return at once.

        A failed judgement is retried.
        """
        if name in self._judged and not isinstance(self.proposal(name), Failed):
            return
        if self._pool is None:
            # Imported here, so that sessions without judging do not pay for it.
            from drill.workspace.judging_pool import JudgingPool

            self._pool = JudgingPool(self._assistant)
        self._judged[name] = self._pool.submit(question, words)

    def has_begun(self, name: Hashable) -> bool:
        """Whether judging of this answer has started."""
        return name in self._judged

    def proposal(self, name: Hashable) -> Proposal | Failed | None:
        """The proposal for an answer, or its failure; None while it is running."""
        judged = self._judged.get(name)
        return judged.result() if judged and judged.done() else None

    def wait(self, name: Hashable) -> Proposal | Failed:
        """Wait for the proposal of a started answer."""
        from concurrent.futures import wait

        judged = self._judged[name]
        # A signal just before a wait is handled only after it, so no wait may be endless.
        while not judged.done():
            wait([judged], timeout=_A_WAIT)
        return judged.result()

    def close(self) -> None:
        """End running programs."""
        if self._pool:
            self._pool.close()

"""Saving answers to the history: in order, with retries, and to a file beside it meanwhile."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from drill.errors import DrillError
from drill.history import History
from drill.history.ids import spare_attempt_id
from drill.history.store import TakenIdError
from drill.model import Attempt, Session
from drill.session import Effect, Retract, Save

_PATIENCE = 2.0
"""Seconds to wait for another process, while the person waits."""
_PATIENCE_IN_TROUBLE = 0.1
"""The seconds to wait after a failure, since the next step retries anyway."""


class Saving:
    """The queue of one session's saves, in the order of scoring.

    `trouble` says what is not saved, and why; empty if everything is.
    """

    def __init__(self, history: History, session: Session) -> None:
        self._history = history
        self._session = session
        self._waiting: list[Effect] = []
        self._draft: str | None = None
        self._aside: Path | None = None
        self._ids: dict[str, str] = {}  # the ids that were taken, with those used instead
        self.trouble = ""
        self.hint = ""
        history.patience = _PATIENCE

    def put(self, effect: Effect) -> bool:
        """Save or retract an attempt; False if that must be retried at the next step."""
        self._waiting.append(effect)
        self.settle()
        return not self._waiting

    def keep(self, draft: str) -> None:
        """Save the session's state over the previous one."""
        self._draft = draft
        self.settle()

    def settle(self) -> None:
        """Retry the failed saves."""
        self._try(lambda: None)

    def close(self, session: Session) -> None:
        """Save the rest and the end of the session."""
        self._session, self._draft = session, None

        def finish() -> None:
            self._history.finish(
                session.id,
                session.status,
                session.ended or session.started,
                pauses=session.pauses,
                paused=session.paused,
                away=session.away,
            )

        self._try(finish)

    def _try(self, then: Callable[[], None]) -> None:
        try:
            while self._waiting:
                self._save(self._waiting[0])
                del self._waiting[0]
            if self._draft is not None:
                self._history.checkpoint(self._session.id, self._draft)
                self._draft = None
            then()
        except DrillError as refusal:
            self._put_aside(refusal)
        else:
            self.trouble = self.hint = ""
            self._history.patience = _PATIENCE
            if self._aside:
                from drill.history import unsaved

                unsaved.drop(self._aside)
                self._aside = None

    def _save(self, effect: Effect) -> None:
        if isinstance(effect, Retract):
            self._history.retract(self._as_saved(effect.attempt))
            return
        while True:
            attempt = self._as_saved(effect.attempt)
            try:
                self._history.record(attempt)
            except TakenIdError:
                self._ids[effect.attempt.id] = spare_attempt_id(attempt.session)
            else:
                return

    def _as_saved(self, attempt: Attempt) -> Attempt:
        return replace(attempt, id=self._ids.get(attempt.id, attempt.id))

    def _put_aside(self, refusal: DrillError) -> None:
        from drill.history import unsaved
        from drill.history.merging import Retraction

        self._history.patience = _PATIENCE_IN_TROUBLE
        waiting = [(type(effect), self._as_saved(effect.attempt)) for effect in self._waiting]
        records = [
            attempt if effect is Save else Retraction(attempt.id) for effect, attempt in waiting
        ]
        path = self._history.path
        self._aside = unsaved.put_aside(path, self._session, records, self._draft, self._aside)
        kept = ""
        if self._aside:
            kept = f"; kept in {self._aside}"
            if not unsaved.is_taken_in(path, self._aside):
                kept += ", for drill history merge"
        self.trouble = f"not saved yet; drill will retry: {refusal.message}{kept}"
        self.hint = refusal.hint

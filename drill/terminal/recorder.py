"""What the faces of a session need from outside of it: to keep, to take back, to look up."""

from typing import TYPE_CHECKING, Protocol

from drill.model import Attempt, Entry, Knowledge
from drill.session import Effect, Save, State

if TYPE_CHECKING:
    from drill.reporting.report import Report


class Store(Protocol):
    """Carries out what a session asks for; what it keeps is on disk when a call returns.

    What could not be saved is tried again with each call, and never ends a session.
    """

    @property
    def trouble(self) -> str:
        """What could not be saved so far, and why; empty where all is on disk."""

    def save(self, attempt: Attempt) -> Knowledge | None:
        """Put the attempt into the history; what is known of its question from then on."""

    def retract(self, attempt: Attempt) -> None:
        """Take the attempt back."""

    def checkpoint(self, state: State, draft: str) -> None:
        """Keep where the session stands, with the answer half typed, so that it can go on."""

    def reread(self, entry: Entry) -> Entry:
        """The question as its file reads now; raises DrillError where it reads no more."""

    def report(self, state: State) -> "Report":
        """The report of the session so far."""

    def warm(self) -> None:
        """Load what the first score will need; called while the person thinks."""


def carry_out(
    effects: tuple[Effect, ...], recorder: Store
) -> list[tuple[Attempt, Knowledge | None]]:
    """Do what a step asks for; the attempts saved, each with what is known from now on."""
    saved = []
    for effect in effects:
        if isinstance(effect, Save):
            saved.append((effect.attempt, recorder.save(effect.attempt)))
        else:
            recorder.retract(effect.attempt)
    return saved

"""The services that a session's UI needs: saving, undoing, looking up."""

from contextlib import AbstractContextManager
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple, Protocol

from drill.model import DAY_TURNS_AT, Attempt, Entry, Knowledge, Question
from drill.reporting.humanize import plain_title
from drill.session import Effect, Save, State

if TYPE_CHECKING:
    from drill.reporting.report import Report
    from drill.schedule.plans import OnTheDay


class Store(Protocol):
    """Persists a session: saved data is on disk when a call returns.

    A failed save is retried on every call and never ends the session.
    """

    @property
    def trouble(self) -> str:
        """The unsaved data and the reason, in words; empty if everything is on disk."""

    @property
    def turn(self) -> timedelta:
        """The time at which a study day begins, from midnight."""

    @property
    def by_plan(self) -> bool:
        """Whether an interview is planned: questions outside its plan are asked only by name."""

    def save(self, attempt: Attempt) -> Knowledge | None:
        """Save the attempt; returns the new knowledge of its question."""

    def retract(self, attempt: Attempt) -> None:
        """Retract the attempt."""

    def take_back(self) -> str:
        """Undo the last score of the previous session, if that was interrupted today.

        Returns the title of its question; empty if there is nothing to undo.
        """

    def on_the_day(self, key: str, knowledge: Knowledge) -> "OnTheDay | None":
        """The expected recall at the interview that asks the question; None without a plan."""

    def checkpoint(self, state: State, draft: str) -> None:
        """Save the session's state and the unfinished answer, so that it can be resumed."""

    def draft(self, key: str) -> str:
        """The draft of the question's answer from an earlier session; empty if there is none."""

    def reread(self, entry: Entry) -> Entry:
        """The question as its file has it now; raises DrillError if it is gone or unreadable."""

    def own(self, entry: Entry) -> Entry:
        """The question in a file that the user may edit; DrillError if there is none."""

    def editing(self, entry: Entry) -> AbstractContextManager[None]:
        """While the user edits the deck of `entry`: drafts that changed in it are kept."""

    def save_points(self, entry: Entry, question: Question) -> Entry:
        """Write the key points of `question` into the deck of `entry`; the changed question.

        DrillError if the deck cannot be changed.
        """

    def foresee(self, attempt: Attempt) -> Knowledge | None:
        """The knowledge of the question that saving `attempt` would give."""

    def report(self, state: State) -> "Report":
        """The report of the session so far."""

    def warm(self) -> None:
        """Load what the first score needs; called while the user thinks."""


class Saved(NamedTuple):
    """A saved attempt, the knowledge of its question now, and the forecast for the interview.

    A study day begins at `turn`, from midnight. `by_plan` means that a plan exists, whether or not
    it includes this question.
    """

    attempt: Attempt
    knowledge: Knowledge | None
    on_the_day: "OnTheDay | None"
    turn: timedelta = DAY_TURNS_AT
    by_plan: bool = False


def undone(recorder: Store) -> str:
    """Undo the last score of the previous session; the outcome in words."""
    if title := recorder.take_back():
        return f"undone, and asked again: {plain_title(title)}"
    return "there is nothing to undo"


def carry_out(effects: tuple[Effect, ...], recorder: Store) -> list[Saved]:
    """Carry out the effects of a step; returns the saved attempt."""
    saved = []
    for effect in effects:
        if isinstance(effect, Save):
            attempt = effect.attempt
            known = recorder.save(attempt)
            expected = recorder.on_the_day(attempt.key, known) if known else None
            saved.append(Saved(attempt, known, expected, recorder.turn, recorder.by_plan))
        else:
            recorder.retract(effect.attempt)
    return saved

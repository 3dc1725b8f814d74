"""What the faces of a session need from outside of it: to keep, to take back, to look up."""

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple, Protocol

from drill.model import DAY_TURNS_AT, Attempt, Entry, KeyPoint, Knowledge
from drill.reporting.humanize import plain_title
from drill.schedule.plans import OnTheDay
from drill.session import Effect, Save, State

if TYPE_CHECKING:
    from drill.reporting.report import Report


class Store(Protocol):
    """Carries out what a session asks for; what it keeps is on disk when a call returns.

    What could not be saved is tried again with each call, and never ends a session.
    """

    @property
    def trouble(self) -> str:
        """What could not be saved yet, and why; empty if everything is on disk."""

    @property
    def turn(self) -> timedelta:
        """The time at which a study day begins, from midnight."""

    @property
    def by_plan(self) -> bool:
        """Whether an interview is planned: what is outside of its plan is asked by name alone."""

    def save(self, attempt: Attempt) -> Knowledge | None:
        """Save the attempt; returns what is then known of its question."""

    def retract(self, attempt: Attempt) -> None:
        """Retract the attempt."""

    def take_back(self) -> str:
        """Take back the last score of the session before, if that was broken off today.

        Gives the title of its question; empty where there is nothing to take back.
        """

    def on_the_day(self, key: str, knowledge: Knowledge) -> OnTheDay | None:
        """The expected recall at the interview that asks the question; None without a plan."""

    def checkpoint(self, state: State, draft: str) -> None:
        """Save the session's state and the half-typed answer, so that it can be resumed."""

    def draft(self, key: str) -> str:
        """The draft of the question's answer from an earlier session; empty if there is none."""

    def reread(self, entry: Entry) -> Entry:
        """The question as its file has it now; raises DrillError if it is gone or unreadable."""

    def own(self, entry: Entry) -> Entry:
        """The question in a file that the person may edit; raises DrillError for none."""

    def mend(self, entry: Entry, points: tuple[KeyPoint, ...]) -> Entry:
        """Write `points` as the person's own into the deck; the question as it reads from then on.

        Raises DrillError where that cannot be done.
        """

    def foresee(self, attempt: Attempt) -> Knowledge | None:
        """The knowledge of the question if `attempt` were saved."""

    def report(self, state: State) -> "Report":
        """The report of the session so far."""

    def warm(self) -> None:
        """Load what the first score needs; called while the person thinks."""


class Saved(NamedTuple):
    """An attempt that is kept, what is known of its question from now on, and on the day.

    A study day begins at `turn`, from midnight. `by_plan` says that there is a plan, whether it
    asks this question or not.
    """

    attempt: Attempt
    knowledge: Knowledge | None
    on_the_day: OnTheDay | None
    turn: timedelta = DAY_TURNS_AT
    by_plan: bool = False


def undone(recorder: Store) -> str:
    """The outcome of an undo, in words, if this session has no score to undo."""
    if title := recorder.take_back():
        return f"taken back, to be asked again: {plain_title(title)}"
    return "there is nothing to undo"


def carry_out(effects: tuple[Effect, ...], recorder: Store) -> list[Saved]:
    """Carry out the effects of a step; returns what was saved."""
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

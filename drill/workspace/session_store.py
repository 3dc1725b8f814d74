"""A session between its face and the history: what it scores is kept, what follows is said."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from drill.errors import DrillError
from drill.model import Attempt, Entry, Knowledge, Session, SessionStatus
from drill.session import Instant, Retract, Save, State
from drill.workspace.saving import Saving
from drill.workspace.workspace import Workspace

if TYPE_CHECKING:
    from drill.reporting.report import Report


class SessionStore:
    """Keeps one quiz in the history; `earlier` is what was known of its questions before."""

    def __init__(
        self,
        workspace: Workspace,
        session: Session,
        earlier: Mapping[str, Knowledge],
        past: Sequence[float],
        clock: Callable[[], Instant],
    ) -> None:
        self._desk = workspace
        self._session = session
        self._earlier = {key: known.coverage for key, known in earlier.items()}
        self._known = dict(earlier)
        self._past = past
        self._clock = clock
        self._saving = Saving(workspace.history, session)

    @property
    def trouble(self) -> str:
        """What could not be saved so far, and why; empty where all is on disk."""
        return self._saving.trouble

    def save(self, attempt: Attempt) -> Knowledge | None:
        """Put the attempt into the history; what is known of its question from then on."""
        if self._saving.put(Save(attempt)):
            known = self._desk.history.knowledge([attempt.key]).get(attempt.key)
        else:
            from drill.schedule.memory import learn

            known = learn(self._known.get(attempt.key), attempt, self._desk.settings.schedule)
        if known:
            self._known[attempt.key] = known
        return known

    def retract(self, attempt: Attempt) -> None:
        """Take the attempt back."""
        self._saving.put(Retract(attempt))
        known = self._desk.history.knowledge([attempt.key]).get(attempt.key)
        if known:
            self._known[attempt.key] = known
        else:
            self._known.pop(attempt.key, None)

    def checkpoint(self, state: State, draft: str) -> None:  # noqa: ARG002  # the resumable one's
        """Save what could not be saved before.

        Where the quiz stands is not kept: after an interruption a new one asks what this did not.
        """
        if self.trouble:
            self._saving.settle()

    def reread(self, entry: Entry) -> Entry:
        """The question as its file reads now; raises DrillError where it reads no more."""
        self._desk.library.refresh()
        found = self._desk.library.entries([entry.key])
        if found:
            return found[0]
        problems = [each for each in self._desk.library.problems() if each.path == entry.path]
        why = str(problems[0]) if problems else f"{entry.path}: the question {entry.key} is gone"
        raise DrillError(why, "the question stays as it was")

    def report(self, state: State) -> "Report":
        """The report of the session so far."""
        from drill.reporting.report import report

        entries = {answer.entry.key: answer.entry for answer in state.answers}
        # Whoever reads the closing page for long has not answered for long.
        finished = state.status is SessionStatus.FINISHED and state.attempts
        session = replace(
            self._session,
            status=state.status,
            ended=state.attempts[-1].scored_at if finished else self._clock().at,
            pauses=state.pauses,
            paused=state.paused,
            away=state.away,
        )
        return report(session, state.attempts, entries, self._earlier, self._known, past=self._past)

    def finish(self, state: State) -> "Report":
        """Close the session in the history; its report."""
        closed = self.report(state)
        session = closed.session
        self._saving.close(session)
        return closed

    def require_saved(self) -> None:
        """Raise DrillError where something of the session is not in the history."""
        if self.trouble:
            raise DrillError(self.trouble, self._saving.hint)

    def warm(self) -> None:
        """Load what the first score will need, and bring the library level with its files."""
        import fsrs  # noqa: F401

        self._desk.library.refresh_behind()


class ResumableSessionStore(SessionStore):
    """Keeps a mock interview, and where it stands, so that it can go on."""

    def checkpoint(self, state: State, draft: str) -> None:
        """Put the state and the half-typed answer on disk, in place of what was there."""
        from drill.session import snapshot

        self._saving.keep(snapshot.dump(state, draft, self._clock()))

"""A session between its face and the history: what it scores is kept, what follows is said."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

from drill.cli.options import Desk
from drill.errors import DrillError
from drill.model import Attempt, Entry, Knowledge, Session, SessionStatus
from drill.session import Rules, State
from drill.terminal import console as consoles
from drill.terminal.quiz import Ending, Quiz, now
from drill.terminal.screen import Screen
from drill.terminal.speech import Silence, Voice

if TYPE_CHECKING:
    from drill.report import Report


class Recording:
    """Keeps one quiz in the history; `earlier` is what was known of its questions before."""

    def __init__(
        self, desk: Desk, session: Session, earlier: Mapping[str, Knowledge], past: Sequence[float]
    ) -> None:
        self._desk = desk
        self._session = session
        self._earlier = {key: known.coverage for key, known in earlier.items()}
        self._known = dict(earlier)
        self._past = past

    def save(self, attempt: Attempt) -> Knowledge | None:
        """Put the attempt into the history; what is known of its question from then on."""
        known = self._desk.history.record(attempt)
        if known:
            self._known[attempt.key] = known
        return known

    def retract(self, attempt: Attempt) -> None:
        """Take the attempt back."""
        known = self._desk.history.retract(attempt)
        if known:
            self._known[attempt.key] = known
        else:
            self._known.pop(attempt.key, None)

    def checkpoint(self, state: State, draft: str) -> None:
        """Keep nothing: after an interruption a new quiz asks what this one did not."""

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
        from drill.report import report

        entries = {answer.entry.key: answer.entry for answer in state.answers}
        # Whoever reads the closing page for long has not answered for long.
        finished = state.status is SessionStatus.FINISHED and state.attempts
        session = replace(
            self._session,
            status=state.status,
            ended=state.attempts[-1].at if finished else datetime.now(UTC),
            pauses=state.pauses,
            paused=state.paused,
            away=state.away,
        )
        return report(session, state.attempts, entries, self._earlier, self._known, past=self._past)

    def finish(self, state: State) -> "Report":
        """Close the session in the history; its report."""
        closed = self.report(state)
        session = closed.session
        self._desk.history.finish(
            session.id,
            session.status,
            session.ended or session.started,
            pauses=session.pauses,
            paused=session.paused,
            away=session.away,
        )
        return closed

    def warm(self) -> None:
        """Load what the first score will need, and bring the library level with its files."""
        import fsrs  # noqa: F401

        self._desk.library.refresh_behind()


class ResumableRecording(Recording):
    """Keeps a mock interview, and where it stands, so that it can go on."""

    def checkpoint(self, state: State, draft: str) -> None:
        """Put the state and the half-typed answer on disk, in place of what was there."""
        from drill.session import snapshot

        self._desk.history.checkpoint(state.id, snapshot.dump(state, draft, now()))


class Face(Protocol):
    """How a session meets the person: on the full screen, or line by line."""

    def introduce(self, rules: Rules, count: int) -> bool:
        """Say the rules of an interview of `count` questions; whether it shall begin."""

    def run(self, state: State, draft: str = "") -> Ending:
        """Play the session; `draft` is an answer half typed."""

    def conclude(self, report: "Report") -> None:
        """Print the report, after the face has been taken down."""


@contextmanager
def full_screen(recording: Recording, voice: Voice | Silence) -> Iterator[Face]:
    """A face on the alternate screen, for the length of the block."""
    with Screen(consoles.make()).open() as screen:
        yield Quiz(screen, recording, voice)


@contextmanager
def line_by_line(recording: Recording, voice: Voice | Silence) -> Iterator[Face]:
    """A face of plain lines."""
    from drill.terminal.plain import PlainQuiz

    yield PlainQuiz(consoles.make(), recording, voice)

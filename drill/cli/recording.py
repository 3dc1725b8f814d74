"""Plays a session on the screen or line by line, and keeps it in the history."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from drill.cli.options import Desk
from drill.errors import DrillError
from drill.model import Attempt, Entry, Knowledge, Session
from drill.report import Report, report
from drill.session import State
from drill.terminal import console as consoles
from drill.terminal.quiz import Quiz
from drill.terminal.screen import Screen


class Recording:
    """Keeps one session in the history, and what it made known."""

    def __init__(self, desk: Desk, session: Session, earlier: Mapping[str, Knowledge]) -> None:
        self._desk = desk
        self._session = session
        self._earlier = {key: known.coverage for key, known in earlier.items()}
        self._known = dict(earlier)

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
        """Keep nothing: a quiz goes on as a new one."""

    def reread(self, entry: Entry) -> Entry:
        """The question as its file reads now; raises DrillError where it reads no more."""
        self._desk.library.refresh()
        found = self._desk.library.entries([entry.key])
        if found:
            return found[0]
        problems = [each for each in self._desk.library.problems() if each.path == entry.path]
        why = str(problems[0]) if problems else f"{entry.path}: the question {entry.key} is gone"
        raise DrillError(why, "the question stays as it was")

    def report(self, state: State) -> Report:
        """The report of the session so far."""
        entries = {answer.entry.key: answer.entry for answer in state.answers}
        session = replace(
            self._session,
            status=state.status,
            ended=datetime.now(UTC),
            pauses=state.pauses,
            paused=state.paused,
        )
        return report(session, state.attempts, entries, self._earlier, self._known)

    def finish(self, state: State) -> Report:
        """Close the session in the history; its report."""
        closed = self.report(state)
        session = closed.session
        self._desk.history.finish(
            session.id,
            session.status,
            session.ended or session.started,
            pauses=session.pauses,
            paused=session.paused,
        )
        return closed

    def warm(self) -> None:
        """Load what the first score will need."""
        import fsrs  # noqa: F401


def full_screen(state: State, recording: Recording) -> int:
    """Play the session on the full screen and print its summary; the exit code."""
    from rich.padding import Padding

    from drill.terminal.summary import Summary

    console = consoles.make()
    with Screen(console).open() as screen:
        ending = Quiz(screen, recording).run(state)
    console.print(Padding(Summary(recording.finish(ending.state)), (1, 2)))
    return ending.code


def line_by_line(state: State, recording: Recording) -> int:
    """Play the session line by line and print its summary so; the exit code."""
    from drill.terminal.plain import PlainQuiz, summary

    console = consoles.make()
    ending = PlainQuiz(console, recording).run(state)
    for line in summary(recording.finish(ending.state)):
        console.print(line, soft_wrap=True)
    return ending.code

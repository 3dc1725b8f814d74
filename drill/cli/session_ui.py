"""The two user interfaces of a session: full-screen, and line by line."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from drill.session import Rules, State
from drill.settings import Settings
from drill.terminal import console as consoles
from drill.terminal.screen.screen import Screen
from drill.terminal.session.full_screen import Quiz
from drill.terminal.session.judge import Judge
from drill.terminal.session.leaving import Ending
from drill.terminal.speech.recording import Recordings
from drill.terminal.speech.speech import Silence, Voice
from drill.workspace.session_store import SessionStore
from drill.workspace.workspace import Workspace

if TYPE_CHECKING:
    from drill.reporting.report import Report


class SessionUi(Protocol):
    """The user interface of a session: full-screen, or line by line."""

    def introduce(self, rules: Rules, count: int) -> int | None:
        """Show the rules of an interview of `count` questions; the exit code, None to start."""

    def run(self, state: State, draft: str = "") -> Ending:
        """Run the session; `draft` is a half-typed answer."""

    def conclude(self, report: "Report") -> None:
        """Print the report, after the screen is closed."""


@contextmanager
def full_screen(
    recording: SessionStore,
    voice: Voice | Silence,
    judge: Judge | None,
    recordings: Recordings | None,
) -> Iterator[SessionUi]:
    """A full-screen session, on the alternate screen while the block runs."""
    with Screen(consoles.make()).open() as screen:
        yield Quiz(screen, recording, voice, judge=judge, recordings=recordings)


@contextmanager
def line_by_line(
    recording: SessionStore,
    voice: Voice | Silence,
    judge: Judge | None,
    recordings: Recordings | None,
) -> Iterator[SessionUi]:
    """A session line by line."""
    from drill.terminal.line_mode.session import PlainQuiz

    ui = PlainQuiz(consoles.make(), recording, voice, judge=judge, recordings=recordings)
    if judge is None and isinstance(voice, Silence):
        yield ui
        return
    # Programs that drill started end with it.
    from drill.assistant.signals import signals_as_exits

    with signals_as_exits():
        yield ui


def recordings_of(workspace: Workspace, state: State) -> Recordings | None:
    """The session's recorder, with its earlier recordings; None if nothing is recorded."""
    if not state.rules.recorded and not any(answer.spoken for answer in state.answers):
        return None
    from drill.workspace.recordings import SessionRecordings

    return SessionRecordings(workspace, state.id)


def judge_of(settings: Settings, *, unasked: bool, yes: bool) -> Judge | None:
    """The judge of a session's answers; None if no assistant is configured.

    With `unasked` it judges every answer, and must be found and allowed before the session starts.
    Raises DrillError.
    """
    if not unasked and settings.assistant is None:
        return None
    from drill.cli.assistant import allowed_assistant, named_assistant
    from drill.workspace.judge import Judge

    if unasked:
        return Judge(allowed_assistant(settings, yes=yes), settings.home, unasked=True)
    return Judge(named_assistant(settings), settings.home)

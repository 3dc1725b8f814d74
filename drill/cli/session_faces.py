"""How a session meets the person: on the full screen, or line by line."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from drill.session import Rules, State
from drill.terminal import console as consoles
from drill.terminal.quiz import Ending, Quiz
from drill.terminal.screen import Screen
from drill.terminal.speech import Silence, Voice
from drill.workspace.session_store import SessionStore

if TYPE_CHECKING:
    from drill.reporting.report import Report


class Face(Protocol):
    """How a session meets the person: on the full screen, or line by line."""

    def introduce(self, rules: Rules, count: int) -> bool:
        """Say the rules of an interview of `count` questions; whether it shall begin."""

    def run(self, state: State, draft: str = "") -> Ending:
        """Play the session; `draft` is an answer half typed."""

    def conclude(self, report: "Report") -> None:
        """Print the report, after the face has been taken down."""


@contextmanager
def full_screen(recording: SessionStore, voice: Voice | Silence) -> Iterator[Face]:
    """A face on the alternate screen, for the length of the block."""
    with Screen(consoles.make()).open() as screen:
        yield Quiz(screen, recording, voice)


@contextmanager
def line_by_line(recording: SessionStore, voice: Voice | Silence) -> Iterator[Face]:
    """A face of plain lines."""
    from drill.terminal.plain import PlainQuiz

    yield PlainQuiz(consoles.make(), recording, voice)

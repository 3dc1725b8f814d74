"""Leaving a session, and the confirmation before anything is lost."""

from collections.abc import Callable
from dataclasses import dataclass

from drill.model import Mark, SessionKind
from drill.session import Phase, Press, State
from drill.terminal.keys import keys
from drill.terminal.keys.actions import Act, Do
from drill.terminal.keys.bindings import LEAVING
from drill.terminal.keys.keymap import act_of
from drill.terminal.screen.page import Page
from drill.terminal.screen.screen import Screen

# Ctrl-D ends like q; the exit codes of the others name the signal.
ENDINGS = {keys.END_OF_INPUT: 0, keys.INTERRUPT: 130, keys.HANG_UP: 129, keys.TERMINATE: 143}
OUTSIDE = frozenset((*ENDINGS, keys.SUSPEND))
"""Keys that end or suspend the session on every page."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a session: its last state, and the exit code of the command.

    `again` requests another round with the missed questions.
    """

    state: State
    code: int = 0
    again: bool = False


def ends(key: str, state: State) -> bool:
    """Whether the key ends the session from outside.

    Ctrl-D also ends a typed answer; pressed once too often, it must not end the session.
    """
    return key in ENDINGS and not (key == keys.END_OF_INPUT and state.rules.typed)


def is_resumable(state: State) -> bool:
    """Whether the session can be left at any moment and resumed: a mock interview."""
    return state.rules.kind is SessionKind.MOCK


def would_be_lost(state: State) -> str:
    """The parts of the current answer that would be lost if the quiz ended now; empty for none."""
    if state.phase is Phase.OVER or is_resumable(state):
        return ""
    answer = state.current
    if state.asks:
        return "what you chose" if answer.chosen else ""
    if answer.chosen or answer.wrong or any(mark is not Mark.MISSED for mark in answer.marks):
        return "this answer and its score"
    return ""


class Leaving:
    """Handles `q` on the full screen."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._warned = False

    def asked(
        self, state: State, page: Callable[[State], tuple[Page, float | None]]
    ) -> tuple[Act | None, str]:
        """The chosen action (None for not yet), and a message for the screen.

        A quiz ends at once unless that would lose something. An interview is left as it is; while
        it asks, `page` shows the choices and is redrawn after the seconds it returns.
        """
        if is_resumable(state):
            return (self._how(state, page) if state.asks else Do.LEAVE), ""
        lost = would_be_lost(state)
        if self._warned or not lost:
            return Press.STOP, ""
        self._warned = True
        return None, f"q again stops; {lost} would not be kept"

    def forget(self) -> str:
        """Reset after another key: the next `q` counts as the first. Returns an empty message."""
        self._warned = False
        return ""

    def _how(self, state: State, page: Callable[[State], tuple[Page, float | None]]) -> Act | None:
        key = self._screen.answer(lambda: page(state))
        return Do.LEAVE if ends(key, state) else act_of(LEAVING, key)

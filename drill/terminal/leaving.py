"""Leaving a session, and the question asked before anything would be lost."""

from collections.abc import Callable
from dataclasses import dataclass

from drill.model import Mark, SessionKind
from drill.session import Phase, Press, State
from drill.terminal import keys
from drill.terminal.actions import Act, Do
from drill.terminal.bindings import LEAVING
from drill.terminal.keymap import act_of
from drill.terminal.page import Page
from drill.terminal.screen import Screen

# Ctrl-D ends like q; the others say with the exit code that somebody else ended it.
ENDINGS = {keys.END_OF_INPUT: 0, keys.INTERRUPT: 130, keys.HANG_UP: 129, keys.TERMINATE: 143}
OUTSIDE = frozenset((*ENDINGS, keys.SUSPEND))
"""What comes from outside of a page, and ends or holds the session whatever it shows."""


@dataclass(frozen=True, slots=True)
class Ending:
    """How a session at the screen ended: its last state, and the exit code of the command.

    `again` says that what was missed is to be asked once more, now.
    """

    state: State
    code: int = 0
    again: bool = False


def ends(key: str, state: State) -> bool:
    """Whether the key ends the session from outside.

    Ctrl-D ends a text while one is written; pressed once too often it must not end the session too.
    """
    return key in ENDINGS and not (key == keys.END_OF_INPUT and state.rules.typed)


def is_resumable(state: State) -> bool:
    """Whether the session can be left at any moment, to go on later: a mock interview."""
    return state.rules.kind is SessionKind.MOCK


def would_be_lost(state: State) -> str:
    """What would be lost of the current answer if the quiz ended now; empty if nothing."""
    if state.phase is Phase.OVER or is_resumable(state):
        return ""
    answer = state.current
    if state.asks:
        return "what you chose" if answer.chosen else ""
    if answer.chosen or answer.wrong or any(mark is not Mark.MISSED for mark in answer.marks):
        return "this answer and its score"
    return ""


class Leaving:
    """What `q` comes to at the full screen."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._warned = False

    def asked(
        self, state: State, page: Callable[[State], tuple[Page, float | None]]
    ) -> tuple[Act | None, str]:
        """What is meant, None for nothing yet, and a word for the screen.

        A quiz ends at once, unless something of it would be lost by that. An interview is left as
        it is; while it asks, `page` says what else there is, with the seconds it stays true.
        """
        if is_resumable(state):
            return (self._how(state, page) if state.asks else Do.LEAVE), ""
        lost = would_be_lost(state)
        if self._warned or not lost:
            return Press.STOP, ""
        self._warned = True
        return None, f"q again stops; {lost} would not be kept"

    def forget(self) -> str:
        """Another key was pressed: the next `q` is the first one. Nothing to say on that."""
        self._warned = False
        return ""

    def _how(self, state: State, page: Callable[[State], tuple[Page, float | None]]) -> Act | None:
        key = self._screen.answer(lambda: page(state))
        return Do.LEAVE if ends(key, state) else act_of(LEAVING, key)

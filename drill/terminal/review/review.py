"""The review of drafts on the full screen; every change is saved to the deck at once."""

from collections.abc import Callable, Sequence

from drill.errors import DrillError
from drill.model import Entry, Question
from drill.points.drafting import POINTS_LIMIT
from drill.points.review import (
    Add,
    Bonus,
    Event,
    Press,
    Review,
    Rewrite,
    Shift,
    Toggle,
    changes,
    step,
)
from drill.terminal.keys import keys
from drill.terminal.keys.keymap import act_of
from drill.terminal.keys.review_bindings import REVIEWING, ReviewAct, ReviewDo
from drill.terminal.review.page import AnswerPane, end_page, keys_page, question_page
from drill.terminal.screen.line_editor import Line
from drill.terminal.screen.page import Page
from drill.terminal.screen.screen import Screen
from drill.terminal.session.leaving import ENDINGS
from drill.text import printable_line

_FULL = f"a question has {POINTS_LIMIT} key points at most: drop one first"
Write = Callable[[int, Question, Question], None]
"""Writes a changed question to its deck: number, old and new question. Raises DrillError."""


class ReviewScreen:
    """A review of the drafts of `entries`, saved by `write`."""

    def __init__(self, screen: Screen, entries: Sequence[Entry], write: Write) -> None:
        self._screen = screen
        self._entries = entries
        self._write = write
        self._answer = AnswerPane()
        self._editing: Line | None = None
        self._is_new = False  # the edited text is not a row yet
        self._message = ""
        self._helping = False

    def run(self, state: Review) -> tuple[Review, int]:
        """Run until the end or `q`; the last state, and the exit code of the command."""
        while not state.over:
            key = self._key(state)
            if key in ENDINGS:
                return state, ENDINGS[key]
            if key == keys.SUSPEND:
                self._screen.suspend()
                continue
            self._message = ""
            if self._helping:
                self._helping = False
            elif self._editing:
                state = self._edited(state, self._editing, key)
            elif state.at_end:
                state = self._apply(
                    state, {"u": Press.UNDO, keys.LEFT: Press.BACK}.get(key, Press.QUIT)
                )
            else:
                state = self._do(state, act_of(REVIEWING, key))
        return state, 0

    def _page(self, state: Review) -> Page:
        if self._helping:
            return keys_page()
        if state.at_end:
            return end_page(state)
        return question_page(
            self._screen.console,
            state,
            self._entries[state.index],
            self._answer,
            editing=None if self._is_new else self._editing,
            adding=self._editing if self._is_new else None,
            message=_FULL if self._is_one_too_many(state) else self._message,
        )

    def _key(self, state: Review) -> str:
        key = None
        while key is None:  # after a resize, which may put the points beside the answer
            self._screen.show(self._page(state))
            key = self._screen.key(None, pastes=self._editing is not None)
        return key

    def _do(self, state: Review, act: ReviewAct | None) -> Review:
        row, points = state.row, state.sheet.points
        match act:
            case None:
                return state
            case ReviewDo.TOGGLE:
                return self._apply(state, Toggle(row))
            case ReviewDo.DROP if row < len(points):
                return self._apply(state, Toggle(row))
            case ReviewDo.BONUS:
                return self._apply(state, Bonus(row))
            case ReviewDo.UP | ReviewDo.DOWN:
                return self._apply(state, Shift(row, -1 if act is ReviewDo.UP else 1))
            case ReviewDo.EDIT if row < len(state.sheet.rows):
                text = state.sheet.rows[row]
                self._editing, self._is_new = Line(text, len(text)), False
                return state
            case ReviewDo.ADD:
                self._editing, self._is_new = Line("", 0), True
                return state
            case ReviewDo.PAGE_BACK | ReviewDo.PAGE_ON:
                self._answer.page(-1 if act is ReviewDo.PAGE_BACK else 1)
                return state
            case ReviewDo.HELP:
                self._helping = True
                return state
            case ReviewDo():
                return state
            case _:
                return self._apply(state, act)

    def _edited(self, state: Review, line: Line, key: str) -> Review:
        if key == keys.ESCAPE:
            self._editing = None
        elif key == keys.ENTER and not self._is_one_too_many(state):
            self._editing = None
            text = printable_line(line.text).strip()
            return self._apply(state, Add(text) if self._is_new else Rewrite(state.row, text))
        else:
            self._editing = line.typed(key)
        return state

    def _is_one_too_many(self, state: Review) -> bool:
        """Whether the edited text would be the tenth point; it stays, until the user leaves it."""
        is_another = self._is_new or state.row >= len(state.sheet.points)
        return bool(self._editing) and is_another and len(state.sheet.points) == POINTS_LIMIT

    def _apply(self, state: Review, event: Event) -> Review:
        """Save the change and return the next state; on failure the same state with the reason."""
        after = step(state, event)
        try:
            for number, before, new in changes(state, after):
                self._write(number, before, new)
        except DrillError as error:
            self._message = f"{error.message}; {error.hint}" if error.hint else error.message
            return state
        if after is state:
            self._message = _why_nothing(state, event)
        return after


def _why_nothing(state: Review, event: Event) -> str:
    """Why the event changed nothing, in words."""
    match event:
        case Toggle(row) if row < len(state.sheet.rows) and len(state.sheet.points) == POINTS_LIMIT:
            return _FULL
        case Add() | Rewrite() | Toggle():
            return "nothing changed"
        case Bonus(row) | Shift(row, _) if row >= len(state.sheet.points):
            return "take it first: space makes it a point"
        case Press.UNDO:
            return "there is nothing to undo"
        case _:
            return ""

"""Deck edits from the marking screen: keep or drop drafted points, undo that, open the editor."""

import re
from contextlib import nullcontext

from drill.errors import DrillError
from drill.markdown.markup import plain
from drill.model import Entry, Question
from drill.points.drafts import kept_as
from drill.session import Phase, State
from drill.terminal.editor import edit
from drill.terminal.keys.actions import Act, Bindings, Do, Drop
from drill.terminal.keys.bindings import acting
from drill.terminal.keys.keymap import plain_act
from drill.terminal.keys.marking_bindings import DRAFTED, RESTORING, digits, dropping
from drill.terminal.screen.screen import Screen
from drill.terminal.session.store import Store

_DROPPED = re.compile(r"x\s*([1-9])", re.IGNORECASE)


class DeckEdits:
    """Edits decks through `store`; `screen` is suspended while an editor runs."""

    def __init__(self, store: Store, screen: Screen | None = None) -> None:
        self._store = store
        self._screen = screen
        self._dropping = False
        self._undo: list[Entry] = []
        """The questions before each change, the last change last."""

    def keys(self, state: State) -> Bindings:
        """The keys for edits in `state`; after `x`, the numbers of the points."""
        if self._dropping and state.phase is Phase.MARKING:
            return dropping(len(state.current.points))
        return (RESTORING, *acting(state)) if self._can_undo(state) else acting(state)

    def do(self, state: State, act: Act) -> tuple[Entry | None, str]:
        """The question after `act` (None if unchanged), and a message for the screen."""
        points, question = state.current.points, state.current.entry.question
        self._dropping = act is Do.DROP
        match act:
            case Do.DROP:
                return None, f"drop which? {digits(len(points))}; any other key drops none"
            case Do.KEEP:
                return self._edited(state, kept_as(question, points), "kept; u undoes that")
            case Drop(number):
                rest = (*points[:number], *points[number + 1 :])
                dropped = f"dropped: {plain(points[number].text)}; u undoes that"
                return self._edited(state, kept_as(question, rest), dropped)
            case Do.RESTORE:
                before = self._undo.pop().question
                after, message = self._edited(state, before, "the points are as they were")
                del self._undo[-1:]
                return after, message
            case _:
                return None, ""

    def edit(self, state: State) -> tuple[Entry | None, str]:
        """Open the deck in the editor at the question; returns as `do` does."""
        entry = state.current.entry
        if state.asks:  # the file shows the answer
            return None, "the deck opens once the answer is shown"
        if not entry.path:
            return None, _gone(entry)
        try:
            own = self._store.own(entry)
            with self._store.editing(own), self._screen.aside() if self._screen else nullcontext():
                edit(own.path, own.line)
            after = self._store.reread(own)
            self._undo.clear()
        except DrillError as error:
            return None, _words(error)
        moved = own.path != entry.path
        return after, f"the deck was drill's: {own.path} is your copy of it" if moved else ""

    def typed(self, line: str, state: State) -> Act | None:
        """The edit that a line of line mode asks for (`k`, `x 2`, `u`), or None."""
        word = line.strip().lower()
        if word == "u" and self._can_undo(state):
            return Do.RESTORE
        if state.phase is not Phase.MARKING or not state.current.drafted:
            return None
        if match := _DROPPED.fullmatch(word):
            number = int(match[1]) - 1
            return Drop(number) if number < len(state.current.points) else None
        act = plain_act(DRAFTED, word)
        return act if act is Do.KEEP and state.current.entry.question.drafted else None

    def _can_undo(self, state: State) -> bool:
        """Whether the last change was to the question being marked."""
        last = self._undo[-1:]
        return state.phase is Phase.MARKING and [each.key for each in last] == [
            state.current.entry.key
        ]

    def _edited(self, state: State, question: Question, done: str) -> tuple[Entry | None, str]:
        """Write the points of `question`, the current question as it should be."""
        entry = state.current.entry
        if not entry.path:
            return None, _gone(entry)
        try:
            after = self._store.save_points(entry, question)
        except DrillError as error:
            return None, _words(error)
        self._undo.append(entry)
        return after, done


def _gone(entry: Entry) -> str:
    """The message for a resumed interview whose deck is gone."""
    return f"the deck of {entry.key} is gone; the question stays as it was"


def _words(error: DrillError) -> str:
    return f"{error.message}; {error.hint}" if error.hint else error.message

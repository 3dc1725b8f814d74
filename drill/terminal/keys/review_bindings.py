"""The keys of the review of drafts."""

from enum import StrEnum

from drill.points.review import Event, Look, Move, Press
from drill.terminal.keys import keys
from drill.terminal.keys.keymap import Binding


class ReviewDo(StrEnum):
    """An action on the selected row, or of the screen itself."""

    TOGGLE = "toggle"
    DROP = "drop"
    EDIT = "edit"
    ADD = "add"
    BONUS = "bonus"
    UP = "up"
    DOWN = "down"
    PAGE_BACK = "page back"
    PAGE_ON = "page on"
    HELP = "help"


ReviewAct = Event | ReviewDo

REVIEWING: tuple[Binding[ReviewAct], ...] = (
    Binding(
        "k, enter",
        {"k": Press.KEEP, keys.ENTER: Press.KEEP},
        "keep the points as they are, and continue",
        "keep, next",
    ),
    Binding(
        "up/down", {keys.UP: Move(-1), keys.DOWN: Move(1)}, "look at another point or sentence"
    ),
    Binding(
        "1-9", {str(row + 1): Look(row) for row in range(9)}, "look at the line with this number"
    ),
    Binding(
        "space",
        {keys.SPACE: ReviewDo.TOGGLE},
        "make a sentence of the answer a point, or a point none",
        "take, drop",
    ),
    Binding(
        "x",
        {"x": ReviewDo.DROP, keys.DELETE: ReviewDo.DROP, keys.BACKSPACE: ReviewDo.DROP},
        "drop a point",
        "drop",
    ),
    Binding("e", {"e": ReviewDo.EDIT}, "edit the text: enter takes it, escape leaves it", "edit"),
    Binding("b", {"b": ReviewDo.BONUS}, "make a core point bonus, or a bonus point core", "bonus"),
    Binding("<, >", {"<": ReviewDo.UP, ">": ReviewDo.DOWN}, "move a point up or down", "> move"),
    Binding("a", {"a": ReviewDo.ADD}, "add a point in your own words", "add"),
    Binding(
        "s, right", {"s": Press.NEXT, keys.RIGHT: Press.NEXT}, "continue; it stays a draft", "skip"
    ),
    Binding("left", {keys.LEFT: Press.BACK}, "go back to the question before"),
    Binding("u", {"u": Press.UNDO}, "undo the last change, in the deck too", "undo"),
    Binding(
        "page up/down",
        {keys.PAGE_UP: ReviewDo.PAGE_BACK, keys.PAGE_DOWN: ReviewDo.PAGE_ON},
        "scroll the answer",
    ),
    Binding("q", {"q": Press.QUIT}, "stop; all is saved", "quit"),
    Binding("?", {"?": ReviewDo.HELP}, "this list", "keys"),
)
"""The keys at a question, also shown by `drill help keys-more`."""

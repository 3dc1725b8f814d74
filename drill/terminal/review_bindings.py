"""The keys while drafts are walked through."""

from enum import StrEnum

from drill.points.review import Event, Look, Move, Press
from drill.terminal import keys
from drill.terminal.keymap import Binding


class Do(StrEnum):
    """What is done at the row that is looked at, or by the screen itself."""

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


Act = Event | Do

REVIEWING: tuple[Binding[Act], ...] = (
    Binding(
        "k, enter",
        {"k": Press.KEEP, keys.ENTER: Press.KEEP},
        "keep the points as they stand, and go on",
        "keep, next",
    ),
    Binding(
        "up/down", {keys.UP: Move(-1), keys.DOWN: Move(1)}, "look at another point or sentence"
    ),
    Binding(
        "1-9", {str(row + 1): Look(row) for row in range(9)}, "look at the point with this number"
    ),
    Binding(
        "space",
        {keys.SPACE: Do.TOGGLE},
        "make a sentence of the answer a point, or a point none",
        "take, drop",
    ),
    Binding(
        "x", {"x": Do.DROP, keys.DELETE: Do.DROP, keys.BACKSPACE: Do.DROP}, "drop a point", "drop"
    ),
    Binding("e", {"e": Do.EDIT}, "edit the text: enter ends, escape leaves it as it was", "edit"),
    Binding("b", {"b": Do.BONUS}, "make a core point bonus, or a bonus point core", "bonus"),
    Binding("<, >", {"<": Do.UP, ">": Do.DOWN}, "move a point up or down", "> move"),
    Binding("a", {"a": Do.ADD}, "add a point in your own words", "add"),
    Binding(
        "s, right", {"s": Press.NEXT, keys.RIGHT: Press.NEXT}, "go on; it stays a draft", "skip"
    ),
    Binding("left", {keys.LEFT: Press.BACK}, "go back to the question before"),
    Binding("u", {"u": Press.UNDO}, "undo the last change, in the deck too", "undo"),
    Binding(
        "page up/down",
        {keys.PAGE_UP: Do.PAGE_BACK, keys.PAGE_DOWN: Do.PAGE_ON},
        "scroll the answer",
    ),
    Binding("q", {"q": Press.QUIT}, "stop; all is saved", "quit"),
    Binding("?", {"?": Do.HELP}, "this list", "keys"),
)
"""The keys at a question; `drill help keys` and the README tell of them."""

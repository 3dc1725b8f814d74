"""The actions of keys: events of the session, and actions of the screen alone."""

from enum import StrEnum
from typing import NamedTuple

from drill.session import Event
from drill.terminal.keys.keymap import Binding


class Do(StrEnum):
    """An action of the screen that the session machine never sees."""

    EDIT = "edit"
    HELP = "help"
    BEGIN = "begin"
    LEAVE = "leave"
    LOOK_BACK = "look back"
    LOOK_ON = "look on"
    PLAY = "play"
    PLAY_POINT = "play point"
    JUDGE = "judge"
    REPLY = "reply"
    KEEP = "keep"
    DROP = "drop"
    RESTORE = "restore"
    CANCEL = "cancel"
    NOTE = "note"
    AGAIN = "again"


class Drop(NamedTuple):
    """Drop the key point with the number `point`, from 0, from the deck."""

    point: int


Act = Event | Do | Drop
Bindings = tuple[Binding[Act], ...]

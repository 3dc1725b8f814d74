"""The events of a session, and their effects, which the caller carries out.

They are named tuples, told apart by class: a frozen dataclass takes ten times as long to define,
and every start of drill would wait for it.
"""

from enum import StrEnum
from typing import NamedTuple

from drill.model import Attempt, Entry, Mark, Rating
from drill.model.marks import Proposal
from drill.model.spoken import Spoken

CONFIDENCES = (25, 50, 75, 95)
"""The levels of confidence that a user can state, in percent."""


class Reveal(NamedTuple):
    """Show the deck's answer after the user's; a mock interview asks the next question instead.

    `confidence` is a percentage; `typed` is the written answer, None if it was spoken; `recordings`
    are the names of its sound files.
    """

    confidence: int | None = None
    typed: str | None = None
    recordings: tuple[str, ...] = ()


class Choose(NamedTuple):
    """Choose the option at this place on the screen, from 0, or undo its choice.

    If one option is correct, a new choice replaces the previous one.
    """

    place: int


class ChooseEach(NamedTuple):
    """Choose the options at these places on the screen, from 0, and no others."""

    places: tuple[int, ...]


class Surer(NamedTuple):
    """Raise the confidence by this many `CONFIDENCES`; beyond the last it is cleared."""

    steps: int


class Toggle(NamedTuple):
    """Change the mark of the key point `point`, from 0: missed, said, partly."""

    point: int


class MarkAll(NamedTuple):
    """Give all key points one mark."""

    mark: Mark


class MarkEach(NamedTuple):
    """Set the mark of every key point, and whether something was wrong, in one event."""

    marks: tuple[Mark, ...]
    wrong: bool = False


class Rate(NamedTuple):
    """Rate a question without key points."""

    rating: Rating


class Deliver(NamedTuple):
    """Rate the next aspect of delivery (structure, clarity, pace), 1 to 4."""

    grade: int


class Transcribed(NamedTuple):
    """The recordings of an answer, not always the current one, have been transcribed."""

    spoken: Spoken


class Judged(NamedTuple):
    """An assistant has judged the answer being marked; this changes no mark."""

    proposal: Proposal


class Reply(NamedTuple):
    """The follow-up question of the proposal was answered with `text`."""

    text: str


class Note(NamedTuple):
    """Keep a line of the person's own with the answer; it replaces the previous one."""

    text: str


class Replace(NamedTuple):
    """The deck was edited: continue with the question as it is now."""

    entry: Entry


class Press(StrEnum):
    """The events without data."""

    HINT = "hint"
    UNKNOWN = "unknown"
    """Show the right options without a choice."""
    WRONG = "wrong"
    FOLLOW_UP = "follow-up"
    """Change the mark of the follow-up question: missed, said, partly."""
    TAKE_OVER = "take over"
    BY_SHARE = "by share"
    """Rate a question with drafted points by share, or by its points again."""
    ACCEPT = "accept"
    SKIP = "skip"
    UNDO = "undo"
    PAUSE = "pause"
    STOP = "stop"


Event = (
    Reveal
    | Choose
    | ChooseEach
    | Surer
    | Toggle
    | MarkAll
    | MarkEach
    | Rate
    | Deliver
    | Transcribed
    | Judged
    | Reply
    | Note
    | Replace
    | Press
)


class Save(NamedTuple):
    """Save this attempt to the history before the next screen."""

    attempt: Attempt


class Retract(NamedTuple):
    """Retract this attempt."""

    attempt: Attempt


Effect = Save | Retract

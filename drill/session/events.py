"""What can happen in a session (events), and what must then be done outside of it (effects).

They are told apart by their class. As named tuples: a frozen dataclass takes ten times as long to
define, and these stand between the command and its first question.
"""

from enum import StrEnum
from typing import NamedTuple

from drill.model import Attempt, Entry, Mark, Rating
from drill.model.marks import Proposal
from drill.model.spoken import Spoken

CONFIDENCES = (25, 50, 75, 95)
"""What can be said of how sure one is, percentages."""


class Reveal(NamedTuple):
    """The answer has been given: show the deck's, or in a mock interview go on.

    `confidence` is a percentage; `typed` the answer as written, None when it was spoken;
    `recordings` are the names of the files that it was recorded in.
    """

    confidence: int | None = None
    typed: str | None = None
    recordings: tuple[str, ...] = ()


class Choose(NamedTuple):
    """Turn the option at this place on the screen, from 0: chosen or not.

    Where one option is correct, another choice takes the place of the one before.
    """

    place: int


class ChooseEach(NamedTuple):
    """Choose the options at these places on the screen, from 0, and no others."""

    places: tuple[int, ...]


class Surer(NamedTuple):
    """Be surer of the choice by this many of the `CONFIDENCES`; beyond the last it is unsaid."""

    steps: int


class Toggle(NamedTuple):
    """Turn the key point with the number `point`, from 0: missed, said, partly."""

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
    """Rate the next side of delivery (structure, clarity, pace), 1 to 4."""

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
    """The deck was edited: go on with the question as it reads now."""

    entry: Entry


class Press(StrEnum):
    """The events without data."""

    HINT = "hint"
    UNKNOWN = "unknown"
    """None of the options is chosen: show which are right."""
    WRONG = "wrong"
    FOLLOW_UP = "follow-up"
    """Turn the follow-up question as a whole: missed, said, partly."""
    TAKE_OVER = "take over"
    BY_SHARE = "by share"
    """Rate a question whose points are drafts without them, or with them again."""
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
    """Put this attempt into the history before anything else is shown."""

    attempt: Attempt


class Retract(NamedTuple):
    """Take this attempt back."""

    attempt: Attempt


Effect = Save | Retract

"""What can happen in a session (events), and what must then be done outside of it (effects)."""

from dataclasses import dataclass
from enum import StrEnum

from drill.model import Attempt, Entry, Mark, Rating


@dataclass(frozen=True, slots=True)
class Reveal:
    """The answer has been given: show the deck's, or in a mock interview go on.

    `confidence` is a percentage; `typed` the answer as written, None when it was spoken.
    """

    confidence: int | None = None
    typed: str | None = None


@dataclass(frozen=True, slots=True)
class Toggle:
    """Turn the key point `index` (from 0): missed, said, partly."""

    index: int


@dataclass(frozen=True, slots=True)
class MarkAll:
    """Give all key points one mark."""

    mark: Mark


@dataclass(frozen=True, slots=True)
class MarkEach:
    """Give each key point its mark and say whether something was wrong, all at once."""

    marks: tuple[Mark, ...]
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """Rate a question without key points."""

    rating: Rating


@dataclass(frozen=True, slots=True)
class Deliver:
    """Rate the next side of delivery (structure, clarity, pace), 1 to 4."""

    grade: int


@dataclass(frozen=True, slots=True)
class Replace:
    """The deck was edited: go on with the question as it reads now."""

    entry: Entry


class Press(StrEnum):
    """The events that carry nothing."""

    HINT = "hint"
    WRONG = "wrong"
    ACCEPT = "accept"
    SKIP = "skip"
    UNDO = "undo"
    PAUSE = "pause"
    STOP = "stop"


Event = Reveal | Toggle | MarkAll | MarkEach | Rate | Deliver | Replace | Press


@dataclass(frozen=True, slots=True)
class Save:
    """Put this attempt into the history before anything else is shown."""

    attempt: Attempt


@dataclass(frozen=True, slots=True)
class Retract:
    """Take this attempt back."""

    attempt: Attempt


Effect = Save | Retract

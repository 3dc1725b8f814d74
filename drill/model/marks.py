"""Marks of an answer's key points: the user's own, and an assistant's proposals."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Mark(StrEnum):
    """The user's judgement of one key point after the reveal."""

    MISSED = "missed"
    SAID = "said"
    PARTLY = "partly"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The proposed mark of one key point, with its evidence.

    `quote` is the evidence in the user's words, empty for a missed point; `lacks` is the part of
    the point that the words leave out. `supported` False: the quote is not in the words, so the
    verdict is shown, but never taken over.
    """

    mark: Mark
    quote: str = ""
    lacks: str = ""
    supported: bool = True


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong statement: the words, why it is wrong, and whether the user really said them."""

    quote: str
    why: str
    supported: bool = True


@dataclass(frozen=True, slots=True)
class Proposal:
    """The judgement of one answer; `verdicts` are in the order of the key points.

    `follow_up` is a question and `reply` the user's answer to it; both may be empty. `extra` holds
    the members that a newer drill wrote, unchanged.
    """

    verdicts: tuple[Verdict, ...]
    mistakes: tuple[Mistake, ...] = ()
    follow_up: str = ""
    reply: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def marks(self) -> tuple[Mark | None, ...]:
        """The marks to take over; None for a verdict without support."""
        return tuple(verdict.mark if verdict.supported else None for verdict in self.verdicts)

    @property
    def wrong(self) -> bool:
        """Whether the proposal quotes a wrong statement that really is in the words."""
        return any(mistake.supported for mistake in self.mistakes)

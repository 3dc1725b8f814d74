"""The rules of a session, and its phases."""

from dataclasses import dataclass
from enum import StrEnum

from drill.model import SessionKind


class Phase(StrEnum):
    """The phase of a session, which determines the screen and the valid events."""

    ASKING = "asking"
    FOLLOW_UP = "follow-up"
    MARKING = "marking"
    DELIVERY = "delivery"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a session.

    `typed` means written answers, `recorded` recorded ones; `reveal_each` shows each answer at
    once, instead of all at the end; `reschedules` False leaves the schedule alone; `limit` is the
    time limit in seconds, None for no limit.
    """

    kind: SessionKind = SessionKind.QUIZ
    typed: bool = False
    reveal_each: bool = True
    reschedules: bool = True
    limit: float | None = None
    recorded: bool = False

    @property
    def rates_delivery(self) -> bool:
        """Whether delivery is rated after the points: in a mock interview."""
        return self.kind is SessionKind.MOCK

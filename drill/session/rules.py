"""What kind of session it is, and the phases that it goes through."""

from dataclasses import dataclass
from enum import StrEnum

from drill.model import SessionKind


class Phase(StrEnum):
    """Where a session is: what the screen shows and which events mean something."""

    ASKING = "asking"
    FOLLOW_UP = "follow-up"
    MARKING = "marking"
    DELIVERY = "delivery"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Rules:
    """What kind of session it is.

    `typed` has answers written, `recorded` has them recorded; `reveal_each` shows each answer at
    once (else all at the end); `reschedules` False leaves the schedule alone; `limit` is the
    seconds that the session may take, None for no limit.
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

"""Marks of an answer's key points: your own, and those that an assistant proposes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Mark(StrEnum):
    """Your judgement of one key point after the reveal."""

    MISSED = "missed"
    SAID = "said"
    PARTLY = "partly"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is proposed for one key point.

    `quote` is the passage of the person's words that shows it, empty where the point is missed;
    `lacks` what of the point it does not state. `supported` False: the quote is not in the words,
    so the verdict is shown and never proposed.
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

    `follow_up` is a question, `reply` what the person answered to it; both may be empty. `extra`
    holds the members that a newer drill wrote, kept as they came.
    """

    verdicts: tuple[Verdict, ...]
    mistakes: tuple[Mistake, ...] = ()
    follow_up: str = ""
    reply: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def marks(self) -> tuple[Mark | None, ...]:
        """The marks to take over, None where the verdict has no support."""
        return tuple(verdict.mark if verdict.supported else None for verdict in self.verdicts)

    @property
    def wrong(self) -> bool:
        """Whether something wrong was said, by a passage that really is in the words."""
        return any(mistake.supported for mistake in self.mistakes)

"""Attempts at questions, and the knowledge derived from them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import NamedTuple

from drill.model.marks import Mark, Proposal
from drill.model.spoken import Spoken

FAILED_COVERAGE = 0.5
"""The coverage below which an answer has failed."""
KNOWN_COVERAGE = 0.75
"""The least coverage of an answer that counts as known."""
SURE_CONFIDENCE = 75
"""The least confidence, a percentage, that makes a miss a surprise."""


class Rating(IntEnum):
    """The four ratings of FSRS for an answer."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Delivery:
    """The grades of an answer's delivery in a mock interview, 1 to 4 each, apart from coverage."""

    structure: int
    clarity: int
    pace: int


SIDES_OF_DELIVERY = tuple(Delivery.__annotations__)
"""The names of the three grades, in their order."""


@dataclass(frozen=True, slots=True)
class OfferedOption:
    """An option with its text at the time, whether it was correct, and whether it was chosen."""

    text: str
    correct: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A follow-up question, Markdown, and the answer typed to it.

    `mark` judges the answer as a whole; None if it was not judged.
    """

    question: str
    typed: str | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One question asked once and scored, or skipped (`rating` None, `coverage` 0).

    `scored_at` is aware, UTC; `seconds` is the time from the question to the reveal without pauses,
    `overtime` the part of it over the budget; `confidence` is a percentage; `points` are the key
    points with the text of that time, each with its mark; `reschedules` False leaves the schedule
    alone (--cram); `choices` are the options of a multiple choice in the deck's order; `spoken` is
    the recorded answer; `follow_up` is the follow-up question, whose typed answer is the end of
    `typed`; `proposal` is an assistant's judgement before the score; `note` is the user's own line.
    `extra` holds the members that a newer drill wrote, unchanged.
    """

    id: str
    session: str
    key: str
    scored_at: datetime
    seconds: float
    coverage: float
    rating: Rating | None
    confidence: int | None = None
    points: tuple[tuple[str, Mark], ...] = ()
    wrong: bool = False
    assisted: bool = False
    overtime: float = 0.0
    typed: str | None = None
    delivery: Delivery | None = None
    reschedules: bool = True
    choices: tuple[OfferedOption, ...] = ()
    spoken: Spoken | None = None
    proposal: Proposal | None = None
    follow_up: FollowUp | None = None
    note: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def skipped(self) -> bool:
        """Whether the question was skipped without an answer."""
        return self.rating is None

    @property
    def self_rated(self) -> bool:
        """Whether the coverage is the user's own rating, not derived from points or options."""
        return not (self.skipped or self.points or any(choice.correct for choice in self.choices))

    @property
    def missed(self) -> tuple[str, ...]:
        """The key points that were missed or only partly said."""
        return tuple(text for text, mark in self.points if mark is not Mark.SAID)

    @property
    def confident_miss(self) -> bool:
        """Whether the user was confident and wrong."""
        return not self.skipped and _surprises(self.confidence, self.coverage)


class Timing(NamedTuple):
    """The timing of an attempt, small because planning reads thousands before a quiz.

    `seen_before`: the question was asked before the period that these attempts cover.
    """

    key: str
    session: str
    at: datetime
    seconds: float
    rating: int | None
    seen_before: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """The FSRS state of a question; `stability` in days, `difficulty` 1 to 10, times aware UTC."""

    stability: float
    difficulty: float
    last: datetime
    due: datetime


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The knowledge of a question, derived from its attempts alone.

    `coverage` and `confidence` are of the last scored attempt, `missed` the key points that it
    missed or said partly, `self_rated` whether its coverage is a self-rating; `memory` is None
    until an attempt moves the schedule.
    """

    attempts: int
    coverage: float
    last: datetime
    confidence: int | None = None
    missed: tuple[str, ...] = ()
    memory: Memory | None = None
    self_rated: bool = False

    @property
    def weak(self) -> bool:
        """Whether the coverage of the last attempt was below three quarters."""
        return self.coverage < KNOWN_COVERAGE

    @property
    def confident_miss(self) -> bool:
        """Whether the user was confident and wrong in the last attempt."""
        return _surprises(self.confidence, self.coverage)


def _surprises(confidence: int | None, coverage: float) -> bool:
    return confidence is not None and confidence >= SURE_CONFIDENCE and coverage < FAILED_COVERAGE

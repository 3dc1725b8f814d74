"""The values that drill works with, all frozen: decks, questions, attempts and sessions."""

from drill.model.attempts import (
    FAILED_COVERAGE,
    KNOWN_COVERAGE,
    SIDES_OF_DELIVERY,
    SURE_CONFIDENCE,
    Attempt,
    Choice,
    Delivery,
    FollowUp,
    Knowledge,
    Memory,
    Rating,
    Timing,
)
from drill.model.days import DAY_TURNS_AT, day_end, day_start, study_day
from drill.model.marks import Mark
from drill.model.questions import (
    CSV_COLUMNS,
    Deck,
    Difficulty,
    Entry,
    KeyPoint,
    Option,
    Question,
    Reading,
    Source,
)
from drill.model.sessions import Session, SessionKind, SessionStatus

__all__ = [
    "CSV_COLUMNS",
    "DAY_TURNS_AT",
    "FAILED_COVERAGE",
    "KNOWN_COVERAGE",
    "SIDES_OF_DELIVERY",
    "SURE_CONFIDENCE",
    "Attempt",
    "Choice",
    "Deck",
    "Delivery",
    "Difficulty",
    "Entry",
    "FollowUp",
    "KeyPoint",
    "Knowledge",
    "Mark",
    "Memory",
    "Option",
    "Question",
    "Rating",
    "Reading",
    "Session",
    "SessionKind",
    "SessionStatus",
    "Source",
    "Timing",
    "day_end",
    "day_start",
    "study_day",
]

"""The values that drill works with, all frozen: decks, questions, attempts and sessions.

`questions` has decks, questions, key points and options, `limits` the sizes of a deck and an
attempt; `attempts` has attempts and the knowledge of a question, `marks` the marks of key points
and an assistant's proposal, `spoken` a spoken answer, `pace` its words per minute, `sessions` the
sessions, `days` the start of a study day. `json_values` checks what is read from JSON.
"""

from drill.model.attempts import (
    FAILED_COVERAGE,
    KNOWN_COVERAGE,
    SIDES_OF_DELIVERY,
    SURE_CONFIDENCE,
    Attempt,
    Delivery,
    FollowUp,
    Knowledge,
    Memory,
    OfferedOption,
    Rating,
    Timing,
)
from drill.model.days import DAY_TURNS_AT, day_end, day_start, study_day
from drill.model.limits import DECK_LIMIT, QUESTIONS_LIMIT, TEXT_LIMIT, TOPICS_LIMIT
from drill.model.marks import Mark
from drill.model.questions import (
    CSV_COLUMNS,
    LETTERS,
    NO_ANSWER,
    Deck,
    DeckReading,
    Difficulty,
    Entry,
    KeyPoint,
    Option,
    Question,
    Source,
    explanation,
)
from drill.model.sessions import Session, SessionKind, SessionStatus

__all__ = [
    "CSV_COLUMNS",
    "DAY_TURNS_AT",
    "DECK_LIMIT",
    "FAILED_COVERAGE",
    "KNOWN_COVERAGE",
    "LETTERS",
    "NO_ANSWER",
    "QUESTIONS_LIMIT",
    "SIDES_OF_DELIVERY",
    "SURE_CONFIDENCE",
    "TEXT_LIMIT",
    "TOPICS_LIMIT",
    "Attempt",
    "Deck",
    "DeckReading",
    "Delivery",
    "Difficulty",
    "Entry",
    "FollowUp",
    "KeyPoint",
    "Knowledge",
    "Mark",
    "Memory",
    "OfferedOption",
    "Option",
    "Question",
    "Rating",
    "Session",
    "SessionKind",
    "SessionStatus",
    "Source",
    "Timing",
    "day_end",
    "day_start",
    "explanation",
    "study_day",
]

"""The size limits of a deck, for reading, writing and `drill import`."""

DECK_LIMIT = 8_000_000
"""The most bytes of a deck's file."""
QUESTIONS_LIMIT = 10_000
"""The most questions of a deck."""
TOPICS_LIMIT = 500
"""The most topics that a deck may spell out."""
TEXT_LIMIT = 40_000
"""The most characters of a question, and of an answer."""

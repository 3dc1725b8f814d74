"""How large a deck may be: reading, writing and `drill import` keep to these limits."""

DECK_LIMIT = 8_000_000
"""The most bytes of a deck's file."""
QUESTIONS_LIMIT = 10_000
"""The most questions of a deck."""
TOPICS_LIMIT = 500
"""The most topics of a deck that are spelled out."""
TEXT_LIMIT = 40_000
"""The most characters of a question, and of an answer."""

"""The size limits of a deck and an attempt, for all that reads or writes them."""

DECK_LIMIT = 8_000_000
"""The most bytes of a deck's file."""
QUESTIONS_LIMIT = 10_000
"""The most questions of a deck."""
TOPICS_LIMIT = 500
"""The most topics that a deck may spell out."""
TEXT_LIMIT = 40_000
"""The most characters of a question, and of an answer."""
SECONDS_LIMIT = 1e9
"""The most seconds of any duration: thirty years. NaN is not below it either."""
COUNT_LIMIT = 2**31
"""The most of anything that is counted, such as pauses or minutes."""

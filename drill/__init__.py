"""A command-line interview drill: decks of questions, honest scores, ready on the day."""

__version__ = "0.1.0"

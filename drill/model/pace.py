"""Pace of speech, in words per minute of speaking time."""

from drill.text import has_no_spaces, words

_LEAST_SPEAKING = 3.0
"""The least seconds of speaking time for a meaningful pace."""


def words_per_minute(count: int, seconds: float) -> int | None:
    """The pace of `count` words in `seconds` of speaking time; None if too little was said."""
    return round(count / seconds * 60) if count and seconds >= _LEAST_SPEAKING else None


def count_words(text: str) -> int:
    """The number of words in `text`; in scripts without spaces each character counts."""
    return sum(len(word) if has_no_spaces(word) else 1 for word in words(text))

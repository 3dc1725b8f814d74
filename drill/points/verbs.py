"""Whether a text has a verb of its own."""

import re

from drill.points.languages import Language

_PAST = re.compile(  # "I monitored", "the work underscored the value"
    r"\b(?:i|we|they|he|she|it) (?:\w+ly )?[a-z]+ed\b|"
    r"\w [a-z]{3,}ed (?:the|an?|my|our|its|their|this|that)\b",
    re.IGNORECASE,
)


def has_verb(text: str, language: Language) -> bool:
    """Whether `text` has a verb; a likely one counts if another word follows it."""
    if language.find("verb").search(text) or (language.code == "en" and _PAST.search(text)):
        return True
    verb = language.find("finite").search(text, max(text.find(" "), 0))
    return verb is not None and text[verb.end() : verb.end() + 1] == " "

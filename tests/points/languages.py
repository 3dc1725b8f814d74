"""The languages that have rules of their own, and all expressions of one."""

from collections.abc import Iterator
from dataclasses import fields

from drill.points.languages import Language
from drill.points.languages.chinese import CHINESE
from drill.points.languages.english import ENGLISH
from drill.points.languages.french import FRENCH
from drill.points.languages.german import GERMAN
from drill.points.languages.korean import KOREAN
from drill.points.languages.portuguese import PORTUGUESE
from drill.points.languages.russian import RUSSIAN
from drill.points.languages.spanish import SPANISH

LANGUAGES = (ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, RUSSIAN, CHINESE, KOREAN)


def patterns_of(language: Language) -> Iterator[tuple[str, str]]:
    """The expressions of `language`, each with the field that it stands in."""
    for field in fields(language):
        value = getattr(language, field.name)
        if isinstance(value, str):
            yield field.name, value
        elif isinstance(value, tuple):
            for each in value:
                yield field.name, each if isinstance(each, str) else each[0]

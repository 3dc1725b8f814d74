"""Expressions of many words are written anew so that they find the same, only sooner."""

import re
from dataclasses import fields
from random import Random

import pytest

from drill.points.languages import Language
from drill.points.languages.branching import branched
from drill.points.languages.chinese import CHINESE
from drill.points.languages.english import ENGLISH
from drill.points.languages.german import GERMAN
from drill.points.languages.portuguese import PORTUGUESE
from drill.points.languages.russian import RUSSIAN
from drill.points.languages.spanish import SPANISH
from tests.points.answers import ANSWERS


def test_words_of_one_letter_are_gathered_and_keep_their_order() -> None:
    assert branched(r"\b(?:is|are|allows?|it)(?!-)") == r"\b(?:i(?:s|t)|a(?:re|llows?))(?!-)"
    assert branched("an|a|and") == "a(?:n||nd)"


def test_what_begins_with_no_letter_keeps_its_place() -> None:
    assert branched(r"as|\d+ as|at|(?:x|y)z|a?b") == r"as|\d+ as|at|(?:x|y)z|a?b"


def test_words_with_groups_that_capture_keep_their_places() -> None:
    assert branched("a(b)|c|a(d)") == "a(b)|c|a(d)"


@pytest.mark.parametrize("language", [ENGLISH, GERMAN, SPANISH, PORTUGUESE, RUSSIAN, CHINESE])
def test_every_expression_of_a_language_finds_what_it_found(language: Language) -> None:
    texts = _texts(Random(7))
    for pattern in _patterns(language):
        before = re.compile(pattern, re.IGNORECASE)
        after = re.compile(branched(pattern), re.IGNORECASE)
        for text in texts:
            assert _found(after, text) == _found(before, text), pattern


def _patterns(language: Language) -> set[str]:
    values = (getattr(language, field.name) for field in fields(language))
    texts = {value for value in values if isinstance(value, str)}
    rows = (*language.rewrites, *language.participles, *language.demonstratives)
    tails = (pattern for pattern, _ in language.tails)
    return {*texts, *language.splits, *tails, *(pattern for pattern, _ in rows)}


def _texts(rng: Random) -> list[str]:
    """Sentences of answers in several languages, and their words in any order."""
    sentences = [line for marked in ANSWERS for line in marked.answer.split("\n") if line.strip()]
    words = " ".join(sentences).split()
    return [
        *rng.sample(sentences, 60),
        *(" ".join(rng.choices(words, k=12)) for _ in range(60)),
    ]


def _found(pattern: re.Pattern[str], text: str) -> list[tuple[object, ...]]:
    return [(match.span(), match.groups()) for match in pattern.finditer(text)]

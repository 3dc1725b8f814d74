"""Expressions of many words are rewritten to match the same text, only faster."""

import re
from random import Random

import pytest

from drill.points.languages import Language
from drill.points.languages.branching import branched
from drill.points.languages.required import required
from tests.points.answers import ANSWERS
from tests.points.languages import LANGUAGES, patterns_of

pytestmark = pytest.mark.slow  # each expression of each language


def test_words_of_one_letter_are_gathered_and_keep_their_order() -> None:
    assert branched(r"\b(?:is|are|allows?|it)(?!-)") == r"\b(?:i(?:s|t)|a(?:re|llows?))(?!-)"
    assert branched("an|a|and") == "a(?:n||nd)"
    assert branched("(?:is|are) not|as") == "is not|a(?:re not|s)"


def test_many_words_are_tried_only_at_words_that_begin_like_one() -> None:
    assert branched(r"\b(?:an|be|can|do|err)\b") == r"\b(?=[abcde])(?:an|be|can|do|err)\b"
    assert branched(r"\b(?:an|be|can|do|err)?") == r"\b(?:an|be|can|do|err)?"


def test_required_letters_are_those_without_which_nothing_matches() -> None:
    assert required(r",? because\s+(?=(?:the|an?) )") == (" because",)
    assert required(r"\b(?:in|on) (?:the |an? )?(?:whole|part)s?\b") == ("whole", "part")
    assert required(r"\s[—–]\s|Also (?!that)") == ("—", "–", "also ")
    assert required(r"(?:so|[a-z]+)?\.x?") == ("",)


def test_alternatives_that_begin_with_another_character_keep_their_place() -> None:
    assert branched(r"as|\d+ as|at|(?:x|y)?z|a?b") == r"as|\d+ as|at|(?:x|y)?z|a?b"


def test_alternatives_with_capturing_groups_keep_their_place() -> None:
    assert branched("a(b)|c|a(d)") == "a(b)|c|a(d)"
    assert branched("(?:in|on) (a)") == "(?:in|on) (a)"


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_rewritten_patterns_match_the_same_texts(language: Language) -> None:
    texts = _texts(Random(7))
    for _, pattern in patterns_of(language):
        before = re.compile(pattern, re.IGNORECASE)
        after = re.compile(branched(pattern), re.IGNORECASE)
        for text in texts:
            found = _found(before, text)
            assert _found(after, text) == found, pattern
            assert not found or any(map(text.lower().__contains__, required(pattern))), pattern


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

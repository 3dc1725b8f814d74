"""The content words of a text, and what two texts have in common, in any language."""

import re
from collections.abc import Iterable
from functools import lru_cache

from drill.points.languages import HAN, HAN_RANGE, Language

_WORD = re.compile(f"[{HAN_RANGE}]+|[^\\W_{HAN_RANGE}]+")
_ASCII_WORD = re.compile("[a-z0-9]+")
_SPACED_WORD = re.compile(r"[^\W_]+")
_FIRST_HAN = HAN_RANGE[0]
_RECENT = 512  # texts of one answer, which several rules look at
_STEM = 6  # characters: "compare", "comparing" and "comparison" are one word


@lru_cache(_RECENT)
def stems(text: str, language: Language) -> tuple[str, ...]:
    """The stems of the content words of `text`, in order; in Chinese, pairs of characters."""
    stop = language.stop
    if text.isascii() or not HAN.search(text):
        word_of = _ASCII_WORD if text.isascii() else _SPACED_WORD
        words = word_of.findall(text.lower())
        return tuple([word[:_STEM] for word in words if word not in stop])
    result: list[str] = []
    for word in _WORD.findall(text.lower()):
        if word[0] >= _FIRST_HAN and HAN.match(word):
            signs = "".join(sign for sign in word if sign not in stop)
            result += [signs[at : at + 2] for at in range(max(1, len(signs) - 1))] if signs else []
        elif word not in stop:
            result.append(word[:_STEM])
    return tuple(result)


def overlap(part: Iterable[str], whole: Iterable[str]) -> float:
    """The share of `part` that is in `whole`, 0 to 1; 0 for nothing."""
    mine, theirs = list(part), set(whole)
    return sum(word in theirs for word in mine) / len(mine) if mine else 0.0

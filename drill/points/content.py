"""The content words of a text, the same for every language: what two texts have in common."""

import re
from collections.abc import Iterable

from drill.points.languages import Language

_WORD = re.compile(r"[㐀-䶿一-鿿぀-ヿ]|[^\W_㐀-䶿一-鿿぀-ヿ]+")
_STEM = 6  # characters: "compare", "comparing" and "comparison" are one word


def stems(text: str, language: Language) -> list[str]:
    """The content words of `text` in order, cut to their beginnings; Chinese by character."""
    stop = language.stop
    return [word[:_STEM] for word in _WORD.findall(text.lower()) if word not in stop]


def overlap(part: Iterable[str], whole: Iterable[str]) -> float:
    """The share of `part` that is in `whole`, 0 to 1; 0 for nothing."""
    mine, theirs = list(part), set(whole)
    return sum(word in theirs for word in mine) / len(mine) if mine else 0.0

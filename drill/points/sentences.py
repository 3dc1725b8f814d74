"""Splits text into sentences."""

import re

from drill.points.atoms import ATOM
from drill.points.languages import HAN_RANGE, Language

_END = re.compile(
    r"\n+|(?<=[.!?…。！？])(?:"  # first, for speed: few places come after one of these
    rf"(?<=[.!?…])[\"'”’»)\]]*\s+(?=[\"'“‘«¿¡(\[—–-]*(?:[^\W\d_a-zа-яё]|\d|{ATOM}))"
    r"|(?<=[^\W\d_]{3}[.!?])\s+(?=[a-zа-яё])"
    r"|(?<=[。！？])[”」』）)\"]*\s*(?=[^\s。！？!?”」』）)\"])"
    rf"|(?<=[!?])[”」』）)\"]*\s*(?=[{HAN_RANGE}]))"
)
_INITIAL = re.compile(r"(?:^|[\s(.])[A-ZА-Я]\.$")
_NUMBER = re.compile(r"(?:^|\s)\d{1,2}\.$")
_COUNTED = re.compile(
    r"\b(?:no|nr|fig|figs|eq|sec|art|ch|vol|abb|рис|стр|табл|п|núm|pág|nº)\.$", re.IGNORECASE
)
_SHORT = re.compile(r"approx|incl|excl|resp|min|max|fig|vol|etc|usw|bzw|руб|напр", re.IGNORECASE)
_BRACKET_LIMIT = 300  # characters; a bracket open for longer was never closed


def sentences(text: str, language: Language) -> list[str]:
    """The sentences of masked `text`, in order, without surrounding space."""
    result: list[str] = []
    start = 0
    for end in _END.finditer(text):
        before = text[start : end.start()]
        hard = "\n" in end[0]
        if not hard and (
            _inside_brackets(before, text, end.start())
            or _abbreviated(before, text[end.end() : end.end() + 1], language)
        ):
            continue
        result.append((before + end[0]).strip())
        start = end.end()
    result.append(text[start:].strip())
    return [sentence for sentence in result if sentence]


def _inside_brackets(before: str, text: str, at: int) -> bool:
    before = before[-_BRACKET_LIMIT:]
    opening, closing = ("（", "）") if "（" in before else ("(", ")")
    if before.count(opening) <= before.count(closing):
        return False
    return closing in text[at : at + _BRACKET_LIMIT]


def _abbreviated(before: str, following: str, language: Language) -> bool:
    if not before.endswith("."):
        return False
    if before[-2:-1].isspace():  # of a name such as ". NET"
        return True
    tail = before[-16:]
    if _INITIAL.search(tail) or _NUMBER.search(tail):
        return True
    if following.isdigit() and _COUNTED.search(tail):
        return True
    word = re.split(r"[\s(,]", tail[:-1])[-1]
    is_short = language.find("abbreviations").fullmatch(word) or _SHORT.fullmatch(word)
    return bool(is_short) and (word.lower() != "etc" or following.islower())

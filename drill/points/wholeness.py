"""Whether a shortened sentence still is one, and says what the long one said."""

import re

from drill.points.cuts import LABEL, Cut
from drill.points.languages import Language

_SHORTEST = 8  # characters of a sentence
_NEAR = 12  # characters in which a partner such as "but also" begins
_PAIRS = (("(", ")"), ("（", "）"), ("“", "”"), ("«", "»"), ("「", "」"), ("《", "》"))
_STUB_WORDS = 5  # "a token is a string": so short a definition says nothing
_SUBJECT_WORDS = 6
_NAME_WORDS = 4  # a longer part of an enumeration is a clause
_CONJUNCTIVE = re.compile(
    r"(?:but|and|or|which|so|that|но|и|или|pero|y|mas|e|aber|und)\b", re.IGNORECASE
)
_ADVERB = re.compile(r"^(?:\w+[ ,]){1,3}(?<=,) ")
_CONJUNCTION = re.compile(
    r",? (?:and|or|и|или|y|o|e|ou|und|oder)\b(?! (?:that|que|что|dass)\b)|，?(?:和|与|及|或)",
    re.IGNORECASE,
)
_VERB_PAIR = re.compile(
    r"\b(?:to|can|will|must|should|may|could|would|cannot|not) (?:\w+ly )?\w+$|\b(?:the|"
    r"an?) \w+$|\w(?:ar|er|ir|ть|ти)$",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"\b(?:only|just|solely|только|лишь|solo|sólo|nur|só|apenas)(?: \S+)?$|[只仅][^，]{0,4}$",
    re.IGNORECASE,
)
_CORRELATIVE = re.compile(
    r"\b(?:not only|not just|both|either|neither|between|from|whether|more|less|rather|as \w+|"
    r"so \w+ that|"
    r"не только|как|nicht nur|sowohl|entweder|no solo|no sólo|tanto|não só|não apenas)\b|不仅|不但|"
    r"不只|既",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    r"\b(?:but|and|or|than|to|as|that|но|и|так|sondern|als|oder|sino|como|y|mas|e)\b|而且|也|还|又",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:is|are|es|son|é|são|ist|sind|это)(?: (?:a|an|the|un|una|el|la|um|uma|ein|"
    r"eine))?(?: [\w-]+)?$",
    re.IGNORECASE,
)


def is_whole(text: str, short: str, cuts: tuple[Cut, ...], language: Language) -> bool:
    """Whether `short`, which is `text` without `cuts`, still is a sentence that says something."""
    last = re.split(r"[\s,;]+", short)[-1]
    begins_new_fragment = _is_fragment(short, language) and not _is_fragment(text, language)
    if begins_new_fragment or language.find("dangling").fullmatch(last):
        return False
    if len(short) < _SHORTEST or not _is_closed(short):
        return False
    if cuts[-1].end < len(text) or cuts[-1].instead:
        return True
    if not LABEL.match(text) and _has_verb(text, language) and not _has_verb(short, language):
        return False
    at = cuts[-1].start
    return not (
        _ONLY.search(short)
        or _CONJUNCTIVE.match(LABEL.sub("", short, count=1))
        or _is_stub(short)
        or _ends_too_early(short, text[at:], last, language)
        or _splits_enumeration(text, at)
    )


def _is_fragment(text: str, language: Language) -> bool:
    return language.find("fragment").match(_ADVERB.sub("", text)) is not None


def _is_closed(text: str) -> bool:
    """Whether every bracket and quotation mark of `text` has its partner."""
    return text.count('"') % 2 == 0 and all(
        text.count(one) == text.count(two) for one, two in _PAIRS
    )


def _is_stub(short: str) -> bool:
    return len(short.split()) <= _STUB_WORDS and _VAGUE.search(short) is not None


def _ends_too_early(short: str, removed: str, last: str, language: Language) -> bool:
    """Whether the words at the end of `short` need what stood behind them."""
    if language.find("preposition").match(removed) and language.find("verb").fullmatch(last):
        return True
    clause = _CONJUNCTIVE.sub("", re.split(r", |，", short)[-1]).lstrip()
    if (
        removed[:1] in ",，"
        and not short.startswith(clause)
        and language.find("fragment").match(clause)
    ):
        return True
    if _leaves_subject(short, removed, language):
        return True
    opened = list(_CORRELATIVE.finditer(short))
    return (
        bool(opened)
        and not _PARTNER.search(short, opened[-1].end())
        and _PARTNER.search(removed[:_NEAR]) is not None
    )


def _leaves_subject(short: str, removed: str, language: Language) -> bool:
    """Whether `short` ends in "and a thing" of which the verb was in `removed`."""
    part = re.split(
        r" (?:and|и|y|e|und|that|which|where|who|whose|how|what|why|whether|if|when|que|который|"
        r"die|der) |, ",
        short,
    )[-1]
    return (
        part != short
        and len(part.split()) <= _SUBJECT_WORDS
        and not _has_verb(f" {part}", language)
        and language.find("verb").search(removed) is not None
    )


def _has_verb(text: str, language: Language) -> bool:
    if language.find("verb").search(text):
        return True
    found = language.find("finite").search(text, max(text.find(" "), 0))
    return found is not None and text[found.end() : found.end() + 1] == " "


def _splits_enumeration(text: str, at: int) -> bool:
    """Whether the text before `at` has begun a list of things or verbs that goes on there."""
    if not _CONJUNCTION.match(text[at:]):
        return False
    before = text[:at]
    last = re.split(r"[,，、] ?", before)[-1]
    is_list = last != before and len(last.split()) < _NAME_WORDS
    return is_list or _VERB_PAIR.search(before) is not None

"""Whether a shortened sentence still is one, and says what the long one said."""

import re

from drill.points.cuts import LABEL, Cut
from drill.points.languages import Language

_STUB_WORDS = 5  # "a token is a string": so short a definition says nothing
_SUBJECT_WORDS = 6
_NAME_WORDS = 4  # a longer part of an enumeration is a clause
_CONJUNCTIVE = re.compile(
    r"(?:but|and|or|which|so|that|но|и|или|pero|y|mas|e|aber|und)\b", re.IGNORECASE
)
_ADVERB = re.compile(r"^(?:\w+[ ,]){1,3}(?<=,) ")
_CONJUNCTION = re.compile(
    r",? (?:and|or|и|или|y|o|e|ou|und|oder)\b|，?(?:和|与|及|或)", re.IGNORECASE
)
_VERB_PAIR = re.compile(
    r"\b(?:to|can|will|must|should|may|could|would|cannot|not) \w+$", re.IGNORECASE
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
    """Whether `short` still is a sentence that says something."""
    words = re.split(r"[\s,;]+", short)
    clause = _ADVERB.sub("", short)
    if language.find("fragment").match(clause) and not language.find("fragment").match(
        _ADVERB.sub("", text)
    ):
        return False
    if language.find("dangling").fullmatch(words[-1]) or len(short) < 8:
        return False
    if any(
        short.count(one) != short.count(other)
        for one, other in ("()", "（）", "“”", "«»", "「」", "《》")
    ):
        return False
    if short.count('"') % 2:
        return False
    if cuts[-1].end < len(text) or cuts[-1].instead:
        return True
    if not LABEL.match(text) and _has_verb(text, language) and not _has_verb(short, language):
        return False
    if _ONLY.search(short) or _CONJUNCTIVE.match(LABEL.sub("", short, count=1)):
        return False
    removed = text[cuts[-1].start :]
    if language.find("preposition").match(removed) and language.find("verb").fullmatch(words[-1]):
        return False
    clause = re.split(r", |，", short)[-1]
    if removed[:1] in ",，" and clause != short and language.find("fragment").match(clause):
        return False
    if len(words) <= _STUB_WORDS and _VAGUE.search(short):
        return False
    if _leaves_subject(short, text[cuts[-1].start :], language):
        return False
    last = list(_CORRELATIVE.finditer(short))
    if last and not _PARTNER.search(short, last[-1].end()):
        partner = _PARTNER.search(text[cuts[-1].start :][:12])
        if partner:
            return False
    return not _splits_enumeration(text, cuts[-1].start)


def _leaves_subject(short: str, removed: str, language: Language) -> bool:
    """Whether `short` ends in "and a thing" of which the verb was in `removed`."""
    part = re.split(
        r" (?:and|и|y|e|und|that|which|where|who|whose|que|который|die|der) |, ", short
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

"""Recognises a cut that leaves a series of things or verbs unfinished."""

import re

from drill.points.atoms import ATOM
from drill.points.labels import LABEL
from drill.points.languages import Language
from drill.points.verbs import has_verb

_NAMES = 2  # names with commas; after these a reader expects the next one
NAME_WORDS = 4  # a longer part of an enumeration is a clause
_CONJUNCTION = re.compile(
    r",? (?:and|or|и|или|y|o|e|ou|und|oder)\b(?! (?:that|que|что|dass)\b)|，?(?:和|与|及|或)",
    re.IGNORECASE,
)
VERB_PAIR = re.compile(
    r"\b(?:to|can|will|must|should|may|could|would|cannot|not|helps?) (?:\w+ly |help )?\w+$|"
    r"\b(?:the|an?|at|in|on|for|by|with|from|between|для|в|на|с|из|от|по|при|"
    r"через|за|об?|к|für|mit|von|bei|zu[mr]?) \w+$",
    re.IGNORECASE,
)
_ENDING = r"\w(?:ive|al|ent|ant|ous|ful|less|able|ible|ic|ary|ed)"
_ADJECTIVE = re.compile(rf"{_ENDING}$|\b(?:small|large|big|simple|fast|new|open)$")
_COORDINATE = re.compile(rf", (?:\w+ly )?[\w-]*{_ENDING} \w")
_EXAMPLES = re.compile(
    r"\b(?:such as|like|including|e\.g\.|как|como|incluyendo|incluindo|wie) [^,]*$", re.IGNORECASE
)
_GOES_ON = re.compile(
    r",(?! (?:which|who|where|whose|and|or|but)\b)(?: [^\s,;]+){1,4}"
    r"(?:,(?: [^\s,;]+){1,4}){0,8}(?:,?|,.*) (?:and|or|и|или|y|o|e|ou|und|oder) "
)
_RUSSIAN_ADJECTIVE = re.compile(r"[а-яё]{3}(?:ая|яя|ое|ее|ый|ий|ой|ые|ие|ую)$")
_INFINITIVE = re.compile(r"\w(?:ar|er|ir|ть|ти)$", re.IGNORECASE)
_CAPITAL = re.compile(rf"(?<=\w )(?:[A-Z]\S*|{ATOM}s?)$")
# A series whose last name so far has a phrase of its own: integration [with others, and options]
_ENDS_LATER = re.compile(r" [^,;]{3,40}, (?:and|or) ")
# ", UPDATE, or DELETE": more names like the one before
_CAPITALS_GO_ON = re.compile(
    rf", (?:[A-Z]|{ATOM})[^\s,]*(?:, |(?: [^\s,]+)?,?(?: [^\s,]+)? (?:and|or)\b)"
)


def splits_series(text: str, at: int, language: Language) -> bool:
    """Whether an enumeration of things or verbs continues at `at`."""
    before, removed = text[:at], text[at:]
    parts = re.split(r"[,，、] ?", before)
    is_list = len(parts) > 1 and len(parts[-1].split()) < NAME_WORDS
    is_list = is_list and not language.find("verb").search(f" {parts[-1]}")
    is_english = language.code == "en"
    if _CAPITAL.search(before) and _CAPITALS_GO_ON.match(removed):
        return True
    behind_colon = re.split("[:：]", before)[1:]
    if behind_colon and len(behind_colon[-1].split()) < NAME_WORDS and _GOES_ON.match(removed):
        return True
    if (
        behind_colon
        and removed[:1] in ",，、"
        and not LABEL.match(text)
        and not has_verb(f" {behind_colon[-1]}", language)
    ):
        return True
    if "," in removed and _EXAMPLES.search(re.split("[;:]", before)[-1]):
        return True
    if len(parts) > 1 and _GOES_ON.match(removed) and not has_verb(f" {parts[-1]}", language):
        return True
    if removed[:1] == "," and is_english and _ADJECTIVE.search(before):
        return is_list or _COORDINATE.match(removed) is not None
    inside = removed[:1] not in ",，、" and _CONJUNCTION.search(removed)
    if is_list and ((len(parts) > _NAMES and inside) or _ENDS_LATER.match(removed)):
        return True
    if not _CONJUNCTION.match(removed):
        return False
    unfinished = _ADJECTIVE if is_english else _INFINITIVE
    if language.code == "ru" and _RUSSIAN_ADJECTIVE.search(before):
        return True
    return is_list or bool(unfinished.search(before) or VERB_PAIR.search(before))

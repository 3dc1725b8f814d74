"""Two short sentences of one subject as one point."""

from dataclasses import replace

from drill.points.atoms import Atoms
from drill.points.facts import Fact, Origin
from drill.points.languages import Language
from drill.points.openings import lower_start, subject_of
from drill.points.shortening import shorten

_LONG = 1.4  # times the limit; a longer pair would lose what joining should keep
_LOST = 0.15  # of the content; a pair that would lose more stays apart
_JOINED = (Origin.SENTENCE, Origin.ITEM)


def merged(facts: list[Fact], atoms: Atoms, language: Language, limit: int) -> list[Fact]:
    """`facts`, with two successive ones joined if both fit in `limit` columns.

    The second one loses its subject or label.
    """
    result: list[Fact] = []
    pair = False  # whether the last of `result` is a pair already
    for fact in facts:
        whole = "" if pair or not result else _whole(result[-1], fact, language)
        text = _fitting(whole, atoms, language, limit) if whole else ""
        pair = bool(text)
        if pair:
            result[-1] = replace(result[-1], text=text)
        else:
            result.append(fact)
    return result


def _fitting(whole: str, atoms: Atoms, language: Language, limit: int) -> str:
    if atoms.size(whole) > _LONG * limit:
        return ""
    short = shorten(whole, frozenset(), atoms, language, limit)
    return short.text if short and short.lost <= _LOST else ""


def _whole(one: Fact, two: Fact, language: Language) -> str:
    """Both facts as one sentence; empty if they do not belong together."""
    if two.continues and _follow(one, two):
        named = language.find("naming").fullmatch(two.text)
        if named:
            return f"{one.text} ({named[1]})"
    rest = _predicate(one, two, language)
    return f"{one.text}{language.semicolon}{lower_start(rest)}" if rest else ""


def _follow(one: Fact, two: Fact) -> bool:
    return two.block == one.block and two.nth == one.nth + 1


def _predicate(one: Fact, two: Fact, language: Language) -> str:
    """The predicate of `two`, if it has the subject of `one`; else empty."""
    if (
        not _follow(one, two)
        or one.origin not in _JOINED
        or one.led
        or two.led
        or one.announced
        or two.half
    ):
        return ""
    if two.announced or two.aside != one.aside:
        return ""
    label = f"{one.label}{language.colon}"
    if one.label and one.text.startswith(label) and two.text.startswith(label):
        return two.text.removeprefix(label)
    subject = subject_of(one.text.removeprefix(label), language)
    if subject and two.text.startswith(f"{subject} "):
        rest = two.text.removeprefix(f"{subject} ")
        return rest if language.find("verb").match(rest) else ""
    goes_on = two.continues and language.colon not in two.text  # a colon follows a label
    return two.text if goes_on and not subject_of(two.text, language) else ""

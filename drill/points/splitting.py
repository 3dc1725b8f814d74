"""Splits a long sentence that holds two facts."""

import re
from collections.abc import Iterator

from drill.points.atoms import Atoms
from drill.points.labels import word_count
from drill.points.languages import Language, compiled, promising
from drill.points.openings import subject_of
from drill.points.other_half import ANNOUNCES, is_denied
from drill.points.shortening import terse
from drill.points.verbs import has_verb
from drill.points.wholeness import is_closed, is_stub, lacks_chinese_main

_LEAST_WORDS = 4
_SECOND_PARTICIPLE = re.compile(r"\b(?:and|or) [a-z]+ing (?!of\b)")  # no verb is known for it
_GERUND = re.compile(  # "giving clothes can be": the participle is the subject
    r"[a-z]+ing (?:(?!that\b|which\b|who\b|what\b|how\b)[^\s,]+ ){1,4}(?:can(?:not)?|could|would|"
    r"should|must|might|is|are|was|were|will|may|has|does) |"
    r"[a-z]+ing (?:the|this|an?) [a-z]+ [a-z]+s (?:the|an?|its|no) "
)
_HALF_A_PAIR = re.compile(r"\b(?:both|between|either)\b(?!.*\b(?:and|or)\b)|, [^\s,]+$")
"""The end of "both buyers" or of "income, interests": what follows is a thing, not a verb."""
_REASON = re.compile(r",? (?:because|since|as|but)\b")
_CLAUSES = re.compile(
    r"[;:] |, (?:so|but|while|whereas|and (?:the|an?|it|they|each|this|all)) |"
    r"\b(?:because|since|when|if|while|so that|which|who)\b"
)
# what "and" goes on with, without a comma: a pair, or a clause inside the sentence
_GOES_ON = re.compile(
    r"\b(?:both|between|either|when(?:ever)?|if|that|because|since|while|until|unless|once|after|before|"
    r"whether|how|why|what|which|who)\b"
)
# "instead of a lock that blocks readers": what a lock does
_OTHER_THING = re.compile(
    r",? (?:instead of|unlike|as opposed to|in contrast to) ((?:the |an? )?[^\s,]+(?: [^\s,]+)"
    r"{0,4}),? (?:that|which) (?=[a-z]+s )"
)
_BRACKET = re.compile(r"\([^()]*\)")
_IN_CLAUSE = re.compile(r" (?:which|who) ")
_HOPELESS = 1.6  # times the limit; rewording alone never makes a longer sentence fit


def halves(sentence: str, atoms: Atoms, language: Language, limit: int) -> list[tuple[str, bool]]:
    """`sentence`, or its parts if it is too long; True marks every part but the first."""
    if atoms.size(sentence) <= limit:
        return [(sentence, False)]
    contrasts = language.find("contrast").search(sentence)
    is_long = atoms.size(sentence) > _HOPELESS * limit
    if not (contrasts or is_long) and atoms.size(terse(sentence, language)) <= limit:
        return [(sentence, False)]
    if other := _OTHER_THING.search(sentence):
        first, second = sentence[: other.start()], f"{other[1]} {sentence[other.end() :]}"
        if all(_may_stand(part, language) for part in (first, second)):
            return _halves_of(halves(first, atoms, language, limit), second, atoms, language, limit)
    for first, second in _joined_clauses(sentence, language):
        if _may_stand(first, language) and _stands(second, language):
            return _halves_of([(first, False)], second, atoms, language, limit)
    return _predicates(sentence, language, limit)


def _halves_of(
    parts: list[tuple[str, bool]], rest: str, atoms: Atoms, language: Language, limit: int
) -> list[tuple[str, bool]]:
    """`parts`, and those of the `rest` of the sentence."""
    return [*parts, *((part, True) for part, _ in halves(rest, atoms, language, limit))]


def _joined_clauses(sentence: str, language: Language) -> Iterator[tuple[str, str]]:
    """Where `sentence` may be two: the text before each joint, and after it, with verbs."""
    splits = language.splits or (r";\s+", "；")
    for at in promising(splits, sentence):
        for joint in compiled(splits[at]).finditer(sentence):
            first, second = sentence[: joint.start()], sentence[joint.end() :]
            told = _finite(second, language)
            if told != second and not _has_one_subject(first, language):
                continue  # whose participle is it?
            if not _needs_rest(first, joint[0], sentence[joint.start() :], language):
                yield _finite(first, language), told


def _needs_rest(first: str, joint: str, rest: str, language: Language) -> bool:
    """Whether `first` says nothing without `rest`, which begins with `joint`."""
    if _opens_list(first, language) or is_denied(first, rest):
        return True
    if " and" in joint and _is_list(first, language):
        return True
    if joint.startswith(" and"):
        return _GOES_ON.search(first) is not None
    if joint[0] in ":：":
        return ANNOUNCES.search(first) is not None
    return _REASON.match(joint) is not None and is_stub(first)  # "It is useful because …"


def _predicates(sentence: str, language: Language, limit: int) -> list[tuple[str, bool]]:
    """The two facts of one subject with two verbs ("A caches X and drops Y"), if there are two."""
    pronoun = language.find("pronoun").match(sentence)
    subject = pronoun[0] if pronoun else subject_of(sentence, language)
    if not subject or not sentence.startswith(f"{subject} "):
        return [(sentence, False)]
    modal = language.find("modal").match(sentence, len(subject) + 1)
    if modal:
        subject = f"{subject} {modal[0].strip()}"
    pattern = language.find("second_infinitive" if modal else "second_verb")
    for joint in pattern.finditer(sentence[: 2 * limit]):
        first, second = sentence[: joint.start()], sentence[joint.end() :]
        is_open = (
            first.count("(") != first.count(")")
            or _opens_list(first, language)
            or _HALF_A_PAIR.search(first)
            or language.find("verb").fullmatch(first.rsplit(" ", 1)[-1])  # "creates and manages"
        )
        if not is_open and min(word_count(first), word_count(second)) >= _LEAST_WORDS:
            return [(first, False), (f"{subject} {second}", True)]
    return [(sentence, False)]


def _finite(clause: str, language: Language) -> str:
    """`clause` with a verb for its first participle: "improves" for "improving"."""
    if _SECOND_PARTICIPLE.search(clause) or _GERUND.match(clause):
        return clause
    for participle, verb in language.participles:
        clause = compiled(participle).sub(verb, clause, count=1)
    return clause


def _has_one_subject(clause: str, language: Language) -> bool:
    """Whether `clause` has one subject, or none that it says: "Waits for a lock"."""
    told = language.find("pronoun").match(clause) or language.find("bare_verb").match(clause)
    return not _CLAUSES.search(clause) and bool(told or subject_of(clause, language))


def _opens_list(first: str, language: Language) -> bool:
    """Whether `first` has started an enumeration that the rest continues."""
    first = _BRACKET.sub("", first)
    if ":" in first or "：" in first:
        return True
    return any(compiled(pattern).search(first) for pattern, _ in language.tails[:2])


def _is_list(first: str, language: Language) -> bool:
    """Whether the end of `first` is a name in a series ("to protect the sea, the coast")."""
    _, comma, last = _BRACKET.sub("", first).rpartition(", ")
    return bool(comma) and not language.find("verb").search(f" {last}")


def _may_stand(part: str, language: Language) -> bool:
    """Whether `part` can stand as a sentence, with a verb that is at least likely."""
    likely = bool(subject_of(part, language)) and has_verb(part, language)
    return _is_clause(part, language) and (likely or _stands(part, language))


def _stands(part: str, language: Language) -> bool:
    """Whether `part` can stand as a sentence, with a verb that is certain to be one."""
    verb = language.find("verb")
    certain = verb.pattern == r"(?!)" or verb.search(part) is not None
    return certain and _is_clause(part, language)


def _is_clause(part: str, language: Language) -> bool:
    """Whether `part` is long and closed, and no condition or relative clause, whatever its verb."""
    if word_count(part) < _LEAST_WORDS or not is_closed(part):
        return False
    if language.find("condition").match(part) and not re.search("[,，]", part):
        return False
    if language.code == "zh" and lacks_chinese_main(part, language):
        return False
    if language.find("dangling").fullmatch(part.rsplit(" ", 1)[-1]):
        return False
    verb = language.find("verb")
    first = verb.search(part)
    # "the server which gives an answer"
    return not (
        first
        and _IN_CLAUSE.search(part, 0, first.start() + 1)
        and not verb.search(part, first.end())
    )

"""Splits a long sentence that holds two facts."""

import re

from drill.points.atoms import Atoms
from drill.points.labels import word_count
from drill.points.languages import Language, compiled, promising
from drill.points.openings import subject_of
from drill.points.other_half import ANNOUNCES, is_denied
from drill.points.shortening import terse
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
    splits = language.splits or (r";\s+", "；")
    for at in promising(splits, sentence):
        for joint in compiled(splits[at]).finditer(sentence):
            first, second = sentence[: joint.start()], sentence[joint.end() :]
            if _opens_list(first, language) or (" and" in joint[0] and _is_list(first, language)):
                continue
            if joint[0][0] in ":：" and ANNOUNCES.search(first):
                continue
            if is_denied(first, sentence[joint.start() :]):
                continue
            if _REASON.match(joint[0]) and is_stub(first):
                continue  # "It is useful because …"
            told = _finite(second, language)
            if told != second and not _has_one_subject(first, language):
                continue  # whose participle is it?
            first, second = _finite(first, language), told
            if _stands(first, language) and _stands(second, language):
                return [
                    (first, False),
                    *((part, True) for part, _ in halves(second, atoms, language, limit)),
                ]
    return _predicates(sentence, language, limit)


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
    first = re.sub(r"\([^()]*\)", "", first)
    if ":" in first or "：" in first:
        return True
    return any(compiled(pattern).search(first) for pattern, _ in language.tails[:2])


def _is_list(first: str, language: Language) -> bool:
    """Whether the end of `first` is a name in a series ("to protect the sea, the coast")."""
    _, comma, last = first.rpartition(", ")
    return bool(comma) and not language.find("verb").search(f" {last}")


def _stands(part: str, language: Language) -> bool:
    """Whether `part` can stand as a sentence."""
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
    if (
        first
        and _IN_CLAUSE.search(part, 0, first.start() + 1)
        and not verb.search(part, first.end())
    ):
        return False  # "the server which gives an answer"
    return verb.pattern == r"(?!)" or first is not None

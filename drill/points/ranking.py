"""Chooses the facts that become points."""

import math
import re
from collections import Counter
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from drill.points.atoms import ATOM
from drill.points.facts import Fact, Origin
from drill.points.labels import LABEL
from drill.points.languages import Language
from drill.points.openings import points_outside, subject_of
from drill.points.verbs import has_verb

MOST = 9
"""The most points of a question."""
_PER_ROOT = 2.6  # points per square root of facts: people take all of a few, but not of many
_ONLY_CODE = re.compile(rf"(?:{ATOM}|\W)+")
# What a fact adds to the number of points: people join what belongs together.
_ITEM_COUNTS = 1.2
_SENTENCE_COUNTS = 1.0
_MORE_COUNTS = 0.6  # it builds on the sentence before
_LATER_COUNTS = 0.4  # a later sentence of an item explains the first
_HALF_COUNTS = 0.3  # the other half is in the same sentence
_LED_COUNTS = 0.3  # it starts with an unresolved pronoun
_NEGATION = re.compile(
    r"\b(?:not|no|never|without|cannot|nicht|kein\w*|ohne|нет|не|без|sin|nunca|não|sem|ne|sans)\b|"
    r"n['’]t\b|[不没无]",
    re.IGNORECASE,
)
_SAME = 0.85  # of the content words; a candidate that shares more repeats a taken point
_LEAST_CONTENT = 3  # words of a sentence; most shorter ones are titles, remarks or chat
_LEAST_OF_A_PHRASE = 4  # words of a sentence without a verb
_LEAST_NEWS = 2  # of these beyond the question; a sentence with fewer only repeats it

# What counts for a fact or against it, on a scale where being an item counts 1.
_ITEM, _FIRST_SENTENCE, _SENTENCE = 1.0, 0.9, 0.5
_OPENS_ANSWER, _OPENS_SECTION, _ON_TOPIC = 0.4, 0.2, 0.3
_NEWS, _NEWS_WORDS = 0.4, 5  # for this many words beyond the question, and less for fewer
_LED, _LATER_IN_ITEM, _ANNOUNCED, _ASIDE, _LOST = 0.8, 0.5, 0.35, 0.3, 0.25
_OUTSIDE, _CONTINUES, _HALF = 0.2, 0.2, 0.25
_EACH_BLOCK_LATER = 0.01
_TOLD = 0.1  # for each point taken from the same section: every section deserves one


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact as a short text.

    `lost` is the share of its content that shortening cost; `content` holds its words; `section`
    is the place of its heading.
    """

    fact: Fact
    text: str
    lost: float
    content: frozenset[str]
    section: int | None


def wanted(candidates: list[Candidate]) -> int:
    """The number of points for an answer with these candidates."""
    return min(
        MOST, round(_PER_ROOT * math.sqrt(sum(_counts(candidate.fact) for candidate in candidates)))
    )


def _counts(fact: Fact) -> float:
    if fact.nth and fact.origin is Origin.ITEM:
        return _LATER_COUNTS
    if fact.led:
        return _LED_COUNTS
    if fact.half:
        return _HALF_COUNTS
    if fact.continues or fact.announced:
        return _MORE_COUNTS
    return _SENTENCE_COUNTS if fact.origin is Origin.SENTENCE else _ITEM_COUNTS


def best(
    candidates: list[Candidate], count: int, topic: frozenset[str], language: Language
) -> list[Candidate]:
    """The `count` best candidates, best first, without repetitions.

    `topic` holds the stems of the question; a candidate that only repeats it is left out.
    """
    scores = _scores(candidates, topic)
    left = [
        (-scores[at], at)
        for at, one in enumerate(candidates)
        if _says_something(one, topic, language)
    ]
    heapify(left)  # the smallest first
    taken: list[Candidate] = []
    told: Counter[int | None] = Counter()
    while left and len(taken) < count:
        score, at = heappop(left)
        candidate = candidates[at]
        now = _TOLD * told[candidate.section] - scores[at]
        if now > score:
            heappush(left, (now, at))
        elif not any(_alike(candidate, one) for one in taken):
            taken.append(candidate)
            told[candidate.section] += 1
    return taken


def _alike(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates say the same: most words of one, and no name or number differs."""
    names = one.fact.label, other.fact.label
    are_rows = one.fact.origin is other.fact.origin is Origin.ROW
    if are_rows or (all(names) and len(set(names)) > 1):
        return False
    fewest = min(len(one.content), len(other.content))
    return (
        len(one.content & other.content) > _SAME * fewest
        and _numbers(one) == _numbers(other)
        and bool(_NEGATION.search(one.text)) == bool(_NEGATION.search(other.text))
    )


def _numbers(candidate: Candidate) -> set[str]:
    return {word for word in candidate.content if any(map(str.isdigit, word))}


def _says_something(candidate: Candidate, topic: frozenset[str], language: Language) -> bool:
    is_code = _ONLY_CODE.fullmatch(candidate.fact.text) and "=" not in candidate.text
    if is_code and (candidate.fact.nth or candidate.fact.origin is Origin.SENTENCE):
        return False
    if candidate.fact.origin is not Origin.SENTENCE or "=" in candidate.text:
        return not candidate.content <= topic
    news = candidate.content - topic
    if news and _answers(candidate, topic, language):
        return True
    if len(news) < _LEAST_NEWS:
        return False
    tells = LABEL.match(candidate.text) or has_verb(f" {candidate.text}", language)
    return len(candidate.content) >= (_LEAST_CONTENT if tells else _LEAST_OF_A_PHRASE)


def _answers(candidate: Candidate, topic: frozenset[str], language: Language) -> bool:
    """Whether it states something of what the question asks for: "Abstract types have none"."""
    is_on_topic = not candidate.content.isdisjoint(topic)
    has_verb_of_its_own = language.find("verb").search(candidate.text) is not None
    return is_on_topic and has_verb_of_its_own and bool(subject_of(candidate.text, language))


def _scores(candidates: list[Candidate], topic: frozenset[str]) -> list[float]:
    scores = []
    sections: set[int | None] = set()
    for at, candidate in enumerate(candidates):
        score = _score(candidate, topic) + _OPENS_ANSWER * (at == 0)
        scores.append(score + _OPENS_SECTION * (candidate.section not in sections))
        sections.add(candidate.section)
    return scores


def _score(candidate: Candidate, topic: frozenset[str]) -> float:
    fact = candidate.fact
    if fact.origin is Origin.SENTENCE:
        score = _SENTENCE if fact.nth else _FIRST_SENTENCE
    else:
        score = _ITEM - _LATER_IN_ITEM * (fact.nth > 0)
    score += _ON_TOPIC * len(topic & candidate.content) / max(1, len(topic))
    score += _NEWS * min(1.0, len(candidate.content - topic) / _NEWS_WORDS)
    score -= _LED * fact.led + _CONTINUES * fact.continues + _ANNOUNCED * fact.announced
    score -= _HALF * fact.half + _ASIDE * fact.aside + _LOST * min(1.0, candidate.lost)
    score -= _OUTSIDE * points_outside(candidate.text)
    return score - _EACH_BLOCK_LATER * fact.block

"""Which facts become points, and how many."""

import math
from collections import Counter
from dataclasses import dataclass

from drill.points.content import overlap
from drill.points.facts import Fact, Origin
from drill.points.openings import points_outside

MOST = 9
"""The most points of a question."""
_PER_ROOT = 2.6  # points per square root of facts: people take all of a few, some of many
# What a fact adds to how many points there are: people put together what belongs together.
_ITEM_COUNTS = 1.2
_SENTENCE_COUNTS = 1.0
_MORE_COUNTS = 0.6  # it goes on with the sentence before
_LATER_COUNTS = 0.4  # a later sentence of an item explains the first
_HALF_COUNTS = 0.3  # one sentence said it with the other half
_LED_COUNTS = 0.3  # it begins with a pronoun that stands for nothing
_SAME = 0.75  # of the content words; with more of a taken point it says the same
_LEAST_CONTENT = 2  # words; a sentence of fewer says nothing

# What speaks for a fact, and against it, against 1 for being an item.
_ITEM, _FIRST_SENTENCE, _SENTENCE = 1.0, 0.8, 0.5
_OPENS_ANSWER, _OPENS_SECTION, _LABELLED, _ON_TOPIC = 0.4, 0.2, 0.15, 0.3
_LED, _LATER_IN_ITEM, _ANNOUNCED, _ASIDE, _LOST = 0.8, 0.5, 0.35, 0.3, 0.25
_OUTSIDE, _CONTINUES, _HALF = 0.2, 0.2, 0.15
_EACH_BLOCK_LATER = 0.01
_TOLD = 0.1  # for each point that its section has already: every section is worth one


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact as a short text.

    `lost` is the share of its content that shortening cost; `content` are its words, `section` is
    the place of its heading.
    """

    fact: Fact
    text: str
    lost: float
    content: frozenset[str]
    section: int | None


def wanted(candidates: list[Candidate]) -> int:
    """How many points an answer with these candidates has."""
    return min(MOST, round(_PER_ROOT * math.sqrt(sum(_counts(each.fact) for each in candidates))))


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


def best(candidates: list[Candidate], count: int, topic: frozenset[str]) -> list[Candidate]:
    """The `count` best candidates, best first, none saying what a better one says.

    `topic` are the stems of the question: what only repeats it is no point.
    """
    scores = _scores(candidates, topic)
    left = [at for at, each in enumerate(candidates) if _says_something(each, topic)]
    taken: list[Candidate] = []
    told: Counter[int | None] = Counter()
    while left and len(taken) < count:
        at = max(left, key=lambda at: (scores[at] - _TOLD * told[candidates[at].section], -at))
        left.remove(at)
        candidate = candidates[at]
        if not any(_alike(candidate, one) for one in taken):
            taken.append(candidate)
            told[candidate.section] += 1
    return taken


def _alike(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates say the same: most words of one, and no number that differs."""
    if _numbers(one) != _numbers(other):
        return False
    return max(overlap(one.content, other.content), overlap(other.content, one.content)) > _SAME


def _numbers(candidate: Candidate) -> set[str]:
    return {word for word in candidate.content if any(map(str.isdigit, word))}


def _says_something(candidate: Candidate, topic: frozenset[str]) -> bool:
    is_bare = len(candidate.content) < _LEAST_CONTENT and "=" not in candidate.text
    is_bare = is_bare and candidate.fact.origin is Origin.SENTENCE
    return not is_bare and not candidate.content <= topic


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
    score += _LABELLED * bool(fact.label) + _ON_TOPIC * overlap(topic, candidate.content)
    score -= _LED * fact.led + _CONTINUES * fact.continues + _ANNOUNCED * fact.announced
    score -= _HALF * fact.half + _ASIDE * fact.aside + _LOST * min(1.0, candidate.lost)
    score -= _OUTSIDE * points_outside(candidate.text)
    return score - _EACH_BLOCK_LATER * fact.block

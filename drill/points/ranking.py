"""Which facts become points, and how many."""

import math
from dataclasses import dataclass

from drill.points.content import overlap
from drill.points.facts import Fact, Origin
from drill.points.languages import Language
from drill.points.openings import points_outside

MOST = 9
_PER_ROOT = 2.3  # points per square root of facts: people take all of a few, some of many
_ITEM_COUNTS = 1.2  # an item is more of a fact than a sentence is
_LATER_COUNTS = 0.4  # of a fact; a later sentence of an item explains the first
_MORE_COUNTS = 0.6
_SAME = 0.75  # of the content words; more and two points say the same
_LEAST_CONTENT = 2

_ITEM, _JOINED, _FIRST, _LATER = 1.0, 1.0, 0.8, 0.5
_OPENS_ANSWER, _LABELLED, _ON_TOPIC = 0.4, 0.15, 0.3
_LATER_IN_ITEM, _LED, _ANNOUNCED, _HALF, _ASIDE, _LOST = 0.5, 0.45, 0.35, 0.15, 0.3, 0.25
_OUTSIDE, _OPENS_SECTION, _CONTINUES = 0.2, 0.2, 0.2
_EACH_BLOCK_LATER = 0.01


@dataclass(frozen=True, slots=True)
class Candidate:
    """A fact as a short text; `lost` is the share of its content that shortening cost."""

    fact: Fact
    text: str
    lost: float
    content: frozenset[str]
    section: int | None


def wanted(facts: list[Fact]) -> int:
    """How many points an answer with these facts has."""
    size: float = sum(map(_counts, facts))
    return min(MOST, round(_PER_ROOT * math.sqrt(size)))


def _counts(fact: Fact) -> float:
    """What `fact` adds to an answer: people put together what goes on with what was said."""
    if fact.nth and fact.origin is Origin.ITEM:
        return _LATER_COUNTS
    if fact.continues or fact.announced or fact.half:
        return _MORE_COUNTS
    return 1.0 if fact.origin is Origin.SENTENCE else _ITEM_COUNTS


def best(
    candidates: list[Candidate], count: int, topic: list[str], language: Language
) -> list[Candidate]:
    """The `count` best candidates, best first, none saying what a better one says."""
    first = min((candidate.fact.at for candidate in candidates), default=0)
    openings: set[int] = set()
    for section in {candidate.section for candidate in candidates}:
        openings.add(min(each.fact.at for each in candidates if each.section == section))
    ranked = sorted(
        candidates, key=lambda each: (-_score(each, first, openings, topic), each.fact.at)
    )
    taken: list[Candidate] = []
    seen: list[frozenset[str]] = []
    for candidate in ranked:
        content = candidate.content
        if content <= frozenset(topic):
            continue
        if len(content) < _LEAST_CONTENT and candidate.fact.origin is Origin.SENTENCE:
            continue
        if any(
            overlap(content, other) > _SAME or overlap(other, content) > _SAME for other in seen
        ):
            continue
        taken.append(candidate)
        seen.append(content)
        if len(taken) == count:
            break
    return taken


def _score(candidate: Candidate, first: int, openings: set[int], topic: list[str]) -> float:
    fact = candidate.fact
    is_item = fact.origin in {Origin.ITEM, Origin.ROW}
    score = {Origin.ITEM: _ITEM, Origin.ROW: _ITEM, Origin.JOINED: _JOINED}.get(fact.origin, 0.0)
    if fact.origin is Origin.SENTENCE:
        score = _FIRST if fact.nth == 0 else _LATER
    score += _OPENS_ANSWER * (fact.at == first) + _LABELLED * bool(fact.label)
    score += _OPENS_SECTION * (fact.at in openings)
    score += _ON_TOPIC * overlap(set(topic), candidate.content)
    score -= _LATER_IN_ITEM * (is_item and fact.nth > 0) + _LED * fact.led + _HALF * fact.half
    score -= _ANNOUNCED * fact.announced + _ASIDE * fact.aside + _LOST * min(1.0, candidate.lost)
    score -= _CONTINUES * fact.continues
    score -= _OUTSIDE * points_outside(candidate.text)
    return score - _EACH_BLOCK_LATER * fact.block

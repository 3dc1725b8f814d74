"""A long sentence as a short one: the least harmful cut that leaves the grammar whole."""

import re
from dataclasses import dataclass
from functools import lru_cache

from drill.points.atoms import Atoms
from drill.points.cuts import BRACKET_COST, Cut, combinations_of_cuts
from drill.points.languages import Language
from drill.points.weights import Weights
from drill.points.wholeness import is_whole

LIMIT = 90
"""The most columns of a point."""
_MOST_LOST = 0.62  # of the content; a sentence that loses more says something else
_MOST_CLAUSES_LOST = 0.6  # the same if only clauses after a comma were cut
_MOST_OF_A_CLAUSE_LOST = 0.7  # the same if the cut is inside a clause: the rest is too general
_MOST_COST = 0.9  # of the content, weighed by the cuts; beyond it the sense is gone
_ARTICLES_COST = 0.07  # of the content: the cost of dropping articles
_ENOUGH_LEFT = 5  # content words; a text that keeps these still says something
_SLACK = 3  # columns of punctuation that a cut takes with it
_RECENT = 256  # texts of one answer, which several rules look at
_LONGEST = 600  # columns; a longer sentence loses its sense with any cut
_WORD_FIRST = re.compile(r"[^\W\d_]+(?:[ ,:'’-]|$)")
_STOPS = frozenset(",.;:!?")
_LOOSE_STOP = re.compile(r" ([,.;:!?])(?= |$)")
# where a clause or another verb begins
_CLAUSE_JOINT = re.compile(r"\s?[,，;；:：。—–-]| (?:and|y|e|и|und|et|but|because|so|without) ")
_LOOSE_MARK = re.compile(r" ([,;:]|\.(?!\w))")
_TAIL_PUNCTUATION = " \\\t\n,;:，；：、.。…!！—–→-"


@dataclass(frozen=True, slots=True)
class Short:
    """A text that fits, and the share of the content that it lost."""

    text: str
    lost: float


def shorten(
    text: str, topic: frozenset[str], atoms: Atoms, language: Language, limit: int = LIMIT
) -> Short | None:
    """`text` in at most `limit` columns; None if no cut keeps its grammar and its sense."""
    text = trimmed(text)
    if atoms.size(text) <= limit:
        return Short(text, 0.0)
    if atoms.size(text) > _LONGEST:
        return None
    text = _upper(language.concise(text))
    if atoms.size(text) <= limit:
        return Short(text, 0.0)
    return _least_harm(text, Weights(topic, atoms, language), atoms, language, limit)


def terse(text: str, language: Language) -> str:
    """`text` in the fewest words with the same content."""
    return _without_articles(language.concise(trimmed(text)), language)


@lru_cache(_RECENT)
def _without_articles(text: str, language: Language) -> str:
    return _upper(language.find("terse").sub("", text))


def _tersest(text: str, language: Language) -> str:
    """`text` without articles, and without the nouns that code does without."""
    return _upper(language.find("generic").sub("", _without_articles(text, language)))


def _least_harm(
    text: str, weights: Weights, atoms: Atoms, language: Language, limit: int
) -> Short | None:
    size = atoms.size(text)
    articles = size - atoms.size(_tersest(text, language))
    whole = weights.of(text) or 1.0
    harms: dict[Cut, tuple[float, int]] = {}
    tried: list[tuple[float, tuple[Cut, ...]]] = [(_ARTICLES_COST * whole, ())]
    for cuts in combinations_of_cuts(text, weights, language, limit + articles):
        for cut in cuts:
            if cut not in harms:
                part = text[cut.start : cut.end]
                harms[cut] = weights.of(part), atoms.size(part) - len(cut.instead)
        left = size - sum(harms[cut][1] for cut in cuts) - _SLACK
        if left - articles <= limit:
            cost = sum(harms[cut][0] * cut.cost for cut in cuts)
            tried.append((cost + _ARTICLES_COST * whole * (left > limit), cuts))
    for cost, cuts in sorted(tried, key=lambda trial: trial[0]):
        if cost > _MOST_COST * whole:
            return None
        short = _without(text, cuts)
        for fewer in (_without_articles, _tersest):
            if atoms.size(short) > limit:
                short = fewer(short, language)
        clauses = all(text[cut.start] in ",，;；" or cut.cost <= BRACKET_COST for cut in cuts)
        main = sum(harms[cut][0] for cut in cuts if cut.cost > BRACKET_COST)
        most = _MOST_CLAUSES_LOST if clauses else _MOST_LOST
        if main > most * whole and weights.count(short) < _ENOUGH_LEFT:
            continue
        if cuts and main > _MOST_OF_A_CLAUSE_LOST * whole and _is_inside_clause(text, cuts[-1]):
            continue
        if atoms.size(short) <= limit and (not cuts or is_whole(text, short, cuts, language)):
            return Short(short, cost / whole)
    return None


def _is_inside_clause(text: str, cut: Cut) -> bool:
    """Whether `cut` takes the end of a clause: "stores messages [that cannot be processed]"."""
    return cut.end == len(text) and not cut.instead and _CLAUSE_JOINT.match(text, cut.start) is None


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:] if _WORD_FIRST.match(text) else text


@lru_cache(_RECENT)
def trimmed(text: str) -> str:
    """`text` on one line, without the punctuation that ends a sentence."""
    parts = text.split()
    text = " ".join(parts)
    if not _STOPS.isdisjoint(parts):
        text = _LOOSE_STOP.sub(r"\1", text)
    text = text.rstrip(_TAIL_PUNCTUATION)
    if text.endswith("etc"):
        text += "."
    return text


def _without(text: str, cuts: tuple[Cut, ...]) -> str:
    for cut in reversed(cuts):
        text = text[: cut.start] + cut.instead + text[cut.end :]
    text = trimmed(_LOOSE_MARK.sub(r"\1", " ".join(text.split())))
    return _upper(text)

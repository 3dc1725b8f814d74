"""A long sentence as a short one: the least harmful cut that leaves the grammar whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from drill.points.atoms import ATOM, Atoms
from drill.points.content import overlap, stems
from drill.points.languages import Language, compiled

LIMIT = 90
"""The most columns of a point."""
_MOST_LOST = 0.62  # of the content; a sentence that loses more says something else
_LITTLE_LOST = 0.3  # of the content; a cut that costs less is better than dropping the articles
_ARTICLES_COST = 0.15  # of the content that a cut would lose instead
_ENOUGH_LEFT = 5  # content words; what keeps so many says something whatever it lost
_KNOWN = 0.4  # what a word of the question costs, against 1 for another
_PRECIOUS = 1.6  # what code or a number costs
_BRACKET_COST = 0.4  # what stands in brackets is an aside
_SPANS = 8  # inner cuts that are tried together
_ENDS = 14
_BRACKET = re.compile(r"(?:(?<![=*+/<>-])\s\(|（|\s?\[)[^()（）\[\]]*[)）\]](?!\s?[=*/+^])")
_RELATIVE = re.compile(
    r", (?:which|who|where|also called|also known as|sometimes called|or|i\.e\.|e\.g\.|such as|like|including|котор\w+|"
    r"то есть|например|que|también llamad[oa]s?|der|die|das|auch) [^,()]{3,90},(?= )|\s?[—–][^—–,;]{3,90}[—–](?=\s?\w)",
    re.IGNORECASE,
)
_CJK = re.compile("[㐀-䶿一-鿿]")
_PHRASE = re.compile(
    r"(?:(?:the|a|an|el|la|los|las|un|una) )?[^\W\d_]+(?: [^\W\d_]+)?(?=[ ,.;]|$)", re.IGNORECASE
)
_NAME = rf"(?:[^\s,，、;；:：.()]+|{ATOM}s?)(?: [^\s,，、;；:：.()]+){{0,3}}"
_ENUMERATION = re.compile(
    rf"{_NAME}(?:[,，、] ?{_NAME}){{2,}}(?:,? (?:and|or|y|o|e|ou|и|или|und|oder) {_NAME}|[和与或及以及]{_NAME})?[.。]?$",
    re.IGNORECASE,
)
_NOMINAL = re.compile(r" (?:an?|the|un|una|el|la)$", re.IGNORECASE)
_STUB_WORDS = 5  # "a token is a string": so short a definition says nothing
_NAME_WORDS = 4  # a longer part of an enumeration is a clause
_EQUATIONS = re.compile(r"([^=,]+ = [^=,]+) = (?!.* and )")
_UNKNOWN_MOST = 1  # words of a subject that the question does not have
_RESTATED = 0.5  # of a condition's words that the question has: then it goes without saying
_SHORTEST = 8  # characters of a sentence
_ADVERB = re.compile(r"^(?:\w+[ ,]){1,3}(?<=,) ")
_LABEL = re.compile(r"[^:：,.;]{1,45}[:：] ?(?=\S)")
_DETERMINED = re.compile(
    r"(?:each|every|any|some|all|no|other|both|cada|todo|toda|alg)\b", re.IGNORECASE
)
_CLAUSE_IN_LIST = re.compile(
    r"(?:^|, )(?:so|but|which|because|when|if|for example|for instance|while|as|that|где|что|чтобы|если|но|que|si|pero)\b|其中|因此|所以|但",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(
    r",? (?:and|or|и|или|y|o|e|ou|und|oder)\b|，?(?:和|与|及|或)", re.IGNORECASE
)
_VERB_PAIR = re.compile(
    r"\b(?:to|can|will|must|should|may|could|would|cannot|not) \w+$", re.IGNORECASE
)
_ONLY = re.compile(
    r"\b(?:only|just|solely|только|лишь|solo|sólo|nur|só|apenas)(?: \S+){0,2}$|[只仅][^，]{0,4}$",
    re.IGNORECASE,
)
_TAIL_PUNCTUATION = " \t\n,;:，；：、.。…!！—–-"
_CORRELATIVE = re.compile(
    r"\b(?:not only|not just|both|either|neither|between|from|whether|more|less|rather|as \w+|so \w+ that|"
    r"не только|как|nicht nur|sowohl|entweder|no solo|no sólo|tanto|não só|não apenas)\b|不仅|不但|不只|既",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    r"\b(?:but|and|or|than|to|as|that|но|и|так|sondern|als|oder|sino|como|y|mas|e)\b|而且|也|还|又",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:is|are|es|son|é|são|ist|sind|это)(?: (?:a|an|the|un|una|el|la|um|uma|ein|eine))?(?: [\w-]+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Short:
    """A text that fits, and the share of the content that it lost."""

    text: str
    lost: float


@dataclass(frozen=True, slots=True)
class _Cut:
    start: int
    end: int
    cost: float
    instead: str = ""


def shorten(
    text: str, topic: frozenset[str], atoms: Atoms, language: Language, limit: int = LIMIT
) -> Short | None:
    """`text` in at most `limit` columns, or None where no cut keeps its grammar and its sense."""
    text = trimmed(text)
    if atoms.size(text) <= limit:
        return Short(text, 0.0)
    for wordy, concise in language.rewrites:
        text = compiled(wordy).sub(concise, text)
    text = _upper(text)
    if atoms.size(text) <= limit:
        return Short(text, 0.0)
    weights = _Weights(topic, atoms, language)
    short = _least_harm(text, weights, atoms, language, limit)
    if short and short.lost <= _LITTLE_LOST:
        return short
    terse = _upper(language.find("terse").sub("", text))
    note = _least_harm(terse, weights, atoms, language, limit) if terse != text else None
    if note and (not short or short.lost - note.lost > _ARTICLES_COST):
        return note
    return short


def _least_harm(
    text: str, weights: "_Weights", atoms: Atoms, language: Language, limit: int
) -> Short | None:
    if atoms.size(text) <= limit:
        return Short(text, 0.0)
    whole = weights.of(text) or 1.0
    best: tuple[float, str] | None = None
    for cuts in _combinations(text, weights, language):
        lost = [weights.of(text[cut.start : cut.end]) for cut in cuts]
        cost = sum(each * cut.cost for each, cut in zip(lost, cuts, strict=True))
        main = sum(each for each, cut in zip(lost, cuts, strict=True) if cut.cost > _BRACKET_COST)
        if best and cost >= best[0]:
            continue
        short = _without(text, cuts)
        if main > _MOST_LOST * whole and weights.count(short) < _ENOUGH_LEFT:
            continue
        if atoms.size(short) <= limit and _is_whole(text, short, cuts, language):
            best = cost, short
    return Short(best[1], best[0] / whole) if best else None


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:] if re.match(r"[^\W\d_]+(?:[ ,]|$)", text) else text


def trimmed(text: str) -> str:
    """`text` on one line, without the punctuation that ends a sentence."""
    text = " ".join(text.split())
    text = re.sub(r"\s+([,.;:!?])(?=\s|$)", r"\1", text)
    while text and text[-1] in _TAIL_PUNCTUATION:
        text = text[:-1]
    if text.endswith("etc"):
        text += "."
    return text


@dataclass(frozen=True, slots=True)
class _Weights:
    topic: frozenset[str]
    atoms: Atoms
    language: Language

    def of(self, text: str) -> float:
        total = 0.0
        for stem in stems(text, self.language):
            known = stem in self.topic
            total += _KNOWN if known else _PRECIOUS if stem.isdigit() else 1.0
        for atom in re.findall(ATOM, text):
            total += _KNOWN if self.knows(atom) else _PRECIOUS
        return total

    def count(self, text: str) -> int:
        """How many content words and masked pieces `text` has."""
        return len(stems(text, self.language)) + len(re.findall(ATOM, text))

    def share_known(self, text: str) -> float:
        """The share of the content of `text` that the question has."""
        return overlap(stems(self.atoms.restore(text), self.language), self.topic)

    def knows(self, text: str) -> bool:
        """Whether the question has all content words of `text`, of which there are some."""
        content = stems(self.atoms.restore(text), self.language)
        return bool(content) and all(stem in self.topic for stem in content)


def _combinations(text: str, weights: _Weights, language: Language) -> Iterator[tuple[_Cut, ...]]:
    """Up to three inner cuts with at most one end, the ends by how far to the left they cut."""
    inner = [*_leading(text, weights, language), *_inner(text, weights, language)][:_SPANS]
    ends = [*_ends(text, weights, language), *_enumerations(text, language)][:_ENDS]
    for count in range(min(3, len(inner)) + 1):
        for some in combinations(inner, count):
            if any(one.end > other.start for one, other in zip(some, some[1:], strict=False)):
                continue
            if some:
                yield some
            for end in ends:
                if not some or some[-1].end <= end.start:
                    yield (*some, end)


def _inner(text: str, weights: _Weights, language: Language) -> list[_Cut]:
    cuts = [_Cut(found.start(), found.end(), _BRACKET_COST) for found in _BRACKET.finditer(text)]
    cuts += [
        _Cut(found.start(), found.end(), 0.9, "" if found[0][-1] == "," else " ")
        for found in _RELATIVE.finditer(text)
    ]
    for phrase in language.find("preposition").finditer(text):
        words = _PHRASE.match(text, phrase.end())
        if words and weights.knows(words[0]) and _ends_phrase(text[words.end() :], language):
            before = re.split(r"[\s,]", text[: phrase.start()])[-1]
            if not language.find("needy").fullmatch(before):
                cuts.append(_Cut(phrase.start(), words.end(), 1.0))
    purpose = language.find("purpose").match(text)
    if purpose:
        cuts.append(_Cut(purpose.start(1), purpose.end(1), 1.3))
    return sorted(cuts, key=lambda cut: cut.start)


def _ends_phrase(behind: str, language: Language) -> bool:
    """Whether what stands behind a noun phrase is no part of it."""
    following = behind.lstrip(" ")
    return (
        not following
        or following[0] in ",.;"
        or language.find("verb").match(following) is not None
        or language.find("preposition").match(behind) is not None
    )


def _leading(text: str, weights: _Weights, language: Language) -> list[_Cut]:
    """The clause that leads in, if it gives the background or says the question again; a subject
    that the question names.
    """
    cuts = []
    label = _LABEL.match(text)
    start = label.end() if label else 0
    restated = language.find("restating").match(text, start)
    if restated and weights.knows(restated[0]):
        cuts.append(_Cut(start, restated.end(), 0.7))
    comma = re.compile(r"[,，]\s*").search(text, start)
    if comma and comma.end() - start < (len(text) - start) * 0.7:
        clause = text[start : comma.start()]
        if language.find("background").match(clause) or weights.knows(clause):
            cuts.append(_Cut(start, comma.end(), 1.0))
    subject = _known_subject(text, weights, language)
    if subject and not cuts:
        cuts.append(_Cut(0, subject, 0.7))
    return cuts


def _known_subject(text: str, weights: _Weights, language: Language) -> int:
    """Where the predicate begins, if the question names the subject; else 0."""
    named = False
    unknown = 0
    if (
        _DETERMINED.match(text)
        or language.find("condition").match(text)
        or language.find("background").match(text)
    ):
        return 0
    for word in re.finditer(r"\S+\s+", text[:80]):
        is_verb = named and language.find("finite").match(text, word.start()) is not None
        if (
            is_verb
            and not weights.knows(word[0])
            and not language.find("verb").match(text, word.end())
        ):
            copula = language.find("copula").match(text, word.start())
            if not copula:
                return word.start()
            nominal = _NOMINAL.search(copula[0]) or re.match(r" [a-z]+ed\b", text[copula.end() :])
            return copula.end() + 1 if nominal else 0
        content = stems(weights.atoms.restore(word[0]), language)
        named = weights.knows(word[0]) if content else named
        unknown += bool(content) and not named
        if unknown > _UNKNOWN_MOST or word[0].rstrip().endswith((",", ":", ";", ".")):
            return 0
    return 0


def _enumerations(text: str, language: Language) -> list[_Cut]:
    """Cuts that leave two or more of an enumeration's four or more names, and a word for the rest."""
    found = _ENUMERATION.search(text)
    if not found or not language.more or _CLAUSE_IN_LIST.search(found[0]):
        return []
    commas = [found.start() + mark.start() for mark in re.finditer(r"[,，、]", found[0])]
    return (
        [_Cut(at, len(text), 0.8, language.more) for at in reversed(commas[1:])]
        if len(commas) > 2
        else []
    )


def _ends(text: str, weights: _Weights, language: Language) -> list[_Cut]:
    """Cuts to the end of the sentence, the last first."""
    found: dict[int, float] = {}
    for pattern, cost in language.tails:
        for tail in _finditer(pattern, text):
            before = re.split(r"[\s,]", text[: tail.start()])[-1]
            if tail[0][:1] == "," or not language.find("needy").fullmatch(before):
                found[tail.start()] = min(cost, found.get(tail.start(), 9.0))
    for pattern in language.splits:
        for tail in _finditer(pattern, text):
            found.setdefault(tail.start(), 1.0)
    for tail in _finditer(rf",? (?={language.condition})", text):
        if weights.share_known(text[tail.start() :]) >= _RESTATED:
            found.setdefault(tail.start(), 0.9)
    verb = language.find("verb").search(text) or language.find("finite").search(
        text, text.find(" ") + 1
    )
    if verb:
        for phrase in language.find("preposition").finditer(text, verb.end()):
            before = re.split(r"[\s,]", text[: phrase.start()])[-1]
            if not language.find("needy").fullmatch(before):
                found.setdefault(phrase.start(), 1.2)
    for comma in re.finditer(r", (?=(?:[^\s,]+ ){4})", text):
        clause = text[: comma.start()].rsplit(", ", 1)[-1]
        if len(clause.split()) > _NAME_WORDS:
            found.setdefault(comma.start(), 1.3)
    for stop in re.finditer(r"[；؛]|; ", text):
        found.setdefault(stop.start(), 0.9)
    if language.code == "zh":
        for comma in re.finditer("，", text):
            found.setdefault(comma.start(), 1.1)
    chain = _EQUATIONS.match(text)
    if chain:
        found[chain.end(1)] = 0.3
    outside_brackets = [
        at
        for at in found
        if at > _SHORTEST
        and text.count("(", 0, at) == text.count(")", 0, at)
        and text.count("（", 0, at) == text.count("）", 0, at)
    ]
    return [_Cut(at, len(text), found[at]) for at in sorted(outside_brackets, reverse=True)]


def _finditer(pattern: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(pattern, text, re.IGNORECASE)


def _without(text: str, cuts: tuple[_Cut, ...]) -> str:
    for cut in reversed(cuts):
        text = text[: cut.start] + cut.instead + text[cut.end :]
    text = trimmed(re.sub(r"\s+([,.;:])", r"\1", text))
    return text[:1].upper() + text[1:]


def _is_whole(text: str, short: str, cuts: tuple[_Cut, ...], language: Language) -> bool:
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
    if not _LABEL.match(text) and _has_verb(text, language) and not _has_verb(short, language):
        return False
    if _ONLY.search(short):
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
    part = re.split(r" and |, ", short)[-1]
    return (
        part != short
        and len(part.split()) <= _NAME_WORDS
        and not _has_verb(f" {part}", language)
        and language.find("verb").search(removed) is not None
    )


def _has_verb(text: str, language: Language) -> bool:
    if language.find("verb").search(text):
        return True
    found = language.find("finite").search(text, max(text.find(" "), 0))
    return found is not None and text[found.end() : found.end() + 1] == " "


def _splits_enumeration(text: str, at: int) -> bool:
    """Whether the text before `at` has begun a list of things or of verbs that goes on behind it."""
    if not _CONJUNCTION.match(text[at:]):
        return False
    before = text[:at]
    last = re.split(r"[,，、] ?", before)[-1]
    is_list = last != before and len(last.split()) < _NAME_WORDS
    return is_list or _VERB_PAIR.search(before) is not None

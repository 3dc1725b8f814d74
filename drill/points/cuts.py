"""The cuts a long sentence allows: brackets, clauses, words of the question, the end."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from drill.points.atoms import ATOM
from drill.points.content import overlap, stems
from drill.points.labels import LABEL
from drill.points.languages import Language, compiled, promising
from drill.points.openings import subject_of
from drill.points.weights import Weights

BRACKET_COST = 0.4
"""The cost of a word in brackets, against 1: brackets hold asides."""
_SPANS = 8  # inner cuts that are tried together
_ENDS = 14
_BRACKET = re.compile(r"(?:(?<![=*+/<>-])\s\(|（|\s\[)[^()（）\[\]]*[)）\]](?!\s?[=*/+^])")
_RELATIVE = re.compile(
    r", (?:which|who|where|also called|also known as|sometimes called|or|i\.e\.|e\.g\.|such as|"
    r"like|including|(?:\w{1,5} )?котор\w+|(?:in|of|from|to) which|"
    r"то есть|например|que|también llamad[oa]s?|der|die|das|auch) [^,()]{3,90},"
    r"(?= (?!such as|like|including|(?:and|or|but|а|и|но|или|y|o|e|ou|pero|"
    r"mas|und|oder|aber) |как|что|чтобы|если|когда|где|котор|будто|словно|пока|хотя|que|dass))",
    re.IGNORECASE,
)
_DASHED = re.compile(r"\s?[—–][^—–;]{3,90}[—–](?=\s?\w)")
_PHRASE = re.compile(
    r"(?:(?:the|an?|el|la|los|las|una?) )?[^\W\d_]+(?: [^\W\d_]+)?(?=[ ,;]|\.(?!\w)|$)",
    re.IGNORECASE,
)
_NAME = rf"(?:[^\s,，、;；:：.()]++|{ATOM}s?)(?: [^\s,，、;；:：.()]++){{0,3}}"
_LAST_NAME = rf"(?:[^\s,，、;；:：.()]++|{ATOM}s?)(?: [^\s,，、;；:：.()]++){{0,8}}"
_AND = r",? (?:and|or|y|e|ou|и|или|und|oder) |[和与或及]|以及"
_SPANISH_AND = rf",? o |{_AND}"  # in Portuguese "o" is an article
_ENUMERATION = (
    rf"(?<![^\s,，、;；:：.()]){_NAME}(?:(?:[,，、] ?{_LAST_NAME}){{1,30}}(?:%s){_LAST_NAME}|"
    rf"(?:[,、] ?{_NAME}){{3,30}})[.。]?$"
)
_EXAMPLE_COST = 0.5  # of examples; a verb right before them still needs its object
_FEW_MARKS = 2  # of three names, whose second may be the middle of a sentence
_LONG_NAME = re.compile(r"(?:\S+ ){3}|(?:the|an?|el|la|un|una|der|die|das) ", re.IGNORECASE)
_MODIFIED = re.compile(r" (?:that|which|who) \w+", re.IGNORECASE)
_MODAL = re.compile(r"\b(?:can|could|may|might|must|should|to|will|would) \w+(?: \S+){0,3}$")
_CLAUSE_IN_LIST = re.compile(
    r"(?:^|, )(?:such as|including|so|but|which|because|when|if|for example|for instance|while|as|"
    r"that|где|что|"
    r"чтобы|если|но|que|si|pero|cuanto|cuando|porque|mientras|enquanto|quando|"
    r"por ejemplo|например|zum beispiel|por exemplo)\b|其中|因此|所以|但",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:an?|the|una?|el|las?|los|uma?|os?|eine?|der|die|das) ", re.IGNORECASE)
_NOMINAL = re.compile(r" (?:an?|the|una?|el|la|uma?|o|eine?|der|die|das)$", re.IGNORECASE)
_CLAUSE_NAME = re.compile(r"[a-z]+ing [a-z]")  # "composed, seeking help, …" is no enumeration
_NAMES_LEFT = 3  # of an enumeration; two and "etc." leave the rest to guess, but not after "like"
_LIKE = re.compile(r" (?:like|such as|including) ")
_NAME_WORDS = 4  # a longer part of an enumeration is a clause
_SINGULAR = re.compile(r"(?:\w+ly )?[a-z]+[^s]s\b")  # "they are code that runs": not "they runs"
_EQUATIONS = re.compile(r"([^=,]+ = [^=,]+) = (?!.* and )")
_IN_NAMES = frozenset(
    "the a an of in for and el la los las un una de y o a os as um uma do da der die das ein "
    "eine и в".split()
)
_UNKNOWN_MOST = 1  # words of a known subject that are not in the question
_SUBJECT_RANGE = 110  # characters in which a definition comes to its verb
_ASKED = 0.3  # of the question; a subject with less is one of several
_COMPARING = frozenset(  # stems of questions that ask for several subjects
    "differ compar vs versus отличи отлича разниц difere unters vergle 区别 差异".split()
)
_ONE_OF_SEVERAL = 6.0  # cost of such a subject: without it the point is ambiguous
_PHRASE_OF_SEVERAL = 3.0  # cost of "in the first" where a question compares two
_RESTATED = 0.5  # of a condition's words; with so many from the question it is redundant
_SHORTEST = 8  # characters of a sentence
_COMMA = re.compile(r"[,，]\s*(?:因此|所以|那么|于是)?")
_PAUSE = re.compile(r", (?=(?:[^\s,]+ ?){2})")
_STOP = re.compile(r"[；؛]|; ")
_MARK = re.compile("[,，、]")  # between two names
_WORD = re.compile(r"(?<!\S)\S+\s+")
_DETERMINED = re.compile(
    r"(?:each|every|any|some|all|no|other|both|cada|todo|toda|alg)\b", re.IGNORECASE
)


class Cut(NamedTuple):
    """A span to remove and its replacement; `cost` is the cost of a lost word, usually 1."""

    start: int
    end: int
    cost: float
    instead: str = ""


def combinations_of_cuts(
    text: str, weights: Weights, language: Language, limit: int
) -> Iterator[tuple[Cut, ...]]:
    """Up to three inner cuts with at most one end cut, the latest end first.

    Leaves out an end cut that cannot reach `limit` columns even with all inner cuts.
    """
    inner = [*_leading(text, weights, language), *_inner(text, weights, language)][:_SPANS]
    reach = limit + sum(weights.atoms.size(text[cut.start : cut.end]) for cut in inner)
    ends = [*_ends(text, weights, language), *_enumerations(text, language)]
    ends = [end for end in ends if end.start <= reach][:_ENDS]
    for count in range(min(3, len(inner)) + 1):
        for some in combinations(inner, count):
            if any(one.end > other.start for one, other in pairwise(some)):
                continue
            if some:
                yield some
            for end in ends:
                if not some or some[-1].end <= end.start:
                    yield (*some, end)


def _inner(text: str, weights: Weights, language: Language) -> list[Cut]:
    cuts = [Cut(match.start(), match.end(), BRACKET_COST) for match in _BRACKET.finditer(text)]
    cuts += [
        Cut(match.start(), match.end(), 0.9)
        for match in _RELATIVE.finditer(text)
        if not _is_needed(text, match.start(), language)
        and language.find("verb").search(text, match.end())  # else a list in the clause goes on
    ]
    is_dashed = "—" in text or "–" in text
    if is_dashed and language.code != "ru":  # there a dash stands for "is"
        cuts += [Cut(match.start(), match.end(), 0.5, " ") for match in _DASHED.finditer(text)]
    genus = language.find("genus_clause").search(text, 0, _SUBJECT_RANGE)
    agrees = genus and not (genus[0][:5] == " are " and _SINGULAR.match(text, genus.end()))
    if genus and agrees:
        cuts.append(Cut(genus.start(), genus.end(), 0.8, " "))
    for phrase in language.find("preposition").finditer(text):
        words = _PHRASE.match(text, phrase.end())
        if not words or _is_needed(text, phrase.start(), language):
            continue
        ends_open = language.find("dangling").fullmatch(words[0].rsplit(" ", 1)[-1])
        if ends_open or not _ends_phrase(text[words.end() :], language):
            continue
        if weights.knows(words[0]):
            cuts.append(Cut(phrase.start(), words.end(), 1.0))
    purpose = language.find("purpose").match(text)
    if purpose and language.find("verb").search(text, 0, purpose.start(1)):
        purpose = None
    if purpose and not language.find("needy").fullmatch(
        text[: purpose.start(1)].rsplit(" ", maxsplit=1)[-1]
    ):
        cuts.append(Cut(purpose.start(1), purpose.end(1), 1.3))
    return sorted(cuts, key=lambda cut: cut.start)


def _ends_phrase(behind: str, language: Language) -> bool:
    """Whether a noun phrase ends before `behind`."""
    following = behind.lstrip(" ")
    return (
        not following
        or following[0] in ",.;"
        or language.find("verb").match(following) is not None
        or language.find("preposition").match(behind) is not None
    )


def _leading(text: str, weights: Weights, language: Language) -> list[Cut]:
    """An opening clause that gives background or repeats the question, or a known subject."""
    cuts = []
    label = LABEL.match(text)
    start = label.end() if label else 0
    restated = language.find("restating").match(text, start)
    if restated and (weights.knows(restated[0]) or weights.share_asked(restated[0]) >= _RESTATED):
        cuts.append(Cut(start, restated.end(), 0.7))
    comma = _COMMA.search(text, start)
    if comma and comma.end() - start < (len(text) - start) * 0.7:
        clause = text[start : comma.start()]
        is_phrase = language.find("preposition").match(f" {clause} ") is not None
        is_one = is_phrase and not weights.topic.isdisjoint(_COMPARING)
        if language.find("background").match(clause) or (is_phrase and weights.knows(clause)):
            cuts.append(Cut(start, comma.end(), _PHRASE_OF_SEVERAL if is_one else 1.0))
    subject = _known_subject(text, weights, language)
    if subject and not cuts:
        told = stems(weights.atoms.restore(text[:subject]), language)
        is_all = overlap(weights.topic, told) >= _ASKED and weights.topic.isdisjoint(_COMPARING)
        cuts.append(Cut(0, subject, 1.3 if is_all else _ONE_OF_SEVERAL))
    return cuts if label else [*cuts, *_definition(text, language)]


def _definition(text: str, language: Language) -> list[Cut]:
    """Cuts that put a colon for "is a" or "is a situation where" after the defined term."""
    subject = subject_of(text, language)
    copula = language.find("copula").match(text, len(subject) + 1) if subject else None
    if not copula or not text.startswith(f"{subject} ") or not _NOMINAL.search(copula[0]):
        return []
    name = f"{_ARTICLE.sub('', subject)}:"
    cuts = [Cut(0, copula.end(), 0.0, name)]
    genus = language.find("genus").match(text, copula.end())
    if genus:
        cuts += [Cut(0, genus.end(), 0.15, name), Cut(0, genus.end() + 1, 0.6)]
    return cuts


def _known_subject(text: str, weights: Weights, language: Language) -> int:
    """The start of the predicate if the question names the subject; else 0."""
    if _DETERMINED.match(text) or any(
        language.find(clause).match(text) for clause in ("condition", "background")
    ):
        return 0
    named = False
    unknown = 0
    for word in _WORD.finditer(text[:80]):
        if named and _is_verb(text, word, weights, language):
            return _predicate(text, word.start(), language)
        bare = word[0].strip(" `()\"'“”,").lower()
        if bare in language.stop and bare not in _IN_NAMES:
            return 0
        content = stems(weights.atoms.restore(word[0]), language)
        named = weights.knows(word[0]) if content else named
        unknown += bool(content) and not named
        if unknown > _UNKNOWN_MOST or word[0].rstrip().endswith((",", ":", ";", ".")):
            return 0
    return 0


def _is_verb(text: str, word: re.Match[str], weights: Weights, language: Language) -> bool:
    return (
        language.find("finite").match(text, word.start()) is not None
        and not weights.knows(word[0])
        and not language.find("verb").match(text, word.end())
    )


def _predicate(text: str, at: int, language: Language) -> int:
    """The start of a point without its subject: after "is a"; 0 for "is" and an adjective."""
    copula = language.find("copula").match(text, at)
    if not copula:
        return at
    nominal = _NOMINAL.search(copula[0]) or re.match(r" [a-z]+ed\b", text[copula.end() :])
    return copula.end() + 1 if nominal else 0


def _enumerations(text: str, language: Language) -> list[Cut]:
    """Cuts that leave three or more names of an enumeration, and "etc." for the rest."""
    conjunction = _SPANISH_AND if language.code == "es" else _AND
    if not language.more or not _MARK.search(text):
        return []
    match = compiled(_ENUMERATION % conjunction).search(text)
    if not match or _CLAUSE_IN_LIST.search(match[0]):
        return []
    names = _MODIFIED.sub("", match[0].split(",", 1)[-1])
    are_verbs = _MODAL.search(text[: match.end()].split(",", 1)[0])
    if language.code != "zh" and not are_verbs and language.find("verb").search(names):
        return []
    first = _MARK.search(match[0])
    start = first.start() if first else 0
    marks = list(compiled(rf"{conjunction}|[,，、]").finditer(match[0], start))
    cuts = []
    for nth, (before, mark) in enumerate(pairwise(marks), 2):
        name = match[0][before.end() : mark.start()].strip()
        if (
            _CLAUSE_NAME.match(name)
            or len(name.split()) > _NAME_WORDS
            or (len(marks) == _FEW_MARKS and _LONG_NAME.match(name))
        ):
            break
        if nth >= _NAMES_LEFT - bool(_LIKE.search(match[0], 0, before.start())):
            cuts.append(Cut(match.start() + mark.start(), len(text), 0.8, language.more))
    return cuts[::-1]


def _ends(text: str, weights: Weights, language: Language) -> list[Cut]:
    """Cuts up to the end of the sentence, the latest start first."""
    costs: dict[int, float] = {}
    for at, cost in (*_clauses(text, weights, language), *_phrases(text, language)):
        outside_brackets = text.count("(", 0, at) == text.count(")", 0, at) and (
            text.count("（", 0, at) == text.count("）", 0, at)
        )
        if at > _SHORTEST and outside_brackets:
            costs[at] = min(cost, costs.get(at, cost))
    return [Cut(at, len(text), costs[at]) for at in sorted(costs, reverse=True)]


def _clauses(text: str, weights: Weights, language: Language) -> Iterator[tuple[int, float]]:
    """The starts of clauses that can go with everything after them, each with its cost."""
    for at in promising(tuple(pattern for pattern, _ in language.tails), text):
        pattern, cost = language.tails[at]
        for tail in compiled(pattern).finditer(text):
            is_clause = tail[0][:1] == "," and cost > _EXAMPLE_COST
            if is_clause or not _is_needed(text, tail.start(), language):
                yield tail.start(), cost
    for at in promising(language.splits, text):
        for tail in compiled(language.splits[at]).finditer(text):
            yield tail.start(), 1.0
    for tail in compiled(rf",? (?={language.condition})").finditer(text):
        if weights.share_known(text[tail.start() :]) >= _RESTATED:
            yield tail.start(), 0.9
    for stop in _STOP.finditer(text):
        yield stop.start(), 0.9
    chain = _EQUATIONS.match(text)
    if chain:
        yield chain.end(1), 0.3


def _phrases(text: str, language: Language) -> Iterator[tuple[int, float]]:
    """The starts of final phrases, or of words after a comma, each with its cost."""
    verb = language.find("verb").search(text)
    verb = verb or language.find("finite").search(text, text.find(" ") + 1)
    if verb:
        for phrase in language.find("preposition").finditer(text, verb.end()):
            if not _is_needed(text, phrase.start(), language):
                yield phrase.start(), 1.2
    # In an unknown language, the text before a comma may be half a sentence.
    for comma in _PAUSE.finditer(text) if language.code else ():
        clause = text[: comma.start()].rsplit(", ", 1)[-1]
        if len(clause.split()) > _NAME_WORDS:
            yield comma.start(), 1.3
    if language.code == "zh":
        for comma in re.finditer("，", text):
            yield comma.start(), 1.1


def _is_needed(text: str, at: int, language: Language) -> bool:
    """Whether the word before `at` needs the next one, as "consists" needs "of"."""
    start = max(text.rfind(" ", 0, at), text.rfind(",", 0, at)) + 1
    return language.find("needy").fullmatch(text, start, at) is not None

"""Checks that a shortened sentence is still grammatical and keeps its sense."""

import re

from drill.points.cuts import BRACKET_COST, Cut
from drill.points.labels import LABEL, without_label, word_count
from drill.points.languages import Language
from drill.points.other_half import loses_half
from drill.points.series import NAME_WORDS, VERB_PAIR, splits_series
from drill.points.verbs import has_verb

_SHORTEST = 8  # characters of a sentence
_NEAR = 12  # characters in which a partner such as "but also" begins
_PAIRS = tuple(map(tuple, ("()", "（）", "“”", "«»", "「」", "《》", "{}", "[]")))
_MARK = re.compile(r"[()（）“”«»「」《》{}\[\]\"]")
_DASH = re.compile(r"\s?[—–]|\s-\s")
_BRACKET = re.compile(r" ?\([^()]*\)")
_GERMAN_QUOTED = re.compile("„[^„“”]*[“”]")
_STUB_WORDS = 5  # "a token is a string": a definition this short says nothing
_SUBJECT_WORDS = 6
_CONJUNCTIVE = re.compile(
    r"(?:but|and|or|which|so|that|но|и|или|pero|y|mas|e|aber|und)\b", re.IGNORECASE
)
_ADVERB = re.compile(r"^(?:\w+[ ,]){1,3}(?<=,) ")
_LEFT_OVER = re.compile(
    r"\b(?:without|by|for|of|to|and|or|in|with|as|is|are|be) \w+ly$|, [^\s,]+$|"
    r"\b(?:using|with|via|through|like) (?:\w+ )?(?:tools|techniques|methods|mechanisms|strategies|"
    r"features|options)$|\b(?:an?|the) \w+-\w+$|\w-to-\w+$|"
    r"\bbut \w+ing$|\bbut (?:after|before|in|on|at|with|for|during)\b[^,]*$|"
    r"\b(?:that|which|who|because|whether) (?:the |an? )?\w+[^s\W]$|"
    r"\b(?:когда|если|чтобы|что|где|пока) [а-яё]+$|"
    r"for (?:example|instance)$|\bin other words$|\b(?:es decir|o sea|isto é|ou seja|то есть|"
    r"del tipo|do tipo)$"
)
_EXISTENCE = re.compile(r"\b(?:there (?:is|are)|hay|es gibt) (?:\w+ )?\w+$", re.IGNORECASE)
_ONLY = re.compile(
    r"\b(?:only|just|solely|только|лишь|solo|sólo|nur|só|apenas)(?: \S+)?$|[只仅][^，]{0,4}$",
    re.IGNORECASE,
)
_CORRELATIVE = re.compile(
    r"\b(?:not only|not just|both|either|neither|between|from|whether|more|less|rather|as \w+|"
    r"so \w+ that|"
    r"между|entre|zwischen|не только|как|nicht nur|sowohl|entweder|no solo|no sólo|tanto|"
    r"não só|não apenas)\b|不仅|不但|不只|既",
    re.IGNORECASE,
)
_BOTH_SIDES = re.compile(
    r"\b(?:either|neither|not only|not just|entweder|sowohl|nicht nur|no solo|no sólo|não só|"
    r"не только)\b|不仅|不但",
    re.IGNORECASE,
)
_PARTNER = re.compile(
    r"\b(?:but|and|or|than|to|as|that|но|и|так|sondern|als|oder|sino|como|y|mas|e)\b|而且|也|还|又",
    re.IGNORECASE,
)
_NEW_CLAUSE = re.compile(r"[,，;；](?! (?:which|who|whose|where|котор|que|der|die|das)\b)")
_RELATIVE = re.compile(
    r"(?:,| (?:in|of|within|for|to|from|by|with|on|at)) (?:which|whom|whose)\b|"
    r",? (?:\w{1,5} )?котор\w+",
    re.IGNORECASE,
)
# "… is a specification", "… — это множество элементов": the kind of thing, but not which one
_GENUS = re.compile(
    r"\b(?:is|are) (?:an? )?(?:[\w-]+ )?(?:specification|mechanism|technique|way|process|concept|"
    r"method|set|type|kind|tool|function|class|problem|situation|approach|feature|system|"
    r"collection|framework|part)$|это (?:\w+ )?(?:множество|набор|механизм|способ|процесс|метод|"
    r"подход|класс|объект|инструмент|тип)(?: \w+)?$|котор\w+ \w+$"
)
# the last clause of a sentence, of two words at least: "if needed" is whole
_SUBORDINATE = re.compile(
    r".* (?:(?:means?|says|ensures|so|implies|shows|suggests) that|because|since(?! \d)|where|"
    r"whenever|"
    r"when|if|whether|which|who|porque|donde|onde|cuando|quando|"
    r"(?<!más )(?<!menos )(?<!mais )(?<!lo )(?<!do )que|weil|wenn|dass|wo|где|когда|если|"
    r"потому что) ([^,;:\s]+ [^,;:]+)$",
    re.IGNORECASE,
)
_RELATIVE_PART = re.compile(r" (?:that|which|who)\b.*")
# Reset: Knowing how to reset
_PARTICIPLE = re.compile(r"[A-Z]\w+ing ")
_OWN_CLAUSE = re.compile(r", (?:i|we|you|they|he|she|it|this|the|an?) ", re.IGNORECASE)
# The tester will dwell [on it]; networks feeding [into each other].
_OPEN_VERB = re.compile(
    r"\b(?:will|can|must|should|may|could|would|cannot) (?:\w+ly )?\w+$|\b(?!is |was |has |this |"
    r"plus )\w+s \w{3,}ing$|"
    r"\b(?:was|were|is|are|busy|keeps?|kept|starts?|started|stops?|stopped) \w{3,}ing$"
)
# before they move [onto the next phase], able to sift [through ideas]
_BARE_END = re.compile(r"\b(?:to|they|we|you|it|he|she) [a-z]+$")
# When returning functions, particularly those that take arguments[, …]
_OF_A_NOUN = re.compile(
    r"^(?:and|or|и|или|y|o|e|ou|und|oder) .*|\b(?:those|ones|one) (?:that|which|who) .*"
)
# a participle of Russian, which belongs to the noun before it: "использующего …"
_ATTRIBUTE = re.compile(
    r"[а-яё]+(?:ющ|ящ|ащ|вш|нн)(?:ий|ая|ее|ие|его|ей|их|ую|им|ими|ой|ых|ого|ый|ые)\b", re.IGNORECASE
)
_SPEAKER = re.compile(r"(?:i|we|you|they|he|she|it)\b", re.IGNORECASE)
# Files are three different data storage [formats].
_LACKS_NOUN = re.compile(
    r"\b(?:two|three|four|five|several|many|various|"
    r"multiple) (?:different )?(?:[a-z]+[^s\W] )?[a-z]+[^s\W]$"
)
_CHINESE_MAIN = re.compile("，[^，]{0,6}(?:就|则|那么|可以|会|将|应|需要)")
_RESTRICTED = re.compile(r" (?:that|who|whose|where) ")
_PAUSE = re.compile(r"[,;:，；：] ?|\s[—–]\s")
_NUMBERED = re.compile(r"[(（]\d[)）]")
_VAGUE = re.compile(
    r"\b(?:is|are|es|son|é|são|ist|sind|это)(?: (?:a|an|the|un|una|el|la|um|uma|ein|"
    r"eine))?(?: [\w-]+)?$",
    re.IGNORECASE,
)


def is_whole(text: str, short: str, cuts: tuple[Cut, ...], language: Language) -> bool:
    """Whether `short`, which is `text` without `cuts`, is still a sentence and says something."""
    last = re.split(r"[\s,;]+", short.removesuffix(language.more))[-1]
    begins_new_fragment = _is_fragment(short, language) and not _is_fragment(text, language)
    is_end_cut = cuts[-1].end == len(text) and cuts[-1].cost != BRACKET_COST
    if _ATTRIBUTE.match(short) and not _ATTRIBUTE.match(text):
        return False
    if begins_new_fragment or (is_end_cut and language.find("dangling").fullmatch(last)):
        return False
    if len(short) < _SHORTEST or not is_closed(short):
        return False
    if len(_NUMBERED.findall(short)) < len(_NUMBERED.findall(text)):
        return False
    if cuts[-1].instead == language.more:
        if language.find("background").match(without_label(short)):
            return False
        return has_verb(short, language) or not has_verb(text, language)
    if not is_end_cut or cuts[-1].instead:
        return True
    at = cuts[-1].start
    return not (
        _loses_verb(text, short, text[at:], language)
        or language.find("outside").match(short)
        or language.find("anywhere").search(short)
        or _ONLY.search(short)
        or _LEFT_OVER.search(short)
        or _EXISTENCE.search(short)
        or loses_half(short, text[at:])
        or _CONJUNCTIVE.match(without_label(short))
        or is_stub(short)
        or _ends_too_early(short, text[at:], last, language)
        or splits_series(text, at, language)
        or _lacks_main(short, text[at:], language)
    )


def _loses_verb(text: str, short: str, removed: str, language: Language) -> bool:
    """Whether `short` lost its verb. A label and words before a dash need none."""
    if not has_verb(text, language) or has_verb(short, language):
        return False
    label = LABEL.match(short)
    if label:  # but "Reset: after each request" says nothing
        if _PARTICIPLE.match(short, label.end()) and _OWN_CLAUSE.match(removed):
            return True
        return language.find("preposition").match(f" {short[label.end() :]}") is not None
    return _DASH.match(removed) is None


def _is_fragment(text: str, language: Language) -> bool:
    bare = _ADVERB.sub("", without_label(text))
    return language.find("fragment").match(bare) is not None or is_condition(bare, language)


def is_condition(text: str, language: Language) -> bool:
    """Whether `text` is a condition that ends in an enumeration, and says nothing of it."""
    first, _, main = text.partition(", ")
    depends = language.find("fragment").match(main) is not None
    if depends and language.find("preposition").match(f" {first} "):
        return True  # "On old hosts, since nobody reads them"
    if not language.find("condition").match(text):
        return False
    if depends:
        return True
    _, *parts = _PAUSE.split(text)
    return len(parts) > 1 and all(
        word_count(part) < NAME_WORDS and not language.find("verb").search(f" {part}")
        for part in parts
    )


def is_closed(text: str) -> bool:
    """Whether every bracket and quotation mark of `text` has its partner."""
    if not _MARK.search(text):
        return True
    text = _GERMAN_QUOTED.sub("", text)  # its closing mark is the opening one elsewhere
    return text.count('"') % 2 == 0 and all(
        text.count(one) == text.count(two) and text.find(one) <= text.find(two)
        for one, two in _PAIRS
    )


def lacks_chinese_main(text: str, language: Language) -> bool:
    """Whether `text` opens with a condition or reason, and its main clause is not marked."""
    opens = any(language.find(kind).match(text) for kind in ("condition", "background"))
    return opens and _CHINESE_MAIN.search(text) is None


def _lacks_main(short: str, removed: str, language: Language) -> bool:
    """Whether the main clause after a condition or phrase was in `removed`."""
    if language.code == "zh":
        return lacks_chinese_main(short, language) and _CHINESE_MAIN.search(removed) is not None
    short = without_label(short)
    is_clause = any(language.find(kind).match(short) for kind in ("condition", "background")) or (
        language.find("preposition").match(f" {short}") and not language.find("verb").search(short)
    )
    # such as "As it says, once the clock [of a host stops, …]" and "If a is b, and c is d[, …]"
    _, *parts = short.split(", ")
    main = ", ".join(part for part in parts if not _is_dependent(part, language))
    goes_on = removed[:1] == "," or (bool(parts) and ", " in removed)
    return (
        goes_on
        and bool(is_clause)
        and not _SPEAKER.match(main)
        and not has_verb(f" {main}", language)
    )


def _is_dependent(clause: str, language: Language) -> bool:
    """Whether `clause` needs a main clause, or goes on with the clause before it."""
    of_a_noun = _OF_A_NOUN.search(clause) is not None
    return of_a_noun or language.find("fragment").match(clause) is not None


def is_stub(short: str) -> bool:
    """Whether `short` names a kind of thing or a quality and tells nothing of it."""
    short = _BRACKET.sub("", short)
    if _GENUS.search(short) or _LACKS_NOUN.search(short):
        return True
    return len(short.split()) <= _STUB_WORDS and _VAGUE.search(short) is not None


def _ends_too_early(short: str, removed: str, last: str, language: Language) -> bool:
    """Whether the last words of `short` need the words after them."""
    if language.find("preposition").match(removed) and (
        language.find("verb").fullmatch(last) or (language.code == "en" and _BARE_END.search(short))
    ):
        return True
    if removed[:1] == " " and language.code == "en" and _OPEN_VERB.search(short):
        return True
    if removed[:1] == "," and " — " in short and " — " in removed:
        return True  # "The levels — low[, middle, high — tell …]"
    if removed.startswith(" to ") and VERB_PAIR.search(short.replace('"', "")):
        return True
    clause = _CONJUNCTIVE.sub("", re.split(r"[,;] |[，；]", short)[-1]).lstrip()
    if (
        (removed[:1] in ",，" or f"; {clause}" in short)
        and not short.startswith(clause)
        and language.find("fragment").match(clause)
        and not _follows_main(short, clause, language)
    ):
        return True
    if _RESTRICTED.match(removed) and _ends_in_object(short, language):
        return True
    if _leaves_subject(short, removed, language) or _leaves_clause(short, language):
        return True
    strong = list(_BOTH_SIDES.finditer(short))
    if strong and not _PARTNER.search(short, strong[-1].end()) and _PARTNER.search(removed):
        return True
    opened = list(_CORRELATIVE.finditer(short))
    return (
        bool(opened)
        and not _PARTNER.search(short, opened[-1].end())
        and _PARTNER.search(removed[:_NEAR]) is not None
    )


def _follows_main(short: str, clause: str, language: Language) -> bool:
    """Whether `clause`, at the end of `short`, gives the how or why of a main clause before it.

    In Chinese such a clause belongs to what follows.
    """
    return (
        language.code != "zh"
        and language.find("background").match(clause) is not None
        and has_verb(short.removesuffix(clause), language)
    )


def _leaves_subject(short: str, removed: str, language: Language) -> bool:
    """Whether `short` ends in "and a thing" whose verb was in `removed`."""
    verbs = list(language.find("verb").finditer(removed))
    if not verbs or (len(verbs) == 1 and _RELATIVE.match(removed)):
        return False
    if language.find("condition").search(removed, 0, verbs[0].start()):
        return False  # the verb has a clause of its own
    part = re.split(
        r" (?:and|и|y|e|und|that|which|where|who|whose|how|what|why|whether|if|when|que|который|"
        r"die|der) |, ",
        short,
    )[-1]
    return (
        part != short
        and not _NEW_CLAUSE.match(removed)
        and len(part.split()) <= _SUBJECT_WORDS
        and not has_verb(f" {part}", language)
    )


def _ends_in_object(short: str, language: Language) -> bool:
    """Whether `short` ends in a verb and a bare noun: "stores messages [that cannot be read]"."""
    verbs = list(language.find("verb").finditer(short))
    return bool(verbs) and short[verbs[-1].end() :].count(" ") == 1


def _leaves_clause(short: str, language: Language) -> bool:
    """Whether `short` ends in a clause without its verb: "because in a team"."""
    clause = _SUBORDINATE.match(short)
    if clause is None:
        return False
    first = _RELATIVE_PART.sub("", clause[1])
    return not (has_verb(f" {first}", language) or _has_two_verbs(clause[1], language))


def _has_two_verbs(text: str, language: Language) -> bool:
    return len(list(language.find("verb").finditer(f" {text}"))) > 1

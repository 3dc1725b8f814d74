"""Recognises points that refer to something their reader cannot see."""

import re

from drill.points.languages import Language, compiled

_VERB = r"(?:is|are|was|were|can|could|will|would|may|might|should|has|had|does|(?!class)[a-z]+s)"
_AWAY = r"(?:around|about|of|for|to|by|after|before|with|from|in|like|than|do|does|doing|avoid)"
_PART = r"(?:module|chapter|lesson|question|topic|section|lecture|week|unit|page) \d"
_TROUBLE = r"(?:problem|issue|situation|limitation|behaviou?r|question|error)s?"
# These are apart for speed: what only begins a point need not be looked for at every place.
_REFERS = compiled(rf", (?:this|these|that) {_VERB}\b")  # "…, this results in …"
_LOST = compiled(
    # "a way around this"; not the keyword "this"
    r"\b(?:"
    rf"{_AWAY} (?:this|these)(?=[,.;)]|$|\s(?:is|are|can|will)\b)|"
    rf"(?:this|these|such an?) {_TROUBLE}\b|"
    r"(?:disso|disto|de esto|de eso|de ello|davon|этого) (?:é|es|ist|является|—)|"
    # "solves the problem": which one?
    r"(?:solv|fix|avoid|prevent|address|handl|resolv|overcom)(?:e|es|s|ing)? the "
    r"(?:problem|issue)s?(?=[,.;]|$| (?:and|by|with|using)\b)|"
    # "the value of this variable"
    r"(?:of|to|for|with|by|from|in|on|at|that|when|if|make|use|using|change|set|during|after|before|"
    r"under|through|within) (?:this|these|those) (?![^\s,;:]+:)[a-z]|"
    r"one of (?:them|these|those)$|of doing (?:so|this|that)$|"
    r"as above\b|the following (?:\w+ )?\w+(?! \w*:)(?=$| (?:in|for|of|to|about)\b)|"
    rf"(?:step|langkah|cara|hal|sebagai)\w* berikut\b|(?:to|in|see|from) {_PART}|"
    r"the same (?:idea|thing|way|logic|principle)$|"
    r"это можно (?:посмотреть|увидеть)|you (?:have it|['’]re done|are done)$)"
    rf"|\b: {_PART}"
)
# the same in the other languages: "in dieser Tabelle"
_LOST_ELSEWHERE = re.compile(
    r"\b(?:mit|bei|in|für|durch|von|aus|nach|zu|auf) dies(?:em|en|er|e)\b|"
    r"\b(?:в|с|для|из|по|при|от|к|на|об?) (?:эт(?:ого|ой|ом|их|им|ими|от|у)|данн(?:ого|ой|ом|"
    r"ых))\b|"
    r"\b(?:avec|dans|pour|de|par|sur|à) (?:cet(?:te)?|ces?|cela) |"
    r"\b(?:con|para|en|por|de) (?:est|es)(?:[ea]s?|os?) |\b[nd]es[st][eas]s? ",
    re.IGNORECASE,
)
_BEGINS_LOST = re.compile(
    # "compares them with", after a singular
    r"(?:(?!\S*s\b)[^\s,;:]+ ){0,4}[^\s,;:]+ them\b|"
    r"(?:to )?do (?:it|so|this|that|the same)\b|to \w+ (?:this|these|those) |both (?:of |are|"
    r"have|can|use|approaches|options|ways|methods)\b|"
    # "Risks: it opens a port"; after a full stop ("Lock: It waits") it stands for the label
    r"[^:]{1,45}: (?-i:it|they|this|these|that|[Вв]они|[Вв]он[оа]|[Вв]ін) (?!is\b)|"
    # "In many ways, they are like …"
    r"(?:as|in|by|for|with|at|on|after|over|during|like) (?:[^\s,;:]+ ){0,4}[^\s,;:]+, "
    rf"(?:they|this|these|those|he|she) (?:use|{_VERB})\b|"
    r"(?:we|you|i) (?:\w+ )?use (?:it|this|them|these)\b|если это\b|"
    r"(?:each|all|some|none|instead) of (?:these|those|them|this)\b|"
    # a narrator
    r"(?:i['’]d|yo)\b|the same (?:applies|goes|is true|holds)\b|or (?:you|we|just|the|if|by|"
    r"maybe)\b|"
    # a remark about the question
    r"(?:an? )?(?:even |very )?(?:bad|good|great|better|excellent|poor|tricky|common) question\b|"
    r"asks you\b|"
    r"(?:an? )?example of an? (?:\w+ )?question|"
    r"(?:we|you|one) (?:must|should|need to|have to|can) (?:first )?(?:understand|know|look|"
    r"learn|discuss)\b",
    re.IGNORECASE,
)


def is_lost(text: str, language: Language) -> bool:
    """Whether `text` says "this", "the problem" or the like without naming it."""
    return (
        _BEGINS_LOST.match(text) is not None
        or _REFERS.search(text) is not None
        or _LOST.search(text) is not None
        or (language.code != "en" and _LOST_ELSEWHERE.search(text) is not None)
    )

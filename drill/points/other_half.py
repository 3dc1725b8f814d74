"""Recognises sentences that need their other half: an exception, a result, a difference."""

import re

from drill.points.labels import without_label

# "converts code [into …]", "compares it [with …]": half of what the verb says
_PAIRING = re.compile(
    r"\b(?:conver[tst]|transform|translat|(?<!in )turn|split|divid|compar|replac|separat|"
    r"map(?:s|ped|ping)?\b|align|associat|distinguish|conviert|traduc|traduz|divid|преобраз|превра|перевод|сравн|заменя|раздел|делит)\w*"
    r"(?: [^\s,;:]+){1,6}$",
    re.IGNORECASE,
)
_PARTNER_WORD = re.compile(
    r"\s(?:into|to|with|by|from|as|in|a|en|em|para|con|com|por|in|на|в|во|с|со)\s", re.IGNORECASE
)
# What always completes the phrase before it: "the difference [between …]"
_COMPLETING = re.compile(r" (?:into|between|among|whose|между|entre|zwischen)\b", re.IGNORECASE)
_LEFT = re.compile(r"\b(?:and|or) in turn$|\b[a-z]+[^s\W] (?:it|them)$")  # "negotiate it [with …]"
_FEW_WORDS = 4  # of a clause; a phrase after so few is what the clause is about
# "the nearest level [of …]", "the share of rows [that …]": which one?
_WHICH = re.compile(
    r"\bthan (?:the |an? )?(?:same )?[^\s,;:]+$|"  # "than the latency [of …]"
    r"\b(?:nearest|closest|certain|given|specific|particular|corresponding|necessary|required|"
    r"(?:percentage|share|number|probability|proportion|set|list|subset|part|collection|group) of "
    r"(?:the |all )?(?:\w+ )?) ?[\w-]+$"
)
# what a rule does not hold for
_EXCEPTION = re.compile(
    r"[,，]? ?\(?(?:except|unless|excluding|other than|apart from|кроме|за исключением|"
    r"если не|excepto|salvo|a menos|exceto|a não ser|außer|ausgenommen|除了?|除非)",
    re.IGNORECASE,
)
_CONDITION = re.compile(r",? (?:only )?(?:if|when|whenever|where|unless|если|когда|si|cuando)\b")
_RESTRICTION = re.compile(
    r",? (?:that|which|who|where|whose|que|котор\w+|(?:\w{1,3} )котор\w+|der|die|das)\b",
    re.IGNORECASE,
)
# "a message [that is shown]": a noun after "is", without an attribute
_PREDICATE = re.compile(
    r"(?:\b(?:is|are|was|were|es|son|é|são|ist|sind|это)|—|[:])"
    r"(?: (?:an?|the|una?|el|la|los|las|um|uma|o|der|die|das|ein|eine))?(?: [^\s,;:]+){1,2}$",
    re.IGNORECASE,
)
# "tells you, how many": what is told
_COMPLEMENT = re.compile(
    r" (?:why|how|what|whether|por qué|cómo|cuándo|por que|почему|warum|wie) \w|"
    r", (?:dass|ob|wie(?! zum)|was|welche\w*|wer|wann|warum|сколько|как(?:ой|ая|ое|ие)?|кто|"
    r"что(?! [а-яё]+(?:ет|ит|ют|ят)\b))\b",
    re.IGNORECASE,
)
# tools, and what for; what makes the code simpler
_MEANS = re.compile(
    r"\b(?:situations?|scenarios?|solutions?|soluci(?:ón|ones)(?: \w+)?|solução(?: \w+)?|tools?|"
    r"ways?|mechanisms?|abstractions?|инструмент\w*|возможност\w*|способ\w*|механизм\w*|"
    r"абстракци\w*|herramientas?|formas?|ferramentas?|maneiras?|werkzeuge?|möglichkeit\w*)$",
    re.IGNORECASE,
)
_PURPOSE = re.compile(
    r",? (?:for|to|that|which|where|when|in which|для|котор\w+|que|de|para|zu[mr]?|für)\b",
    re.IGNORECASE,
)
# What is said by a formula: …; consists of 3 parts: …
ANNOUNCES = re.compile(
    r"\b(?:formula|command|syntax|expression|(?:\d+|two|three|four|five) [a-z]+)$|"
    r"[—–] \w+$",
    re.IGNORECASE,
)
"""The end of a half that says nothing without what follows the colon."""
_MAKES = re.compile(
    r"\b(?:makes?|making|делает|делают|hacen?|fazem?|macht|machen)(?: [^\s,;:]+){1,2}$",
    re.IGNORECASE,
)
# a difference is told by both sides
_DIFFERENCE = re.compile(
    r"\b(?:differ\w*|diferencia\w*|diferença\w*|unterschied\w*|разниц\w*|отлич\w*|"
    r"различ\w*)\b|区别|不同",
    re.IGNORECASE,
)
_OTHER_SIDE = re.compile(
    r"[,，;；] ?(?:а(?! также)|while|whereas|but|mientras|pero|enquanto|mas|während|aber|"
    r"而|但)\b|; |；",
    re.IGNORECASE,
)
# "the addresses that you want resolvers [to forward queries to]": the last word needs its noun
_STRANDED = frozenset("to for of in on at by with from into".split())
# It works up [to the brain]; they know the world mostly [by touch].
_OPEN = frozenset("mostly mainly primarily partly largely likely up down out off away back".split())
# "an institution that owns [a share]", "tools that tend to perform well [at night]": without its
# end, the clause no longer tells which ones; the longest needs a preposition to go on
_CLAUSES = (" that ", " which ", " who ", " que ", "; ")
_CLAUSE_WORDS = 4
# "before interest[, taxes, and amortization]": a series of three or more goes on
_SERIES = re.compile(
    r", (?!which|who|where|whose|and|or|but|\w+ing\b)[^\s,;]+(?: [^\s,;]+){0,3},"
    r"(?:(?: [^\s,;]+){1,5},?)? (?:and|or|y|e|o|ou|и|или|und|oder|et) |"
    r", (?!(?:which|who|where|whose|and|or|but|so|as|by|to|if|when|while|because|since|with|"
    r"without|not|often|both|either|it|\w+ing|\w+ly)\b)[^\s,;]+(?: [^\s,;]+)? (?:and|or) ",
    re.IGNORECASE,
)

# another adjective of the same noun: "a richer[, more expressive model]"
_COORDINATE = re.compile(r", (?:more|less|most|least) \w")
# what is so, after what is not: "The pattern isn't the first[ — it's the second]"
_INSTEAD = re.compile(r"[\s—–;,-]+(?:it(?:['’]s| is| was)|they(?:['’]re| are)|but(?! also)) ")
_NEGATIVE = re.compile(r"\b(?:is|are|was|were)(?:n['’]t| not)\b[^,;]*$")
# an infinitive and what belongs to it: "qui permet de mettre [en forme]"
_INFINITIVE = re.compile(
    r"\b(?:de|pour|para|peut|puede|pode|permet(?:tent)?|permiten?|permitem?) \w+(?:re|er|ir|ar)$"
)
# What is possible only with things of one kind: "can only read the entries [that are …]".
_ONLY = re.compile(r"\b(?:only|solo|sólo|только|лишь|nur)\b", re.IGNORECASE)


def is_denied(first: str, rest: str) -> bool:
    """Whether `first` only says what is not so, and `rest` what is so."""
    return _INSTEAD.match(rest) is not None and _NEGATIVE.search(first) is not None


def loses_half(short: str, removed: str) -> bool:
    """Whether `short` is incomplete without its other half, which was in `removed`."""
    return (
        _COMPLEMENT.match(removed) is not None
        or _COMPLETING.match(removed) is not None
        or (removed[:1] == " " and _WHICH.search(short) is not None)
        or (_PARTNER_WORD.match(removed) is not None and _LEFT.search(short) is not None)
        or (removed[:1] == " " and without_label(short).count(" ") < _FEW_WORDS)
        or (_PURPOSE.match(removed) is not None and _MEANS.search(short) is not None)
        or (removed[:1] in ":：" and ANNOUNCES.search(short) is not None)
        or (removed[:1] == " " and _MAKES.search(short) is not None)
        or (removed[:1] == " " and _INFINITIVE.search(short) is not None)
        or _COORDINATE.match(removed) is not None
        or is_denied(short, removed)
        or _EXCEPTION.match(removed) is not None
        or _tells_when(short, removed)
        or _SERIES.match(removed) is not None
        or (
            removed[:1] == " "
            and removed.rsplit(" ", 1)[-1] in _STRANDED
            and _RESTRICTION.match(removed) is None
        )
        or (removed[:1] == " " and _is_open(short, removed))
        or (_PARTNER_WORD.match(removed) is not None and _PAIRING.search(short) is not None)
        or (
            _RESTRICTION.match(removed) is not None
            and removed[:1] == " "
            and _ONLY.search(short) is not None
        )
        or (_RESTRICTION.match(removed) is not None and _PREDICATE.search(short) is not None)
        or (_OTHER_SIDE.search(removed) is not None and _DIFFERENCE.search(short) is not None)
    )


def _tells_when(short: str, removed: str) -> bool:
    """Whether `removed` tells when the few words of `short` are true: "It ends [if …]"."""
    return _CONDITION.match(removed) is not None and without_label(short).count(" ") < _CLAUSE_WORDS


def _is_open(short: str, removed: str) -> bool:
    """Whether the last clause of `short` goes on in `removed`, which begins with no comma."""
    if short.rsplit(" ", 1)[-1] in _OPEN:
        return True
    start = max(short.rfind(word) + len(word) if word in short else 0 for word in _CLAUSES)
    clause = short[start:]
    words = clause.count(" ") + 1 + (_PARTNER_WORD.match(removed) is None)
    return start > 0 and words <= _CLAUSE_WORDS and not set(",;:") & set(clause)

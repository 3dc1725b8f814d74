"""The start of a point: without discourse words, and with its subject."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from drill.points.atoms import ATOM
from drill.points.content import overlap, stems
from drill.points.languages import HAN, Language, compiled

_SUBJECT_RANGE = 80  # characters within which the verb must come
_SUBJECT_WORDS = 6
_SUBJECT_LIMIT = 40  # characters; a longer subject is dropped rather than repeated
_WORD = re.compile(rf"{ATOM}|[^\W_]+")
_SIMPLE_WORD = re.compile(r"^[\"'“«(]?((?![α-ω]\b)[^\W\d_]+)(?=$|[\s,;:.!?'’-])")
_LEADING_JUNK = re.compile(
    r"^(?:[•●▪◦‣]\s*|[A-H]\.\s+(?=[A-Z][a-z])|\d{1,2}[.、．](?=[㐀-鿿])|[(（]?\d{1,2}[)）][.、]?\s*(?=\D)|(?:[\s,;:!?…、，。：；)）\]/|→]|[=>](?![=>])|\.(?!\w))+|[-–—*+#·]+\s+|[-–—](?=[A-ZÀ-ÞА-Я][a-zà-ÿа-я])|->\s*|=>\s*)+"
)
_BEFORE_NOUN = re.compile(
    r" (?:una?|el|la|uma?|o|a|eine?|der|die|das|an?|the)$|^(?:son|são)$", re.IGNORECASE
)
_OF_SEVERAL = re.compile(r" (?:of|dos|das|de l[oa]s|des|dei|delle) ")  # "is one of the"
_PLURALS = frozenset(
    ("they", "those", "these", "они", "ellos", "ellas", "eles", "elas", "ils", "elles")
)
# "These values include …": the previous subject goes before a single-word noun.
_LISTED = re.compile(r"[a-z]+s (?:include|are)\b(?! (?:called|known))")
_ARTICLE = re.compile(r"^(?:an?|the|el|la|los|las|os?|as?|der|die|das) ", re.IGNORECASE)
_OWNER_WORDS = 3
_HALF_ASKED = 0.5  # of the question; a subject with less is one of several
_BARE_MODAL = re.compile(r"(?:would|could|might|may|can|should|does|did|do)\b(?! not\b)")
# These name no thing to go on with: "una variable", "usar".
_INDEFINITE = re.compile(r"(?:una?|uma?) |\w+(?:ar|er|ir)$", re.IGNORECASE)
_OPEN_HEAD = re.compile(r" (?:to|that|which|who) ")
_CONTRACTED = re.compile(r"^['’](s|re|ll|ve|d)\b")
_CONTRACTIONS = {"s": "is", "re": "are", "ll": "will", "ve": "have", "d": "would"}
_ASIDE = re.compile(r"(?<!\s)\s*+\([^()]*\)|(?: (?:basically|essentially|also))+$")
_PAUSE = re.compile("[,;:，；：—]")
# Other commas part the items of a list: "Integrates with Git, Maven, …".
_APPOSITION = re.compile(
    r", (?:also|or|called|known|formerly|sometimes|often|an?|the|which|who|whose|like|such as|"
    r"abbreviated|short)\b"
)
_OPENERS_MOST = 4
_RECENT = 256  # sentences of one answer, which several rules look at
_HOMELESS = re.compile(
    r"^(?:(?:it|this|that|these|those|they|however|therefore|so|but|and|also|for example|"
    r"for instance|e\.g|such|here|"
    r"above|below|there|what|he|she|which|whose|it's|its|their|either|neither|another|others?|"
    r"the other|the (?:former|latter)|"
    r"the (?:first|second|third|fourth|last|next|same|other) (?:one|is|are|was|has|option|"
    r"approach|method|example|way|step|case|category|group|variant|query|"
    r"statement|snippet)|one is|one of them|the \w+ of (?:which|whom)|"
    r"вони|воно|вона|він|це|это|этот|эта|эти|он|она|оно|они|их|его|её|ее|также|но|однако|поэтому|например|второй|первый|"
    r"ahí|allí|aquí|aí|ali|aqui|"
    r"esto|eso|ello|estos?|estas?|ellos|isso|isto|eles|elas|dies|diese[rs]?|das ist|sie|er|"
    r"es ist|dabei|dadurch|hierbei|hierzu|dazu|hier|"
    r"quest[oaei]|quell[oaei]|ess[oaei]|in questo caso|"
    r"bu|bun[ua]|bunun|bunlar\w*|bundan|burada|onun|onlar\w*|şu|"
    r"điều này|chúng|đây|nó|việc này|cách này|khi đó|khi này|lúc này|"
    r"c['’]était|ce sont|cela|ça|ils?(?= (?:est|permet|sert))|elles?(?= (?:est|sont|permet))|"
    r"ini|itu|hal (?:ini|itu|tersebut)|dengan (?:ini|demikian|begitu)|mereka|ia|dia|"
    r"dzięki (?:niemu|niej|nim|temu)|t[eaoy]n?(?= \w+ (?:jest|są))|te|tym|tego|jest to|są to|"
    r"dit|deze|این|آن|یہ|यह|ये|वह|इस\w*)\b"
    r"|これ|それ|この|その|ここ|そこ|它|他|她|这(?!些年)|那(?!么)|此外|其|前者|后者|不是|情况下|"
    r"时候|基础上|过程中|以上|上述|이러한|이는 |이것|이를 |이런 |그런 |이때 |이 경우 |해당 |"
    r"그래서)",
    re.IGNORECASE,
)
_DEICTIC = compiled(
    r"\b(?:this|these|those|such an?|above|below|previous(?:ly)?|it's own|этот|эта|эти|этого|"
    r"этой|этих|этом|этому|данный|данного|"
    r"такой|такого|такие|выше|ниже|esta|este|esto|estas|estos|dicho|dicha|dies\w*|essa?|esse|"
    r"isso)\b|[这该]|上述|以上|前面|此(?=[时种类外处])"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A sentence with the opening of a point.

    `continues`: it began with a pronoun or "this …", so it builds on the sentence before; `led`:
    the pronoun could not be resolved; `outside`: it is about the text.
    """

    text: str
    led: bool = False
    continues: bool = False
    outside: bool = False


def resolve_opening(
    sentence: str,
    subject: str,
    topic: Sequence[str],
    language: Language,
    *,
    title: str = "",
    first: bool = False,
) -> Opening:
    """`sentence` without discourse words, and with its subject in place of a pronoun.

    `subject` is the referent of a pronoun at its start, empty if unknown; `topic` the stems of the
    question; `title` the heading above. `first`: the sentence is in the first block, where "it" is
    the subject of the question.
    """
    text = strip_openers(sentence, language)
    subject_fits = 0 < len(subject) <= _SUBJECT_LIMIT
    for opening, instead in language.demonstratives:
        if match := compiled(opening).match(text):
            return _of_demonstrative(text[match.end() :], instead, title, subject, language)
    if subject_fits and language.find("bare_verb").match(text) and not _INDEFINITE.match(subject):
        return Opening(_joined(subject, lower_start(text)), continues=True)
    copula = language.find("copula").match(text)
    if copula and _BEFORE_NOUN.search(copula[0]) and not _OF_SEVERAL.match(text, copula.end()):
        return Opening(capitalised(text[copula.end() :]), continues=bool(subject))
    if language.find("bound_clause").match(text):
        return Opening(capitalised(text), led=True, continues=True)
    owner = language.find("possessive").match(text)
    if owner and subject_fits:
        of_it = f"{subject}{_of(subject)} {text[owner.end() :]}"
        return Opening(capitalised(of_it), continues=True)
    pronoun = language.find("pronoun").match(text)
    if pronoun is None:
        return Opening(capitalised(text))
    rest = text[pronoun.end() :].strip()
    rest = _CONTRACTED.sub(lambda match: _CONTRACTIONS[match[1].lower()], rest)
    known = overlap(stems(subject, language), topic) > 0.99 if subject else False
    takes = _takes_subject(pronoun[0])
    is_asked = first and pronoun[0].lower() not in _PLURALS
    known = known or (is_asked and (takes or not subject))
    if language.find("expletive").match(text):
        return Opening(capitalised(_predicate(rest, language)), led=not known, continues=True)
    if subject_fits and takes:
        return Opening(capitalised(_joined(subject, rest)), continues=True)
    names = language.find("copula").match(rest) is not None  # "this is the core of it"
    rest = _predicate(rest, language)
    lost = (
        not known and (names or takes)  # nobody knows who "they" are
    ) or _BARE_MODAL.match(rest) is not None  # "would involve work at home"
    name = "" if lost or (names and not takes) else _one_of_several(subject, topic, language)
    text = f"{name}{language.colon}{rest}" if name else capitalised(rest)
    return Opening(text, led=not (known or name), continues=True, outside=lost)


def _of_demonstrative(
    rest: str, instead: str, title: str, subject: str, language: Language
) -> Opening:
    """A sentence that goes on with `rest` after "this" or "these", which become `instead`."""
    noun = _WORD.match(rest)
    if noun and language.code == "ru":  # "этот вид соединения": the noun has an attribute
        noun = noun if _ends_noun(rest[noun.end() :], language) else None
    for phrase in (title, subject):
        if noun and _is_head(noun[0], phrase, language):
            return Opening(capitalised(f"{phrase}{rest[noun.end() :]}"), continues=True)
    if _LISTED.match(rest) and 0 < len(subject.split()) <= _OWNER_WORDS:
        return Opening(capitalised(f"{_ARTICLE.sub('', subject)} {rest}"), continues=True)
    outside = noun is not None and language.find("counted").match(rest) is not None
    return Opening(capitalised(f"{instead}{rest}"), led=True, continues=True, outside=outside)


def _predicate(rest: str, language: Language) -> str:
    """The words after a pronoun, without the copula that they begin with."""
    copula = language.find("copula").match(rest)
    return strip_openers(rest[copula.end() :] if copula else rest, language)


def _one_of_several(subject: str, topic: Sequence[str], language: Language) -> str:
    """`subject` as a label, if it is only one of the things that the question asks for."""
    name = stems(subject, language)
    is_asked = overlap(name, topic) > 0.99 and overlap(topic, name) <= _HALF_ASKED
    is_short = 0 < len(subject.split()) <= _OWNER_WORDS
    return capitalised(_ARTICLE.sub("", subject)) if is_asked and is_short else ""


def _of(owner: str) -> str:
    return "'" if owner.endswith("s") and not owner.endswith("ss") else "'s"


def _joined(subject: str, rest: str) -> str:
    return f"{subject}{rest}" if HAN.match(rest) else f"{subject} {rest}"


@lru_cache(_RECENT)
def strip_openers(text: str, language: Language) -> str:
    """`text` without the discourse words it begins with."""
    text = _LEADING_JUNK.sub("", text)
    for _ in range(_OPENERS_MOST):
        opener = language.find("opener").match(text)
        if not opener or len(text) - opener.end() < 8:
            break
        text = text[opener.end() :].lstrip(" ,，、")
    return text


@lru_cache(_RECENT)
def subject_of(sentence: str, language: Language) -> str:
    """The subject of `sentence`: the words before its verb, or empty if they are many."""
    start = sentence.find(" ") + 1
    verb = None
    if language.code != "zh":  # there many nouns contain a verb: 内存 "memory", 存 "to store"
        verb = language.find("verb").search(sentence[:_SUBJECT_RANGE])
    verb = verb or language.find("finite").search(sentence[:_SUBJECT_RANGE], start)
    if not verb:
        return ""
    head = sentence[: verb.start()].strip()
    if head.endswith(",") and _APPOSITION.search(head):  # "A heap, also called …, is"
        head = head.split(",", 1)[0]
    words = head.split()
    if language.find("no_subject").match(f"{head} "):
        return ""
    if words and language.find("dangling").fullmatch(words[-1]):
        return ""
    if language.code == "en" and _OPEN_HEAD.search(head):  # "a tool used to group items"
        return ""
    if len(words) == 1 and head.endswith("ing") and not language.find("verb").match(verb[0]):
        return ""  # "Teaching students": what looks like a verb is its object
    is_clean = not _PAUSE.search(head) and not language.find("pronoun").match(f"{head} ")
    if (
        not 0 < len(words) <= _SUBJECT_WORDS
        or not is_clean
        or language.find("background").match(head)
        or language.find("condition").match(head)
    ):
        return ""
    return _ASIDE.sub("", head)


def capitalised(text: str) -> str:
    """`text` with a capital at its start, unless its first word has capitals already."""
    text = _LEADING_JUNK.sub("", text)
    first = _SIMPLE_WORD.match(text)
    if first and first[1].islower():
        at = first.start(1)
        return text[:at] + text[at].upper() + text[at + 1 :]
    return text


def points_outside(text: str) -> bool:
    """Whether `text` refers to "this" or "the above", which a reader of the point cannot see."""
    return _DEICTIC.search(text) is not None


def lower_start(text: str) -> str:
    """`text` as the continuation of a sentence: only a name keeps its capital."""
    first = _SIMPLE_WORD.match(text)
    if first and first[1][1:].islower():
        return text[0].lower() + text[1:]
    return f"a{text[1:]}" if text.startswith("A ") else text


@lru_cache(_RECENT)
def is_homeless(text: str) -> bool:
    """Whether `text` still starts with a word that refers to something outside it."""
    return _HOMELESS.match(text) is not None


def _is_head(noun: str, phrase: str, language: Language) -> bool:
    """Whether `noun` is the head of `phrase`: its last word in English, any word elsewhere."""
    words = phrase.lower().split(" of ", 1)[0].split()
    return noun.lower() in (words[-1:] if language.code == "en" else words)


def _ends_noun(behind: str, language: Language) -> bool:
    return language.find("verb").match(behind.lstrip()) is not None or behind[:2] == " —"


def _takes_subject(pronoun: str) -> bool:
    """Whether `pronoun` stands for a thing, as "it" does; "this" mostly stands for a statement."""
    return pronoun.lower() not in {
        "this",
        "that",
        "which",
        "c'",
        "c’",
        "esto",
        "eso",
        "isso",
        "isto",
        "cela",
        "ceci",
        "ça",
        "das",
        "это",
    }

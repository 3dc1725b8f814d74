"""What the rules know of a language: words as regular expressions, none of them essential.

One module a language. An answer in any other language goes by its structure alone.
"""

import re
from dataclasses import dataclass
from functools import cache

from drill.points.languages.branching import branched

_NEVER = r"(?!)"
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
HAN_RANGE = "㐀-䶿一-鿿"
"""Chinese characters, to stand in a class of a regular expression."""
HAN = re.compile(f"[{HAN_RANGE}]")
_HANGUL = re.compile("[가-힣]")
_OTHER = re.compile("[぀-ヿ؀-ۿ֐-׿ऀ-ॿ฀-๿]")
_LATIN_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 3_000  # characters that tell a language
_CLEARLY = 0.25  # of the words; so many no other language has by chance


@dataclass(frozen=True, eq=False)
class Language:
    """Patterns are matched without regard to case.

    Words. `stop`: function words, which carry no content. `dangling`: words that no phrase ends
    with. `abbreviations`: what has a full stop inside a sentence. `verb`: words that tell where a
    subject ends; `finite`: what looks like a verb right after a subject. `needy`: words that need
    the phrase behind them. `more`: stands for the rest of an enumeration. `colon`: stands behind
    a label; `comma` and `semicolon`: between things and statements that are put together.

    What says nothing. `example`: starts an example; `vivid`: starts a story, which goes on.
    `outside`: starts a sentence about the text or to the reader; `anywhere`: the same, wherever it
    stands. `announcing`: only says that something follows; `follows`: the clause that says so.
    `empty`: ends a sentence that only counts things; `counted`: what is counted or shown, as in
    "these steps". `cross_reference`: "as shown above".

    Openings. `opener`: discourse words that a sentence can lose. `pronoun`: a subject that stands
    for one before, `copula`: what goes with it; `expletive`: a pronoun that stands for nothing.
    `possessive`: "its", for which the subject before can stand. `bare_verb`: starts a sentence
    that leaves its subject out. `bound_clause`: starts with what was said before ("if it does").
    `demonstratives`: openings such as "these" before a noun, with what may stand in their place.
    `naming`: a sentence that only gives a name, the first group, to what was said before.
    `scope`: opens a paragraph with what all of it is about, the first group ("In C, …").
    `no_subject`: what is no subject for a pronoun to stand for. `open_end`: ends a lead-in that its
    items go on with.

    Shortening. `tails`: what may go from its start to the end, with its cost against 1. `splits`:
    where one sentence is two; `contrast`: what keeps the two apart even where both fit on a line;
    `second_verb`: where its subject has another verb;
    `modal`: stands between a subject and an infinitive, `second_infinitive`: where there is
    another; `participles`: such openings of a second half (in Korean, endings of a first one),
    with the verb to put there. `preposition`: starts a phrase that may go at the end.
    `background`: a leading clause that may go; `condition`: one that must stay, unless it is
    `restating` the question. `genus`: what a definition can do without ("situation where").
    `genus_clause`: the whole of it before a verb ("is a tool that").
    `purpose`: what may go between a subject and its verb, as the first group. `rewrites`: shorter
    ways to say the same; `terse`: words that notes do without. `fragment`: a clause without its
    main clause.
    """

    code: str
    stop: frozenset[str] = frozenset()
    dangling: str = _NEVER
    abbreviations: str = _NEVER
    opener: str = _NEVER
    example: str = _NEVER
    outside: str = _NEVER
    anywhere: str = _NEVER
    announcing: str = _NEVER
    pronoun: str = _NEVER
    bare_verb: str = _NEVER
    naming: str = _NEVER
    scope: str = _NEVER
    possessive: str = _NEVER
    bound_clause: str = _NEVER
    copula: str = _NEVER
    demonstratives: tuple[tuple[str, str], ...] = ()
    condition: str = _NEVER
    background: str = _NEVER
    genus: str = _NEVER
    genus_clause: str = _NEVER
    tails: tuple[tuple[str, float], ...] = ()
    splits: tuple[str, ...] = ()
    contrast: str = _NEVER
    preposition: str = _NEVER
    needy: str = _NEVER
    rewrites: tuple[tuple[str, str], ...] = ()
    verb: str = _NEVER
    finite: str = _NEVER
    fragment: str = _NEVER
    expletive: str = _NEVER
    no_subject: str = _NEVER
    open_end: str = _NEVER
    terse: str = _NEVER
    purpose: str = _NEVER
    counted: str = _NEVER
    follows: str = _NEVER
    restating: str = _NEVER
    cross_reference: str = _NEVER
    vivid: str = _NEVER
    empty: str = _NEVER
    second_verb: str = _NEVER
    modal: str = _NEVER
    second_infinitive: str = _NEVER
    participles: tuple[tuple[str, str], ...] = ()
    more: str = " …"
    colon: str = ": "
    comma: str = ", "
    semicolon: str = "; "

    @cache  # noqa: B019 (a language is a constant, and no call is made more often)
    def find(self, name: str) -> re.Pattern[str]:
        """The compiled pattern of that name."""
        return compiled(getattr(self, name))

    def concise(self, text: str) -> str:
        """`text` with its `rewrites` made."""
        lower = text.lower()
        for wordy, instead in self.rewrites:
            if any(word in lower for word in _literals(wordy)):
                text = compiled(wordy).sub(instead, text)
        return text


_CHOICE = re.compile(r"\(\?:([^()|\\\[\]]+(?:\|[^()|\\\[\]]+)+)\)(?![?*])")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@cache
def _literals(pattern: str) -> tuple[str, ...]:
    """Letters of which every text has some that `pattern` matches; cheaper to look for."""
    bare = re.sub(r"\\.|\[[^\]]{0,200}\]|\w[?*]", " ", pattern)
    while "(" in bare:
        bare = re.sub(r"\([^()]*\)[?*]?", " ", bare)
    words = [] if "|" in bare else _LETTERS.findall(bare)
    if words:
        return (max(words, key=len),)
    choice = _CHOICE.search(pattern)
    options = choice[1].split("|") if choice else [""]
    found = tuple(max(_LETTERS.findall(each), key=len, default="") for each in options)
    return found if all(found) else ("",)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern` without regard to case."""
    return re.compile(branched(pattern), re.IGNORECASE)


@cache
def _latin() -> tuple[Language, ...]:
    from drill.points.languages.english import ENGLISH
    from drill.points.languages.german import GERMAN
    from drill.points.languages.portuguese import PORTUGUESE
    from drill.points.languages.spanish import SPANISH

    return ENGLISH, SPANISH, PORTUGUESE, GERMAN


def language_of(text: str) -> Language:
    """The language that most words of `text` speak for; `OTHER` where none does."""
    from drill.points.languages.chinese import CHINESE
    from drill.points.languages.korean import KOREAN
    from drill.points.languages.russian import RUSSIAN

    sample = text[:_SAMPLE]
    words = _LATIN_WORD.findall(sample.lower())
    letters = sum(map(len, words)) or 1
    if not sample.isascii():
        if len(_OTHER.findall(sample)) * 3 > letters:
            return OTHER
        # One Korean syllable says as much as two letters.
        if len(_HANGUL.findall(sample)) * 4 > letters:
            return KOREAN
        # One Chinese character says as much as two or three letters.
        if len(HAN.findall(sample)) * 6 > letters:
            return CHINESE
        if len(_CYRILLIC.findall(sample)) * 3 > letters:
            return RUSSIAN
    most, found = 0, OTHER
    for language in _latin():
        count = sum(map(language.stop.__contains__, words))
        if count > most:
            most, found = count, language
        if most > _CLEARLY * len(words):
            return found
    return found if most * 12 >= len(words) else OTHER


OTHER = Language("")
"""A language that nothing is known of."""

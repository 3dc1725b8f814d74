"""The words of each language that help the rules, as regular expressions; none is essential.

`english` (with `english_chatter` and `english_rewrites`), `french`, `german`, `portuguese`,
`spanish`, `russian`, `chinese` and `korean` hold one language each; an answer in another language
goes by its structure alone.
`branching` makes long lists of words fast to match; `required` finds what spares most searches.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, compress

from drill.points.languages.branching import branched
from drill.points.languages.required import required

_NEVER = r"(?!)"
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
HAN_RANGE = "㐀-䶿一-鿿"
"""Chinese characters, for a class of a regular expression."""
HAN = re.compile(f"[{HAN_RANGE}]")
_HANGUL = re.compile("[가-힣]")
_OTHER = re.compile("[぀-ヿ؀-ۿ֐-׿ऀ-ॿ฀-๿]")
_ASCII_WORD = re.compile("[a-z]+")
_LATIN_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 3_000  # characters that tell a language
_LEAST = 0.1  # of the words; an unknown language shares fewer
_RECENT = 256  # sentences of one answer, which several rules look at
_CLEARLY = 0.25  # of the words; no other language has so many by chance


@dataclass(frozen=True, eq=False)
class Language:
    """The patterns of one language, matched without regard to case.

    Words. `stop`: function words, without content. `dangling`: words that cannot end a phrase.
    `abbreviations`: words with a full stop inside a sentence. `verb`: verbs, which end a subject;
    `finite`: a likely verb right after a subject. `needy`: words that need the phrase after them.
    `more`: "etc." for the rest of an enumeration. `colon`: goes after a label; `comma` and
    `semicolon`: join things and statements.

    Empty text. `example`: starts an example; `vivid`: starts a story of several sentences.
    `outside`: starts a sentence about the text or to the reader; `anywhere`: marks one anywhere.
    `announcing`: only says that something follows; `follows`: the clause that says so.
    `empty`: ends a sentence that only counts things; `counted`: the things counted or shown, as in
    "these steps". `cross_reference`: "as shown above".

    Openings. `opener`: discourse words that a sentence can lose. `pronoun`: a subject that stands
    for an earlier one, `copula`: the verb after it; `expletive`: a pronoun without a referent.
    `possessive`: "its", which the earlier subject can replace. `bare_verb`: starts a sentence
    without a subject. `bound_clause`: starts with a back-reference ("if it does").
    `demonstratives`: openings such as "these" before a noun, each with its replacement.
    `naming`: a sentence that only names the subject before it; its first group is the name.
    `scope`: opens a paragraph with its subject, the first group ("In C, …").
    `no_subject`: words that no pronoun can refer to. `open_end`: ends a lead-in that its items
    complete.

    Shortening. `tails`: starts of endings that may go, with their cost against 1. `splits`: joints
    between two sentences in one; `contrast`: a joint that splits even a sentence that fits;
    `second_verb`: the joint before a second verb of the subject; `modal`: stands between a subject
    and an infinitive, `second_infinitive`: the joint before another one; `participles`: openings of
    a second half (in Korean, endings of a first one), each with the verb that replaces it.
    `preposition`: starts a phrase that may go at the end. `background`: a leading clause that may
    go; `condition`: a leading clause that must stay, unless it is `restating` the question.
    `genus`: words a definition can do without ("situation where"); `genus_clause`: the same with
    the verb ("is a tool that"). `purpose`: words between a subject and its verb that may go, as the
    first group. `rewrites`: wordy phrases and their shorter forms; `terse`: words that notes do
    without. `fragment`: a clause without its main clause.
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
    generic: str = _NEVER
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

    @lru_cache(_RECENT)  # noqa: B019 (a language is a constant)
    def concise(self, text: str) -> str:
        """`text` with its `rewrites` made, in their order."""
        wordy, instead = self._rewrites()
        waiting = promising(wordy, text)
        while waiting:
            first, *waiting = waiting
            pattern = wordy[first]
            text, count = compiled(pattern).subn(instead[first], text)
            if count:  # a later one may match what is there now
                waiting = [at for at in promising(wordy, text) if at > first]
        return text

    @cache  # noqa: B019 (a language is a constant)
    def _rewrites(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The patterns of the `rewrites`, and what they become."""
        return tuple(wordy for wordy, _ in self.rewrites), tuple(to for _, to in self.rewrites)


def promising(patterns: tuple[str, ...], text: str) -> list[int]:
    """The places of those of `patterns` that may match `text`, in their order.

    Most match few texts, and to look for the letters of all costs less than to search for one.
    """
    letters, places = _letters(patterns)
    return sorted(set(compress(places, map(text.lower().__contains__, letters))))


@cache
def _letters(patterns: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The texts of which a match has one, and the place of the pattern of each."""
    texts = [required(pattern) for pattern in patterns]
    places = (at for at, some in enumerate(texts) for _ in some)
    return tuple(chain.from_iterable(texts)), tuple(places)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern` without regard to case."""
    return re.compile(branched(pattern), re.IGNORECASE)


@cache
def _latin() -> tuple[Language, ...]:
    from drill.points.languages.english import ENGLISH
    from drill.points.languages.french import FRENCH
    from drill.points.languages.german import GERMAN
    from drill.points.languages.portuguese import PORTUGUESE
    from drill.points.languages.spanish import SPANISH

    return ENGLISH, SPANISH, PORTUGUESE, FRENCH, GERMAN, _ITALIAN


def language_of(text: str) -> Language:
    """The language of most words of `text`; `OTHER` if there is none."""
    from drill.points.languages.chinese import CHINESE
    from drill.points.languages.korean import KOREAN
    from drill.points.languages.russian import RUSSIAN

    sample = text[:_SAMPLE]
    words = (_ASCII_WORD if sample.isascii() else _LATIN_WORD).findall(sample.lower())
    if not sample.isascii():
        letters = sum(map(len, words)) or 1
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
    distinct = set(words)  # a keyword such as "this" may come often in any language
    most, language = 0, OTHER
    for candidate in _latin():
        count = len(distinct & candidate.stop)
        if count > most:
            most, language = count, candidate
        if candidate.code == "en" and most > _CLEARLY * len(distinct):
            return language  # the others share words with each other
    return language if most >= _LEAST * len(distinct) else OTHER


OTHER = Language("")
"""An unknown language."""
_ITALIAN = Language(  # without rules, too: its words keep the Spanish ones off it
    "",
    stop=frozenset(
        """il lo la i gli le un uno una di a da in con su per tra fra e o ma se che chi non è sono
        era del dello della dei degli delle al allo alla ai agli alle dal dalla dai dalle nel nello
        nella nei nelle sul sulla sui sulle come dove quando quindi anche più questo questa questi
        queste quello quella si ci può possono essere viene cui""".split()
    ),
)

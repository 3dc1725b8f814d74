"""What the rules know of a language: words as regular expressions, none of them essential.

One module a language. An answer in any other language goes by its structure alone.
"""

import re
from dataclasses import dataclass
from functools import cache

_NEVER = r"(?!)"
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_HAN = re.compile("[㐀-䶿一-鿿]")
_OTHER = re.compile("[぀-ヿ가-힣؀-ۿ֐-׿ऀ-ॿ฀-๿]")
_LATIN_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 3_000  # characters that tell a language


@dataclass(frozen=True)
class Language:
    """Patterns are matched without regard to case; those named after a place only there.

    `stop`: function words, which carry no content. `dangling`: words that no phrase ends with.
    `abbreviations`: what has a full stop inside a sentence. `opener`: discourse words that a
    sentence can lose. `example`: starts an example. `outside`: starts a sentence about the text or
    to the reader. `anywhere`: the same, wherever it stands. `announcing`: only says that something
    follows. `pronoun`: a subject that stands for one before; `copula`: what goes with it.
    `demonstratives`: openings such as "these" before a noun, with what may stand in their place. `condition`: a leading
    clause that must stay; `background`: one that may go. `tails`: what may go from its start to the
    end of the clause, with its cost; `splits`: where one sentence is two. `preposition`: starts a
    phrase that may go at the end, if `needy` does not match right before it. `rewrites`: shorter
    ways to say the same. `verb`: words that tell where a subject ends; `finite`: what looks like a
    verb right after a subject. `expletive`: a pronoun
    that stands for nothing; `no_subject`: what else speaks of nothing. `fragment`: a clause without its main clause. `terse`: words that
    notes do without; `counted`: what is
    counted or shown ("steps"), which says nothing alone; `follows`: the clause of a lead-in that
    announces. `purpose`: what may go between
    a subject and its verb, as the first group. `restating`: a leading clause that may only say the question again; `cross_reference`: "as
    shown above"; `vivid`: starts an imagined story, which goes on. `empty`: ends a sentence that only counts things. `open_end`: ends a
    lead-in that its items go on with. `more`: stands for the rest of an enumeration.
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
    copula: str = _NEVER
    demonstratives: tuple[tuple[str, str], ...] = ()
    condition: str = _NEVER
    background: str = _NEVER
    tails: tuple[tuple[str, float], ...] = ()
    splits: tuple[str, ...] = ()
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
    more: str = " …"

    def find(self, name: str) -> re.Pattern[str]:
        """The compiled pattern of that name."""
        return compiled(getattr(self, name))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern` without regard to case."""
    return re.compile(pattern, re.IGNORECASE)


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
    from drill.points.languages.russian import RUSSIAN

    sample = text[:_SAMPLE]
    words = [word.lower() for word in _LATIN_WORD.findall(sample)]
    letters = sum(map(len, words)) or 1
    if not sample.isascii():
        if len(_OTHER.findall(sample)) * 3 > letters:
            return OTHER
        # One Chinese character says as much as two or three letters.
        if len(_HAN.findall(sample)) * 6 > letters:
            return CHINESE
        if len(_CYRILLIC.findall(sample)) * 3 > letters:
            return RUSSIAN
    counts = [sum(word in language.stop for word in words) for language in _latin()]
    best = max(counts)
    return _latin()[counts.index(best)] if best * 12 >= len(words) and best else OTHER


OTHER = Language("")
"""A language that nothing is known of."""

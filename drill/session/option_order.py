"""The order of a multiple choice's options on the screen.

It is random, so that nobody learns "the second one", unless the order matters: options that refer
to each other ("all of the above", "A and C") or a run of numbers.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from drill.model import Question

if TYPE_CHECKING:
    from random import Random

# Words of an option that refers to others, in the languages of common question banks. A word too
# many only costs a shuffle, while a missing one makes a riddle: so the list is broad.
_SPEAKS_OF_OTHERS = r"""
    \b(?:all|any|none|both|neither|either|each|some|two|one)\b.{0,20}
        \b(?:above|below|these|those|them|options|answers|statements|choices|mentioned|listed|
             following|others)\b
    | \bthe\s(?:above|preceding|aforementioned)\b | ^above\b
    | ^(?:all|none|both|neither|either)\b(?:\s+(?:are|is)\s+\w+)?\W*$ | ^(?:both|neither)\b
    | \b(?:alle|keine?[rs]?|nichts|beides?)\b.{0,30}
        \b(?:genannte[nrs]?|davon|antworten|aussagen|obigen?|oben|richtig|falsch)\b
    | ^(?:beides?|keine[rs]?|alle|weder.*noch.*)\W*$
    | \b(?:toutes?|tous|aucune?)\b.{0,30}\b(?:réponses|ci-dessus|précédente?s|propositions|ces)\b
    | ^(?:les\sdeux|aucune?|toutes|tous)\W*$
    | \b(?:tod[oa]s?|ningun[oa]|ninguna|nenhum[a]?|nada)\b.{0,30}
        \b(?:anterior(?:es)?|opciones|respuestas|alternativas|opções|respostas|acima)\b
    | ^(?:amb[oa]s|ningun[oa]|nenhuma?|tod[oa]s)\W*$
    | \b(?:tutt[ei]|nessun[oa]?)\b.{0,30}\b(?:precedenti|risposte|opzioni|sopra)\b
    | ^(?:entramb[ei]|nessun[oa]|tutte)\W*$
    | \b(?:alle|geen|beide)\b.{0,30}\b(?:bovenstaande|antwoorden|deze)\b | ^(?:geen|beide)\W*$
    | \b(?:wszystkie|żadn[ae])\b.{0,30}\b(?:powyższ\w+|odpowiedzi|wymienion\w+)\b | ^(?:oba|obie)\b
    | \b(?:вс[её]|ничего|ни\sодин|ни\sодно|усі|жодн\w+)\b.{0,30}
        (?:перечисл|перелік|варианты|ответы|верн)
    | ^(?:оба|обе|обидва)\b
    | \b(?:hepsi|hiçbiri|yukarıdaki\w*)\b | \bher\siki
    | tất\scả | không\s(?:có\s)?(?:đáp|câu|phương)
    | (?:جميع|كل)\s+ما\s+(?:سبق|ذكر) | لا\s+شيء\s+مما
    | उपरोक्त | इनमें\sसे | सभी$
    | 以上|上述|都(?:不)?(?:对|對|是|正确) | 全部(?:正确)?$ | 上記|いずれ|すべて|全て|どちらも
    | 위의|모두|해당\s없음
    """
# Letters of other options: "A and C", "(a) or (b)", "A, B, and D", "only B".
_LETTER = r"(?:\(?[A-IА-И]\)|\([a-i]\)|(?<![\w.+#-])[A-IА-И](?![\w.+#'-])|(?<!\w)[a-i]\))"
_AND = (
    r"\s*(?:,\s*(?:and|or|und|oder)?|&|\+|and|or|und|oder|et|ou|y|o|e|en|of|i|и|или|ve|và|"
    r"和|与|と|와|과)\s*"
)
_ONLY = r"(?i:only|both|nur|seulement|s[oó]lo|apenas|solo|alleen|только)"
_NAMES_LETTERS = (
    rf"{_LETTER}{_AND}{_LETTER}"
    rf"|^\W*{_ONLY}\s+{_LETTER}\W*$"
    rf"|^\W*(?:{_ONLY}\s+)?(?:[a-i]{_AND}[a-i]|\d{_AND}\d)(?:\s+{_ONLY})?\W*$"
    rf"|(?i:\b(?:options?|answers?|choices?|statements?|antwort(?:en)?))\s+(?:{_LETTER}|\d\b)"
)
# An explanation that names options by their letters in the deck: "B is right", "option (c)".
_CALLS_BY_LETTER = (
    r"(?i:\b(?:options?|answers?|choices?|antwort(?:en)?|réponses?|respuestas?|ответы?))\s*+(?::\s*+)?"
    r"\(?(?:[A-Ia-iА-И]\)|[A-IА-И](?!\w))"
    r"|(?:^|[\s(])[A-IА-И]\s+(?:is|are|was|ist|sind|est|es|é)\s"
    r"|(?:^|\s)\(?[A-IА-И]\)\s"
)
_CODE = r"(?s:```.*?```|`[^`]*`|\$[^$]*\$)"
_BEGINS_WITH_NUMBER = r"[^\w]{0,4}(?:[A-Za-z]{1,3}\s?)?\d"
_NUMBER = r"(?:(?<!\w)-)?\d+(?:[.,_ ]\d+)*"
_LONGEST = 120  # characters: a longer sentence has a meaning of its own


def option_order(question: Question, rng: "Random") -> tuple[int, ...]:
    """The numbers of the question's options, from 0, in screen order."""
    numbers = list(range(len(question.options)))
    if question.shuffle if question.shuffle is not None else not order_matters(question):
        rng.shuffle(numbers)
    return tuple(numbers)


def order_matters(question: Question) -> bool:
    """Whether the options or the explanation only make sense in the deck's order."""
    texts = [option.text for option in question.options]
    return (
        any(map(speaks_of_others, texts))
        or is_run_of_numbers(texts)
        or re.search(_CALLS_BY_LETTER, _without_code(question.shown_answer or "")) is not None
    )


def speaks_of_others(text: str) -> bool:
    """Whether an option, Markdown, refers to others, as "all of the above" does."""
    words = _without_code(text).strip(" *_.")
    if len(words) > _LONGEST:
        return False
    spoken_of = re.search(_SPEAKS_OF_OTHERS, words, re.IGNORECASE | re.VERBOSE)
    return bool(spoken_of or re.search(_NAMES_LETTERS, words))


def is_run_of_numbers(texts: Sequence[str]) -> bool:
    """Whether each option begins with a number, and the numbers only rise or only fall."""
    if not all(re.match(_BEGINS_WITH_NUMBER, text) for text in texts):
        return False
    numbers = [[_value(number) for number in re.findall(_NUMBER, text)] for text in texts]
    pairs = list(pairwise(numbers))
    return all(a < b for a, b in pairs) or all(a > b for a, b in pairs)


def _without_code(text: str) -> str:
    return " ".join(re.sub(_CODE, " ` ", text).replace("*", "").split())


def _value(number: str) -> float:
    """A number as written in prose; separators of thousands are ignored."""
    digits = re.sub(r"[,_ ](?=\d{3}(?!\d))", "", number).replace(",", ".")
    whole, *rest = re.split(r"[._ ]+", digits)
    return float(f"{whole}.{''.join(rest) or 0}")

"""Finds the options that an answer names: by mark, letter, number or text."""

import re
from collections.abc import Sequence

from drill.importer.signals.labels import ALPHABETS, SIGN
from drill.text import words

_LETTERS = re.compile(
    r"\W{0,6}(?:(?:options?|choices?|вариант\w*|opci[oó]n\w*|选项|alternativa"
    r"|letra)\s{1,3})?(?P<all>[A-Ja-jА-Иа-и]"
    r"(?:(?:\s{0,3}(?:,|&|;|\+|/|\band\b|\bor\b|\by\b|\be\b|\bи\b|\bund\b|\bet\b|、|和"
    r"|或)\s{0,3}|\s{0,6})[*_`(\"']{0,3}[A-Ja-jА-Иа-и]){0,9})"  # at most nine options
    r"(?=[*_`\"']{0,3}(?:$|\n|[.):：、,;–—]|\s[-–—=★☆⭐]|\s\()|(?:\*\*|__)\s)"
)
_MARKED_LETTER = re.compile(
    r"(?m)^[^\S\n]*[-*+] ([A-J])\s*[-–—:]\s*(?:correct|right)\W*$", re.IGNORECASE
)
_LETTER_LIST = re.compile(
    r"(?:[-*+] [A-J](?:\s?[-–—:]\s?(?:correct|right|incorrect|wrong))?[^\w\n]{0,9}(?:\n{1,9}|$))+",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\W{0,6}(?:(?:the|la|le|die|a|o)\s)?(?:(?:correct|right)(?: answer| option| choice)?"
    r"|(?:respuesta|opción|resposta|opção|alternativa|réponse|option|risposta) "
    r"(?:correcta?|correta|certa|corretta)|bonne réponse|(?:richtige |korrekte )antwort"
    r"|правильный (?:ответ|вариант)|正确答案|正解)"
    r"\s?(?:is|es|é|est|è|ist|[-–—:：]|是|为|は)\s{0,2}",
    re.IGNORECASE,
)
_ALONE = re.compile(r"[\W_]*[A-Ja-jА-Иа-и](?:\s*(?:,|&|and|и)\s*[A-Ja-jА-Иа-и])*[\W_]*")
_ORDINALS = (
    "first|1st|primer[ao]?|primeir[ao]|première|premier|erste[ns]?|prim[ao]|перв(?:ый|ая|ое)|第一",
    "second|2nd|segund[ao]|deuxième|seconde|zweite[ns]?|second[ao]|втор(?:ой|ая|ое)|第二",
    "third|3rd|tercer[ao]?|terceir[ao]|troisième|dritte[ns]?|terz[ao]|трет(?:ий|ья|ье)|第三",
    "fourth|4th|cuart[ao]|quart[ao]|quatrième|vierte[ns]?|четв[её]рт(?:ый|ая|ое)|第四",
    "fifth|5th|quint[ao]|cinquième|fünfte[ns]?|пят(?:ый|ая|ое)|第五",
    "last|últim[ao]|dernière|dernier|letzte[ns]?|ultim[ao]|последн(?:ий|яя|ее)|最后一",
)
"""The words for the place of an option, from the first to the fifth, and for the last."""
_PLACE = re.compile(
    r"\W{0,6}(?:\w{1,3}[ '’])?(?:"
    + "|".join(f"(?P<at{n}>{ordinal})" for n, ordinal in enumerate(_ORDINALS))
    + r")(?:(?: one| \w*(?:option|opción|opção|opzione|вариант|answer|choice|respuesta|resposta"
    r"|réponse|antwort|risposta|ответ)| ?(?:个|項|项))\b|(?=\W{0,4}(?:[.:;)]|\n|$)))",
    re.IGNORECASE,
)
_AND = {"and", "y", "e", "et", "und", "и", "和"}
"""The words between the texts of several options."""
_APART = r"[*_`]{0,3}[ \t]*(?:\|\|?|[-–—:]+(?=\s)|[.;,](?=\s)|\n|$)[\s|:–—-]*"
"""The text between a repeated option in an answer and the explanation."""
_NAME_ENDS = re.compile(r"[.,;:](?=\s)|\s[-–—(]")
"""The end of an option's text before an explanation on its line: `True. It is …`."""
_HEADINGS = re.compile(r"\A(?:\s*#{1,6} [^\n]*\n)+")
_SIGNS = re.compile(
    rf"\W{{0,6}}(?P<all>(?:{SIGN})(?:(?:\s?(?:,|&|;|，|、|and|und|y|e|и)\s?|\s)(?:{SIGN})){{0,8}})"
    r"(?=[*_`\"')]{0,3}(?:$|\n|[.):：、,;–—]|\s[-–—(]))",
    re.IGNORECASE,
)
"""The signs of options that are no letters: Roman numbers, circled ones, syllables."""
_OTHER_FIRST = [[alphabet[0]] for alphabet in ALPHABETS[2:]]
_DIGITS = re.compile(
    r"\W{0,6}(?:options?\s{1,3})?(\d{1,2}(?:\s?(?:,|&|;|、|\band\b|\by\b|\be\b|\bи\b|\bund\b)\s?\d{1,2}){0,8})"
    r"\W{0,6}(?:$|\n)"
)
_SPEAKS_OF_LETTERS = re.compile(
    r"\b(?i:options?|answers?|choices?|statements?|вариант\w*|opci[oó]n(?:es)?|letra"
    r"|alternativa|antwort)"
    r"\s+[(\"'*`]{0,2}[A-J]\b|选项\s?[A-J]|^[-*\s]{0,4}\*{0,2}\(?[A-J][).:]\s",
    re.MULTILINE,
)


def named_in(answer: str, letters: Sequence[str], texts: Sequence[Sequence[str]]) -> set[int]:
    """The indexes of the options that `answer` names; `letters` and `texts` describe the options.

    An option without a letter has an empty one; a text is a list of words.
    """
    answer = _HEADINGS.sub("", answer, count=1)
    return (
        _by_mark(answer, letters)
        or _by_letter(answer, letters)
        or _by_text(answer, texts)
        or _by_place(answer, len(texts))
    )


def speaks_of_letters(answer: str) -> bool:
    """Whether an answer refers to options by letter or place, so that their order must be kept."""
    if _PLACE.match(answer):
        return True
    says = _SAYS.match(answer)
    named = _LETTERS.match(answer, says.end() if says else 0)
    return bool(named or _SPEAKS_OF_LETTERS.search(answer))


def is_place(answer: str) -> bool:
    """Whether an answer is only an option's number or place, which shuffling makes meaningless."""
    answer = answer.strip(" .*_\n")
    return bool(_DIGITS.fullmatch(answer) or _PLACE.fullmatch(answer))


def lists_letters(answer: str) -> bool:
    """Whether an answer only lists the letters of the options, some of them marked."""
    return bool(_MARKED_LETTER.search(answer)) and bool(_LETTER_LIST.fullmatch(answer.strip()))


def begins_with_number(answer: str) -> bool:
    """Whether the first line of an answer is only an option's number."""
    return _DIGITS.match(answer) is not None


def after_option(answer: str, letter: str, text: str) -> str:
    """The text of an answer after the letter and text of an option, or nothing."""
    said = r"\s+".join(map(re.escape, text.split()))
    name = rf"(?:{letter}\b[^\w\n]{{1,6}})?" if letter else ""
    named = re.match(rf"\W{{0,6}}{name}{said}{_APART}", answer, re.IGNORECASE)
    return answer[named.end() :].strip() if named else ""


def _by_mark(answer: str, letters: Sequence[str]) -> set[int]:
    """The options marked by an answer that repeats the letters."""
    marked = {match[1].lower() for match in _MARKED_LETTER.finditer(answer)}
    return {place for place, letter in enumerate(letters) if letter and letter in marked}


def _by_letter(answer: str, letters: Sequence[str]) -> set[int]:
    says = _SAYS.match(answer)
    answer = answer[says.end() :] if says else answer
    has_letters = any(letters)
    if letters[:1] in _OTHER_FIRST:
        signs = _SIGNS.match(answer)
        named = re.findall(SIGN, signs["all"].lower()) if signs else []
        return {n for n, letter in enumerate(letters) if letter in named}
    if match := _LETTERS.match(answer):
        letters_named = re.findall(r"(?<![^\W_])[A-Ja-jА-Иа-и](?![^\W_])", match["all"])
        if not letters_named and match["all"].isupper():
            letters_named = list(match["all"])
        if not has_letters and (says or _ALONE.fullmatch(answer)):
            # A numbered list may be displayed with letters, which only the answer mentions.
            letters = "abcdefghij"[: len(letters)]
        if any(letters):
            places = {
                letters.index(name.lower()) for name in letters_named if name.lower() in letters
            }
            return places if len(places) == len({name.lower() for name in letters_named}) else set()
    digits = _DIGITS.match(answer)
    if has_letters or digits is None:
        return set()
    counted = {int(digit) - 1 for digit in re.findall(r"\d+", digits[1])}
    return counted if counted <= {*range(len(letters))} else set()


def _by_text(answer: str, texts: Sequence[Sequence[str]]) -> set[int]:
    line = answer.strip().split("\n", 1)[0]
    said = words(line)
    if named := _exactly(said, texts) or _in_turn(said, texts):
        return named
    if named := _exactly(words(_NAME_ENDS.split(line, maxsplit=1)[0]), texts):
        return named
    begun = {n for n, text in enumerate(texts) if len(text) > 2 and said[: len(text)] == list(text)}
    return begun if len(begun) == 1 else set()


def _exactly(said: Sequence[str], texts: Sequence[Sequence[str]]) -> set[int]:
    """The options of which `said` is the text, or the number and the text."""
    pairs = enumerate(texts)
    return {n for n, text in pairs if text and said in ([*text], [str(n + 1), *text])}


def _in_turn(said: Sequence[str], texts: Sequence[Sequence[str]]) -> set[int]:
    """The options of which `said` is one after the other, and nothing else but "and"."""
    longest_first = sorted(range(len(texts)), key=lambda n: -len(texts[n]))
    named: set[int] = set()
    rest = list(said)
    while rest:
        place = next((n for n in longest_first if texts[n] and _begins(rest, texts[n])), None)
        if place is None and rest[0] not in _AND:
            return set()
        if place is not None:
            named.add(place)
        del rest[: len(texts[place]) if place is not None else 1]
    return named


def _begins(said: Sequence[str], text: Sequence[str]) -> bool:
    return list(said[: len(text)]) == list(text)


def _by_place(answer: str, count: int) -> set[int]:
    """The option whose place the answer says: "the second option"."""
    match = _PLACE.match(answer)
    if match is None or match.lastgroup is None:
        return set()
    place = int(match.lastgroup.removeprefix("at"))
    place = count - 1 if place == len(_ORDINALS) - 1 else place
    return {place} if place < count else set()

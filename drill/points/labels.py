"""The label that opens an item or paragraph: a term before a colon, a dash or a full stop."""

import re
from collections.abc import Sequence
from functools import lru_cache

from drill.points.atoms import ATOM
from drill.points.content import overlap, stems
from drill.points.languages import HAN, Language
from drill.points.openings import capitalised, lower_start
from drill.points.section_names import bare, is_named

LABEL = re.compile(r"[^:：,.;]{1,45}[:：] ?(?=\S)")
"""The label that opens a fact."""
_MARKED = re.compile(
    r"\s*(?:\([^()]{1,60}\)\s*)?(?:[:：]\s*|\s[—–-]{1,2}\s+|[—–]{1,2}\s*|\.\s+|\n+|。)"
)
_PLAIN = re.compile(
    r"([^:：.!?。！？\n,，;；—=]{1,60}?)\s*(?:[:：](?!//|:|\w\b|\d\d\b)\s*|\s[—–-]{1,2}\s+|——\s*|"
    r"(?<=\w)-\s+(?=[A-ZА-Я]))"
)
_SIGN = re.compile("[:：—–-]")  # a quick look: a label has one of these behind it
_STOPPED = re.compile(rf"((?:{ATOM}(?:,? (?:and|or|/) {ATOM})*)|[^.:!?,;\n]{{2,30}})\.\s+(?=\S)")
_GENERIC = re.compile(rf"(?<={ATOM}) (?:method|approach|technique|option|way|command|function)$")
_LEAST = 8  # characters; a shorter text says nothing about its label
_NEAR = 12  # characters that may precede the label in a sentence: "A ", "In computing, "
_TOLD = 0.6  # of a label's words; a sentence that starts with so many needs no label
_SUFFIX = 3  # letters that an ending adds: "index" and "indexes", but not "cons" and "consistency"
_NAMED = 0.5  # of a label's words; a sentence with these needs no label
_RUN = 2  # labels; a single one may name a part of what the first label names
_ITEM_WORDS = 6
_PROSE_WORDS = 3
_STOPPED_WORDS = 3  # "Meta tags. By means of …": more words are likely a sentence
_RECENT = 256  # sentences of one answer, which several rules look at
_HAN_PER_WORD = 2


@lru_cache(_RECENT)
def split_label(text: str, opening: int, in_item: bool, language: Language) -> tuple[str, str]:
    """The label of `text` and the text after it; an empty label if it has none.

    `opening` characters of `text` are bold or code.
    """
    if opening:
        head = text[:opening].rstrip()
        if is_named("note", head) and len(head) < len(text.rstrip()):  # "**Answer** To …"
            return bare(head), text[opening:].lstrip(" \n:：.。—–-")
        if head.endswith((":", "：")) and len(head) < len(text.rstrip()):
            return bare(head), text[opening:].lstrip()
        rest = text[opening:].lstrip()
        if head.endswith((".", "。")) and rest and _is_heading(head, rest, language):
            return bare(head), rest
        mark = _MARKED.match(text, opening)
        if mark and mark.end() < len(text) and word_count(head) <= _ITEM_WORDS + 2:
            return bare(text[: mark.end()].rstrip(" \n:：—–-.。")), text[mark.end() :]
    limit = _ITEM_WORDS if in_item or opening else _PROSE_WORDS
    plain = _PLAIN.match(text) if _SIGN.search(text) else None
    if plain and plain.end() < len(text) and word_count(plain[1]) <= limit:
        return bare(plain[1]), text[plain.end() :]
    line, _, rest = text.partition("\n")
    if in_item and rest and word_count(line) <= limit and line[-1:] not in ".!?,;:。！？":
        return bare(line), rest
    stopped = _STOPPED.match(text) if in_item else None
    if stopped and _is_term(stopped[1], language):
        return bare(stopped[1]), text[stopped.end() :]
    return "", text


def is_run_of_labels(sentences: Sequence[str], language: Language) -> bool:
    """Whether several of a paragraph's `sentences` have labels, but not the first behind its own.

    The label of the first sentence then names that sentence only.
    """
    first, *later = [bool(split_label(each, 0, True, language)[0]) for each in sentences or [""]]
    return not first and sum(later) >= _RUN


def has_name(sentence: str, language: Language) -> bool:
    """Whether a sentence of a paragraph begins with a label that is a name, without a verb."""
    label = split_label(sentence, 0, True, language)[0]
    return bool(label) and not language.find("verb").search(label)


def with_colon(label: str, text: str, language: Language) -> str:
    """`text` with a colon after `label`, if it is its subject: a cut takes subjects, not labels."""
    if not text.startswith(f"{label} ") or text.startswith(f"{label}{language.colon}"):
        return text
    rest = text.removeprefix(f"{label} ")
    copula = language.find("copula").match(rest)
    return f"{label}{language.colon}{rest[copula.end() :].lstrip() if copula else rest}"


def labelled(label: str, text: str, sentence: str, language: Language) -> str:
    """`label: text`, or the text alone if it repeats the label; `sentence` is the original."""
    pronoun = language.find("pronoun").match(text)
    start = pronoun.end() + 1 if pronoun else 0  # "Risk: this is …"
    copula = language.find("copula").match(text, start)
    if copula and len(text) > copula.end() + _LEAST:
        text = text[copula.end() :].strip()
    label = _GENERIC.sub("", label)
    near = len(label) + _NEAR + _SUFFIX
    told = overlap(stems(label, language), stems(sentence[:near], language))
    told = 0 if language.code == "zh" else told  # pairs of signs coincide by chance
    owner, comma, _ = label.partition(", ")
    if (
        told > _TOLD
        or (comma and text.startswith(f"{owner} "))
        or _says(sentence[:near], label)
        or _says(text[: len(label) + _SUFFIX + 1], label)
    ):
        return text
    if sentence[:1].islower() and text[1:2].islower():
        text = lower_start(text)
    first = label.split(" ", 1)[0]
    if first in language.stop or language.find("abbreviations").fullmatch(first):
        label = capitalised(label)  # other words in lower case may be identifiers
    return f"{label}{language.colon}{text}"


def named(label: str, text: str, sentence: str, language: Language) -> str:
    """`text`, a later part of what `label` opens, with the label if it does not say it itself."""
    name = stems(label, language)
    numbers = {word for word in name if word.isdigit()}  # "mode 0" is not "the mode"
    for said in (stems(sentence, language), stems(text, language)):
        if overlap(name, said) >= _NAMED and numbers <= set(said):
            return text
    if not label:
        return text
    own = split_label(text, 0, True, language)[0]
    if overlap(name, stems(own, language)):
        return text  # "Layer 3 switch: …" is no part of "Layer 2 switch"
    if own:
        return f"{label}, {lower_start(text)}"
    return labelled(label, text, sentence, language)


def _says(text: str, label: str) -> bool:
    """Whether `text` contains `label`, whose last word may have another ending."""
    _, match, rest = text.lower().partition(label.lower())
    ending = re.match(r"[a-zа-яё]*", rest)
    return bool(match) and (not ending or len(ending[0]) <= _SUFFIX)


def without_label(text: str) -> str:
    """`text` without the label before its first colon."""
    return LABEL.sub("", text, count=1) if ":" in text or "：" in text else text


def word_count(text: str) -> int:
    """The words of `text`; two Chinese characters count as one."""
    if text.isascii():
        return len(text.split())
    return len(HAN.sub(" ", text).split()) + -(-len(HAN.findall(text)) // _HAN_PER_WORD)


def _is_heading(head: str, rest: str, language: Language) -> bool:
    """Whether the bold `head` with its full stop is a name, and `rest` is about it."""
    return (
        word_count(head) <= _ITEM_WORDS
        and not language.find("verb").search(head)
        and not language.find("pronoun").match(rest)
    )


def _is_term(text: str, language: Language) -> bool:
    if re.fullmatch(rf"(?:{ATOM}|\W|and|or)+|\d{{3,}}(?:\s?[–-]\s?\d+)?", text):
        return True
    if text.lower() in language.stop:
        return False
    return (
        bool(language.code)
        and word_count(text) <= _STOPPED_WORDS
        and not language.find("verb").search(text)
        and text.split(maxsplit=1)[0][:1].isupper()
    )

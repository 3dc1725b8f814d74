"""Removes what nearly all answers of a document begin with, or are: labels and placeholders."""

import re
from collections import Counter
from collections.abc import Sequence

from drill.importer.signals.labels import REPLY
from drill.importer.source.lines import dedented
from drill.importer.source.reveals import is_reveal

_BEGINNING = re.compile(
    r"\s{0,3}(?:(?P<lead>[*_]{0,3}|`|<\w+>)(?P<word>[^\W\d_][^\n:：*_`]{0,28}?)\s{0,2}\d{0,3}\s{0,2}[*_`]{0,3}\s?(?:[:：]|[-–—](?=\s))"
    r"|(?P<bare>[\u0e00-\u0e7f\u3040-\u30ff\u4e00-\u9fff]{1,6}[ \u3000]|R\))"
    r"|(?P<sign>=>|->|→|⇒|➜|➡|►|▶|✔|[\u2600-\u27bf\U0001f300-\U0001faff]|[-–—](?=\s[^\n]*\n?$)))[*_`\ufe0f]{0,3}\s*"
)
_ITEM = re.compile(
    r"(?m)^[-*+][ \t]{1,4}(?P<mark>\*\*|__)(?P<word>[^\W\d_][^\n:：*_`]{0,28})"
    r"(?:[:：](?P=mark)|(?P=mark)[ \t]?[:：])[ \t]*"
)
"""A list item with a label: `- **Response**: It is …`."""
_LINE = re.compile(
    r"(?P<mark>\*\*|__|\*|_)(?=\S)[^\n*_]{1,40}(?P=mark)|[(\[（【][^()\[\]（）【】\n]{2,40}[)\]）】]"
)
"""A line in bold, italics or brackets: `**Reply**`, `(asked in 82 % of interviews)`."""
_PART = re.compile(r"(?m)^(?:\*\*|__)[^*_:：\n]{2,40}[:：]")
_SIBLING = re.compile(r"(?m)^[*_]{0,3}(?P<word>[^\W\d_][^\n:：*_`]{0,28}?)\s?[*_]{0,3}[:：]")
_PARTS = 2
"""The most bold labels per answer, on average, if the first labels the whole answer; three or more
label its parts."""
_MORE = 0.5
"""The most further lines or items of the same look per answer, on average; more divide answers."""
_ALIKE = 0.8
"""The least share of answers with the same beginning, to take it for a label."""
_LEAST = 3
"""The fewest answers with the same beginning, to take it for a label."""
_FORM = re.compile(r"[\[(<][^\[\]()<>\n]{1,60} [^\[\]()<>\n]{1,60}[\])>]")
"""Words in brackets, as in forms: `[your answer here]`."""
_SAME = 0.9
"""The least share of equal answers with such words, to take them for placeholders."""
_LEAST_SAME = 5
"""The fewest such answers."""


def without_shared_label(answers: Sequence[str | None]) -> list[str | None]:
    """`answers` without the beginning that nearly all share: a word and a mark, a line, or a sign.

    Answers that are nearly all the same words in brackets are placeholders; they become None.
    """
    given = [answer for answer in answers if answer is not None]
    same, count = Counter(given).most_common(1)[0] if given else ("", 0)
    if _FORM.search(same) and count >= max(_LEAST_SAME, _SAME * len(given)):
        return [None if answer == same else answer for answer in answers]
    return _without_item(_without_beginning(_without_line(answers)))


def _most_common(keys: Sequence[str]) -> tuple[str, int]:
    """The key that most answers have, and their number; empty keys and replies do not count."""
    labels = [key for key in keys if key and not REPLY.fullmatch(key)]
    return Counter(labels).most_common(1)[0] if labels else ("", 0)


def _is_shared(count: int, answers: Sequence[str | None]) -> bool:
    return count >= max(_LEAST, _ALIKE * sum(answer is not None for answer in answers))


def _without_line(answers: Sequence[str | None]) -> list[str | None]:
    """`answers` without a first line of its own look, or the button of a printed page."""
    split = [(answer or "").partition("\n") for answer in answers]
    keys = [_line_key(first) if rest else "" for first, _, rest in split]
    shared, count = _most_common(keys)
    below = (line for _, _, rest in split for line in rest.split("\n"))
    more = sum(line[:1] == shared[:1] and bool(_LINE.fullmatch(line)) for line in below)
    if not _is_shared(count, answers) or more > _MORE * count:
        return list(answers)
    return [
        dedented(rest.strip("\n").split("\n")) if key == shared else answer
        for answer, (_, _, rest), key in zip(answers, split, keys, strict=True)
    ]


def _line_key(line: str) -> str:
    """What the first lines of answers have in common if they are labels; else empty."""
    if is_reveal(line):
        return "\0"
    return re.sub(r"\d+", "0", line.strip()).lower() if _LINE.fullmatch(line.strip()) else ""


def _without_beginning(answers: Sequence[str | None]) -> list[str | None]:
    """`answers` without the word and mark, or the sign, that nearly all begin with."""
    matches = [_BEGINNING.match(answer) if answer else None for answer in answers]
    keys = [
        (match["word"] or match["bare"] or match["sign"]).strip().lower() if match else ""
        for match in matches
    ]
    shared, count = _most_common(keys)
    if not _is_shared(count, answers):
        return list(answers)
    parts = sum(len(_PART.findall(answer)) for answer in answers if answer)
    pairs = sum(_has_sibling(shared, answer) for answer in answers if answer)
    again = sum(answer.lower().count(f"\n{shared}") for answer in answers if answer)
    if parts > _PARTS * count or pairs * 2 > count or again > count:
        return list(answers)
    result: list[str | None] = []
    for answer, match, key in zip(answers, matches, keys, strict=True):
        rest = answer[match.end() :].lstrip() if answer and match and key == shared else answer
        result.append(rest or None)
    return result


def _without_item(answers: Sequence[str | None]) -> list[str | None]:
    """`answers` without the label of the item that nearly all begin with; its text stays."""
    matches = [_ITEM.match(answer) if answer else None for answer in answers]
    keys = [match["word"].strip().lower() if match else "" for match in matches]
    shared, count = _most_common(keys)
    items = sum(len(_ITEM.findall(answer)) for answer in answers if answer)
    if not _is_shared(count, answers) or items > (1 + _MORE) * count:
        return list(answers)
    return [
        dedented(answer[match.end() :].strip("\n").split("\n")) or None
        if answer and match and key == shared
        else answer
        for answer, match, key in zip(answers, matches, keys, strict=True)
    ]


def _has_sibling(label: str, answer: str) -> bool:
    """Whether a line of an answer has a label with a word of `label`: `Long answer`."""
    others = (match["word"].lower().split() for match in _SIBLING.finditer(answer))
    own = label.split()
    return any(own != other and {*own} & {*other} for other in others)

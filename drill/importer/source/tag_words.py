"""Tags used as words: `What is the difference between <section> and <article>?`."""

import re
from collections.abc import Sequence

_EMPTY = {"br", "hr", "img", "source"}
HTML_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_OPTIONAL = {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "details"}
_WRAPPERS = {"p", "div", "center", "details", "summary", "span", "font", "br", "b", "i", "a", "u"}
_NEAR = 80
"""The characters before and after a tag that are examined."""
_WORD = re.compile(r"\w")
_ANY_TAG = re.compile(r"<[^<>]*>")


def without_tags(text: str, pattern: re.Pattern[str]) -> str:
    """`text` without the tags that `pattern` matches, except tags used as words; keeps line breaks.

    The groups of `pattern` are the slash of an end tag, the name, and the rest.
    """
    tags = list(pattern.finditer(text))
    named = words_among(text, tags)
    where = 0
    pieces: list[str] = []
    for place, tag in enumerate(tags):
        if tag[1] or place not in named:  # a label may have removed its start tag
            pieces += [text[where : tag.start()], "\n" * tag[0].count("\n")]
            where = tag.end()
    return "".join([*pieces, text[where:]])


def words_among(text: str, tags: Sequence[re.Match[str]]) -> set[int]:
    """The indexes in `tags`, all tags of `text`, of those used as words.

    A tag with a partner is markup; one without a partner, between words, is a word.
    """
    paired = _paired(tags)
    named: set[int] = set()
    for place, tag in enumerate(tags):
        name = tag[2].lower()
        if place in paired:
            continue
        before = text[max(0, tag.start() - _NEAR) : tag.start()].rpartition("\n")[2]
        after = text[tag.end() : tag.end() + _NEAR].partition("\n")[0]
        if _is_word(name, tag, before, after):
            named.add(place)
    return named


def _is_word(name: str, tag: re.Match[str], before: str, after: str) -> bool:
    listed = after[:1] in {",", ";", ")"} or (after[:1] == "." and len(after) < 2)
    listed = listed or before.endswith((", ", "(", "; "))
    if name in _EMPTY:
        return listed and "src" not in tag[3].lower()
    if name in _WRAPPERS or name in _OPTIONAL:
        return listed or (
            before.endswith(" ")
            and after[:1] in {" ", "?", "."}
            and _has_words(before)
            and _has_words(after)
        )
    dashed = after.startswith((" - ", " – ", " — ", ": "))
    return listed or dashed or _has_words(before) or (after[:1] == " " and _has_words(after))


def _has_words(side: str) -> bool:
    return bool(_WORD.search(_ANY_TAG.sub("", side)))


def _paired(tags: Sequence[re.Match[str]]) -> set[int]:
    """The indexes of tags whose partner is among them; empty elements have no partner."""
    paired: set[int] = set()
    opened: dict[str, list[int]] = {}
    for place, tag in enumerate(tags):
        name = tag[2].lower()
        if name in _EMPTY:
            continue
        if not tag[1]:
            opened.setdefault(name, []).append(place)
        elif opened.get(name):
            paired |= {opened[name].pop(), place}
    return paired

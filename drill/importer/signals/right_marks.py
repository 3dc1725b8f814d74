"""The marks of right and wrong options: ticks, crosses, words in brackets, bold type, signs."""

import re
from collections.abc import Sequence

from drill.importer.source.lines import ALL_BOLD

TICK = re.compile(
    r"[✅✔☑✓🟢👈]\ufe0f?|:(?:white_check_mark|heavy_check_mark|ballot_box_with_check):"
    r"|[(\[](?:correct|right|correct answer|correcta?|correto|верно|правильно|richtig"
    r"|juste|正确|正解)[)\]]"
    r"|(?:<--?|←|<=)\s?(?:correct|right|answer)\b.{0,12}$|\(\+\)\s*$",
    re.IGNORECASE,
)
CROSS = re.compile(
    r"(?P<bold>\*\*|__)?(?:[❌✗✘❎🔴]\ufe0f?|:x:|[(\[](?:incorrect|wrong|false)[)\]])(?(bold)(?P=bold))",
    re.IGNORECASE,
)
_SET = r"(?:u|b|strong|mark)>"
_TAGGED = re.compile(rf"(?:<{_SET}\s{{0,4}}){{1,4}}(?P<text>[^<]*)(?:</{_SET}\s{{0,4}}){{1,4}}")
_LABEL = r"(?:\*\*|__|\*|_)[^*_:：\n]{2,30}(?:[:：](?:\*\*|__|\*|_)|(?:\*\*|__|\*|_)[:：])"
BULLET = re.compile(rf" {{0,3}}(?:[-*+•○◯] |\d{{1,2}}(?:[.)]| [-–—]) )(?!{_LABEL})(.*\S)")
"""An item that may be an option: `- **Explanation:** …` is none."""
_COLOURED = re.compile(
    r"<(?P<tag>font|span)\s[^<>]{0,80}\bcolor\b[^<>]{0,80}>(?P<text>[^<]*)</(?P=tag)>\W{0,4}",
    re.IGNORECASE,
)
"""An option in a colour of its own, as a whole."""
_SET_OFF = ("**", "__", "==", "</mark>", "</b>", "</strong>", "</u>")
"""The ends of bold, underlined and highlighted text."""
_HIGHLIGHTED = re.compile(r"==[^=]{1,300}==")
_END = 24
"""The most characters at the end of an option that may hold its tick."""
SIGN = re.compile(r"(?<=\s)[+*]\s*$")
"""A sign after an option, which may say that it is right."""


def marked(texts: Sequence[str]) -> list[bool]:
    """Whether each item of a list is ticked, or set off from end to end; empty unless some are.

    A bold item with a colon heads those below it.
    """
    right = [
        bool(TICK.search(text[-_END:]) or TICK.match(text) or ALL_BOLD.fullmatch(text))
        or bool(_TAGGED.fullmatch(text) or _HIGHLIGHTED.fullmatch(text))
        for text in texts
    ]
    right = right if any(right) else set_off(texts)
    heads = any(
        ok and plain_option(text).endswith((":", "："))
        for text, ok in zip(texts, right, strict=True)
    )
    return right if any(right) and not all(right) and not heads else []


def set_off(texts: Sequence[str]) -> list[bool]:
    """Whether each option is the only one in bold type, highlighted or followed by a sign.

    Several may be coloured, or bold if their letters are too: `**C. Agility**`.
    """
    coloured = [bool(_COLOURED.fullmatch(text)) for text in texts]
    if 0 < sum(coloured) < len(texts):
        return coloured
    marked = [text.rstrip(" \\").endswith(_SET_OFF) for text in texts]
    bold = [text for text, ok in zip(texts, marked, strict=True) if ok]
    if 1 < len(bold) < len(texts) and all(text.count("**") == 1 for text in bold):
        return marked
    if not any(marked):
        plain = [SIGN.sub("", text).strip() for text in texts]
        # `int` beside `int *` are types, not a wrong and a right option.
        differ = len(set(plain)) == len(plain)
        marked = [differ and bool(SIGN.search(text)) for text in texts]
    return marked if sum(marked) == 1 else [False] * len(texts)


def plain_option(text: str) -> str:
    """An option's text without marks for right or wrong, unless it is nothing but signs: `**`."""
    plain = CROSS.sub("", TICK.sub("", text)).strip(" \\")
    if tagged := _TAGGED.fullmatch(plain) or _COLOURED.fullmatch(plain):
        plain = tagged["text"].strip()
    for mark in ("**", "__", "=="):
        count = plain.count(mark)
        if count == 1 or (count == 2 and plain.startswith(mark) and plain.endswith(mark)):
            plain = plain.removesuffix(mark).removeprefix(mark)
    return plain.strip() or text.strip()

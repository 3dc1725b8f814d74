"""The last check of a point: one line, with no markup but code and math."""

import re

from drill.markdown import markup

_SUSPECT = re.compile(r"[*_\[\]<>&\\~!#$|`+]|^[-+]|^\d+[.)]")
_LEFT_OVER = re.compile(r"\*\*|\]\(|^#|^[-*+] |</?\w+>|\|")
_CODE = re.compile(r"`+[^`]*`+|\$[^$]*\$")
_PLAIN_TOKENS = frozenset({"text", "code_inline", *markup.MATH})
_LETTER = re.compile(r"[^\W_]")


def is_sound(text: str) -> bool:
    """Whether `text` is one line that every screen and export shows as it is written."""
    if not _LETTER.search(text) or "\n" in text:
        return False
    if not _SUSPECT.search(text):
        return True
    if _LEFT_OVER.search(_CODE.sub("x", text)):
        return False
    tokens = markup.parse_inline(text)
    if any(token.type not in _PLAIN_TOKENS for token in tokens):
        return False
    bare = "".join(token.content for token in tokens if token.type == "text")
    return _squeezed(bare) == _squeezed(_masked(text))


def _masked(text: str) -> str:
    return _CODE.sub("", text)


def _squeezed(text: str) -> str:
    return "".join(text.split())

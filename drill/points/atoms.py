"""Code, math and addresses as single characters, so that no rule looks or cuts inside them."""

import re

_FIRST = 0xF0000  # a private plane: its characters have no meaning in any document
_MOST = 60_000
_PLANE = re.compile("[\U000f0000-\U000fffff]")
_WIDE = re.compile("[ᄀ-ᅟ⺀-〿぀-ヿ㐀-䶿一-鿿가-힣豈-﫿︰-﹏＀-｠]")
ATOM = "[\U000f0000-\U000fffff]"
"""A regular expression for one masked piece."""


class Atoms:
    """The masked pieces of one answer."""

    def __init__(self) -> None:
        self._sources: list[str] = []

    def mask(self, source: str) -> str:
        """The character that stands for `source`; nothing once there are too many."""
        if len(self._sources) >= _MOST:
            return ""
        self._sources.append(source)
        return chr(_FIRST + len(self._sources) - 1)

    def restore(self, text: str) -> str:
        """`text` with every masked piece as it was written."""
        if text.isascii():
            return text
        return _PLANE.sub(lambda match: self._source(match[0]), text)

    def within(self, text: str) -> list[str]:
        """The masked pieces of `text` as they were written."""
        return [] if text.isascii() else [self._source(atom) for atom in _PLANE.findall(text)]

    def size(self, text: str) -> int:
        """The columns of `text` once restored: two for a wide (Chinese, Korean) character."""
        if text.isascii():
            return len(text)
        whole = self.restore(text)
        if whole.isascii():
            return len(whole)
        return len(whole) + len(_WIDE.findall(whole))

    def _source(self, atom: str) -> str:
        at = ord(atom) - _FIRST
        return self._sources[at] if at < len(self._sources) else ""


def unmasked(text: str) -> str:
    """`text` without characters that would be taken for masked pieces."""
    return text if text.isascii() else _PLANE.sub("", text)

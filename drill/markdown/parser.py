"""The Markdown parser of every document and answer."""

import re

from markdown_it import MarkdownIt

_PLAIN = re.compile(
    r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:[/?#][A-Za-z0-9/._~#?=&+,;:@!$'()*-]*)?"
)
"""Addresses that are normal as they are written."""


class Parser(MarkdownIt):
    """The library's parser, which would take most plain addresses apart and join them again."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 (as the parser calls it)
        """`url` with its special characters encoded."""
        return url if _PLAIN.fullmatch(url) else super().normalizeLink(url)

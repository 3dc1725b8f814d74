"""Parses HTML to the tree a browser would build, up to a nesting limit."""

import re
from typing import TYPE_CHECKING

from drill.errors import DrillError
from drill.importer.formats.optional_packages import needed

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_NESTS = re.compile(
    r"<(/?)(?:div|span|section|article|ul|ol|dl|table|blockquote|details|font|b|i|u|em|strong|a"
    r"|code|small|big|center|form|nobr|s|tt)\b",
    re.IGNORECASE,
)
_DEPTH_LIMIT = 3_000
_ATTRIBUTES = re.compile(
    r"<[A-Za-z][^\s/<>]*+"
    r"(?>[\s/]++[^\s=>/]++(?>\s*+=\s*+(?>\"[^\"]*+\"|'[^']*+'|[^\s\"'>]++))?+){1000}"
)
"""More attributes than an element of any real page has."""


def is_too_deep(text: str) -> bool:
    """Whether elements are nested deeper, or have more attributes, than in any real page."""
    if _ATTRIBUTES.search(text):
        return True
    depth = 0
    for tag in _NESTS.finditer(text):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEPTH_LIMIT:
            return True
    return False


def parsed(text: str, name: str) -> "LexborHTMLParser":
    """The tree of a page or a fragment; error messages use `name`.

    DrillError if selectolax is missing or the nesting is too deep: parsing takes time quadratic in
    the depth, and in the attributes of an element.
    """
    with needed(name, "HTML", "selectolax"):
        from selectolax.lexbor import LexborHTMLParser
    if is_too_deep(text):
        raise DrillError(
            f"{name}: its elements are nested too deep, or have too many attributes",
            "is it the right file?",
        )
    return LexborHTMLParser(text)

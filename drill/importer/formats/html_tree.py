"""HTML as a tree, as browsers build it, within a bound on how deep it is nested."""

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


def is_too_deep(text: str) -> bool:
    """Whether elements are nested deeper than any program or person does."""
    depth = 0
    for tag in _NESTS.finditer(text):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > _DEPTH_LIMIT:
            return True
    return False


def parsed(text: str, name: str) -> "LexborHTMLParser":
    """The tree of a page or a fragment; `name` is said in refusals.

    Raises DrillError without selectolax, and where elements are nested beyond measure: the time
    that HTML's rules take grows with the square of that.
    """
    with needed(name, "HTML", "selectolax"):
        from selectolax.lexbor import LexborHTMLParser
    if is_too_deep(text):
        raise DrillError(f"{name}: its elements are nested too deep", "is it the right file?")
    return LexborHTMLParser(text)

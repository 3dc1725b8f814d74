"""The term that a point explains, and what it says of it."""

import re

_MOST_WORDS = 4  # a longer beginning is a clause
# A term is bold, code, or plain words without a mark of their own.
_TERM = r"(?:\*\*[^*]{1,40}\*\*|`[^`]{1,40}`|[^\s:：`*$.!?;,–—(][^:：`*$.!?;,–—(]{0,31})"
_LEAD_IN = re.compile(rf"({_TERM}(?::(?=\s)|：|\s[–—](?=\s))|\*\*[^*]{{1,40}}[:：]\*\*)\s*(?=\S)")


def split_lead_in(point: str) -> tuple[str, str]:
    """The lead-in of a key point, with its colon or dash, and the rest; "" where it has none.

    Two dashes enclose an aside: no term stands before the first.
    """
    found = _LEAD_IN.match(point)
    if found is None or len(found[1].split()) > _MOST_WORDS + found[1].endswith(("–", "—")):
        return "", point
    rest = point[found.end() :]
    if found[1].endswith(("–", "—")) and re.search(r"\s[–—]\s", rest):
        return "", point
    return found[1], rest

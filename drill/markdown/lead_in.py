"""Splits a key point into the term that it explains and the explanation."""

import re

_MOST_WORDS = 4  # a longer beginning is a clause
# A term is bold, code, or plain words without a mark of their own.
_TERM = r"(?:\*\*[^*]{1,40}\*\*|`[^`]{1,40}`|[^\s:：`*$.!?;,–—(][^:：`*$.!?;,–—(]{0,31})"
_LEAD_IN = re.compile(rf"({_TERM}(?::(?=\s)|：|\s[–—](?=\s))|\*\*[^*]{{1,40}}[:：]\*\*)\s*(?=\S)")


def split_lead_in(point: str) -> tuple[str, str]:
    """The lead-in of a key point, with its colon or dash, and the rest; "" without a lead-in.

    Two dashes enclose an aside, so the text before the first is not a lead-in.
    """
    match = _LEAD_IN.match(point)
    if match is None or len(match[1].split()) > _MOST_WORDS + match[1].endswith(("–", "—")):
        return "", point
    rest = point[match.end() :]
    if match[1].endswith(("–", "—")) and re.search(r"\s[–—]\s", rest):
        return "", point
    return match[1], rest

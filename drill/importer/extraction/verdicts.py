"""Takes verdicts behind statements to judge, `The sea is dry. (F)`, for their answers."""

import re
from collections import Counter
from collections.abc import Sequence

from drill.importer.signals.labels import REPLIES
from drill.text import lowered

_JUDGED = re.compile(
    rf"(?P<statement>.*\S)\s{{0,4}}[(（]\s{{0,4}}(?P<verdict>[tfv√×✓✗✔✘]|{REPLIES}|正确|错误)\s{{0,4}}[)）][.。]?"
)  # for text in lower case
_LEAST = 4
"""The fewest statements with a verdict; a remark in brackets is at fewer."""
_VERDICTS = 2
"""The number of different verdicts: true and false."""


def judged(statements: Sequence[str]) -> list[tuple[str, str] | None]:
    """Each statement without its verdict, and that; None for those without one.

    There are two verdicts, each behind several of the statements, or none is one.
    """
    matches = [_JUDGED.fullmatch(lowered(text)) for text in statements]
    counts = Counter(match["verdict"] for match in matches if match)
    if len(counts) != _VERDICTS or counts.total() < _LEAST or min(counts.values()) == 1:
        return [None] * len(matches)
    return [
        (text[: match.end("statement")], text[match.start("verdict") : match.end("verdict")])
        if match
        else None
        for text, match in zip(statements, matches, strict=True)
    ]

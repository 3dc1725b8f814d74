"""Derives question ids from titles: unique in a deck, stable for a document."""

import re
from collections import Counter
from collections.abc import Iterable

from drill.text import slug

MARKS = re.compile(
    r"!\[[^\]]{0,300}\]\([^()]{0,1000}\)|\]\([^()]{0,1000}\)|<[^<>]{0,300}>|[*`\[\]]"
    r"|\(?\b\d{1,9} questions?\)?",
    re.IGNORECASE,
)
"""The Markdown markup in a title."""


_LONGEST = 8_000
"""The characters of a title used for an id; most of them may be markup."""


class QuestionIds:
    """Assigns the ids of one deck in order; `taken` are ids already in use."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._counts: Counter[str] = Counter()
        self._number = 0

    def of(self, text: str) -> str:
        """The id of the next question, whose first line is its title."""
        self._number += 1
        title = text.split("\n", 1)[0][:_LONGEST]
        base = slug(MARKS.sub(" ", title)) or f"question-{self._number}"
        self._counts[base] += 1
        name = base if self._counts[base] == 1 else f"{base}-{self._counts[base]}"
        while name in self._taken:
            self._counts[base] += 1
            name = f"{base}-{self._counts[base]}"
        self._taken.add(name)
        return name

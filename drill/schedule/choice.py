"""The choice when there are more questions than time: more minutes, or fewer questions."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from drill.model import Knowledge

_GROUPS = 5


class Group(NamedTuple):
    """A tag, or a deck of untagged questions, with its number of new questions."""

    name: str
    is_tag: bool
    questions: int


@dataclass(frozen=True, slots=True)
class Choice:
    """The ways to meet every question before the interview.

    `minutes` a day would do, None where a whole day would not; `groups` are those that there is
    time for, the largest first.
    """

    minutes: int | None
    groups: tuple[Group, ...]


def choice(
    keys: Collection[str],
    tags: Mapping[str, Sequence[str]],
    known: Mapping[str, Knowledge],
    unmet: int,
    minutes: int | None,
) -> Choice:
    """The choice for the questions `keys`, `unmet` of which there is no time for.

    `tags` are those of each question; `minutes` a day would do for all.
    """
    new = [key for key in keys if key not in known]
    counts = Counter(
        name
        for key in new
        for name in [(tag, True) for tag in tags[key]] or [(key.partition("/")[0], False)]
    )
    met = len(new) - unmet
    groups = [Group(*name, count) for name, count in counts.most_common() if count <= met]
    return Choice(minutes, tuple(groups[:_GROUPS]))

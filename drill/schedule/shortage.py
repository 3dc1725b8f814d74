"""The ways out of too little time: more minutes a day, or fewer questions."""

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
class Shortage:
    """Too little time to ask every question before the interview, and the ways out.

    `minutes` a day would be enough, None if not even a whole day would; `groups` are the groups
    that fit into the time, the largest first.
    """

    minutes: int | None
    groups: tuple[Group, ...]


def shortage(
    keys: Collection[str],
    tags: Mapping[str, Sequence[str]],
    known: Mapping[str, Knowledge],
    unmet: int,
    minutes: int | None,
) -> Shortage:
    """The ways out for the questions `keys`, of which `unmet` do not fit into the time.

    `tags` are the tags of each question; `minutes` a day would be enough for all.
    """
    new = [key for key in keys if key not in known]
    counts = Counter(
        name
        for key in new
        for name in [(tag, True) for tag in tags[key]] or [(key.partition("/")[0], False)]
    )
    met = len(new) - unmet
    groups = [Group(*name, count) for name, count in counts.most_common() if count <= met]
    return Shortage(minutes, tuple(groups[:_GROUPS]))

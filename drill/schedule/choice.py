"""What to do where there are more questions than time: more minutes, or fewer questions."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import ceil

from drill.model import Knowledge

_GROUPS = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """The ways to meet every question before the interview.

    `minutes` a day would meet all of them once; of the tags or decks in `groups`, each with how
    many questions never asked it holds, some could be left out, the largest first.
    """

    minutes: int
    groups: tuple[tuple[str, int], ...]


def choice(
    keys: Collection[str],
    topics: Mapping[str, Iterable[str]],
    known: Mapping[str, Knowledge],
    days: int,
    seconds: float,
) -> Choice:
    """The choice for the questions `keys`, each answered in `seconds`, within `days`.

    `topics` are the tags of each question, or its deck where it has none.
    """
    new = [key for key in keys if key not in known]
    minutes = ceil(len(new) * seconds / 60 / max(1, days))
    counts = Counter(topic for key in new for topic in topics.get(key, ()))
    # A topic that all questions share leaves nothing when it is left out.
    groups = [(name, count) for name, count in counts.most_common() if count < len(new)]
    return Choice(minutes, tuple(groups[:_GROUPS]))

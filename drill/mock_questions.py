"""Draws the questions of a mock interview, their order and their time limits."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from random import Random

from drill.model import Difficulty, Entry, Knowledge

DEFAULT_TIME = 90
"""The default speaking time of a question, in seconds."""
_HARDNESS = {Difficulty.EASY: 0, Difficulty.MEDIUM: 1, None: 1, Difficulty.HARD: 2}
_DRAWS = 20


def draw(
    entries: Sequence[Entry],
    known: Mapping[str, Knowledge],
    last: Collection[str],
    count: int,
    rng: Random,
) -> list[Entry]:
    """`count` of `entries`, or all of fewer, in the order of an interview.

    They are spread over topics and difficulties; weak and new questions are more likely. The set of
    keys `last`, from the previous interview, is not drawn again if another set is possible.
    """
    count = min(count, len(entries))
    drawn = _spread(entries, known, count, rng)
    for _ in range(_DRAWS):
        if count == len(entries) or {entry.key for entry in drawn} != set(last):
            break
        drawn = _spread(entries, known, count, rng)
    return _paced(drawn, rng)


def budgets(entries: Sequence[Entry], seconds: float) -> list[float]:
    """The seconds for each question: its speaking time, scaled to a total of `seconds`."""
    times = [entry.question.time or DEFAULT_TIME for entry in entries]
    return [time * seconds / sum(times) for time in times]


def _spread(
    entries: Sequence[Entry], known: Mapping[str, Knowledge], count: int, rng: Random
) -> list[Entry]:
    """Draw one by one; each draw makes its topic and difficulty less likely in the next."""
    left = list(entries)
    topics: Counter[str] = Counter()
    difficulties: Counter[Difficulty | None] = Counter()
    drawn = []
    for _ in range(count):
        weights = [
            _need(known.get(entry.key))
            / (1 + topics[entry.topic]) ** 3
            / (1 + difficulties[entry.question.difficulty]) ** 3
            for entry in left
        ]
        (index,) = rng.choices(range(len(left)), weights)
        entry = left.pop(index)
        topics[entry.topic] += 1
        difficulties[entry.question.difficulty] += 1
        drawn.append(entry)
    return drawn


def _need(knowledge: Knowledge | None) -> float:
    """The weight of a question: 1 if fully known, up to 3 if new or forgotten."""
    return 2.0 if knowledge is None else 3.0 - 2.0 * knowledge.coverage


def _paced(drawn: list[Entry], rng: Random) -> list[Entry]:
    """The easiest first as a warm-up, the others at random, with none of the hardest last."""
    if len(drawn) < 3:
        return sorted(drawn, key=_hardness)
    first = min(drawn, key=_hardness)
    rest = [entry for entry in drawn if entry is not first]
    rng.shuffle(rest)
    gentle = [index for index, entry in enumerate(rest) if _hardness(entry) < _hardness(rest[-1])]
    if gentle and _hardness(rest[-1]) == max(map(_hardness, rest)):
        other = gentle[-1]
        rest[other], rest[-1] = rest[-1], rest[other]
    return [first, *rest]


def _hardness(entry: Entry) -> int:
    return _HARDNESS[entry.question.difficulty]

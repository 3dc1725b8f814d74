"""The memory of a question: FSRS-6 by the `fsrs` package, without learning steps or fuzz."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from drill.model import Attempt, Knowledge, Memory, Rating

if TYPE_CHECKING:
    from fsrs import Scheduler

# The defaults of py-fsrs, copied because its import takes 25 ms; tests compare them.
PARAMETERS = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)
_LEAST = (0.001,) * 4 + (1, *(0.001,) * 3, 0, 0, *(0.001,) * 4, 0, 0, 1, 0, 0, 0, 0.1)
_MOST = (100,) * 4 + (10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8, 0.8)
BOUNDS: tuple[tuple[float, float], ...] = tuple(zip(_LEAST, _MOST, strict=True))
NEXT_DAY = timedelta(hours=18)
"""The least time after an answer for the next one to count as given on the next day."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The settings of FSRS: its 21 `parameters`, and the desired `retention`, 0 to 1.

    `BOUNDS` holds the minimum and maximum of each parameter.
    """

    parameters: tuple[float, ...] = PARAMETERS
    retention: float = 0.9


DEFAULT = Schedule()


@lru_cache(maxsize=4)
def _scheduler(schedule: Schedule) -> "Scheduler":
    from fsrs import Scheduler

    return Scheduler(
        parameters=schedule.parameters,
        desired_retention=schedule.retention,
        learning_steps=(),
        relearning_steps=(),
        enable_fuzzing=False,
    )


def review(
    memory: Memory | None, rating: Rating, at: datetime, schedule: Schedule = DEFAULT
) -> Memory:
    """The memory after an answer rated `rating` at `at` (aware); `memory` None is a new question.

    Raises ValueError if the schedule's parameters are outside FSRS's bounds.
    """
    import fsrs

    at = at.astimezone(UTC)
    # Without a card id and a due date, Card() sleeps a millisecond and reads the clock.
    card = fsrs.Card(card_id=0, due=at)
    if memory is not None:
        card.state, card.step = fsrs.State.Review, None
        card.stability, card.difficulty = memory.stability, memory.difficulty
        card.last_review = memory.last
    card, _ = _scheduler(schedule).review_card(card, fsrs.Rating(rating), at)
    if card.stability is None or card.difficulty is None:
        raise AssertionError("a reviewed card has a stability and a difficulty")
    return Memory(stability=card.stability, difficulty=card.difficulty, last=at, due=card.due)


def recall(memory: Memory, at: datetime, schedule: Schedule = DEFAULT) -> float:
    """The chance, 0 to 1, of recalling the answer at `at` (aware): FSRS's power forgetting curve.

    Like py-fsrs it counts whole days of 24 hours since the last review, and at least 0.
    """
    decay = -schedule.parameters[20]
    days = max(0, (at - memory.last).days)
    factor: float = 0.9 ** (1 / decay) - 1
    chance: float = (1 + factor * days / memory.stability) ** decay
    return chance


def effective_last_review(last: datetime, at: datetime) -> datetime:
    """The time from which py-fsrs counts the days until the answer at `at`.

    It is `last`, the previous answer, but at least a day ago if 18 hours have passed: otherwise
    py-fsrs counts the next evening as the same day if it begins some minutes earlier.
    """
    return at - DAY if NEXT_DAY <= at - last < DAY else last


def learn(
    knowledge: Knowledge | None, attempt: Attempt, schedule: Schedule = DEFAULT
) -> Knowledge | None:
    """`knowledge` after another attempt.

    A skipped attempt changes nothing; a crammed one counts, but leaves the memory as it is.
    """
    if attempt.rating is None:
        return knowledge
    memory = knowledge.memory if knowledge else None
    if attempt.reschedules:
        if memory:
            memory = replace(memory, last=effective_last_review(memory.last, attempt.scored_at))
        memory = review(memory, attempt.rating, attempt.scored_at, schedule)
    return Knowledge(
        attempts=(knowledge.attempts if knowledge else 0) + 1,
        coverage=attempt.coverage,
        last=attempt.scored_at,
        confidence=attempt.confidence,
        missed=attempt.missed,
        memory=memory,
        self_rated=attempt.self_rated,
    )


def replay(attempts: Iterable[Attempt], schedule: Schedule = DEFAULT) -> dict[str, Knowledge]:
    """The knowledge of each question, by key, from `attempts` without retracted ones.

    They are sorted by time, then id.
    """
    known: dict[str, Knowledge] = {}
    for attempt in sorted(attempts, key=lambda attempt: (attempt.scored_at, attempt.id)):
        knowledge = learn(known.get(attempt.key), attempt, schedule)
        if knowledge is not None:
            known[attempt.key] = knowledge
    return known

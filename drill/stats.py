"""How you are doing: coverage by topic, days of study, what comes back, promises against facts."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo

from drill import grading
from drill.memory import DEFAULT, Schedule, learn, recall
from drill.model import Attempt, Entry, Knowledge, Rating, study_day

WEEKS = 26
AHEAD = 14
_WEAKEST = 10


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its questions, how many were met, and the mean coverage of those, 0 to 1."""

    name: str
    questions: int
    met: int
    coverage: float | None


@dataclass(frozen=True, slots=True)
class Retention:
    """Answers at least a day after the last: how many, and the share recalled of them.

    `promised` is what FSRS gave them before, `seen` the share not rated again.
    """

    answers: int
    promised: float
    seen: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Confidence against coverage; `bias` and `brier` as `drill.grading` has them."""

    answers: int
    bias: float
    brier: float


@dataclass(frozen=True, slots=True)
class Stats:
    """What the history says; of a question the decks no longer have, only its attempts count.

    `seconds` are all the time until the reveals; `calendar` the answers of each day of `WEEKS`
    weeks, from a Monday to today; `streak` the days without a gap until today or yesterday;
    `returning` how many questions come back on each of the `AHEAD` days from today on, what is
    overdue today; the keys of `confident_misses` and `weakest`, the worst first.
    """

    questions: int
    met: int
    answers: int
    seconds: float
    streak: int
    calendar: tuple[tuple[date, int], ...]
    topics: tuple[Topic, ...]
    returning: tuple[int, ...]
    retention: Retention | None
    calibration: Calibration | None
    confident_misses: tuple[str, ...]
    weakest: tuple[str, ...]


def summarize(
    entries: Sequence[Entry],
    known: Mapping[str, Knowledge],
    attempts: Sequence[Attempt],
    now: datetime,
    schedule: Schedule = DEFAULT,
    *,
    zone: tzinfo | None = None,
) -> Stats:
    """The statistics of `entries` at `now` (aware); `attempts` leave out retracted ones.

    `zone` says when days begin, None is local time.
    """
    today = study_day(now, zone)
    scored = [each for each in attempts if not each.skipped]
    days = Counter(study_day(each.at, zone) for each in scored)
    met = {entry.key: known[entry.key] for entry in entries if entry.key in known}
    sure = [key for key, each in met.items() if each.confident_miss]
    weak = sorted((key for key in met if met[key].weak), key=lambda key: met[key].coverage)
    return Stats(
        questions=len(entries),
        met=len(met),
        answers=len(scored),
        seconds=sum(each.seconds for each in attempts),
        streak=_streak(days, today),
        calendar=_calendar(days, today),
        topics=_topics(entries, met),
        returning=_returning(met, today, zone),
        retention=_retention(scored, schedule),
        calibration=_calibration(scored),
        confident_misses=tuple(sorted(sure, key=lambda key: met[key].coverage)),
        weakest=tuple(weak[:_WEAKEST]),
    )


def _streak(days: Mapping[date, int], today: date) -> int:
    day = today if today in days else today - timedelta(days=1)
    length = 0
    while day in days:
        length += 1
        day -= timedelta(days=1)
    return length


def _calendar(days: Mapping[date, int], today: date) -> tuple[tuple[date, int], ...]:
    monday = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
    span = [monday + timedelta(days=number) for number in range((today - monday).days + 1)]
    return tuple((day, days.get(day, 0)) for day in span)


def _topics(entries: Sequence[Entry], met: Mapping[str, Knowledge]) -> tuple[Topic, ...]:
    """The topics in the order the documents bring them up."""
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries:
        by_name[entry.topic].append(entry.key)
    result = []
    for name, keys in by_name.items():
        shares = [met[key].coverage for key in keys if key in met]
        mean = sum(shares) / len(shares) if shares else None
        result.append(Topic(name, len(keys), len(shares), mean))
    return tuple(result)


def _returning(met: Mapping[str, Knowledge], today: date, zone: tzinfo | None) -> tuple[int, ...]:
    counts = [0] * AHEAD
    for each in met.values():
        if each.memory:
            days = max(0, (study_day(each.memory.due, zone) - today).days)
            if days < AHEAD:
                counts[days] += 1
    return tuple(counts)


def _retention(scored: Sequence[Attempt], schedule: Schedule) -> Retention | None:
    known: dict[str, Knowledge | None] = {}
    promised, recalled = [], 0
    for attempt in sorted(scored, key=lambda each: (each.at, each.id)):
        before = known.get(attempt.key)
        memory = before.memory if before else None
        if memory and attempt.at - memory.last >= timedelta(days=1):
            promised.append(recall(memory, attempt.at, schedule))
            recalled += attempt.rating != Rating.AGAIN
        known[attempt.key] = learn(before, attempt, schedule)
    if not promised:
        return None
    return Retention(len(promised), sum(promised) / len(promised), recalled / len(promised))


def _calibration(scored: Sequence[Attempt]) -> Calibration | None:
    bias, brier = grading.bias(scored), grading.brier(scored)
    if bias is None or brier is None:
        return None
    return Calibration(sum(each.confidence is not None for each in scored), bias, brier)

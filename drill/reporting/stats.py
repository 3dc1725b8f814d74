"""Statistics: coverage by topic, study days, returning questions, predictions against results."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from drill.grading import WORTH
from drill.model import (
    DAY_TURNS_AT,
    KNOWN_COVERAGE,
    Attempt,
    Entry,
    Knowledge,
    Mark,
    Memory,
    Rating,
    study_day,
)
from drill.model.spoken import Spoken, joined_pace
from drill.reporting.overview import mean_shares
from drill.schedule.memory import DEFAULT, Schedule, effective_last_review, recall, review

WEEKS = 26
AHEAD = 14
_WEAKEST = 10


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: the number of questions, how many were asked, and their mean coverage, 0 to 1.

    `self_rated` is the mean of the self-rated ones, which `coverage` leaves out.
    """

    name: str
    questions: int
    met: int
    coverage: float | None
    self_rated: float | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """Totals of scored answers, which the history adds up because it may hold millions.

    `answered` counts them by the start (aware) of each quarter of an hour; `seconds` is the total
    time until the reveals, skipped questions included; `sure` counts them by confidence (a
    percentage) and coverage, without self-rated answers; `judged` counts key points by the
    assistant's proposed mark and the user's mark; `spoken` are the recorded answers, each with the
    time of its score; `sample` are the answers in order of time or, in a very long history
    (`sampled`), those of every second, third ... question.
    """

    answered: tuple[tuple[datetime, int], ...] = ()
    seconds: float = 0.0
    sure: tuple[tuple[int, float, int], ...] = ()
    judged: tuple[tuple[Mark, Mark, int], ...] = ()
    spoken: tuple[tuple[datetime, Spoken], ...] = ()
    sample: tuple[Attempt, ...] = ()
    sampled: bool = False


@dataclass(frozen=True, slots=True)
class Retention:
    """Answers a day or more after the previous one: their number, and the share recalled.

    `promised` is FSRS's prediction, `seen` the share not rated "again"; `sampled` means that only
    some questions of a long history were examined.
    """

    answers: int
    promised: float
    seen: float
    sampled: bool


@dataclass(frozen=True, slots=True)
class Level:
    """The answers of one `confidence`, a percentage, and their mean coverage, 0 to 1."""

    confidence: int
    answers: int
    coverage: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Confidence against coverage; `bias` and `brier` are defined in `drill.grading`."""

    answers: int
    bias: float
    brier: float
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The user's marks against an assistant's proposals for the same key points.

    Of `points`, `agreed` have the proposed mark, `lower` a worse and `higher` a better one.
    """

    points: int
    agreed: int
    lower: int
    higher: int


@dataclass(frozen=True, slots=True)
class PaceOfDay:
    """The pace of the recorded `answers` of a study day, in words per minute."""

    day: date
    answers: int
    pace: int


@dataclass(frozen=True, slots=True)
class Stats:
    """The statistics; of a question that is no longer in the decks, only the attempts count.

    `seconds` is the total time until the reveals; `calendar` has the answers of each day of `WEEKS`
    weeks, from a Monday to today; `streak` is the number of days without a gap until today or
    yesterday; `returning` is the number of questions for each of the `AHEAD` days from today: with
    `by_plan` those of the plan, else those due, overdue ones today; `pace` has the days with
    recorded answers; `confident_misses` and `weakest` are keys, the worst first.
    """

    questions: int
    met: int
    answers: int
    seconds: float
    streak: int
    calendar: tuple[tuple[date, int], ...]
    topics: tuple[Topic, ...]
    returning: tuple[int, ...]
    by_plan: bool
    retention: Retention | None
    calibration: Calibration | None
    agreement: Agreement | None
    pace: tuple[PaceOfDay, ...]
    confident_misses: tuple[str, ...]
    weakest: tuple[str, ...]


def summarize(
    entries: Sequence[Entry],
    known: Mapping[str, Knowledge],
    past: Past,
    now: datetime,
    schedule: Schedule = DEFAULT,
    *,
    planned: Sequence[Collection[str]] | None = None,
    turn: timedelta = DAY_TURNS_AT,
) -> Stats:
    """The statistics of `entries` at `now` (aware), with study days that begin at `turn`.

    `planned` are the keys that a plan wants on each day from today on; None without a plan.
    """
    today = study_day(now, turn=turn)
    days: Counter[date] = Counter()
    for moment, answers in past.answered:
        days[study_day(moment, turn=turn)] += answers
    met = {entry.key: known[entry.key] for entry in entries if entry.key in known}
    sure = [key for key, knowledge in met.items() if knowledge.confident_miss]
    weak = sorted((key for key in met if met[key].weak), key=lambda key: met[key].coverage)
    return Stats(
        questions=len(entries),
        met=len(met),
        answers=days.total(),
        seconds=past.seconds,
        streak=_streak(days, today),
        calendar=_calendar(days, today),
        topics=_topics(entries, met),
        returning=_returning(met, today, turn)
        if planned is None
        else _planned(planned, {entry.key for entry in entries}),
        by_plan=planned is not None,
        retention=_retention(past, schedule),
        calibration=_calibration(past.sure),
        agreement=_agreement(past.judged),
        pace=_pace(past.spoken, turn),
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
    """The topics in document order."""
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries:
        by_name[entry.topic].append(entry.key)
    result = []
    for name, keys in by_name.items():
        seen = [met[key] for key in keys if key in met]
        coverage, self_rated = mean_shares(seen)
        result.append(Topic(name, len(keys), len(seen), coverage, self_rated))
    return tuple(result)


def _returning(met: Mapping[str, Knowledge], today: date, turn: timedelta) -> tuple[int, ...]:
    counts = [0] * AHEAD
    for knowledge in met.values():
        if knowledge.memory:
            days = max(0, (study_day(knowledge.memory.due, turn=turn) - today).days)
            if days < AHEAD:
                counts[days] += 1
    return tuple(counts)


def _planned(days: Sequence[Collection[str]], keys: set[str]) -> tuple[int, ...]:
    """The number of `keys` that the plan asks on each day; 0 after its last interview."""
    counts = [len(keys.intersection(day)) for day in days[:AHEAD]]
    return tuple(counts + [0] * (AHEAD - len(counts)))


def _retention(past: Past, schedule: Schedule) -> Retention | None:
    memories: dict[str, Memory] = {}
    answered: dict[str, datetime] = {}
    promised, recalled = [], 0
    for attempt in past.sample:
        key, at = attempt.key, attempt.scored_at
        memory = memories.get(key)
        if memory:
            memory = replace(memory, last=effective_last_review(memory.last, at))
            # Crammed since: no test of retention either, though the memory state does not show it.
            if (at - effective_last_review(answered[key], at)).days > 0:
                promised.append(recall(memory, at, schedule))
                recalled += attempt.rating is not Rating.AGAIN
        if attempt.reschedules and attempt.rating:
            memories[key] = review(memory, attempt.rating, at, schedule)
        answered[key] = at
    if not promised:
        return None
    seen = recalled / len(promised)
    return Retention(len(promised), sum(promised) / len(promised), seen, past.sampled)


def _calibration(sure: Sequence[tuple[int, float, int]]) -> Calibration | None:
    levels: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    bias = brier = 0.0
    for confidence, share, count in sure:
        levels[confidence].append((share, count))
        bias += count * (confidence / 100 - share)
        brier += count * (confidence / 100 - (share >= KNOWN_COVERAGE)) ** 2
    if not levels:
        return None
    told = tuple(_level(confidence, shares) for confidence, shares in sorted(levels.items()))
    answers = sum(level.answers for level in told)
    return Calibration(answers, bias / answers, brier / answers, told)


def _agreement(judged: Sequence[tuple[Mark, Mark, int]]) -> Agreement | None:
    if not judged:
        return None
    lower = sum(count for proposed, mark, count in judged if WORTH[mark] < WORTH[proposed])
    higher = sum(count for proposed, mark, count in judged if WORTH[mark] > WORTH[proposed])
    points = sum(count for *_, count in judged)
    return Agreement(points, points - lower - higher, lower, higher)


def _pace(spoken: Sequence[tuple[datetime, Spoken]], turn: timedelta) -> tuple[PaceOfDay, ...]:
    by_day: dict[date, list[Spoken]] = {}
    for moment, answer in spoken:
        if answer.pace is not None:
            by_day.setdefault(study_day(moment, turn=turn), []).append(answer)
    return tuple(
        PaceOfDay(day, len(answers), joined_pace(answers) or 0)
        for day, answers in sorted(by_day.items())
    )


def _level(confidence: int, shares: Sequence[tuple[float, int]]) -> Level:
    answers = sum(count for _, count in shares)
    return Level(confidence, answers, sum(share * count for share, count in shares) / answers)

"""Ranks the questions of a cheat sheet: missed ones, those at risk, then the rest."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import IntEnum
from typing import NamedTuple

from drill.model import KNOWN_COVERAGE, Attempt, Entry, Knowledge, Mark, Question

_DOUBT = 1
"""Attempts added to the count, so that one miss in one attempt ranks below three in four."""


@dataclass(frozen=True, slots=True)
class Miss:
    """A key point that the last attempt missed or said partly.

    It was missed in `missed` of `times` attempts, most recently at `last`.
    """

    missed: int
    times: int
    last: datetime


class Tier(IntEnum):
    """The reason to put a question on a sheet, the best first."""

    MISSED = 0
    SURPRISE = 1
    AT_RISK = 2
    REST = 3


class Rank(NamedTuple):
    """The sort key of questions; the lowest comes first."""

    tier: Tier
    value: float = 0.0
    recency: float = 0.0


@dataclass(frozen=True, slots=True)
class Carried:
    """The questions of a sheet in document order, with the knowledge and rank of each.

    `missed` holds the misses of the questions with any; `on` is the date of the interview whose
    plan chose the questions, None for a selection.
    """

    entries: tuple[Entry, ...]
    known: Mapping[str, Knowledge]
    missed: Mapping[str, Mapping[str, Miss]]
    ranks: Mapping[str, Rank]
    on: date | None = None

    def missed_of(self, key: str) -> Mapping[str, Miss]:
        """The misses of a question, by key point text."""
        return self.missed.get(key, {})

    def first(self, count: int | None) -> "Carried":
        """The `count` questions of the best rank (None for all), in document order.

        Among equals, each deck contributes its share.
        """
        at = places(self.entries)
        ranked = sorted(self.entries, key=lambda entry: (self.ranks[entry.key], at[entry.key]))
        return self._of({entry.key for entry in ranked[:count]})

    def only_missed(self) -> "Carried":
        """The questions with a miss."""
        return self._of(
            {
                entry.key
                for entry in self.entries
                if is_missed(entry.question, self.known.get(entry.key), self.missed_of(entry.key))
            }
        )

    def at_risk(self) -> "Carried":
        """The questions that were missed or are at risk on the day, or all if there are none."""
        keys = {key for key, rank in self.ranks.items() if rank.tier is not Tier.REST}
        return self._of(keys) if keys else self

    def _of(self, keys: Set[str]) -> "Carried":
        return replace(self, entries=tuple(entry for entry in self.entries if entry.key in keys))


def places(entries: Iterable[Entry]) -> dict[str, float]:
    """The place of each question in its deck, 0 for the first to 1 for the end."""
    keys: defaultdict[str, list[str]] = defaultdict(list)
    for entry in entries:
        keys[entry.deck].append(entry.key)
    return {key: at / len(own) for own in keys.values() for at, key in enumerate(own)}


def misses(attempts: Iterable[Attempt]) -> dict[str, Miss]:
    """The misses of the last scored attempt, by key point text.

    `attempts` are all of one question, in order of time.
    """
    scored = [attempt for attempt in attempts if attempt.points and not attempt.skipped]
    if not scored:
        return {}
    by_text = {}
    for text in scored[-1].missed:
        marks = [mark for attempt in scored for said, mark in attempt.points if said == text]
        missed = sum(mark is not Mark.SAID for mark in marks)
        by_text[text] = Miss(missed, len(marks), scored[-1].scored_at)
    return by_text


def missed_core(question: Question, missed: Mapping[str, Miss]) -> list[Miss]:
    """The misses among the core points of the question, or among all if none is core."""
    core = [point for point in question.key_points if not point.bonus] or question.key_points
    return [missed[point.text] for point in core if point.text in missed]


def is_missed(question: Question, knowledge: Knowledge | None, missed: Mapping[str, Miss]) -> bool:
    """Whether a core point of the question was missed, or a question without points is weak."""
    return bool(missed_core(question, missed)) or (knowledge is not None and knowledge.weak)


def rank(
    question: Question, knowledge: Knowledge | None, missed: Mapping[str, Miss], recall: float
) -> Rank:
    """The rank of a question; `recall` is its chance of recall on the day of the interview.

    Missed core points come first, the most often and then the most recently missed before the
    others; then confident misses; then questions likely to be forgotten by the day; then new
    questions, in document order; then known ones.
    """
    if knowledge is None:
        return Rank(Tier.REST)
    last = -knowledge.last.timestamp()
    if core := missed_core(question, missed):
        often = sum(miss.missed / (miss.times + _DOUBT) for miss in core)
        return Rank(Tier.MISSED, -often, last)
    if knowledge.confident_miss:
        return Rank(Tier.SURPRISE, knowledge.coverage, last)
    likely = knowledge.coverage * recall
    return Rank(Tier.AT_RISK if likely < KNOWN_COVERAGE else Tier.REST, likely, last)

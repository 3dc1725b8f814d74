"""The report of one session: coverage with its denominator, topics, time, misses."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from drill import grading
from drill.model import (
    DAY_TURNS_AT,
    Attempt,
    Difficulty,
    Entry,
    Knowledge,
    Option,
    Session,
    SessionKind,
    SessionStatus,
    study_day,
)
from drill.reporting.items import Item, Share, Span
from drill.reporting.titles import words_apart
from drill.schedule.today import Today


@dataclass(frozen=True, slots=True)
class Report:
    """A session and its questions, in the order they were chosen.

    `past` is the coverage of earlier sessions of its kind, the oldest first; `remaining` is the
    rest of its study day, None if that day is over; `turn` is the start of a study day, from
    midnight.
    """

    session: Session
    items: tuple[Item, ...]
    past: tuple[float, ...] = ()
    remaining: Today | None = None
    turn: timedelta = DAY_TURNS_AT

    @property
    def attempts(self) -> list[Attempt]:
        """The scored attempts, skipped questions included."""
        return [item.attempt for item in self.items if item.attempt]

    @property
    def answered(self) -> int:
        """The number of answered questions."""
        return sum(item.answered for item in self.items)

    @property
    def coverage(self) -> float | None:
        """The session score: mean coverage of the questions asked; None if there were none."""
        return grading.mean_coverage(self.attempts)

    @property
    def self_rating(self) -> float | None:
        """The mean self-rating, which `coverage` leaves out; None without self-ratings."""
        return grading.mean_self_rating(self.attempts)

    @property
    def earlier(self) -> float | None:
        """The previous mean coverage of the questions; None if most were never asked before."""
        answered = [item for item in self.items if item.answered and not item.self_rated]
        before = [item.earlier for item in answered if item.earlier is not None]
        comparable = before and 2 * len(before) >= len(answered)
        return sum(before) / len(before) if comparable else None

    @property
    def seconds(self) -> float:
        """The seconds from the first question to the end, without pauses and absence.

        If the end is unknown, the time of the answers alone.
        """
        session = self.session
        if session.ended is None:
            return self.answering
        whole = (session.ended - session.started).total_seconds()
        return max(0.0, whole - session.paused - session.away)

    @property
    def answering(self) -> float:
        """The total seconds from questions to reveals, to compare with the budgets."""
        return sum(attempt.seconds for attempt in self.attempts)

    @property
    def timeline(self) -> list[Span]:
        """The questions in the order they were finished, without pauses and marking.

        Skipped questions of an interview come last, because they came back at the end.
        """
        interview = self.session.kind is SessionKind.MOCK
        done = [
            (interview and item.attempt.skipped, item.attempt.scored_at, number, item, item.attempt)
            for number, item in enumerate(self.items, 1)
            if item.attempt
        ]
        spans, start = [], 0.0
        for _, _, number, item, attempt in sorted(done, key=lambda ranked: ranked[:3]):
            spans.append(Span(number, item, attempt, start))
            start += attempt.seconds
        return spans

    @property
    def over(self) -> float:
        """The total seconds over the budgets."""
        return sum(attempt.overtime for attempt in self.attempts)

    @property
    def today(self) -> date:
        """The study day on which the session ended, or began if it is running."""
        return study_day(self.session.ended or self.session.started, turn=self.turn)

    @property
    def returns(self) -> list[date]:
        """The days on which the answered questions come back, in order."""
        return sorted(
            study_day(item.known.memory.due, turn=self.turn)
            for item in self.items
            if item.answered and item.known and item.known.memory
        )

    @property
    def topics(self) -> list[Share]:
        """The coverage of each topic, in the order of the questions; self-rated topics last."""
        return self._shares(lambda item: item.topic)

    @property
    def difficulties(self) -> list[Share]:
        """The coverage of each difficulty, easy first; questions without one are left out."""
        shares = self._shares(lambda item: _difficulty(item) or "")
        order = list(Difficulty)
        return sorted(
            (share for share in shares if share.name),
            key=lambda share: (share.self_rated, order.index(Difficulty(share.name))),
        )

    @property
    def hints(self) -> int:
        """The number of answers for which a hint was used."""
        return sum(attempt.assisted for attempt in self.attempts)

    @property
    def delivery(self) -> tuple[float, float, float] | None:
        """The mean grades for structure, clarity and pace, 1 to 4; None without grades."""
        graded = [attempt.delivery for attempt in self.attempts if attempt.delivery]
        if not graded:
            return None
        sides = [(delivery.structure, delivery.clarity, delivery.pace) for delivery in graded]
        structure, clarity, pace = (sum(side) / len(graded) for side in zip(*sides, strict=True))
        return structure, clarity, pace

    @property
    def confidence(self) -> float | None:
        """The mean confidence, 0 to 1, of the answers with one, without self-rated answers."""
        attempts = [attempt for attempt in self.attempts if not attempt.self_rated]
        said = [attempt.confidence for attempt in attempts if attempt.confidence is not None]
        return sum(said) / len(said) / 100 if said else None

    @property
    def confident_misses(self) -> list[Item]:
        """The confident misses, the most confident first."""
        surprises = [
            (-(item.attempt.confidence or 0), index, item)
            for index, item in enumerate(self.items)
            if item.attempt and item.attempt.confident_miss
        ]
        return [item for _, _, item in sorted(surprises, key=lambda ranked: ranked[:2])]

    def _shares(self, name: Callable[[Item], str]) -> list[Share]:
        groups: dict[str, list[Attempt]] = {}
        for item in self.items:
            if item.attempt:
                groups.setdefault(name(item), []).append(item.attempt)
        shares = [
            Share(
                key,
                sum(attempt.coverage for attempt in part) / len(part),
                len(part),
                bool(self_rated),
            )
            for key, attempts in groups.items()
            for self_rated, part in enumerate(grading.by_measure(attempts))
            if part
        ]
        return sorted(shares, key=lambda share: share.self_rated)


def report(
    session: Session,
    attempts: Iterable[Attempt],
    entries: Mapping[str, Entry],
    earlier: Mapping[str, float],
    known: Mapping[str, Knowledge],
    *,
    past: Sequence[float] = (),
    remaining: Today | None = None,
    turn: timedelta = DAY_TURNS_AT,
) -> Report:
    """The report of `session`; `earlier` is each question's previous coverage.

    In an interview that can be resumed, unscored questions are sealed.
    """
    scored = {attempt.key: attempt for attempt in attempts}
    goes_on = session.kind is SessionKind.MOCK and session.status is SessionStatus.RUNNING
    apart = words_apart(entries.values())
    budgets: Sequence[float | None] = session.budgets or (None,) * len(session.questions)
    return Report(
        session,
        tuple(
            Item(
                key,
                _sealed(entries[key]) if key in entries and is_sealed else entries.get(key),
                scored.get(key),
                budget,
                earlier.get(key),
                known.get(key),
                apart.get(key, ""),
                is_sealed,
            )
            for key, budget in zip(session.questions, budgets, strict=True)
            for is_sealed in (goes_on and key not in scored,)
        ),
        tuple(past),
        remaining,
        turn,
    )


def _sealed(entry: Entry) -> Entry:
    """The question without its answer and anything that hints at it."""
    question = replace(
        entry.question,
        answer=None,
        key_points=(),
        options=tuple(Option(option.text) for option in entry.question.options),
        hint=None,
        follow_ups=(),
        notes=None,
    )
    return replace(entry, question=question)


def _difficulty(item: Item) -> str | None:
    return item.entry.question.difficulty if item.entry else None

"""The state of a session: its rules, its clocks, and its answers so far."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from drill import grading
from drill.model import (
    Attempt,
    Delivery,
    Entry,
    FollowUp,
    KeyPoint,
    Mark,
    OfferedOption,
    Option,
    Rating,
    SessionStatus,
)
from drill.model.marks import Proposal
from drill.model.spoken import Spoken
from drill.session.clocks import AT_ZERO, Clock
from drill.session.option_order import option_order
from drill.session.rules import Phase, Rules

if TYPE_CHECKING:
    from random import Random


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question so far.

    `budget` is in seconds, None without a limit; `passed_over` means that it was skipped when it
    was last on the screen; `delivery` holds the grades so far for structure, clarity and pace.
    `order` are the numbers of the options in screen order, `chosen` the chosen numbers. `spoken` is
    the recorded answer, `proposal` an assistant's judgement; `next_typed` is the end of `typed`
    that answers the follow-up, and `next_mark` its mark. `drafted` means that the key points were
    drafts when the question was asked, `by_share` that it is rated without them; `note` is the
    user's own line.
    """

    entry: Entry
    marks: tuple[Mark, ...]
    budget: float | None = None
    follow_up: str | None = None
    clock: Clock = AT_ZERO
    confidence: int | None = None
    typed: str | None = None
    next_typed: str | None = None
    spoken: Spoken | None = None
    assisted: bool = False
    wrong: bool = False
    rating: Rating | None = None
    delivery: tuple[int, ...] = ()
    passed_over: bool = False
    next_mark: Mark = Mark.MISSED
    note: str = ""
    proposal: Proposal | None = None
    order: tuple[int, ...] = ()
    chosen: frozenset[int] = frozenset()
    drafted: bool = False
    by_share: bool = False

    @property
    def points(self) -> tuple[KeyPoint, ...]:
        """The key points to mark; none if the question is rated by share."""
        return () if self.by_share else self.entry.question.key_points

    @property
    def options(self) -> tuple[Option, ...]:
        """The options in screen order."""
        return tuple(self.entry.question.options[number] for number in self.order)

    @property
    def choices(self) -> tuple[OfferedOption, ...]:
        """The options in deck order, each with whether it is chosen."""
        return tuple(
            OfferedOption(option.text, option.correct, number in self.chosen)
            for number, option in enumerate(self.entry.question.options)
        )

    @property
    def coverage(self) -> float | None:
        """The coverage as marked so far; None while a self-rating is missing."""
        question = self.entry.question
        if self.points:
            return grading.coverage(self.points, self.marks, self.wrong)
        if question.correct:
            return grading.coverage_of_choice(question.correct, self.chosen, self.wrong)
        return None if self.rating is None else grading.coverage_of_rating(self.rating, self.wrong)

    @property
    def is_measured(self) -> bool:
        """Whether key points or options measure the answer; otherwise the user rates it."""
        return bool(self.points or self.entry.question.correct)

    @property
    def marked(self) -> tuple[tuple[str, Mark], ...]:
        """The texts of the key points, each with its mark."""
        marks = self.marks[: len(self.points)]
        return tuple((point.text, mark) for point, mark in zip(self.points, marks, strict=True))

    @property
    def asked_next(self) -> FollowUp | None:
        """The follow-up with its answer and mark; None if none was asked."""
        if self.follow_up is None:
            return None
        return FollowUp(self.follow_up, self.next_typed, self.next_mark)

    @property
    def words(self) -> str | None:
        """The user's own words, typed or transcribed; empty if not kept."""
        return self.typed or (self.spoken.text if self.spoken else None) or None

    @property
    def over(self) -> float:
        """The seconds spent over the budget, once the answer is given."""
        return max(0.0, self.clock.spent - self.budget) if self.budget is not None else 0.0

    @property
    def final_rating(self) -> Rating | None:
        """The rating that follows from the coverage, capped after a hint or over time."""
        if self.coverage is None:
            return None
        rating = grading.rating_of_coverage(self.coverage)
        return grading.capped(rating, assisted=self.assisted, over=self.over)


def to_answer(
    entry: Entry,
    budget: float | None = None,
    follow_up: str | None = None,
    rng: "Random | None" = None,
) -> Answer:
    """A question about to be asked: every point missed, no option chosen.

    `rng` shuffles the options if their order does not matter; without it they keep the deck's
    order.
    """
    question = entry.question
    return Answer(
        entry,
        (Mark.MISSED,) * len(question.key_points),
        budget,
        follow_up,
        order=option_order(question, rng) if rng else tuple(range(len(question.options))),
        drafted=question.drafted,
    )


def reread(answer: Answer, entry: Entry) -> Answer:
    """The answer after an edit of its question to `entry`.

    Marks, choices and the order of the options stay for unchanged points and options; new options
    come last. A proposal stays if all points are unchanged.
    """
    if entry is answer.entry:
        return answer
    old = dict(zip(answer.entry.question.key_points, answer.marks, strict=True))
    shown = [option.text for option in answer.options]
    chosen = {choice.text for choice in answer.choices if choice.chosen}
    points = entry.question.key_points
    return replace(
        with_options(answer, entry, shown, chosen),
        entry=entry,
        drafted=answer.drafted or entry.question.drafted,
        marks=tuple(old.get(point, Mark.MISSED) for point in points),
        proposal=answer.proposal if points == answer.entry.question.key_points else None,
    )


def with_options(
    answer: Answer, entry: Entry, shown: Sequence[str], chosen: Collection[str]
) -> Answer:
    """The answer with the options of `entry` in the order of the texts `shown`, some chosen.

    Options that were not shown come last.
    """
    texts = [option.text for option in entry.question.options]
    places = {text: place for place, text in enumerate(shown)}
    order = sorted(range(len(texts)), key=lambda number: places.get(texts[number], len(shown)))
    return replace(
        answer,
        order=tuple(order),
        chosen=frozenset(number for number, text in enumerate(texts) if text in chosen),
    )


@dataclass(frozen=True, slots=True)
class State:
    """The state of a session.

    `pending` are the indexes of `answers` to ask, `marking` those to mark, in order; the current
    one is the first in the list of the phase. `serial` counts the scores, including retracted ones;
    `paused` and `away` (interrupted) are in seconds; `undo` is the state before the last score.
    """

    id: str
    rules: Rules
    answers: tuple[Answer, ...]
    pending: tuple[int, ...]
    marking: tuple[int, ...] = ()
    phase: Phase = Phase.ASKING
    attempts: tuple[Attempt, ...] = ()
    serial: int = 0
    clock: Clock = AT_ZERO
    pause: Clock | None = None
    pauses: int = 0
    paused: float = 0.0
    away: float = 0.0
    stopped: bool = False
    undo: "State | None" = None

    @property
    def asks(self) -> bool:
        """Whether an unanswered question is on the screen, with its clock running."""
        return self.phase in {Phase.ASKING, Phase.FOLLOW_UP}

    @property
    def index(self) -> int | None:
        """The place of the current answer in `answers`; None when the session is over."""
        if self.phase is Phase.OVER:
            return None
        return (self.pending if self.asks else self.marking)[0]

    @property
    def current(self) -> Answer:
        """The answer being worked on; raises ValueError when the session is over."""
        if self.index is None:
            raise ValueError("the session is over")
        return self.answers[self.index]

    @property
    def missed(self) -> tuple[Entry, ...]:
        """The questions whose answers failed, in the order they were scored."""
        last = {attempt.key: attempt.rating for attempt in self.attempts}
        entries = {answer.entry.key: answer.entry for answer in self.answers}
        return tuple(entries[key] for key in last if last[key] is Rating.AGAIN)

    @property
    def status(self) -> SessionStatus:
        """Whether the session is running, was stopped or is finished."""
        if self.phase is not Phase.OVER:
            return SessionStatus.RUNNING
        return SessionStatus.STOPPED if self.stopped else SessionStatus.FINISHED

    def elapsed(self, tick: float) -> float:
        """The seconds of the session at `tick`, without pauses."""
        return self.clock.seconds(tick)

    def out_of_time(self, tick: float) -> bool:
        """Whether the session's time is up."""
        return self.rules.limit is not None and self.elapsed(tick) >= self.rules.limit

    def with_current(self, answer: Answer) -> "State":
        """The state with `answer` as the current one."""
        if self.index is None:
            raise ValueError("the session is over")
        rest = self.index + 1
        answers = (*self.answers[: self.index], answer, *self.answers[rest:])
        return replace(self, answers=answers)

    def attempt(self, at: datetime) -> Attempt:
        """The current answer as an attempt, scored at `at`."""
        answer = self.current
        # The same score saved again after a crash has the same id, so it cannot count twice.
        attempt = Attempt(
            id=f"{self.id}.{self.serial}",
            session=self.id,
            key=answer.entry.key,
            scored_at=at,
            seconds=round(answer.clock.spent, 1),
            coverage=0.0,
            rating=None,
            assisted=answer.assisted,
            overtime=round(answer.over, 1),
            typed=answer.typed,
            spoken=answer.spoken,
            note=answer.note,
            reschedules=self.rules.reschedules,
        )
        if answer.passed_over:
            return attempt
        return replace(
            attempt,
            coverage=answer.coverage or 0.0,
            rating=answer.final_rating,
            confidence=answer.confidence,
            points=answer.marked,
            wrong=answer.wrong,
            choices=answer.choices,
            delivery=Delivery(*answer.delivery) if answer.delivery else None,
            proposal=answer.proposal,
            follow_up=answer.asked_next,
        )

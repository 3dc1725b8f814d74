"""The words of drill as frozen values: decks and their questions, attempts and their sessions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from enum import IntEnum, StrEnum
from typing import NamedTuple

from drill.errors import Problem
from drill.marks import Mark as Mark  # noqa: PLC0414  # a word of this module as well
from drill.marks import Proposal
from drill.spoken import Spoken

DAY_TURNS_AT = timedelta(hours=4)
FAILED_COVERAGE = 0.5
"""The coverage below which an answer has failed."""
KNOWN_COVERAGE = 0.75
"""The coverage from which an answer counts as known."""
SURE_CONFIDENCE = 75
"""The confidence, a percentage, from which a miss is a surprise."""


def study_day(moment: datetime, zone: tzinfo | None = None, turn: timedelta = DAY_TURNS_AT) -> date:
    """The date that `moment` counts for: the local date, with a day that turns at 04:00.

    `moment` is aware; `zone` None means the system's local time; `turn` is another time than 04:00,
    from midnight.
    """
    return (moment.astimezone(zone).replace(tzinfo=None) - turn).date()


def day_start(
    moment: datetime, zone: tzinfo | None = None, turn: timedelta = DAY_TURNS_AT
) -> datetime:
    """The moment (aware) at which the study day of `moment` began: 04:00 of its date."""
    return _turn(study_day(moment, zone, turn), zone, turn)


def day_end(
    moment: datetime, zone: tzinfo | None = None, turn: timedelta = DAY_TURNS_AT
) -> datetime:
    """The moment (aware) at which the study day of `moment` is over: 04:00 of the next date."""
    return _turn(study_day(moment, zone, turn) + timedelta(days=1), zone, turn)


def _turn(day: date, zone: tzinfo | None, turn: timedelta) -> datetime:
    moment = datetime.combine(day, time()) + turn
    return moment.replace(tzinfo=zone) if zone else moment.astimezone()


class Difficulty(StrEnum):
    """How hard a question is, as its deck's author sees it."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Rating(IntEnum):
    """How well an answer went, FSRS's four."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class KeyPoint:
    """One thing a good answer says: core, or bonus; `terms` are looked for in a typed answer."""

    text: str
    bonus: bool = False
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a multiple-choice question, Markdown; several may be correct."""

    text: str
    correct: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """The document that a deck was made from; `sha256` is of its bytes, in hexadecimal."""

    document: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Question:
    """One entry of a deck; `text` and `answer` are Markdown with $math$.

    The first line of `text` is the title. A question has key points or `options`, never both;
    options none of which is correct are self-rated. `shuffle` None leaves it to drill whether the
    order of the options means something. `drafted` says that nobody has looked at the key points
    yet. `time` is the speaking time in seconds; `lines` the first and last line in the source
    document, from 1. `extra` holds the `x-…` keys.
    """

    id: str
    text: str
    answer: str | None = None
    key_points: tuple[KeyPoint, ...] = ()
    hint: str | None = None
    follow_ups: tuple[str, ...] = ()
    notes: str | None = None
    tags: tuple[str, ...] = ()
    difficulty: Difficulty | None = None
    time: int | None = None
    lines: tuple[int, int] | None = None
    options: tuple[Option, ...] = ()
    shuffle: bool | None = None
    drafted: bool = False
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def correct(self) -> frozenset[int]:
        """The numbers of the correct options, from 0; empty where none is known to be."""
        return frozenset(index for index, each in enumerate(self.options) if each.correct)

    @property
    def title(self) -> str:
        """The first line of the question, Markdown as it stands."""
        return self.text.lstrip().split("\n", 1)[0]


@dataclass(frozen=True, slots=True)
class Deck:
    """One YAML file of questions; its `tags` apply to every question.

    `lang` is the language of its text, a tag such as `de` or `pt-BR`.
    """

    id: str
    title: str
    questions: tuple[Question, ...]
    tags: tuple[str, ...] = ()
    source: Source | None = None
    lang: str | None = None
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one deck file gave: its good questions, all its problems, and where things stand.

    `deck` is None where no question can be asked from the file; `places` maps a question's id to
    its line, from 1.
    """

    deck: Deck | None
    problems: tuple[Problem, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """A question as the library finds it: with its deck and the place to edit it.

    `tags` are the question's own, then the deck's; `line` counts from 1 in the file `path`.
    """

    deck: str
    deck_title: str
    question: Question
    tags: tuple[str, ...]
    path: str
    line: int
    lang: str | None = None

    @property
    def key(self) -> str:
        """What history knows the question by: `deck/question`."""
        return f"{self.deck}/{self.question.id}"

    @property
    def topic(self) -> str:
        """What the question is about: its first tag, else the deck's first, else the deck."""
        return self.tags[0] if self.tags else self.deck


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a mock interview's answer was delivered, 1 to 4 each; kept apart from coverage."""

    structure: int
    clarity: int
    pace: int


SIDES_OF_DELIVERY = tuple(Delivery.__annotations__)
"""The names of the three grades, in their order."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An option as it read when it was offered: whether it was correct, and whether chosen."""

    text: str
    correct: bool
    chosen: bool


@dataclass(frozen=True, slots=True)
class FollowUp:
    """What an interview went on to ask, Markdown, and what was written as the answer to it.

    `mark` says how that went as a whole; None where nobody said.
    """

    question: str
    typed: str | None = None
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One question asked once and scored, or skipped (`rating` None, `coverage` 0).

    `scored_at` is when it was scored (aware, UTC); `seconds` the time from the question to the
    reveal, pauses left out, and `overtime` how many of them were over its budget; `confidence` a
    percentage; `points` the key points as they read then, each with its mark; `reschedules` False
    leaves the schedule alone (--cram); `choices` the options of a multiple choice in the deck's
    order; `spoken` what was recorded; `follow_up` what was asked next, with an answer that `typed`
    ends with; `proposal` what an assistant said of it before it was scored; `note` a line of the
    person's own.
    `extra` holds what a newer drill said of it, kept as it came.
    """

    id: str
    session: str
    key: str
    scored_at: datetime
    seconds: float
    coverage: float
    rating: Rating | None
    confidence: int | None = None
    points: tuple[tuple[str, Mark], ...] = ()
    wrong: bool = False
    assisted: bool = False
    overtime: float = 0.0
    typed: str | None = None
    delivery: Delivery | None = None
    reschedules: bool = True
    choices: tuple[Choice, ...] = ()
    spoken: Spoken | None = None
    proposal: Proposal | None = None
    follow_up: FollowUp | None = None
    note: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def skipped(self) -> bool:
        """Whether the question was passed over without an answer."""
        return self.rating is None

    @property
    def self_rated(self) -> bool:
        """Whether its coverage is the person's own rating: no point and no right option said it."""
        return not (self.skipped or self.points or any(each.correct for each in self.choices))

    @property
    def missed(self) -> tuple[str, ...]:
        """The key points that were not said, or only partly."""
        return tuple(text for text, mark in self.points if mark is not Mark.SAID)

    @property
    def confident_miss(self) -> bool:
        """Whether it was thought to be right and was not."""
        return not self.skipped and _surprises(self.confidence, self.coverage)


class Timing(NamedTuple):
    """What an attempt says of pace; whoever plans reads thousands of these before a quiz.

    `seen_before` says that its question was asked before the time that is looked at.
    """

    key: str
    session: str
    at: datetime
    seconds: float
    rating: int | None
    seen_before: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """What FSRS knows of a question; `stability` in days, `difficulty` 1 to 10, times aware UTC."""

    stability: float
    difficulty: float
    last: datetime
    due: datetime


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the history says of a question, derived from its attempts alone.

    `coverage` and `confidence` are those of the last scored attempt, `missed` the key points that
    it missed or got partly, `self_rated` whether its person alone rated it; `memory` is None while
    no attempt has moved the schedule.
    """

    attempts: int
    coverage: float
    last: datetime
    confidence: int | None = None
    missed: tuple[str, ...] = ()
    memory: Memory | None = None
    self_rated: bool = False

    @property
    def weak(self) -> bool:
        """Whether the last attempt covered less than three quarters."""
        return self.coverage < KNOWN_COVERAGE

    @property
    def confident_miss(self) -> bool:
        """Whether the last attempt was thought to be right and was not."""
        return _surprises(self.confidence, self.coverage)


def _surprises(confidence: int | None, coverage: float) -> bool:
    return confidence is not None and confidence >= SURE_CONFIDENCE and coverage < FAILED_COVERAGE


class SessionKind(StrEnum):
    """What a session was: a quiz, or a mock interview."""

    QUIZ = "quiz"
    MOCK = "mock"


class SessionStatus(StrEnum):
    """How far a session came; a stopped one is whole as far as it goes."""

    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Session:
    """A run of attempts; `questions` are the keys in the order they were chosen.

    `budgets` are the seconds for each question, empty where time is free; `pauses` is how often it
    was paused, `paused` the seconds of that, `away` those from an interruption until it went on.
    `extra` holds what a newer drill said of it.
    """

    id: str
    kind: SessionKind
    started: datetime
    status: SessionStatus
    questions: tuple[str, ...]
    ended: datetime | None = None
    minutes: int | None = None
    seed: int | None = None
    budgets: tuple[float, ...] = ()
    pauses: int = 0
    paused: float = 0.0
    away: float = 0.0
    extra: Mapping[str, object] = field(default_factory=dict)

"""Sessions: runs of attempts, quizzes and mock interviews."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class SessionKind(StrEnum):
    """The kind of a session: a quiz or a mock interview."""

    QUIZ = "quiz"
    MOCK = "mock"


class SessionStatus(StrEnum):
    """The state of a session; a stopped one is complete up to where it stopped."""

    RUNNING = "running"
    FINISHED = "finished"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Session:
    """A run of attempts; `questions` are the keys in the order they were chosen.

    `budgets` are the seconds for each question, empty without a time limit; `pauses` is the number
    of pauses and `paused` their seconds, `away` the seconds between an interruption and the
    resumption. `extra` holds the members that a newer drill wrote.
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

"""Records of progress: `stats`."""

from typing import TypedDict

from drill.cli.record_types.plan import TodayRecord
from drill.cli.record_types.questions import EntryRecord


class TopicRecord(TypedDict):
    """A topic: its questions, how many were asked, and their mean coverage."""

    name: str
    questions: int
    met: int
    coverage: float | None
    self_rated: float | None


class RetentionRecord(TypedDict):
    """Recall a day or more after the previous answer: predicted and observed shares."""

    answers: int
    promised: float
    seen: float
    sampled: bool


class LevelRecord(TypedDict):
    """The answers of one confidence, a percentage."""

    confidence: int
    answers: int
    coverage: float


class CalibrationRecord(TypedDict):
    """Confidence against coverage: bias is the mean confidence minus the mean coverage."""

    answers: int
    bias: float
    brier: float
    levels: list[LevelRecord]


class AgreementRecord(TypedDict):
    """Your marks against an assistant's proposals, counted in key points."""

    points: int
    agreed: int
    lower: int
    higher: int


class PaceRecord(TypedDict):
    """The pace of the recorded answers of a day, in words per minute."""

    day: str
    answers: int
    pace: int


class StatsRecord(TypedDict):
    """Totals, topics, the calendar ([day, answers]), and how many are asked from today on.

    With `by_plan` the days of `returning` are the plan's, else those of the schedule.
    """

    questions: int
    met: int
    answers: int
    seconds: float
    streak: int
    calendar: list[tuple[str, int]]
    topics: list[TopicRecord]
    returning: list[int]
    by_plan: bool
    retention: RetentionRecord | None
    calibration: CalibrationRecord | None
    agreement: AgreementRecord | None
    pace: list[PaceRecord]
    confident_misses: list[str]
    weakest: list[str]


class StatsDocument(TypedDict):
    """How you are doing: drill stats; `questions` are those whose keys its lists name."""

    stats: StatsRecord
    today: TodayRecord
    questions: list[EntryRecord]

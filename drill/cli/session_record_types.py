"""What `--json` prints of sessions, statistics and plans, as types; see `record_types`."""

from typing import Literal, TypedDict

from drill.cli.record_types import AttemptRecord, DeliveryRecord, EntryRecord, TodayRecord


class SessionRecord(TypedDict):
    """A past session; questions are keys in the order they were chosen."""

    id: str
    kind: Literal["quiz", "mock"]
    status: Literal["running", "finished", "stopped"]
    started: str
    ended: str | None
    seconds: float
    questions: list[str]
    answered: int
    coverage: float | None
    self_rating: float | None


class SessionsDocument(TypedDict):
    """Past sessions, the newest first: drill sessions."""

    sessions: list[SessionRecord]


class ShareRecord(TypedDict):
    """The mean coverage of the questions that were asked on a topic, or of a difficulty."""

    name: str
    coverage: float
    asked: int


class ItemRecord(TypedDict):
    """A question of a session; `earlier` is its coverage of the time before."""

    key: str
    title: str
    budget: float | None
    earlier: float | None
    attempt: AttemptRecord | None


class AdviceRecord(TypedDict):
    """What to do next, and why."""

    why: str
    command: str


class SessionDocument(TypedDict):
    """The report of one session: drill sessions show."""

    session: SessionRecord
    questions: list[ItemRecord]
    earlier: float | None
    past: list[float]
    topics: list[ShareRecord]
    difficulties: list[ShareRecord]
    answering: float
    over: float
    hints: int
    delivery: DeliveryRecord | None
    confidence: float | None
    bias: float | None
    brier: float | None
    confident_misses: list[str]
    next: list[AdviceRecord]


class TopicRecord(TypedDict):
    """A topic: its questions, how many were met, and their mean coverage."""

    name: str
    questions: int
    met: int
    coverage: float | None
    self_rated: float | None


class RetentionRecord(TypedDict):
    """Answers a day or more after the last to their question: promised and seen shares."""

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
    """Confidence against coverage: bias is the mean confidence less the mean coverage."""

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
    """How fast the recorded answers of a day were, in words a minute."""

    day: str
    answers: int
    pace: int


class StatsRecord(TypedDict):
    """Totals, topics, the calendar ([day, answers]), what comes back on each day from today on."""

    questions: int
    met: int
    answers: int
    seconds: float
    streak: int
    calendar: list[tuple[str, int]]
    topics: list[TopicRecord]
    returning: list[int]
    retention: RetentionRecord | None
    calibration: CalibrationRecord | None
    agreement: AgreementRecord | None
    pace: list[PaceRecord]
    confident_misses: list[str]
    weakest: list[str]


class StatsDocument(TypedDict):
    """How you are doing: drill stats; the questions are those whose keys its lists name."""

    stats: StatsRecord
    questions: list[EntryRecord]


class DayRecord(TypedDict):
    """A day of the plan, `ahead` of today by so many."""

    ahead: int
    new: int
    repeats: int
    minutes: float


class ForecastRecord(TypedDict):
    """Shares of recall on the day: planned, if only kept as so far, if idle; low to high holds it.

    `more` is what one minute more a day adds; `at_risk` are keys, the worst first.
    """

    questions: int
    days: list[DayRecord]
    now: float
    idle: float
    planned: float
    low: float
    high: float
    kept: float
    at_risk: list[str]
    unmet: int
    more: float


class InterviewRecord(TypedDict):
    """An interview ahead."""

    name: str
    on: str
    days_left: int
    forecast: ForecastRecord


class PlanDocument(TypedDict):
    """The plan: drill plan; `kept` is the share of the minutes kept so far."""

    minutes: int
    kept: float
    spent_today: float
    today: TodayRecord
    interviews: list[InterviewRecord]


class PlanClearDocument(TypedDict):
    """The interview that was cleared, null for all: drill plan --clear."""

    cleared: str | None


class FitRecord(TypedDict):
    """Parameters fitted to your answers; losses are mean log losses, the lower the better."""

    answers: int
    judged: int
    default_loss: float
    fitted_loss: float
    doubt: float
    parameters: list[float]


class PlanFitDocument(TypedDict):
    """The fit, and whether it is better than the defaults: drill plan --fit."""

    fit: FitRecord
    better: bool


class NextInterviewRecord(TypedDict):
    """The next interview, and the days until then."""

    name: str
    days: int


class HomeDocument(TypedDict):
    """Where you stand, and what to type next: drill."""

    questions: int
    decks: int
    today: TodayRecord
    by_plan: bool
    new: int
    weak: int
    last: SessionRecord | None
    interview: NextInterviewRecord | None
    next: AdviceRecord

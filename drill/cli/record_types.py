"""What `--json` prints, as types: the schemas in `drill/schemas` are generated from them.

Times are ISO 8601, shares 0 to 1, durations in seconds unless a name says otherwise; null is none.
The names are a promise: a member may be added, none is renamed or taken away.
"""

from typing import Literal, TypedDict

Rated = Literal["again", "hard", "good", "easy"]


class MemoryRecord(TypedDict):
    """What FSRS knows of a question; stability in days."""

    stability: float
    difficulty: float
    last: str
    due: str


class KnowledgeRecord(TypedDict):
    """What the history says of a question."""

    attempts: int
    coverage: float
    last: str
    confidence: int | None
    missed: list[str]
    memory: MemoryRecord | None
    self_rated: bool


class EntryRecord(TypedDict):
    """A question wherever it is listed."""

    key: str
    deck: str
    id: str
    title: str
    tags: list[str]
    difficulty: Literal["easy", "medium", "hard"] | None
    drafted: bool
    path: str
    line: int
    knowledge: KnowledgeRecord | None


class ListDocument(TypedDict):
    """The questions of a selection: drill list."""

    questions: list[EntryRecord]


class KeyPointRecord(TypedDict):
    """A key point."""

    text: str
    bonus: bool
    terms: list[str]


class OptionRecord(TypedDict):
    """An option of a multiple choice."""

    text: str
    correct: bool


class QuestionRecord(TypedDict):
    """A question as its deck has it; time in seconds, lines the first and last of its document."""

    id: str
    text: str
    answer: str | None
    key_points: list[KeyPointRecord]
    hint: str | None
    follow_ups: list[str]
    notes: str | None
    tags: list[str]
    difficulty: Literal["easy", "medium", "hard"] | None
    time: int | None
    lines: list[int] | None
    options: list[OptionRecord]
    shuffle: bool | None
    drafted: bool
    extra: dict[str, object]


class MarkRecord(TypedDict):
    """A key point as it read, and how it was marked."""

    point: str
    mark: Literal["said", "partly", "missed"]


class ChoiceRecord(TypedDict):
    """An option as it read, and whether it was chosen."""

    option: str
    correct: bool
    chosen: bool


class DeliveryRecord(TypedDict):
    """How an answer was delivered, 1 to 4 each."""

    structure: float
    clarity: float
    pace: float


class AttemptRecord(TypedDict):
    """A question asked once; `moves` says whether it moved the schedule."""

    id: str
    session: str
    at: str
    seconds: float
    coverage: float
    self_rated: bool
    rating: Rated | None
    confidence: int | None
    points: list[MarkRecord]
    choices: list[ChoiceRecord]
    wrong: bool
    assisted: bool
    over: float
    typed: str | None
    delivery: DeliveryRecord | None
    moves: bool


class ShowDocument(EntryRecord):
    """One question whole: drill show."""

    question: QuestionRecord
    attempts: list[AttemptRecord]


class ProblemRecord(TypedDict):
    """Something wrong in a file; line and column count from 1."""

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str
    severity: Literal["error", "warning"]


class CheckDocument(TypedDict):
    """What is wrong in the decks: drill check."""

    problems: list[ProblemRecord]
    questions: int
    decks: int
    drafted: int


class OverviewRecord(TypedDict):
    """A deck or a tag; coverage is the mean of the last answers."""

    id: str
    title: str
    questions: int
    asked: int
    coverage: float | None
    self_rated: float | None
    example: bool


class DecksDocument(TypedDict):
    """The decks: drill decks."""

    decks: list[OverviewRecord]


class TagsDocument(TypedDict):
    """The tags: drill tags."""

    tags: list[OverviewRecord]


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
    """The mean coverage of the questions that were asked on a topic, or of a difficulty.

    With `self_rated` it is the mean of what the person rated.
    """

    name: str
    coverage: float
    asked: int
    self_rated: bool


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


class TodayRecord(TypedDict):
    """The study day: how many questions are done and left, new ones among these."""

    done: int
    left: int
    new: int


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


class WhereDocument(TypedDict):
    """Paths of everything that drill keeps and finds: drill where."""

    home: str
    history: str
    backups: str
    plans: str
    recordings: str
    config: str
    cache: str
    decks: list[str]


class SettingRecord(TypedDict):
    """A key of config.toml; origin is "default", path:line, or a variable of the environment."""

    key: str
    value: str | float | bool | None
    default: str | float | bool | None
    origin: str
    meaning: str


class ConfigDocument(TypedDict):
    """The configuration: drill config."""

    path: str
    settings: list[SettingRecord]


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


class HistoryCheckDocument(TypedDict):
    """Whether the history is sound: drill history check."""

    sound: bool
    attempts: int
    faults: list[str]


class LeftOutRecord(TypedDict):
    """Lines of a document that are not in the deck, from 1, and why."""

    first: int
    last: int
    why: str


class ChangesRecord(TypedDict):
    """What a changed document did to its deck; ids of questions."""

    added: list[str]
    changed: list[str]
    moved: list[str]
    vanished: list[str]


class ImportedRecord(TypedDict):
    """A document: the deck that was made of it, or why it was refused."""

    document: str
    deck: str | None
    path: str | None
    written: bool
    questions: int
    unanswered: int
    left_out: list[LeftOutRecord]
    changes: ChangesRecord | None
    error: str | None
    hint: str | None


class ImportDocument(TypedDict):
    """What became of each document: drill import."""

    documents: list[ImportedRecord]


DOCUMENTS: dict[str, type] = {
    "check": CheckDocument,
    "config": ConfigDocument,
    "decks": DecksDocument,
    "history-check": HistoryCheckDocument,
    "home": HomeDocument,
    "import": ImportDocument,
    "list": ListDocument,
    "plan": PlanDocument,
    "plan-clear": PlanClearDocument,
    "plan-fit": PlanFitDocument,
    "sessions": SessionsDocument,
    "sessions-show": SessionDocument,
    "show": ShowDocument,
    "stats": StatsDocument,
    "tags": TagsDocument,
    "where": WhereDocument,
}
"""What each `--json` prints, by the name of its schema."""

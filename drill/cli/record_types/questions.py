"""Records of questions and attempts: `list`, `show`."""

from typing import Literal, TypedDict

from drill.reporting.report_record import DeliveryRecord

Rated = Literal["again", "hard", "good", "easy"]


class MemoryRecord(TypedDict):
    """The FSRS state of a question; stability in days."""

    stability: float
    difficulty: float
    last: str
    due: str


class KnowledgeRecord(TypedDict):
    """The knowledge of a question, from its attempts."""

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
    """A question from its deck; time in seconds, lines the first and last in its document."""

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
    """A key point with its text at the time, and its mark."""

    point: str
    mark: Literal["said", "partly", "missed"]


class ChoiceRecord(TypedDict):
    """An option with its text at the time, and whether it was chosen."""

    option: str
    correct: bool
    chosen: bool


class LineRecord(TypedDict):
    """Words heard from `start` to `end`, seconds into the recording."""

    start: float
    end: float
    text: str


class PauseRecord(TypedDict):
    """A silence over two seconds between words."""

    start: float
    seconds: float


class SpokenRecord(TypedDict):
    """A recorded answer: its files, the transcript with times, and how it was spoken.

    `pace` is in words a minute of speaking time; `note` says why there are no lines.
    """

    recordings: list[str]
    lines: list[LineRecord]
    speaking: float | None
    silent: float | None
    pauses: list[PauseRecord]
    first_word: float | None
    pace: int | None
    note: str


class FollowUpRecord(TypedDict):
    """The follow-up question of an interview, its answer, and its mark; null if not judged."""

    question: str
    typed: str | None
    mark: Literal["said", "partly", "missed"] | None


class AttemptRecord(TypedDict):
    """A question asked once; `moves` tells whether it changed the schedule."""

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
    spoken: SpokenRecord | None
    delivery: DeliveryRecord | None
    moves: bool
    note: str
    follow_up: FollowUpRecord | None


class ShowDocument(EntryRecord):
    """One question in full: drill show."""

    question: QuestionRecord
    attempts: list[AttemptRecord]

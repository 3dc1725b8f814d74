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


class TodayRecord(TypedDict):
    """The study day: how many questions are done and left, new ones among these."""

    done: int
    left: int
    new: int


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

"""Records of sessions and of what to do next: `sessions`, the home page."""

from typing import Literal, TypedDict

from drill.cli.record_types.plan import TodayRecord
from drill.cli.record_types.questions import AttemptRecord
from drill.reporting.report_record import ReportRecord


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


class ItemRecord(TypedDict):
    """A question of a session; `earlier` is its previous coverage."""

    key: str
    title: str
    budget: float | None
    earlier: float | None
    attempt: AttemptRecord | None


class AdviceRecord(TypedDict):
    """A next step: the reason and the command."""

    why: str
    command: str


class SessionDocument(ReportRecord):
    """The report of one session: drill sessions show."""

    session: SessionRecord
    questions: list[ItemRecord]
    next: list[AdviceRecord]


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

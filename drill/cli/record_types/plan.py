"""The plan and its day: `plan`."""

from typing import TypedDict


class DayRecord(TypedDict):
    """A day of the plan, `ahead` days from today."""

    ahead: int
    new: int
    repeats: int
    minutes: float


class ForecastRecord(TypedDict):
    """Expected recall: as planned, at the current rate, if idle; `low` to `high` is the range.

    `more` is the gain from one more minute a day; `at_risk` are keys, the worst first.
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
    """The study day: how many questions are done and left, and how many of those are new."""

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
    """Parameters fitted to your answers; losses are mean log losses, lower is better."""

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

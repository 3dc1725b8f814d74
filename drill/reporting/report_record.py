"""A report as the record that `--json` and the export of a session share."""

from typing import TypedDict

from drill import grading
from drill.reporting.items import Share
from drill.reporting.report import Report


class ShareRecord(TypedDict):
    """The mean coverage of the questions asked of a topic or difficulty.

    With `self_rated`, the mean of the user's own ratings.
    """

    name: str
    coverage: float
    asked: int
    self_rated: bool


class DeliveryRecord(TypedDict):
    """The grades of an answer's delivery, 1 to 4 each."""

    structure: float
    clarity: float
    pace: float


class ReportRecord(TypedDict):
    """The results of a session: times in seconds, shares from 0 to 1; unknown is null."""

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


def report_record(report: Report) -> ReportRecord:
    """The record of a report."""
    delivery = report.delivery
    return {
        "earlier": report.earlier,
        "past": list(report.past),
        "topics": list(map(_share, report.topics)),
        "difficulties": list(map(_share, report.difficulties)),
        "answering": round(report.answering, 1),
        "over": round(report.over, 1),
        "hints": report.hints,
        "delivery": (
            {"structure": delivery[0], "clarity": delivery[1], "pace": delivery[2]}
            if delivery
            else None
        ),
        "confidence": report.confidence,
        "bias": grading.bias(report.attempts),
        "brier": grading.brier(report.attempts),
        "confident_misses": [item.key for item in report.confident_misses],
    }


def _share(share: Share) -> ShareRecord:
    return {
        "name": share.name,
        "coverage": share.coverage,
        "asked": share.asked,
        "self_rated": share.self_rated,
    }

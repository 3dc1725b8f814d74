from dataclasses import replace

from drill.model import SessionKind
from drill.reporting.report import Report
from drill.reporting.report_text import calibration, heading, times
from tests.exporters.session.samples import EMPTY, REPORT


def with_confidence(percent: int) -> Report:
    """A report whose first answer, that covered 75 %, said how sure it was."""
    item = REPORT.items[0]
    assert item.attempt is not None
    return replace(
        REPORT, items=(replace(item, attempt=replace(item.attempt, confidence=percent)),)
    )


def test_a_session_is_called_by_its_kind_and_its_beginning() -> None:
    assert heading(REPORT) == "Mock interview of 2026-11-24 09:00"
    quiz = replace(REPORT, session=replace(REPORT.session, kind=SessionKind.QUIZ))
    assert heading(quiz) == "Quiz of 2026-11-24 09:00"


def test_only_the_times_that_there_were_are_told() -> None:
    assert times(REPORT) == [
        "answers 01:55 of 05:00",
        "20 s over time",
        "1 pause of 40 s",
        "interrupted for 3 min",
        "1 hint",
    ]
    assert times(replace(EMPTY, session=replace(EMPTY.session, budgets=()))) == []


def test_confidence_is_too_high_too_low_or_well_judged() -> None:
    said = calibration(with_confidence(95))
    assert said == "95 % sure, 75 % covered: confidence was 20 points too high"
    said = calibration(with_confidence(75))
    assert said == "75 % sure, 75 % covered: confidence was about right"
    said = calibration(with_confidence(25))
    assert said == "25 % sure, 75 % covered: confidence was 50 points too low"
    assert calibration(EMPTY) == ""

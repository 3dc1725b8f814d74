"""A report in words, alike in the terminal and in every export."""

from collections import Counter

from drill import grading
from drill.markdown.markup import plain
from drill.model import Attempt, SessionKind
from drill.reporting.humanize import (
    ahead,
    clock,
    confidence_in_words,
    counted,
    duration,
    percent,
    progress,
)
from drill.reporting.report import Report
from drill.text import printable_line


def heading(report: Report) -> str:
    """The kind of the session and its start, in local time."""
    kind = "Mock interview" if report.session.kind is SessionKind.MOCK else "Quiz"
    return f"{kind} of {report.session.started.astimezone():%Y-%m-%d %H:%M}"


def times(report: Report) -> list[str]:
    """The time, overtime, interruptions and hints of a session, as far as there were any."""
    session = report.session
    parts = []
    if session.budgets:
        parts.append(f"answers {clock(report.answering)} of {clock(round(sum(session.budgets)))}")
    if report.over:
        parts.append(f"{duration(report.over)} over time")
    if session.pauses:
        parts.append(f"{counted(session.pauses, 'pause')} of {duration(session.paused)}")
    if session.away:
        parts.append(f"interrupted for {duration(session.away)}")
    if report.hints:
        parts.append(counted(report.hints, "hint"))
    return parts


def what_is_left(report: Report) -> str:
    """The progress of the day after a session; if the day is done, the first returns."""
    remaining = report.remaining
    said = progress(remaining) if remaining else ""
    days = Counter(report.returns)
    if not days or (remaining and (remaining.by_plan or remaining.left)):
        return said
    first = min(days)
    verb = "comes" if days[first] == 1 else "come"
    returns = f"{days[first]} {verb} back {ahead((first - report.today).days)}"
    return f"{said}; {returns}" if said else returns


def own_lines(attempt: Attempt | None) -> list[str]:
    """The follow-up with its mark, and the user's note; one line each."""
    if attempt is None:
        return []
    lines = []
    if attempt.follow_up:
        mark = f" ({attempt.follow_up.mark})" if attempt.follow_up.mark else ""
        lines.append(f"Follow-up: {plain(attempt.follow_up.question)}{mark}")
    if attempt.note:
        lines.append(f"Note: {printable_line(attempt.note)}")
    return lines


def calibration(report: Report) -> str:
    """Confidence against coverage; empty without answers with a confidence."""
    bias = grading.bias(report.attempts)
    if report.confidence is None or bias is None:
        return ""
    sure, covered = percent(report.confidence), percent(report.confidence - bias)
    return f"{sure} sure, {covered} covered: {confidence_in_words(bias)}"

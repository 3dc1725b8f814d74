"""Reports of past sessions, from the history and the present decks."""

from drill import grading
from drill.history import History
from drill.model import Session
from drill.reporting.report import Report, report
from drill.workspace.workspace import Workspace

_COMPARED = 3


def past_report(workspace: Workspace, session: Session) -> Report:
    """The report of a past session, with the present questions of the decks."""
    history = workspace.history
    entries = {entry.key: entry for entry in workspace.library.entries(session.questions)}
    return report(
        session,
        history.attempts(session=session.id),
        entries,
        earlier_coverage(history, session),
        history.knowledge(session.questions),
        past=past_scores(history, session),
        turn=workspace.settings.day_turns_at,
    )


def earlier_coverage(history: History, session: Session) -> dict[str, float]:
    """The coverage of each question's last attempt in an earlier session of the same kind.

    Self-ratings are left out: they are a measure of their own.
    """
    kinds = {other.id: other.kind for other in history.sessions()}
    coverage = {}
    for key in session.questions:
        before = [
            attempt
            for attempt in history.attempts(key=key)
            if attempt.scored_at < session.started
            and not (attempt.skipped or attempt.self_rated)
            and kinds.get(attempt.session) is session.kind
        ]
        if before:
            coverage[key] = before[-1].coverage
    return coverage


def past_scores(history: History, session: Session) -> list[float]:
    """The coverage of the previous sessions of its kind, the oldest first."""
    before = [
        other
        for other in history.sessions()
        if other.kind is session.kind and other.started < session.started
    ]
    scores = (
        grading.mean_coverage(history.attempts(session=earlier.id))
        for earlier in reversed(before[:_COMPARED])
    )
    return [score for score in scores if score is not None]

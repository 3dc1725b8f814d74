"""Past sessions as reports: what the history and the decks still say of them."""

from collections.abc import Mapping

from drill import grading
from drill.history import History
from drill.model import Attempt, Session
from drill.reporting.report import Report, report
from drill.workspace.workspace import Workspace

_COMPARED = 3


def past_report(workspace: Workspace, session: Session) -> Report:
    """The report of a past session, with the questions as their decks read now."""
    history = workspace.history
    entries = {entry.key: entry for entry in workspace.library.entries(session.questions)}
    before: Mapping[str, Attempt | None] = {
        key: _last(history, key, session) for key in session.questions
    }
    return report(
        session,
        history.attempts(session=session.id),
        entries,
        {key: attempt.coverage for key, attempt in before.items() if attempt},
        history.knowledge(session.questions),
        past=past_scores(history, session),
    )


def past_scores(history: History, session: Session) -> list[float]:
    """The coverage of the last sessions of its kind before this one, the oldest first."""
    before = [
        each
        for each in history.sessions()
        if each.kind is session.kind and each.started < session.started
    ]
    scores = (
        grading.mean_coverage(history.attempts(session=each.id))
        for each in reversed(before[:_COMPARED])
    )
    return [score for score in scores if score is not None]


def _last(history: History, key: str, session: Session) -> Attempt | None:
    """The last scored attempt at a question before the session."""
    earlier = [
        attempt
        for attempt in history.attempts(key=key)
        if attempt.scored_at < session.started and not attempt.skipped
    ]
    return earlier[-1] if earlier else None

"""The store of a session: saves scores to the history, and looks up their consequences."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from drill.errors import DrillError
from drill.model import Attempt, Entry, Knowledge, Question, Session, SessionStatus
from drill.schedule.memory import learn
from drill.session import Instant, Phase, Retract, Save, State
from drill.workspace.saving import Saving
from drill.workspace.today import current_plan_state, today
from drill.workspace.unfinished_answers import Drafts
from drill.workspace.workspace import Workspace

if TYPE_CHECKING:
    from drill.reporting.report import Report
    from drill.schedule.plans import OnTheDay
    from drill.schedule.today import Today
    from drill.workspace.plan_state import PlanState


class SessionStore:
    """Saves one quiz to the history, and looks up what plan or schedule make of it."""

    def __init__(
        self,
        workspace: Workspace,
        session: Session,
        plan: "PlanState | None",
        clock: Callable[[], Instant],
    ) -> None:
        self._workspace = workspace
        self._session = session
        self._plan = plan
        self._known = workspace.history.knowledge(session.questions)
        self._clock = clock
        self._before: tuple[dict[str, float], list[float]] | None = None
        self._today: tuple[int, Today] | None = None
        self._saving = Saving(workspace.history, session)
        self._drafts = Drafts(workspace.settings.home)
        self._draft_trouble = ""
        self._took_back = False

    @property
    def turn(self) -> timedelta:
        """The time at which a study day begins, from midnight."""
        return self._workspace.settings.day_turns_at

    @property
    def trouble(self) -> str:
        """The unsaved data and the reason, in words; empty if everything is on disk."""
        return self._saving.trouble or self._draft_trouble

    def save(self, attempt: Attempt) -> Knowledge | None:
        """Save the attempt; returns the new knowledge of its question."""
        if self._saving.put(Save(attempt)):
            known = self._workspace.history.knowledge([attempt.key]).get(attempt.key)
        else:
            known = learn(self._known.get(attempt.key), attempt, self._workspace.settings.schedule)
        if not attempt.skipped:
            self._keep_draft(attempt.key, "")
        if known:
            self._known[attempt.key] = known
        return known

    def retract(self, attempt: Attempt) -> None:
        """Retract the attempt."""
        self._saving.put(Retract(attempt))
        known = self._workspace.history.knowledge([attempt.key]).get(attempt.key)
        if known:
            self._known[attempt.key] = known
        else:
            self._known.pop(attempt.key, None)

    def take_back(self) -> str:
        """Undo the last score of the previous quiz, if that was interrupted today.

        Returns the title of its question; empty if there is no such score. Works only once: a key
        held down must not undo a whole quiz.
        """
        from drill.model import SessionKind, study_day

        history = self._workspace.history
        newest, self._took_back = history.sessions(0 if self._took_back else 1), True
        for session in newest:
            day = study_day(session.started, turn=self.turn)
            broken_off = session.status is SessionStatus.STOPPED
            if session.kind is SessionKind.QUIZ and broken_off and day == self._workspace.today:
                attempt = history.attempts(session=session.id)[-1]
                self.retract(attempt)
                self._before = self._today = None
                entries = self._workspace.library.entries([attempt.key])
                return entries[0].question.title if entries else attempt.key
        return ""

    @property
    def by_plan(self) -> bool:
        """Whether an interview is planned."""
        return self._plan is not None

    def on_the_day(self, key: str, knowledge: Knowledge) -> "OnTheDay | None":
        """The expected recall at the first interview that may ask the question."""
        return self._plan.on_the_day(self._workspace, key, knowledge) if self._plan else None

    def checkpoint(self, state: State, draft: str) -> None:
        """Save the draft of the current answer for the next quiz that asks its question.

        The position in the quiz is not saved: after an interruption, a new quiz asks the remaining
        questions. Retries failed saves.
        """
        if self._saving.trouble:
            self._saving.settle()
        if state.phase is not Phase.OVER and state.rules.typed:
            self._keep_draft(state.current.entry.key, draft if state.asks else state.current.typed)

    def draft(self, key: str) -> str:
        """The draft left by a quiz that did not score the question."""
        return self._drafts.of(key)

    def _keep_draft(self, key: str, text: str | None) -> None:
        try:
            self._drafts.keep(key, text or "")
        except DrillError as error:
            self._draft_trouble = error.message
        else:
            self._draft_trouble = ""

    def reread(self, entry: Entry) -> Entry:
        """The question as its file has it now; raises DrillError if it is gone or unreadable."""
        from drill.workspace.key_points import present_entry

        return present_entry(self._workspace, entry)

    def own(self, entry: Entry) -> Entry:
        """The question in a file that the user may edit; a shipped deck is copied first."""
        from drill.workspace.key_points import own_entry

        return own_entry(self._workspace, entry)

    @contextmanager
    def editing(self, entry: Entry) -> Iterator[None]:
        """While the user edits the deck of `entry`: drafts that changed in it are kept."""
        from drill.decks import read_deck_file
        from drill.workspace.key_points import keep_edited

        path = Path(entry.path)
        before = read_deck_file(path).deck
        yield
        keep_edited(path, before)

    def save_points(self, entry: Entry, question: Question) -> Entry:
        """Write the key points of `question` into the deck of `entry`; the changed question."""
        from drill.workspace.key_points import save_own

        return save_own(self._workspace, entry, question)

    def foresee(self, attempt: Attempt) -> Knowledge | None:
        """The knowledge of the question if `attempt` were saved."""
        schedule = self._workspace.settings.schedule
        return learn(self._known.get(attempt.key), attempt, schedule)

    def report(self, state: State) -> "Report":
        """The report of the session so far."""
        from drill.reporting.report import report

        entries = {answer.entry.key: answer.entry for answer in state.answers}
        # Time spent on the closing page is not answering time.
        finished = state.status is SessionStatus.FINISHED and state.attempts
        session = replace(
            self._session,
            status=state.status,
            ended=state.attempts[-1].scored_at if finished else self._clock().at,
            pauses=state.pauses,
            paused=state.paused,
            away=state.away,
        )
        earlier, past = self._earlier()
        remaining = self._left(len(state.attempts))
        return report(
            session,
            state.attempts,
            entries,
            earlier,
            self._known,
            past=past,
            remaining=remaining,
            turn=self._workspace.settings.day_turns_at,
        )

    def _earlier(self) -> tuple[dict[str, float], list[float]]:
        """The previous coverage of its questions, and of sessions of its kind."""
        if self._before is None:
            from drill.workspace.session_reports import earlier_coverage, past_scores

            history = self._workspace.history
            self._before = (
                earlier_coverage(history, self._session),
                past_scores(history, self._session),
            )
        return self._before

    def _left(self, answers: int) -> "Today":
        """The rest of the study day after this many answers of the session."""
        if self._today is None or self._today[0] != answers:
            moment = replace(self._workspace, now=self._clock().at)
            self._today = answers, today(moment, current_plan_state(moment))
        return self._today[1]

    def finish(self, state: State) -> "Report":
        """Close the session in the history; return its report."""
        closed = self.report(state)
        session = closed.session
        self._saving.close(session)
        return closed

    def require_saved(self) -> None:
        """Raise DrillError if part of the session is not in the history."""
        if self.trouble:
            raise DrillError(self.trouble, self._saving.hint)

    def warm(self) -> None:
        """Load what the first score needs, and refresh the library in the background."""
        import fsrs  # noqa: F401

        self._workspace.library.refresh_behind()


class ResumableSessionStore(SessionStore):
    """Saves a mock interview with its state, so that it can be resumed."""

    def checkpoint(self, state: State, draft: str) -> None:
        """Save the state and the half-typed answer over the previous checkpoint."""
        from drill.session import snapshot

        self._saving.keep(snapshot.dump(state, draft, self._clock()))

    def take_back(self) -> str:
        """Do nothing: an interrupted interview is resumed instead."""
        return ""

    def draft(self, key: str) -> str:  # noqa: ARG002  # the quiz's
        """Return nothing: the checkpoint of an interview has its half-typed answer."""
        return ""

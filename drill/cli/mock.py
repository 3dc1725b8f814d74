"""`drill mock`: a timed interview with a review, which can be resumed."""

import sys
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random, SystemRandom
from typing import Annotated

import typer

from drill import mock_questions
from drill.cli import options
from drill.cli.selecting import MOST_COUNT, selecting
from drill.errors import DrillError
from drill.history import new_session_id
from drill.model import Session, SessionKind, SessionStatus
from drill.selection import Selection
from drill.session import Instant, Phase, Rules, State, snapshot, start, to_answer
from drill.workspace.question_queue import planned
from drill.workspace.today import current_plan_state
from drill.workspace.workspace import Workspace

QUESTIONS = 6
MINUTES = 20
DAMAGED = (ValueError, TypeError, LookupError, OverflowError, RecursionError)
"""What reading a saved state raises that is not as drill wrote it."""
_DRAWN_FROM = 300  # the most questions to draw from: enough for variety, and read at once


class RevealWhen(StrEnum):
    """The time to show the answers of an interview."""

    END = "end"
    EACH = "each"


@dataclass(frozen=True, slots=True)
class _Interview:
    """An interview about to start, or to resume with a half-typed answer."""

    session: Session
    state: State
    draft: str = ""


@selecting("decks", "tag", "difficulty", "due", "new", "weak", "search", "everything")
def mock(
    wanted: Selection,
    *,
    count: Annotated[
        int,
        typer.Option(
            "--count", "-n", min=1, max=MOST_COUNT, metavar="N", help="Number of questions."
        ),
    ] = QUESTIONS,
    minutes: Annotated[
        int,
        typer.Option(
            "--minutes",
            min=1,
            max=options.LONGEST_SESSION,
            metavar="M",
            help="Minutes for the whole interview.",
        ),
    ] = MINUTES,
    typed: Annotated[bool, typer.Option("--typed", help="Type your answers.")] = False,
    reveal: Annotated[
        RevealWhen,
        typer.Option("--reveal", help="Show answers at the end, or after each question."),
    ] = RevealWhen.END,
    follow_ups: Annotated[
        bool,
        typer.Option(
            "--follow-ups/--no-follow-ups", help="Ask follow-up questions, as an interviewer would."
        ),
    ] = True,
    speak: Annotated[bool, typer.Option("--speak", help="Read the questions aloud.")] = False,
    resume: Annotated[
        bool, typer.Option("--resume", help="Resume an interrupted interview.")
    ] = False,
    plain: options.Plain = None,
    record: options.Record = None,
    judge: options.Judged = False,
    yes: options.Yes = False,
    seed: options.Seed = None,
    questions: options.Questions = None,
) -> None:
    """Sit a timed interview; read the report."""
    from drill.cli.session_ui import full_screen, judge_of, line_by_line, recordings_of
    from drill.terminal.session.instants import now
    from drill.terminal.speech.speech import Silence, Voice
    from drill.workspace.session_store import ResumableSessionStore

    voice = Voice() if speak else Silence()
    with options.open_workspace(wanted.decks, questions) as workspace:
        options.warn(workspace.library)
        recorded = options.records(record, workspace.settings, typed=typed)
        options.expect_words(judge=judge, kept=typed or recorded or resume)
        judges = judge_of(workspace.settings, unasked=judge, yes=yes)
        if resume:
            sitting = _resumed(workspace, now(), record)
        else:
            rules = Rules(
                SessionKind.MOCK,
                typed,
                reveal is RevealWhen.EACH,
                limit=minutes * 60,
                recorded=recorded,
            )
            sitting = _drawn(workspace, wanted, count, rules, seed, at=now(), follow_ups=follow_ups)
        session, state = sitting.session, sitting.state
        store = ResumableSessionStore(workspace, session, current_plan_state(workspace), now)
        session_ui = (
            full_screen if options.is_full_screen(plain, workspace.settings) else line_by_line
        )
        with session_ui(store, voice, judges, recordings_of(workspace, state)) as ui:
            if not resume:
                left = ui.introduce(state.rules, len(state.answers))
                if left is not None:
                    raise typer.Exit(left)
                state = start(state.id, state.rules, state.answers, now())
            store.checkpoint(state, sitting.draft)
            ending = ui.run(state, sitting.draft)
        if ending.state.phase is Phase.OVER:
            ui.conclude(store.finish(ending.state))
        else:
            print("drill: interview saved; resume it with drill mock --resume", file=sys.stderr)
        store.require_saved()
    raise typer.Exit(ending.code)


def _drawn(
    workspace: Workspace,
    wanted: Selection,
    count: int,
    rules: Rules,
    seed: int | None,
    *,
    at: Instant,
    follow_ups: bool,
) -> _Interview:
    """A new interview; with a seed it depends only on the decks, so it can be repeated."""
    rng = Random(seed)
    plan = current_plan_state(workspace)
    decks = workspace.library.own_decks()
    if decks and decks[0].example and not (plan or wanted.by_text or wanted.everything):
        # The shipped decks cover many fields, an interview covers one.
        wanted = replace(wanted, decks=(decks[0].id,))
    keys = planned(workspace, wanted, plan, next_only=True)
    entries = workspace.library.entries(rng.sample(keys, min(len(keys), _DRAWN_FROM)))
    if seed is None:
        known = workspace.history.knowledge([entry.key for entry in entries])
        last = [
            session for session in workspace.history.sessions() if session.kind is SessionKind.MOCK
        ][:1]
        drawn = mock_questions.draw(entries, known, last[0].questions if last else (), count, rng)
    else:
        drawn = mock_questions.draw(entries, {}, (), count, rng)
    limit = rules.limit or 0
    budgets = mock_questions.budgets(drawn, limit)
    answers = tuple(
        to_answer(
            entry,
            budget,
            rng.choice(entry.question.follow_ups)
            if follow_ups and entry.question.follow_ups
            else None,
            rng,
        )
        for entry, budget in zip(drawn, budgets, strict=True)
    )
    session = Session(
        id=new_session_id(workspace.now, SystemRandom()),
        kind=SessionKind.MOCK,
        started=workspace.now,
        status=SessionStatus.RUNNING,
        questions=tuple(entry.key for entry in drawn),
        minutes=round(limit / 60),
        seed=seed,
        budgets=tuple(budgets),
    )
    workspace.history.start(session)
    return _Interview(session, start(session.id, rules, answers, at))


def _resumed(workspace: Workspace, at: Instant, record: bool | None) -> _Interview:
    """The interrupted interview, recorded as before unless `record` says otherwise."""
    resumable = workspace.history.checkpointed()
    if resumable is None:
        raise DrillError("there is no interrupted interview", "drill mock starts a new one")
    session, data = resumable
    workspace.history.keep_copy(workspace.now)
    try:
        entries = {entry.key: entry for entry in workspace.library.entries(snapshot.keys(data))}
        attempts = workspace.history.attempts(session=session.id)
        back = snapshot.load(data, entries, attempts, at)
        if back.state.id != session.id:
            raise ValueError("it is of another session")
    except DAMAGED as error:
        raise DrillError(
            f"the interview {session.id} cannot be resumed: its saved state is damaged",
            "drill sessions show has its answers; drill history check says more",
        ) from error
    rules = back.state.rules
    if record is not None and not rules.typed:
        rules = replace(rules, recorded=record)
    return _Interview(session, replace(back.state, rules=rules), back.draft)

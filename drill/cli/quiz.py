"""`drill quiz`: asks questions, reveals answers, and schedules the next time."""

from dataclasses import replace
from typing import Annotated

import typer

from drill.cli import options
from drill.cli.selecting import selecting
from drill.selection import Order, Selection

_A_MINUTE = 2  # the most questions, if --minutes sets the length


@selecting()
def quiz(
    wanted: Selection,
    *,
    order: Annotated[
        Order, typer.Option(help="Most valuable first, in document order, or shuffled.")
    ] = (Order.BEST),
    typed: Annotated[bool, typer.Option("--typed", help="Type your answers.")] = False,
    minutes: Annotated[
        int | None,
        typer.Option(
            "--minutes",
            min=1,
            max=options.LONGEST_SESSION,
            metavar="M",
            help="Stop asking after M minutes.",
        ),
    ] = None,
    cram: Annotated[
        bool, typer.Option("--cram", help="Score without changing the schedule.")
    ] = False,
    plain: options.Plain = None,
    record: options.Record = None,
    judge: options.Judged = False,
    yes: options.Yes = False,
    seed: options.Seed = None,
    questions: options.Questions = None,
) -> None:
    """Answer questions and score yourself."""
    # Imported here, so that shell completion does not pay for them.
    from random import Random, SystemRandom

    from drill.cli.session_ui import full_screen, judge_of, line_by_line, recordings_of
    from drill.history import new_session_id
    from drill.model import Session, SessionKind, SessionStatus
    from drill.session import Rules, start, to_answer
    from drill.terminal.session.instants import now
    from drill.terminal.speech.speech import Silence
    from drill.workspace.question_queue import QUESTIONS, scheduled, selected
    from drill.workspace.session_store import SessionStore
    from drill.workspace.today import current_plan_state

    with options.open_workspace(wanted.decks, questions) as workspace:
        plan = current_plan_state(workspace)
        if wanted.count is None and minutes:
            wanted = replace(wanted, count=minutes * _A_MINUTE)
        elif wanted.count is None:
            by_plan = plan if not (wanted.by_text or wanted.everything) else None
            wanted = replace(wanted, count=(by_plan and by_plan.room) or QUESTIONS)
        if cram or wanted.by_state or order is not Order.BEST:
            entries = selected(workspace, wanted, plan, order, Random(seed), next_only=cram)
        else:
            entries = scheduled(workspace, wanted, plan)
        options.warn(workspace.library)
        recorded = options.records(record, workspace.settings, typed=typed)
        options.expect_words(judge=judge, kept=typed or recorded)
        judges = judge_of(workspace.settings, unasked=judge, yes=yes)
        rules = Rules(
            typed=typed,
            reschedules=not cram,
            limit=minutes * 60 if minutes else None,
            recorded=recorded,
        )
        rng = Random(seed)
        session_ui = (
            full_screen if options.is_full_screen(plain, workspace.settings) else line_by_line
        )
        moment = workspace.now
        while True:
            session = Session(
                id=new_session_id(moment, SystemRandom()),
                kind=SessionKind.QUIZ,
                started=moment,
                status=SessionStatus.RUNNING,
                questions=tuple(entry.key for entry in entries),
                minutes=minutes,
                seed=seed,
            )
            workspace.history.start(session)
            store = SessionStore(workspace, session, plan, now)
            answers = tuple(to_answer(entry, rng=rng) for entry in entries)
            state = start(session.id, rules, answers, now())
            with session_ui(store, Silence(), judges, recordings_of(workspace, state)) as ui:
                ending = ui.run(state)
            ui.conclude(store.finish(ending.state))
            store.require_saved()
            if not ending.again:
                break
            # Recall after a minute says nothing about memory, so the schedule stays.
            entries, rules = (
                list(ending.state.missed),
                replace(rules, reschedules=False, limit=None),
            )
            minutes, moment = None, now().at
    raise typer.Exit(ending.code)

"""`drill quiz`: asks, reveals, lets you score, and brings back."""

from dataclasses import replace
from typing import Annotated

import typer

from drill.cli import options
from drill.selection import Order

_A_MINUTE = 2  # questions at the most, when --minutes says how long


def quiz(
    decks: options.Decks = None,
    *,
    order: Annotated[Order, typer.Option(help="What pays most first, or as you like.")] = (
        Order.BEST
    ),
    typed: Annotated[bool, typer.Option("--typed", help="Write your answers.")] = False,
    minutes: Annotated[
        int | None,
        typer.Option(
            "--minutes",
            min=1,
            max=options.MOST_MINUTES,
            metavar="M",
            help="Ask until so many minutes are over.",
        ),
    ] = None,
    cram: Annotated[bool, typer.Option("--cram", help="Leave the schedule as it is.")] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Line by line: for screen readers and pipes.")
    ] = False,
    tag: options.Tags = None,
    difficulty: options.Difficulties = None,
    due: options.Due = False,
    new: options.New = False,
    weak: options.Weak = False,
    search: options.Search = "",
    count: options.Count = None,
    seed: options.Seed = None,
    questions: options.Questions = None,
) -> None:
    """Be asked, answer, reveal, score yourself."""
    # Here and not above, so that the shell's completion does without.
    from random import Random, SystemRandom

    from drill.cli.choice import QUESTIONS, kept_course, scheduled, selected
    from drill.cli.recording import Recording, full_screen, line_by_line
    from drill.history import new_session_id
    from drill.model import Session, SessionKind, SessionStatus
    from drill.session import Rules, start, to_answer
    from drill.terminal import console as consoles
    from drill.terminal.quiz import now
    from drill.terminal.speech import Silence

    wanted = options.selection(
        decks,
        tag=tag,
        difficulty=difficulty,
        due=due,
        new=new,
        weak=weak,
        search=search,
        count=count or (minutes * _A_MINUTE if minutes else None),
    )
    with options.desk(wanted.decks, questions) as desk:
        course = kept_course(desk)
        if wanted.count is None:
            wanted = replace(wanted, count=course.habits.questions if course else QUESTIONS)
        if cram or wanted.by_state or order is not Order.BEST:
            entries = selected(desk, wanted, order, Random(seed))
        else:
            entries = scheduled(desk, wanted, course)
        options.warn(desk.library)
        session = Session(
            id=new_session_id(desk.now, SystemRandom()),
            kind=SessionKind.QUIZ,
            started=desk.now,
            status=SessionStatus.RUNNING,
            questions=tuple(entry.key for entry in entries),
            minutes=minutes,
            seed=seed,
        )
        desk.history.start(session)
        recording = Recording(desk, session, desk.history.knowledge(session.questions), ())
        rules = Rules(typed=typed, moves=not cram, limit=minutes * 60 if minutes else None)
        answers = tuple(to_answer(entry) for entry in entries)
        face = full_screen if not plain and consoles.is_full_screen() else line_by_line
        with face(recording, Silence()) as shown:
            ending = shown.run(start(session.id, rules, answers, now()))
        shown.conclude(recording.finish(ending.state))
    raise typer.Exit(ending.code)

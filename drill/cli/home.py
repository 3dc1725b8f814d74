"""`drill` alone: where you stand, and what to type next."""

from typing import TYPE_CHECKING

from drill.cli import options
from drill.cli.sessions import reported
from drill.model import study_day
from drill.selection import Selection
from drill.workspace.question_queue import current_plan_state
from drill.workspace.workspace import Workspace

if TYPE_CHECKING:
    from drill.schedule.plans import Plan


def show() -> None:
    """Say what is due, how the last session went, and the one command to type next."""
    from drill.terminal import console
    from drill.terminal.home import Standing

    with options.open_workspace() as workspace:
        library, history = workspace.library, workspace.history
        options.warn(library)
        everything = Selection()
        due = len(library.among(everything, history.due(workspace.due_by)))
        weak = len(library.among(everything, history.weak()))
        questions = library.count()
        new = questions - len(library.among(everything, history.known()))
        paused = history.checkpointed() is not None
        course = current_plan_state(workspace)
        paying = course is not None and bool(course.planner(workspace).ranked())
        command, why = _next(questions, due=due, new=new, weak=weak, paused=paused, paying=paying)
        console.make().print(
            Standing(
                questions=questions,
                decks=len(library.decks()),
                due=due,
                new=new,
                weak=weak,
                last=next((reported(history, each) for each in history.sessions(1)), None),
                interview=_interview(course.plans[0], workspace) if course else None,
                command=command,
                why=why,
                now=workspace.now,
            )
        )


def _interview(plan: "Plan", workspace: Workspace) -> tuple[str, int]:
    """What the interview is called, and in how many days it is."""
    return plan.name, (plan.on - study_day(workspace.now)).days


def _next(
    questions: int, *, due: int, new: int, weak: int, paused: bool, paying: bool
) -> tuple[str, str]:
    """The command that pays most now, and what it is good for."""
    if paused:
        return "drill mock --resume", "go on with the interview that was interrupted"
    if not questions:
        return "drill import DOC", "make a deck of a document of yours"
    if paying:
        return "drill quiz", "what pays most on the day of the interview"
    if due:
        return "drill quiz", "what is due, the most urgent first"
    if new:
        return "drill quiz", "ten questions, the new ones first"
    if weak:
        return "drill quiz --weak", "what you covered less than three quarters of"
    return "drill mock", "nothing is due: try it under an interview's rules"

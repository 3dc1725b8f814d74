"""`drill` alone: where you stand, and what to type next."""

from drill.cli import options
from drill.cli.choice import kept_course
from drill.cli.sessions import reported
from drill.model import study_day
from drill.selection import Selection


def show() -> None:
    """Say what is due, how the last session went, and the one command to type next."""
    from drill.terminal import console
    from drill.terminal.home import Standing

    with options.desk() as desk:
        library, history = desk.library, desk.history
        options.warn(library)
        everything = Selection()
        due = len(library.among(everything, history.due(desk.due_by)))
        weak = len(library.among(everything, history.weak()))
        questions = library.count()
        new = questions - len(library.among(everything, history.known()))
        paused = history.checkpointed() is not None
        interview = _interview(desk)
        paying = interview is not None and _pays(desk)
        command, why = _next(questions, due=due, new=new, weak=weak, paused=paused, paying=paying)
        console.make().print(
            Standing(
                questions=questions,
                decks=len(library.decks()),
                due=due,
                new=new,
                weak=weak,
                last=next((reported(history, each) for each in history.sessions(1)), None),
                interview=interview,
                command=command,
                why=why,
                now=desk.now,
            )
        )


def _interview(desk: options.Desk) -> tuple[str, int] | None:
    """The next interview, and in how many days it is; without a plan nothing is imported."""
    if not desk.settings.plans.exists():
        return None
    from drill.plans import read_plans

    today = study_day(desk.now)
    plan = next(iter(read_plans(desk.settings.plans).ahead(today)), None)
    return (plan.name, (plan.on - today).days) if plan else None


def _pays(desk: options.Desk) -> bool:
    """Whether there is anything to ask today that the plan gains by."""
    course = kept_course(desk)
    return course is not None and bool(course.planner(desk).ranked())


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

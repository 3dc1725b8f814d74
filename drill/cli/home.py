"""`drill` alone: where you stand, and what to type next."""

from typing import TYPE_CHECKING

from drill.cli import options
from drill.cli.sessions import reported
from drill.reporting.humanize import counted
from drill.schedule.memory import DAY
from drill.schedule.today import Today
from drill.selection import Selection
from drill.workspace.today import current_plan_state, just_passed, today
from drill.workspace.workspace import Workspace

if TYPE_CHECKING:
    from drill.schedule.plans import Plan

_RESUME, _ADD = "drill mock --resume", "drill add"


def show(*, json: bool) -> None:
    """Show what is due, how the last session went, and the next command."""
    with options.open_workspace() as workspace:
        library, history = workspace.library, workspace.history
        options.warn(library)
        everything = Selection()
        weak = len(library.among(everything, history.weak()))
        questions = library.count()
        new = questions - len(library.among(everything, history.known()))
        paused = history.checkpointed()
        plan = current_plan_state(workspace)
        day = today(workspace, plan)
        steps = [_next(questions, day, new=new, weak=weak)]
        if passed := just_passed(workspace):
            asked = (_ADD, f"how did {passed.name} go? take down what they asked")
            steps.insert(1 if plan else 0, asked)
        if plan and plan.plans[0].on == workspace.today:
            steps[0] = "drill plan", "today is the day: sheet, warm-up, good luck"
        if paused:
            # After some days, an interrupted interview is no longer the first suggestion.
            fresh = paused[0].started >= workspace.morning - DAY
            resume = (_RESUME, "resume the interrupted interview")
            steps.insert(0 if fresh else len(steps), resume)
        command, why = steps[0]
        decks = len(library.own_decks())
        last = next((reported(history, session) for session in history.sessions(1)), None)
        interview = _interview(plan.plans[0], workspace) if plan else None
        if json:
            from drill.cli.output import write_json
            from drill.cli.session_records import home_document

            counts = (questions, decks, new, weak)
            write_json(home_document(counts, day, last, interview, (why, command)))
            return
        from drill.terminal import console
        from drill.terminal.listings.home import Standing

        console.say(
            console.make(),
            Standing(
                questions=questions,
                decks=decks,
                today=day,
                new=new,
                weak=weak,
                last=last,
                interview=interview,
                command=command,
                why=why,
                now=workspace.now,
                turn=workspace.settings.day_turns_at,
                also=[step for step in steps[1:] if step[0] in {_RESUME, _ADD}],
            ),
        )


def _interview(plan: "Plan", workspace: Workspace) -> tuple[str, int]:
    """The interview's name, and the days until it."""
    return plan.name, (plan.on - workspace.today).days


def _next(questions: int, day: Today, *, new: int, weak: int) -> tuple[str, str]:
    """The most useful next command, and the reason."""
    if not questions:
        return "drill import DOC", "make a deck from a document"
    if day.left:
        count = counted(len(day.left), "question")
        return "drill quiz", f"{count} left today, the most valuable first"
    if day.by_plan:
        return day.extra, "extra: today is done"
    if new:
        return "drill quiz", f"{'extra: ' if day.done else ''}ten questions, the new ones first"
    if weak:
        return "drill quiz --weak", "questions with a coverage below 75 %"
    return "drill mock", "nothing is due: practise under interview rules"

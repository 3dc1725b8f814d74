"""`drill show`: one question in full, and how well you know it."""

from typing import Annotated

import typer

from drill.cli import completion, options
from drill.cli.output import write_json
from drill.workspace.own_questions import question_named


def question(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The question's id or its beginning; DECK/ID where decks share it.",
            show_default=False,
            autocompletion=completion.complete_question,
        ),
    ],
    *,
    questions: options.Questions = None,
    json: Annotated[bool, options.json_as("show")] = False,
) -> None:
    """Show one question in full: answer, key points, notes, and your attempts."""
    with options.open_workspace(questions=questions) as workspace:
        options.read_all(workspace.library)
        options.warn(workspace.library)
        entry = question_named(workspace.library, name)
        known = workspace.history.knowledge([entry.key]).get(entry.key)
        attempts = workspace.history.attempts(key=entry.key)
        if json:
            from drill.cli.records import show_document

            write_json(show_document(entry, known, attempts))
            return
        from drill.terminal import console
        from drill.terminal.listings.question import Whole
        from drill.workspace.today import current_plan_state

        turn = workspace.settings.day_turns_at
        plan = current_plan_state(workspace)
        day = plan.on_the_day(workspace, entry.key, known) if plan and known else None
        whole = Whole(entry, known, attempts, workspace.now, turn, day, plan is not None)
        console.say(console.make(), whole)

"""`drill show`: one question whole, with what is known of it."""

from typing import Annotated

import typer

from drill.cli import completion, options
from drill.cli.output import write_json
from drill.model import Attempt
from drill.workspace.own_questions import question_named


def question(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The question's id, or its beginning; DECK/ID where decks share it.",
            show_default=False,
            autocompletion=completion.complete_question,
        ),
    ],
    *,
    questions: options.Questions = None,
    json: options.Json = False,
) -> None:
    """Show one question whole: answer, key points, notes, and how it went so far."""
    with options.open_workspace(questions=questions) as workspace:
        options.read_all(workspace.library)
        options.warn(workspace.library)
        entry = question_named(workspace.library, name)
        known = workspace.history.knowledge([entry.key]).get(entry.key)
        attempts = workspace.history.attempts(key=entry.key)
        if json:
            record = {**options.entry_record(entry, known), "question": entry.question}
            write_json({**record, "attempts": [_record(each) for each in attempts]})
            return
        from drill.terminal import console
        from drill.terminal.question import Whole

        console.make().print(Whole(entry, known, attempts, workspace.now))


def _record(attempt: Attempt) -> dict[str, object]:
    return {
        "id": attempt.id,
        "session": attempt.session,
        "at": attempt.scored_at,
        "seconds": attempt.seconds,
        "coverage": attempt.coverage,
        "self_rated": attempt.self_rated,
        "rating": None if attempt.rating is None else attempt.rating.name.lower(),
        "confidence": attempt.confidence,
        "points": [{"point": text, "mark": mark} for text, mark in attempt.points],
        "choices": [
            {"option": each.text, "correct": each.correct, "chosen": each.chosen}
            for each in attempt.choices
        ],
        "wrong": attempt.wrong,
        "assisted": attempt.assisted,
        "over": attempt.overtime,
        "typed": attempt.typed,
        "delivery": attempt.delivery,
        "moves": attempt.reschedules,
    }

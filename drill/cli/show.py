"""`drill show`: one question whole, with what is known of it."""

from difflib import get_close_matches
from typing import Annotated

import typer

from drill.cli import completion, options
from drill.cli.output import write_json
from drill.errors import DrillError
from drill.library import Library
from drill.model import Attempt, Entry
from drill.selection import Selection

_SOME = 3


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
        entry = _find(workspace.library, name)
        known = workspace.history.knowledge([entry.key]).get(entry.key)
        attempts = workspace.history.attempts(key=entry.key)
        if json:
            record = {**options.entry_record(entry, known), "question": entry.question}
            write_json({**record, "attempts": [_record(each) for each in attempts]})
            return
        from drill.terminal import console
        from drill.terminal.question import Whole

        console.make().print(Whole(entry, known, attempts, workspace.now))


def _find(library: Library, name: str) -> Entry:
    """The question with the key or id `name`, or the only one that begins so.

    Raises DrillError where there is none, or several.
    """
    if found := library.entries([name]):
        return found[0]
    keys = library.find(Selection(examples=True))
    names = {key: key if "/" in name else key.split("/")[1] for key in keys}
    begun = [key for key in keys if names[key].startswith(name)]
    meant = [key for key in begun if names[key] == name] or begun
    if len(meant) == 1:
        return library.entries(meant)[0]
    if meant:
        some = ", ".join(meant[:_SOME]) + (", ..." if len(meant) > _SOME else "")
        raise DrillError(f"several questions begin with {name!r}", f"it could be {some}")
    near = get_close_matches(name, names.values(), n=1)
    hint = f"did you mean {near[0]}?" if near else "drill list shows all ids"
    raise DrillError(f"no question {name!r}", hint)


def _record(attempt: Attempt) -> dict[str, object]:
    return {
        "id": attempt.id,
        "session": attempt.session,
        "at": attempt.scored_at,
        "seconds": attempt.seconds,
        "coverage": attempt.coverage,
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

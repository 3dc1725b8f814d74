"""`drill show`: one question whole, with what is known of it."""

from difflib import get_close_matches
from typing import Annotated

import typer

from drill.cli import options
from drill.cli.output import write_json
from drill.errors import DrillError
from drill.library import Library
from drill.model import Attempt, Entry
from drill.selection import Selection
from drill.text import printable

_SOME = 5


def question(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The question's id, with DECK/ before it where decks share it.",
            show_default=False,
            autocompletion=options.complete_question,
        ),
    ],
    *,
    questions: options.Questions = None,
    json: options.Json = False,
) -> None:
    """Show one question whole: answer, key points, notes, and how it went so far."""
    with options.desk(questions=questions) as desk:
        desk.library.refresh()
        options.warn(desk.library)
        entry = _find(desk.library, name)
        known = desk.history.knowledge([entry.key]).get(entry.key)
        attempts = desk.history.attempts(key=entry.key)
        if json:
            record = {**options.entry_record(entry, known), "question": entry.question}
            write_json({**record, "attempts": [_record(each) for each in attempts]})
            return
        from drill.terminal import console
        from drill.terminal.question import Whole

        console.make().print(Whole(entry, known, attempts, desk.now))


def _find(library: Library, name: str) -> Entry:
    """The question with the key or the id `name`; DrillError where there is none or several."""
    if found := library.entries([name]):
        return found[0]
    keys = library.find(Selection())
    same = [key for key in keys if key.split("/")[1] == name]
    if len(same) == 1:
        return library.entries(same)[0]
    if same:
        raise DrillError(f"several decks have a question {name!r}", "drill show " + same[0])
    ids = {key.split("/")[1]: key for key in keys}
    near = get_close_matches(name, [*ids, *keys], n=1)
    mend = f"did you mean {near[0]}?" if near else "drill list shows all ids"
    raise DrillError(f"no question {printable(name)!r}", mend)


def _record(attempt: Attempt) -> dict[str, object]:
    return {
        "id": attempt.id,
        "session": attempt.session,
        "at": attempt.at,
        "seconds": attempt.seconds,
        "coverage": attempt.coverage,
        "rating": None if attempt.rating is None else attempt.rating.name.lower(),
        "confidence": attempt.confidence,
        "points": [{"point": text, "mark": mark} for text, mark in attempt.points],
        "wrong": attempt.wrong,
        "assisted": attempt.assisted,
        "over": attempt.over,
        "typed": attempt.typed,
        "delivery": attempt.delivery,
        "moves": attempt.moves,
    }

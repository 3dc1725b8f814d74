"""`drill export anki`: questions as cards of other programs."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Annotated

import typer

from drill.cli import options
from drill.cli.export.output import Force, Output, form, write
from drill.cli.selecting import selecting
from drill.exporters import files
from drill.model import Entry
from drill.selection import Selection

TAGS = "drill::"


@selecting()
def anki(
    wanted: Selection,
    *,
    output: Output,
    questions: options.Questions = None,
    prefix: Annotated[
        str,
        typer.Option(
            "--tag-prefix",
            metavar="TEXT",
            help="Prefix of the notes' tags; '' for none.",
        ),
    ] = TAGS,
    force: Force = False,
) -> None:
    """Write an Anki package (.apkg) or a table (.csv).

    The table is for Quizlet, Mochi and others, and drill import reads it too; -o - prints it.
    Importing the package into Anki again updates its notes and duplicates none.
    """
    ending = form(output, (".csv", ".apkg"))
    files.check_free(output, force=force)
    with options.open_workspace(wanted.decks, questions) as workspace:
        options.read_all(workspace.library)
        options.warn(workspace.library)
        entries = workspace.library.entries(workspace.keys(wanted))
        now = workspace.now
    write(output, len(entries), lambda step: _cards(entries, now, ending, prefix, step))


def _cards(
    entries: Sequence[Entry], now: datetime, ending: str, prefix: str, step: Callable[[], None]
) -> bytes:
    if ending == ".apkg":
        from drill.exporters.anki import package

        return package(entries, now, step, tag_prefix=prefix)
    from drill.exporters.csv import table

    return table(entries, step).encode()

"""`drill decks` and `drill tags`: what there is, with counts and coverage."""

import sys
from collections import defaultdict
from typing import Annotated

import typer

from drill.cli import completion, options
from drill.cli.group import group
from drill.cli.output import write_json, write_row
from drill.errors import DrillError
from drill.reporting.overview import Overview, overview
from drill.selection import Selection
from drill.text import printable_line
from drill.workspace.own_questions import take as take_deck

app = group("List the decks, with counts and coverage; copy a shipped one to edit.")


@app.callback(invoke_without_command=True)
def decks(
    context: typer.Context,
    *,
    shipped: Annotated[
        bool, typer.Option("--shipped", help="Only the decks that come with drill.")
    ] = False,
    questions: options.Questions = None,
    json: Annotated[bool, options.json_as("decks")] = False,
) -> None:
    """List the decks, with counts and coverage."""
    if context.invoked_subcommand is not None:
        return
    with options.open_workspace((), questions) as workspace:
        options.read_all(workspace.library)
        options.warn(workspace.library)
        listed = workspace.library.decks()
        chosen = [deck for deck in listed if deck.example or not shipped]
        by_deck: dict[str, list[str]] = defaultdict(list)
        keys = workspace.library.find(Selection(examples=True))
        for key in keys:
            by_deck[key.split("/")[0]].append(key)
        known = workspace.history.knowledge(keys)
        rows = [
            overview(deck.id, deck.title, by_deck[deck.id], known, example=deck.example)
            for deck in chosen
        ]
    if not rows:
        raise DrillError("there are no decks", "drill import DOC makes one from a document")
    _show("decks", rows, json=json)


@app.command()
def take(
    name: Annotated[
        str,
        typer.Argument(
            metavar="DECK", help="The deck's id.", autocompletion=completion.complete_deck
        ),
    ],
) -> None:
    """Copy a shipped deck into your library, to edit it.

    Your history of its questions stays.
    """
    with options.first_own_deck_noticed(), options.open_workspace() as workspace:
        print(printable_line(f"copied to {take_deck(workspace, name)}"))


def tags(
    *,
    questions: options.Questions = None,
    json: Annotated[bool, options.json_as("tags")] = False,
) -> None:
    """List the tags, with counts and coverage."""
    with options.open_workspace((), questions) as workspace:
        options.read_all(workspace.library)
        options.warn(workspace.library)
        entries = workspace.library.entries(workspace.library.find(Selection()))
        known = workspace.history.knowledge(entry.key for entry in entries)
    by_tag: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        for tag in entry.tags:
            by_tag[tag].append(entry.key)
    if not by_tag:
        raise DrillError("no question has a tag", "drill import --tag TAG gives a deck one")
    _show(
        "tags", [overview(tag, "", keys, known) for tag, keys in sorted(by_tag.items())], json=json
    )


def _show(noun: str, rows: list[Overview], *, json: bool) -> None:
    if json:
        from drill.cli.records import overview_records

        write_json({noun: overview_records(rows)})
    elif sys.stdout.isatty():
        from drill.terminal import console
        from drill.terminal.listings.overview import Table

        console.say(console.make(), Table(rows))
    else:
        for row in rows:
            share = "" if row.coverage is None else f"{row.coverage:.0%}"
            rated = "" if row.self_rated is None else f"{row.self_rated:.0%}"
            write_row([row.id, str(row.questions), str(row.asked), share, row.title, rated])

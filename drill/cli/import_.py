"""`drill import`: turns documents into decks, or updates their decks."""

import os
import shlex
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import Annotated

import typer

from drill.cli import options
from drill.cli.import_records import imported_record, refused_record
from drill.cli.output import write_json
from drill.cli.record_types.imports import ImportedRecord
from drill.errors import DrillError
from drill.garbage import uncollected
from drill.importer import Imported, NoQuestions
from drill.importer.update import Update
from drill.model import Deck
from drill.reporting.humanize import counted
from drill.settings import load
from drill.terminal.progress import measure, steps
from drill.text import printable_line, slug
from drill.workspace import importing
from drill.workspace.draft_workers import DraftWorkers
from drill.workspace.importing import DeckFile, Job, Wishes
from drill.workspace.key_points import with_drafts

_STDOUT = "-"


def import_(
    documents: Annotated[
        list[str],
        typer.Argument(
            metavar="DOC...",
            help="Markdown, HTML, docx, pdf, ipynb, CSV, apkg (Anki), or folders; - is stdin.",
            show_default=False,
        ),
    ],
    *,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FOLDER/|-",
            help="Where to write, instead of the library; - is stdout.",
        ),
    ] = None,
    title: Annotated[str, typer.Option("--title", metavar="TITLE", help="Title of the deck.")] = "",
    tag: Annotated[
        list[str] | None,
        typer.Option("--tag", metavar="TAG", help="Tag for every question (repeatable)."),
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Merge a changed document into its deck.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show how every line is read; write nothing.")
    ] = False,
    form: Annotated[
        str | None,
        typer.Option(
            "--form", metavar="NAME", help="Read the document in this form, as --dry-run names it."
        ),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="Encoding of the document.")
    ] = None,
    no_key_points: Annotated[
        bool, typer.Option("--no-key-points", help="Draft no key points.")
    ] = False,
    json: Annotated[bool, options.json_as("import")] = False,
) -> None:
    """Make a deck of each document."""
    tags = (slug(word) for word in tag or ())
    wishes = Wishes(title, tuple(word for word in tags if word), encoding, form)
    manner = _Manner(output, update, dry_run, json, drafts=not no_key_points)
    jobs = list(importing.jobs(documents, wishes))
    _refuse_conflicts(manner, title, len(jobs))
    with options.first_own_deck_noticed():
        records = [_record(job, wishes, manner, alone=len(jobs) == 1) for job in jobs]
    if json:
        write_json({"documents": records})
    refused = sum(record["error"] is not None for record in records)
    if refused and (json or len(jobs) == 1):
        raise typer.Exit(1)
    if refused:
        others = "" if refused == len(jobs) else "the others were imported"
        raise DrillError(f"{refused:,} of {counted(len(jobs), 'document')} refused", others)


@dataclass(frozen=True, slots=True)
class _Manner:
    """The options that apply to every document: target, update, output."""

    output: str | None
    update: bool
    dry_run: bool
    json: bool
    drafts: bool


def _refuse_conflicts(manner: _Manner, title: str, count: int) -> None:
    """Refuse options that conflict with each other or with `count` documents."""
    output = manner.output
    if count > 1 and output is not None and not importing.is_folder(output):
        raise DrillError("--output takes one document", "name a folder, such as -o decks/", 2)
    if title and count > 1:
        raise DrillError("--title takes one document", "import one by one", 2)
    if manner.update and output == _STDOUT:
        raise DrillError("--update needs the deck's file", "-o FILE, or leave -o out", 2)
    if manner.json and output == _STDOUT:
        raise DrillError("--json and -o - both want stdout", "leave one of them out", 2)


def _record(job: Job, wishes: Wishes, manner: _Manner, *, alone: bool) -> ImportedRecord:
    """Import one document; print a refusal, or raise it if the document is `alone`."""
    try:
        with DraftWorkers(job.size if manner.drafts else 0) as workers:
            return _import(job, wishes, manner, workers)
    except DrillError as error:
        has_readings = isinstance(error, NoQuestions) and error.readings
        if alone and not manner.json and not has_readings:
            raise
        if not manner.json:
            for line in _refusal(error, job.argument):
                print(printable_line(line), file=sys.stderr)
        return refused_record(job.name, error)


def _refusal(error: DrillError, argument: str) -> Iterator[str]:
    """The lines of a refusal, with the uncertain readings of the document, if any."""
    yield f"drill: {error.message}"
    if not isinstance(error, NoQuestions) or not error.readings:
        yield error.hint
        return
    yield "It could be read in these ways; each has its command:"
    for reading in error.readings:
        asking = round(reading.asks * reading.count)
        titles = " · ".join(shorten(title, 40, placeholder="…") for title in reading.titles)
        verb = "asks" if asking == 1 else "ask"
        yield f"  {reading.form}: {counted(reading.count, 'question')}, {asking:,} {verb}: {titles}"
        # A picture at the end may be all that tells two forms apart, and is lost in a slug.
        is_word = reading.form[-1].isalnum()
        name = slug(reading.form) if is_word else shlex.quote(reading.form)
        yield f"    drill import {shlex.quote(argument)} --form {name}"


def _import(job: Job, wishes: Wishes, manner: _Manner, workers: DraftWorkers) -> ImportedRecord:
    """Import one document and return its record; print a summary, unless JSON is wanted."""
    with steps(f"Reading {printable_line(job.name)}"), uncollected():
        source = job.read()
    target = importing.target_of(source.deck, manner.output, load(os.environ).home)
    to_stdout = manner.output == _STDOUT
    change = _change(job, source, target, wishes) if manner.update else None
    if not (manner.update or manner.dry_run or to_stdout) and target.exists():
        raise DrillError(
            f"{target} already exists",
            "--update merges the document into it, -o writes elsewhere",
        )
    if isinstance(source, DeckFile):
        deck, data = source.deck, source.data
    else:
        drafting = workers if manner.drafts else None
        deck, data = _finished(job.name, change.deck if change else source.deck, change, drafting)
    if to_stdout and not manner.dry_run:
        sys.stdout.buffer.write(data)
        return imported_record(job.name, source, change, None)
    if not manner.json:
        _show(job.name, source, change, deck, dry_run=manner.dry_run)
    if manner.dry_run:
        return imported_record(job.name, source, change, None)
    importing.keep(source, deck, data, target)
    if not manner.json:
        print(f"{printable_line(str(target))}: {counted(len(deck.questions), 'question')}")
    return imported_record(job.name, source, change, target)


def _change(job: Job, source: DeckFile | Imported, target: Path, wishes: Wishes) -> Update:
    """The changes that the document makes to the deck at `target`."""
    if isinstance(source, DeckFile):
        raise DrillError(f"{job.name}: a deck is copied, not merged", "leave out --update")
    return importing.merged(source, target, wishes.title)


def _finished(
    name: str, deck: Deck, change: Update | None, workers: DraftWorkers | None
) -> tuple[Deck, bytes]:
    """The deck with key points drafted by `workers`, and its file, checked like any other."""
    importing.check_size(deck, name)
    if workers:
        with measure("Proposing key points") as tell:
            deck = with_drafts(deck, change, workers, tell)
    with steps(f"Checking {printable_line(name)}"):
        return deck, importing.check(deck, name)


def _show(
    name: str, source: DeckFile | Imported, change: Update | None, deck: Deck, *, dry_run: bool
) -> None:
    """Print a summary of the document."""
    if isinstance(source, DeckFile):
        if dry_run:
            print(f"{printable_line(name)}: a deck of {counted(len(deck.questions), 'question')}")
        return
    from drill.terminal import console
    from drill.terminal.listings import import_summary

    screen = console.make()
    import_summary.show(screen, name, source, whole=dry_run)
    if change:
        import_summary.show_update(screen, change)
    import_summary.show_drafts(screen, deck, change)

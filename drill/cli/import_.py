"""`drill import`: documents of questions and answers become decks, or update theirs."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from drill.decks import read_deck, save_deck, write_deck
from drill.errors import DrillError, Problem, Severity
from drill.importer import Imported, import_document
from drill.importer.decoding import SIZE_LIMIT
from drill.importer.update import Update, merge
from drill.library import files
from drill.model import Deck
from drill.settings import load
from drill.terminal.progress import steps
from drill.text import printable_line, slug

_STDOUT = Path("-")


def import_(
    documents: Annotated[
        list[Path],
        typer.Argument(
            metavar="DOC...", help="Markdown documents, each a deck.", show_default=False
        ),
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to, in place of the library; - is stdout."
        ),
    ] = None,
    title: Annotated[
        str, typer.Option("--title", metavar="TITLE", help="What to call the deck.")
    ] = "",
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="A topic of every question.")
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Take a changed document's answers over into its deck.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Account for every line; write nothing.")
    ] = False,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="How the document is encoded.")
    ] = None,
) -> None:
    """Make a deck of each document."""
    if output is not None and len(documents) > 1:
        raise DrillError("--output takes one document", "leave it out, or import one by one", 2)
    if title and len(documents) > 1:
        raise DrillError("--title takes one document", "import one by one", 2)
    if update and output == _STDOUT:
        raise DrillError("--update needs the deck's file", "-o FILE, or leave -o out", 2)
    tags = [slug(each) for each in tag or ()]
    for document in documents:
        with steps(f"Reading {printable_line(document.name)}"):
            imported = _read(document, title, tags, encoding)
        target = output or load(os.environ).home / "questions" / f"{imported.deck.id}.yaml"
        change = _merged(imported, target, title) if update else None
        deck = change.deck if change else imported.deck
        with steps(f"Checking {printable_line(document.name)}"):
            _check(deck, document)
        if not (update or dry_run or output == _STDOUT) and target.exists():
            raise DrillError(
                f"{target} is there already",
                "--update merges the document into it, -o writes elsewhere",
            )
        if output == _STDOUT and not dry_run:
            sys.stdout.buffer.write(write_deck(deck).encode())
        else:
            from drill.terminal import console
            from drill.terminal import import_summary as account

            screen = console.make()
            account.show(screen, document.name, imported, whole=dry_run)
            if change:
                account.show_update(screen, change)
            if not dry_run:
                target.parent.mkdir(parents=True, exist_ok=True)
                save_deck(deck, target)
                print(f"{printable_line(str(target))}: {len(deck.questions):,} questions")


def _read(document: Path, title: str, tags: list[str], encoding: str | None) -> Imported:
    """The document as a deck; DrillError where it cannot be read or holds no questions."""
    data = files.load(str(document), SIZE_LIMIT + 1)
    if isinstance(data, Problem):
        raise DrillError(f"{document}: {data.message}", "is the path right?")
    return import_document(
        data,
        document.name,
        title=title or None,
        tags=[each for each in tags if each],
        encoding=encoding,
        exists=lambda target: _is_there(document.parent, target),
    )


def _is_there(folder: Path, target: str) -> bool:
    from urllib.parse import unquote

    try:
        return (folder / unquote(target)).exists()
    except (OSError, ValueError):
        return False


def _merged(imported: Imported, target: Path, title: str) -> Update:
    """The document's deck merged into the file `target`, which must be a deck without errors."""
    try:
        reading = read_deck(target.read_bytes(), str(target))
    except FileNotFoundError:
        raise DrillError(f"{target}: there is no deck to update", "leave out --update") from None
    except OSError as error:
        raise DrillError(f"{target}: {error.strerror}") from error
    broken = [each for each in reading.problems if each.severity is Severity.ERROR]
    if reading.deck is None or broken:
        raise DrillError(f"{target}: the deck has errors", f"drill check {target} shows them")
    old = replace(reading.deck, title=title) if title else reading.deck
    return merge(old, imported.deck)


def _check(deck: Deck, document: Path) -> None:
    """Refuse a deck that could not be read again, such as one with an answer of a megabyte."""
    reading = read_deck(write_deck(deck).encode(), deck.id)
    broken = [each for each in reading.problems if each.severity is Severity.ERROR]
    if broken:
        raise DrillError(
            f"{document}: this makes no sound deck: {broken[0].message}",
            "--dry-run shows what was found; split the document, or fix it",
        )

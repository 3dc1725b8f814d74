"""`drill check`: all problems in the decks."""

import os
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from drill.cli import options
from drill.cli.output import write_json
from drill.decks import check_deck
from drill.errors import DrillError, Problem, Severity
from drill.library import Library
from drill.reporting.humanize import counted
from drill.selection import Selection
from drill.settings import load
from drill.text import printable_line


class Form(StrEnum):
    """The output formats."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Deck files or folders; all decks by default.",
            show_default=False,
        ),
    ] = None,
    *,
    form: Annotated[
        Form,
        typer.Option("--format", help="text, json (like --json), or github (annotations)."),
    ] = Form.TEXT,
    json: Annotated[bool, options.json_as("check")] = False,
) -> None:
    """Find every problem in the decks, each with its place and how to fix it."""
    for path in paths or ():
        if not os.path.lexists(path):
            raise DrillError(f"{path}: no such file or folder")
    settings = load(os.environ)
    roots, examples = (paths, None) if paths else (settings.roots, settings.examples)
    # Only this command checks formulas, so the index has no such problems.
    with closing(Library.open(roots, None, check_deck, examples=examples)) as library:
        options.read_all(library)
        problems = [replace(problem, path=_short(problem.path)) for problem in library.problems()]
        questions, decks = library.count(), len(library.own_decks())
        entries = library.entries(library.find(Selection()))
        drafted = sum(entry.question.drafted for entry in entries)
    if json or form is Form.JSON:
        from drill.cli.records import check_document

        write_json(check_document(problems, questions, decks, drafted))
    else:
        for problem in problems:
            print(
                _workflow_command(problem) if form is Form.GITHUB else printable_line(str(problem))
            )
        print(f"{counted(questions, 'question')} in {counted(decks, 'deck')}: {_sum(problems)}")
        if drafted:
            print(f"{counted(drafted, 'question')} with drafted key points: drill points --review")
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise typer.Exit(1)


def _workflow_command(problem: Problem) -> str:
    """The problem as a GitHub workflow command."""
    message = f"{problem.message}: {problem.hint}" if problem.hint else problem.message
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
    return f"::{problem.severity} {place},title={_property(problem.code)}::{_data(message)}"


def _data(text: str) -> str:
    return printable_line(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _short(path: str) -> str:
    """The path, relative to the current folder if that is shorter."""
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path


def _sum(problems: Sequence[Problem]) -> str:
    parts = [
        counted(count, severity)
        for severity in Severity
        if (count := sum(problem.severity is severity for problem in problems))
    ]
    return " and ".join(parts) or "no problems"

"""`drill add` and `drill edit`: add a question, and open one in the editor."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Annotated

import typer

from drill import own_files
from drill.atomic import is_abandoned
from drill.cli import completion, options
from drill.decks import read_deck_file
from drill.errors import DrillError
from drill.model import KeyPoint, Question
from drill.text import SLUG, printable_line
from drill.workspace.own_questions import DECK, add, editable, question_named

_FORM = """\
# Save and close to add the question; leave it empty to add none. drill help deck tells the rest.
deck: draft
title: Draft
questions:
  - id: new
    question:
    answer:
    key_points:
    tags:
"""
_PREFIX, _SUFFIX = "drill-", ".yaml"
_QUESTION = 6  # the line of the form for the question


def add_question(
    question: Annotated[
        str,
        typer.Argument(
            metavar="[QUESTION]", help="The question; if absent, read from a pipe or the editor."
        ),
    ] = "",
    *,
    answer: Annotated[str, typer.Option("--answer", metavar="TEXT", help="The answer.")] = "",
    point: Annotated[
        list[str] | None,
        typer.Option("--point", metavar="TEXT", help="A key point (repeatable)."),
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option("--tag", metavar="TAG", help="A tag (repeatable).")
    ] = None,
    deck: Annotated[
        str, typer.Option("--deck", metavar="ID", help="The deck of your own to add it to.")
    ] = DECK,
) -> None:
    """Add a question to a deck of your own.

    From a pipe, the first paragraph is the question and the rest the answer.
    """
    if not SLUG.fullmatch(deck):
        raise DrillError(f"{deck!r} is not a deck id", "lower-case words joined by '-'", 2)
    is_given = question or not sys.stdin.isatty()
    taken_down = (
        nullcontext(_given(question, answer, point or [], tag or [])) if is_given else _edited()
    )
    with options.first_own_deck_noticed():
        with taken_down as new, options.open_workspace() as workspace:
            key, path = add(workspace, new, deck)
        print(printable_line(f"{key} added to {path}"))


def edit(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The question's id or its beginning; DECK/ID where decks share it.",
            autocompletion=completion.complete_question,
        ),
    ],
    *,
    questions: options.Questions = None,
) -> None:
    """Open a question in $EDITOR; a shipped deck is copied into your library first."""
    from drill.terminal import editor
    from drill.workspace.key_points import keep_edited

    with options.open_workspace(questions=questions) as workspace:
        options.read_all(workspace.library)
        entry = editable(workspace, question_named(workspace.library, name))
    before = read_deck_file(Path(entry.path)).deck
    editor.edit(entry.path, entry.line)
    problems = read_deck_file(Path(entry.path)).problems
    for problem in problems:
        print(printable_line(str(problem)), file=sys.stderr)
    if not problems:
        keep_edited(Path(entry.path), before)
    raise typer.Exit(1 if problems else 0)


def _given(text: str, answer: str, points: list[str], tags: list[str]) -> Question:
    if not text:
        text, _, rest = sys.stdin.read().strip().partition("\n\n")
        answer = answer or rest.strip()
    if not text.strip():
        raise DrillError("there is no question", "drill add 'What is a heap?' --answer TEXT", 2)
    key_points = tuple(KeyPoint(point) for point in points)
    return Question("new", text.strip(), answer or None, key_points, tags=tuple(tags))


@contextmanager
def _edited() -> Iterator[Question]:
    """The question from the filled-in form; the form's file stays until the question is added.

    Raises DrillError if the form is empty.
    """
    from drill.terminal import editor

    _sweep(Path(tempfile.gettempdir()))
    try:
        with tempfile.NamedTemporaryFile(prefix=_PREFIX, suffix=_SUFFIX, delete=False) as file:
            file.write(_FORM.encode())
    except OSError as error:
        raise DrillError(f"cannot write a temporary file: {error.strerror}") from error
    path = Path(file.name)
    try:
        editor.edit(str(path), _QUESTION)
    finally:
        with suppress(OSError):  # an editor may leave a pipe there, or nothing
            if own_files.read(path) == _FORM.encode():
                path.unlink()
    if not path.exists():
        raise DrillError("nothing was written; no question was added")
    reading = read_deck_file(path)
    if reading.deck is None or not reading.deck.questions:
        first = str(reading.problems[0]) if reading.problems else str(path)
        raise DrillError(first, f"what you wrote is kept in {path}")
    try:
        yield reading.deck.questions[0]
    except DrillError as error:
        raise DrillError(error.message, f"what you wrote is kept in {path}") from error
    path.unlink()


def _sweep(folder: Path) -> None:
    """Remove the forms that killed runs left behind, with nothing filled in."""
    for left in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if is_abandoned(left) and own_files.read(left) == _FORM.encode():
                left.unlink()

"""Options that several commands share, and the workspace they open."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.models import OptionInfo

from drill import clock
from drill.decks import read_deck
from drill.errors import DrillError, Severity
from drill.library import Library
from drill.settings import load
from drill.text import printable_line
from drill.workspace.workspace import Workspace

if TYPE_CHECKING:
    from drill.history import History
    from drill.settings import Settings

_NAMED = 5
LONGEST_SESSION = 1440
"""The most minutes of a session: a day."""


def _checked_seed(seed: int | None) -> int | None:
    if seed is not None and not -(2**63) <= seed < 2**63:  # the integers that SQLite can store
        raise typer.BadParameter(f"{seed} is not in the range of 64-bit whole numbers")
    return seed


Seed = Annotated[
    int | None,
    typer.Option(
        "--seed",
        metavar="N",
        callback=_checked_seed,
        help="Make random choices repeatable.",
    ),
]
Questions = Annotated[
    list[Path] | None,
    typer.Option(
        "--questions",
        metavar="PATH",
        help="Use these decks instead of the library's (repeatable).",
    ),
]
Judged = Annotated[
    bool, typer.Option("--judge", help="Let your own model judge your words, point by point.")
]
Yes = Annotated[
    bool, typer.Option("--yes", help="Run the assistant's command without asking first.")
]
Plain = Annotated[
    bool | None,
    typer.Option(
        "--plain/--no-plain",
        help="Line by line, for screen readers and pipes.",
        show_default=False,
    ),
]


def json_as(name: str) -> OptionInfo:
    """The option `--json` of a command whose document has the schema `name`."""
    option: OptionInfo = typer.Option(
        "--json", help=f"Print one JSON document (drill schema {name})."
    )
    return option


Record = Annotated[
    bool | None,
    typer.Option("--record/--no-record", help="Record your spoken answers.", show_default=False),
]


def records(record: bool | None, settings: "Settings", *, typed: bool) -> bool:
    """Whether to record answers: from the option, else from the configuration.

    Raises DrillError if answers are also typed, or if the extra is not installed.
    """
    if record and typed:
        raise DrillError("--record and --typed exclude each other", "leave one of them out", 2)
    if record:
        from drill.workspace.recordings import expect_recorder

        expect_recorder()
    return not typed and (settings.voice.record if record is None else record)


def is_full_screen(plain: bool | None, settings: "Settings") -> bool:
    """Whether a session is full-screen: from the option, else from the configuration."""
    from drill.terminal import console

    return not (settings.plain if plain is None else plain) and console.is_full_screen()


def expect_words(*, judge: bool, kept: bool) -> None:
    """Raise DrillError if `--judge` has no words to judge."""
    if judge and not kept:
        raise DrillError("--judge needs your words", "add --typed or --record", 2)


def now() -> datetime:
    """The time at which a command starts, in UTC."""
    return clock.now()


@contextmanager
def open_workspace(
    decks: tuple[str, ...] = (), questions: list[Path] | None = None
) -> Iterator[Workspace]:
    """Open the decks that `--questions` and DECK name, and the history; close both at the end."""
    from drill.history import History
    from drill.terminal.progress import measure

    settings = load_settings(questions or ())
    with measure("Reading decks") as tell:
        opened = Library.open(
            settings.roots, settings.cache, read_deck, decks, tell, examples=settings.examples
        )
    with (
        closing(opened) as library,
        History.open(settings.history, settings.schedule, settings.day_turns_at) as history,
    ):
        yield Workspace(settings, library, history, now())
        _warn_of_damage(history)


@contextmanager
def open_history() -> Iterator["History"]:
    """Open the history, for a command that needs no decks."""
    from drill.history import History

    settings = load_settings()
    with History.open(settings.history, settings.schedule, settings.day_turns_at) as history:
        yield history
        _warn_of_damage(history)


def load_settings(questions: Sequence[Path] = ()) -> "Settings":
    """The settings of this run; warnings of `config.toml` go to stderr."""
    settings = load(os.environ, questions)
    for problem in settings.problems:
        print(printable_line(str(problem)), file=sys.stderr)
    return settings


def _warn_of_damage(history: "History") -> None:
    """Report on stderr which rows were left out, the first few by name."""
    named = list(history.damage.items())[:_NAMED]
    for row, why in named:
        print(printable_line(f"drill: left out: {row}: {why}"), file=sys.stderr)
    if more := len(history.damage) - len(named):
        print(f"drill: {more} more rows were left out", file=sys.stderr)


@contextmanager
def first_own_deck_noticed() -> Iterator[None]:
    """Explain on stderr, if the block makes the first own deck, that shipped decks are examples."""
    settings = load(os.environ)
    own = settings.home / "questions"
    had_none = settings.examples is not None and not any(own.glob("**/*.yaml"))
    yield
    if had_none and any(own.glob("**/*.yaml")):
        print(
            "drill: the decks that come with drill are examples: from now on they are asked only "
            "when you name them",
            file=sys.stderr,
        )


def read_all(library: Library) -> None:
    """Bring the library up to date with its files, under a progress bar if that takes a while."""
    from drill.terminal.progress import measure

    with measure("Reading decks") as tell:
        library.refresh(tell)


def warn(library: Library) -> None:
    """Report broken decks in one line on stderr, if there are any."""
    errors = [problem for problem in library.problems() if problem.severity is Severity.ERROR]
    if errors:
        files = len({problem.path for problem in errors})
        where = printable_line(errors[0].path) if files == 1 else f"{files} decks"
        print(f"drill: {where}: broken, see drill check", file=sys.stderr)

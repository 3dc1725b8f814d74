"""The selection options, alike for all commands, and what they open: decks, history, questions."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drill.decks import read_deck
from drill.errors import Severity
from drill.library import Library
from drill.model import Difficulty, Entry, Knowledge
from drill.selection import Selection
from drill.settings import load
from drill.text import printable_line
from drill.workspace.workspace import Workspace

if TYPE_CHECKING:
    from drill.history import History

MOST_COUNT = 100_000
MOST_MINUTES = 1440
"""How long a session may be planned: a day."""

# Shells act on what else a word may hold, zsh before it is even chosen, and decks and histories
# come from strangers.
_PLAIN_WORD = re.compile(r"\w[\w.+-]*")


@contextmanager
def _browsing() -> Iterator[Library]:
    settings = load(os.environ)
    with closing(
        Library.open(settings.roots, settings.cache, read_deck, examples=settings.examples)
    ) as library:
        yield library


def _complete_deck(incomplete: str) -> list[str]:
    with _browsing() as library:
        return _completions((deck.id for deck in library.decks()), incomplete)


def _complete_tag(incomplete: str) -> list[str]:
    with _browsing() as library:
        return _completions(library.tags(), incomplete)


def complete_session(incomplete: str) -> list[str]:
    """The ids of the sessions that begin with `incomplete`, for the shell, the newest first."""
    if not load(os.environ).history.exists():  # opening would make one
        return []
    with open_history() as history:
        ids = [session.id for session in history.sessions()]
    return _completions(["last", *ids], incomplete)


def complete_question(incomplete: str) -> list[str]:
    """The ids of the questions that begin with `incomplete`, for the shell."""
    with _browsing() as library:
        ids = (key.split("/")[1] for key in library.find(Selection(examples=True)))
        return _completions(ids, incomplete)


def _completions(words: Iterable[str], incomplete: str) -> list[str]:
    """Those of `words` that begin with `incomplete` and are nothing but words to a shell."""
    return [each for each in words if each.startswith(incomplete) and _PLAIN_WORD.fullmatch(each)]


Decks = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DECK]...",
        help="Decks: an id, a file or a folder.",
        show_default=False,
        autocompletion=_complete_deck,
    ),
]
Tags = Annotated[
    list[str] | None,
    typer.Option("--tag", metavar="TAG", help="With this tag.", autocompletion=_complete_tag),
]
Difficulties = Annotated[
    list[Difficulty] | None,
    typer.Option("--difficulty", metavar="LEVEL", help="Of this one: easy, medium or hard."),
]
Due = Annotated[bool, typer.Option("--due", help="Those that should come back by now.")]
New = Annotated[bool, typer.Option("--new", help="Those never asked.")]
Weak = Annotated[
    bool, typer.Option("--weak", help="Those that you covered less than three quarters of.")
]
Search = Annotated[
    str, typer.Option("--search", metavar="WORDS", help="Those with all these words.")
]
Count = Annotated[
    int | None,
    typer.Option("--count", "-n", min=1, max=MOST_COUNT, metavar="N", help="At most so many."),
]
Seed = Annotated[
    int | None,
    typer.Option(
        "--seed",
        min=-(2**63),  # what the history can keep
        max=2**63 - 1,
        metavar="N",
        help="Make any random choice repeatable.",
    ),
]
Questions = Annotated[
    list[Path] | None,
    typer.Option("--questions", metavar="PATH", help="Use these decks in place of the library's."),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON document on stdout.")]


def selection(
    decks: list[str] | None = None,
    *,
    tag: list[str] | None = None,
    difficulty: list[Difficulty] | None = None,
    due: bool = False,
    new: bool = False,
    weak: bool = False,
    search: str = "",
    count: int | None = None,
) -> Selection:
    """What the selection options say, as a value."""
    return Selection(
        decks=tuple(decks or ()),
        tags=tuple(tag or ()),
        difficulties=tuple(difficulty or ()),
        search=search,
        due=due,
        new=new,
        weak=weak,
        count=count,
    )


def now() -> datetime:
    """The moment at which a command begins, in UTC; the only clock of the door."""
    return datetime.now(UTC)


@contextmanager
def open_workspace(
    decks: tuple[str, ...] = (), questions: list[Path] | None = None
) -> Iterator[Workspace]:
    """Open what `--questions` and the DECK arguments name, and the history; close both after."""
    from drill.history import History
    from drill.terminal.progress import measure

    settings = load(os.environ, questions or ())
    with measure("Reading decks") as tell:
        opened = Library.open(
            settings.roots, settings.cache, read_deck, decks, tell, examples=settings.examples
        )
    with (
        closing(opened) as library,
        History.open(settings.history, settings.schedule) as history,
    ):
        yield Workspace(settings, library, history, now())


def open_history() -> "History":
    """The history, for a command that needs no decks; close it after."""
    from drill.history import History

    settings = load(os.environ)
    return History.open(settings.history, settings.schedule)


def read_all(library: Library) -> None:
    """Bring the library level with its files, under a progress bar if that takes a while."""
    from drill.terminal.progress import measure

    with measure("Reading decks") as tell:
        library.refresh(tell)


def warn(library: Library) -> None:
    """Say in one line on stderr that decks are broken, if any is."""
    errors = [each for each in library.problems() if each.severity is Severity.ERROR]
    if errors:
        files = len({each.path for each in errors})
        where = printable_line(errors[0].path) if files == 1 else f"{files} decks"
        print(f"drill: {where}: broken, see drill check", file=sys.stderr)


def entry_record(entry: Entry, knowledge: Knowledge | None) -> dict[str, object]:
    """What `--json` says of a question wherever it is listed."""
    return {
        "key": entry.key,
        "deck": entry.deck,
        "id": entry.question.id,
        "title": entry.question.title,
        "tags": entry.tags,
        "difficulty": entry.question.difficulty,
        "path": entry.path,
        "line": entry.line,
        "knowledge": knowledge,
    }

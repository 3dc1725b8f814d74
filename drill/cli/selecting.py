"""The selection options, declared once: `@selecting()` gives them to a command as `wanted`."""

from collections.abc import Callable, Mapping
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any

import typer

from drill.cli import completion
from drill.model import Difficulty
from drill.selection import Selection

MOST_COUNT = 100_000

Decks = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[DECK]...",
        help="Decks: an id, a file or a folder.",
        show_default=False,
        autocompletion=completion.complete_deck,
    ),
]
Tags = Annotated[
    list[str] | None,
    typer.Option(
        "--tag",
        metavar="TAG",
        help="Only questions with this tag (repeatable).",
        autocompletion=completion.complete_tag,
    ),
]
Difficulties = Annotated[
    list[Difficulty] | None,
    typer.Option(
        "--difficulty",
        metavar="LEVEL",
        help="Only questions of this difficulty: easy, medium or hard.",
    ),
]
Due = Annotated[bool, typer.Option("--due", help="Only questions that are due.")]
New = Annotated[bool, typer.Option("--new", help="Only questions never asked.")]
Weak = Annotated[
    bool, typer.Option("--weak", help="Only questions whose last coverage was below 75 %.")
]
Search = Annotated[
    str,
    typer.Option("--search", metavar="WORDS", help="Only questions that contain all these words."),
]
Count = Annotated[
    int | None,
    typer.Option("--count", "-n", min=1, max=MOST_COUNT, metavar="N", help="At most N questions."),
]
All = Annotated[bool, typer.Option("--all", help="All questions, not only the plan's.")]

_SELECTION: dict[str, tuple[object, object]] = {
    "decks": (Decks, None),
    "tag": (Tags, None),
    "difficulty": (Difficulties, None),
    "due": (Due, False),
    "new": (New, False),
    "weak": (Weak, False),
    "search": (Search, ""),
    "count": (Count, None),
    "everything": (All, False),
}
"""The selection options by the names of their parameters, each with its default."""
_LAST = ("seed", "questions", "json")
"""Options listed after the selection in every `--help`."""


def selecting(*names: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the selection options, all or those of `names`, as its argument `wanted`."""

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        own = signature(command, eval_str=True)
        chosen = [
            Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
            for name, (annotation, default) in _SELECTION.items()
            if name in (names or _SELECTION)
        ]

        @wraps(command)
        def run(**values: object) -> None:
            given = {option.name: values.pop(option.name) for option in chosen}
            command(wanted=_selection(given), **values)

        parameters = [
            parameter for parameter in own.parameters.values() if parameter.name != "wanted"
        ]
        keywords = [parameter.replace(kind=Parameter.KEYWORD_ONLY) for parameter in parameters]
        before = [parameter for parameter in keywords if parameter.name not in _LAST]
        behind = [parameter for parameter in keywords if parameter.name in _LAST]
        shown = own.replace(parameters=[*chosen[:1], *before, *chosen[1:], *behind])
        # Typer reads both; `__wrapped__` would make it skip them.
        run.__signature__ = shown  # type: ignore[attr-defined]
        run.__annotations__ = {
            parameter.name: parameter.annotation for parameter in shown.parameters.values()
        }
        del run.__wrapped__
        return run

    return decorate


def _selection(given: Mapping[str, Any]) -> Selection:
    return Selection(
        decks=tuple(given.get("decks") or ()),
        tags=tuple(given.get("tag") or ()),
        difficulties=tuple(given.get("difficulty") or ()),
        search=given.get("search", ""),
        due=given.get("due", False),
        new=given.get("new", False),
        weak=given.get("weak", False),
        count=given.get("count"),
        everything=given.get("everything", False),
    )

"""`drill help`: help topics of one screen each."""

import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from drill.errors import DrillError
from drill.shipped import PACKAGE

_FOLDER = PACKAGE / "help"
_POINTS = "points"
_KEYS = {
    "keys": "The keys of a session",
    "keys-more": "More keys: options, ratings, drafts",
    "keys-mock": "The keys of a mock interview",
    "keys-typing": "The keys while you type, and of your own words",
}
_MORE = """
? lists the keys of the screen at hand. Ctrl-C and closing the terminal lose
nothing. More: drill help keys-more, keys-mock, keys-typing, keys-plain"""


def topics() -> list[str]:
    """The names of the topics."""
    return sorted([*_KEYS, *(path.stem for path in _FOLDER.glob("*.txt"))])


def text_of(name: str) -> str:
    """The text of a topic."""
    if name in _KEYS:
        return "\n".join([_KEYS[name], "", *_keys(name)]) + "\n"
    text = (_FOLDER / f"{name}.txt").read_text("utf-8")
    return text + _review_keys() if name == _POINTS else text


def title_of(name: str) -> str:
    """The first line of a topic."""
    return text_of(name).split("\n", 1)[0]


def _review_keys() -> str:
    from drill.terminal.keys.keymap import helped
    from drill.terminal.keys.review_bindings import REVIEWING

    return "".join(f"  {key:<14}{what}\n" for key, what in helped(REVIEWING))


def _keys(name: str) -> Iterator[str]:
    """The keys of a topic, from the binding tables that the session uses."""
    from drill.terminal.keys.bindings import SCREENS, WRITING
    from drill.terminal.keys.keymap import helped
    from drill.terminal.keys.marking_bindings import JUDGING, LOOKING

    groups = {screen: list(helped(bindings)) for screen, bindings in SCREENS.get(name, {}).items()}
    if not groups:
        groups["writing an answer (--typed)"] = list(helped(WRITING))
        groups["your own words, typed or recorded"] = list(helped((*LOOKING, *JUDGING)))
    for screen, keys in groups.items():
        yield screen
        yield from (f"  {key:<14}{what}" for key, what in keys)
    if name == "keys":
        yield _MORE


def topic(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[TOPIC]",
            help="The topic; without it, a list of topics.",
            autocompletion=topics,
        ),
    ] = "",
) -> None:
    """Show a help topic; without a name, list them."""
    if not name:
        width = max(map(len, topics()))
        print("\n".join(f"drill help {topic:<{width}}  {title_of(topic)}" for topic in topics()))
        return
    if name not in topics():
        raise DrillError(f"no help on {name!r}", f"topics: {', '.join(topics())}", 2)
    text = text_of(name)
    if not sys.stdout.isatty():
        print(text, end="")
        return
    from drill.terminal import console
    from drill.terminal.pager import paged

    screen = console.make()
    with paged(screen):
        screen.print(text, end="")

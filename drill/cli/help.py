"""`drill help`: help topics of one screen each."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from drill.errors import DrillError

_FOLDER = Path(__file__).parent.parent / "help"
_KEYS = "keys"
_POINTS = "points"


def topics() -> list[str]:
    """The names of the topics."""
    return sorted([_KEYS, *(path.stem for path in _FOLDER.glob("*.txt"))])


def text_of(name: str) -> str:
    """The text of a topic."""
    if name == _KEYS:
        return _keys()
    text = (_FOLDER / f"{name}.txt").read_text("utf-8")
    return text + _review_keys() if name == _POINTS else text


def title_of(name: str) -> str:
    """The first line of a topic."""
    return text_of(name).split("\n", 1)[0]


def _review_keys() -> str:
    from drill.terminal.keymap import helped
    from drill.terminal.review_bindings import REVIEWING

    return "".join(f"  {key:<14}{what}\n" for key, what in helped(REVIEWING))


def _keys() -> str:
    """The keys of a session, from the binding tables that the session uses."""
    from drill.terminal.bindings import SCREENS, WRITING
    from drill.terminal.keymap import helped

    groups = [(screen, list(helped(bindings))) for screen, bindings in SCREENS.items()]
    groups.append(("writing an answer (--typed)", list(helped(WRITING))))
    lines = ["The keys of a session", ""]
    for screen, keys in groups:
        lines.append(screen)
        lines += [f"  {key:<14}{what}" for key, what in keys]
    return "\n".join([*lines, "", _LINES]) + "\n"


_LINES = """\
? lists the keys of the screen at hand. Ctrl-C, Ctrl-Z and closing the terminal lose nothing.

Line by line (--plain, or without a terminal); --typed reads lines up to a single dot
  after the question   an empty line reveals, 1-4 reveal with a confidence; h, s, u, q as above
                       of options, b or a c answers; b 75% says how sure you are
  after the answer     1 3 ~4 w: points 1 and 3 said, 4 partly, something wrong; a; empty none"""


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
        print("\n".join(f"drill help {each:<{width}}  {title_of(each)}" for each in topics()))
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

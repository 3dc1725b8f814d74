"""`drill help`: a screen of text on one topic."""

from pathlib import Path
from typing import Annotated

import typer

from drill.errors import DrillError

_FOLDER = Path(__file__).parent.parent / "help"


def topics() -> list[str]:
    """The names of the topics."""
    return sorted(path.stem for path in _FOLDER.glob("*.txt"))


def topic(
    name: Annotated[
        str,
        typer.Argument(metavar="[TOPIC]", help="What to read on.", autocompletion=topics),
    ] = "",
) -> None:
    """Read a screen on one topic; without one, which there are."""
    if not name:
        print("\n".join(f"drill help {topic}" for topic in topics()))
        return
    if name not in topics():
        raise DrillError(f"no help on {name!r}", f"there is help on {', '.join(topics())}", 2)
    print((_FOLDER / f"{name}.txt").read_text("utf-8"), end="")

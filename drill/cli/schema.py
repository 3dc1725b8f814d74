"""`drill schema`: the JSON Schemas of decks and of `--json` output."""

from typing import Annotated

import typer

from drill.errors import DrillError
from drill.shipped import PACKAGE

_DECK = "deck"


def names() -> list[str]:
    """The names of the schemas, the deck's first."""
    folder = PACKAGE / "schemas"
    return [_DECK, *sorted(path.name.split(".")[0] for path in folder.glob("*.schema.json"))]


def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="[NAME]", help="deck, or a command that has --json.", autocompletion=names
        ),
    ] = "",
) -> None:
    """Print a JSON Schema: of the deck format, or of a command's --json; without a name, list them.

    Each is named after its command: sessions-show is drill sessions show, home is bare drill.
    """
    if not name:
        print("\n".join(f"drill schema {name}" for name in names()))
        return
    if name not in names():
        raise DrillError(f"no schema {name!r}", f"schemas: {', '.join(names())}", 2)
    folder = PACKAGE if name == _DECK else PACKAGE / "schemas"
    print((folder / f"{name}.schema.json").read_text("utf-8"), end="")

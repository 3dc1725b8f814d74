"""Decks as YAML files: reads them with the position of every problem, and writes them losslessly.

`deck_format` declares the format once, from the kinds of values in `fields` and `containers`, each
of which reads, writes and describes itself. Reading: `yaml_tree` parses, `reading` checks,
`options` and `math` add checks beyond the format. Writing: `writing` and `yaml_text` make the text,
`splicing` puts a change into an edited file, `saving` writes it. `schema` writes the JSON Schema.
The limits of a deck are in `drill.model.limits`.

PyYAML is imported with the first deck: most runs need only the library's index.
"""

from collections.abc import Callable
from pathlib import Path

from drill import own_files
from drill.errors import DrillError
from drill.model import Deck, DeckReading

__all__ = [
    "DeckReading",
    "change_deck",
    "check_deck",
    "read_deck",
    "read_deck_file",
    "save_deck",
    "write_deck",
]


def read_deck(data: bytes, path: str) -> DeckReading:
    """Read a deck file's bytes, without broken questions; `path` only appears in problems."""
    from drill.decks.reading import read

    return read(data, path)


def read_deck_file(path: Path) -> DeckReading:
    """Read the deck file `path`; raises DrillError if it cannot be read at all."""
    try:
        return read_deck(own_files.read(path), str(path))
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}") from error


def check_deck(data: bytes, path: str) -> DeckReading:
    """Read a deck as `read_deck` does, and also warn of formulas that cannot be rendered."""
    from drill.decks.math import with_formulas

    return with_formulas(read_deck(data, path), path)


def write_deck(deck: Deck) -> str:
    """The deck as YAML: always the same text for the same deck, and it reads back equal."""
    from drill.decks.writing import write

    return write(deck)


def save_deck(deck: Deck, path: Path, data: bytes = b"") -> None:
    """Write the deck to `path`, whole or not at all; in an existing file, only the changed lines.

    `data` is the deck as a new file, if it is known. Raises DrillError if it cannot be written, or
    has errors whose questions would be lost.
    """
    from drill.decks.saving import save

    save(deck, path, data)


def change_deck(path: Path, to: Callable[[Deck], Deck]) -> Path | None:
    """Replace the deck in the file `path` by the result of `to`; only changes are written.

    Returns the file with the old text if the layout could not be kept. Raises DrillError as
    `save_deck` does, and the exceptions of `to`.
    """
    from drill.decks.saving import change

    return change(path, to)

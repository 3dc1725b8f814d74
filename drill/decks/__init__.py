"""Decks as YAML files: reading with every problem located, writing that reads back equal.

PyYAML is imported at the first deck that is really read, for the library's index spares most runs
from it.
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
    """Read a deck file's bytes; `path` is only named in problems. Broken questions are left out."""
    from drill.decks.reading import read

    return read(data, path)


def read_deck_file(path: Path) -> DeckReading:
    """Read the deck file `path`; raises DrillError where that cannot be read at all."""
    try:
        return read_deck(own_files.read(path), str(path))
    except OSError as error:
        raise DrillError(f"{path}: {error.strerror}") from error


def check_deck(data: bytes, path: str) -> DeckReading:
    """Read a deck as `read_deck` does, and warn of formulas that are none besides."""
    from drill.decks.math import with_formulas

    return with_formulas(read_deck(data, path), path)


def write_deck(deck: Deck) -> str:
    """The deck as YAML: always the same text for the same deck, and it reads back equal."""
    from drill.decks.writing import write

    return write(deck)


def save_deck(deck: Deck, path: Path) -> None:
    """Write the deck to `path`, whole or not at all; of a file that is there, only what changed.

    Raises DrillError where it cannot be written, or holds errors whose questions would be lost.
    """
    from drill.decks.saving import save

    save(deck, path)


def change_deck(path: Path, to: Callable[[Deck], Deck]) -> None:
    """Make of the deck in the file `path` what `to` gives for it; only what changed is written.

    Raises DrillError as `save_deck` does, and what `to` raises.
    """
    from drill.decks.saving import change

    change(path, to)

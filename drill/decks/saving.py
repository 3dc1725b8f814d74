"""Saves a deck: a new file in full, an existing file without losing its layout and comments."""

import codecs
from collections.abc import Callable
from pathlib import Path

from drill import atomic, own_files
from drill.decks.reading import read
from drill.decks.splicing import SplicingError, spliced
from drill.decks.writing import SCHEMA, write
from drill.errors import DrillError
from drill.model import Deck
from drill.shipped import PACKAGE


def save(deck: Deck, path: Path, data: bytes = b"") -> None:
    """Write the deck to `path`, whole or not at all, and its schema beside a new file.

    In an existing file, only changed lines are rewritten. If its layout does not allow that, the
    file gets a new layout, and its old text is kept beside it as `.bak`. `data` is the deck as a
    new file, if it is known. Raises DrillError if the file cannot be written, or has errors whose
    questions would be lost.
    """
    try:
        if path.exists():
            atomic.write(path, _changed(path, lambda _: deck)[0])
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        schema = path.with_name(SCHEMA)
        if not schema.exists():
            atomic.write(schema, (PACKAGE / SCHEMA).read_bytes())
        atomic.write(path, data or write(deck).encode())
    except OSError as error:
        raise DrillError(
            f"{path}: {error.strerror}", "make room, or make its folder writable"
        ) from error


def change(path: Path, to: Callable[[Deck], Deck]) -> Path | None:
    """Replace the deck in the file `path` by the result of `to`; otherwise like `save`.

    Returns the file with the old text if the layout could not be kept.
    """
    try:
        data, backup = _changed(path, to)
        atomic.write(path, data)
    except OSError as error:
        raise DrillError(
            f"{path}: {error.strerror}", "check that it exists and is writable"
        ) from error
    return backup


def _changed(path: Path, to: Callable[[Deck], Deck]) -> tuple[bytes, Path | None]:
    """The new bytes of the file, and the file that got its old text if the layout is new."""
    data = own_files.read(path)
    before = read(data, str(path))
    if before.errors or before.deck is None:
        raise DrillError(
            f"{path}: has errors; saving would lose the questions with errors",
            f"drill check {path} lists them",
        )
    deck = to(before.deck)
    try:
        text = data.decode("utf-8-sig")
        ends = "\r\n" if "\r\n" in text else "\n"
        new = spliced(text.replace("\r\n", "\n"), before.deck, deck).replace("\n", ends).encode()
        new = codecs.BOM_UTF8 + new if data.startswith(codecs.BOM_UTF8) else new
        if read(new, str(path)).deck == deck:
            return new, None
    except SplicingError:
        pass
    backup = path.with_name(f"{path.name}.bak")
    atomic.write(backup, data)
    return write(deck).encode(), backup

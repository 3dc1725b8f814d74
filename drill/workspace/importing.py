"""Finds the documents that arguments name, and the deck file for each."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from drill import own_files
from drill.atomic import write
from drill.decks import read_deck, save_deck, write_deck
from drill.errors import DrillError, Problem
from drill.importer import Imported, import_document
from drill.importer.formats import refuse_url
from drill.importer.limits import SIZE_LIMIT, check_length, check_questions
from drill.importer.note_folder import are_notes, import_notes, read_note
from drill.importer.update import Update, merge
from drill.library import files
from drill.model import DECK_LIMIT, Deck

STDIN = "-"
_DECK_ENDINGS = frozenset((".yaml", ".yml"))
_NOTE_ENDINGS = frozenset((".md", ".markdown", ".mdx", ".txt"))
_ENDINGS = _NOTE_ENDINGS | frozenset(
    ".csv .tsv .html .htm .ipynb .docx .pdf .apkg .rst .org .adoc .epub .odt .rtf".split()
)
"""The file types to look for in a folder; the last are refused, with a command to convert them."""
_DOCUMENTS_LIMIT = 5_000
_HEAD = 2_000
"""The bytes in which a deck says that it is one."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """The options for every document: `title` and `tags` of its deck, encoding, form."""

    title: str = ""
    tags: tuple[str, ...] = ()
    encoding: str | None = None
    form: str | None = None


@dataclass(frozen=True, slots=True)
class DeckFile:
    """A document that is already a deck; its bytes are kept."""

    deck: Deck
    data: bytes


@dataclass(frozen=True, slots=True)
class Job:
    """One document: its argument, and the function that reads it, which raises DrillError."""

    argument: str
    read: Callable[[], Imported | DeckFile]

    @property
    def name(self) -> str:
        """The name of the document in messages."""
        return "stdin" if self.argument == STDIN else self.argument

    @property
    def size(self) -> int:
        """The bytes of a document; 0 for stdin, a deck, a folder, or what cannot be read."""
        path = Path(self.argument)
        try:
            is_document = self.argument != STDIN and path.suffix.lower() not in _DECK_ENDINGS
            return path.stat().st_size if is_document and path.is_file() else 0
        except (OSError, ValueError):
            return 0


def jobs(arguments: Sequence[str], wishes: Wishes) -> Iterator[Job]:
    """A job for each document that the arguments name; a folder of notes is one document."""
    for argument in arguments:
        if argument != STDIN and Path(argument).is_dir():
            yield from _folder_jobs(Path(argument), wishes)
        else:
            yield Job(argument, partial(_read, argument, wishes))


def _read(argument: str, wishes: Wishes) -> Imported | DeckFile:
    refuse_url(argument)
    data = _piped(argument)
    if data is not None:
        if _says_deck(data[:_HEAD]):
            return _deck_file(data, "stdin")
        return _imported(data, "stdin", Path(), wishes)
    path = Path(argument)
    data = _load(path)
    if path.suffix.lower() in _DECK_ENDINGS:
        return _deck_file(data, argument)
    return _imported(data, argument, path.parent, wishes)


def _piped(argument: str) -> bytes | None:
    """The bytes from stdin or a pipe such as the shell's `<(command)`; None for other arguments."""
    if argument in {STDIN, "/dev/stdin"}:
        return sys.stdin.buffer.read(SIZE_LIMIT + 1)
    path = Path(argument)
    try:
        if path.is_fifo():
            with path.open("rb") as pipe:
                return pipe.read(SIZE_LIMIT + 1)
    except OSError:
        pass  # `_load` reports it, as for every unreadable file
    return None


def _load(path: Path) -> bytes:
    """The bytes of a file."""
    data = files.load(str(path), SIZE_LIMIT + 1)
    if isinstance(data, Problem):
        raise DrillError(f"{path}: {data.message}", "check the path")
    return data


def _imported(data: bytes, name: str, folder: Path, wishes: Wishes) -> Imported:
    return import_document(
        data,
        name,
        title=wishes.title or None,
        tags=wishes.tags,
        encoding=wishes.encoding,
        form=wishes.form,
        exists=partial(_is_there, folder),
    )


def _is_there(folder: Path, target: str) -> bool:
    try:
        return (folder / unquote(target)).exists()
    except (OSError, ValueError):
        return False


def _deck_file(data: bytes, name: str) -> DeckFile:
    """A deck given as a document; DrillError if it has errors."""
    reading = read_deck(data, name)
    if reading.deck is None or reading.errors:
        why = f"the deck has errors: {reading.errors[0].message}" if reading.errors else "no deck"
        raise DrillError(
            f"{name}: {why}",
            f"drill check {name} shows them",
        )
    return DeckFile(reading.deck, data)


def _folder_jobs(folder: Path, wishes: Wishes) -> Iterator[Job]:
    paths = sorted(_documents(folder))
    if not paths or len(paths) > _DOCUMENTS_LIMIT:
        number = f"{len(paths):,} documents" if paths else "no documents"
        hint = "name some of them" if paths else f"it may hold {', '.join(sorted(_ENDINGS)[:6])}, …"
        yield Job(str(folder), partial(_refuse, DrillError(f"{folder}: {number} in it", hint)))
        return
    notes = [path for path in paths if path.suffix.lower() in _NOTE_ENDINGS]
    read = [
        note
        for path in notes
        if (note := read_note(path.relative_to(folder), _load(path),
                              partial(_imported, folder=path.parent, wishes=wishes)))
    ]  # fmt: skip
    if read and not wishes.form and are_notes(read):
        name = folder.resolve().name
        yield Job(
            str(folder),
            partial(import_notes, read, name, title=wishes.title or None, tags=wishes.tags),
        )
        paths = [path for path in paths if path.relative_to(folder) not in {n.path for n in read}]
    for path in paths:
        yield Job(str(path), partial(_read, str(path), wishes))


def _refuse(error: DrillError) -> Imported:
    raise error


def _documents(folder: Path) -> Iterator[Path]:
    """The documents and decks under `folder`, without hidden and empty files."""
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(root, name)
            is_shown = not name.startswith(".") and path.is_file()
            if is_shown and _is_document(path) and path.stat().st_size:
                yield path


def _is_document(path: Path) -> bool:
    ending = path.suffix.lower()
    if ending not in _DECK_ENDINGS:
        return ending in _ENDINGS
    data = files.load(str(path), _HEAD)
    return isinstance(data, bytes) and any(line.startswith(b"deck:") for line in data.splitlines())


def _says_deck(head: bytes) -> bool:
    """Whether a document begins, below comments, with the key that only decks have."""
    lines = (line for line in head.splitlines() if line.strip() and not line.startswith(b"#"))
    return next(lines, b"").startswith(b"deck:")


def target_of(deck: Deck, output: str | None, home: Path) -> Path:
    """The file of a document's deck: the named file, or `ID.yaml` in the named folder or at home.

    `ID.drill.yaml` is preferred if it exists.
    """
    if output is not None and not is_folder(output):
        return Path(output)
    folder = home / "questions" if output is None else Path(output)
    other = folder / f"{deck.id}.drill.yaml"
    return other if other.exists() else folder / f"{deck.id}.yaml"


def is_folder(output: str) -> bool:
    """Whether an output is written like a folder, or is one."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def merged(imported: Imported, target: Path, title: str) -> Update:
    """The document's deck merged into the file `target`, which must be a deck without errors."""
    try:
        reading = read_deck(own_files.read(target), str(target))
    except FileNotFoundError:
        raise DrillError(f"{target}: there is no deck to update", "leave out --update") from None
    except OSError as error:
        raise DrillError(f"{target}: {error.strerror}") from error
    if reading.deck is None or reading.errors:
        raise DrillError(f"{target}: the deck has errors", f"drill check {target} shows them")
    old = replace(reading.deck, title=title) if title else reading.deck
    return merge(old, imported.deck)


def check_size(deck: Deck, name: str) -> None:
    """Refuse a deck with too many questions, too much text, or a text that is too long."""
    check_questions(len(deck.questions), name)
    size = sum(len(question.text) + len(question.answer or "") for question in deck.questions)
    if size > DECK_LIMIT:
        limit = f"{DECK_LIMIT // 1_000_000} MB is the limit of a deck"
        raise DrillError(f"{name}: {size / 1e6:.1f} MB of text; {limit}", "split the document")
    for question in deck.questions:
        longest = max(len(question.text), len(question.answer or ""))
        check_length(longest, question.lines[0] if question.lines else 0, name)


def check(deck: Deck, name: str) -> bytes:
    """The file of a deck; refuses one that could not be read again, such as of too many values."""
    data = write_deck(deck).encode()
    reading = read_deck(data, deck.id)
    if reading.errors:
        raise DrillError(
            f"{name}: the result is not a valid deck: {reading.errors[0].message}",
            "--dry-run shows what was found; split the document, or fix it",
        )
    return data


def keep(source: Imported | DeckFile, deck: Deck, data: bytes, target: Path) -> None:
    """Write the `deck` of a document to `target`; `data` is its file. Creates the folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(source, DeckFile):
        write(target, data)
    else:
        save_deck(deck, target, data)

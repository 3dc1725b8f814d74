"""A selection as SQL over the index."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from drill.errors import DrillError
from drill.library.cells import to_cell
from drill.selection import Selection
from drill.text import SLUG, words

# Scripts without spaces: a word is found inside a run of letters.
_KEY = re.compile(f"{SLUG.pattern}/{SLUG.pattern}")
_UNSPACED = "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"


@dataclass(slots=True)
class Query:
    """The condition on the tables `file` and `question`, with its values."""

    conditions: list[str] = field(default_factory=lambda: ["NOT file.hidden"])
    values: list[str] = field(default_factory=list)
    searched: bool = False
    """Whether the full-text index finds the questions; otherwise the files do."""

    @property
    def where(self) -> str:
        """The condition as SQL."""
        return " AND ".join(self.conditions)

    @property
    def tables(self) -> str:
        """The tables `file` and `question`, joined in the fastest order."""
        first, second = ("question", "file") if self.searched else ("file", "question")
        return f"{first} CROSS JOIN {second} ON question.file = file.id"

    def add(self, alternatives: Sequence[str], values: Sequence[str]) -> None:
        """Narrow to rows that match one of the alternatives."""
        if alternatives:
            self.conditions.append(f"({' OR '.join(alternatives)})")
            self.values += values


def names_path(deck: str) -> bool:
    """Whether a DECK argument can only mean a file or folder, by a separator or its extension.

    `deck/question` is a question's key.
    """
    if _KEY.fullmatch(deck):
        return False
    separators = {os.sep, os.altsep or os.sep}
    return (
        any(separator in deck for separator in separators)
        or deck in {".", ".."}
        or deck.lower().endswith((".yaml", ".yml"))
    )


def absolute(path: str | Path) -> str:
    """The path in the form of the index."""
    # resolve() would follow links, and Path.expanduser() raises for an unknown user.
    try:
        return os.path.abspath(os.path.expanduser(path))  # noqa: PTH100, PTH111
    except FileNotFoundError as error:
        raise DrillError("the current folder is gone", "cd to another folder") from error


def query(
    selection: Selection,
    ids: Sequence[str],
    keys: Sequence[str],
    paths: Sequence[str],
    *,
    without: int | None = None,
    full: bool,
) -> Query:
    """The query for `selection`, with its decks as `ids` and `paths` and its questions as `keys`.

    `without` is the number of a root to leave out. `full` means that there is a full-text index;
    otherwise all texts are read.
    """
    wanted = Query()
    if without is not None:
        wanted.conditions.append(f"file.root != {without}")
    of_paths = ["file.path = ? OR substr(file.path, 1, length(?)) = ?"] * len(paths)
    folders = [(path, *[path.rstrip(os.sep) + os.sep] * 2) for path in paths]
    wanted.add(
        ["file.deck = ?"] * len(ids) + ["question.key = ?"] * len(keys) + of_paths,
        [*ids, *keys, *(value for values in folders for value in values)],
    )
    tags = [to_cell((tag,)) for tag in selection.tags]
    wanted.add(["instr(question.tags, ?)"] * len(tags), tags)
    difficulties = [str(difficulty) for difficulty in selection.difficulties]
    wanted.add(["question.difficulty = ?"] * len(difficulties), difficulties)
    terms: list[str] = []
    for word in words(selection.search):
        if full and not re.search(_UNSPACED, word):
            # The index ends a word at an apostrophe.
            terms += [f'"{part}"' for part in re.split("['’]", word)]
        else:
            text = "(SELECT data FROM body WHERE body.id = question.id)"
            wanted.add([f"instr(casefold({text}), ?)"], [word])
    if terms:
        wanted.searched = True
        hits = "question.id IN (SELECT rowid FROM search WHERE search MATCH ?)"
        wanted.add([hits], [" ".join(terms)])
    return wanted

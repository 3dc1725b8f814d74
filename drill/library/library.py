"""The library: all decks under some files and folders, found through an index.

Its files in the cache folder are disposable: deleting them only costs time.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from drill.errors import DrillError, Problem, Severity
from drill.library import files
from drill.library.cells import from_cell, to_question
from drill.library.index import AT_ONCE
from drill.library.indexing import Progress, Read
from drill.library.level_index import LevelIndex, Row
from drill.library.query import Query, absolute, names_path, query
from drill.model import Entry
from drill.selection import Selection

_PAGE = 256
_BY_KEY = "FROM question CROSS JOIN file ON file.id = question.file"


@dataclass(frozen=True, slots=True)
class Summary:
    """One deck in the list of decks; `questions` is the number of its questions.

    `example` marks a shipped deck, which is asked only by name.
    """

    id: str
    title: str
    path: str
    questions: int
    example: bool = False


class Library(LevelIndex):
    """The decks under some roots, through their index; `open` makes it, `close` ends it.

    The methods are thread-safe.
    """

    @classmethod
    def open(
        cls,
        roots: Sequence[Path],
        cache: Path | None,
        read: Read,
        decks: Sequence[str] = (),
        progress: Progress | None = None,
        *,
        examples: Path | None = None,
    ) -> "Library":
        """The library of the files and folders `roots`, with its index in the folder `cache`.

        If several roots have a deck with the same id, the first root wins. `cache` None keeps the
        index in memory. `decks` are DECK arguments: files and folders outside the roots are added,
        and if all of them are outside, the roots are left out. `examples` is the root of decks that
        are left out unless they are named or there are no others.

        Opening is cheap: in a large library, only `refresh` notices decks changed in place, and
        `entries` for the questions that it returns.
        """
        inside = [Path(absolute(root)) for root in roots]
        outside = [
            Path(absolute(deck))
            for deck in decks
            if _is_path(deck) and not any(Path(absolute(deck)).is_relative_to(r) for r in inside)
        ]
        all_outside = outside and len(outside) == len(decks)
        example = Path(absolute(examples)) if examples else None
        library = cls([*([] if all_outside else inside), *outside], cache, read, example)
        if library._complete and not library._readable(
            lambda: library._rebuilding(library._is_level)
        ):
            library.refresh(progress)
        return library

    def find(self, selection: Selection) -> list[str]:
        """The keys of the questions that match `selection`, in document order.

        The caller applies `due`, `new`, `weak` and `count`. `decks` may be ids, files or folders.
        Raises DrillError for an unknown deck.
        """
        self._finish()
        return self._page(self._query(selection), -1, 0)

    def walk(self, selection: Selection) -> Iterator[str]:
        """The keys of `find`, one by one, reading no more files than necessary.

        On the first run the first keys come before the index is complete.
        """
        wanted = self._query(selection)
        building: Iterator[tuple[int, int]] | None = None
        offset, size = 0, _PAGE
        while True:
            complete = self._complete
            page = self._page(wanted, size, offset)
            yield from page
            offset += len(page)
            if len(page) == size:
                size *= 8
            elif complete:
                return
            else:
                building = building or self._steps()
                try:
                    next(building, None)
                except sqlite3.DatabaseError as error:
                    self._make_anew(error)
                    building = None

    def missing(self, decks: Iterable[str]) -> list[str]:
        """The ids among `decks` (ids, files or folders) that match no deck and no question."""
        ids = [deck for deck in decks if not _is_path(deck)]
        unknown = [deck for deck in ids if not self._has(deck)]
        if unknown and not self._complete:
            self.refresh()
            unknown = [deck for deck in ids if not self._has(deck)]
        return unknown

    def among(self, selection: Selection, keys: Iterable[str]) -> list[str]:
        """The `keys` in the library that match `selection`, in the given order."""
        asked = list(keys)
        if not asked:
            return []
        self._finish()
        wanted = self._query(selection)
        rows = self._of_keys(
            f"SELECT question.key {_BY_KEY} WHERE {wanted.where} AND question.key",
            asked,
            wanted.values,
        )
        fitting = {key for (key,) in rows}
        return [key for key in asked if key in fitting]

    def entries(self, keys: Iterable[str]) -> list[Entry]:
        """The questions of `keys`, in that order, from the present files.

        Missing questions are left out.
        """
        asked = list(keys)
        by_key = self._readable(lambda: self._entries(asked))
        paths = list({entry.path for entry in by_key.values()})
        if len(by_key) < len(asked) and not self._complete:
            self.refresh()
            by_key = self._readable(lambda: self._entries(asked))
        elif changed := self._rebuilding(lambda: self._changed(paths)):
            self._rebuilding(lambda: self._reread(changed))
            by_key = self._readable(lambda: self._entries(asked))
        return [by_key[key] for key in asked if key in by_key]

    def count(self) -> int:
        """The number of questions, without those of example decks if there are others."""
        return sum(deck.questions for deck in self.own_decks())

    def own_decks(self) -> list[Summary]:
        """All decks but the examples, or the examples if there are no others."""
        decks = self.decks()
        return [deck for deck in decks if not deck.example] or decks

    def decks(self) -> list[Summary]:
        """All decks, in document order."""
        self._finish()
        rows = self._ask(
            "SELECT deck, title, path, questions, root FROM file WHERE deck NOTNULL AND NOT hidden"
            " ORDER BY root, place, path"
        )
        return [
            Summary(str(id_), str(title), str(path), int(questions or 0), root == self._examples)
            for id_, title, path, questions, root in rows
        ]

    def tags(self) -> list[str]:
        """All tags in alphabetical order."""
        self._finish()
        rows = self._ask(
            "SELECT DISTINCT question.tags FROM question JOIN file ON file.id = question.file"
            " WHERE NOT file.hidden"
        )
        return sorted({tag for (cell,) in rows for tag in from_cell(str(cell))})

    def problems(self) -> list[Problem]:
        """All known problems of the deck files, in document order, by line."""
        return self._readable(self._problems)

    def _problems(self) -> list[Problem]:
        rows = self._ask(
            "SELECT file.path, line, column, code, message, hint, severity FROM problem"
            " JOIN file ON file.id = problem.file ORDER BY root, place, file.path, problem.rowid"
        )
        examples = "NULL" if self._examples is None else self._examples
        twins = self._ask(  # but a copy replaces its example
            f"SELECT path, deck FROM file WHERE hidden AND root IS NOT {examples}"
            " ORDER BY root, place, path"
        )
        # One query for both would pair all duplicates with each other.
        visible = self._ask("SELECT deck, path FROM file WHERE NOT hidden") if twins else []
        first = {row[0]: row[1] for row in visible}
        problems = [
            Problem(
                str(path), int(line or 1), int(column or 1), str(code), str(message), str(hint),
                Severity(str(severity)),
            )
            for path, line, column, code, message, hint, severity in rows
        ]  # fmt: skip
        return problems + [
            Problem(
                str(path), 1, 1, "duplicate-deck", f"deck {deck!r} is also in {first[deck]}",
                "give one of them another id",
            )
            for path, deck in twins
        ]  # fmt: skip

    def _page(self, wanted: Query, size: int, offset: int) -> list[str]:
        rows = self._ask(
            f"SELECT question.key FROM {wanted.tables} WHERE {wanted.where}"
            " ORDER BY file.root, file.place, file.path, question.id"
            f" LIMIT {size} OFFSET {offset}",
            wanted.values,
        )
        return [str(key) for (key,) in rows]

    def _query(self, selection: Selection) -> Query:
        """The selection as SQL. Raises DrillError for an unknown deck."""
        ids = [deck for deck in selection.decks if not _is_path(deck)]
        paths = [absolute(deck) for deck in selection.decks if _is_path(deck)]
        if unknown := self.missing(ids):
            raise DrillError(*self._no_such(unknown[0]))
        keys = [key for id_ in ids if not self._is_deck(id_) for key in self._keys_of(id_)]
        decks = [id_ for id_ in ids if self._is_deck(id_)]
        without = self._left_out(selection)
        return query(selection, decks, keys, paths, without=without, full=self._full)

    def _no_such(self, name: str) -> tuple[str, str]:
        """The error for a name that matches no deck and no question."""
        if "/" in name:
            keys = self._ask("SELECT key FROM question")
            near = get_close_matches(name, [str(key) for (key,) in keys], n=1)
            return f"no question {name!r}", _meant(near, "drill list shows all ids")
        near = get_close_matches(name, [deck.id for deck in self.decks()], n=1)
        return f"no deck or question {name!r}", _meant(near, "drill decks lists all decks")

    def _left_out(self, selection: Selection) -> int | None:
        """The number of the root of the examples if they are left out, because there are others."""
        if self._examples is None or selection.decks or selection.examples:
            return None
        others = [root for root in self._roots if root != self._roots[self._examples]]
        if self._complete:
            sql = f"SELECT 1 FROM file WHERE root != {self._examples} LIMIT 1"
            has_others = bool(self._ask(sql))
        else:
            has_others = any(files.scan(root, {}) for root in others)
        return self._examples if has_others else None

    def _has(self, name: str) -> bool:
        return self._is_deck(name) or bool(self._keys_of(name))

    def _is_deck(self, name: str) -> bool:
        return bool(self._ask("SELECT 1 FROM file WHERE deck = ? LIMIT 1", [name]))

    def _keys_of(self, name: str) -> list[str]:
        """The keys of the questions with this key, or with this id in any deck."""
        if "/" in name:
            rows = self._ask("SELECT DISTINCT key FROM question WHERE key = ?", [name])
        else:
            where = "substr(key, instr(key, '/') + 1) = ?"
            rows = self._ask(f"SELECT DISTINCT key FROM question WHERE {where}", [name])
        return [str(key) for (key,) in rows]

    def _entries(self, keys: Sequence[str]) -> dict[str, Entry]:
        rows = self._of_keys(
            "SELECT question.key, file.deck, file.title, body.data, question.tags, file.path,"
            f" question.line, file.lang, file.topics {_BY_KEY}"
            " CROSS JOIN body ON body.id = question.id WHERE NOT file.hidden AND question.key",
            keys,
        )
        return {
            str(key): Entry(
                deck=str(deck),
                deck_title=str(title),
                question=to_question(str(data)),
                tags=from_cell(str(tags)),
                path=str(path),
                line=int(line or 1),
                lang=str(lang) if lang else None,
                topics=from_cell(str(topics)),
            )
            for key, deck, title, data, tags, path, line, lang, topics in rows
        }

    def _of_keys(self, sql: str, keys: Sequence[str], values: Sequence[str] = ()) -> list[Row]:
        """The rows of a query that ends in a column name, if that column is one of `keys`."""
        rows: list[Row] = []
        for start in range(0, len(keys), AT_ONCE):
            batch = keys[start : start + AT_ONCE]
            rows += self._ask(f"{sql} IN ({', '.join('?' * len(batch))})", [*values, *batch])
        return rows


def rooted(decks: Iterable[str]) -> tuple[str, ...]:
    """`decks` (ids, files or folders) in a form that does not depend on the current folder."""
    return tuple(absolute(deck) if _is_path(deck) else deck for deck in decks)


def _is_path(deck: str) -> bool:
    return names_path(deck) or os.path.lexists(deck)


def _meant(near: Sequence[str], otherwise: str) -> str:
    return f"did you mean {near[0]}?" if near else otherwise

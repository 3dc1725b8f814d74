"""The entries of an answer key: numbers with letters, the rows of a table, and their parts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from drill.importer.formats.column_names import ANSWER, OPTION, OPTIONS
from drill.importer.signals.labels import INLINE_SECOND, REPLIES
from drill.importer.source.document import Document
from drill.importer.source.leaves import Leaf
from drill.text import lowered

PAIR = re.compile(
    r"(?<![\w.])(?:q|№|#)?\s{0,4}(\d{1,3})\s{0,4}(?:[.):：、=]|[-–—→]+>?)\s{0,4}\*{0,3}\(?([A-HА-Е](?:\s?[,&+]\s?[A-HА-Е])*)\)?\*{0,3}(?![^\W_])",
    re.IGNORECASE,
)
"""A number and the letters of the right options."""
_NUMBER = re.compile(r"\W*?(?:q|№|#)?\s{0,4}(\d{1,3})\W*", re.IGNORECASE)
"""A cell with the number of a question."""
_ACROSS = 2
"""The fewest columns with a number above a letter."""
_STRAY = 0.1
"""The largest share of such references among the entries."""
_BARE_PAIR = re.compile(r"\s{0,4}(\d{1,3})\s{1,4}([A-H])\s*")
"""A number and a letter alone on a line, without a mark between them."""
_GLUED_PAIR = re.compile(r"(\d{1,3})([a-h](?:[,&+]?[a-h]){0,7})(?![^\W_])\W{0,4}", re.IGNORECASE)
_GLUED = re.compile(rf"\W{{0,4}}(?:{_GLUED_PAIR.pattern}){{3,}}", re.IGNORECASE)
"""Three and more numbers on a line, each with its letter: `1b 2a 3c`."""
_REPLY = re.compile(
    rf"\W*(?:[a-hа-еtv](?=\W{{0,3}}$|\s?[,.):;–—-])|{REPLIES}(?![^\W_]))"
)  # for text in lower case
_DECORATION = 6
"""The most signs before a repeated title."""
_BEHIND = re.compile(
    r"[.?？]?(?:\s+[-–—]+|\s*(?:[:=|]+(?=\s|$)|[：→]+)|\s+(?=[*_])"
    rf"|\s*(?=\(\W{{0,3}}(?:[tfv]|{REPLIES})\W{{0,3}}\)))\s*|[.?？]\s\s*",
    re.IGNORECASE,
)
"""What parts a repeated title from its answer; `Merge-sort` and `Heap (min)` go on."""
_ALONE = re.compile(r"\s{0,4}[*_(]{0,3}([A-HА-Е])[*_).]{0,3}\s*")


@dataclass(slots=True)
class KeyEntry:
    """One answer of a key: its lines, and the text after the number on the first one.

    `is_apart` marks an answer outside any key, under a label of its own. `title` has the words that
    may repeat the question, and `rest` the text after them.
    """

    start: int
    end: int
    text: str
    is_apart: bool = False
    title: str = ""
    rest: str = ""

    @property
    def is_reply(self) -> bool:
        """Whether the text begins with a letter, or with a word such as "True"."""
        return _REPLY.match(lowered(self.text)) is not None

    def text_after(self, title: str) -> str:
        """The text after a repeated `title` and the mark behind it; all of the text without one."""
        said = title.rstrip(" .?？")
        place = self.text.find(said, 0, len(said) + _DECORATION) if said else -1
        before = self.text[: max(0, place)]
        if place < 0 or any(map(str.isalnum, before)):
            return self.text
        opened = before[len(before.rstrip("*_")) :]
        after = self.text[place + len(said) :]
        bold = "" if after.startswith(opened) else opened
        after = after.removeprefix(opened)
        mark = _BEHIND.match(after)
        return bold + after[mark.end() :] if mark else self.text


def read_pairs(document: Document, start: int, end: int) -> Iterator[tuple[int, KeyEntry]]:
    """The pairs of a number and a letter, `3. B`, on the lines from `start` up to `end`.

    A letter alone on its line follows the number before.
    """
    number = 0
    for line in range(start, end):
        text = document.lines[line]
        if alone := _ALONE.fullmatch(text):
            number += 1
            yield number, KeyEntry(line, line + 1, alone[1])
        bare = _BARE_PAIR.fullmatch(text)
        pair = _GLUED_PAIR if _GLUED.fullmatch(text) else PAIR
        for match in (bare,) if bare else pair.finditer(text):
            number = int(match[1])
            yield number, KeyEntry(line, line + 1, match[2].upper())


def read_rows(document: Document, start: int, end: int) -> Iterator[tuple[int, KeyEntry]]:
    """The rows of the tables between `start` and `end` whose first cell is a number.

    A column that repeats the first header begins another entry of the row. If a row of letters is
    below a row of numbers, each column is an entry.
    """
    for leaf in document.between(start, end):
        across = [entry for pair in pairwise(leaf.rows) for entry in _columns(*pair)]
        if across:
            yield from across
            continue
        header = leaf.rows[0][1] if leaf.rows else []
        named = {n for n, cell in enumerate(header) if n and ANSWER.search(cell)}
        # A long key stands in several columns: Question, Answer, Question, Answer.
        again = [n for n, cell in enumerate(header) if n and cell and cell == header[0]]
        for (line, row), (first, next_first) in product(
            leaf.rows, pairwise([0, *again, len(header)])
        ):
            number = _NUMBER.fullmatch(row[first]) if row[first:] else None
            columns = range(first + 1, min(next_first, len(row)))
            if number and columns:
                said = [row[n] for n in columns if not named or n in named]
                text = "\n\n".join(filter(str.strip, said))
                yield int(number[1]), KeyEntry(line, line + 1, text)


def offers(table: Leaf) -> bool:
    """Whether a table holds options, in columns of their own or in cells: it is no key."""
    header, cells = table.rows[0][1], table.rows[1][1]
    named = any(map(OPTIONS.search, header)) or sum(map(bool, map(OPTION.search, header))) > 1
    return named or any(INLINE_SECOND.search(cell.replace("<br>", " ")) for cell in cells)


def _columns(
    above: tuple[int, Sequence[str]], below: tuple[int, Sequence[str]]
) -> list[tuple[int, KeyEntry]]:
    """The entries of a row of numbers and the row of letters below it; empty for other rows."""
    line = below[0]
    pairs = [
        (number, letter)
        for number, letter in zip(above[1], below[1], strict=False)
        if number.strip() and letter.strip()
    ]
    found = [
        (int(number[1]), KeyEntry(line, line + 1, letter[1].upper()))
        for number, letter in (
            (_NUMBER.fullmatch(one), _ALONE.fullmatch(other.upper())) for one, other in pairs
        )
        if number and letter
    ]
    # A cell at the left may say what the rows are.
    return found if len(found) >= max(_ACROSS, len(pairs) - 1) else []


def in_parts(entries: Sequence[tuple[int, KeyEntry]]) -> list[dict[int, KeyEntry]]:
    """The entries in parts, each of which begins again with the first number; none if they mix.

    A reference to another number, `(Q20)`, may begin a wrapped line.
    """
    parts: list[dict[int, KeyEntry]] = [{}]
    stray = last = 0
    for number, entry in entries:
        if number in parts[-1] and number != min(parts[-1]):
            stray += 1
            if not _ALONE.fullmatch(entry.text):
                parts[-1][last].end = entry.end
            continue
        if number in parts[-1]:
            parts.append({})
        parts[-1][number] = entry
        last = number
    return parts if stray <= _STRAY * len(entries) else []

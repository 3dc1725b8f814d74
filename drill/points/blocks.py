"""An answer's Markdown as a flat run of blocks: paragraphs, list items, table rows, code, headings.

A block knows its section, its list and its lead-in. Its text is masked (`atoms`), without emphasis,
links or images, and has a line break only where a sentence ends.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING

from drill.points.atoms import Atoms, unmasked
from drill.points.inline import Line, rendered
from drill.points.labels import word_count
from drill.points.section_names import is_named

if TYPE_CHECKING:
    from markdown_it.token import Token

_HEADING_WORDS = 8  # a longer bold line is an emphasised sentence
_PLAIN_LEVEL = 8  # of a title without emphasis, below that of a bold line
_TITLE_WORDS = 5  # of a title without emphasis
_TOLD_WORDS = 6  # of the line under it
_TOLD_BY_CODE = 3  # the same under a line of code
_INNER_COLON = re.compile("[:：].| = ")
_WRAPPED = 50  # characters; who wraps lines does not wrap shorter ones
_ANSWER_LIMIT = 40_000  # characters; a longer text is a chapter, not an answer


class Kind(Enum):
    """The kinds of block."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    ROW = auto()
    CODE = auto()


@dataclass(slots=True)
class Block:
    """One block; `place` is its index in the answer, other indexes point to blocks before it.

    `lead` is the paragraph or item that introduces a list, `list_id` 0 outside lists, `opening` the
    number of bold or code characters at the start of `text`, `linked` the share of link text,
    `ticked` the state of a checkbox, `code` the source of a code block.
    """

    kind: Kind
    text: str
    place: int = 0
    opening: int = 0
    linked: float = 0.0
    section: int | None = None
    level: int = 0
    list_id: int = 0
    depth: int = 0
    lead: int | None = None
    ticked: bool | None = None
    header: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()
    code: str = ""
    quoted: bool = False
    starts_item: bool = True


def read(answer: str, atoms: Atoms) -> list[Block]:
    """The blocks of `answer` in document order."""
    from drill.markdown import markup

    if len(answer) > _ANSWER_LIMIT:
        answer = answer[:_ANSWER_LIMIT].rsplit("\n", 1)[0]
    return _Reader(atoms).read(markup.parse(unmasked(answer)))


def _is_title(line: str, following: str) -> bool:
    """Whether `line` only names what `following` says: it is much shorter, and no sentence."""
    line = line.rstrip(":：")
    words = word_count(line)
    least = _TOLD_BY_CODE if len(line) == 1 else _TOLD_WORDS  # code is masked as one character
    return (
        0 < words <= _TITLE_WORDS
        and line[-1] not in ".!?…。！？;；,，、"
        and not _INNER_COLON.search(line)
        and word_count(following.split("\n", 1)[0]) >= max(least, 2 * words)
        and not any(is_named(kind, line) for kind in ("key", "example", "references", "note"))
    )


def _may_be_title(block: Block) -> bool:
    is_short = word_count(block.text) <= _TITLE_WORDS
    return block.kind is Kind.PARAGRAPH and is_short and block.text[-1:] not in ".!?…。！？:："


def _goes_on(before: Block, text: str) -> bool:
    """Whether `text` goes on with the sentence of the paragraph before it."""
    return (
        before.kind is Kind.PARAGRAPH
        and text[0].islower()
        and text.split(" ", 1)[0].isalpha()
        and before.text[-1].islower()
        and len(before.text) - before.text.rfind("\n") > _WRAPPED
    )


@dataclass(slots=True)
class _List:
    id: int
    lead: int | None


@dataclass(slots=True)
class _Reader:
    atoms: Atoms
    blocks: list[Block] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    headings: list[int] = field(default_factory=list)
    quotes: int = 0
    count: int = 0
    heading: int = 0  # the level of the heading that is open
    in_table: bool = False
    header: tuple[str, ...] | None = None
    cells: list[str] = field(default_factory=list)
    fresh: bool = False  # an item has begun and has no text yet

    def read(self, tokens: Sequence["Token"]) -> list[Block]:
        for token in tokens:
            if token.type == "inline":
                self._inline(token)
            elif token.type in {"fence", "code_block"}:
                self._add(Block(Kind.CODE, "", code=token.content))
            elif token.type == "math_block":
                formula = " ".join(token.content.split()).rstrip(" .,;")
                # With a full stop it is no title of what follows.
                self._add(Block(Kind.PARAGRAPH, f"{self.atoms.mask(f'${formula}$')}."))
            elif self.in_table or token.type == "table_open":
                self._table(token)
            else:
                self._nesting(token)
        return self.blocks

    def _inline(self, token: "Token") -> None:
        line = rendered(token.children or (), self.atoms)
        if self.in_table:
            self.cells.append(line.text.replace("\n", " "))
        elif self.heading:
            self._head(line.text, self.heading)
        else:
            self._text(line)

    def _table(self, token: "Token") -> None:
        match token.type:
            case "table_open" | "table_close":
                self.in_table = token.type == "table_open"
            case "thead_open":
                self.header = None
            case "tr_open":
                self.cells = []
            case "tr_close" if self.header is None:
                self.header = tuple(self.cells)
            case "tr_close":
                self._add(Block(Kind.ROW, "", header=self.header or (), cells=tuple(self.cells)))

    def _nesting(self, token: "Token") -> None:
        match token.type:
            case "heading_open":
                self.heading = int(token.tag[1])
            case "heading_close":
                self.heading = 0
            case "blockquote_open" | "blockquote_close":
                self.quotes += token.nesting
            case "bullet_list_open" | "ordered_list_open":
                self.count += 1
                self.lists.append(_List(self.count, self._lead()))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self.fresh = True

    def _text(self, line: Line) -> None:
        if not line.text:
            return
        in_list = bool(self.lists)
        if not in_list and self._is_bold_heading(line):
            self._head(line.text, 7)
            return
        before = self.blocks[-1] if self.blocks else None
        if before and _goes_on(before, line.text) and not in_list:
            before.text += f" {line.text}"
            return
        is_above = before and before.kind is Kind.PARAGRAPH and not in_list and not self.quotes
        is_above = is_above and not any(map(_may_be_title, self.blocks[-2:-1]))  # names in a run
        if before and is_above and _is_title(before.text, line.text):
            self.blocks.pop()
            self._head(before.text, _PLAIN_LEVEL)
        for at, whole in enumerate(line.split_at_numbers()):
            part = whole if in_list or whole.numbered else self._without_titles(whole)
            kind = Kind.ITEM if in_list or part.numbered else Kind.PARAGRAPH
            starts = not in_list or (self.fresh and at == 0) or part.numbered
            block = Block(kind, part.text, opening=part.opening, linked=part.linked)
            block.ticked, block.starts_item = part.ticked, starts
            self._add(block)
            if part.numbered and not in_list:
                block.list_id = -block.section if block.section else -1
        self.fresh = False

    def _without_titles(self, line: Line) -> Line:
        """The last part of `line`; the parts before it end where a line is a title."""
        lines = line.text.split("\n")
        start = 0
        for at, (one, following) in enumerate(pairwise(lines)):
            # One of a run of short lines is no title of the next.
            goes_on = at > start and lines[at - 1][-1] not in ".!?…。！？" and one[-1] not in ":："
            if goes_on or not _is_title(one, following) or (at == 0 and line.opening):
                continue
            if at > start:
                text = "\n".join(lines[start:at])
                opening = 0 if start else line.opening
                self._add(Block(Kind.PARAGRAPH, text, opening=opening, linked=line.linked))
            self._head(one, _PLAIN_LEVEL)
            start = at + 1
        return line if not start else replace(line, text="\n".join(lines[start:]), opening=0)

    def _is_bold_heading(self, line: Line) -> bool:
        words = line.text.split()
        return (
            0 < len(words) <= _HEADING_WORDS
            and line.opening >= len(line.text.rstrip(":："))
            and (line.bold)
        )

    def _head(self, text: str, level: int) -> None:
        while self.headings and self.blocks[self.headings[-1]].level >= level:
            self.headings.pop()
        block = self._add(Block(Kind.HEADING, text.replace("\n", " ").rstrip(":："), level=level))
        self.headings.append(block.place)

    def _add(self, block: Block) -> Block:
        block.place = len(self.blocks)
        block.quoted = self.quotes > 0
        block.section = self.headings[-1] if self.headings else None
        if self.lists:
            inner = self.lists[-1]
            block.list_id, block.depth, block.lead = inner.id, len(self.lists), inner.lead
        self.blocks.append(block)
        return block

    def _lead(self) -> int | None:
        """The text block right before a list that begins."""
        if not self.blocks or self.blocks[-1].kind not in {Kind.PARAGRAPH, Kind.ITEM}:
            return None
        before = self.blocks[-1]
        if self.fresh and self.lists:  # "- 1. one": an item that is a list
            return None
        inside = bool(self.lists) and before.list_id == self.lists[-1].id
        return before.place if inside or before.kind is Kind.PARAGRAPH else None

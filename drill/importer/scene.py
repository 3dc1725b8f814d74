"""What the forms look at: the heads of a document, less its contents, folds and links to itself."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from drill.importer.asking import asks
from drill.importer.contents import find_contents
from drill.importer.document import Document, Leaf
from drill.importer.heads import Head, find_heads
from drill.importer.keys import find_keys

_BACK = re.compile(
    r"back|top|index|contents?|toc|menu|home|up|volver|índice|indice|inicio|arriba|subir|наверх|вверх|назад"
    r"|содержани|оглавлени|返回|回到|目录|目錄|顶部|頂部|haut|sommaire|oben|zurück|inhalt|topo|sumário|voltar|начал"
    r"|[⬆↑↥⇧▲🔝⤴☝👆🔼]",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<to>[^()\s]*)\)"
    r"|<a\s[^<>]*href=[\"']?(?P<href>[^\"'\s>]*)[^<>]*>(?P<inner>.*?)</a>",
    re.IGNORECASE | re.DOTALL,
)
_DEFINITION = re.compile(r" {0,3}\[[^\[\]\n]+\]:\s*\S+(?:\s+[\"'(].*[\"')])?\s*$")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|:\w+:|&\w+;")


@dataclass(slots=True, eq=False)
class Start:
    """Where a question starts: `end` is the line after its title, `rest` text that follows there.

    `stop` is the line where its answer must end, if the markup says; `literal` marks a question
    that is only part of its lines (a table's row), all of whose answer is `rest`; `context` is
    prompt text that stands in no line of its own.
    """

    head: Head
    title: str
    end: int
    rest: str
    stop: int | None = None
    literal: bool = False
    context: str = ""
    tags: tuple[str, ...] = ()

    @property
    def line(self) -> int:
        """The line where it starts, from 0."""
        return self.head.line


@dataclass(slots=True)
class Proposal:
    """One way to read the document: these starts, found by the form of this name."""

    form: str
    starts: list[Start]
    weight: float = 1.0


@dataclass
class Scene:
    """A document with everything that a form needs to propose starts."""

    document: Document
    title_asks: bool = False
    barred: set[int] = field(default_factory=set)
    noise: set[int] = field(default_factory=set)
    contents_ask: bool = False

    def __post_init__(self) -> None:
        self.all_heads = find_heads(self.document)
        self.head_lines = [head.line for head in self.all_heads]
        self._mark_noise()
        self.contents = find_contents(self.document, self.all_heads)
        self.barred |= self.contents.lines | self.contents.headings
        self.keys = find_keys(self)
        for key in self.keys:
            self.barred.update(range(key.start, key.end))

    def _mark_noise(self) -> None:
        """Links back to the top, by leaf; they are no heads."""
        self.back: set[int] = set()
        for leaf in self.document.leaves:
            is_item = leaf.item is not None and leaf.first
            textual = leaf.kind in {"heading", "paragraph", "html"} and not is_item
            if textual and "#" in leaf.text and _leads_back(leaf.text):
                self.back.add(id(leaf))
                self.noise.update(range(leaf.start, leaf.end))

    @cached_property
    def heads(self) -> list[Head]:
        """The heads that may be questions: with a title, outside the contents, no answers."""
        return [
            head
            for head in self.all_heads
            if head.line not in self.barred
            and id(head.leaf) not in self.back
            and head.label.kind != "answer"
            and (head.title or head.label.kind)
        ]

    @cached_property
    def answer_heads(self) -> list[Head]:
        """The heads that are labels of answers."""
        return [head for head in self.all_heads if head.label.kind == "answer"]

    @cached_property
    def folds(self) -> dict[int, int]:
        """Where each fold ends, by the identity of its summary leaf."""
        ends: dict[int, int] = {}
        stack: list[tuple[Leaf, list[Leaf]]] = []
        last = len(self.document.lines)
        opened: list[Leaf] = []
        for leaf in self.document.leaves:
            if leaf.kind == "open":
                opened.append(leaf)
                stack.append((leaf, []))
            elif leaf.kind == "summary":
                if stack:
                    stack[-1][1].append(leaf)
                ends[id(leaf)] = last
            elif leaf.kind == "close" and stack:
                _, summaries = stack.pop()
                for summary in summaries[:1]:
                    ends[id(summary)] = leaf.end
        if stack:
            starts = [leaf.start for leaf in opened]
            for leaf, summaries in stack:
                place = bisect_left(starts, leaf.start + 1)
                for summary in summaries[:1]:
                    ends[id(summary)] = starts[place] if place < len(starts) else last
        return ends

    def start(self, head: Head, stop: int | None = None) -> Start:
        """A start at `head`, with the title from the block below where the label stands alone."""
        if head.place == "summary":
            stop = self.folds[id(head.leaf)]
        if not head.title:
            below = self.below(head)
            if below is not None:
                return Start(head, below.title, below.end, below.rest, stop)
            text = " ".join(head.leaf.lines[head.line - head.leaf.start].split())
            return Start(head, text.strip("*_# "), head.end, "", stop)
        return Start(head, head.title, head.end, head.rest, stop)

    def below(self, head: Head) -> Head | None:
        """The head of the block right below `head`, if it is text."""
        place = bisect_left(self.head_lines, head.end)
        if place == len(self.all_heads):
            return None
        found = self.all_heads[place]
        between = self.document.between(head.end, found.line)
        if found.label.kind in {"question", "answer"} or any(
            leaf is not head.leaf and leaf.kind != "open" for leaf in between
        ):
            return None
        if found.place == "heading" and found.level <= head.level:
            return None
        return found if found.title else None

    def labels_between(self, start: int, end: int) -> int:
        """How many labelled questions begin on the lines from `start` up to `end`."""
        return bisect_left(self._label_lines, end) - bisect_left(self._label_lines, start)

    @cached_property
    def _label_lines(self) -> list[int]:
        return [head.line for head in self.heads if head.label.kind == "question"]

    @cached_property
    def _places(self) -> dict[int, int]:
        return {id(leaf): place for place, leaf in enumerate(self.document.leaves)}

    def previous(self, leaf: Leaf) -> Leaf | None:
        """The leaf before `leaf`."""
        place = self._places[id(leaf)]
        return self.document.leaves[place - 1] if place else None

    def following(self, leaf: Leaf) -> Leaf | None:
        """The leaf after `leaf`."""
        place = self._places[id(leaf)] + 1
        return self.document.leaves[place] if place < len(self.document.leaves) else None

    @cached_property
    def _headings(self) -> list[int]:
        return [
            leaf.start
            for leaf in self.document.leaves
            if leaf.kind == "heading" and id(leaf) not in self.back
        ]

    def section(self, line: int) -> int:
        """Which section `line` is in: how many headings stand before it."""
        return bisect_left(self._headings, line)

    @cached_property
    def rules(self) -> set[int]:
        """The lines of rules."""
        return {
            line
            for leaf in self.document.leaves
            if leaf.kind == "rule"
            for line in range(leaf.start, leaf.end)
        }

    @cached_property
    def definitions(self) -> set[int]:
        """The lines that define link references."""
        if not self.document.links:
            return set()
        inside = {line for leaf in self.document.leaves for line in range(leaf.start, leaf.end)}
        return {
            line
            for line, text in enumerate(self.document.lines)
            if line not in inside and _DEFINITION.match(text)
        }

    def answer_heads_between(self, start: int, end: int) -> list[Head]:
        """The answer labels on the lines from `start` up to `end`."""
        first, last = (bisect_left(self._answer_lines, line) for line in (start, end))
        return self.answer_heads[first:last]

    def answer_between(self, start: int, end: int) -> Head | None:
        """The first answer label on the lines from `start` up to `end`."""
        place = bisect_left(self._answer_lines, start)
        if place < len(self._answer_lines) and self._answer_lines[place] < end:
            return self.answer_heads[place]
        return None

    @cached_property
    def _answer_lines(self) -> list[int]:
        return [head.line for head in self.answer_heads]


def _leads_back(text: str) -> bool:
    """Whether a block is a row of links, one of them to the top, and nothing else."""
    if len(text) > 500 or asks(_LINK.sub(r"\g<text> ", text)) >= 0.6:
        return False
    links = list(_LINK.finditer(text))
    if not links or re.search(r"\w", _TAG.sub("", _LINK.sub("", text))):
        return False
    for link in links:
        target = link["to"] or link["href"] or ""
        if target.startswith("#") and _BACK.search(
            f"{link['text'] or link['inner'] or ''}{target}"
        ):
            return True
    return False

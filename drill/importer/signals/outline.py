"""What the forms look at: the candidates of a document, its contents, keys, folds and links."""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

from drill.importer.signals.answer_keys import find_answer_keys
from drill.importer.signals.candidates import Candidate, find_candidates
from drill.importer.signals.folds import fold_ends
from drill.importer.signals.question_likelihood import names_questions, question_likelihood
from drill.importer.signals.toc import find_toc
from drill.importer.source.document import Document
from drill.importer.source.leaves import Leaf

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

    candidate: Candidate
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
        return self.candidate.line


@dataclass(slots=True)
class Proposal:
    """One way to read the document: these starts, found by the form of this name."""

    form: str
    starts: list[Start]
    weight: float = 1.0


@dataclass
class Outline:
    """A document with everything that a form needs to propose starts."""

    document: Document
    name: str = ""
    barred: set[int] = field(default_factory=set)
    noise: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.all_candidates = find_candidates(self.document)
        self.candidate_lines = [candidate.line for candidate in self.all_candidates]
        self._mark_noise()
        self.toc = find_toc(self.document, self.all_candidates)
        self.barred |= self.toc.lines | self.toc.headings
        self.folds = fold_ends(self.document)
        self.answer_keys = find_answer_keys(
            self.document, self.all_candidates, self.barred, self.folds
        )
        for key in self.answer_keys:
            self.barred.update(range(key.start, key.end))

    def _mark_noise(self) -> None:
        """Links back to the top, by leaf; they are no candidates."""
        self.back: set[Leaf] = set()
        for leaf in self.document.leaves:
            is_item = leaf.item is not None and leaf.first
            textual = leaf.kind in {"heading", "paragraph", "html"} and not is_item
            if textual and "#" in leaf.text and _leads_back(leaf.text):
                self.back.add(leaf)
                self.noise.update(range(leaf.start, leaf.end))

    @cached_property
    def title_asks(self) -> bool:
        """Whether the document's own title, front matter or file name speaks of questions."""
        lines = self.document.lines
        front = self.document.front
        texts = lines[:front]
        headings = [each.title for each in self.all_candidates if each.place == "heading"]
        texts += headings[:1] or lines[front : front + 5]
        name = self.name.replace("_", " ").replace("-", " ")
        return any(names_questions(text) for text in [*texts, name])

    @cached_property
    def toc_asks(self) -> bool:
        """Whether the table of contents lists questions."""
        listed = self.toc.listed
        asking = sum(question_likelihood(title) >= 0.6 for title in listed)
        return bool(listed) and asking >= 0.5 * len(listed)

    @cached_property
    def candidates(self) -> list[Candidate]:
        """The candidates that may be questions: with a title, outside the contents, no answers."""
        return [
            candidate
            for candidate in self.all_candidates
            if candidate.line not in self.barred
            and candidate.leaf not in self.back
            and candidate.label.kind != "answer"
            and (candidate.title or candidate.label.kind)
        ]

    @cached_property
    def answer_labels(self) -> list[Candidate]:
        """The candidates that are labels of answers."""
        return [candidate for candidate in self.all_candidates if candidate.label.kind == "answer"]

    def start(self, candidate: Candidate, stop: int | None = None) -> Start:
        """A start at `candidate`; where a label stands alone, the block below has the title."""
        if candidate.place == "summary":
            stop = self.folds[candidate.leaf]
        if not candidate.title:
            below = self.below(candidate)
            if below is not None:
                return Start(candidate, below.title, below.end, below.rest, stop)
            text = " ".join(candidate.leaf.lines[candidate.line - candidate.leaf.start].split())
            return Start(candidate, text.strip("*_# "), candidate.end, "", stop)
        return Start(candidate, candidate.title, candidate.end, candidate.rest, stop)

    def below(self, candidate: Candidate) -> Candidate | None:
        """The candidate of the block right below `candidate`, if it is text."""
        place = bisect_left(self.candidate_lines, candidate.end)
        if place == len(self.all_candidates):
            return None
        found = self.all_candidates[place]
        between = self.document.between(candidate.end, found.line)
        if found.label.kind in {"question", "answer"} or any(
            leaf is not candidate.leaf and leaf.kind != "open" for leaf in between
        ):
            return None
        if found.place == "heading" and found.level <= candidate.level:
            return None
        return found if found.title else None

    def labels_between(self, start: int, end: int) -> int:
        """How many labelled questions begin on the lines from `start` up to `end`."""
        return bisect_left(self._label_lines, end) - bisect_left(self._label_lines, start)

    @cached_property
    def _label_lines(self) -> list[int]:
        return [
            candidate.line for candidate in self.candidates if candidate.label.kind == "question"
        ]

    @cached_property
    def _places(self) -> dict[Leaf, int]:
        return {leaf: place for place, leaf in enumerate(self.document.leaves)}

    def previous(self, leaf: Leaf) -> Leaf | None:
        """The leaf before `leaf`."""
        place = self._places[leaf]
        return self.document.leaves[place - 1] if place else None

    def following(self, leaf: Leaf) -> Leaf | None:
        """The leaf after `leaf`."""
        place = self._places[leaf] + 1
        return self.document.leaves[place] if place < len(self.document.leaves) else None

    @cached_property
    def _headings(self) -> list[int]:
        return [
            leaf.start
            for leaf in self.document.leaves
            if leaf.kind == "heading" and leaf not in self.back
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

    def answer_labels_between(self, start: int, end: int) -> list[Candidate]:
        """The answer labels on the lines from `start` up to `end`."""
        first, last = (bisect_left(self._answer_lines, line) for line in (start, end))
        return self.answer_labels[first:last]

    def answer_between(self, start: int, end: int) -> Candidate | None:
        """The first answer label on the lines from `start` up to `end`."""
        place = bisect_left(self._answer_lines, start)
        if place < len(self._answer_lines) and self._answer_lines[place] < end:
            return self.answer_labels[place]
        return None

    @cached_property
    def _answer_lines(self) -> list[int]:
        return [candidate.line for candidate in self.answer_labels]


def _leads_back(text: str) -> bool:
    """Whether a block is a row of links, one of them to the top, and nothing else."""
    if len(text) > 500 or question_likelihood(_LINK.sub(r"\g<text> ", text)) >= 0.6:
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

"""Tables of contents: lists and tables of links into the document, or of its own titles."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from itertools import groupby, pairwise

from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.counted_titles import COUNTED
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.signals.title_topics import lists_questions
from drill.importer.signals.titles import norm
from drill.importer.source.document import Document
from drill.importer.source.leaves import EMPTY, Leaf, LeafKind
from drill.importer.source.tag_words import HTML_TAG
from drill.text import words

_SHORT = 8
"""The lines of a table of contents that may instead be an answer's "see also"."""
_ASKING = 0.5
"""The least share of titles that ask, to take all titles of a table of contents for questions."""
_CHAPTERS = 0.5
"""The share of titles that announce questions, from which on they are chapters of questions."""
_LINKED_ROWS = 0.5
"""The least share of a table's rows with links into the document: others cite a section or two."""
_LINKED_ITEMS = 0.6
"""The least share of a list's items with such links: a list of answers links now and then."""
_REPEATED = 0.7
"""The least share of a list's items that are titles elsewhere: a few may share a word by chance."""
_DESCRIBED = 60
"""The fewest characters after a bold title that make an item text of its own."""
_LINKS = 2
"""The fewest links of a paragraph that is one: a single link is a cross-reference."""
_LINED = 3
"""The fewest lines, each with a link, that list titles: a line or two only lead on."""
_LINK = re.compile(
    r"\[([^\[\]]*)\]\(#[^()]*\)|<a\s[^<>]*href=[\"']?#[^<>]*>([^<>]*)</a>", re.IGNORECASE
)
_SELF_LINK = re.compile(r"\]\(#|href=[\"']?#", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_]{2}")
"""Letters, not only the number or the mark of an item."""
_TARGET = re.compile(r"\]\(#([^()\s]{1,200})\)")

_CONTENTS = re.compile(
    r"\W*(?:(?:table of )?contents|toc|índice|indice|sumário|inhalt(?:sverzeichnis)?|sommaire"
    r"|table des matières|inhoud(?:sopgave)?|spis treści|содержание|оглавление|зміст|içindekiler"
    r"|mục lục|daftar isi|目录|目錄|目次|목차)\W*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class TableOfContents:
    """The tables of contents of a document: `titles` by their words, `listed` as written.

    `lines` are all their lines, `short` the lines of lists that may be an answer's "see also",
    `headings` the lines of the headings and folds right above.
    """

    titles: Counter[str] = field(default_factory=Counter)
    listed: list[str] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    short: set[int] = field(default_factory=set)
    headings: set[int] = field(default_factory=set)

    def add(self, titles: Sequence[str], start: int, end: int) -> None:
        """Add the lines from `start` up to `end`, which list `titles`."""
        self.titles.update(map(norm, titles))
        self.listed += titles
        self.lines.update(range(start, end))
        if end - start < _SHORT:
            self.short.update(range(start, end))

    def add_anchors(self, lines: Sequence[str]) -> None:
        """Add the titles as the targets of the links have them: `#use-voice-cloning`.

        The words of a link may be shorter than the title.
        """
        targets = (target for line in self.lines for target in _TARGET.findall(lines[line]))
        for title in {norm(target.replace("-", " ")) for target in targets} - self.titles.keys():
            self.titles[title] = 1

    def asks(self, *, titled: bool) -> bool:
        """Whether enough of the listed titles ask to take all of them for questions.

        `titled` means that the title announces questions: then many need not ask, unless they
        announce questions too, as chapters.
        """
        chapters = sum(map(lists_questions, self.listed))
        if (
            titled
            and len(set(map(norm, self.listed))) >= COUNTED
            and chapters < _CHAPTERS * len(self.listed)
        ):
            return True
        asking = sum(question_likelihood(title) >= ASKS for title in self.listed)
        return bool(self.listed) and asking >= _ASKING * len(self.listed)


def find_toc(document: Document, candidates: Sequence[Candidate]) -> TableOfContents:
    """All tables of contents of `document`, whose candidates are `candidates`."""
    contents = TableOfContents()
    own = _titles(candidates)
    last = {one.key: one.line for one in candidates if one.kind is CandidateKind.ITEM}
    named = {next_one for one, next_one in pairwise(candidates) if is_contents(one.title)}
    for run in _lists(candidates):
        goes_on = run[0] in named and _are_items_below(run, last)
        lists_titles = _are_links(run) or _are_repeated(run, own) or goes_on
        if len(run) > 1 and lists_titles:
            end = max(candidate.leaf.end for candidate in run)
            contents.add([candidate.title for candidate in run], run[0].line, end)
    for leaf in document.leaves:
        if leaf.kind == LeafKind.TABLE:
            cells = [cell for _, row in leaf.rows for cell in row if _is_mainly_link(cell)]
            linked = sum(any(map(_is_mainly_link, row)) for _, row in leaf.rows)
            if linked >= _LINKED_ROWS * len(leaf.rows):
                contents.add(cells, leaf.start, leaf.end)
        elif leaf.kind == LeafKind.PARAGRAPH and leaf.item is None:
            links = len(_SELF_LINK.findall(leaf.text))
            left = _LINK.sub("", leaf.text)
            if links >= _LINKS and len(words(unescape(HTML_TAG.sub("", left)))) < links:
                titles = [link[1] or link[2] or "" for link in _LINK.finditer(leaf.text)]
                lined = len(titles) >= len(leaf.lines) - 1 and len(leaf.lines) >= _LINED
                contents.add(titles if lined else [], leaf.start, leaf.end)
    for is_link, leaves in groupby(document.leaves, key=_is_link):
        alone = list(leaves)
        if is_link and len(alone) >= _LINED:
            titles = [link[1] or link[2] for leaf in alone for link in _LINK.finditer(leaf.text)]
            contents.add(titles, alone[0].start, alone[-1].end)
    contents.headings |= _above(document, contents.lines)
    contents.add_anchors(document.lines)
    return contents


def _is_link(leaf: Leaf) -> bool:
    """Whether a paragraph is a single link into the document."""
    return leaf.is_free_paragraph and _LINK.fullmatch(leaf.text.strip()) is not None


def _titles(candidates: Sequence[Candidate]) -> Counter[str]:
    """The number of times that each title begins a possible question or section."""
    return Counter(
        candidate.key
        for candidate in candidates
        if candidate.kind in {CandidateKind.HEADING, CandidateKind.SUMMARY}
        or candidate.is_question_label
        or (candidate.bold and candidate.leaf.item is None)
        or (candidate.kind is CandidateKind.PARAGRAPH and "\n" not in candidate.leaf.text)
    )


def _are_links(run: Sequence[Candidate]) -> bool:
    linked = sum(_is_mainly_link(candidate.leaf.text) for candidate in run)
    return linked >= _LINKED_ITEMS * len(run)


def _is_mainly_link(text: str) -> bool:
    """Whether a text begins or ends with a link into the document, and says little else.

    A definition refers to others in its midst.
    """
    links = list(_LINK.finditer(text)) if _SELF_LINK.search(text) else []
    if not links:
        return bool(_SELF_LINK.search(text))
    apart = (text[: links[0].start()], text[links[-1].end() :])
    at_an_end = any(not _NAME.search(part) for part in apart)
    return at_an_end and len(_LINK.sub("", text)) < _DESCRIBED


def _are_repeated(run: Sequence[Candidate], titles: Counter[str]) -> bool:
    """Whether most items are titles elsewhere in the document."""
    own = Counter(candidate.key for candidate in run if candidate.is_question_label)
    keys = [candidate.key for candidate in run if len(candidate.rest) < _DESCRIBED]
    # A key of one letter is an option whose text is signs: "a) =".
    return sum(titles[key] > own[key] for key in keys if len(key) > 1) >= _REPEATED * len(run)


def _are_items_below(run: Sequence[Candidate], last: Mapping[str, int]) -> bool:
    """Whether most items are items of a list further down, which has their answers."""
    end = run[-1].leaf.end
    return sum(last[candidate.key] >= end for candidate in run) >= _REPEATED * len(run)


def _lists(candidates: Sequence[Candidate]) -> Iterator[list[Candidate]]:
    """The items of each outermost list."""
    run: list[Candidate] = []
    group = 0
    for candidate in candidates:
        item = candidate.leaf.item
        if candidate.kind is not CandidateKind.ITEM or item is None:
            continue
        while item.parent is not None:
            item = item.parent
        if item.group != group and run:
            yield run
            run = []
        group = item.group
        run.append(candidate)
    if run:
        yield run


def _above(document: Document, lines: set[int]) -> set[int]:
    """The lines of headings and folds with nothing between them and `lines`."""
    above: set[int] = set()
    following = False
    for leaf in reversed(document.leaves):
        if leaf.start in lines:
            following = True
        elif leaf.kind in {LeafKind.HEADING, LeafKind.SUMMARY} and following:
            above.add(leaf.start)
        elif leaf.kind not in EMPTY:
            following = False
    return above


def is_contents(title: str) -> bool:
    """Whether a title only says that a table of contents follows."""
    return _CONTENTS.fullmatch(title) is not None

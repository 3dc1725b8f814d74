"""Candidates: the lines of a document where a question, answer or section could begin."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from drill.importer.signals.labels import Label, LabelKind, read_option
from drill.importer.signals.learned_labels import Labels, learn
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.signals.titles import (
    TitleSplit,
    clean_title,
    norm,
    split_title,
    without_self_link,
)
from drill.importer.source.document import Document
from drill.importer.source.leaves import Leaf, LeafKind
from drill.importer.source.reveals import is_reveal

_STARTS = re.compile(
    r"\s*(?:>\s*)*(?:[*_]{1,2}\S|<[a-z]|[(\[【]?(?:q|a|question|answer|ans|pregunta|respuesta|вопрос"
    r"|ответ|問|问|答|第|질|답|\d|[\u2190-\u2bff\U0001f000-\U0001faff]|=>|->|[^\W\d_]{1,12}\s\d|[^\W\d_][^\n:：]{0,24}[:：]))",
    re.IGNORECASE,
)
_SPACES = re.compile(r"[ \t]{5,}")
_BOLD_MARKS = ("**", "__", "<b>", "<strong>")


class CandidateKind(StrEnum):
    """The place of a candidate; LINE is a later line of a paragraph, ROW a table row."""

    HEADING = "heading"
    SUMMARY = "summary"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    LINE = "line"
    ROW = "row"


class Bold(StrEnum):
    """The bold part of a title: none, all of it, or the lead-in of a longer text."""

    NONE = ""
    WHOLE = "whole"
    LEAD = "lead"


@dataclass(slots=True, eq=False)
class Candidate:
    """A line where something may begin; `end` is the line after its title.

    `rest` is the text after the title on its last line, unchanged.
    """

    line: int
    end: int
    kind: CandidateKind
    level: int
    label: Label
    title: str
    rest: str
    bold: Bold
    leaf: Leaf
    _likelihood: float = -1.0
    _key: str | None = None

    @property
    def key(self) -> str:
        """The words of the title, to compare titles."""
        if self._key is None:
            self._key = norm(self.title)
        return self._key

    @property
    def likelihood(self) -> float:
        """The likelihood, 0 to 1, that the title is a question."""
        if self._likelihood < 0:
            self._likelihood = question_likelihood(self.title)
        return self._likelihood

    def retitle(self, title: str, rest: str) -> None:
        """Give it another title and the text after it."""
        self.title, self.rest = title, rest
        self._likelihood, self._key = -1.0, None

    @property
    def number(self) -> tuple[int, ...]:
        """The number in its label or of its list item, or empty."""
        if self.label.number:
            return self.label.number
        item = self.leaf.item
        if item is None or item.number is None or self.kind is CandidateKind.LINE:
            return ()
        return (item.number,) if self.leaf.first else ()

    @property
    def is_asking(self) -> bool:
        """Whether the candidate reads like a question or has the label of one."""
        return self.likelihood >= ASKS or self.is_question_label

    @property
    def is_question_label(self) -> bool:
        """Whether a label says that this is a question."""
        return self.label.kind is LabelKind.QUESTION

    @property
    def is_answer_label(self) -> bool:
        """Whether a label says that this is an answer."""
        return self.label.kind is LabelKind.ANSWER


def find_candidates(document: Document) -> tuple[list[Candidate], Labels]:
    """All candidates of `document`, in order, and the reader of its labels.

    `label_settling` then compares the candidates with each other.
    """
    labels = learn(document)
    candidates = [
        candidate for leaf in document.leaves for candidate in _candidates_of(leaf, labels.read)
    ]
    return candidates, labels


def _candidates_of(leaf: Leaf, read: Callable[[str], Label]) -> Iterator[Candidate]:
    if leaf.kind in {LeafKind.HEADING, LeafKind.SUMMARY}:
        text = without_self_link(" ".join(leaf.text.split()))
        label = read(text)
        is_summary = leaf.kind is LeafKind.SUMMARY
        if (is_summary or label.kind is LabelKind.NONE) and is_reveal(text):
            label = Label(LabelKind.ANSWER, (), len(text))
        kind = CandidateKind.SUMMARY if is_summary else CandidateKind.HEADING
        title = clean_title(text, label.end)
        yield Candidate(leaf.start, leaf.end, kind, leaf.level, label, title, "", Bold.NONE, leaf)
    elif leaf.kind is LeafKind.PARAGRAPH:
        lines = leaf.lines
        kind = (
            CandidateKind.ITEM if leaf.item is not None and leaf.first else CandidateKind.PARAGRAPH
        )
        last = 0
        for number, line in enumerate(lines):
            if number < last or (number and not _may_start(line, read)):
                continue
            candidate = _line_candidate(
                leaf, number, kind if number == 0 else CandidateKind.LINE, read
            )
            if number == 0 or candidate.label.kind or candidate.bold:
                yield candidate
                last = candidate.end - leaf.start


def _line_candidate(
    leaf: Leaf, number: int, kind: CandidateKind, read: Callable[[str], Label]
) -> Candidate:
    line = without_self_link(_narrowed(leaf.lines[number]))
    label = read(line)
    start = leaf.start + number
    if label.kind is LabelKind.ANSWER:
        rest = line[label.end :]
        return Candidate(start, start + 1, kind, 0, label, rest, "", Bold.NONE, leaf)
    lines = [line, *leaf.lines[number + 1 : number + 8]]
    alone = label.kind is LabelKind.QUESTION and not line[label.end :].strip(" *_")
    if alone and len(lines) > 1 and not label.number and not _begins_another(lines[1], read):
        below = split_title(lines[1:], 0, lambda text: _begins_another(text, read))
        split = replace(below, line_count=below.line_count + 1)
    else:
        split = split_title(lines, label.end, lambda text: _begins_another(text, read))
    title = clean_title(split.title)
    end = start + split.line_count
    return Candidate(start, end, kind, 0, label, title, split.rest, _bold_of(split), leaf)


def _bold_of(split: TitleSplit) -> Bold:
    return Bold.NONE if not split.is_bold else Bold.LEAD if split.rest else Bold.WHOLE


def _may_start(line: str, read: Callable[[str], Label]) -> bool:
    """Whether a later line of a paragraph has a label, or bold type."""
    if not _STARTS.match(line):
        return False
    is_marked = any(mark in line for mark in _BOLD_MARKS)
    return is_marked or read(_narrowed(line)).kind is not LabelKind.NONE


def _narrowed(line: str) -> str:
    """`line` with runs of blanks shortened to the longest run that a label may contain."""
    return _SPACES.sub("    ", line) if "     " in line or "\t" in line else line


def _begins_another(line: str, read: Callable[[str], Label]) -> bool:
    """Whether a line cannot belong to the title above: it is an option, or has its own label."""
    if read_option(line):
        return True
    return bool(_STARTS.match(line)) and read(line).kind is not LabelKind.NONE


def text_of(candidate: Candidate) -> str:
    """The lines of a candidate, joined."""
    if candidate.kind is CandidateKind.HEADING:
        return without_self_link(" ".join(candidate.leaf.text.split()))
    first = candidate.line - candidate.leaf.start
    return " ".join(
        " ".join(candidate.leaf.lines[first : candidate.end - candidate.leaf.start]).split()
    )


def relabel(candidate: Candidate, label: Label) -> None:
    """Give a candidate another label, and the title after it."""
    text = text_of(candidate)
    candidate.label = label
    if candidate.kind is CandidateKind.HEADING:
        candidate.retitle(clean_title(text, label.end), candidate.rest)
    else:
        split = split_title([text], label.end)
        candidate.retitle(clean_title(split.title), split.rest)
        candidate.bold = _bold_of(split)


def title_below(candidate: Candidate) -> TitleSplit | None:
    """The title on the lines below `candidate` in its paragraph; None if an option is there."""
    below = candidate.leaf.lines[candidate.end - candidate.leaf.start :]
    if not below or read_option(below[0]):
        return None
    return split_title(below, 0, lambda line: read_option(line) is not None)

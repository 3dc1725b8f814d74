"""Starts: the places where a form proposes that a question begins."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from drill.importer.signals.candidates import Candidate, CandidateKind, title_below
from drill.importer.signals.fields import read_field
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.signals.titles import clean_title, norm, split_title
from drill.importer.source.document import Document
from drill.importer.source.leaves import CODE, LeafKind
from drill.importer.source.lines import QUESTION_MARKS, dedented

_CODE = re.compile(r"(?:[;{}]|^\s*[\w.\[\]]{1,80}\s?=\s?\S.*|^\s*[\w.]{1,80}\(.*\))\s*$")
"""A line of code: it ends with a sign of code, assigns, or is one call."""
_TASK_LINES = 3
"""The most lines of a task in a fence: more are code."""
_ITALIC = re.compile(r"([*_])(?!\1)[^\n*_]{1,120}\1")
_OPENING = {CandidateKind.ITEM, CandidateKind.PARAGRAPH}


@dataclass(slots=True, eq=False)
class Start:
    """The start of a question; `end` is the line after its title, `rest` the text after the title.

    `stop` is the line where the markup ends its answer, if known; `literal` marks a question that
    is only part of its lines (a table row), with `rest` as its whole answer; `context` is prompt
    text without a line of its own; `fields` are lines of fields above the title; `unwraps` means
    that the answer is a single bullet, whose marker is dropped.
    """

    candidate: Candidate
    title: str
    end: int
    rest: str
    stop: int | None = None
    literal: bool = False
    context: str = ""
    tags: tuple[str, ...] = ()
    fields: range = range(0)
    difficulty: str = ""
    unwraps: bool = False

    @property
    def line(self) -> int:
        """The line where it starts, from 0."""
        return self.candidate.line

    @property
    def key(self) -> str:
        """The words of the title, to compare titles."""
        same = self.title == self.candidate.title
        return self.candidate.key if same else norm(self.title)


def lead_rest(rest: str) -> str:
    """The text after a bold title on its line, without the mark between them."""
    return rest.lstrip(" :：-–—→\t")


def titled(
    candidate: Candidate, by: Candidate, stop: int | None, fields: range = range(0)
) -> Start:
    """A start at `candidate` with the title of the candidate `by`: itself, or one below it.

    Below a label, `**Context:** …` is a title as a whole, and fields are above one.
    """
    if by is not candidate and by.kind is CandidateKind.PARAGRAPH and not fields:
        lines = by.leaf.lines
        count = next((n for n, line in enumerate(lines) if read_field(line) is None), 0)
        if count:
            split = split_title(lines[count:], 0)
            end = by.leaf.start + count + split.line_count
            fields = range(by.leaf.start, by.leaf.start + count)
            return Start(candidate, clean_title(split.title), end, split.rest, stop, fields=fields)
    title, rest = by.title, lead_rest(by.rest)
    if by is not candidate and rest and title.endswith((":", "：")):
        title, rest = f"{title} {rest}", ""
    return Start(candidate, title, by.end, rest, stop, fields=fields)


def below_code(document: Document, start: Start) -> Start | None:
    """A start at the line that asks, below a number with code without a fence, its prompt."""
    candidate, leaf = start.candidate, start.candidate.leaf
    lines = leaf.lines
    if candidate.kind not in _OPENING or len(lines) < 2 or not candidate.number or candidate.bold:
        return None
    asking = lines[-1].rstrip()
    if not asking.endswith(QUESTION_MARKS) or not any(map(_CODE.search, lines[:-1])):
        return None
    below = dedented(document.lines[leaf.start + 1 : leaf.end - 1]).rstrip()
    code = f"{lines[0][candidate.label.end :]}\n{below}".rstrip()
    context = f"```\n{code}\n```"
    return Start(candidate, clean_title(asking), leaf.end, "", start.stop, context=context)


def _below_fences(document: Document, candidate: Candidate, stop: int | None) -> Start | None:
    """A start at a label without text above code, the prompt of the question that follows it."""
    low = candidate.end
    for place in range(bisect_left(document.starts, low), len(document.leaves)):
        leaf = document.leaves[place]
        if leaf.kind in CODE:
            low = leaf.end
            continue
        asks = leaf.kind is LeafKind.PARAGRAPH and leaf.item is None
        if low == candidate.end or not asks or question_likelihood(leaf.text) < ASKS:
            return None
        context = "\n".join(document.lines[candidate.end : low]).strip("\n")
        title = clean_title(" ".join(leaf.text.split()))
        return Start(candidate, title, leaf.end, "", stop, context=context)
    return None


def fenced(document: Document, candidate: Candidate, stop: int | None) -> Start | None:
    """A start at a label without text above a fence: its prompt, or the task itself."""
    below = _below_fences(document, candidate, stop)
    return below or _in_fence(document, candidate, stop)


def _in_fence(document: Document, candidate: Candidate, stop: int | None) -> Start | None:
    """A start at a bare number whose task is all that is below it, a few lines in a fence."""
    place = bisect_left(document.starts, candidate.end)
    leaves = document.leaves[place : place + 2]
    alone = len(leaves) < 2 or leaves[1].kind in {LeafKind.RULE, LeafKind.HEADING}
    if not candidate.number or not leaves or leaves[0].kind is not LeafKind.FENCE or not alone:
        return None
    lines = [line.strip() for line in document.lines[leaves[0].start + 1 : leaves[0].end - 1]]
    if not lines or len(lines) > _TASK_LINES:
        return None
    return Start(candidate, clean_title(" ".join(lines)), leaves[0].end, "", stop)


def are_remark(candidates: Sequence[Candidate]) -> bool:
    """Whether the first of two candidates is a line in italics, and only the second one asks."""
    first = candidates[0].leaf
    asks = [candidate.likelihood >= ASKS for candidate in candidates]
    is_italic = first.is_free_paragraph and _ITALIC.fullmatch(first.text.strip())
    return asks == [False, True] and bool(is_italic)


def untitled(candidate: Candidate, stop: int | None) -> Start:
    """A start at a label without text: the line below it in its paragraph is the title, if any."""
    below = title_below(candidate) if candidate.is_question_label else None
    if below is not None:
        end = candidate.end + below.line_count
        return Start(candidate, clean_title(below.title), end, lead_rest(below.rest), stop)
    text = " ".join(candidate.leaf.lines[candidate.line - candidate.leaf.start].split())
    return Start(candidate, text.strip("*_# "), candidate.end, "", stop)

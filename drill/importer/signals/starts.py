"""Starts: the places where a form proposes that a question begins."""

from dataclasses import dataclass

from drill.importer.signals.candidates import Candidate
from drill.importer.signals.labels import read_option
from drill.importer.signals.titles import clean_title, norm, split_title


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
    return rest.lstrip(" :：-–—\t")


def untitled(candidate: Candidate, stop: int | None) -> Start:
    """A start at a label without text: the line below it in its paragraph is the title, if any."""
    leaf = candidate.leaf
    below = leaf.lines[candidate.end - leaf.start :]
    if candidate.is_question_label and below and not read_option(below[0]):
        split = split_title(below, 0, lambda line: read_option(line) is not None)
        end = candidate.end + split.line_count
        return Start(candidate, clean_title(split.title), end, lead_rest(split.rest), stop)
    text = " ".join(leaf.lines[candidate.line - leaf.start].split())
    return Start(candidate, text.strip("*_# "), candidate.end, "", stop)

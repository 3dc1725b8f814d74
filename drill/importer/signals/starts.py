"""Starts: the places where a form proposes that a question begins."""

from dataclasses import dataclass

from drill.importer.signals.candidates import Candidate
from drill.importer.signals.titles import norm


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

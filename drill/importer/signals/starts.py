"""Starts: where a form says that a question begins."""

from dataclasses import dataclass

from drill.importer.signals.candidates import Candidate
from drill.importer.signals.titles import norm


@dataclass(slots=True, eq=False)
class Start:
    """Where a question starts: `end` is the line after its title, `rest` text that follows there.

    `stop` is the line where its answer must end, if the markup says; `literal` marks a question
    that is only part of its lines (a table's row), all of whose answer is `rest`; `context` is
    prompt text that stands in no line of its own; `fields` are lines of fields above its title;
    `unwraps` an answer that is one bullet, whose mark says nothing.
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
        """The words of its title, to tell whether two titles are the same."""
        same = self.title == self.candidate.title
        return self.candidate.key if same else norm(self.title)


def lead_rest(rest: str) -> str:
    """What follows a bold title on its line, without the mark between them."""
    return rest.lstrip(" :：-–—\t")

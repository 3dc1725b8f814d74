"""Tags of questions from the headings above them, and the document's spelling of tags."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from drill.importer.choice.question_range import QuestionRange
from drill.importer.question_ids import MARKS
from drill.importer.signals.candidates import CandidateKind
from drill.importer.signals.outline import Outline
from drill.importer.source.html_blocks import TERM
from drill.model import TOPICS_LIMIT
from drill.text import printable_line, tag_of

_DECORATION = re.compile(r":[a-z0-9_+-]+:|\(\d+\)\s*\Z")
"""An emoji code, and the number of questions in a section."""
_LONGEST = 80
"""The most characters of a spelling: longer text is no name."""


def spellings(names: Iterable[str]) -> tuple[str, ...]:
    """The topic names whose spelling their tags lose, the first name of each tag."""
    by_tag: dict[str, str] = {}
    for name in map(printable_line, names):
        tag = tag_of(name)
        plain = {tag, tag.replace("-", " "), tag.replace("-", " ").capitalize()}
        if tag and len(name) <= _LONGEST and name not in plain:
            by_tag.setdefault(tag, name)
    return tuple(by_tag.values())[:TOPICS_LIMIT]


def section_names(outline: Outline, questions: Sequence[QuestionRange]) -> list[tuple[str, ...]]:
    """The names of the headings above each question, except the document's title."""
    starts = [question.start.line for question in questions]
    headings = [
        candidate for candidate in outline.all_candidates if candidate.kind is CandidateKind.HEADING
    ]
    outside = []
    for heading in headings:
        place = bisect_right(starts, heading.line) - 1
        free = place < 0 or heading.line >= questions[place].end
        if free and heading.line not in outline.no_start_lines and heading.leaf not in outline.back:
            outside.append(heading)
    if outside and outside[0] is headings[0]:
        level = outside[0].level
        if sum(heading.level <= level for heading in outside) == 1:
            outside = outside[1:]
    result = []
    place = 0
    stack: list[tuple[int, str]] = []
    for line, question in zip(starts, questions, strict=True):
        while place < len(outside) and outside[place].line < line:
            heading = outside[place]
            while stack and stack[-1][0] >= heading.level:
                stack.pop()
            name = _DECORATION.sub("", MARKS.sub(" ", heading.title))
            stack.append((heading.level, " ".join(name.split())))
            place += 1
        level = question.start.candidate.level or TERM
        result.append(tuple(name for above, name in stack if above < level))
    return result

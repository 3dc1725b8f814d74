"""Tags of questions: the headings that they stand under."""

from bisect import bisect_right
from collections.abc import Sequence

from drill.importer.choice.answer_ranges import QuestionRange
from drill.importer.question_ids import MARKS
from drill.importer.signals.candidates import CandidateKind
from drill.importer.signals.outline import Outline
from drill.importer.source.html_blocks import TERM
from drill.text import slug

_LONGEST = 40
"""The most characters of a tag that is made of a heading."""


def section_tags(outline: Outline, found: Sequence[QuestionRange]) -> list[tuple[str, ...]]:
    """The tags of each question: the headings above it, except the document's title."""
    starts = [each.start.line for each in found]
    headings = [each for each in outline.all_candidates if each.kind is CandidateKind.HEADING]
    outside = []
    for heading in headings:
        place = bisect_right(starts, heading.line) - 1
        free = place < 0 or heading.line >= found[place].end
        if free and heading.line not in outline.no_start_lines and heading.leaf not in outline.back:
            outside.append(heading)
    if outside and outside[0] is headings[0]:
        level = outside[0].level
        if sum(heading.level <= level for heading in outside) == 1:
            outside = outside[1:]
    result = []
    place = 0
    stack: list[tuple[int, str]] = []
    for line, each in zip(starts, found, strict=True):
        while place < len(outside) and outside[place].line < line:
            heading = outside[place]
            while stack and stack[-1][0] >= heading.level:
                stack.pop()
            stack.append((heading.level, slug(MARKS.sub(" ", heading.title), _LONGEST)))
            place += 1
        level = each.start.candidate.level or TERM
        result.append(tuple(tag for above, tag in stack if tag and above < level))
    return result

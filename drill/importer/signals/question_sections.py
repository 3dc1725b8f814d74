"""Sections whose headings say that questions are in them."""

from itertools import islice

from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import names_questions


def question_sections(outline: Outline) -> list[tuple[int, int]]:
    """The sections whose headings name questions: from below the heading to the next as high.

    The document's own title is none, nor is a heading that asks itself.
    """
    headings = list(outline.headings.values())
    sections: list[tuple[int, int]] = []
    for place, heading in enumerate(headings):
        named = names_questions(heading.title) and heading.likelihood < 1
        if not named or heading is outline.first_heading or heading.label.kind:
            continue
        after = islice(headings, place + 1, None)
        ends = (other.line for other in after if other.level <= heading.level)
        sections.append((heading.end, next(ends, len(outline.document.lines))))
    return sections

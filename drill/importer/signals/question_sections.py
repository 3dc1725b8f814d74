"""Sections whose headings say that questions are in them."""

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
        after = range(place + 1, len(headings))
        ends = (headings[n].line for n in after if headings[n].level <= heading.level)
        sections.append((heading.end, next(ends, len(outline.document.lines))))
    return sections

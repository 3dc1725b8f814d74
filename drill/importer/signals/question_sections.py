"""Finds sections whose headings announce questions."""

from drill.importer.signals.outline import Outline
from drill.importer.signals.title_topics import (
    lists_questions,
    names_open_questions,
    names_questions,
)


def question_sections(outline: Outline) -> list[tuple[int, int, bool]]:
    """The line ranges of sections whose headings name questions, without the headings.

    The third value tells whether the heading announces questions (`lists_questions`). Excluded are
    the document's title, headings that are questions themselves, and headings of open questions or
    of questions to ask.
    """
    headings = list(outline.headings.values())
    sections: list[tuple[int, int, bool]] = []
    for place, heading in enumerate(headings):
        named = names_questions(heading.title) and heading.likelihood < 1
        if (
            not named
            or names_open_questions(heading.title)
            or heading is outline.first_heading
            or heading.label.kind
        ):
            continue
        after = range(place + 1, len(headings))
        ends = (headings[n].line for n in after if headings[n].level <= heading.level)
        end = next(ends, len(outline.document.lines))
        sections.append((heading.end, end, lists_questions(heading.title)))
    return sections

"""The forms of questions: each proposes readings of an outline.

A new form is a module here with `propose(outline)`, and a place in FORMS. The choice takes the best
reading, of near ties the one with more starts, and of exact ties the one whose form comes first.

`reading` defines a reading, `weights` the weights of readings; `lead_ins` serves the forms with
bold lead-ins, `term_lines` the glossary. Every other module is a form.
"""

from collections.abc import Callable, Iterator

from drill.importer.forms import (
    above_answers,
    above_folds,
    above_options,
    bold,
    exam_tickets,
    folds,
    glossary,
    labelled,
    lists,
    numbered_headings,
    obsidian_logseq,
    paragraphs,
    plain_headings,
    plain_runs,
    plain_text,
    ruled_cards,
    statements,
    tables,
)
from drill.importer.forms.reading import Reading
from drill.importer.signals.outline import Outline

FORMS: tuple[Callable[[Outline], Iterator[Reading]], ...] = (
    obsidian_logseq.propose,
    labelled.propose,
    exam_tickets.propose,
    tables.propose,
    folds.propose,
    numbered_headings.propose,
    plain_headings.propose,
    bold.propose,
    statements.propose,
    lists.propose,
    above_options.propose,
    above_folds.propose,
    above_answers.propose,
    glossary.propose,
    paragraphs.propose,
    plain_text.propose,
    plain_runs.propose,
    ruled_cards.propose,
)


def readings(outline: Outline) -> list[Reading]:
    """The readings of all forms, in the order of FORMS."""
    return [reading for propose in FORMS for reading in propose(outline) if reading.starts]

"""The forms that questions come in: each makes proposals of an outline.

A new form is a module here with `propose(outline)`, and a place in FORMS. The choice takes the best
reading, of near ties the one with more starts, and of exact ties the one whose form comes first.
"""

from collections.abc import Callable, Iterator

from drill.importer.forms import (
    bold,
    cards,
    folds,
    glossary,
    labelled,
    lists,
    numbered_headings,
    paragraphs,
    plain_headings,
    plain_text,
    tables,
)
from drill.importer.forms.proposal import Proposal
from drill.importer.signals.outline import Outline

FORMS: tuple[Callable[[Outline], Iterator[Proposal]], ...] = (
    cards.propose,
    labelled.propose,
    tables.propose,
    folds.propose,
    numbered_headings.propose,
    plain_headings.propose,
    bold.propose,
    lists.propose,
    glossary.propose,
    paragraphs.propose,
    plain_text.propose,
)


def proposals(outline: Outline) -> list[Proposal]:
    """What every form makes of the document, in the order of FORMS."""
    return [proposal for propose in FORMS for proposal in propose(outline) if proposal.starts]

"""Glossaries: terms in headings or bold with their definitions; nothing in them asks."""

from collections import defaultdict
from collections.abc import Iterator

from drill.importer.forms.proposal import Mark, Proposal
from drill.importer.signals.candidates import Bold, Candidate, Place
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import is_closing
from drill.importer.source.html_blocks import TERM

_LEAST = 3
"""The least terms of a glossary."""
_DEFINED = 0.8
"""The share of its terms that must have text of their own."""
_LONGEST = 80
"""The most characters of a term."""


def propose(outline: Outline) -> Iterator[Proposal]:
    """The headings of one level, or the bold lead-ins, of a document that says it is a glossary."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in outline.candidates:
        if len(candidate.title) > _LONGEST or candidate is outline.first_heading:
            continue
        if candidate.place is Place.HEADING and not is_closing(candidate.title):
            if candidate.level == TERM or outline.title_defines:
                groups[f"terms in headings of level {candidate.level}"].append(candidate)
        elif candidate.bold is Bold.LEAD and outline.title_defines:
            groups["bold terms"].append(candidate)
    for form, candidates in groups.items():
        terms = [
            each for each in candidates if each.bold is Bold.LEAD or outline.has_text_below(each)
        ]
        if len(terms) >= max(_LEAST, _DEFINED * len(candidates)):
            starts = [outline.start(each) for each in terms]
            yield Proposal(form, starts, Mark.TERM, explicit=True)

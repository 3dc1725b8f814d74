"""Glossaries: terms in headings, in bold or on lines, with definitions; nothing asks."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from drill.importer.forms import term_lines
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.outline import Outline
from drill.importer.signals.title_topics import is_closing, names_terms
from drill.importer.source.html_blocks import TERM
from drill.importer.source.leaves import LeafKind

_LEAST = 3
"""The fewest terms of a glossary."""
_DEFINED = 0.8
"""The least share of its terms with a definition."""
_LONGEST = 80
"""The most characters of a term."""
_LETTERS = 3
"""The fewest single-letter headings above lists that make their level an index of terms."""


def propose(outline: Outline) -> Iterator[Reading]:
    """The headings of one level, or the bold lead-ins, of a document that says it is a glossary."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    # The headings of flash cards may be chapters.
    is_glossary = any(map(names_terms, outline.titles))
    for candidate in outline.candidates:
        if candidate.level == TERM:
            groups["definition list"].append(candidate)
        elif len(candidate.title) > _LONGEST or candidate is outline.first_heading:
            continue
        elif candidate.kind is CandidateKind.HEADING:
            if is_glossary:
                groups[f"terms in headings of level {candidate.level}"].append(candidate)
        elif candidate.bold and outline.title_defines:
            groups["bold terms"].append(candidate)
    for form, candidates in groups.items():
        if sum(_heads_a_list(outline, candidate) for candidate in candidates) >= _LETTERS:
            continue
        if _head_tables(outline, candidates):
            continue
        terms = [
            candidate
            for candidate in candidates
            if candidate.bold is Bold.LEAD
            or candidate.end < candidate.leaf.end
            or (outline.has_text_below(candidate) and not is_closing(candidate.title))
        ]
        if len(terms) >= max(_LEAST, _DEFINED * len(candidates)):
            starts = [outline.start(candidate) for candidate in terms]
            yield Reading(form, starts, Trait.TERM, explicit=outline.title_defines)
    yield from term_lines.propose(outline)


def _head_tables(outline: Outline, candidates: Sequence[Candidate]) -> bool:
    """Whether half of the candidates have a table below them: its rows are the terms."""
    ends = [*(candidate.line for candidate in candidates[1:]), len(outline.document.lines)]
    tables = sum(
        any(leaf.kind is LeafKind.TABLE for leaf in outline.document.between(candidate.end, end))
        for candidate, end in zip(candidates, ends, strict=True)
    )
    return tables * 2 >= len(candidates)


def _heads_a_list(outline: Outline, candidate: Candidate) -> bool:
    """Whether a heading is one letter with a list below it."""
    after = outline.following(candidate.leaf)
    return len(candidate.title) == 1 and after is not None and after.item is not None

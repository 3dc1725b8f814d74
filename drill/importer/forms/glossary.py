"""Glossaries: terms in headings, in bold or on lines, with definitions; nothing asks."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set

from drill.importer.forms import term_lines
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.outline import Outline
from drill.importer.signals.title_topics import is_closing, names_cards, names_terms
from drill.importer.source.html_blocks import TERM
from drill.importer.source.leaves import LeafKind

_LEAST = 3
"""The fewest terms of a glossary."""
_DEFINED = 0.8
"""The least share of its terms with a definition."""
_DIFFERENT = 0.8
"""The least share of different terms: labels of parts recur."""
_LONGEST = 80
"""The most characters of a term."""
_SECTIONS = 0.5
"""The least share of headings right above other terms that makes their level one of sections."""


def propose(outline: Outline) -> Iterator[Reading]:
    """The headings of one level, or the bold lead-ins, of a document that says it is a glossary."""
    groups: dict[str, list[Candidate]] = defaultdict(list)
    end = term_lines.closing_line(outline)
    on_lines = list(term_lines.propose(outline))
    defined = {line for reading in on_lines for line in reading.lines}
    # The headings of flash cards may be chapters.
    is_glossary = any(map(names_terms, outline.titles))
    for candidate in outline.candidates:
        if candidate.level == TERM:
            groups["definition list"].append(candidate)
        elif len(candidate.title) > _LONGEST or _is_title(outline, candidate):
            continue
        elif candidate.kind is CandidateKind.HEADING:
            if outline.title_defines:
                groups[f"terms in headings of level {candidate.level}"].append(candidate)
        elif candidate.bold and outline.title_defines and candidate.line < end:
            groups["bold terms"].append(candidate)
    labels = _recurring(groups["bold terms"])
    defined.update(candidate.line for candidate in groups["bold terms"])
    defined.difference_update(labels)
    for form, candidates in groups.items():
        different = len({candidate.key for candidate in candidates})
        is_marked = bool(candidates) and candidates[0].level == TERM  # by the mark of its text
        if different < _DIFFERENT * len(candidates) and not is_marked:
            continue
        is_level = bool(candidates) and 0 < candidates[0].level < TERM
        if is_level and not (is_glossary or _have_parts(outline, candidates, labels)):
            continue
        sections = sum(_is_section(outline, candidate, defined) for candidate in candidates)
        if sections >= _SECTIONS * len(candidates) or _head_tables(outline, candidates):
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
    yield from on_lines


def _recurring(candidates: Sequence[Candidate]) -> list[int]:
    """The lines of bold labels that recur: the parts of cards, `**Concept:** …`."""
    counts = Counter(candidate.key for candidate in candidates)
    return [candidate.line for candidate in candidates if counts[candidate.key] >= _LEAST]


def _have_parts(outline: Outline, headings: Sequence[Candidate], labels: Sequence[int]) -> bool:
    """Whether one of the `labels` is below nearly all headings, which makes them cards."""
    ends = [*(heading.line for heading in headings[1:]), len(outline.document.lines)]
    parted = sum(
        bisect_left(labels, heading.end) < bisect_left(labels, end)
        for heading, end in zip(headings, ends, strict=True)
    )
    return parted >= max(_LEAST, _DEFINED * len(headings))


def _is_title(outline: Outline, candidate: Candidate) -> bool:
    """Whether the first heading is the document's title, with no other heading beside it."""
    if candidate is not outline.first_heading:
        return False
    beside = sum(heading.level == candidate.level for heading in outline.headings.values())
    return beside == 1 or names_terms(candidate.title) or names_cards(candidate.title)


def _head_tables(outline: Outline, candidates: Sequence[Candidate]) -> bool:
    """Whether half of the candidates have a table below them: its rows are the terms."""
    ends = [*(candidate.line for candidate in candidates[1:]), len(outline.document.lines)]
    tables = sum(
        any(leaf.kind is LeafKind.TABLE for leaf in outline.document.between(candidate.end, end))
        for candidate, end in zip(candidates, ends, strict=True)
    )
    return tables * 2 >= len(candidates)


def _is_section(outline: Outline, candidate: Candidate, defined: Set[int]) -> bool:
    """Whether a candidate is a heading right above a term on one of the lines `defined`, or one
    letter above a list.
    """
    after = outline.following(candidate.leaf)
    if candidate.level in {0, TERM} or after is None:
        return False
    return after.start in defined or (len(candidate.title) == 1 and after.item is not None)

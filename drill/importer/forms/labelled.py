"""Questions with a label, `Q1:`, `Question 3`, `Q:` with `A:`: in headings, lines, bold, lists."""

import re
from collections.abc import Iterator
from itertools import pairwise

from drill.importer.forms import weights as w
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.outline import Outline

_PLACEHOLDER = re.compile(
    r"\W{0,20}"
    r"(?:todo|tbd|tba|wip|(?:your |the )?question(?: text)?(?: (?:goes )?here)?|\.{3}|…)\W{0,20}",
    re.IGNORECASE,
)
"""A placeholder for a question that nobody has written yet."""
_TITLES = {CandidateKind.HEADING, CandidateKind.SUMMARY}


def propose(outline: Outline) -> Iterator[Reading]:
    """The labelled headings, the labelled lines, and both."""
    labelled = [
        candidate
        for candidate in outline.candidates
        if candidate.is_question_label
        and (candidate.title or candidate.number or outline.below(candidate)[0] is not None)
    ]
    owned = {outline.own_label(candidate) for candidate in labelled} | _parts(labelled)
    inside = set(filter(_is_inside, labelled))
    owned |= inside if 2 * len(inside) < len(labelled) else set()
    labelled = [candidate for candidate in labelled if candidate not in owned]
    headings = [candidate for candidate in labelled if candidate.kind in _TITLES]
    lines = [candidate for candidate in labelled if candidate.kind not in _TITLES]
    if headings:
        yield _reading(outline, "labelled headings", headings)
    if lines:
        yield _reading(outline, "labelled lines", lines, has_other_cards=True)
    if headings and lines:
        yield _reading(outline, "labelled headings and lines", labelled, weight=w.MIXED_LABELS)


def _is_inside(candidate: Candidate) -> bool:
    """Whether a label without a number is in an inner list, where answers have their parts."""
    item = candidate.leaf.item
    return item is not None and item.depth > 1 and not candidate.label.number


def _parts(labelled: list[Candidate]) -> set[Candidate]:
    """The unnumbered labels that are part of a numbered heading: mostly one below each."""
    places = [place for place, one in enumerate(labelled) if one.number and one.level]
    alone = [
        labelled[first + 1]
        for first, after in pairwise([*places, len(labelled)])
        if after == first + 2 and not 0 < labelled[first + 1].level <= labelled[first].level
    ]
    parts = {one for one in alone if not one.number}
    return parts if 2 * len(parts) > sum(not one.number for one in labelled) else set()


def _reading(
    outline: Outline,
    form: str,
    candidates: list[Candidate],
    *,
    weight: float = 1.0,
    has_other_cards: bool = False,
) -> Reading:
    starts = [outline.start(candidate) for candidate in candidates]
    starts = [start for start in starts if not _PLACEHOLDER.fullmatch(start.title)]
    return Reading(form, starts, Trait.LABEL, weight, has_other_cards=has_other_cards)

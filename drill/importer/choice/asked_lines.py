"""The lines of a document that surely ask, whatever the reading: a reading that loses them pays."""

from collections import Counter

from drill.importer.choice import weights as w
from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.outline import Outline
from drill.importer.source.leaves import CODE, LeafKind
from drill.importer.source.lines import ends_asking


def asked_lines(outline: Outline) -> list[int]:
    """The lines of all marked titles that surely ask, without unnumbered repetitions."""
    sure = [
        candidate
        for candidate in outline.candidates
        if (_is_marked(outline, candidate) or _is_listed(outline, candidate))
        and candidate.likelihood >= w.LOST_SURE
        and not outline.in_answer_fold(candidate.line)
    ]
    counts = Counter(candidate.key for candidate in sure)
    return [candidate.line for candidate in sure if candidate.number or counts[candidate.key] == 1]


def asking_lines(outline: Outline) -> list[int]:
    """The lines of text that end with a question mark."""
    return [
        line
        for leaf in outline.document.leaves
        if leaf.kind not in CODE
        for line in range(leaf.start, leaf.end)
        if ends_asking(outline.document.lines[line])
    ]


def _is_marked(outline: Outline, candidate: Candidate) -> bool:
    if candidate.is_question_label:
        return False
    if candidate.kind in {CandidateKind.HEADING, CandidateKind.SUMMARY}:
        return True
    nested = candidate.leaf.item is not None and candidate.leaf.item.depth > 1
    numbered = bool(candidate.number) and candidate.leaf.kind is LeafKind.PARAGRAPH
    is_answered = bool(candidate.rest) and outline.labels.answers(candidate.rest)
    return not nested and (candidate.bold is Bold.WHOLE or numbered or is_answered)


def _is_listed(outline: Outline, candidate: Candidate) -> bool:
    """Whether the contents list a paragraph, which marks it like a heading."""
    is_paragraph = candidate.kind is CandidateKind.PARAGRAPH and candidate.leaf.item is None
    return is_paragraph and candidate.key in outline.toc.titles

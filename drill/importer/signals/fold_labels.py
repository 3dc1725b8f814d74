"""Recognises a document's own label for folded answers: the same words on fold after fold."""

from collections import Counter
from collections.abc import Sequence

from drill.importer.signals.candidates import Bold, Candidate, CandidateKind, text_of
from drill.importer.signals.labels import Label, LabelKind, read_option
from drill.importer.signals.question_likelihood import ASKS
from drill.importer.source.leaves import LeafKind
from drill.importer.source.reveals import names_hint

_LEAST = 3
"""The fewest folds with the same words: two may be equal titles by chance."""
_BELOW = 0.8
"""The least share of them right below a title; folds below text belong to that text."""
_TEXT = 8
"""The most candidates from a fold back to its numbered heading, which may head other text too."""
_TASK = 60
"""The same for a heading with a label such as "Question 1"."""


def settle_fold_labels(candidates: Sequence[Candidate]) -> None:
    """Take summaries that recur right below titles, such as "Expand", as labels of answers."""
    folds = [
        place
        for place, candidate in enumerate(candidates)
        if candidate.kind is CandidateKind.SUMMARY
        and candidate.label.kind is LabelKind.NONE
        and not names_hint(candidate.title)
    ]
    counts = Counter(candidates[place].key for place in folds)
    below = Counter(
        candidates[place].key
        for place in folds
        if place and (_is_title(candidates[place - 1]) or _is_first(candidates, place))
    )
    for place in folds:
        candidate = candidates[place]
        if below[candidate.key] >= max(_LEAST, _BELOW * counts[candidate.key]):
            text = " ".join(candidate.leaf.text.split())
            candidate.label = Label(LabelKind.ANSWER, (), len(text))
            candidate.title = ""


def _is_first(candidates: Sequence[Candidate], place: int) -> bool:
    """Whether a fold is the first below a heading that asks by its label, or by a number nearby."""
    for distance, candidate in enumerate(candidates[max(0, place - _TASK) : place][::-1]):
        if candidate.kind in {CandidateKind.HEADING, CandidateKind.SUMMARY}:
            is_near = distance < _TEXT and bool(candidate.number)
            return candidate.kind is CandidateKind.HEADING and (
                is_near or candidate.is_question_label
            )
    return False


def _is_title(candidate: Candidate) -> bool:
    """Whether a candidate is a heading, a numbered or bold line, an option, or one that asks."""
    if candidate.kind is CandidateKind.HEADING or read_option(text_of(candidate)):
        return True
    is_marked = bool(candidate.number) or candidate.bold is Bold.WHOLE
    alone = candidate.end == candidate.leaf.end and candidate.leaf.kind is LeafKind.PARAGRAPH
    return alone and (is_marked or candidate.likelihood >= ASKS)

"""Text above labelled answers: a line "Answer: …" makes it a question, whatever marks it."""

from collections.abc import Iterator

from drill.importer.forms import weights as w
from drill.importer.forms.plain_text import plain_start
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.labels import read_option
from drill.importer.signals.outline import Outline
from drill.importer.signals.starts import Start
from drill.importer.source.leaves import CODE, Leaf, LeafKind

_LEAST = 3
"""The fewest questions: a text has the solution of an exercise or two."""
_MOST = 0.8
"""The least share of the labels with a question above them; other labels have a mark there."""
_TITLES = {CandidateKind.HEADING, CandidateKind.SUMMARY}


def propose(outline: Outline) -> Iterator[Reading]:
    """The paragraph above each label of an answer, or the line above it in a paragraph of many."""
    labels = [label for label in outline.answer_labels if not label.label.weak]
    if any(label.kind in _TITLES for label in labels):
        return
    pairs = zip(labels, [None, *labels], strict=False)
    above = (_above(outline, label, last) for label, last in pairs)
    starts = [start for start in above if start is not None]
    if len(starts) >= max(_LEAST, _MOST * len(labels)):
        yield Reading("text above answers", starts, Trait.LIST, w.ABOVE_OPTIONS)


def _above(outline: Outline, label: Candidate, last: Candidate | None) -> Start | None:
    """The start above a label; `last` is the label before it, whose own line is no question."""
    leaf: Leaf | None = label.leaf
    end = label.line
    if leaf is not None and end == leaf.start:
        leaf = outline.previous(leaf)
        while leaf is not None and leaf.kind in CODE:
            leaf = outline.previous(leaf)
        end = leaf.end if leaf is not None else 0
    if leaf is None or leaf.kind is not LeafKind.PARAGRAPH:
        return None
    among = last is not None and last.leaf is leaf
    first = end - 1 if among else leaf.start
    if (last is not None and first <= last.line) or read_option(leaf.lines[end - 1 - leaf.start]):
        return None
    return plain_start(leaf, first - leaf.start, end - first)

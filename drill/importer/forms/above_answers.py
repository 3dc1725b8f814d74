"""Text above labelled answers: a line "Answer: …" makes it a question, whatever marks it."""

from collections.abc import Iterator

from drill.importer.forms import weights as w
from drill.importer.forms.above_options import start_of
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.labels import NONE, read_option
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
    starts = [start for start in above if start is not None and start.key]
    different = len({start.key for start in starts})
    many = len(starts) >= max(_LEAST, _MOST * len(labels))
    if many and different >= w.DIFFERENT * len(starts):
        yield Reading("text above answers", starts, Trait.LIST, w.ABOVE_OPTIONS)


def _ends_list(outline: Outline, leaf: Leaf, low: int) -> bool:
    """Whether a label goes on the last of several items, which begin below line `low`."""
    above = outline.previous(leaf)
    if leaf.item is None or above is None or above.item is None or above.start <= low:
        return False
    return above.item.group == leaf.item.group


def _offers(leaf: Leaf) -> bool:
    """Whether a block above a label is an item of a list of options, or begins with an option."""
    return leaf.item is not None or read_option(leaf.lines[0]) is not None


def _above(outline: Outline, label: Candidate, last: Candidate | None) -> Start | None:
    """The start above a label; `last` is the label before it, whose own line is no question."""
    leaf: Leaf | None = label.leaf
    end = label.line
    low = last.line if last is not None else -1
    if end == label.leaf.start or _ends_list(outline, label.leaf, low):
        leaf = outline.previous(label.leaf)
        while leaf is not None and leaf.start > low and (leaf.kind in CODE or _offers(leaf)):
            leaf = outline.previous(leaf)
        end = leaf.end if leaf is not None else 0
    if leaf is not None and leaf.kind is LeafKind.PARAGRAPH:
        own = range(max(leaf.start, low + 1), end)
        end = next((n for n in own if read_option(leaf.lines[n - leaf.start])), end)
    if leaf is None or leaf.kind is not LeafKind.PARAGRAPH:
        return None
    among = last is not None and last.leaf is leaf
    first = end - 1 if among else leaf.start
    if end <= first or first <= low:
        return None
    lines = leaf.lines[first - leaf.start : end - leaf.start]
    read = outline.labels.read(lines[0])
    return start_of(leaf, lines, first, read if lines[0][read.end :].strip(" *_") else NONE)

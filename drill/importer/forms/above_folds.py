"""Text above folded answers: a fold titled "Answer" makes it a question, whatever marks it."""

from bisect import bisect_left
from collections.abc import Iterator
from statistics import median

from drill.importer.forms import weights as w
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.outline import Outline
from drill.importer.signals.starts import Start
from drill.importer.source.leaves import Leaf, LeafKind
from drill.text import words

_LEAST = 3
"""The fewest questions: a text folds away the solution of an exercise or two."""
_PARAGRAPHS = 2
"""The most paragraphs of a question, in the middle; more are a text with an exercise at its end."""


def propose(outline: Outline) -> Iterator[Reading]:
    """The blocks above each folded answer, from the end of the one before, a heading or a tag."""
    starts: list[Start] = []
    sizes: list[int] = []
    low = 0
    for first, end in outline.answer_folds:
        if first < low:
            continue
        block = _block(outline, low, first)
        low = end
        if not block or block[0].kind is not LeafKind.PARAGRAPH:
            continue
        place = bisect_left(outline.candidate_lines, block[0].start)
        candidate = outline.all_candidates[place]
        if candidate.leaf is block[0] and len(words(candidate.title)) > 1:
            starts.append(outline.start(candidate, end))
            sizes.append(sum(leaf.kind is LeafKind.PARAGRAPH for leaf in block))
    different = len({start.key for start in starts})
    if different >= max(_LEAST, w.DIFFERENT * len(starts)) and median(sizes) <= _PARAGRAPHS:
        yield Reading(
            "text above folded answers", starts, Trait.LIST, w.ABOVE_OPTIONS, explicit=True
        )


def _block(outline: Outline, low: int, high: int) -> list[Leaf]:
    """The last blocks with text on the lines from `low` up to `high`."""
    block: list[Leaf] = []
    for leaf in reversed(outline.document.between(low, high)):
        if leaf.kind is LeafKind.OPEN and not block:
            continue
        if leaf.kind in {LeafKind.HEADING, LeafKind.RULE, LeafKind.CLOSE, LeafKind.HTML}:
            break
        block.insert(0, leaf)
    return block

"""Runs of plain lines or paragraphs that ask one after the other, without answers."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile

from drill.importer.forms import weights as w
from drill.importer.forms.plain_text import is_prose, plain_start
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.outline import Outline
from drill.importer.signals.plain_lines import ends_sentence
from drill.importer.signals.question_likelihood import ASKS, question_likelihood
from drill.importer.signals.starts import Start
from drill.importer.source.leaves import EMPTY, Leaf, LeafKind
from drill.importer.source.lines import announces

_LEAST = 5
"""The fewest lines of a run: prose asks a few times in a row too."""
_ASKING = 2 / 3
"""The least share of a run that asks; the others set tasks in verbs that are not known."""
_SECTION_ASKS = 0.5
"""The least share of one section of a run that asks."""


def propose(outline: Outline) -> Iterator[Reading]:
    """The lines of all runs, or their paragraphs where most paragraphs are one line."""
    marked = {
        candidate.line
        for candidate in outline.all_candidates
        if candidate.label.kind or candidate.bold
    }
    starts: list[Start] = []
    run: list[list[Leaf]] = [[]]
    for leaf in [*outline.document.leaves, None]:
        if leaf is not None and (leaf.kind in EMPTY or leaf in outline.back):
            continue
        if leaf is not None and leaf.kind is LeafKind.HEADING:
            run.append([])
        elif (
            leaf is not None
            and leaf.is_free_paragraph
            and marked.isdisjoint(range(leaf.start, leaf.end))
        ):
            run[-1].append(leaf)
        else:
            starts += _starts(outline, run)
            run = [[]]
    if starts:
        yield Reading("runs of plain questions", starts, Trait.ASKING, w.ASKING_ALONE)


def _starts(outline: Outline, run: Sequence[Sequence[Leaf]]) -> list[Start]:
    """The starts of a run of sections, if enough of them ask."""
    paragraphs = [leaf for section in run for leaf in dropwhile(_introduces, section)]
    whole = sum(len(leaf.lines) == 1 for leaf in paragraphs) * 2 >= len(paragraphs)
    if sum(1 if whole else len(leaf.lines) for leaf in paragraphs) < _LEAST:
        return []
    kept: list[Start] = []
    asking = 0
    for section in run:
        starts = [
            plain_start(leaf, number, len(leaf.lines) if whole else 1)
            for leaf in section
            for number in range(1 if whole else len(leaf.lines))
        ]
        starts = [start for start in starts if not _heads(start)]
        while not kept and starts and _is_text(outline, starts[0]):
            starts = starts[1:]
        asked = sum(outline.likelihood(start) >= ASKS for start in starts)
        if starts and asked >= _SECTION_ASKS * len(starts):
            kept += starts
            asking += asked
    no_start = outline.no_start_lines
    is_list = all(len(start.title) <= w.LONGEST and start.line not in no_start for start in kept)
    if not is_list or len(kept) < _LEAST or asking < _ASKING * len(kept):
        return []
    if is_prose(kept):
        return []
    for start in kept:
        leaf = start.candidate.leaf
        start.stop = leaf.end if whole else start.end
        below = "\n".join(leaf.lines[start.end - leaf.start : start.stop - leaf.start])
        start.end = start.stop
        if question_likelihood(below) >= ASKS:
            start.candidate.end, start.context = start.end, below
    return kept


def _introduces(leaf: Leaf) -> bool:
    """Whether a paragraph is one sentence that does not ask."""
    alone = len(leaf.lines) == 1 and ends_sentence(leaf.text)
    return alone and question_likelihood(leaf.text) < ASKS


def _is_text(outline: Outline, start: Start) -> bool:
    """Whether a line is a sentence that does not ask: above a run, it ends an answer."""
    return ends_sentence(start.title) and outline.likelihood(start) < ASKS


def _heads(start: Start) -> bool:
    """Whether a line that does not ask, and ends in a colon, heads the lines below it."""
    return announces(start.title) and question_likelihood(start.title) < ASKS

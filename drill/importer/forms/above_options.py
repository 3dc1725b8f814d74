"""Text above options: `a.` and `b.` below it make it a question, whatever else marks it."""

from bisect import bisect_left
from collections.abc import Iterator

from drill.importer.forms import weights as w
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.labels import NONE, Label, LabelKind, read_bare_number, read_option
from drill.importer.signals.outline import Outline
from drill.importer.signals.starts import Start
from drill.importer.signals.titles import clean_title, split_title
from drill.importer.source.leaves import CODE, Leaf, LeafKind

_LEAST = 3
"""The fewest questions: a step of a manual has alternatives too."""
_ASKING = 0.5
"""The least share of them that ask, or that have labelled, keyed or marked answers."""
_SOME, _STEMS = 0.25, 0.8
"""The least share that asks, and that asks or leaves its sentence open ("all are true EXCEPT:"):
exams have many such sentences, manuals no questions beside them."""
_CLOSED = (".", "!", "。", "！")
"""The ends of a whole sentence that does not ask."""
_LINES = 8
"""The most lines of text above options."""


def propose(outline: Outline) -> Iterator[Reading]:
    """The lines right above each run of options, up to what ends the question before."""
    starts: list[Start] = []
    for option in outline.option_lines:
        low = starts[-1].end if starts else 0
        number = starts[-1].candidate.number if starts else ()
        start = _above(outline, low, option, number[-1] + 1 if number else 1)
        if start is not None:
            starts.append(start)
    asking = sum(outline.likelihood(start) >= w.SURE for start in starts)
    answers = len(outline.answer_labels)
    answers += sum(len(key.entries) for key in outline.answer_keys) + len(outline.marked_lists)
    open_ones = sum(not start.title.rstrip(" *_").endswith(_CLOSED) for start in starts)
    are_stems = asking >= _SOME * len(starts) and asking + open_ones >= _STEMS * len(starts)
    if len(starts) >= _LEAST and (are_stems or max(asking, answers) >= _ASKING * len(starts)):
        yield Reading("lines above options", starts, Trait.LIST, w.ABOVE_OPTIONS)


def _above(outline: Outline, low: int, option: int, count: int) -> Start | None:
    """The start above the options on line `option`; `count` is the number that it may have."""
    lines = outline.document.lines
    leaves = outline.document.leaves
    place = bisect_left(outline.document.starts, option) - 1
    while place >= 0 and leaves[place].kind in CODE:
        place -= 1
    leaf = leaves[place]
    if place < 0 or leaf.kind is not LeafKind.PARAGRAPH:
        return None
    end = min(option, leaf.end)
    first = end
    label = NONE
    while first > max(low, leaf.start, end - _LINES) and not label.number:
        line = lines[first - 1]
        own = outline.labels.read(leaf.lines[first - 1 - leaf.start])
        if read_option(line) is not None or own.kind is LabelKind.ANSWER:
            break
        first -= 1
        label = _number(outline.labels.read(line), line, count)
    if first == end:
        return None
    return start_of(leaf, lines[first:end], first, label)


def _number(label: Label, line: str, count: int) -> Label:
    """The label of a line; a number without a mark after it, `5 Which`, only if it counts on."""
    bare = read_bare_number(line)
    counts = label.kind is LabelKind.NONE and bare.number[-1:] in {(count,), (1,)}
    return bare if counts else label


def start_of(leaf: Leaf, lines: list[str], first: int, label: Label) -> Start:
    """A start with the text `lines` of a paragraph, from line `first`, which begin with `label`."""
    split = split_title(lines, label.end)
    title = clean_title(split.title)
    kind = CandidateKind.PARAGRAPH if first == leaf.start else CandidateKind.LINE
    end = first + split.line_count
    candidate = Candidate(first, end, kind, 0, label, title, split.rest, Bold.NONE, leaf)
    return Start(candidate, title, end, split.rest)

"""Statements to judge: items whose answers are two words in turn, such as true and false."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.outline import Outline
from drill.importer.signals.starts import Start
from drill.importer.source.leaves import Leaf
from drill.text import words

_LEAST = 4
"""The fewest statements: three with two verdicts may be chance."""
_VERDICTS = 2
"""The number of words that judge: true and false, right and wrong, yes and no."""
_BEHIND = re.compile(
    r"(?P<statement>.*[\w.)\"'”»])\s{0,4}(?:[(\[](?P<round>[^\W\d_]{1,12})[)\]]"
    r"|(?:[-–—=]{1,2}>?|→|:)\s{0,3}[*_]{0,3}(?P<after>[^\W\d_]{1,12})[*_]{0,3})\.?"
)


def propose(outline: Outline) -> Iterator[Reading]:
    """The items of each list in which all end with one of two words, or have one below."""
    lists: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in outline.candidates:
        item = candidate.leaf.item
        if candidate.kind is CandidateKind.ITEM and item is not None and item.depth == 1:
            lists[item.group].append(candidate)
    starts: list[Start] = []
    for members in lists.values():
        judged = [_judged(outline, candidate) for candidate in members]
        verdicts = Counter(verdict for _, verdict in judged if verdict)
        if sum(verdicts.values()) == len(members) >= _LEAST and len(verdicts) == _VERDICTS:
            starts += [start for start, _ in judged]
    if starts:
        starts.sort(key=lambda start: start.line)
        yield Reading("statements to judge", starts, Trait.LIST, explicit=True)


def _judged(outline: Outline, candidate: Candidate) -> tuple[Start, str]:
    """The start at an item and its verdict in lower case, empty if it has none."""
    item = candidate.leaf.item
    start = outline.start(candidate, item.end if item is not None else None)
    below = _below(outline, candidate)
    if len(below) == 1:
        start.unwraps = True
        label = outline.labels.read(below[0].text)
        text = below[0].text[label.end :]
        return start, _verdict(text)
    match = _BEHIND.fullmatch(candidate.title) if not below else None
    if match is None:
        return start, ""
    verdict = match["round"] or match["after"]
    title = match["statement"].rstrip(" -–—=:")
    return replace(start, title=title, rest=verdict), _verdict(verdict)


def _below(outline: Outline, candidate: Candidate) -> Sequence[Leaf]:
    """The blocks of an item below its first."""
    item = candidate.leaf.item
    return outline.document.between(candidate.leaf.end, item.end) if item is not None else []


def _verdict(text: str) -> str:
    said = words(text)
    return said[0].lower() if len(said) == 1 else ""

"""Numbered headings, `## 12. Title` or `12. ### Title`, whose level may drift within the run."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from drill.importer.heads import Head
from drill.importer.numbering import main_run
from drill.importer.scene import Proposal, Scene


def propose(scene: Scene) -> Iterator[Proposal]:
    """One proposal for each level, with headings of other levels that fill a gap in its numbers."""
    numbered = [head for head in scene.heads if head.place == "heading" and head.number]
    groups: dict[tuple[int, int], list[Head]] = defaultdict(list)
    for head in numbered:
        groups[head.level, len(head.number)].append(head)
    for group in groups.values():
        if len(group) >= 2:
            run = main_run(group)
            starts = sorted(run + _fillers(run, numbered), key=lambda head: head.line)
            yield Proposal("numbered headings", [scene.start(head) for head in starts])


def _fillers(run: list[Head], numbered: list[Head]) -> list[Head]:
    """Headings of other levels with just the number that is missing where they stand."""
    wanted: dict[int, tuple[int, int]] = {}
    for before, after in pairwise(run):
        low, high = before.number[-1], after.number[-1]
        for number in range(low + 1, min(high, low + 4)):
            wanted[number] = (before.line, after.line)
    taken = {id(head) for head in run}
    found: list[Head] = []
    for head in numbered:
        place = wanted.get(head.number[-1])
        if place and place[0] < head.line < place[1] and id(head) not in taken:
            found.append(head)
            del wanted[head.number[-1]]
    return found

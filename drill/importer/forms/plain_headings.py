"""Headings of one level, without numbers or labels: the level as a whole is the mark."""

from collections import defaultdict
from collections.abc import Iterator

from drill.importer.heads import Head
from drill.importer.scene import Proposal, Scene


def propose(scene: Scene) -> Iterator[Proposal]:
    """One proposal for each level of heading."""
    levels: dict[int, list[Head]] = defaultdict(list)
    for head in scene.heads:
        if head.place == "heading":
            levels[head.level].append(head)
    for level in sorted(levels):
        starts = [scene.start(head) for head in levels[level]]
        yield Proposal(f"headings of level {level}", starts)

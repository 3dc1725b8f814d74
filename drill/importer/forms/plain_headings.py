"""Headings of one level, without numbers or labels: the level as a whole is the mark."""

from collections import defaultdict
from collections.abc import Iterator

from drill.importer.asking import is_closing
from drill.importer.heads import Head, norm
from drill.importer.scene import Proposal, Scene
from drill.importer.tags import TERM


def propose(scene: Scene) -> Iterator[Proposal]:
    """One proposal for each level of heading."""
    levels: dict[int, list[Head]] = defaultdict(list)
    for head in scene.heads:
        if head.place == "heading":
            levels[head.level].append(head)
    for level in sorted(levels):
        starts = [
            scene.start(head)
            for head in levels[level]
            if head.number
            or norm(head.title) in scene.contents.titles
            or not is_closing(head.title)
        ]
        name = "definition list" if level == TERM else f"headings of level {level}"
        yield Proposal(name, starts)

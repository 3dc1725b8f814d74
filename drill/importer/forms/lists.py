"""Lists whose items are questions, answered inside the item, below it, or not at all."""

from collections import defaultdict
from collections.abc import Iterator

from drill.importer.heads import Head
from drill.importer.numbering import main_run
from drill.importer.scene import Proposal, Scene

_ASKING = 0.4


def propose(scene: Scene) -> Iterator[Proposal]:
    """One proposal for each depth of list, and one for what is numbered in lists or lines alike."""
    depths: dict[tuple[int, bool], list[Head]] = defaultdict(list)
    numbered: list[Head] = []
    for head in scene.heads:
        item = head.leaf.item
        if head.place == "item" and item is not None:
            depths[item.depth, item.number is not None].append(head)
        if head.number and head.place != "heading" and (item is None or item.depth == 1):
            numbered.append(head)
    for (depth, ordered), heads in sorted(depths.items()):
        kind = "numbered list" if ordered else "list"
        yield from _proposal(scene, heads, f"{kind}, depth {depth}" if depth > 1 else kind)
    for depth in sorted({depth for depth, _ in depths}):
        both = [head for (each, _), heads in depths.items() if each == depth for head in heads]
        if len({ordered for each, ordered in depths if each == depth}) > 1:
            both.sort(key=lambda head: head.line)
            yield from _proposal(scene, both, "lists", 0.98)
    yield from _proposal(scene, numbered, "numbered lines")


def _proposal(
    scene: Scene, heads: list[Head], form: str, weight: float = 1.0
) -> Iterator[Proposal]:
    """The heads of the lists that ask, section by section."""
    run = main_run(heads) if heads and all(head.number for head in heads) else heads
    sections: dict[int, list[Head]] = defaultdict(list)
    for head in run:
        sections[scene.section(head.line)].append(head)
    kept = [
        head
        for section in sections.values()
        if sum(each.asks for each in section) >= _ASKING * len(section)
        for head in section
    ]
    if kept:
        yield Proposal(form, [scene.start(head) for head in kept], weight)

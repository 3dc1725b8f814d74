"""Questions in bold: a whole paragraph, or the lead of one that goes on with the answer."""

from collections import Counter
from collections.abc import Iterator

from drill.importer.document import Leaf
from drill.importer.heads import Head
from drill.importer.scene import Proposal, Scene


def propose(scene: Scene) -> Iterator[Proposal]:
    """Whole bold lines, bold lead-ins, and both."""
    bold = [head for head in scene.heads if head.bold]
    whole = _uniform(scene, [head for head in bold if head.bold == "whole"])
    lead = [head for head in bold if head.bold == "lead" and head.asks >= 0.6]
    if whole:
        yield Proposal("bold paragraphs", [scene.start(head) for head in whole])
    if lead:
        yield Proposal("bold lead-ins", [scene.start(head) for head in lead])
    if whole and lead:
        both = sorted(whole + lead, key=lambda head: head.line)
        yield Proposal("bold paragraphs and lead-ins", [scene.start(head) for head in both], 0.98)


def _uniform(scene: Scene, heads: list[Head]) -> list[Head]:
    """Those that ask, and those marked like them by a number or by what stands before."""
    asking = [head for head in heads if head.asks >= 0.6]
    if len(asking) < 2:
        return asking
    numbered = sum(bool(head.label.number) for head in asking) >= 0.8 * len(asking)
    before = Counter(_before(scene, head.leaf) for head in asking)
    mark, count = before.most_common(1)[0]
    separated = mark in {"rule", "break"} and count >= 0.8 * len(asking)
    return [
        head
        for head in heads
        if head.asks >= 0.6
        or (numbered and bool(head.label.number))
        or (separated and _before(scene, head.leaf) == mark)
    ]


def _before(scene: Scene, leaf: Leaf) -> str:
    previous = scene.previous(leaf)
    if previous is None:
        return ""
    if previous.kind in {"html", "paragraph"} and previous.text.strip().lower().startswith("<br"):
        return "break"
    return previous.kind

"""Questions that say so: `Q1:`, `Question 3`, `Q:` with `A:`, in headings, lines, bold or lists."""

from collections.abc import Iterator

from drill.importer.scene import Proposal, Scene


def propose(scene: Scene) -> Iterator[Proposal]:
    """The labelled headings, the labelled lines, and both."""
    heads = [head for head in scene.heads if head.label.kind == "question"]
    headings = [head for head in heads if head.place in {"heading", "summary"}]
    lines = [head for head in heads if head.place not in {"heading", "summary"}]
    if headings:
        yield Proposal("labelled headings", [scene.start(head) for head in headings])
    if lines:
        yield Proposal("labelled lines", [scene.start(head) for head in lines])
    if headings and lines:
        yield Proposal("labelled headings and lines", [scene.start(head) for head in heads], 0.9)

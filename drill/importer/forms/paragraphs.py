"""Questions that are plain paragraphs: marked by nothing but asking, and the answer after them."""

from collections.abc import Iterator

from drill.importer.heads import Head
from drill.importer.scene import Proposal, Scene


def propose(scene: Scene) -> Iterator[Proposal]:
    """Paragraphs before a quotation, quoted paragraphs before text, and paragraphs that ask."""
    asking = [
        head
        for head in scene.heads
        if head.place == "paragraph"
        and head.leaf.item is None
        and head.asks >= 0.85
        and not head.label.kind
        and not head.bold
        and len(head.title) < 300
    ]
    yield from _proposal(
        scene,
        "answers in quotations",
        [h for h in asking if not h.leaf.quote and _quoted_next(scene, h)],
        1.0,
    )
    yield from _proposal(
        scene,
        "questions in quotations",
        [h for h in asking if h.leaf.quote and h.leaf.quote[0] == h.line],
        0.95,
    )
    ending = [
        h for h in asking if not h.leaf.quote and h.title.rstrip(" *_").endswith(("?", "？", "؟"))
    ]
    yield from _proposal(scene, "asking paragraphs", ending, 0.85)


def _proposal(scene: Scene, form: str, heads: list[Head], weight: float) -> Iterator[Proposal]:
    if len(heads) >= 2:
        yield Proposal(form, [scene.start(head) for head in heads], weight)


def _quoted_next(scene: Scene, head: Head) -> bool:
    following = scene.following(head.leaf)
    return following is not None and following.quote is not None

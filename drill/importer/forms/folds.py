"""`<details>` whose summary is the question and whose inside is the answer."""

from collections.abc import Iterator

from drill.importer.heads import Head
from drill.importer.scene import Proposal, Scene


def propose(scene: Scene) -> Iterator[Proposal]:
    """All summaries, less the folds that only hold other questions, and less what those fold."""
    heads = [head for head in scene.heads if head.place == "summary"]
    starts: list[Head] = []
    until = 0
    for place, head in enumerate(heads):
        if head.line < until:
            continue
        end = scene.folds[id(head.leaf)]
        inside = []
        for later in heads[place + 1 :]:
            if later.line >= end:
                break
            inside.append(later)
        asking = sum(inner.asks >= 0.6 for inner in inside)
        if asking >= 2 or (asking and head.asks < 0.6):
            continue
        starts.append(head)
        until = end if inside else until
    if starts:
        yield Proposal("folded answers", [scene.start(head) for head in starts])

"""The extent of `<details>` folds."""

from bisect import bisect_left

from drill.importer.source.document import Document
from drill.importer.source.leaves import Leaf, LeafKind


def fold_ends(document: Document) -> dict[Leaf, int]:
    """The line after each fold, by its summary; an unclosed fold ends where the next one opens."""
    ends: dict[Leaf, int] = {}
    stack: list[tuple[Leaf, list[Leaf]]] = []
    last = len(document.lines)
    opened: list[Leaf] = []
    for leaf in document.leaves:
        if leaf.kind == LeafKind.OPEN:
            opened.append(leaf)
            stack.append((leaf, []))
        elif leaf.kind == LeafKind.SUMMARY:
            if stack:
                stack[-1][1].append(leaf)
            ends[leaf] = last
        elif leaf.kind == LeafKind.CLOSE and stack:
            _, summaries = stack.pop()
            for summary in summaries[:1]:
                ends[summary] = leaf.end
    if stack:
        starts = [leaf.start for leaf in opened]
        for leaf, summaries in stack:
            place = bisect_left(starts, leaf.start + 1)
            for summary in summaries[:1]:
                ends[summary] = starts[place] if place < len(starts) else last
    return ends

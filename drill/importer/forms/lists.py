"""Lists whose items are questions, answered inside the item, below it, or not at all."""

from collections import defaultdict
from collections.abc import Iterator

from drill.importer.signals.candidates import Candidate
from drill.importer.signals.numbering import main_run
from drill.importer.signals.outline import Outline, Proposal

_ASKING = 0.4


def propose(outline: Outline) -> Iterator[Proposal]:
    """One proposal for each depth of list, and one for what is numbered in lists or lines alike."""
    depths: dict[tuple[int, bool], list[Candidate]] = defaultdict(list)
    numbered: list[Candidate] = []
    for candidate in outline.candidates:
        item = candidate.leaf.item
        if candidate.place == "item" and item is not None:
            depths[item.depth, item.number is not None].append(candidate)
        if candidate.number and candidate.place != "heading" and (item is None or item.depth == 1):
            numbered.append(candidate)
    for (depth, ordered), candidates in sorted(depths.items()):
        kind = "numbered list" if ordered else "list"
        yield from _proposal(outline, candidates, f"{kind}, depth {depth}" if depth > 1 else kind)
    for depth in sorted({depth for depth, _ in depths}):
        both = [
            candidate
            for (each, _), candidates in depths.items()
            if each == depth
            for candidate in candidates
        ]
        if len({ordered for each, ordered in depths if each == depth}) > 1:
            both.sort(key=lambda candidate: candidate.line)
            yield from _proposal(outline, both, "lists", 0.98)
    yield from _proposal(outline, numbered, "numbered lines")


def _proposal(
    outline: Outline, candidates: list[Candidate], form: str, weight: float = 1.0
) -> Iterator[Proposal]:
    """The candidates of the lists that ask, section by section."""
    run = (
        main_run(candidates)
        if candidates and all(candidate.number for candidate in candidates)
        else candidates
    )
    sections: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in run:
        sections[outline.section(candidate.line)].append(candidate)
    kept = [
        candidate
        for section in sections.values()
        if sum(each.likelihood for each in section) >= _ASKING * len(section)
        for candidate in section
    ]
    if kept:
        yield Proposal(form, [outline.start(candidate) for candidate in kept], weight)

"""Where each answer ends: at the next start, a section, its fold's or its item's end."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drill.importer.asking import is_closing
from drill.importer.document import Leaf
from drill.importer.heads import Head
from drill.importer.scene import Proposal, Scene, Start

_OTHER_CARD = re.compile(r"[B-PR-Z]:\s")
_EMPTY = {"rule", "open", "close"}


@dataclass(slots=True)
class Found:
    """A question of the document: its start and the line where all that belongs to it ends."""

    start: Start
    end: int
    form: str


def extend(scene: Scene, proposal: Proposal, low: int, high: int) -> list[Found]:
    """The starts of `proposal` on the lines from `low` up to `high`, each with its end."""
    starts = list(_apart(start for start in proposal.starts if low <= start.line < high))
    if not starts:
        return []
    breaks = _breaks(scene, starts, low, high)
    if proposal.form == "labelled lines":
        breaks = sorted(breaks + _other_cards(scene, starts, high))
    found = []
    for start, after in zip(starts, [*(each.line for each in starts[1:]), high], strict=True):
        place = bisect_right(breaks, start.line)
        end = min(after, breaks[place] if place < len(breaks) else high)
        if start.stop is not None:
            end = min(end, start.stop)
        found.append(Found(start, max(end, start.end), proposal.form))
    _stop_items(scene, found)
    _stop_at_rule(scene, found, high)
    return found


def _apart(starts: Iterable[Start]) -> Iterator[Start]:
    """The starts that do not begin on the lines of the one before."""
    line = -1
    for start in starts:
        if start.line >= line:
            line = max(start.end, start.line + 1)
            yield start


def _breaks(scene: Scene, starts: list[Start], low: int, high: int) -> list[int]:
    """The lines of the headings that open a section, rather than a part of an answer."""
    taken = {start.line for start in starts}
    taken |= {line for start in starts for line in range(start.line, start.end)}
    headings = [
        head
        for head in scene.all_heads
        if head.place == "heading"
        and low <= head.line < high
        and head.line not in taken
        and id(head.leaf) not in scene.back
        and head.label.kind not in {"answer", "question"}
        and not (head.leaf.item is not None and head.leaf.item.start in taken)
    ]
    keys = [key.start for key in scene.keys]
    if not headings:
        return keys
    leading = _leading(scene, starts, taken)
    last = starts[-1].line
    levels = [start.head.level for start in starts if start.head.place == "heading"]
    if len(levels) * 2 >= len(starts):
        counts = Counter(levels)
        usual = counts.most_common(1)[0][0]
        top = min(level for level, count in counts.items() if count >= max(1, 0.1 * len(levels)))
        return sorted(
            keys
            + [
                head.line
                for head in headings
                if head.level < top
                or (id(head.leaf) in leading and head.level <= usual)
                or (head.line > last and head.level <= usual and _is_end(scene, head))
            ]
        )
    deepest = _section_level(headings, leading, starts)
    return sorted(
        keys
        + [
            head.line
            for head in headings
            if head.level <= deepest
            or head.line < starts[0].line
            or (head.line > last and is_closing(head.title))
        ]
    )


def _leading(scene: Scene, starts: list[Start], taken: set[int]) -> set[int]:
    """The headings (by identity of leaf) with nothing but headings between them and a start."""
    leading: set[int] = set()
    leaves = scene.document.leaves
    for start in starts:
        place = bisect_left(scene.document.starts, start.line) - 1
        while place >= 0:
            leaf = leaves[place]
            empty = leaf.kind in _EMPTY or id(leaf) in scene.back or not _says(leaf)
            if leaf.start in taken or not (
                empty or leaf.kind == "heading" or leaf.start in scene.contents.lines
            ):
                break
            if leaf.kind == "heading" and not empty:
                leading.add(id(leaf))
            place -= 1
    return leading


def _says(leaf: Leaf) -> bool:
    return leaf.kind != "html" or bool(re.search(r"\w", re.sub(r"<[^<>]*>", "", leaf.text)))


def _section_level(headings: list[Head], leading: set[int], starts: list[Start]) -> int:
    """The deepest level whose headings are mostly followed by a start."""
    counts: Counter[int] = Counter()
    leads: Counter[int] = Counter()
    for head in headings:
        if head.line > starts[0].line or id(head.leaf) in leading:
            counts[head.level] += 1
            leads[head.level] += id(head.leaf) in leading
    deep = [level for level, count in leads.items() if count * 2 >= counts[level]]
    before = [head.level for head in headings if head.line < starts[0].line]
    return max([*deep, *before[-1:]], default=1)


def _is_end(scene: Scene, head: Head) -> bool:
    """Whether a heading after the last question is no part of its answer: a list of links, say."""
    if is_closing(head.title):
        return True
    following = scene.document.between(head.end, head.end + 200)
    body = []
    for leaf in following:
        if leaf.kind == "heading":
            break
        body.append(leaf)
    texts = [leaf.text for leaf in body if leaf.kind != "rule"]
    return bool(texts) and all(
        re.match(r"\W*(?:\[[^\]]*\]\(http|<?https?://)", text) for text in texts
    )


def _other_cards(scene: Scene, starts: list[Start], high: int) -> list[int]:
    """Lines that begin a card of another kind, `C: ...`, among cards of `Q:` and `A:`."""
    return [
        leaf.start
        for leaf in scene.document.between(starts[0].line, high)
        if leaf.kind == "paragraph" and leaf.item is None and _OTHER_CARD.match(leaf.text)
    ]


def _stop_items(scene: Scene, found: list[Found]) -> None:
    """End an item's answer with the item, unless this document writes answers below its items."""
    outside = [_outside(scene, each) for each in found]
    below = sum(outside) >= 0.3 * len(found)
    for place, each in enumerate(found):
        item = each.start.head.leaf.item
        if item is None or not outside[place] or each.start.stop is not None:
            continue
        after = found[place + 1] if place + 1 < len(found) else None
        inside = any(
            leaf.end > each.start.end for leaf in scene.document.between(each.start.line, item.end)
        )
        if after is not None and after.start.line == each.end:
            number, following = each.start.head.number, after.start.head.number
            if number and following and following[-1] == number[-1] + 1:
                continue
            if not inside:
                continue
        if not below or (inside and each.start.head.place == "item"):
            if each.start.head.place == "heading":
                continue
            end = item.end
            for leaf in scene.document.between(item.end, each.end):
                if leaf.kind not in {"fence", "code"} or inside:
                    break
                end = leaf.end
            each.end = max(end, each.start.end)


def _outside(scene: Scene, found: Found) -> bool:
    """Whether text follows the item of this start before its end."""
    item = found.start.head.leaf.item
    if item is None or item.end >= found.end:
        return False
    return any(
        leaf.kind not in {*_EMPTY, "heading"} and id(leaf) not in scene.back
        for leaf in scene.document.between(item.end, found.end)
    )


def _stop_at_rule(scene: Scene, found: list[Found], high: int) -> None:
    """Where rules part all questions, the last answer ends with its rule too."""
    if len(found) < 4 or found[-1].end != high:
        return
    counts = [_rules(scene, each) for each in found]
    if all(len(rules) == 1 for rules in counts[:-1]) and counts[-1]:
        found[-1].end = counts[-1][0] + 1


def _rules(scene: Scene, found: Found) -> list[int]:
    return [
        leaf.start
        for leaf in scene.document.between(found.start.end, found.end)
        if leaf.kind == "rule"
    ]


def before_headings(scene: Scene, found: Found) -> int:
    """Where an answer ends less the headings at its end: with nothing below, they are not its."""
    end = found.end
    for leaf in reversed(scene.document.between(found.start.end, found.end)):
        if leaf.kind == "heading" and scene.answer_between(leaf.start, leaf.end) is None:
            end = leaf.start
        elif leaf.kind not in _EMPTY and id(leaf) not in scene.back and _says(leaf):
            break
    return end

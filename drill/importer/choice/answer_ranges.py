"""Where each answer ends: at the next start, a section, its fold's or its item's end."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drill.importer.signals.candidates import Candidate
from drill.importer.signals.outline import Outline, Proposal, Start
from drill.importer.signals.question_likelihood import is_closing
from drill.importer.source.leaves import Leaf

_OTHER_CARD = re.compile(r"[B-PR-Z]:\s")
_EMPTY = {"rule", "open", "close"}


@dataclass(slots=True)
class QuestionRange:
    """A question of the document: its start and the line where all that belongs to it ends."""

    start: Start
    end: int
    form: str


def extend(outline: Outline, proposal: Proposal, low: int, high: int) -> list[QuestionRange]:
    """The starts of `proposal` on the lines from `low` up to `high`, each with its end."""
    starts = list(_apart(start for start in proposal.starts if low <= start.line < high))
    if not starts:
        return []
    breaks = _breaks(outline, starts, low, high)
    if proposal.form == "labelled lines":
        breaks = sorted(breaks + _other_cards(outline, starts, high))
    found = []
    for start, after in zip(starts, [*(each.line for each in starts[1:]), high], strict=True):
        place = bisect_right(breaks, start.line)
        end = min(after, breaks[place] if place < len(breaks) else high)
        if start.stop is not None:
            end = min(end, start.stop)
        found.append(QuestionRange(start, max(end, start.end), proposal.form))
    _stop_items(outline, found)
    _stop_at_rule(outline, found, high)
    return found


def _apart(starts: Iterable[Start]) -> Iterator[Start]:
    """The starts that do not begin on the lines of the one before."""
    line = -1
    for start in starts:
        if start.line >= line:
            line = max(start.end, start.line + 1)
            yield start


def _breaks(outline: Outline, starts: list[Start], low: int, high: int) -> list[int]:
    """The lines of the headings that open a section, rather than a part of an answer."""
    taken = {start.line for start in starts}
    taken |= {line for start in starts for line in range(start.line, start.end)}
    headings = [
        candidate
        for candidate in outline.all_candidates
        if candidate.place == "heading"
        and low <= candidate.line < high
        and candidate.line not in taken
        and candidate.leaf not in outline.back
        and candidate.label.kind not in {"answer", "question"}
        and not (candidate.leaf.item is not None and candidate.leaf.item.start in taken)
    ]
    keys = [key.start for key in outline.answer_keys]
    if not headings:
        return keys
    leading = _leading(outline, starts, taken)
    last = starts[-1].line
    levels = [start.candidate.level for start in starts if start.candidate.place == "heading"]
    if len(levels) * 2 >= len(starts):
        counts = Counter(levels)
        usual = counts.most_common(1)[0][0]
        top = min(level for level, count in counts.items() if count >= max(1, 0.1 * len(levels)))
        return sorted(
            keys
            + [
                candidate.line
                for candidate in headings
                if candidate.level < top
                or (candidate.leaf in leading and candidate.level <= usual)
                or (
                    candidate.line > last
                    and candidate.level <= usual
                    and _is_end(outline, candidate)
                )
            ]
        )
    deepest = _section_level(headings, leading, starts)
    return sorted(
        keys
        + [
            candidate.line
            for candidate in headings
            if candidate.level <= deepest
            or candidate.line < starts[0].line
            or (candidate.line > last and is_closing(candidate.title))
        ]
    )


def _leading(outline: Outline, starts: list[Start], taken: set[int]) -> set[Leaf]:
    """The headings with nothing but headings between them and a start."""
    leading: set[Leaf] = set()
    leaves = outline.document.leaves
    for start in starts:
        place = bisect_left(outline.document.starts, start.line) - 1
        while place >= 0:
            leaf = leaves[place]
            empty = leaf.kind in _EMPTY or leaf in outline.back or not _says(leaf)
            if leaf.start in taken or not (
                empty or leaf.kind == "heading" or leaf.start in outline.toc.lines
            ):
                break
            if leaf.kind == "heading" and not empty:
                leading.add(leaf)
            place -= 1
    return leading


def _says(leaf: Leaf) -> bool:
    return leaf.kind != "html" or bool(re.search(r"\w", re.sub(r"<[^<>]*>", "", leaf.text)))


def _section_level(headings: list[Candidate], leading: set[Leaf], starts: list[Start]) -> int:
    """The deepest level whose headings are mostly followed by a start."""
    counts: Counter[int] = Counter()
    leads: Counter[int] = Counter()
    for candidate in headings:
        if candidate.line > starts[0].line or candidate.leaf in leading:
            counts[candidate.level] += 1
            leads[candidate.level] += candidate.leaf in leading
    deep = [level for level, count in leads.items() if count * 2 >= counts[level]]
    before = [candidate.level for candidate in headings if candidate.line < starts[0].line]
    return max([*deep, *before[-1:]], default=1)


def _is_end(outline: Outline, candidate: Candidate) -> bool:
    """Whether a heading after the last question is no part of its answer: a list of links, say."""
    if is_closing(candidate.title):
        return True
    following = outline.document.between(candidate.end, candidate.end + 200)
    body = []
    for leaf in following:
        if leaf.kind == "heading":
            break
        body.append(leaf)
    texts = [leaf.text for leaf in body if leaf.kind != "rule"]
    return bool(texts) and all(
        re.match(r"\W*(?:\[[^\]]*\]\(http|<?https?://)", text) for text in texts
    )


def _other_cards(outline: Outline, starts: list[Start], high: int) -> list[int]:
    """Lines that begin a card of another kind, `C: ...`, among cards of `Q:` and `A:`."""
    return [
        leaf.start
        for leaf in outline.document.between(starts[0].line, high)
        if leaf.kind == "paragraph" and leaf.item is None and _OTHER_CARD.match(leaf.text)
    ]


def _stop_items(outline: Outline, found: list[QuestionRange]) -> None:
    """End an item's answer with the item, unless this document writes answers below its items."""
    outside = [_outside(outline, each) for each in found]
    below = sum(outside) >= 0.3 * len(found)
    for place, each in enumerate(found):
        item = each.start.candidate.leaf.item
        if item is None or not outside[place] or each.start.stop is not None:
            continue
        after = found[place + 1] if place + 1 < len(found) else None
        inside = any(
            leaf.end > each.start.end
            for leaf in outline.document.between(each.start.line, item.end)
        )
        if after is not None and after.start.line == each.end:
            number, following = each.start.candidate.number, after.start.candidate.number
            if number and following and following[-1] == number[-1] + 1:
                continue
            if not inside:
                continue
        if not below or (inside and each.start.candidate.place == "item"):
            if each.start.candidate.place == "heading":
                continue
            end = item.end
            for leaf in outline.document.between(item.end, each.end):
                if leaf.kind not in {"fence", "code"} or inside:
                    break
                end = leaf.end
            each.end = max(end, each.start.end)


def _outside(outline: Outline, found: QuestionRange) -> bool:
    """Whether text follows the item of this start before its end."""
    item = found.start.candidate.leaf.item
    if item is None or item.end >= found.end:
        return False
    return any(
        leaf.kind not in {*_EMPTY, "heading"} and leaf not in outline.back
        for leaf in outline.document.between(item.end, found.end)
    )


def _stop_at_rule(outline: Outline, found: list[QuestionRange], high: int) -> None:
    """Where rules part all questions, the last answer ends with its rule too."""
    if len(found) < 4 or found[-1].end != high:
        return
    counts = [_rules(outline, each) for each in found]
    if all(len(rules) == 1 for rules in counts[:-1]) and counts[-1]:
        found[-1].end = counts[-1][0] + 1


def _rules(outline: Outline, found: QuestionRange) -> list[int]:
    return [
        leaf.start
        for leaf in outline.document.between(found.start.end, found.end)
        if leaf.kind == "rule"
    ]


def before_headings(outline: Outline, found: QuestionRange) -> int:
    """Where an answer ends less the headings at its end: with nothing below, they are not its."""
    end = found.end
    for leaf in reversed(outline.document.between(found.start.end, found.end)):
        if leaf.kind == "heading" and outline.answer_between(leaf.start, leaf.end) is None:
            end = leaf.start
        elif leaf.kind not in _EMPTY and leaf not in outline.back and _says(leaf):
            break
    return end

"""Where each answer ends: at the next start, a section, its fold's or its item's end."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drill.importer.choice.weights import ALIKE, BELOW, COUNTED, USUAL_LEVEL
from drill.importer.forms.proposal import Mark, Proposal
from drill.importer.signals.candidates import Candidate, Place
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import is_closing
from drill.importer.signals.starts import Start
from drill.importer.source.leaves import Leaf, LeafKind

_OTHER_CARD = re.compile(r"[B-PR-Z]:\s")
_EMPTY = {LeafKind.RULE, LeafKind.OPEN, LeafKind.CLOSE}


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
    breaks = _breaks(outline, proposal, starts, low, high)
    if proposal.has_other_cards:
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
    _stop_last(outline, found, high)
    return found


def _apart(starts: Iterable[Start]) -> Iterator[Start]:
    """The starts that do not begin on the lines of the one before."""
    line = -1
    for start in starts:
        if start.line >= line:
            line = max(start.end, start.line + 1)
            yield start


def _breaks(
    outline: Outline, proposal: Proposal, starts: list[Start], low: int, high: int
) -> list[int]:
    """The lines of the headings that open a section, rather than a part of an answer."""
    taken = {start.line for start in starts}
    taken |= {line for start in starts for line in range(start.line, start.end)}
    answers = Counter(label.level for label in outline.answer_labels)
    headings = [
        candidate
        for candidate in outline.all_candidates
        if candidate.place is Place.HEADING
        and low <= candidate.line < high
        and candidate.line not in taken
        and candidate.leaf not in outline.back
        and not candidate.is_question_label
        and not (candidate.is_answer_label and answers[candidate.level] * 2 >= len(starts))
        and not (candidate.leaf.item is not None and candidate.leaf.item.start in taken)
    ]
    keys = [key.start for key in outline.answer_keys]
    if not headings:
        return keys
    leading = _leading(outline, starts, taken)
    last = starts[-1].line
    titles = Counter(candidate.key for candidate in headings)
    counted = proposal.mark in {Mark.NUMBER, Mark.LABEL} and len(starts) >= COUNTED
    levels = [start.candidate.level for start in starts if start.candidate.place is Place.HEADING]
    if len(levels) * 2 >= len(starts):
        counts = Counter(levels)
        usual = counts.most_common(1)[0][0]
        top = min(
            level for level, count in counts.items() if count >= max(1, USUAL_LEVEL * len(levels))
        )
        counted = counted and not any(
            candidate.level <= usual and candidate.leaf not in leading
            for candidate in headings
            if starts[0].line < candidate.line < last
        )
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
                    and _is_new(candidate, titles)
                    and (counted or _is_end(outline, candidate))
                )
            ]
        )
    deepest = _section_level(headings, leading, starts)
    # Where no answer has a heading in it, the last one has none either.
    bare = len(starts) >= COUNTED and all(
        candidate.leaf in leading
        for candidate in headings
        if starts[0].line < candidate.line < last
    )
    return sorted(
        keys
        + [
            candidate.line
            for candidate in headings
            if candidate.level <= deepest
            or candidate.line < starts[0].line
            or (candidate.line > last and (bare or is_closing(candidate.title)))
        ]
    )


def _is_new(candidate: Candidate, titles: Counter[str]) -> bool:
    """Whether a heading has no number, and a title that no answer before has a part of."""
    return not candidate.number and titles[candidate.key] == 1


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
                empty or leaf.kind is LeafKind.HEADING or leaf.start in outline.toc.lines
            ):
                break
            if leaf.kind is LeafKind.HEADING and not empty:
                leading.add(leaf)
            place -= 1
    return leading


def _says(leaf: Leaf) -> bool:
    return leaf.kind is not LeafKind.HTML or bool(
        re.search(r"\w", re.sub(r"<[^<>]*>", "", leaf.text))
    )


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
        if leaf.kind is LeafKind.HEADING:
            break
        body.append(leaf)
    texts = [leaf.text for leaf in body if leaf.kind is not LeafKind.RULE]
    return bool(texts) and all(
        re.match(r"\W*(?:\[[^\[\]]*\]\(http|<?https?://)", text) for text in texts
    )


def _other_cards(outline: Outline, starts: list[Start], high: int) -> list[int]:
    """Lines that begin a card of another kind, `C: ...`, among cards of `Q:` and `A:`."""
    return [
        leaf.start
        for leaf in outline.document.between(starts[0].line, high)
        if leaf.kind is LeafKind.PARAGRAPH and leaf.item is None and _OTHER_CARD.match(leaf.text)
    ]


def _stop_items(outline: Outline, found: list[QuestionRange]) -> None:
    """End an item's answer with the item, unless this document writes answers below its items."""
    outside = [_outside(outline, each) for each in found]
    below = sum(outside[:-1]) >= BELOW * max(1, len(found) - 1)
    # Who writes answers without an indent writes their later paragraphs without one too.
    lazy = sum(_is_lazy(outline, each) for each in found) * 2 > len(found)
    for place, each in enumerate(found):
        item = each.start.candidate.leaf.item
        if item is None or not outside[place] or each.start.stop is not None:
            continue
        after = found[place + 1] if place + 1 < len(found) else None
        if after is not None and _is_section_line(outline, each, after):
            each.end = max(item.end, each.start.end)
            continue
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
        is_item = each.start.candidate.place is Place.ITEM
        if lazy or not (is_item or _starts_flush(outline, item.end, each.end)):
            continue
        if not below or (inside and is_item):
            end = item.end
            for leaf in outline.document.between(item.end, each.end):
                if leaf.kind not in {LeafKind.FENCE, LeafKind.CODE} or inside:
                    break
                end = leaf.end
            each.end = max(end, each.start.end)


def _is_lazy(outline: Outline, found: QuestionRange) -> bool:
    """Whether the line after an item's title goes on without an indent."""
    end = found.start.end
    item = found.start.candidate.leaf.item
    if item is None or not item.start < end < min(item.end, found.end):
        return False
    return outline.document.lines[end][:1] not in {"", " ", "\t"}


def _starts_flush(outline: Outline, start: int, end: int) -> bool:
    """Whether the first block on the lines from `start` to `end` has no indent."""
    leaf = next(iter(outline.document.between(start, end)), None)
    return leaf is not None and outline.document.lines[leaf.start][:1] not in {" ", "\t"}


def _is_section_line(outline: Outline, found: QuestionRange, after: QuestionRange) -> bool:
    """Whether all between an item and the next, of another list, is one bold line."""
    item, following = found.start.candidate.leaf.item, after.start.candidate.leaf.item
    if item is None or following is None or item.group == following.group:
        return False
    between = outline.document.between(item.end, after.start.line)
    text = between[0].text.strip() if len(between) == 1 else ""
    return text.startswith(("**", "__")) and text.rstrip(":：").endswith(("**", "__"))


def _outside(outline: Outline, found: QuestionRange) -> bool:
    """Whether text follows the item of this start before its end."""
    item = found.start.candidate.leaf.item
    if item is None or item.end >= found.end:
        return False
    return any(
        leaf.kind not in {*_EMPTY, LeafKind.HEADING} and leaf not in outline.back
        for leaf in outline.document.between(item.end, found.end)
    )


def _stop_at_rule(outline: Outline, found: list[QuestionRange], high: int) -> None:
    """Where rules part all questions, or no answer has one, the last answer ends with its rule."""
    if len(found) < ALIKE - 1 or found[-1].end != high:
        return
    counts = [_rules(outline, each) for each in found]
    parted = len(found) >= ALIKE and all(len(rules) == 1 for rules in counts[:-1])
    if counts[-1] and (parted or not any(counts[:-1])):
        found[-1].end = counts[-1][0] + 1


def _stop_last(outline: Outline, found: list[QuestionRange], high: int) -> None:
    """Where all other answers are one block, the last one is too: what follows is a closing."""
    if len(found) < ALIKE or found[-1].end != high:
        return
    blocks = [_blocks(outline, each) for each in found]
    if all(len(leaves) == 1 for leaves in blocks[:-1]) and len(blocks[-1]) > 1:
        found[-1].end = blocks[-1][0].end


def _blocks(outline: Outline, found: QuestionRange) -> list[Leaf]:
    """The blocks of an answer; the items of a list are one."""
    leaves: list[Leaf] = []
    for leaf in outline.document.between(found.start.end, found.end):
        same = leaves and leaf.item is not None and leaves[-1].item is not None
        if leaf.kind not in _EMPTY and leaf not in outline.back and _says(leaf) and not same:
            leaves.append(leaf)
    return leaves


def _rules(outline: Outline, found: QuestionRange) -> list[int]:
    return [
        leaf.start
        for leaf in outline.document.between(found.start.end, found.end)
        if leaf.kind is LeafKind.RULE
    ]


def before_headings(outline: Outline, found: QuestionRange) -> int:
    """Where an answer ends less the headings at its end: with nothing below, they are not its."""
    end = found.end
    for leaf in reversed(outline.document.between(found.start.end, found.end)):
        if leaf.kind is LeafKind.HEADING and outline.answer_between(leaf.start, leaf.end) is None:
            end = leaf.start
        elif leaf.kind not in _EMPTY and leaf not in outline.back and _says(leaf):
            break
    return end

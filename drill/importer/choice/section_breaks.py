"""Which headings end an answer because they open a new section."""

import re
from bisect import bisect_left
from collections import Counter

from drill.importer.choice.weights import COUNTED, USUAL_LEVEL
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import is_closing
from drill.importer.signals.starts import Start
from drill.importer.source.leaves import EMPTY, Leaf, LeafKind


def section_breaks(
    outline: Outline, reading: Reading, starts: list[Start], low: int, high: int
) -> list[int]:
    """The lines from `low` up to `high` whose headings open a section."""
    taken = {start.line for start in starts}
    taken |= {line for start in starts for line in range(start.line, start.end)}
    # A code comment behind `>>>` parses as a heading in a quotation.
    quoted = any(start.candidate.leaf.quote is not None for start in starts)
    answers = outline.answer_levels
    headings = [
        candidate
        for candidate in outline.headings_between(low, high)
        if candidate.line not in taken
        and (candidate.leaf.quote is None or quoted)
        and not candidate.is_question_label
        and not (candidate.is_answer_label and answers[candidate.level] * 2 >= len(starts))
        and not (candidate.leaf.item is not None and candidate.leaf.item.start in taken)
    ]
    keys = [key.start for key in outline.answer_keys]
    if not headings:
        return keys
    leading = _leading(outline, starts, taken)
    last = starts[-1].line
    among = [candidate for candidate in headings if starts[0].line < candidate.line < last]
    titles = Counter(candidate.key for candidate in headings)
    counted = reading.trait in {Trait.NUMBER, Trait.LABEL} and len(starts) >= COUNTED
    levels = [
        start.candidate.level for start in starts if start.candidate.kind is CandidateKind.HEADING
    ]
    if len(levels) * 2 >= len(starts):
        counts = Counter(levels)
        usual = counts.most_common(1)[0][0]
        top = min(
            level for level, count in counts.items() if count >= max(1, USUAL_LEVEL * len(levels))
        )
        counted = counted and not any(
            candidate.level <= usual and candidate.leaf not in leading for candidate in among
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
    bare = len(starts) >= COUNTED and all(candidate.leaf in leading for candidate in among)
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
            empty = leaf.kind in EMPTY or leaf in outline.back or not says(leaf)
            if leaf.start in taken or not (
                empty or leaf.kind is LeafKind.HEADING or leaf.start in outline.toc.lines
            ):
                break
            if leaf.kind is LeafKind.HEADING and not empty:
                leading.add(leaf)
            place -= 1
    return leading


def says(leaf: Leaf) -> bool:
    """Whether a leaf contains a word outside its tags."""
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

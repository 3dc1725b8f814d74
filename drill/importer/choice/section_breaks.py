"""Finds the headings, and plain lines, that end an answer because they open a new section."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from drill.importer.choice.weights import COUNTED, HEADED, LISTED_MOST, TITLED, USUAL_LEVEL
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.outline import Outline
from drill.importer.signals.plain_lines import section_line
from drill.importer.signals.starts import Start
from drill.importer.signals.title_topics import is_closing, names_questions
from drill.importer.source.leaves import EMPTY, Leaf, LeafKind
from drill.importer.source.lines import announces
from drill.importer.source.program_lines import is_code

_ANCHOR = re.compile(r"(?:<(?:a|span)\s[^<>]{0,200}?(?:id|name)=[^<>]{0,200}>\s*</(?:a|span)>\s*)+")


def section_breaks(
    outline: Outline, reading: Reading, starts: list[Start], low: int, high: int
) -> list[int]:
    """The lines from `low` up to `high` whose headings open a section, or an answer key."""
    taken = {start.line for start in starts}
    taken |= {line for start in starts for line in range(start.line, start.end)}
    keys = [key.start for key in outline.answer_keys]
    headings = _free_headings(outline, starts, taken, low, high)
    if not headings:
        return keys
    leading = _leading(outline, starts, taken)
    if len(_levels(starts)) * 2 >= len(starts):
        counted = reading.trait in {Trait.NUMBER, Trait.LABEL} and len(starts) >= COUNTED
        opening = _opening_among_headings(outline, starts, headings, leading, counted=counted)
    else:
        opening = _opening_among_lines(starts, headings, leading)
    return sorted(keys + [heading.line for heading in opening])


def before_section_lines(
    outline: Outline, starts: Sequence[Start], lines: Sequence[int]
) -> list[int]:
    """The first `lines` of the starts, some moved up to a plain line that heads their section."""
    sections = [None, *(_section_line(outline, *pair) for pair in pairwise(starts))]
    # Where many starts have such a line, answers stand there.
    if sum(section is not None for section in sections) > HEADED * len(starts):
        return list(lines)
    pairs = zip(lines, sections, strict=True)
    return [line if section is None else section for line, section in pairs]


def _section_line(outline: Outline, start: Start, following: Start) -> int | None:
    """The line that heads the section of `following`, if `start` has its answer above it."""
    line = section_line(outline.document, following.candidate.leaf, following.line)
    if line is None or line < start.end or not following.candidate.number:
        return None
    own = start.rest or start.end < min(start.candidate.leaf.end, line)
    return line if own or outline.document.between(start.end, line) else None


def _free_headings(
    outline: Outline, starts: list[Start], taken: set[int], low: int, high: int
) -> list[Candidate]:
    """The headings that may open a section: no start, no label, no part of a start's item."""
    # A code comment after `>>>` parses as a heading in a quotation.
    quoted = any(start.candidate.leaf.quote is not None for start in starts)
    answers = outline.answer_levels
    return [
        candidate
        for candidate in outline.headings_between(low, high)
        if candidate.line not in taken
        and (candidate.leaf.quote is None or quoted)
        and not candidate.is_question_label
        and not (
            candidate.is_answer_label
            and (
                answers[candidate.level] * 2 >= len(starts) or _is_below(outline, candidate, taken)
            )
        )
        and not (candidate.leaf.item is not None and candidate.leaf.item.start in taken)
    ]


def _is_below(outline: Outline, heading: Candidate, taken: set[int]) -> bool:
    """Whether a heading is the block right below one that begins on a line in `taken`."""
    above = outline.previous(heading.leaf)
    return above is not None and above.start in taken


def _opening_among_headings(
    outline: Outline,
    starts: list[Start],
    headings: list[Candidate],
    leading: set[Leaf],
    *,
    counted: bool,
) -> list[Candidate]:
    """The headings that open a section, if most questions are headings too.

    These are the headings above the questions' top level, unless they are titles of answers, and
    those at their usual level right above a question. After the last question it is a new heading,
    if it looks like the end of the document, or if the questions are `counted` without another
    heading among them.
    """
    levels = _levels(starts)
    counts = Counter(levels)
    usual = counts.most_common(1)[0][0]
    top = min(
        level for level, count in counts.items() if count >= max(1, USUAL_LEVEL * len(levels))
    )
    titles = Counter(heading.key for heading in headings)
    last = starts[-1].line
    counted = counted and not any(
        starts[0].line < heading.line < last
        and heading.level <= usual
        and heading.leaf not in leading
        for heading in headings
    )

    higher = [
        heading
        for heading in headings
        if heading.level < top and heading.line > starts[0].line and heading.leaf not in leading
    ]
    titled = outline.first_heading
    leads = {
        heading.level
        for heading in headings
        if heading is not titled and (heading.leaf in leading or heading.line < starts[0].line)
    }
    titles_answers = _title_answers(outline, starts, top, higher, leads)
    inside = _inside_counts(outline, starts, higher, leads)

    def opens(heading: Candidate) -> bool:
        if heading.level > usual:
            return False
        if heading.leaf in leading:
            return True
        if heading.level < top:
            is_part = titles_answers or heading.line in inside
            return not is_part or heading.line < starts[0].line
        closes = heading.line > last and _is_new(heading, titles)
        return closes and (counted or _is_end(outline, heading))

    return [heading for heading in headings if opens(heading)]


def _inside_counts(
    outline: Outline, starts: list[Start], higher: list[Candidate], chapters: set[int]
) -> set[int]:
    """The lines of those of the `higher` headings that are inside an answer.

    The next question has the next number, and the heading is a comment of code without a fence: it
    ends in a colon, or code is below. `chapters` are the levels that lead to a question, or are
    above the first one.
    """
    counted: set[int] = set()
    for start, following in pairwise(starts):
        own, after = start.candidate.number, following.candidate.number
        if own and after and after[-1] == own[-1] + 1:
            counted.update(range(start.line, following.line))
    above = {heading.line: outline.previous(heading.leaf) for heading in higher}
    return {
        heading.line
        for heading in higher
        if heading.line in counted
        and heading.level not in chapters
        and not (heading.number or heading.is_asking or names_questions(heading.title))
        and _is_comment(outline, heading)
        and (leaf := above[heading.line]) is not None
        and leaf.kind is not LeafKind.RULE
    }


def _is_comment(outline: Outline, heading: Candidate) -> bool:
    below = outline.following(heading.leaf)
    lead = announces(outline.document.lines[heading.line])
    return lead or (below is not None and below.is_free_paragraph and is_code(below.lines[0]))


def _title_answers(
    outline: Outline, starts: list[Start], top: int, higher: list[Candidate], chapters: set[int]
) -> bool:
    """Whether headings above the level `top` of the questions are titles of answers.

    Most of them then stand right below a question: `## Question 3. What is DNS?`, `# DNS`; or the
    contents list the questions alone, and none has a level of `chapters` (`_inside_counts`).
    """
    titles = outline.toc.titles
    inside = any(heading.line < starts[-1].line for heading in higher)
    listed = sum(start.key in titles for start in starts) >= LISTED_MOST * len(starts)
    if (
        inside
        and listed
        and not any(heading.key in titles or heading.level in chapters for heading in higher)
    ):
        return True
    labels = [label for label in outline.answer_labels if 0 < label.level < top]
    below = {outline.previous(heading.leaf) for heading in (*higher, *labels)}
    places = [n for n, start in enumerate(starts) if start.candidate.leaf in below]
    # Chapters stand below the last of their questions, titles below each that has an answer.
    dense = bool(places) and len(places) >= TITLED * (places[-1] - places[0] + 1)
    return dense and len(places) >= COUNTED


def _levels(starts: list[Start]) -> list[int]:
    """The levels of the starts that are headings."""
    return [
        start.candidate.level for start in starts if start.candidate.kind is CandidateKind.HEADING
    ]


def _opening_among_lines(
    starts: list[Start], headings: list[Candidate], leading: set[Leaf]
) -> list[Candidate]:
    """The headings that open a section, if questions are not headings.

    These are the headings down to the deepest level of sections, all headings before the first
    question, and after the last question those of a closing, or all if no answer has a heading.
    """
    first, last = starts[0].line, starts[-1].line
    deepest = _section_level(headings, leading, starts)
    bare = len(starts) >= COUNTED and all(
        heading.leaf in leading for heading in headings if first < heading.line < last
    )
    return [
        heading
        for heading in headings
        if heading.level <= deepest
        or heading.line < first
        or (heading.line > last and (bare or is_closing(heading.title)))
    ]


def _is_new(candidate: Candidate, titles: Counter[str]) -> bool:
    """Whether a heading has no number and a unique title."""
    return not candidate.number and titles[candidate.key] == 1


def _leading(outline: Outline, starts: list[Start], taken: set[int]) -> set[Leaf]:
    """The headings with only headings between them and a start."""
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
    """Whether a leaf contains a word outside its tags, and is no anchor."""
    if leaf.kind is LeafKind.PARAGRAPH:
        text = leaf.text.strip()
        return text[:1] != "<" or _ANCHOR.fullmatch(text) is None
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
    """Whether a heading after the last question ends its answer: a list of links, for example."""
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

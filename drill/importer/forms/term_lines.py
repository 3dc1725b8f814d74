"""Lines of terms: `term: definition`, `term → definition`, or the definition on the line below."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from drill.importer.forms import weights as w
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.labels import NONE
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS
from drill.importer.signals.starts import Start
from drill.importer.signals.title_topics import is_closing
from drill.importer.source.leaves import LeafKind
from drill.importer.source.lines import dedented

_DECLARED = 3
"""The fewest terms of a document that says it is a glossary."""
_DEFINED = 0.8
"""The share of its lines that must define a term."""
_UNDECLARED = 12
"""The fewest terms of a document that does not say so: lists of features are shorter."""
_UNTITLED = 6
"""The fewest terms of a document without a title, which says nothing else either."""
_SORTED = 5
"""The fewest terms in alphabetical order that say so too: so many are hardly sorted by chance."""
_ALIKE = 0.9
"""The share of its lines that must define a term, all of them different."""
_OWN_LINES = 0.5
"""The share of a document in the paragraphs of its terms: bold labels stand between lists."""
_LONGEST = 80
"""The most characters of a term."""
_MARK = r"(?:\t|[-=–—]{1,3}>|[→⇒]|[:：](?=\s|\*|\S)|\s[-–—=]{1,2}(?=\s)|—)"
_ENTRY = re.compile(
    rf"(?P<term>(?:`[^`\n]{{1,{_LONGEST}}}`|[^`\n]){{1,{_LONGEST}}}?)\s{{0,2}}{_MARK}[*_]{{0,3}}\s{{0,4}}(?P<definition>[^\s:：].*)",
    re.DOTALL,
)
_SIGN = re.compile("[\t=–—→⇒:：-]")
"""The signs in a mark: a line without one has no definition."""
_BEHIND = re.compile(rf"\s{{0,2}}{_MARK}\s{{0,4}}")
_STOP = re.compile(r"[.?!;。？！；][\s)\"'”’»」*_]{0,4}$")
_DIGIT = re.compile(r"\d")
_NO_TERM = re.compile(r"\]\((?!#)|https?://|^[\W\d]*$|\*\*|__")
"""A link elsewhere, a number or a time, or a text some of whose words are bold."""


def propose(outline: Outline) -> Iterator[Reading]:
    """The items, the bold lead-ins and the paragraphs that define terms, where nearly all do."""
    end = closing_line(outline)
    outer = [
        candidate
        for candidate in outline.candidates
        if candidate.line < end
        and candidate.kind in {CandidateKind.ITEM, CandidateKind.PARAGRAPH, CandidateKind.LINE}
        and candidate.leaf.quote is None
        and (candidate.leaf.item is None or candidate.leaf.item.depth == 1)
    ]
    leads = [candidate for candidate in outer if candidate.bold is Bold.LEAD]
    items = [candidate for candidate in outer if candidate.kind is CandidateKind.ITEM]
    paragraphs = [
        candidate
        for candidate in outer
        if candidate.kind is CandidateKind.PARAGRAPH and candidate.leaf.item is None
    ]
    if not outline.title_defines:
        yield from _reading(outline, "bold terms", leads, [_of_lead(each) for each in leads])
    lines = [each for each in items if each.bold is Bold.NONE]
    listed = [_on_line(each) or _above_items(outline, each) for each in lines]
    yield from _reading(outline, "list of terms", lines, listed)
    if len(items) > len(paragraphs):
        return
    yield from _reading(outline, "lines of terms", paragraphs, list(map(_on_line, paragraphs)))
    if outline.title_defines:
        each_line = [line for each in paragraphs for line in _lines(each)]
        read = list(map(_on_line, each_line))
        yield from _reading(outline, "one term a line", each_line, read)
    above = [_above(outline, each) for each in paragraphs]
    yield from _reading(outline, "terms above definitions", paragraphs, above, sorts=True)
    turns = [turn for each in paragraphs for turn in _in_turn(each)]
    read = list(map(_term, turns))
    yield from _reading(outline, "terms and definitions in turn", turns, read, sorts=True)


def closing_line(outline: Outline) -> int:
    """The line of the last headings, if those are such as "References"; else the last line."""
    last = takewhile(lambda one: is_closing(one.title), reversed(outline.headings.values()))
    return min((heading.line for heading in last), default=len(outline.document.lines))


def _reading(
    outline: Outline,
    form: str,
    candidates: Sequence[Candidate],
    read: Sequence[Start | None],
    *,
    sorts: bool = False,
) -> Iterator[Reading]:
    """The starts among `read`, if nearly all `candidates` gave one.

    `sorts` says that the order of the terms may declare a glossary; settings are sorted as well.
    """
    starts = [start for start in read if start is not None]
    keys = [start.key for start in starts]
    in_order = sorts and len(keys) >= _SORTED and keys == sorted(keys)
    declared = outline.title_defines or (in_order and not any(map(_DIGIT.search, keys)))
    title = outline.first_heading
    undeclared = _UNTITLED if title is None or title.level > 1 else _UNDECLARED
    least, share = (_DECLARED, _DEFINED) if declared else (undeclared, _ALIKE)
    different = len({start.key for start in starts})
    if len(starts) < max(least, share * len(candidates)) or different < share * len(starts):
        return
    asking = sum(outline.likelihood(start) >= ASKS for start in starts)
    if not declared and (2 * asking > len(starts) or _own(outline, starts) < _OWN_LINES):
        return
    weight = 1.0 if declared else w.UNDECLARED
    yield Reading(form, starts, Trait.TERM, weight, explicit=declared)


def _own(outline: Outline, starts: Sequence[Start]) -> float:
    """The share of the document's lines that the paragraphs of `starts` take up."""
    leaves = {start.candidate.leaf.start: start.candidate.leaf for start in starts}
    own = sum(len(leaf.lines) for leaf in leaves.values())
    return own / sum(bool(line.strip()) for line in outline.document.lines)


def _on_line(candidate: Candidate) -> Start | None:
    """A term and its definition on one line."""
    first = candidate.line - candidate.leaf.start
    text = " ".join(candidate.leaf.lines[first : candidate.end - candidate.leaf.start])
    match = _ENTRY.fullmatch(text) if _SIGN.search(text) else None
    term = match["term"].strip() if match else ""
    if match is None or len(term) > _LONGEST or _STOP.search(term) or _NO_TERM.search(term):
        return None
    stop = candidate.leaf.item.end if candidate.leaf.item is not None else None
    return Start(candidate, term, candidate.end, match["definition"], stop)


def _of_lead(candidate: Candidate) -> Start | None:
    """A bold term, and its definition after a mark."""
    title = candidate.title.rstrip(" :：")
    mark = _BEHIND.match(candidate.rest)
    closed = mark is not None or title != candidate.title
    if not closed or len(title) > _LONGEST or _NO_TERM.search(title):
        return None
    rest = candidate.rest[mark.end() :] if mark else candidate.rest.strip()
    return Start(candidate, title, candidate.end, rest)


def _above(outline: Outline, candidate: Candidate) -> Start | None:
    """A short line, and its definition on the lines below, or indented below it."""
    lines = candidate.leaf.lines
    start = _term(candidate)
    if start is None or len(lines) > 1:
        return start if sum(map(len, lines[1:])) >= len(lines[0].strip()) else None
    after = outline.following(candidate.leaf)
    if after is None or after.kind is not LeafKind.CODE or after.item is not None:
        return None
    return Start(candidate, start.title, after.end, dedented(after.text.strip("\n").split("\n")))


def _above_items(outline: Outline, candidate: Candidate) -> Start | None:
    """An item of a glossary that is only a term, and its definition in the blocks inside it."""
    item = candidate.leaf.item
    if item is None or item.end <= candidate.leaf.end or not outline.title_defines:
        return None
    start = _term(candidate)
    return start and replace(start, title=candidate.title, stop=item.end)


def _term(candidate: Candidate) -> Start | None:
    """A short line that is a term, whatever stands below it."""
    term = candidate.leaf.lines[candidate.line - candidate.leaf.start].strip()
    if len(term) > _LONGEST or _STOP.search(term) or _NO_TERM.search(term):
        return None
    return Start(candidate, term.strip("*_"), candidate.line + 1, "")


def _in_turn(candidate: Candidate) -> Iterator[Candidate]:
    """The lines with terms of a paragraph whose other lines end as sentences do."""
    lines = candidate.leaf.lines
    if len(lines) < 2 * _DECLARED or len(lines) % 2 or not all(map(_STOP.search, lines[1::2])):
        return
    yield from _lines(candidate, 2)


def _lines(candidate: Candidate, step: int = 1) -> Iterator[Candidate]:
    """Every `step`-th line of a paragraph, as a candidate."""
    for number, text in list(enumerate(candidate.leaf.lines))[::step]:
        line = candidate.leaf.start + number
        kind = CandidateKind.LINE if number else candidate.kind
        yield Candidate(line, line + 1, kind, 0, NONE, text.strip(), "", Bold.NONE, candidate.leaf)

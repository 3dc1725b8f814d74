"""Plain text without headings, numbers or labels: a line asks, and the lines below it answer."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from drill.importer.forms import weights as w
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Bold, Candidate, CandidateKind
from drill.importer.signals.labels import NONE, picture_of
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS, question_likelihood, sets_task
from drill.importer.signals.starts import Start
from drill.importer.signals.titles import TitleSplit, clean_title, split_title
from drill.importer.source.leaves import UNTOLD, Leaf, LeafKind
from drill.importer.source.lines import QUESTION_MARKS, announces
from drill.model import TEXT_LIMIT

_LEAST = 3
"""The fewest questions; prose asks once or twice too."""
_TASK = 120
"""The most characters of a line that sets a task or only names its topic."""
_HEADED = 0.5
"""The least share of blocks that begin with a question, to take all first lines."""
_STATED = 1 / 3
"""The most sentences, or lines that go on from the one above, among lines that ask: prose has
more."""
_STOPS = (".", "。", "।")
_LISTED = 6
"""The fewest lines of a list without marks."""
_LISTED_ITEMS = 10
"""The same with items: notes on a meeting have lists of a few questions and of other things."""
_LIST_ASKING = 0.45
"""The least share of its lines that must ask; with items, also of those in its second half."""
_OTHERS = 0.25
"""The most lines of other kinds, as a share of the lines of the list."""
_NAMED = 4
"""The fewest characters of such a line; a shorter one names a part of the list."""
_PICTURES_ASK = 0.5
"""The least share of the lines with a picture that ask; other pictures mark options or answers."""
_STOP = re.compile(r"[.?!:;,。？！：；，؟][\s)\"'”’»」]{0,4}$")
_LINES = 8
"""The most lines that a title is looked for in."""
_MARKED = {LeafKind.HEADING, LeafKind.SUMMARY, LeafKind.TABLE}


def propose(outline: Outline) -> Iterator[Reading]:
    """The lines that ask or set a task, with the first lines of blocks if most blocks ask.

    Before them the lines of a list without marks, those that pictures mark, and those with answers.
    """
    yield from _answered(outline)
    yield from _listed(outline, with_items=False)
    yield from _listed(outline, with_items=True)
    yield from _pictured(outline)
    leaves = outline.document.leaves
    if any(leaf.kind in _MARKED for leaf in leaves[1:]):
        return
    if any(candidate.is_question_label or candidate.bold for candidate in outline.candidates):
        return
    blocks = [leaf for leaf in leaves if leaf.kind is LeafKind.PARAGRAPH and leaf.item is None]
    asking = {leaf: list(_asking(leaf)) for leaf in blocks}
    headed = [leaf for leaf in blocks if len(leaf.lines) > 1 and _may_head(leaf, asking[leaf])]
    ask = sum(bool(asking[leaf]) for leaf in headed)
    topics = ask >= _HEADED * len(headed)
    starts: list[Start] = []
    for leaf in blocks:
        starts += asking[leaf] or ([plain_start(leaf, 0)] if topics and leaf in headed else [])
    if len(starts) >= _LEAST:
        yield Reading("plain lines", starts, Trait.ASKING, w.ASKING_ALONE)


def _listed(outline: Outline, *, with_items: bool) -> Iterator[Reading]:
    """The lines of a document of mostly such lines, if they ask and have no answers between.

    `with_items` says that the items of lists are such lines too.
    """
    if any(candidate.bold and candidate.leaf.item is None for candidate in outline.candidates):
        return
    if with_items and outline.answer_labels:
        return
    lines: list[tuple[Leaf, int]] = []
    items = others = 0
    for leaf in outline.document.leaves:
        is_item = with_items and _is_short_item(leaf)
        is_text = leaf.is_free_paragraph or is_item
        items += is_item
        for number, line in enumerate(leaf.lines):
            text = line.strip()
            if not is_text or len(text) > _TASK:
                others += leaf.kind not in UNTOLD
            elif is_item or (
                len(text) >= _NAMED and not text.startswith("<") and not announces(text)
            ):
                lines.append((leaf, number))
    starts = [plain_start(leaf, number, 1) for leaf, number in lines]
    if with_items:
        starts = [start for start in starts if not _heads_items(outline, start)]
    least = _LISTED_ITEMS if with_items else _LISTED
    if len(starts) < least or others > _OTHERS * len(lines) or (with_items and not items):
        return
    for start in starts:
        start.stop = start.end
    asked = [outline.likelihood(start) >= ASKS for start in starts]
    pairs = sum(map(all, pairwise(asked)))
    # Answers stand between questions; in a list, questions stand together.
    later = asked[len(asked) // 2 :] if with_items else asked
    asks = min(sum(part) / len(part) for part in (asked, later))
    if asks >= _LIST_ASKING and pairs * 2 >= sum(asked) and not is_prose(starts):
        form = "lines and items" if with_items else "plain list"
        yield Reading(form, starts, Trait.ASKING, w.ASKING_ALONE)


def is_prose(starts: Sequence[Start]) -> bool:
    """Whether many lines do not ask, but are sentences or go on from the line above."""
    others = [start.title for start in starts if not _asks(start)]
    stated = sum(title.endswith(_STOPS) or title[:1].islower() for title in others)
    return stated > _STATED * len(starts)


def _is_short_item(leaf: Leaf) -> bool:
    """Whether a leaf is the first line of an outermost item outside quotations."""
    is_first = leaf.kind is LeafKind.PARAGRAPH and leaf.quote is None and leaf.opens is not None
    return is_first and len(leaf.lines) == 1 and leaf.item is not None and leaf.item.depth == 1


def _heads_items(outline: Outline, start: Start) -> bool:
    """Whether a line that does not ask is right above a list, as its heading."""
    leaf = start.candidate.leaf
    after = outline.following(leaf)
    is_last = leaf.item is None and start.end == leaf.end
    return is_last and after is not None and after.first and not _asks(start)


def _pictured(outline: Outline) -> Iterator[Reading]:
    """The lines that begin with a picture, of the pictures whose lines mostly ask."""
    marked: dict[str, list[Start]] = defaultdict(list)
    for leaf in outline.document.leaves:
        if leaf.is_free_paragraph:
            for number, line in enumerate(leaf.lines):
                if picture := picture_of(line):
                    start = plain_start(leaf, number, 1)
                    if picture_of(start.title):
                        start.title = start.title.lstrip("*_ ")[1:].lstrip("\ufe0f ")
                    marked[picture].append(start)
    asking = [
        start
        for starts in marked.values()
        if sum(map(_asks, starts)) >= _PICTURES_ASK * len(starts)
        for start in starts
    ]
    if len(asking) >= _LEAST:
        asking.sort(key=lambda start: start.line)
        yield Reading("lines with pictures", asking, Trait.PICTURE)


def _answered(outline: Outline) -> Iterator[Reading]:
    """The lines with a question and its labelled answer: `What is DNS? Answer: …`."""
    starts: list[Start] = []
    for leaf in outline.document.leaves:
        if not leaf.is_free_paragraph:
            continue
        first = len(starts)
        last = leaf.start
        for number, line in enumerate(leaf.lines):
            if len(line) > TEXT_LIMIT:  # refused as too long in any case
                continue
            if leaf.start + number < last or not _split(leaf, number).rest:
                continue
            start = plain_start(leaf, number)
            if _asks(start) and outline.labels.answers(start.rest):
                starts.append(start)
                last = start.end
        if first and starts[first:] and starts[first].line > leaf.start:
            # The line of a chapter, right above its first question.
            starts[first - 1].stop = leaf.start
    if len(starts) >= _LEAST:
        yield Reading("lines with answers", starts, Trait.QUOTE)


def _asks(start: Start) -> bool:
    return question_likelihood(start.title) >= ASKS


def _asking(leaf: Leaf) -> Iterator[Start]:
    """The lines of a paragraph that are a question or, with the answer below, a task."""
    lines = leaf.lines
    last = 0
    for number in range(len(lines)):
        if number < last or (number and not _STOP.search(lines[number - 1])):
            continue
        start = plain_start(leaf, number)
        title = start.title
        asks = title.endswith(QUESTION_MARKS) and question_likelihood(title) >= w.SURE
        one_line = start.end == leaf.start + number + 1
        if (asks and len(title) <= w.LONGEST) or (
            one_line and len(title) <= _TASK and sets_task(title)
        ):
            yield start
            last = start.end - leaf.start


def _may_head(leaf: Leaf, asking: list[Start]) -> bool:
    """Whether the first line of a block asks, or is short and not a sentence."""
    if asking:
        return asking[0].line == leaf.start
    first = leaf.lines[0].strip()
    return len(first) <= _TASK / 2 and not _STOP.search(first)


def _split(leaf: Leaf, number: int, most: int = _LINES) -> TitleSplit:
    """The title at line `number` of a paragraph, in at most `most` lines, and the text after it."""
    return split_title(leaf.lines[number : number + most], 0)


def plain_start(leaf: Leaf, number: int, most: int = _LINES) -> Start:
    """A start at line `number` of a paragraph, whose title takes `most` lines or fewer."""
    split = _split(leaf, number, most)
    title = clean_title(split.title)
    line = leaf.start + number
    kind = CandidateKind.LINE if number else CandidateKind.PARAGRAPH
    candidate = Candidate(
        line, line + split.line_count, kind, 0, NONE, title, split.rest, Bold.NONE, leaf
    )
    return Start(candidate, title, candidate.end, split.rest)

"""Lists of questions, answered inside the item, below it, or not at all."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain, pairwise

from drill.importer.forms import weights as w
from drill.importer.forms.lead_ins import are_tasks, starts_of
from drill.importer.forms.reading import Reading, Trait
from drill.importer.signals.candidates import Candidate, CandidateKind
from drill.importer.signals.counted_titles import COUNTED
from drill.importer.signals.key_entries import KeyEntry
from drill.importer.signals.numbering import main_run
from drill.importer.signals.outline import Outline
from drill.importer.signals.question_likelihood import ASKS, SURE
from drill.importer.signals.starts import Start
from drill.importer.signals.title_topics import names_terms
from drill.importer.source.leaves import UNTOLD, Item
from drill.importer.source.lines import is_link

_RUN_ASKING = 1 / 3
"""The least share of a run of numbers that asks, to take its sections that do not."""
_ALL_ASK = 0.9
"""The least share of the lists that ask, to take those that do not for notes beside them."""
_NONE_ASK = 0.2
"""The largest share of such notes that asks."""
_PARTED = 2 / 3
"""The least share of numbers of several parts, to take no others."""
_TURNS = 3
"""The fewest pairs of a question and an answer; fewer may be chance."""
_TOPIC = re.compile(r"[^.,;:?!。，；：？！、]{1,40}:?")
"""A topic above inner questions: longer texts, or sentences, ask with them."""
_INNER = 2
"""The depth of questions inside the items of others."""
_BOTH = 0.8
"""The least share of outer and inner questions that ask, and of inner ones with an answer."""
_ASKING = 0.4
"""The least mean likelihood of a section's list of questions."""
_WHOLE = 0.8
"""The least share of blocks in a list that is a whole document titled "Questions"."""
_WHOLE_ASKING = 0.25
"""The least share of such a list that asks: the others name topics of an exam."""
_LINKS = 0.8
"""The share of bare links above which a list must ask itself: "Similar questions" are articles."""


def propose(outline: Outline) -> Iterator[Reading]:
    """One reading for each depth of list, and one for all numbered items and lines."""
    candidates = _own_lines(outline)
    depths: dict[int, dict[bool, list[Candidate]]] = defaultdict(lambda: defaultdict(list))
    for candidate in candidates:
        opens = candidate.leaf.opens
        if candidate.kind is CandidateKind.ITEM and opens is not None:
            depths[opens.depth][opens.number is not None].append(candidate)
    for depth, kinds in sorted(depths.items()):
        for ordered, items in sorted(kinds.items()):
            kind = "numbered list" if ordered else "list"
            yield from _reading(outline, items, f"{kind}, depth {depth}" if depth > 1 else kind)
    for depth, kinds in sorted(depths.items()):
        both = sorted(chain(*kinds.values()), key=lambda candidate: candidate.line)
        if len(kinds) > 1:
            yield from _reading(outline, both, f"lists of depth {depth}", w.MIXED)
    yield from _reading(outline, _numbered(candidates), "numbered lines")
    yield from _of_two_depths(outline)
    yield from _of_topics(outline)


def _own_lines(outline: Outline) -> list[Candidate]:
    """The candidates without quotations below items, if items outside quotations are numbered.

    Such quotations belong to an item: options, or an answer.
    """
    items = [candidate for candidate in outline.candidates if candidate.leaf.item is not None]
    if not any(candidate.leaf.quote is None and candidate.number for candidate in items):
        return outline.candidates
    return [
        candidate
        for candidate in outline.candidates
        if candidate.leaf.item is None or candidate.leaf.quote is None
    ]


def _numbered(candidates: list[Candidate]) -> list[Candidate]:
    """The numbered lines; beside many of two parts, `3.12`, items with one count something else."""
    numbered = list(filter(_is_numbered, candidates))
    parted = [candidate for candidate in numbered if len(candidate.number) > 1]
    return parted if len(parted) >= _PARTED * len(numbered) else numbered


def _is_numbered(candidate: Candidate) -> bool:
    """Whether a numbered line is neither in an inner list nor a heading."""
    item = candidate.leaf.item
    is_outer = item is None or item.depth == 1
    return bool(candidate.number) and is_outer and candidate.kind is not CandidateKind.HEADING


def _of_two_depths(outline: Outline) -> Iterator[Reading]:
    """The outermost items, and the questions inside them with answers of their own."""
    items = [candidate for candidate in outline.candidates if candidate.kind is CandidateKind.ITEM]
    outer = [
        candidate
        for candidate in items
        if candidate.leaf.opens is not None and candidate.leaf.opens.depth == 1
    ]
    inner = [
        candidate
        for candidate in items
        if candidate.leaf.opens is not None
        and candidate.leaf.opens is candidate.leaf.item
        and candidate.leaf.opens.depth == _INNER
        and candidate.likelihood >= SURE
    ]
    answered = [
        candidate
        for candidate in inner
        if candidate.leaf.item and _has_more(outline, candidate.leaf.item)
    ]
    asking = sum(candidate.likelihood >= ASKS for candidate in outer)
    if len(answered) >= max(_TURNS, _BOTH * len(inner)) and asking >= _BOTH * len(outer) > 0:
        starts = [outline.start(candidate) for candidate in outer]
        starts += [
            outline.start(candidate, candidate.leaf.item.end)
            for candidate in answered
            if candidate.leaf.item
        ]
        starts.sort(key=lambda start: start.line)
        yield Reading("lists of two depths", starts, Trait.LIST, w.TWO_DEPTHS)


def _of_topics(outline: Outline) -> Iterator[Reading]:
    """The outermost items, with the inner ones in place of each topic that has only questions."""
    starts: list[Start] = []
    inner: dict[Item, list[Candidate]] = defaultdict(list)
    outer: list[Candidate] = []
    for candidate in outline.candidates:
        item = candidate.leaf.opens
        if candidate.kind is not CandidateKind.ITEM or item is None:
            continue
        if item.parent is None:
            outer.append(candidate)
        elif item.depth == _INNER:
            inner[item.parent].append(candidate)
    topics = 0
    for candidate in outer:
        below = inner[candidate.leaf.opens] if candidate.leaf.opens else []
        asking = all(one.likelihood >= SURE for one in below)
        is_topic = _TOPIC.fullmatch(candidate.title) and candidate.likelihood < ASKS
        if len(below) > 1 and asking and is_topic:
            topics += 1
            starts += [outline.start(one, one.leaf.opens.end) for one in below if one.leaf.opens]
        else:
            starts.append(outline.start(candidate))
    if topics and len(outer) > topics:
        yield Reading("lists with topics", starts, Trait.LIST, w.TWO_DEPTHS)


def _has_more(outline: Outline, item: Item) -> bool:
    """Whether an item has a block below its first."""
    return len(outline.document.between(item.start, item.end)) > 1


def _reading(
    outline: Outline, candidates: list[Candidate], form: str, weight: float = 1.0
) -> Iterator[Reading]:
    """The candidates of lists that ask, or that are below a heading that names questions."""
    all_numbered = bool(candidates) and all(candidate.number for candidate in candidates)
    run = main_run(candidates, outline.section) if all_numbered else candidates
    kept = _asking_members(outline, run, all_numbered)
    in_items = bool(kept) and all(candidate.leaf.item is not None for candidate in kept)
    trait = Trait.NUMBER if all_numbered and not in_items else Trait.LIST
    if kept:
        lines = [candidate.line for candidate in run]
        starts = _bounded(outline, starts_of(outline, kept))
        yield Reading(form, starts, trait, weight, picked_from=lines)
        yield from _in_turn(outline, kept, form)
    links = sum(is_link(candidate.title) for candidate in run)
    if outline.title_lists and not all_numbered and len(run) > max(len(kept), links / _LINKS):
        yield Reading(f"{form}, all of it", starts_of(outline, run), trait, w.UNDECLARED)
    if all_numbered and len(run) > len(kept):
        run = _without_other_counts(outline, run, kept)
        starts = starts_of(outline, run)
        asking = sum(outline.likelihood(start) >= ASKS for start in starts)
        in_lists = any(candidate.leaf.item is not None for candidate in run)
        tasks = outline.title_asks and not in_lists and are_tasks(outline, run)
        if tasks or (asking >= _RUN_ASKING * len(run) and (kept or len(run) >= COUNTED)):
            yield Reading(f"{form}, all of it", starts, trait, weight)


def _without_other_counts(
    outline: Outline, run: list[Candidate], kept: list[Candidate]
) -> list[Candidate]:
    """`run` without the counts from 1, besides those `kept`, that are no questions.

    They count the parts of an answer below a heading that asks, or ask nothing where nearly all
    that is kept asks.
    """
    headings = [None, *outline.headings.values()]
    sections: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in run:
        sections[outline.section(candidate.line)].append(candidate)
    all_ask = sum(_asks(outline, one) for one in kept) >= _ALL_ASK * len(kept) > 0
    known = {*kept}
    left_out: set[Candidate] = set()
    for section, members in sections.items():
        heading = headings[section]
        answers = heading is not None and heading.likelihood >= ASKS
        asked = sum(_asks(outline, one) for one in members)
        asks_nothing = all_ask and asked <= _NONE_ASK * len(members)
        if members[0].number[-1] == 1 and (answers or asks_nothing):
            left_out.update(one for one in members if one not in known)
    return [candidate for candidate in run if candidate not in left_out]


def _asks(outline: Outline, candidate: Candidate) -> bool:
    """Whether a candidate asks, by its own title, as most do, or by the text that belongs to it."""
    return candidate.likelihood >= ASKS or outline.likelihood(outline.start(candidate)) >= ASKS


def _asking_members(outline: Outline, run: list[Candidate], numbered: bool) -> list[Candidate]:
    """The members of `run` in sections that ask, or that continue the count of those."""
    sections: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in run:
        sections[outline.section(candidate.line)].append(candidate)
    kept: list[Candidate] = []
    whole = outline.title_lists and _is_whole(outline, run)
    replies: dict[tuple[int, ...], KeyEntry] = {
        (number,): entry for key in outline.answer_keys for number, entry in key.entries
    }
    headings = [None, *outline.headings.values()]
    for section, members in sections.items():
        starts = starts_of(outline, members)
        likely = [outline.likelihood(start) for start in starts]
        asking = sum(likely)
        goes_on = bool(kept) and numbered and members[0].number[-1] == kept[-1].number[-1] + 1
        links = sum(is_link(start.title) for start in starts)
        named = outline.section_asks(section) and links <= _LINKS * len(members)
        labelled = sum(
            _has_answer(outline, one) or _has_reply(one, replies.get(one.number[-1:]))
            for one in members
        )
        named = named or (bool(kept) and _are_terms(headings[section], starts))
        listed = whole and max(likely) >= ASKS  # a list of links at the end asks nothing
        if max(asking, labelled / 2) >= _ASKING * len(members) or goes_on or named or listed:
            kept += members
    return _without_answers(outline, kept)


def _are_terms(heading: Candidate | None, starts: list[Start]) -> bool:
    """Whether a part of an exam has terms to define, each with its definition."""
    is_named = heading is not None and names_terms(heading.title)
    return is_named and all(start.rest for start in starts)


def _without_answers(outline: Outline, kept: list[Candidate]) -> list[Candidate]:
    """`kept` without whole lists of bullets that ask nothing, where nearly all of it asks."""
    groups: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in kept:
        if candidate.leaf.item is not None and not candidate.number:
            groups[candidate.leaf.item.group].append(candidate)
    left_out = {
        one
        for group in groups.values()
        if len(group) >= _TURNS and not any(_asks(outline, one) for one in group)
        for one in group
    }
    if not left_out:
        return kept
    rest = [candidate for candidate in kept if candidate not in left_out]
    asking = sum(_asks(outline, one) for one in rest)
    return rest if asking >= _ALL_ASK * len(rest) else kept


def _is_whole(outline: Outline, run: list[Candidate]) -> bool:
    """Whether a list is nearly all that its document says, and asks now and then."""
    blocks = sum(leaf.kind not in UNTOLD for leaf in outline.document.leaves)
    asking = sum(candidate.likelihood >= ASKS for candidate in run)
    return len(run) >= _WHOLE * blocks and asking >= _WHOLE_ASKING * len(run)


def _has_answer(outline: Outline, candidate: Candidate) -> bool:
    """Whether the label of an answer is inside an item."""
    item = candidate.leaf.item
    return item is not None and outline.answer_between(candidate.end, item.end) is not None


def _has_reply(candidate: Candidate, entry: KeyEntry | None) -> bool:
    """Whether an entry below says "True", or a letter, or repeats the text of a candidate."""
    if entry is None or entry.start < candidate.line:
        return False
    return entry.is_reply or entry.text_after(candidate.title) != entry.text


def _bounded(outline: Outline, starts: list[Start]) -> list[Start]:
    """The starts, each ending with its own item, or with the item around it.

    Markdown reads `- 1) Title` as a list inside a list, but nothing else is in its outer item.
    """
    for start in starts:
        leaf = start.candidate.leaf
        if leaf.opens is not None and leaf.opens is not leaf.item:
            if not outline.document.between(leaf.end, leaf.opens.end):
                continue
            start.stop = leaf.opens.end
        elif leaf.item is not None and leaf.item.parent is not None:
            start.stop = leaf.item.parent.end
    return starts


def _in_turn(outline: Outline, items: list[Candidate], form: str) -> Iterator[Reading]:
    """The items that ask, in a list that alternates questions and answers."""
    asks = [candidate.likelihood >= SURE and not candidate.bold for candidate in items]
    turns = sum(first and not second for first, second in pairwise(asks))
    if turns >= _TURNS and turns * 2 >= len(items) - 1 and sum(asks) - turns <= 1:
        starts = [
            outline.start(candidate) for candidate, asked in zip(items, asks, strict=True) if asked
        ]
        for start in starts:
            start.unwraps = True
        yield Reading(f"{form}, in turn", starts, Trait.LIST, w.IN_TURN)
